"""What HTML elements mean for prose: which are inline, which give a scope, which hold no prose."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from medlint.document import Comment
from medlint.readers.assembly import Assembly, Range, outside
from medlint.readers.markup import Token, attributes, tokens
from medlint.spans import Span

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark q s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_KINDS = {
    "a": "link",
    "b": "strong",
    "code": "code",
    "em": "emphasis",
    "i": "emphasis",
    "kbd": "code",
    "q": "quote",
    "samp": "code",
    "strong": "strong",
    "sup": "superscript",
    "tt": "code",
}
_SILENT = frozenset(
    "canvas datalist iframe math noscript pre script select style svg template textarea".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SCOPES = {
    "blockquote": "text.blockquote",
    "caption": "text.table.caption",
    "figcaption": "text.figure.caption",
    "li": "text.list",
    "td": "text.table.cell",
    "th": "text.table.header",
    "title": "text.title",
} | {f"h{level}": f"text.heading.h{level}" for level in range(1, 7)}
_WITHIN = {
    "aside": "aside",
    "blockquote": "blockquote",
    "button": "button",
    "details": "details",
    "figure": "figure",
    "footer": "footer",
    "form": "form",
    "header": "header",
    "li": "list",
    "nav": "nav",
    "ol": "list",
    "table": "table",
    "ul": "list",
}
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_CLOSED_BY = {
    "dd": frozenset({"dd", "dt", "p"}),
    "dt": frozenset({"dd", "dt", "p"}),
    "li": frozenset({"li", "p"}),
    "tbody": frozenset({"td", "th", "tr", "thead", "tbody", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "tr": frozenset({"td", "th", "tr", "p"}),
} | dict.fromkeys(_HEADINGS, _HEADINGS | {"p"})
_PARAGRAPH = frozenset({"p"})
_KNOWN_BLOCKS = (
    frozenset(
        "address article body center dd details dialog div dl dt fieldset footer form head header "
        "hgroup html label legend main nav option p section summary tbody tfoot thead tr".split()
    )
    | _SCOPES.keys()
    | _WITHIN.keys()
)
_ATTRIBUTES = {
    "alt": "text.attr.alt",
    "aria-label": "text.attr.label",
    "placeholder": "text.attr.placeholder",
    "title": "text.attr.title",
}
_META = {
    "description": "text.attr.description.meta",
    "og:description": "text.attr.description.meta",
    "og:title": "text.title",
    "twitter:description": "text.attr.description.meta",
}
_SETTING = "medlint:"
_WHOLE_PAGE = frozenset({"body", "html", "main"})
_TESTIMONIAL = re.compile(
    r"(?i:testimonial)|(?<![A-Za-z])(?i:reviews?)(?![a-z])|(?<=[a-z])Reviews?(?![a-z])"
)
_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)")


class Elements:
    """Takes HTML, whole or in chunks, into an assembly.

    ``notes`` are the comments that stand behind a processing instruction, by its place.
    ``metadata`` collects the page's ``<meta name="medlint:…">``. ``silent`` names the element
    without prose that is open.
    """

    def __init__(self, assembly: Assembly, notes: Mapping[int, Comment]) -> None:
        self.metadata: dict[str, object] = {}
        self.silent = ""
        self._assembly = assembly
        self._notes = notes
        self._depth = 0
        self._silent_floor = 0

    def feed(
        self, text: str, base: int = 0, gaps: Sequence[Range] = (), *, inline: bool = False
    ) -> None:
        """Take a chunk of HTML in; ``text[i]`` stands at ``base + i`` in the source.

        Gaps are ranges of the chunk that are not part of it. ``inline``: the chunk stands in
        running text, where an unknown element is an inline one.
        """
        resume = 0
        for token in tokens(text):
            match token.kind:
                case "text":
                    if not self.silent:
                        self._text(text, max(token.start, resume), token.end, base, gaps)
                case "comment":
                    self._comment(text, token, base)
                case "instruction":
                    if base + token.start in self._notes:
                        self._assembly.comments.append(self._notes[base + token.start])
                case "end":
                    self._end(token.name, inline)
                case "start" if token.name == "br" and not self.silent:
                    line_end = _BREAK.match(text, token.end)
                    resume = line_end.end() if line_end else token.end
                    self._assembly.block.put("\n", base + token.start, base + resume)
                case "start":
                    self._start(text, token, base, inline)

    def left(self) -> None:
        """Be told that a container was closed: what was silent in it is over."""
        if self.silent and self._assembly.floor < self._silent_floor:
            self.silent = ""

    def _text(self, text: str, start: int, end: int, base: int, gaps: Sequence[Range]) -> None:
        block = self._assembly.block
        if start >= end or (not block and text[start:end].isspace()):
            return
        for low, high in outside(gaps, start, end) if gaps else ((start, end),):
            block.decode(text, low, high, base)

    def _comment(self, text: str, token: Token, base: int) -> None:
        span = Span(base + token.start, base + token.end)
        closed = text.endswith("-->", token.start + 4, token.end)
        inner_end = span.end - 3 if closed else span.end
        inner = self._assembly.source[span.start + 4 : max(inner_end, span.start + 4)]
        self._assembly.comments.append(Comment(span, inner))

    def _start(self, text: str, token: Token, base: int, inline: bool) -> None:
        name = token.name
        closed = text[token.end - 2] == "/" or name in _VOID
        if self.silent:
            self._depth += name == self.silent and not closed
            return
        values: dict[str, Range] = {}
        if text.find("=", token.attributes, token.end) >= 0:
            values = attributes(text, token.attributes, token.end - 1)
            self._attributes(text, name, values, base)
        if name in _SILENT:
            if not closed:
                self._hush(name)
        elif self._is_inline(name, inline):
            self._open_inline(name, values, base, closed)
        elif closed:
            self._assembly.flush()
        else:
            self._open_block(name, text, values)

    def _hush(self, name: str) -> None:
        if name == "pre":
            self._assembly.flush()
        self.silent = name
        self._depth = 1
        self._silent_floor = self._assembly.floor

    def _is_inline(self, name: str, inline: bool) -> bool:
        return name in _INLINE or (inline and name not in _KNOWN_BLOCKS)

    def _open_inline(self, name: str, values: Mapping[str, Range], base: int, closed: bool) -> None:
        kind = _KINDS.get(name)
        if kind is None or closed:
            return
        if kind == "link":
            if "href" in values:
                self._assembly.block.open(kind, self._value(values["href"], base))
        else:
            self._assembly.block.open(kind)

    def _open_block(self, name: str, text: str, values: Mapping[str, Range]) -> None:
        closing = _CLOSED_BY.get(name, _PARAGRAPH)
        while self._assembly.top in closing:
            self._assembly.end(self._assembly.top)
        self._assembly.start(name, _SCOPES.get(name, ""), tuple(_names(name, text, values)))

    def _end(self, name: str, inline: bool) -> None:
        if self.silent:
            self._depth -= name == self.silent
            if not self._depth:
                self.silent = ""
        elif self._is_inline(name, inline):
            if name in _KINDS:
                self._assembly.block.close(_KINDS[name])
        elif name not in _SILENT:
            self._assembly.end(name)

    def _attributes(self, text: str, name: str, values: Mapping[str, Range], base: int) -> None:
        if name == "meta":
            self._meta(text, values, base)
            return
        for attribute, scope in _ATTRIBUTES.items():
            if attribute in values:
                self._attribute(text, values[attribute], base, scope)

    def _attribute(self, text: str, place: Range, base: int, scope: str) -> None:
        block = self._assembly.new_block()
        block.decode(text, *place, base)
        self._assembly.attribute(block, scope)

    def _meta(self, text: str, values: Mapping[str, Range], base: int) -> None:
        if "content" not in values:
            return
        name = self._value(values.get("name") or values.get("property") or (0, 0), base).lower()
        if name.startswith(_SETTING):
            items = [item.strip() for item in self._value(values["content"], base).split(",")]
            self.metadata[name.removeprefix(_SETTING)] = items if len(items) > 1 else items[0]
        elif name in _META:
            self._attribute(text, values["content"], base, _META[name])

    def _value(self, place: Range, base: int) -> str:
        start, end = place
        return html.unescape(self._assembly.source[base + start : base + end]) if end else ""


def _names(name: str, text: str, values: Mapping[str, Range]) -> Iterator[str]:
    """Yield what a block element encloses its text with."""
    if name in _WITHIN:
        yield _WITHIN[name]
    classes = text[slice(*values["class"])].split() if "class" in values else ()
    if classes:
        yield "class"
        yield from classes
    if values and name not in _WHOLE_PAGE:
        told = ("class", "id", "itemprop", "itemtype")
        words = " ".join(text[slice(*values[key])] for key in told if key in values)
        if _TESTIMONIAL.search(words):
            yield "testimonial"
