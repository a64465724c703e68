"""Algorithm ``page``: who the page is for, what it is for, or where on it the phrase stands."""

from __future__ import annotations

import msgspec

from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a page guard: audiences, intents and enclosing elements that hold a phrase back."""

    audience: tuple[str, ...] = ()
    intent: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""

    def hold(candidate: Candidate) -> str | None:
        if candidate.audience in cues.audience:
            return f"audience: {candidate.audience}"
        if candidate.intent in cues.intent:
            return f"intent: {candidate.intent}"
        enclosing = candidate.segment.within.intersection(cues.within)
        return min(enclosing) if enclosing else None

    return hold
