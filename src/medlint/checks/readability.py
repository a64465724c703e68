"""Check type ``readability``: prose that is harder to read than its audience will bear.

The grade is the mean of the formulas named, over the document's running prose: masked, block by
block, on sentences already split, without its list of references. There is one alert a document,
at the hardest sentence; the next hardest are related places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.engines import textstat
from medlint.masking import mask, outside_references
from medlint.scopes import is_body
from medlint.sentences import sentences

SCOPE = "text"
LOCAL = False
BLAMED = 4
"""Sentences named in one alert."""

METRICS = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "automated_readability",
    "Consensus": "consensus",
}


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``readability``.

    ``grade`` is the highest school grade allowed, ``audiences`` another one by audience;
    above ``warn_above`` (0: never) a suggestion becomes a warning. Documents with fewer
    ``minimum_words`` or ``minimum_sentences`` are not judged.
    """

    metrics: tuple[str, ...] = ("Flesch-Kincaid",)
    grade: float = 9
    audiences: dict[str, float] = msgspec.field(default_factory=dict)
    warn_above: float = 0
    minimum_words: int = 0
    minimum_sentences: int = 0

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for name in self.metrics or ("",):
            if name not in METRICS:
                raise ValueError(f"`metrics` are {', '.join(METRICS)}; not `{name}`")


class _Sentence(NamedTuple):
    segment: Segment
    start: int
    end: int
    text: str


def literals(_parameters: Parameters) -> None:
    """Return None: every document has a grade."""


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder that grades the document and names the sentences to blame."""
    limit = parameters.audiences.get(environment.audience, parameters.grade)

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        prose = list(_prose(segments, document))
        words = sum(len(sentence.text.split()) for sentence in prose)
        if words < parameters.minimum_words or len(prose) < parameters.minimum_sentences:
            return  # before the engine is loaded
        indices = _indices([sentence.text for sentence in prose])
        if (
            indices is None
            or indices.words < parameters.minimum_words
            or indices.sentences < parameters.minimum_sentences
        ):
            return
        grade = fmean(getattr(indices, METRICS[name]) for name in parameters.metrics)
        if grade > limit:
            hardest, *others = sorted(prose, key=lambda s: _excess(s, limit), reverse=True)[:BLAMED]
            yield Match(
                hardest.segment,
                hardest.start,
                hardest.end,
                (f"{grade:.2f}", f"{limit:g}"),
                related=tuple((s.segment, s.start, s.end, _note(s)) for s in others),
                severity="warning" if 0 < parameters.warn_above < grade else None,
            )

    return find


def _indices(texts: Sequence[str]) -> textstat.Indices | None:
    try:
        return textstat.indices(texts)
    except ValueError:
        return None


def _prose(segments: Sequence[Segment], document: Document) -> Iterator[_Sentence]:
    for segment in outside_references(segments, document):
        if not is_body(segment) and segment.scope != "summary":
            continue
        masked = mask(segment)
        for span in sentences(masked.text):
            place = masked.span(span.start, span.end)
            yield _Sentence(segment, place.start, place.end, masked.text[span.start : span.end])


def _excess(sentence: _Sentence, limit: float) -> float:
    """Return how much a sentence adds to what is too much: its words times its grade's excess."""
    indices = _indices([sentence.text])
    return indices.words * (indices.flesch_kincaid - limit) if indices else 0


def _note(sentence: _Sentence) -> str:
    indices = _indices([sentence.text])
    return f"grade {indices.flesch_kincaid:.0f}, {indices.words} words" if indices else ""
