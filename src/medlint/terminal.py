"""What text looks like on a terminal: how wide it is, and how to show it without harm.

A document or a file name can hold escape sequences, bidirectional overrides and other characters
that would move the cursor or hide words. They are shown as visible escapes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

TAB = "    "
_ZWJ, _ZWNJ = "\u200d", "\u200c"
_EMOJI_PRESENTATION = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JOINING_JAMO = range(0x1160, 0x1200)
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Cell(NamedTuple):
    """A character as shown, and the columns it adds to its line."""

    shown: str
    columns: int


def cells(text: str) -> Iterator[Cell]:
    """Yield a cell for each code point: tabs are four blanks, unsafe characters are escapes."""
    previous, columns = "", 0
    for character in text:
        cell = _cell(character, previous, columns)
        yield cell
        previous, columns = character, cell.columns


def visible(text: str) -> str:
    """Return the text on one line with nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell.shown for cell in cells(text))


def width(text: str) -> int:
    """Return the number of columns the text takes once shown."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell.columns for cell in cells(text))


def wrap(text: str, columns: int) -> Iterator[str]:
    """Yield lines of whole words no wider than ``columns``; a longer word gets its own line."""
    line, taken = "", 0
    for word in visible(" ".join(text.split())).split(" "):
        size = width(word)
        if line and taken + 1 + size > columns:
            yield line
            line, taken = word, size
        else:
            line, taken = (f"{line} {word}", taken + 1 + size) if line else (word, size)
    if line:
        yield line


class Window(NamedTuple):
    """A part of a line that fits, and where the marked words lie in it, in columns from 0."""

    text: str
    offset: int
    length: int


def window(line: str, start: int, end: int, columns: int) -> Window:
    """Show ``line[start:end]`` within its line in at most ``columns``, with ``…`` where cut.

    Offsets are code points. Words that are wider than the window are shown from their start.
    """
    reach = 2 * columns
    low, high = max(0, start - reach), min(len(line), max(start, min(end, start + reach)) + reach)
    row = list(cells(line[low:high]))
    edges = [0, *accumulate(cell.columns for cell in row)]
    first, last = start - low, min(end, high) - low
    whole = edges[-1] <= columns and low == 0 and high == len(line)
    left, right = (0, len(row)) if whole else _fit(edges, first, last, columns - 2)
    head = "…" if low + left > 0 else ""
    tail = "…" if low + right < len(line) else ""
    offset = len(head) + edges[first] - edges[left]
    length = edges[min(last, right)] - edges[first]
    return Window(head + "".join(cell.shown for cell in row[left:right]) + tail, offset, length)


def _fit(edges: list[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return the range of cells to show: the words, with what fits about them."""
    size = len(edges) - 1
    spare = max(0, room - (edges[last] - edges[first]))
    left = first
    before = max(spare // 2, spare - (edges[size] - edges[last]))
    while left > 0 and edges[first] - edges[left - 1] <= before:
        left -= 1
    right = first
    while right < size and edges[right + 1] - edges[left] <= room:
        right += 1
    while left < first and edges[left + 1] == edges[left]:
        left += 1  # a combining mark is not parted from its letter
    return left, right


def _cell(character: str, previous: str, previous_columns: int) -> Cell:
    if character == "\t":
        return Cell(TAB, len(TAB))
    category = unicodedata.category(character)
    if category in _UNSAFE and character not in (_ZWJ, _ZWNJ):
        shown = _escape(character)
        return Cell(shown, len(shown))
    if character == _EMOJI_PRESENTATION:
        return Cell(character, 1 if previous_columns == 1 and _is_symbol(previous) else 0)
    if (
        category in ("Mn", "Me")
        or character in (_ZWJ, _ZWNJ)
        or ord(character) in _JOINING_JAMO
        or (ord(character) in _SKIN_TONES and _is_symbol(previous))
        or (previous == _ZWJ and category == "So")
    ):
        return Cell(character, 0)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _is_symbol(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "SPN"


def _escape(character: str) -> str:
    named = {"\n": r"\n", "\r": r"\r"}
    code = ord(character)
    if character in named:
        return named[character]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
