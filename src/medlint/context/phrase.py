"""Algorithm ``phrase``: words beside, inside or around the phrase change what it means."""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first, near_after, near_before
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a phrase guard: regular expressions."""

    before: tuple[str, ...] = ()
    """Cues that end at most ``gap`` words before the phrase."""
    after: tuple[str, ...] = ()
    """Cues that begin at most ``gap`` words after the phrase."""
    voided: tuple[str, ...] = ()
    """What in the phrase makes the cues beside it void; after it, those before."""
    inside: tuple[str, ...] = ()
    """Cues in the phrase itself."""
    sentence: tuple[str, ...] = ()
    """Cues anywhere in the sentence outside the phrase."""
    next_sentence: tuple[str, ...] = ()
    """Cues in the sentence that follows."""
    gap: int = 3


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    before, after = near_before(cues.before, cues.gap), near_after(cues.after, cues.gap)
    inside, around = any_of(cues.inside), any_of(cues.sentence)
    following = any_of(cues.next_sentence)
    voided = any_of(cues.voided)
    voided_after = near_after(cues.voided, cues.gap)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.clause
        is_void = first(voided, candidate.phrase) is not None
        is_void_before = is_void or first(voided_after, sentence.after) is not None
        found = (
            first(None if is_void_before else before, sentence.before)
            or first(None if is_void else after, sentence.after)
            or first(inside, candidate.phrase)
            or first(around, sentence.around)
            or first(following, candidate.next_sentence)
        )
        return found.group().strip() if found else None

    return hold
