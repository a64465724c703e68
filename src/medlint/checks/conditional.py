"""Check type ``conditional``: the first thing asks for the second."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.exceptions import excepted, exceptions

SCOPE = "text"
LOCAL = False


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``conditional``.

    If ``second`` has a group, what it captures (so far in the document) may stand as ``first``;
    otherwise ``second`` must be in the same block.
    """

    first: str
    second: str
    ignorecase: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for key, pattern in (("first", self.first), ("second", self.second)):
            if not pattern:
                raise ValueError(f"needs `{key}`")
            expressions.validate(expressions.translate(pattern), **{key: (pattern,)})
        exceptions(self.exceptions)


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text: what ``first`` asks for."""
    return expressions.literals([expressions.translate(parameters.first)])


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of each ``first`` without its ``second``."""
    first, second = (
        expressions.compile(expressions.translate(pattern), parameters.ignorecase)
        for pattern in (parameters.first, parameters.second)
    )
    allowed = exceptions(
        (*parameters.exceptions, *(environment.vocabulary if parameters.vocab else ()))
    )

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        known: set[str] = set()
        for segment in segments:
            if second.groups:
                known |= _captured(second, segment.text, parameters)
            elif second.search(segment.text, timeout=expressions.TIMEOUT):
                continue
            for found in expressions.find(first, segment.text):
                text = found.group()
                if not text or _key(text, parameters) in known:
                    continue
                if not excepted(allowed, segment.text, *found.span()):
                    yield Match(segment, *found.span(), (text,))

    return find


def _captured(second: regex.Pattern[str], text: str, parameters: Parameters) -> set[str]:
    return {
        _key(group, parameters)
        for found in expressions.find(second, text)
        for group in found.groups()
        if group
    }


def _key(text: str, parameters: Parameters) -> str:
    return text.casefold() if parameters.ignorecase else text
