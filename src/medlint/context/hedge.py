"""Algorithm ``hedge``: a word in the phrase's clause weakens it ("may", "in some people", "if")."""

from __future__ import annotations

import msgspec

from medlint.clauses import after_last, any_of, before_first, first, last
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a hedge guard: cues before and after the phrase, and what ends a clause."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    before, after, breaks = any_of(cues.before), any_of(cues.after), any_of(cues.breaks)

    def hold(candidate: Candidate) -> str | None:
        found = last(before, after_last(breaks, candidate.before)) or first(
            after, before_first(breaks, candidate.after)
        )
        return found.group() if found else None

    return hold
