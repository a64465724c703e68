"""What a sentence does with a phrase: denies it, asks it, warns of it, reports it.

A guard is a YAML file in ``rules/guards/``: it names one of the algorithms here and lists its
cues. To add a guard, add such a file; to add an algorithm, write a module that meets ``Guard``
and add its line to ``ALGORITHMS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from medlint.clauses import Clause
from medlint.document import Document, Segment
from medlint.sentences import sentence_at, sentences
from medlint.spans import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase in its sentence, waiting to become an alert.

    ``start`` and ``end`` are code points into ``segment.text``; ``sentence`` is the range of
    the sentence there. ``audience`` and ``intent`` are those in force for the document.
    ``heading`` is the nearest heading above; ``lead`` is the paragraph that introduces the list
    a list item is in.
    """

    segment: Segment
    start: int
    end: int
    document: Document
    audience: str = "public"
    intent: str = "promotion"
    heading: str = ""
    lead: str = ""

    @property
    def sentence(self) -> Span:
        """Return the range of the sentence in the segment's text."""
        return sentence_at(self.segment.text, self.start, self.end)

    @property
    def clause(self) -> Clause:
        """Return the sentence as a clause that a guard may narrow."""
        here = self.sentence
        text = self.segment.text[here.start : here.end]
        return Clause(text, self.start - here.start, self.end - here.start)

    @property
    def phrase(self) -> str:
        """Return the phrase itself."""
        return self.segment.text[self.start : self.end]

    @property
    def introduction(self) -> str:
        """Return the last sentence of what introduces the list, or an empty string."""
        spans = sentences(self.lead)
        return self.lead[spans[-1].start : spans[-1].end] if spans else ""

    @property
    def next_sentence(self) -> str:
        """Return the sentence that follows in the same segment, or an empty string."""
        here = self.sentence
        for span in sentences(self.segment.text):
            if span.start >= here.end:
                return self.segment.text[span.start : span.end]
        return ""


Hold = Callable[[Candidate], str | None]
"""Return the cue that holds the candidate back, or None to let it through."""


class Guard(Protocol):
    """What a module must offer to be a guard algorithm."""

    @property
    def Cues(self) -> type[Any]:
        """A frozen, keyword-only msgspec Struct: the keys its YAML files may give."""

    def guard(self, cues: Any) -> Hold:
        """Return the function that judges a candidate."""


ALGORITHMS: dict[str, str] = {
    name: f"medlint.context.{name}"
    for name in (
        "caution",
        "clause",
        "negation",
        "page",
        "phrase",
        "question",
        "quotation",
    )
}


def algorithm(name: str) -> Guard:
    """Return the guard algorithm of this name. Raises KeyError if there is none."""
    return cast(Guard, import_module(ALGORITHMS[name]))
