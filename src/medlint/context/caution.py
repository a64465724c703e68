"""Algorithm ``caution``: the sentence, or what introduces it, warns of the phrase."""

from __future__ import annotations

import msgspec
import regex

from medlint import expressions
from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold

_VOUCHED = r"\A\W*(?:{})(?: \d+)?\s*[:.–—-]\s"

_LABELLED = (
    r"(?m)(?:^|(?<=[.!?;|]\s))\W*(?:{})(?: \d+)?"
    r"(?:\s*[:–—|]|\s-|(?<=\d|myth|misconception)\.)\s[^.!?;]*\Z"
)


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a caution guard: lists of regular expressions."""

    labels: tuple[str, ...] = ()
    """What stands before a colon, dash or stop and condemns what follows: myth 2, avoid …"""
    before: tuple[str, ...] = ()
    """Cues before the phrase, in its clause."""
    after: tuple[str, ...] = ()
    """Cues after the phrase, in its clause: is a myth, are prohibited …"""
    sentence: tuple[str, ...] = ()
    """Cues anywhere in the sentence outside the phrase."""
    following: tuple[str, ...] = ()
    """How the next sentence begins if it refutes this one: this is not true …"""
    heading: tuple[str, ...] = ()
    """Cues in the heading above."""
    lead: tuple[str, ...] = ()
    """Cues in the sentence that introduces a list."""
    vouched: tuple[str, ...] = ()
    """What a block begins with that no heading or introduction condemns: fact, truth …"""
    pseudo: tuple[str, ...] = ()
    """What looks like a cue and is none."""
    breaks: tuple[str, ...] = ()
    """What ends the reach of a cue in the sentence."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    labels, vouched = _framed(_LABELLED, cues.labels), _framed(_VOUCHED, cues.vouched)
    before, after = any_of(cues.before), any_of(cues.after)
    anywhere, following = any_of(cues.sentence), any_of(cues.following)
    heading, lead = any_of(cues.heading), any_of(cues.lead)
    pseudo, breaks = any_of(cues.pseudo), any_of(cues.breaks)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.clause.without(pseudo)
        clause = sentence.within(breaks)
        found = (
            clause.cue_before(before)
            or sentence.cue_after(after, breaks)
            or first(anywhere, sentence.around)
            or first(labels, candidate.segment.text[: candidate.start])
            or (following and following.match(candidate.next_sentence))
        )
        if found is None and first(vouched, candidate.segment.text) is None:
            found = first(heading, candidate.heading) or first(lead, candidate.introduction)
        return found.group() if found else None

    return hold


def _framed(frame: str, patterns: tuple[str, ...]) -> regex.Pattern[str] | None:
    if not patterns:
        return None
    return expressions.compile(
        expressions.translate(frame.replace("{}", "|".join(patterns)), spaces=True, loose=True),
        ignorecase=True,
    )
