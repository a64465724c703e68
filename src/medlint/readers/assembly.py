"""How every reader builds segments: text arrives piece by piece, each piece with its place.

``Block`` is one segment in the making. ``Assembly`` is the document in the making: what encloses
the current place decides the scope of the text. Both are shared by all readers.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html.entities import html5
from typing import NamedTuple

from medlint.document import MASK, Comment, Inline, Run, Segment

Range = tuple[int, int]
"""A half-open range of code points in the source."""

_SOFT_HYPHEN = "\u00ad"
_SPECIAL = re.compile("\r\n?|\u00ad")
_MASKED = frozenset({"code", "url"})
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}+|#[xX][0-9a-fA-F]{1,8}+|[A-Za-z][A-Za-z0-9]{1,31}+);?+")
_LONGEST_BARE_NAME = 6
_URL = re.compile(
    r"(?:(?<![\w.+-])(?:https?|ftp)://|(?<![\w./@-])www\.)[^\s<>\"“”«»]+"
    r"|(?<![\w.+-])(?:mailto:)?[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
)
_MOST_NAMES = 200


class Block:
    """The text of one segment in the making, with its map and its inline elements.

    ``source`` is the text that offsets point into. ``placeholders`` are the ranges of it, sorted
    and apart, that are masked.
    """

    def __init__(self, source: str, placeholders: Sequence[Range] = ()) -> None:
        self._source = source
        self._placeholders = placeholders
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._inlines: list[Inline] = []
        self._open: dict[str, list[tuple[int, str]]] = {}
        self._length = 0
        self._masking = 0

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def after_break(self) -> bool:
        """Tell whether the text so far ends with a line break."""
        return bool(self._parts) and self._parts[-1].endswith("\n")

    def copy(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it stands; a line end of any kind becomes a line feed."""
        if self._masking:
            self._add(MASK * (end - start), start, end - start)
        elif self._placeholders:
            self._copy_around(start, end)
        else:
            self._copy(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text that stands for the whole of ``source[start:end]``."""
        if text != _SOFT_HYPHEN:
            masked = self._masking and text != "\n"
            self._add(MASK * len(text) if masked else text, start, end - start)

    def decode(self, text: str, start: int, end: int, base: int = 0) -> None:
        """Add ``text[start:end]`` with its character references decoded.

        ``text[i]`` stands at ``base + i`` in the source.
        """
        if text.find("&", start, end) >= 0:
            for found in _REFERENCE.finditer(text, start, end):
                character, length = _decoded(found.group())
                if length:
                    self.copy(base + start, base + found.start())
                    start = found.start() + length
                    self.put(character, base + found.start(), base + start)
        self.copy(base + start, base + end)

    def open(self, kind: str, target: str = "") -> None:
        """Begin an inline element. The text of code and of URLs is masked."""
        self._open.setdefault(kind, []).append((self._length, target))
        self._masking += kind in _MASKED

    def close(self, kind: str) -> None:
        """End the innermost inline element of this kind, if one is open."""
        opened = self._open.get(kind)
        if opened:
            start, target = opened.pop()
            self._masking -= kind in _MASKED
            if start < self._length:
                self._inlines.append(Inline(kind, start, self._length, target))

    def segment(self, scope: str, within: frozenset[str] = frozenset()) -> Segment | None:
        """Return the segment, without outer white space; None if nothing is left."""
        text = "".join(self._parts)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if start >= end:
            return None
        for kind, opened in self._open.items():
            for _ in tuple(opened):
                self.close(kind)
        if "://" in text or "www." in text or "@" in text:
            text = self._mask_urls(text)
        inlines = tuple(sorted(self._inlines, key=lambda item: (item.start, -item.end)))
        whole = Segment(text, scope, tuple(self._runs), inlines, within)
        return whole if end - start == len(text) else whole.slice(start, end)

    def _copy(self, start: int, end: int) -> None:
        text = self._source[start:end]
        done = 0
        if _SPECIAL.search(text):
            for found in _SPECIAL.finditer(text):
                low, high = found.span()
                self._add(text[done:low], start + done, low - done)
                if text[low] != _SOFT_HYPHEN:
                    self._add("\n", start + low, high - low)
                done = high
            text = text[done:]
        self._add(text, start + done, len(text))

    def _copy_around(self, start: int, end: int) -> None:
        """Copy, masking the placeholders on the way."""
        index = bisect_right(self._placeholders, start, key=lambda item: item[1])
        while index < len(self._placeholders) and self._placeholders[index][0] < end:
            low, high = self._placeholders[index]
            low, high = max(low, start), min(high, end)
            self._copy(start, low)
            self._add(MASK * (high - low), low, high - low)
            self._inlines.append(Inline("placeholder", self._length - (high - low), self._length))
            start = high
            index += 1
        self._copy(start, end)

    def _add(self, text: str, source: int, source_length: int) -> None:
        length = len(text)
        if not length:
            return
        last = self._runs[-1] if self._runs else None
        if (
            last is not None
            and length == source_length
            and last.length == last.source_length
            and last.source + last.length == source
        ):
            merged = last.length + length
            self._runs[-1] = Run(last.start, last.source, merged, merged)
        else:
            self._runs.append(Run(self._length, source, length, source_length))
        self._parts.append(text)
        self._length += length

    def _mask_urls(self, text: str) -> str:
        parts: list[str] = []
        done = 0
        for found in _URL.finditer(text):
            start = found.start()
            end = start + len(_without_closing_marks(found.group()))
            self._inlines.append(Inline("url", start, end, text[start:end]))
            parts += (text[done:start], MASK * (end - start))
            done = end
        return "".join((*parts, text[done:]))


def _without_closing_marks(url: str) -> str:
    """Return a URL without the marks that end the clause or bracket around it."""
    unmatched = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in ".,;:!?'’]}" or (url[end - 1] == ")" and unmatched > 0)):
        unmatched -= url[end - 1] == ")"
        end -= 1
    return url[:end]


def _decoded(reference: str) -> tuple[str, int]:
    """Return what a character reference stands for and its length; length 0 if it is none."""
    if reference.endswith(";") or reference[1] == "#":
        text = html.unescape(reference)
        return (text, len(reference)) if text != reference else ("", 0)
    for length in range(min(_LONGEST_BARE_NAME, len(reference) - 1), 1, -1):
        if reference[1 : length + 1] in html5:
            return html5[reference[1 : length + 1]], length + 1
    return "", 0


class _Frame(NamedTuple):
    """Something open: an element, or a container (which has no name)."""

    name: str
    scope: str
    within: frozenset[str]
    floor: int


class Assembly:
    """A document in the making.

    A *container* is opened and closed by the reader; an *element* by tags, which need not
    match: an end tag closes the nearest element of its name in the innermost container.
    """

    def __init__(self, source: str, placeholders: Sequence[Range] = ()) -> None:
        self.source = source
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._placeholders = placeholders
        self._attributes: list[Segment] = []
        self._frames = [_Frame("", "text", frozenset(), 0)]
        self._open: Counter[tuple[int, str]] = Counter()
        self.block = self.new_block()

    @property
    def top(self) -> str:
        """Return the name of the innermost element; empty in a container."""
        return self._frames[-1].name

    @property
    def floor(self) -> int:
        """Return how many elements and containers the innermost container lies in."""
        return self._frames[-1].floor

    def new_block(self) -> Block:
        """Return an empty block over the document's source."""
        return Block(self.source, self._placeholders)

    def flush(self) -> None:
        """End the current segment, and begin another."""
        if self.block:
            frame = self._frames[-1]
            segment = self.block.segment(frame.scope, frame.within)
            if segment is not None:
                self.segments.append(segment)
        self.block = self.new_block()
        if self._attributes:
            self.segments += self._attributes
            self._attributes.clear()

    def attribute(self, block: Block, scope: str) -> None:
        """Add an attribute's text, if it has any of its own, after the segment it stands in."""
        segment = block.segment(scope, self._frames[-1].within)
        if segment is not None and segment.text.strip(MASK):
            self._attributes.append(segment)

    def enter(self, scope: str = "", within: Collection[str] = ()) -> None:
        """Open a container. Without a scope, it has that of what encloses it."""
        self._push("", scope, within, len(self._frames))

    def leave(self) -> None:
        """Close the innermost container and the elements in it."""
        self.flush()
        floor = self.floor
        while len(self._frames) > floor:
            self._pop()

    def start(self, name: str, scope: str = "", within: Collection[str] = ()) -> None:
        """Open an element."""
        self._push(name, scope, within, self.floor)
        self._open[self.floor, name] += 1

    def end(self, name: str) -> None:
        """Close the nearest element of this name in the innermost container, if there is one."""
        self.flush()
        if self._open[self.floor, name]:
            while self._pop() != name:
                pass

    def _push(self, name: str, scope: str, within: Collection[str], floor: int) -> None:
        self.flush()
        above = self._frames[-1]
        names = above.within
        if not names.issuperset(within) and len(names) < _MOST_NAMES:
            names = names.union(within)
        self._frames.append(_Frame(name, scope or above.scope, names, floor))

    def _pop(self) -> str:
        frame = self._frames.pop()
        if frame.name:
            self._open[frame.floor, frame.name] -= 1
        return frame.name


def outside(gaps: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """Yield the parts of a range that no gap covers. Gaps are sorted and apart."""
    index = bisect_right(gaps, start, key=lambda gap: gap[1])
    while index < len(gaps) and gaps[index][0] < end:
        if start < gaps[index][0]:
            yield start, gaps[index][0]
        start = gaps[index][1]
        index += 1
    if start < end:
        yield start, end
