"""In-text citations: where a text points to a source, and to which.

Brackets are found by one balanced scan and each inside is parsed on its own, so the work grows with
the length of the text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from medlint.document import Inline, Segment
from medlint.evidence import WEAK, Citation, Item
from medlint.evidence.authors import bare, narrative, parenthetical
from medlint.evidence.identifiers import identifiers, linked
from medlint.spans import Span

_LONGEST = 700
_BRACKET = re.compile(r"[()\[\]]")
_DASH = "–—‐‑−\\-"
_NUMBERS = re.compile(rf"\s*\d{{1,3}}(?:\s*[,;{_DASH}]\s*\d{{1,3}})*\s*")
_NUMBER = re.compile(rf"(\d{{1,3}})(?:\s*[{_DASH}]\s*(\d{{1,3}}))?")
_INTERVAL = re.compile(
    r"(?:\bCIs?|\bIQR|\binterval|\brange|\bbetween|\bfrom|=)[\s:,=]*(?:was|of|is)?\s*\Z"
)
_UNIT = re.compile(r"\s*(?:[nµμmck]?[mgl]|ml|mL|J|Hz|nm|kDa|°|%|years?|days?|weeks?)\b")
_ADJOINING = re.compile(rf"[{_DASH},]?")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"[{_RAISED}]+(?:[⁻˒,·–-][{_RAISED}]+)*")
_CARETS = re.compile(rf"(?<=[\w.,;!?)])\^(\d{{1,3}}(?:[,{_DASH}]\d{{1,3}})*)\^")
_PLAIN = str.maketrans(_RAISED + "⁻˒·", "0123456789-,,")
_BASE = re.compile(
    r"(?:\d|(?<![^\W\d_])(?:[nµμmck]?m|kg|s|J/cm|W/cm|h|[RrχxnpNI]|in|ft|[A-Z][a-z]?))\s?\Z"
)
_SOURCED_NOTE = re.compile(r"://|www\.|\b(?:1[89]|20)\d\d\b")
_POINTER = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r"\^\[([^\]]*)\]")
_KEY = re.compile(r"(?:^|[\s;(-])@\{?([^\W_][\w:.#$%&+?<>~/-]*)")
_BARE_KEY = re.compile(r"(?<![\w@.])@([^\W_][\w:.-]*\w) \[(pp?\.[^\]]{1,30})\]")
_CROSS_REFERENCES = ("fig-", "tbl-", "eq-", "sec-", "lst-")
_ET_AL = re.compile(r"et al\.?,? ((?:1[6-9]|20)\d\d)([a-z])?\b")
_SOURCE = re.compile(
    r"\(\s*sources?:\s*[^)]{3,300}\)|(?:^|(?<=[.!?] ))sources?:\s+\S[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_ANYTHING = re.compile(
    rf"[(\[@^{_RAISED}]|et al|10\.|doi|PM|NCT|ISRCTN|arxiv|source", re.IGNORECASE
)
_SOCIAL = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook|instagram|tiktok|youtube|twitter|x|linkedin|pinterest|whatsapp|wa|"
    r"fresha|treatwell|booksy|vagaro|calendly)\.(?:com|co\.uk|me)\b",
    re.IGNORECASE,
)


def citations(segment: Segment, source: str = "") -> tuple[Citation, ...]:
    """Return the citations of a segment in order; none lies inside another.

    ``source`` is the document's source: bare URLs are masked in the segment's text and are read
    there. Citations of confidence ``WEAK`` only point somewhere.
    """
    if not segment.inlines and not _ANYTHING.search(segment.text):
        return ()
    return _citations(segment.text, tuple(_with_target(segment, source)))


def _with_target(segment: Segment, source: str) -> Iterator[Inline]:
    for item in segment.inlines:
        if item.kind == "url" and not item.target and source:
            span = segment.source_span(item.start, item.end)
            yield item._replace(target=source[span.start : span.end])
        elif item.kind in ("link", "url", "superscript", "footnote"):
            yield item


@lru_cache(maxsize=1024)
def _citations(text: str, inlines: tuple[Inline, ...]) -> tuple[Citation, ...]:
    found = [
        *_linked(text, inlines),
        *_superscripts(text, inlines),
        *_notes(text, inlines),
        *_bracketed(text),
        *_bare(text),
        *_identified(text),
        *_sourced(text),
    ]
    return tuple(_apart(text, found))


def _apart(text: str, found: Iterable[Citation]) -> Iterator[Citation]:
    """Drop what lies inside another, and join numbers that stand side by side."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.span.start, -c.span.end, -c.confidence)):
        last = kept[-1] if kept else None
        if last and citation.span.start < last.span.end:
            continue
        if last and last.style == citation.style == "bracket":
            between = text[last.span.end : citation.span.start]
            if _ADJOINING.fullmatch(between):
                span = Span(last.span.start, citation.span.end)
                kept[-1] = Citation(span, "bracket", items=last.items + citation.items)
                continue
        kept.append(citation)
    yield from kept


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each balanced bracket of at most 700 characters."""
    opened: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        mark = found.group()
        if mark in "([":
            opened.append((mark, found.start()))
        elif opened and opened[-1][0] == ("(" if mark == ")" else "["):
            start = opened.pop()[1]
            if found.end() - start <= _LONGEST:
                yield start, found.end()
        else:
            opened.clear()


def _bracketed(text: str) -> Iterator[Citation]:
    for start, end in _groups(text):
        inside = text[start + 1 : end - 1]
        square = text[start] == "["
        if square and _NUMBERS.fullmatch(inside):
            if not _label(text, start, end) and not _measure(text, start, end):
                numbers = tuple(_numbered(inside))
                if numbers:
                    yield Citation(Span(start, end), "bracket", items=numbers)
            continue
        if square and "@" in inside:
            keys = tuple(_keys(inside))
            if keys:
                yield Citation(Span(start, end), "pandoc", items=keys)
            continue
        told = None if square else narrative(text[max(0, start - 200) : start], inside)
        if told:
            low, items = told[0] + max(0, start - 200), told[1]
            yield Citation(Span(low, end), "author_year", "narrative", items)
        elif items := parenthetical(inside):
            yield Citation(Span(start, end), "author_year", "parenthetical", items)


def _label(text: str, start: int, end: int) -> bool:
    """Tell whether a bracketed number opens a line: the label of an entry, not a pointer."""
    opens = start == 0 or text[start - 1] == "\n"
    return opens and text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()


def _measure(text: str, start: int, end: int) -> bool:
    return bool(_INTERVAL.search(text[max(0, start - 24) : start]) or _UNIT.match(text, end))


def _numbered(inside: str) -> Iterator[Item]:
    for found in _NUMBER.finditer(inside):
        low, high = int(found[1]), int(found[2] or found[1])
        if low < 1:
            return
        for number in range(low, min(high, low + 200) + 1) if high >= low else (low, high):
            yield Item(number=number)


def _keys(inside: str) -> Iterator[Item]:
    for found in _KEY.finditer(inside):
        key = found[1].rstrip(":.#$%&-+?<>~/")
        if not key.startswith(_CROSS_REFERENCES):
            yield Item(key=key)


def _bare(text: str) -> Iterator[Citation]:
    """Yield "Author et al., 2016" and "@key [p. 3]"."""
    for found in _ET_AL.finditer(text):
        low = max(0, found.start() - 200)
        start = bare(text[low : found.start() + len("et al.")])
        if start is not None:
            name = text[low + start : found.start()].strip(" ,")
            item = Item((name,), True, found[1], found[2] or "", kind="person")
            yield Citation(Span(low + start, found.end()), "author_year", "bare", (item,))
    for found in _BARE_KEY.finditer(text):
        yield Citation(Span(*found.span()), "pandoc", "narrative", (Item(key=found[1]),))


def _superscripts(text: str, inlines: tuple[Inline, ...]) -> Iterator[Citation]:
    for found in _SUPERSCRIPT.finditer(text):
        if not _raised_to(text, found.start(), found.end()):
            yield _raised(found.start(), found.end(), found.group().translate(_PLAIN))
    for found in _CARETS.finditer(text):
        yield _raised(found.start(), found.end(), found[1])
    anchors = [item for item in inlines if item.kind == "link" and "#" in item.target]
    for item in inlines:
        inside = text[item.start : item.end]
        if item.kind != "superscript" or not _NUMBERS.fullmatch(inside.strip("[]")):
            continue
        anchored = any(a.start < item.end and item.start < a.end for a in anchors)
        if anchored or not _raised_to(text, item.start, item.end):
            yield _raised(item.start, item.end, inside)


def _raised(start: int, end: int, digits: str) -> Citation:
    return Citation(Span(start, end), "superscript", items=tuple(_numbered(digits)))


def _raised_to(text: str, start: int, end: int) -> bool:
    """Tell whether raised digits are an exponent or a mass number rather than a pointer."""
    if start == 0 or text[start - 1].isspace():
        return True
    return bool(_BASE.search(text[max(0, start - 6) : start])) or text[end : end + 1].isupper()


def _notes(text: str, inlines: tuple[Inline, ...]) -> Iterator[Citation]:
    for item in inlines:
        if item.kind == "footnote":
            yield Citation(Span(item.start, item.end), "footnote", items=(Item(key=item.target),))
    for found in _POINTER.finditer(text):
        yield Citation(Span(*found.span()), "footnote", items=(Item(key=found[1]),))
    for found in _NOTE.finditer(text):
        if is_source(found[1]):
            yield Citation(Span(*found.span()), "footnote", "inline_note")


def is_source(note: str) -> bool:
    """Tell whether a note's text names a source: an identifier, a URL or a dated work."""
    named = next(identifiers(note), None) is not None
    return (
        named or "://" in note or "www." in note or bool(re.search(r"\b(?:1[89]|20)\d\d\b", note))
    )


def _linked(text: str, inlines: tuple[Inline, ...]) -> Iterator[Citation]:
    for item in inlines:
        if item.kind not in ("link", "url") or not item.target:
            continue
        span = Span(item.start, item.end)
        shown = text[item.start : item.end].strip("[]")
        named = linked(item.target)
        if named:
            works = (Item(identifier=named[1], identifier_kind=named[0]),)
            yield Citation(span, "identifier" if item.kind == "url" else "link", items=works)
        elif item.target.startswith("#") and _NUMBERS.fullmatch(shown):
            yield Citation(span, "bracket", items=tuple(_numbered(shown)))
        elif "://" in item.target and not _SOCIAL.search(item.target):
            yield Citation(span, "link", items=(Item(identifier=item.target),), confidence=WEAK)


def _identified(text: str) -> Iterator[Citation]:
    for found in identifiers(text):
        item = Item(identifier=found.value, identifier_kind=found.kind)
        yield Citation(Span(found.start, found.end), "identifier", "bare", (item,))


def _sourced(text: str) -> Iterator[Citation]:
    for found in _SOURCE.finditer(text):
        yield Citation(Span(*found.span()), "source_note", confidence=WEAK)
