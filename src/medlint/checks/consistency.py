"""Check type ``consistency``: two ways to write a thing, both in one document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment

SCOPE = "text"
LOCAL = False

_SIDES = ("left", "right")
_Place = tuple[Segment, int, int]


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``consistency``: ``either`` holds pairs, one way and the other."""

    either: dict[str, str]
    ignorecase: bool = False
    nonword: bool = False

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not self.either:
            raise ValueError("needs `either`: a list of `one way: the other`")
        for pattern, pair in zip(_patterns(self), self.either.items(), strict=True):
            expressions.validate(pattern, either=pair)


def _patterns(parameters: Parameters) -> list[str]:
    """Return an expression for each pair, with its two sides as named groups."""
    template = expressions.ANYWHERE if parameters.nonword else expressions.WORDS
    return [
        expressions.translate(
            template % f"(?P<left>{expressions.ungrouped(left, 'left')})"
            f"|(?P<right>{expressions.ungrouped(right, 'right')})"
        )
        for left, right in parameters.either.items()
    ]


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return expressions.literals(_patterns(parameters))


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of one match a pair and block, from the first conflict on."""
    patterns = [expressions.compile(p, parameters.ignorecase) for p in _patterns(parameters)]

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        seen: list[dict[str, _Place]] = [{} for _ in patterns]
        for segment in segments:
            for pattern, places in zip(patterns, seen, strict=True):
                match = _conflict(pattern, segment, places)
                if match:
                    yield match

    return find


def _conflict(
    pattern: regex.Pattern[str], segment: Segment, seen: dict[str, _Place]
) -> Match | None:
    """Note the sides that stand in a block; once both are known, return the last match there."""
    side, text = "", ""
    first: dict[str, tuple[int, int]] = {}
    for found in expressions.find(pattern, segment.text):
        side, text = str(found.lastgroup), found.group()
        first.setdefault(text, found.span())
        seen.setdefault(side, (segment, found.start(), found.end()))
    if not first or len(seen) < len(_SIDES):
        return None
    other = seen[_SIDES[1 - _SIDES.index(side)]]
    note = f"written the other way here: “{other[0].text[other[1] : other[2]]}”"
    return Match(segment, *first[text], (text,), related=((*other, note),))
