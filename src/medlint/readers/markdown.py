"""Reader for Markdown (CommonMark, tables, footnotes, front matter, raw HTML) and MDX.

pulldown-cmark says where everything stands, in UTF-8 bytes; the text is read out of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePath
from typing import Any

import pyromark

from medlint.document import MASK, Document
from medlint.readers import shadow
from medlint.readers.assembly import Assembly, Block, Range
from medlint.readers.elements import Elements
from medlint.readers.frontmatter import front_matter
from medlint.spans import BOM

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)
_INLINE = {"Emphasis": "emphasis", "Strong": "strong"}
_FORMULA = re.compile(r"[\\^_={}]")
_WIDER = re.compile("([\x80-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)")
_TITLE_MARKS = {'"': '"', "'": "'", ")": "("}


def read(source: str, path: str) -> Document:
    """Read a page in Markdown, or in MDX if the path ends so."""
    text = shadow.clean(source)
    front = front_matter(text, int(source.startswith(BOM)))
    mdx = PurePath(path).suffix.lower() == ".mdx"
    page = _Page(shadow.markdown(text, front.body, mdx=mdx), mdx=mdx)
    page.read()
    return Document(
        path,
        source,
        "markdown",
        (*front.segments, *page.assembly.segments),
        tuple(page.assembly.comments),
        front.metadata,
    )


class _Page:
    """One walk over the parser's events."""

    def __init__(self, page: shadow.Shadow, *, mdx: bool) -> None:
        self.assembly = Assembly(page.source, page.placeholders)
        self._shadow = page
        self._mdx = mdx
        self._elements = Elements(self.assembly, page.notes)
        self._place = _places(page.text)
        self._raw: list[Range] | None = None
        self._images: list[tuple[Block, Block]] = []
        self._closing: list[str] = []
        self._header = False
        self._titled: set[str] = set()

    def read(self) -> None:
        """Walk the events of the whole page."""
        event: Any
        for event, place in pyromark.events_with_range(self._shadow.text, options=_OPTIONS):
            start, end = self._place(place["start"]), self._place(place["end"])
            if isinstance(event, str):
                self._bare(event, start, end)
                continue
            ((name, value),) = event.items()
            if name == "Text":
                self._text(value, start, end)
            elif name == "Start":
                self._start(value, start, end)
            elif name == "End":
                self._end(value)
            else:
                self._other(name, value, start, end)
        self.assembly.flush()
        self._definitions()

    def _bare(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.assembly.flush()
        elif not self._elements.silent:
            block = self.assembly.block
            # The line end after a <br> is part of that break.
            if event == "HardBreak" or not block.after_break:
                block.put("\n", start, end)

    def _text(self, value: str, start: int, end: int) -> None:
        if self._raw is not None:
            self._raw.append((start, end))
        elif not self._elements.silent:
            if len(value) == end - start:
                self.assembly.block.copy(start, end)
            else:
                self.assembly.block.put(value, start, end)

    def _other(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Html":
            if self._raw is not None:
                self._raw.append((start, end))
        elif name == "InlineHtml":
            self._inline_html(start, end)
        elif self._elements.silent:
            return
        elif name == "Code":
            self._code(value, start, end)
        elif name == "InlineMath":
            self._math(value, start, end)
        elif name == "FootnoteReference":
            block = self.assembly.block
            block.open("footnote", value)
            block.copy(start, end)
            block.close("footnote")

    def _inline_html(self, start: int, end: int) -> None:
        if not self._images:
            self._elements.feed(self._shadow.text[start:end], start, inline=True)

    def _code(self, value: str, start: int, end: int) -> None:
        """Mask a code span: one for one where its text stands in the source as it is."""
        raw = self._shadow.text[start:end]
        ticks = len(raw) - len(raw.lstrip("`"))
        start, end = start + ticks, end - ticks
        if end - start == len(value) + 2 and raw[ticks].isspace() and raw[-ticks - 1].isspace():
            start, end = start + 1, end - 1
        block = self.assembly.block
        block.open("code")
        if end - start == len(value):
            block.copy(start, end)
        else:
            block.put(MASK * len(value), start, end)
        block.close("code")

    def _math(self, value: str, start: int, end: int) -> None:
        """Mask a formula; what stands between two prices is none."""
        if _FORMULA.search(value):
            self.assembly.block.open("code")
            self.assembly.block.copy(start, end)
            self.assembly.block.close("code")
        else:
            self.assembly.block.copy(start, end)

    def _start(self, tag: Any, start: int, end: int) -> None:
        name: str
        data: Any
        name, data = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _INLINE:
            self.assembly.block.open(_INLINE[name])
        elif name == "Link":
            self._link(data, start, end)
        elif name == "Image":
            self._title(data, start, end)
            self._images.append((self.assembly.block, self.assembly.new_block()))
            self.assembly.block = self._images[-1][1]
        elif name in ("HtmlBlock", "CodeBlock"):
            self.assembly.flush()
            self._raw = []
            self._closing.append("html" if name == "HtmlBlock" or self._is_mdx_text(data) else "")
        elif name in ("Paragraph", "TableHead", "TableRow"):
            self.assembly.flush()
            self._header = name == "TableHead"
        elif name in _CONTAINERS:
            self.assembly.enter(*_CONTAINERS[name](data, self._header))

    def _is_mdx_text(self, kind: Any) -> bool:
        """Tell whether a code block is indented text: MDX has no indented code."""
        return self._mdx and kind == "Indented"

    def _end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINE:
            self.assembly.block.close(_INLINE[name])
        elif name == "Link":
            self.assembly.block.close(self._closing.pop())
        elif name == "Image":
            outer, alt = self._images.pop()
            self.assembly.block = outer
            if not self._elements.silent:
                self.assembly.attribute(alt, "text.attr.alt")
        elif name in ("HtmlBlock", "CodeBlock"):
            self._end_raw()
        elif name in _CONTAINERS:
            self.assembly.leave()
            self._elements.left()
        elif name == "Paragraph":
            self.assembly.flush()

    def _end_raw(self) -> None:
        pieces, self._raw = self._raw or [], None
        if self._closing.pop() != "html" or not pieces:
            return
        base = pieces[0][0]
        between = pairwise(pieces)
        gaps = [(a[1] - base, b[0] - base) for a, b in between if a[1] < b[0]]
        self._elements.feed(self._shadow.text[base : pieces[-1][1]], base, gaps)
        self.assembly.flush()

    def _link(self, data: Mapping[str, Any], start: int, end: int) -> None:
        kind = "url" if data["link_type"] in ("Autolink", "Email") else "link"
        self._closing.append(kind)
        self.assembly.block.open(kind, data["dest_url"])
        if kind == "link":
            self._title(data, start, end)

    def _title(self, data: Mapping[str, Any], start: int, end: int) -> None:
        """Add the title of a link or image; a reference's stands at its definition."""
        if not data["title"] or self._elements.silent:
            return
        if data["link_type"] != "Inline":
            self._titled.add(data["id"].casefold())
            return
        text = self._shadow.text
        stop = start + len(text[start : end - 1].rstrip())
        self._title_before(stop, data["title"])

    def _title_before(self, end: int, title: str) -> None:
        """Add a title whose closing mark is the last character before ``end``."""
        text = self._shadow.text
        mark = _TITLE_MARKS.get(text[end - 1])
        start = _opening(text, mark, end - 1) if mark else -1
        if start < 0:
            return
        block = self.assembly.new_block()
        if text[start + 1 : end - 1] == title:
            block.copy(start + 1, end - 1)
        else:
            block.put(title, start + 1, end - 1)
        self.assembly.attribute(block, "text.attr.title")

    def _definitions(self) -> None:
        """Add the titles of the link reference definitions in use."""
        if not self._titled:
            return
        found = pyromark.reference_definitions(self._shadow.text, options=_OPTIONS)
        for label, definition in found.items():
            if definition["title"] and label.casefold() in self._titled:
                start = self._place(definition["span"]["start"])
                end = self._place(definition["span"]["end"])
                raw = self._shadow.text[start:end]
                self._title_before(start + len(raw.rstrip()), definition["title"])
        self.assembly.flush()


def _opening(text: str, mark: str, end: int) -> int:
    """Return where the title that ends before ``end`` opens: its mark, not escaped."""
    at = end
    while (at := text.rfind(mark, 0, at)) >= 0:
        before = text[max(0, at - 99) : at]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            return at
    return -1


def _quote(kind: str | None, _header: bool) -> tuple[str, tuple[str, ...]]:
    """Return scope and names of a quote. A GitHub alert is the author's own word, set apart."""
    return ("text", ("aside", "class", kind.lower())) if kind else _QUOTE


_QUOTE = ("text.blockquote", ("blockquote",))
_CONTAINERS: dict[str, Callable[[Any, bool], tuple[str, tuple[str, ...]]]] = {
    "BlockQuote": _quote,
    "FootnoteDefinition": lambda _, __: ("text.list", ("footnote",)),
    "Heading": lambda data, _: (f"text.heading.{data['level'].lower()}", ()),
    "Item": lambda _, __: ("text.list", ("list",)),
    "List": lambda _, __: ("", ("list",)),
    "Table": lambda _, __: ("", ("table",)),
    "TableCell": lambda _, header: (f"text.table.{'header' if header else 'cell'}", ()),
}


def _places(text: str) -> Callable[[int], int]:
    """Return the function that turns offsets in UTF-8 bytes into code points."""
    if text.isascii():
        return int
    stretches = list(_stretches(text))
    starts = [start for start, _, _ in stretches]

    def place(offset: int) -> int:
        start, character, width = stretches[bisect_right(starts, offset) - 1]
        return character + (offset - start) // width

    return place


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield stretches of characters of one width: first byte, first character, bytes each."""
    offset = done = 0
    for found in _WIDER.finditer(text):
        start, end = found.span()
        yield offset, done, 1
        offset += start - done
        width = (found.lastindex or 1) + 1
        yield offset, start, width
        offset += (end - start) * width
        done = end
    yield offset, done, 1
