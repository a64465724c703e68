"""Algorithm ``clause``: something in the phrase's own clause changes what the phrase says.

So work hedges ("may", "in some people"), conditions ("if"), aims ("we aim to") and reports ("the
regulator ruled that").
"""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a clause guard: lists of regular expressions."""

    before: tuple[str, ...] = ()
    """Cues before the phrase."""
    after: tuple[str, ...] = ()
    """Cues after the phrase."""
    around: tuple[str, ...] = ()
    """Cues on either side, or across the phrase, but not only in it."""
    pseudo: tuple[str, ...] = ()
    """What looks like a cue and is none."""
    breaks: tuple[str, ...] = ()
    """What ends a clause."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    before, after, around = any_of(cues.before), any_of(cues.after), any_of(cues.around)
    pseudo, breaks = any_of(cues.pseudo), any_of(cues.breaks)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.clause.without(pseudo)
        clause = sentence.within(breaks)
        found = (
            clause.cue_before(before)
            or sentence.cue_after(after, breaks)
            or first(around, clause.around)
        )
        return found.group() if found else None

    return hold
