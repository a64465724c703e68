"""The sentence an alert stands in, as the reader of the page sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.alerts import FileReport
from medlint.document import Document, Run, Segment
from medlint.errors import ReadError
from medlint.readers import format_of, reader
from medlint.sentences import sentence_at
from medlint.spans import Lines, Span

AROUND = 400
"""Characters of a sentence shown on either side of the words."""

WORDS = 1200
"""Characters of the words themselves."""

_REACH = 10_000

_MASKED = frozenset({"code", "url", "placeholder"})
_BLANKS = re.compile(r"\s+")


class Passage(NamedTuple):
    """A sentence in three parts, markup gone, on one line."""

    before: str
    words: str
    after: str


class Passages:
    """The passages of one file. The file is read once more, with its own reader."""

    def __init__(self, file: FileReport) -> None:
        self._source = file.source
        self._lines = Lines(file.source)
        document = _document(file)
        self._blocks = tuple(_blocks(document)) if document else ()
        self._texts: dict[int, str] = {}

    def at(self, span: Span) -> Passage:
        """Return the sentence about a source range; the source line where no prose holds it."""
        parts = tuple(self._parts(span))
        if not parts:
            return self._of_lines(span)
        words = " ".join(part.words for part in parts)
        return Passage(parts[0].before, _cut(words, WORDS), parts[-1].after)

    def _parts(self, span: Span) -> Iterator[Passage]:
        """Yield the passage in each block that the range runs through: as a rule, one."""
        place = span.start
        for number, (bounds, segment) in enumerate(self._blocks):
            if span:
                touches = bounds.overlaps(span) and bounds.end > place
            else:
                touches = bounds.start <= place <= bounds.end
            found = _range(segment, span) if touches else None
            if found:
                yield _passage(self._text(number), *found)
                place = bounds.end
            if found and place >= span.end:
                return

    def _of_lines(self, span: Span) -> Passage:
        last = max(span.start, span.end - 1)
        start = self._lines.span(self._lines.position(span.start).line).start
        end = self._lines.span(self._lines.position(last).line).end
        start, end = min(start, span.start), max(end, span.end)
        return _passage(self._source[start:end], span.start - start, span.end - start)

    def _text(self, number: int) -> str:
        """Return a block's text with masked code, addresses and placeholders put back."""
        if number not in self._texts:
            self._texts[number] = "".join(_unmasked(self._blocks[number][1], self._source))
        return self._texts[number]


def _unmasked(segment: Segment, source: str) -> Iterator[str]:
    end = 0
    for item in sorted(segment.inlines, key=lambda inline: inline.start):
        place = segment.source_span(item.start, item.end)
        if item.kind in _MASKED and item.start >= end and len(place) == item.end - item.start:
            yield segment.text[end : item.start]
            yield source[place.start : place.end]
            end = item.end
    yield segment.text[end:]


def _document(file: FileReport) -> Document | None:
    format = format_of(file.path) or "text"
    try:
        return reader(format).read(file.source, file.path)
    except ReadError:
        return None


def _blocks(document: Document) -> Iterator[tuple[Span, Segment]]:
    """Yield segments with the source range they lie in."""
    for segment in document.segments:
        if segment.runs:
            start = min(run.source for run in segment.runs)
            end = max(run.source + run.source_length for run in segment.runs)
            yield Span(start, end), segment


def _range(segment: Segment, span: Span) -> tuple[int, int] | None:
    """Return the range of the segment's text that comes from a source range."""
    touched = [
        run
        for run in segment.runs
        if run.source <= span.start < run.source + run.source_length
        or (run.source < span.end and span.start < run.source + run.source_length)
    ]
    if not touched:
        return None
    start = _offset(touched[0], span.start, 0)
    return start, max(start, _offset(touched[-1], span.end, touched[-1].length))


def _offset(run: Run, place: int, whole: int) -> int:
    if run.length != run.source_length:
        return run.start + whole
    return run.start + min(max(place - run.source, 0), run.length)


def _passage(text: str, start: int, end: int) -> Passage:
    low = max(0, start - _REACH)
    text, start, end = text[low : end + _REACH], start - low, end - low
    sentence = sentence_at(text, start, end)
    before = _BLANKS.sub(" ", text[sentence.start : start]).lstrip()
    words = _BLANKS.sub(" ", text[start:end])
    after = _BLANKS.sub(" ", text[end : sentence.end]).rstrip()
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    return Passage(before, words, _cut(after, AROUND))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"
