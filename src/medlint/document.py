"""What a reader makes of a file: prose segments, each with an exact map to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from medlint.spans import Span

MASK = "*"
"""Stands, one for one, for each character of inline code, bare URLs and placeholders."""


class Run(NamedTuple):
    """A stretch of a segment's text and where it stands in the source.

    If ``length == source_length`` character maps to character. Otherwise the whole run (an
    entity, a line end, a separator between two elements) maps to the whole source range.
    """

    start: int
    source: int
    length: int
    source_length: int


class Inline(NamedTuple):
    """An inline element of a segment: a range of its text, and a link's target.

    ``kind`` is one of link, strong, emphasis, code, superscript, quote, footnote, url, placeholder.
    Code, url and placeholder are masked in the text; a footnote's target is its id.
    """

    kind: str
    start: int
    end: int
    target: str = ""


class Comment(NamedTuple):
    """A comment in the source (``<!-- … -->``, ``{/* … */}``): its span and its inner text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of prose as the reader of the page sees it, markup gone.

    ``scope`` is a dotted name (``text.heading.h2``, ``text.list``). ``within`` names what
    encloses it (blockquote, list, table, testimonial, class names …). Offsets into ``text``
    are code points; ``source_span`` turns them into offsets into the source.
    """

    text: str
    scope: str
    runs: tuple[Run, ...]
    inlines: tuple[Inline, ...] = ()
    within: frozenset[str] = frozenset()

    def source_span(self, start: int, end: int) -> Span:
        """Return the source range of ``text[start:end]``."""
        if not self.runs:
            return Span(0, 0)
        first = self._run_at(start)
        if first.length == first.source_length:
            source_start = first.source + min(start - first.start, first.length)
        else:
            source_start = first.source
        if end <= start:
            return Span(source_start, source_start)
        last = self._run_at(end - 1)
        if last.length == last.source_length:
            source_end = last.source + (end - last.start)
        else:
            source_end = last.source + last.source_length
        return Span(source_start, max(source_start, source_end))

    def _run_at(self, offset: int) -> Run:
        index = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        return self.runs[max(index, 0)]

    def slice(self, start: int, end: int, scope: str | None = None) -> Segment:
        """Return the part ``text[start:end]`` as a segment of its own."""
        runs = []
        for run in self.runs:
            low, high = max(run.start, start), min(run.start + run.length, end)
            if low >= high:
                continue
            if run.length == run.source_length:
                runs.append(Run(low - start, run.source + low - run.start, high - low, high - low))
            else:
                runs.append(Run(low - start, run.source, high - low, run.source_length))
        inlines = tuple(
            Inline(
                item.kind, max(item.start, start) - start, min(item.end, end) - start, item.target
            )
            for item in self.inlines
            if max(item.start, start) < min(item.end, end)
        )
        return Segment(self.text[start:end], scope or self.scope, tuple(runs), inlines, self.within)


def join(segments: Iterable[Segment], separator: str, scope: str) -> Segment:
    """Return one segment made of several, with a separator that maps to no source between them."""
    texts: list[str] = []
    runs: list[Run] = []
    inlines: list[Inline] = []
    offset = source = 0
    for segment in segments:
        if texts:
            texts.append(separator)
            runs.append(Run(offset, source, len(separator), 0))
            offset += len(separator)
        texts.append(segment.text)
        runs += [run._replace(start=run.start + offset) for run in segment.runs]
        inlines += [
            item._replace(start=item.start + offset, end=item.end + offset)
            for item in segment.inlines
        ]
        offset += len(segment.text)
        if segment.runs:
            source = segment.runs[-1].source + segment.runs[-1].source_length
    return Segment("".join(texts), scope, tuple(runs), tuple(inlines))


@dataclass(frozen=True, slots=True)
class Document:
    """A file once read. ``source`` is the original text; every span points into it.

    ``metadata`` is the front matter (or the HTML page's ``<meta name="medlint:…">``).
    """

    path: str
    source: str
    format: str
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
