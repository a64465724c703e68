"""Algorithm ``caution``: the sentence, or what introduces it, warns of the phrase."""

from __future__ import annotations

import msgspec

from medlint.clauses import after_last, any_of, first
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a caution guard."""

    sentence: tuple[str, ...] = ()
    """Cues anywhere in the sentence."""
    before: tuple[str, ...] = ()
    """Cues that must stand before the phrase, in its clause."""
    lead: tuple[str, ...] = ()
    """Cues in the heading above, or in the paragraph that introduces a list."""
    breaks: tuple[str, ...] = ()
    """What ends the reach of a cue before the phrase."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    anywhere, before, lead = any_of(cues.sentence), any_of(cues.before), any_of(cues.lead)
    breaks = any_of(cues.breaks)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.sentence
        found = (
            first(before, after_last(breaks, candidate.before))
            or first(anywhere, candidate.segment.text[sentence.start : sentence.end])
            or first(lead, candidate.heading)
            or first(lead, candidate.lead)
        )
        return found.group() if found else None

    return hold
