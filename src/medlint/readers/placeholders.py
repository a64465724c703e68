"""Template placeholders in a source, found in linear time: ``{{ … }}``, ``{% … %}``, ``${ … }``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.readers.assembly import Range

_OPEN = re.compile(r"\{\{|\{%|\$\{")
_CLOSE = {"{{": "}}", "{%": "%}", "${": "}"}
_LONGEST = 1000
_NEVER_INSIDE = re.compile(r"`|</|<!--|-->|\n[ \t\r]*\n")
_BRACES = re.compile(r"[{}]|\n[ \t\r]*\n")


def placeholders(text: str) -> Iterator[Range]:
    """Yield the placeholders of a template language, in order. None crosses a blank line."""
    at = 0
    closing = dict.fromkeys(_CLOSE, 0)
    while opened := _OPEN.search(text, at):
        at = opened.end()
        mark = opened.group()
        if 0 <= closing[mark] < at:
            closing[mark] = text.find(_CLOSE[mark], at)
        close = closing[mark]
        if not 0 <= close - at <= _LONGEST or _NEVER_INSIDE.search(text, at, close):
            continue
        at = close + len(_CLOSE[mark])
        at += text.startswith("{{{", opened.start()) and text.startswith("}", at)
        yield opened.start(), at


def expressions(text: str) -> Iterator[Range]:
    """Yield the outermost ``{ … }`` of MDX, in order. None crosses a blank line."""
    opened: list[int] = []
    for brace in _BRACES.finditer(text):
        if brace.group() == "{":
            opened.append(brace.start())
        elif brace.group() != "}":
            opened.clear()
        elif opened:
            start = opened.pop()
            if not opened and not _crosses_code(text, start, brace.end()):
                yield start, brace.end()


def _crosses_code(text: str, start: int, end: int) -> bool:
    """Tell whether what looks like an expression begins or ends inside Markdown code."""
    ticks = text.count("`", start, end)
    if not ticks:
        return False
    return bool(ticks % 2) or text[start - 1 : start] == "`" or text.find("```", start, end) >= 0


def is_block_tag(text: str, place: Range) -> bool:
    """Tell whether a placeholder prints nothing itself: ``{% … %}``, ``{{< … >}}``."""
    return text.startswith(("{%", "{{<", "{{%"), place[0])


def alone(text: str, places: list[Range]) -> list[bool]:
    """Tell of each placeholder whether its line holds block tags only."""
    before = _clear(text, places, range(len(places)))
    after = _clear(text, places, range(len(places) - 1, -1, -1))
    return [a and b for a, b in zip(before, after, strict=True)]


def _clear(text: str, places: list[Range], order: range) -> list[bool]:
    """Tell whether the line is clear up to each placeholder, seen from one side."""
    result = [False] * len(places)
    previous = 0 if order.step > 0 else len(text)
    clear = True
    for index in order:
        start, end = places[index]
        if order.step > 0:
            between = text[previous:start].rpartition("\n")
            same_line, rest, previous = not between[1], between[2], end
        else:
            between = text[end:previous].partition("\n")
            same_line, rest, previous = not between[1], between[0], start
        clear = is_block_tag(text, places[index]) and not rest.strip() and (clear or not same_line)
        result[index] = clear
    return result
