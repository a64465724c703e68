"""Check type ``required``: who says the one thing must also say the other.

"A page that names a prescription medicine names its risks": a trigger without a required
statement in its sentence, its paragraph or the document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.sentences import sentences

SCOPE = "text"
LOCAL = False

_Found = tuple[Segment, int, int]


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``required``.

    ``minimum`` is how many triggers it takes. Expressions match whole words unless ``nonword``.
    """

    trigger: tuple[str, ...]
    statement: tuple[str, ...]
    within: Literal["sentence", "paragraph", "document"] = "document"
    minimum: int = 1
    ignorecase: bool = True
    nonword: bool = False

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for key, patterns in (("trigger", self.trigger), ("statement", self.statement)):
            if not any(pattern.strip() for pattern in patterns):
                raise ValueError(f"needs `{key}`: a list of expressions")
            expressions.validate(_pattern(self, patterns), **{key: patterns})
        if self.minimum < 1:
            raise ValueError(f"`minimum` is a number from 1, not {self.minimum}")


def _pattern(parameters: Parameters, patterns: Sequence[str]) -> str:
    template = expressions.ANYWHERE if parameters.nonword else expressions.WORDS
    body = template % "|".join(pattern for pattern in patterns if pattern.strip())
    return expressions.translate(body, spaces=True, loose=True)


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text: what a trigger asks for."""
    return expressions.literals([_pattern(parameters, parameters.trigger)])


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of the triggers in units without a statement.

    All triggers of a unit are given, with one ``once``: when the first is a question or a denial,
    the next stands in.
    """
    trigger, statement = (
        expressions.compile(_pattern(parameters, patterns), parameters.ignorecase)
        for patterns in (parameters.trigger, parameters.statement)
    )

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        for unit, triggers in _units(trigger, segments, parameters):
            if len(triggers) < parameters.minimum:
                continue
            if not _stated(statement, triggers[0], document, parameters):
                for segment, start, end in triggers:
                    yield Match(segment, start, end, (segment.text[start:end],), once=unit)

    return find


def _units(
    trigger: regex.Pattern[str], segments: Sequence[Segment], parameters: Parameters
) -> Iterator[tuple[str, list[_Found]]]:
    """Yield each unit's name and its triggers, in order."""
    units: dict[str, list[_Found]] = {}
    for number, segment in enumerate(segments):
        for found in expressions.find(trigger, segment.text):
            if not found.group():
                continue
            name = _unit(segment, number, found.start(), parameters)
            units.setdefault(name, []).append((segment, *found.span()))
    yield from units.items()


def _unit(segment: Segment, number: int, offset: int, parameters: Parameters) -> str:
    """Return the name of the unit that holds an offset of the segment of this number."""
    match parameters.within:
        case "sentence":
            return f"sentence {number}.{_sentence(segment, offset)[0]}"
        case "paragraph":
            return f"paragraph {number}"
        case _:
            return "document"


def _stated(
    statement: regex.Pattern[str], first: _Found, document: Document, parameters: Parameters
) -> bool:
    segment, start, _ = first
    if parameters.within == "sentence":
        low, high = _sentence(segment, start)
        return _found(statement, segment.text[low:high])
    if parameters.within == "paragraph":
        return _found(statement, segment.text)
    return any(_found(statement, part.text) for part in (segment, *document.segments))


def _found(statement: regex.Pattern[str], text: str) -> bool:
    return statement.search(text, timeout=expressions.TIMEOUT) is not None


def _sentence(segment: Segment, offset: int) -> tuple[int, int]:
    for span in sentences(segment.text):
        if offset < span.end:
            return span.start, span.end
    return 0, len(segment.text)
