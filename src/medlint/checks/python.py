"""Check type ``python``: a function of an installed package finds the matches.

The function gets the text of a segment and the rule's ``parameters``, and yields ``(start, end)``
or ``(start, end, message)`` in code points, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.errors import UserError

SCOPE = "text"
LOCAL = True

_NAME = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")
_Plugin = Callable[[str, Mapping[str, Any]], Iterable[Any]]


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``python``: ``function`` is ``package.module:name``."""

    function: str
    parameters: dict[str, Any] = msgspec.field(default_factory=dict)

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not _NAME.fullmatch(self.function):
            raise ValueError(f"`function` is written package.module:name, not `{self.function}`")


def literals(_parameters: Parameters) -> Collection[str] | None:
    """Return None: only the function knows."""
    return None


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder that asks the function. Raises UserError if it may not or cannot be used."""
    if not environment.plugins:
        raise UserError(
            f"a rule wants to run {parameters.function}; if you trust that code, allow it with"
            " `plugins = true` in the settings"
        )
    function = _load(parameters.function)

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            for answer in function(segment.text, parameters.parameters):
                yield _match(segment, answer, parameters.function)

    return find


def _load(name: str) -> _Plugin:
    module, _, attribute = name.partition(":")
    try:
        function: _Plugin = getattr(import_module(module), attribute)
    except ImportError as error:
        raise UserError(f"cannot import {name}: {error}; is the package installed?") from None
    except AttributeError:
        raise UserError(f"the module {module} has no `{attribute}`") from None
    if not callable(function):
        raise UserError(f"{name} is not a function")
    return function


def _match(segment: Segment, answer: Any, name: str) -> Match:
    match answer:
        case (int(start), int(end)) if 0 <= start <= end <= len(segment.text):
            return Match(segment, start, end, (segment.text[start:end],))
        case (int(start), int(end), str(message)) if 0 <= start <= end <= len(segment.text):
            return Match(segment, start, end, (segment.text[start:end],), message=message)
        case _:
            raise UserError(
                f"{name} gave {answer!r}; it must give (start, end) or (start, end, message)"
                f" within the {len(segment.text)} characters of the text"
            )
