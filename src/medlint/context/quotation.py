"""Algorithm ``quotation``: the phrase is mentioned, not used.

It must stand between quotation marks, and the words beside them must speak about wording. A
quotation that makes up the sentence (a testimonial) or only lends distance ("zero downtime"
facial) is used.
"""

from __future__ import annotations

import re

import msgspec

from medlint.clauses import any_of, first, near_after, near_before
from medlint.context import Candidate, Hold
from medlint.spans import Span

_QUOTED = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*’|(?<!\w)'(?:[^']|'(?=\w))*'"
)


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a quotation guard: lists of regular expressions."""

    before: tuple[str, ...]
    """What mentions: it ends at most ``gap`` words before the quotation, or the list it is in."""
    after: tuple[str, ...] = ()
    """What speaks about a mention: it begins at most two words after the quotation."""
    bare: tuple[str, ...] = ()
    """What mentions the phrase directly after it, quotation marks or not: the word …"""
    sentence: tuple[str, ...] = ()
    """What speaks about wording anywhere in the sentence outside the quotation."""
    spoken: tuple[str, ...] = ()
    """What makes the quotation the speech of one who means it: our patients say …"""
    gap: int = 2
    longest: int = 12
    """A quotation of more words than this is speech, not a mention."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    before, after = near_before(cues.before, cues.gap), near_after(cues.after, 2)
    bare, spoken = near_before(cues.bare, 0), near_before(cues.spoken, cues.gap)
    anywhere = any_of(cues.sentence)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.clause
        found = first(bare, sentence.before)
        if found:
            return found.group().strip()
        quoted = _quotation(candidate)
        if quoted is None:
            return None
        quotation = sentence.text[quoted.start : quoted.end]
        if len(quotation.split()) > cues.longest:
            return None
        left = _QUOTED.sub(" ", sentence.text[: quoted.start])
        right = _QUOTED.sub(" ", sentence.text[quoted.end :])
        if first(spoken, left):
            return None
        found = first(before, left) or first(after, right) or first(anywhere, f"{left} · {right}")
        return f"{found.group().strip()} {quotation}" if found else None

    return hold


def _quotation(candidate: Candidate) -> Span | None:
    """Return where in its sentence the quotation around the phrase stands."""
    sentence, offset = candidate.clause, candidate.sentence.start
    for found in _QUOTED.finditer(sentence.text):
        if found.start() <= sentence.start and sentence.end <= found.end():
            return Span(*found.span())
    for inline in candidate.segment.inlines:
        if inline.kind == "quote" and inline.start <= candidate.start < candidate.end <= inline.end:
            return Span(max(inline.start - offset, 0), inline.end - offset)
    return None
