"""Algorithm ``negation``: the sentence denies the phrase.

Scope is lexical, and each kind of cue has its own reach. A verbal cue (``not``) before the phrase
reaches to the end of its clause; a nominal one (``no``) to the end of its noun phrase; an adjacent
one (``without``) only to what follows directly. A phrase that is itself negative ("no side
effects") is denied by verbal cues alone, and these reach no further than the next comma or
conjunction: "no pain, no side effects" denies nothing. Behind the phrase, its own predicate must
deny it ("permanent results are not possible"); it may begin with the break.
"""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first, near_before
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a negation guard: lists of regular expressions."""

    verbal: tuple[str, ...]
    """Cues that reach to the end of the clause: not, never, cannot …"""
    nominal: tuple[str, ...]
    """Cues that reach to the end of their noun phrase: no, none of, rather than …"""
    adjacent: tuple[str, ...] = ()
    """Cues that must stand directly before the phrase: without, lack of …"""
    predicates: tuple[str, ...]
    """What denies the phrase from behind: is not possible, does not exist …"""
    pseudo: tuple[str, ...] = ()
    """What looks like a negation and is none: not only, no doubt, don't miss …"""
    double: tuple[str, ...] = ()
    """Two negations that make an affirmation: never fails to, not without …"""
    breaks: tuple[str, ...] = ()
    """What ends a clause."""
    nominal_breaks: tuple[str, ...] = ()
    """What ends a noun phrase."""
    negative_breaks: tuple[str, ...] = ()
    """What ends the reach of a cue before a phrase that is itself negative."""
    predicate_breaks: tuple[str, ...] = ()
    """What keeps a later predicate from being the phrase's own: which, you …"""
    negative: tuple[str, ...] = ()
    """What a phrase begins with that is itself negative."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    verbal, nominal = any_of(cues.verbal), any_of(cues.nominal)
    adjacent, predicates = near_before(cues.adjacent, 0), any_of(cues.predicates)
    pseudo = any_of((*cues.pseudo, *cues.double))
    breaks = any_of(cues.breaks)
    nominal_breaks = any_of((*cues.breaks, *cues.nominal_breaks))
    negative_breaks = any_of((*cues.breaks, *cues.negative_breaks))
    predicate_breaks = any_of((*cues.breaks, *cues.predicate_breaks))
    negative = any_of(cues.negative)

    def hold(candidate: Candidate) -> str | None:
        sentence = candidate.clause.without(pseudo)
        if negative is not None and negative.match(candidate.phrase):
            found = sentence.within(negative_breaks).cue_before(verbal)
        else:
            found = (
                sentence.within(breaks).cue_before(verbal)
                or sentence.within(nominal_breaks).cue_before(nominal)
                or first(adjacent, sentence.before)
            )
        found = found or sentence.cue_after(predicates, predicate_breaks)
        return found.group() if found else None

    return hold
