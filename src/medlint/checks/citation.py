"""Check type ``citation``: a citation or an identifier that is wrong in one named way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.evidence import Problem
from medlint.evidence.problems import PROBLEMS

SCOPE = "text"
LOCAL = False

_LITERALS: dict[str, tuple[str, ...]] = {"undefined_note": ("[^",)}


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``citation``: ``problem`` names what the rule reports."""

    problem: str

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if self.problem not in PROBLEMS:
            raise ValueError(f"`problem` must be one of {', '.join(PROBLEMS)}, not {self.problem}")


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return _LITERALS.get(parameters.problem)


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of one problem. Its arguments are the subject and what is wrong."""
    problems = PROBLEMS[parameters.problem]

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        return map(_match, problems(segments, document))

    return find


def _match(problem: Problem) -> Match:
    return Match(
        problem.segment,
        problem.start,
        problem.end,
        (problem.subject, problem.message),
        () if problem.replacement is None else (problem.replacement,),
        severity=problem.severity,
    )
