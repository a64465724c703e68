"""Algorithm ``question``: the sentence asks, and does not sell by asking."""

from __future__ import annotations

import msgspec

from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a question guard: lists of regular expressions."""

    labels: tuple[str, ...] = ()
    """What marks a question and stands before it: "Q:", "FAQ 3:" …"""
    openings: tuple[str, ...] = ()
    """How a question begins (verb before subject), with or without its mark."""
    selling: tuple[str, ...] = ()
    """How a question, or a part of it, begins that makes a promise: want, ready for …"""
    indirect: tuple[str, ...] = ()
    """What makes the clause it introduces a question: ask whether, wonder if …"""
    tags: tuple[str, ...] = ()
    """How the last part of a sentence begins that asks after a statement: so why, isn't it …"""
    affirmed: tuple[str, ...] = ()
    """How an answer begins that turns the question into a statement: yes, of course …"""
    breaks: tuple[str, ...] = ()
    """What ends a clause."""
    untitled: tuple[str, ...] = ("text.heading", "text.list", "frontmatter.title")
    """Scopes in which a question may lack its mark."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    labels, openings = any_of(cues.labels), any_of(cues.openings)
    selling = any_of(tuple(rf"(?:^|[,;:–—-] )\W*{cue}" for cue in cues.selling))
    indirect, breaks = any_of(cues.indirect), any_of(cues.breaks)
    tags = any_of(tuple(rf"[,;:–—-]\s*{cue}[^?]*\?" for cue in cues.tags))
    affirmed = any_of(cues.affirmed)

    def asked(candidate: Candidate) -> str | None:
        sentence = candidate.clause
        label = labels.match(sentence.text.lstrip()) if labels else None
        text = sentence.text[label.end() :] if label else sentence.text
        opening = openings.match(text.lstrip(" \t\n\"'“‘*#-–—+>")) if openings else None
        if "?" in sentence.after or candidate.phrase.endswith("?"):
            stated = None if opening else first(tags, sentence.after)
            return None if stated else "?"
        if label:
            return label.group()
        closed = sentence.text.rstrip().endswith((".", "!"))
        titled = candidate.segment.scope.startswith(cues.untitled) and not closed
        return opening.group() if opening and titled else None

    def hold(candidate: Candidate) -> str | None:
        wondering = candidate.clause.within(breaks).cue_before(indirect)
        if wondering:
            return wondering.group()
        sold = first(selling, candidate.clause.before + candidate.phrase)
        answered = affirmed.match(candidate.next_sentence) if affirmed else None
        return None if sold or answered else asked(candidate)

    return hold
