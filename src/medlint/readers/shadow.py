"""The text that a parser is given in place of the source: as long, and without foreign syntax.

Template placeholders become a word, so that their marks are not read as markup. What vanishes
(block tags of templates, the comments and modules of MDX) becomes a processing instruction, which
both Markdown and HTML pass over and which never ends a comment around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from medlint.document import Comment
from medlint.readers.assembly import Range
from medlint.readers.placeholders import alone, expressions, placeholders
from medlint.spans import BOM, Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_COMMENT_LINE = re.compile(
    r"^[ \t>]*(?P<comment>\[//\]:[ \t]*#[ \t]*(?:\((?P<a>[^\r\n]*)\)|\"(?P<b>[^\r\n]*)\""
    r"|'(?P<c>[^\r\n]*)'))[ \t]*\r?$",
    re.MULTILINE,
)
_MODULE = re.compile(
    r"(?<![^\n\r]\n)(?<![^\n\r]\r\n)^"
    r"(?:import\s+(?:[\w*{}\s,$]{1,400}\sfrom\s+)?[\"']"
    r"|export\s+(?:const|let|var|function|default|async|class|\{|\*))"
    r"[^\n]*(?:\n(?![ \t]*(?:\r?$|```|~~~))[^\n]*)*",
    re.MULTILINE,
)
_MEMBER = re.compile(r"(?<=<)/?[A-Z]\w*+(?:\.\w++)+")


@dataclass(frozen=True, slots=True)
class Shadow:
    """``text`` is for the parser; ``source`` is for reading out of, offset for offset the same.

    ``placeholders`` are masked ranges. ``notes`` are comments that HTML has no notion of, by the
    place of the processing instruction that stands for them.
    """

    source: str
    text: str
    placeholders: Sequence[Range]
    notes: Mapping[int, Comment]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def clean(source: str) -> str:
    """Return the source, as long, without what no encoder takes and without its byte order mark."""
    source = _SURROGATE.sub("\ufffd", source)
    return " " + source[1:] if source.startswith(BOM) else source


def comment_lines(source: str) -> Iterator[Comment]:
    """Yield the comments of the form ``[//]: # (…)``, alone on their line."""
    for found in _COMMENT_LINE.finditer(source):
        text = found["a"] or found["b"] or found["c"] or ""
        yield Comment(Span(*found.span("comment")), text)


def html(source: str, body: int) -> Shadow:
    """Return the shadow of a page in HTML; what lies before ``body`` is front matter."""
    return _shadow(source, body, (), [])


def markdown(source: str, body: int, *, mdx: bool) -> Shadow:
    """Return the shadow of a page in Markdown or MDX."""
    notes = list(comment_lines(source))
    if not mdx:
        return _shadow(source, body, notes, [])
    notes += _mdx_comments(source)
    edits = [
        _Edit(*found.span(), _instruction(found.group())) for found in _MODULE.finditer(source)
    ]
    edits += [
        _Edit(*found.span(), found.group().replace(".", "-")) for found in _MEMBER.finditer(source)
    ]
    return _shadow(source, body, notes, edits, mdx=mdx)


def _shadow(
    source: str, body: int, notes: Iterable[Comment], edits: list[_Edit], *, mdx: bool = False
) -> Shadow:
    blank = _Edit(0, body, _NOT_LINE_END.sub(" ", source[:body]))
    kept_notes = sorted(notes, key=lambda note: note.span)
    vanishing = [
        _Edit(n.span.start, n.span.end, _instruction(source[n.span.start : n.span.end]))
        for n in kept_notes
    ]
    places = list(placeholders(source))
    tags = [
        place for place, is_alone in zip(places, alone(source, places), strict=True) if is_alone
    ]
    vanishing += [_Edit(*place, _instruction(source[slice(*place)])) for place in tags]
    words = [_word(source, place) for place in places]
    if mdx:
        words += [_word(source, place) for place in expressions(source)]
    fixed = _apart([blank, *vanishing, *edits])
    masked = _apart([*fixed, *words])
    done = set(fixed)
    return Shadow(
        source,
        _lone_returns(_rewritten(source, masked)),
        [(edit.start, edit.end) for edit in masked if edit not in done],
        {note.span.start: note for note in kept_notes if note.span.start >= body},
    )


def _word(source: str, place: Range) -> _Edit:
    return _Edit(*place, _NOT_LINE_END.sub("x", source[slice(*place)]))


def _instruction(text: str) -> str:
    """Return a processing instruction as long as the text, with its line ends."""
    return "<?" + _NOT_LINE_END.sub("x", text[2:-2]) + "?>"


def _apart(edits: list[_Edit]) -> list[_Edit]:
    """Return the edits in order, those that begin inside another left out."""
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda item: (item.start, -item.end)):
        if edit.start < edit.end and (not kept or kept[-1].end <= edit.start):
            kept.append(edit)
    return kept


def _rewritten(source: str, edits: Sequence[_Edit]) -> str:
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (source[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, source[done:]))


def _lone_returns(text: str) -> str:
    """Return the text with each carriage return that ends a line by itself made a line feed."""
    if "\r" not in text:
        return text
    return re.sub(r"\r(?!\n)", "\n", text)


def _mdx_comments(source: str) -> Iterator[Comment]:
    """Yield the comments of the form ``{/* … */}``."""
    at = 0
    while (start := source.find("{/*", at)) >= 0:
        end = source.find("*/}", start + 3)
        if end < 0:
            return
        yield Comment(Span(start, end + 3), source[start + 3 : end])
        at = end + 3
