"""Which blocks of a document a rule reads: Vale's scope selectors, over our segments.

A selector is terms joined by ``&``; a term is dotted parts that must all occur among the block's
parts, in any order; ``~term`` must not match. A rule's list of selectors is joined by *or*.
Sentences, paragraphs, inline elements, the summary and the raw file are made only when asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath

from medlint.document import Document, Run, Segment, join
from medlint.sentences import sentences

_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")
_INLINE = frozenset({"link", "strong", "emphasis", "code", "quote"})
_DERIVED = frozenset({"sentence", "paragraph", "summary", "raw"}) | _INLINE

PARTS = _DERIVED | frozenset(
    "text heading h1 h2 h3 h4 h5 h6 list blockquote table header cell caption figure attr alt "
    "title label description meta frontmatter class footnote testimonial details nav footer "
    "aside form button references doc md markdown mdx html htm xhtml txt".split()
)
"""What a selector can name; a class or a front matter key follows its own part."""


class Blocks:
    """The blocks of one document, made on demand and kept."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._extension = PurePath(document.path).suffix.lstrip(".").lower()
        self._kept: dict[str, tuple[Segment, ...]] = {}
        self._selected: dict[tuple[str, ...], tuple[Segment, ...]] = {}

    def select(self, selectors: tuple[str, ...]) -> tuple[Segment, ...]:
        """Return the blocks that one of the selectors names, in document order."""
        if selectors not in self._selected:
            self._selected[selectors] = tuple(self._matching(selectors))
        return self._selected[selectors]

    def _matching(self, selectors: tuple[str, ...]) -> Iterator[Segment]:
        wanted = {
            part
            for selector in selectors
            for negated, parts in _terms(selector)
            if not negated
            for part in parts & _DERIVED
        }
        for kind in ("", *sorted(wanted)):
            for segment in self._of_kind(kind):
                if any(self._matches(segment, selector, kind) for selector in selectors):
                    yield segment

    def _matches(self, segment: Segment, selector: str, kind: str) -> bool:
        parts = _parts(segment.scope) | segment.within
        if self._extension and "attr" not in parts:
            parts |= {self._extension}
        terms = _terms(selector)
        if kind == "sentence" and not any("sentence" in p for negated, p in terms if not negated):
            return False
        if kind in ("raw", "summary") and any(negated for negated, _ in terms):
            return False
        return all((term <= parts) != negated for negated, term in terms)

    def _of_kind(self, kind: str) -> tuple[Segment, ...]:
        if kind not in self._kept:
            self._kept[kind] = tuple(self._make(kind))
        return self._kept[kind]

    def _make(self, kind: str) -> Iterator[Segment]:
        segments = self.document.segments
        if kind == "":
            yield from segments
        elif kind == "raw":
            source = self.document.source
            yield Segment(source, "raw", (Run(0, 0, len(source), len(source)),))
        elif kind == "summary":
            prose = [s for s in segments if is_body(s)]
            if prose:
                yield join(prose, "\n\n", "summary")
        elif kind == "sentence":
            for segment in segments:
                for span in sentences(segment.text):
                    yield segment.slice(span.start, span.end, f"sentence.{segment.scope}")
        elif kind == "paragraph":
            for segment in segments:
                if segment.scope == "text":
                    start = 0
                    for gap in (*_PARAGRAPH_BREAK.finditer(segment.text), None):
                        end = gap.start() if gap else len(segment.text)
                        if segment.text[start:end].strip():
                            yield segment.slice(start, end, "paragraph.text")
                        start = gap.end() if gap else end
        else:
            for segment in segments:
                for item in segment.inlines:
                    if item.kind == kind and item.end > item.start:
                        yield segment.slice(item.start, item.end, kind)


def unknown_parts(selector: str) -> Iterator[str]:
    """Yield the parts of a selector that no block can have."""
    for term in selector.split("&"):
        name = re.split(r"\b(?:class|frontmatter|doc)\b", term.strip().lstrip("~"))[0]
        yield from (part for part in name.strip().split(".") if part and part not in PARTS)


def is_body(segment: Segment) -> bool:
    """Tell whether a segment is running prose: paragraphs, list items and quotes."""
    return segment.scope in ("text", "text.list", "text.blockquote")


@lru_cache(maxsize=1024)
def _parts(scope: str) -> frozenset[str]:
    return frozenset(scope.split("."))


@lru_cache(maxsize=1024)
def _terms(selector: str) -> tuple[tuple[bool, frozenset[str]], ...]:
    terms = []
    for term in selector.split("&"):
        name = term.strip()
        terms.append((name.startswith("~"), _parts(name.removeprefix("~").strip())))
    return tuple(terms)
