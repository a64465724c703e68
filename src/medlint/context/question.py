"""Algorithm ``question``: the sentence asks, and does not sell by asking."""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a question guard."""

    openings: tuple[str, ...] = ()
    """How a question without its mark begins, in a heading or a list: is, how long, can …"""
    selling: tuple[str, ...] = ()
    """How a question begins that makes a promise: want, ready for, tired of …"""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    openings, selling = any_of(cues.openings), any_of(cues.selling)

    def hold(candidate: Candidate) -> str | None:
        text = candidate.segment.text
        sentence = text[candidate.sentence.start : candidate.sentence.end].lstrip(" \"'“‘*-–—")
        offer = first(selling, sentence)
        if offer and offer.start() == 0:
            return None
        rest = candidate.after
        if "?" in rest or candidate.phrase.endswith("?"):
            return "?"
        title = "heading" in candidate.segment.scope or "title" in candidate.segment.scope
        opening = first(openings, sentence) if title else None
        return opening.group() if opening and opening.start() == 0 else None

    return hold
