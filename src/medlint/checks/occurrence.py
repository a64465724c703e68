"""Check type ``occurrence``: something is there too often, or not often enough."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import MASK, Document, Segment

SCOPE = "text"
LOCAL = True

_FIRST_WORD = re.compile(r"\w[\w'’-]*|[^\w\s]+")
_MASKS = frozenset((MASK, "@"))


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``occurrence``: bounds on the matches in one block; 0 means no bound."""

    token: str
    max: int = 0
    min: int = 0
    ignorecase: bool = False

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not self.token:
            raise ValueError("needs `token`")
        if self.max < 0 or self.min < 0 or not (self.max or self.min):
            raise ValueError("needs `max` or `min`, a number from 1")
        expressions.validate(_pattern(self), token=(self.token,))


def _pattern(parameters: Parameters) -> str:
    return expressions.translate(f"(?:{parameters.token})")


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text; nothing must if too few can be wrong."""
    return None if parameters.min else expressions.literals([_pattern(parameters)])


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of one match a block with a count outside the bounds."""
    pattern = expressions.compile(_pattern(parameters), parameters.ignorecase)

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            spans = [found.span() for found in expressions.find(pattern, segment.text)]
            count = len(spans)
            if count < parameters.min or 0 < parameters.max < count:
                place = _place(segment.text, spans)
                if place:
                    yield Match(segment, *place, (str(count),))

    return find


def _place(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the first match that is not code, or the first word if there is no match."""
    if spans:
        return next(((a, b) for a, b in spans if not _is_mask(text[a:b])), None)
    word = _FIRST_WORD.search(text)
    return word.span() if word else None


def _is_mask(text: str) -> bool:
    return bool(text) and _MASKS.issuperset(text)
