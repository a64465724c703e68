"""Algorithm ``report``: the sentence tells what somebody else said or ruled about the phrase."""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a report guard. A speaker and a verb must both stand in the sentence."""

    speakers: tuple[str, ...]
    verbs: tuple[str, ...]


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    speakers, verbs = any_of(cues.speakers), any_of(cues.verbs)

    def hold(candidate: Candidate) -> str | None:
        outside = f"{candidate.before} · {candidate.after}"
        speaker, verb = first(speakers, outside), first(verbs, outside)
        return f"{speaker.group()} … {verb.group()}" if speaker and verb else None

    return hold
