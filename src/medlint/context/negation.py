"""Algorithm ``negation``: the sentence denies the phrase.

Scope is lexical. A cue before the phrase reaches to the end of its clause; a determiner (``no``,
``without``) reaches only to the end of its noun phrase, so it stops at commas and conjunctions too,
and so does every cue before a phrase that is itself negative ("no pain, no side effects" denies
nothing). A cue after the phrase must be its predicate ("permanent results are not possible").
"""

from __future__ import annotations

import msgspec

from medlint.clauses import after_last, any_of, before_first, first, last
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a negation guard: lists of regular expressions."""

    verbal: tuple[str, ...]
    """Cues that reach to the end of the clause: not, never, cannot, rather than …"""
    nominal: tuple[str, ...]
    """Cues that reach to the end of their noun phrase: no, without, none of …"""
    predicates: tuple[str, ...]
    """What denies the phrase from behind: is not, does not exist, is a myth …"""
    pseudo: tuple[str, ...] = ()
    """What looks like a negation and is none: not only, no doubt, don't miss …"""
    breaks: tuple[str, ...] = ()
    """What ends a clause."""
    nominal_breaks: tuple[str, ...] = ()
    """What ends a noun phrase."""
    relative_breaks: tuple[str, ...] = ()
    """What keeps a later predicate from being the phrase's own: that, which, you …"""
    negative: tuple[str, ...] = ()
    """What a phrase begins with that is itself negative."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    verbal, nominal = any_of(cues.verbal), any_of(cues.nominal)
    predicates, pseudo = any_of(cues.predicates), any_of(cues.pseudo)
    breaks = any_of(cues.breaks)
    nominal_breaks = any_of((*cues.breaks, *cues.nominal_breaks))
    relative_breaks = any_of((*cues.breaks, *cues.relative_breaks))
    negative = any_of(cues.negative)

    def hold(candidate: Candidate) -> str | None:
        before = candidate.before
        if pseudo:
            before = pseudo.sub(lambda found: "·" * len(found.group()), before)
        is_negative = negative is not None and negative.match(candidate.phrase) is not None
        clause = after_last(nominal_breaks if is_negative else breaks, before)
        found = last(verbal, clause) or last(nominal, after_last(nominal_breaks, clause))
        if found:
            return found.group()
        behind = first(predicates, before_first(relative_breaks, candidate.after))
        return behind.group() if behind else None

    return hold
