"""The reference list of a document: which segments belong to it, and where each entry stands.

A list needs at least two entries with a year or an identifier: "References" is also what clinics
call the praise of their clients.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medlint.document import Document, Segment
from medlint.evidence.identifiers import identifiers
from medlint.spans import Span

_HEADING = re.compile(
    r"\W*(?:\d+[.)]?\s+)?(?:(?:selected|key|scientific|medical|clinical)\s+)?"
    r"(?:references?(?:\s+(?:list|cited))?|bibliography|works\s+cited|literature\s+cited|sources?|"
    r"citations?|endnotes|footnotes|notes\s+and\s+references|evidence\s+base)\s*:?\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b|\bn\.d\.")
_LABEL = re.compile(r"[ \t]*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])[ \t]+|[ \t]*[-*•][ \t]+")
_ENTRY_START = re.compile(r"[ \t]*[^\W\d_a-z][\w'’-]+[^\n]{0,220}?[(\s.;,](?:1[6-9]|20)\d\d")
_PUBLISHED = re.compile(
    r"\((?:1[6-9]|20)\d\d[a-z]?(?:,[^()\n]{1,20})?\)"
    r"|\b(?:1[6-9]|20)\d\d[a-z]?(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?(?:\s?[;:]|,\s|\.\s\w)"
)
"""A year as a list of sources writes it: in brackets, or before the volume, pages or title."""
_MARKED = frozenset({"references", "reference-list", "bibliography", "footnotes", "footnote"})
_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*\Z")
_DEFINED = re.compile(r"^[ \t>]*\[\^([^\]\s]+)\]:", re.MULTILINE)
_LONGEST_HEADING = 60


class Entry(NamedTuple):
    """One entry: the place of its segment in the document, and its range in that segment's text."""

    place: int
    span: Span


class Definition(NamedTuple):
    """A footnote's definition: its id and the place of the segment that opens it."""

    key: str
    place: int


def reference_segments(document: Document) -> frozenset[int]:
    """Return the indices of the segments that make up the reference list and the footnotes."""
    marked = {i for i, segment in enumerate(document.segments) if segment.within & _MARKED}
    return frozenset(marked | set(_section(document.segments)))


def entries(document: Document) -> Iterator[Entry]:
    """Yield the entries of the reference list, in order; footnotes are not among them."""
    section = _section(document.segments)
    marked = [
        i
        for i, segment in enumerate(document.segments)
        if segment.within & _MARKED and "footnote" not in segment.within
    ]
    for index in sorted({*section[1:], *marked}):
        for span in _entries(document.segments[index].text):
            yield Entry(index, span)


def works(document: Document) -> Iterator[Entry]:
    """Yield the entries that name a published work: they show its year or an identifier."""
    for entry in entries(document):
        text = document.segments[entry.place].text[entry.span.start : entry.span.end]
        if _PUBLISHED.search(text) or next(identifiers(text), None):
            yield entry


def definitions(document: Document) -> Iterator[Definition]:
    """Yield the footnote definitions of a document, told by the ``[^id]:`` before each."""
    for index, segment in enumerate(document.segments):
        if segment.runs:
            start = segment.source_span(0, 0).start
            found = _DEFINITION.search(document.source, max(0, start - 120), start)
            if found:
                yield Definition(found[1], index)


def defined(source: str) -> frozenset[str]:
    """Return the ids of all footnotes that a source defines, at the start of a line."""
    return frozenset(found[1] for found in _DEFINED.finditer(source))


def _section(segments: Sequence[Segment]) -> range:
    """Return the indices of the last section with a reference list's heading, heading first."""
    for index in range(len(segments) - 1, -1, -1):
        if _is_heading(segments[index]) and _HEADING.fullmatch(segments[index].text.strip()):
            end = index + 1
            while end < len(segments) and not segments[end].scope.startswith("text.heading"):
                end += 1
            if _dated(segments[index + 1 : end]) >= 2:
                return range(index, end)
    return range(0)


def _is_heading(segment: Segment) -> bool:
    """Tell whether a segment is a heading, by markup or by standing alone as a short line."""
    return segment.scope.startswith("text.heading") or (
        segment.scope == "text" and len(segment.text) <= _LONGEST_HEADING
    )


def _dated(segments: Sequence[Segment]) -> int:
    return sum(
        bool(_YEAR.search(text) or next(identifiers(text), None) or "url" in kinds)
        for segment in segments
        for kinds in ({item.kind for item in segment.inlines},)
        for span in _entries(segment.text)
        for text in (segment.text[span.start : span.end],)
    )


def _entries(text: str) -> Iterator[Span]:
    """Split a block into entries: at labels, or else at lines that begin like authors."""
    lines = list(_lines(text))
    labelled = any(_LABEL.match(text, line.start) for line in lines)
    starts = [
        line.start
        for number, line in enumerate(lines)
        if number == 0 or (_LABEL if labelled else _ENTRY_START).match(text, line.start)
    ]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        body = text[start:end].rstrip()
        if body:
            yield Span(start, start + len(body))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line)
