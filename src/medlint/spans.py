"""Places in a text: spans, and the lines and columns they stand at.

Inside medlint every place is a half-open range of code points in the original text.
Other units (lines, UTF-16 code units, UTF-8 bytes) exist only at the edges, and are
converted here and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: ``text[start:end]``.

    Raises ValueError if ``start`` is negative or ``end`` lies before it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


class Lines:
    """The lines of one text, for turning offsets into positions.

    A line ends at LF, CRLF or CR. A byte order mark has no column, as in editors.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [1 if text.startswith(BOM) else 0]
        self._starts += [match.end() for match in _LINE_END.finditer(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of a code point offset."""
        line = max(bisect_right(self._starts, offset), 1)
        return Position(line, max(offset - self._starts[line - 1], 0) + 1)

    def span(self, line: int) -> Span:
        """Return where a line (from 1) stands, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return Span(start, start + len(self._text[start:end].rstrip("\r\n")))

    def byte_column(self, offset: int) -> int:
        """Return the column, from 1, in UTF-8 bytes."""
        start = self.span(self.position(offset).line).start
        return len(self._text[start:offset].encode()) + 1


def from_utf16(text: str, offset: int) -> int:
    """Turn an offset in UTF-16 code units into one in code points."""
    units = 0
    for index, character in enumerate(text):
        if units >= offset:
            return index
        units += 2 if character > "\uffff" else 1
    return len(text)
