"""Prose with what no language engine should judge taken out, and an exact map back.

Citations, statistics in brackets and footnote marks are removed; addresses, code, placeholders,
figures with units and names with ® or ™ are replaced by a plain noun or figure, so that articles
and agreement around them still hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from medlint.document import MASK, Document, Inline, Segment
from medlint.spans import Span

CONSONANT_NOUN, VOWEL_NOUN = "London", "Oxford"
"""Stand for a name: known to every dictionary, and ``a`` or ``an`` before it stays right."""


class Change(NamedTuple):
    """A stretch of the masked text, ``start`` to ``end``, and the one it stands for."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A text after masking. Offsets are code points; ``changes`` are in order."""

    text: str
    changes: tuple[Change, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the range of the original text that ``text[start:end]`` stands for.

        A change is taken in whole; what was removed at the edge of the range is left out.
        """
        first = self._last_change(start)
        last = self._last_change(end - 1) if end > start else first
        low = _shifted(first, start, inside=first is not None and start < first.end)
        if end <= start:
            return Span(low, low)
        if last is not None and end <= last.end:
            return Span(low, last.source_end)
        return Span(low, max(low, _shifted(last, end, inside=False)))

    def touches(self, start: int, end: int) -> bool:
        """Tell whether ``text[start:end]`` holds a changed stretch, or part of one."""
        return any(change.start < end and start < change.end for change in self.changes)

    def beside(self, start: int, end: int) -> bool:
        """Tell whether it touches a stand-in, or at most one space parts the two."""
        low = start - 1 if self.text[start - 1 : start].isspace() else start
        high = end + 1 if self.text[end : end + 1].isspace() else end
        return self.touches(start, end) or any(
            change.start < change.end and change.start <= high and low <= change.end
            for change in self.changes
        )

    def _last_change(self, offset: int) -> Change | None:
        index = bisect_right(self.changes, offset, key=lambda change: change.start) - 1
        return self.changes[index] if index >= 0 else None


def outside_references(segments: Iterable[Segment], document: Document) -> Iterator[Segment]:
    """Yield the segments that do not stand under a heading "References" and the like."""
    sections = tuple(_reference_sections(document))
    for segment in segments:
        start = segment.source_span(0, 0).start
        if not any(section.start <= start < section.end for section in sections):
            yield segment


def mask(segment: Segment) -> Masked:
    """Return the segment's text as the engines may read it."""
    return mask_text(segment.text, segment.inlines)


@lru_cache(maxsize=4096)
def mask_text(text: str, inlines: tuple[Inline, ...] = ()) -> Masked:
    """Return a text as the engines may read it. ``inlines`` say where code and links stand."""
    pieces: list[str] = []
    changes: list[Change] = []
    source = length = 0
    for start, end, replacement in _chosen(text, inlines):
        pieces += (text[source:start], replacement)
        length += start - source
        changes.append(Change(length, length + len(replacement), start, end))
        length += len(replacement)
        source = end
    return Masked("".join((*pieces, text[source:])), tuple(changes))


def _reference_sections(document: Document) -> Iterator[Span]:
    """Yield the source ranges from such a heading to the next one of its level or above."""
    start = level = 0
    for segment in document.segments:
        if "heading" not in segment.scope:
            continue
        found = _LEVEL.search(segment.scope)
        here, at = int(found.group(1)) if found else 1, segment.source_span(0, 0).start
        if level and here <= level:
            yield Span(start, at)
            level = 0
        if not level and _REFERENCES.fullmatch(segment.text):
            start, level = at, here
    if level:
        yield Span(start, len(document.source))


def _shifted(change: Change | None, offset: int, *, inside: bool) -> int:
    if change is None:
        return offset
    return change.source_start if inside else change.source_end + offset - change.end


_REFERENCES = re.compile(
    r"(?i)\W*(?:\d+\W+)?(?:references|reference list|bibliography|sources|citations|literature|"
    r"works cited|further reading|footnotes)\W*"
)
_LEVEL = re.compile(r"\bh([1-6])\b")

_Candidate = tuple[int, int, str]

# Each expression starts where a word cannot go on before it, and what may run long is bounded:
# no text, however odd, costs more than time in proportion to its length.
_YEAR = r"(?:(?:19|20)\d\d[a-z]?|n\.d\.|in press)"
_NAME = r"[A-ZÀ-Þ][\w'’\-]+"
_REMOVED = re.compile(
    # (Carruthers, 2019; Smith et al., 2021, p. 4) and (see Smith 2019)
    rf"\s?\((?:(?:see|e\.g\.|cf\.|as in),? )?(?:{_NAME}|[A-Z]{{2,}})[^()]*?,? {_YEAR}[^()]*\)"
    # [3], [3, 5–7], [^note]
    r"|\s?\[(?:\^[^\]\s]{1,80}|\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]"
    # (p < 0.001), (95% CI 1.2–3.4), (n = 32)
    r"|\s?\((?=[^()]*(?:\b[pPnr]\s*[=<>≤≥]|\bCI\b|\bSD\b|χ))[^()]*\)"
    # digits set high, and the marks of footnotes
    r"|(?<=[\w.,;:!?)\"'”’%])(?:[⁰¹²³⁴-⁹]+(?:[,–⁻][⁰¹²³⁴-⁹]+)*|[†‡§]+)"
    r"|(?<=[\w.,;:!?)%])\*(?!\*)(?=[\s.,;:!?)]|$)"
)
_NARRATIVE = re.compile(
    rf"(?<![\w'’\-]){_NAME}(?P<several> et al\.?,?|(?:, {_NAME}){{0,8}},? (?:and|&) {_NAME})?"
    rf"(?:['’]s?)? ?\({_YEAR}(?:, [^()]*)?\)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]*[\w/]"
    r"|\b(?:doi:\s?)?10\.\d{4,9}/[^\s<>()\[\]]*\w"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|co\.uk|gov|edu|clinic|health)\b(?:/[^\s<>()]*\w)?"
)
_STATISTIC = re.compile(
    r"\b[pPnr]\s*[=<>≤≥]\s*\d?[.,]?\d+|\b\d+(?:\.\d+)?\s?% CI:? \d[\d.]*(?: ?(?:–|-|to) ?\d[\d.]*)?"
)
_UNITS = (
    r"(?:mg|µg|μg|mcg|kg|g|ml|mL|cc|µl|µL|l|L|mm|cm|nm|µm|μm|m|J|J/cm²|W|Hz|kHz|MHz|kDa|Da|"
    r"°C|°F|IU|mg/mL|mg/ml|kcal|psi)"
)
_FIGURE = re.compile(rf"(?<![\w.,])\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)?[\s-]?{_UNITS}(?![\w/])")
_MARKED_NAME = re.compile(r"(?<![\w'’\-])[\w'’\-]+\s?[®™]+(?:\s[A-Z][A-Z]+\b)*")
_MASKED_RUN = re.compile(
    rf"{re.escape(MASK)}{{2,}}"
    r"|\{\{.{0,200}?\}\}|\$\{[^}]{0,200}\}|\{%.{0,200}?%\}"
)
_REPLACED_INLINES = frozenset({"code", "url", "placeholder"})


def _chosen(text: str, inlines: Iterable[Inline]) -> Iterator[_Candidate]:
    """Yield the stretches to change, in order, none overlapping: the earliest, then longest."""
    reached = 0
    found = (*_inline(text, inlines), *_in_text(text))
    for start, end, replacement in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= reached and start < end:
            yield start, end, replacement
            reached = end


def _inline(text: str, inlines: Iterable[Inline]) -> Iterator[_Candidate]:
    for item in inlines:
        words = text[item.start : item.end]
        if item.kind in _REPLACED_INLINES:
            yield item.start, item.end, CONSONANT_NOUN
        elif item.kind == "superscript" and re.fullmatch(r"[\d\s,;–\-\[\]*†‡a-f]+", words):
            yield item.start, item.end, ""


def _in_text(text: str) -> Iterator[_Candidate]:
    for pattern, replacement in _PATTERNS:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), replacement(found)


def _noun(found: re.Match[str]) -> str:
    return VOWEL_NOUN if found.group()[0] in "aeioAEIO" else CONSONANT_NOUN


def _researchers(found: re.Match[str]) -> str:
    return "Researchers" if found.group("several") else "Smith"


_PATTERNS = (
    (_REMOVED, lambda _: ""),
    (_NARRATIVE, _researchers),
    (_ADDRESS, lambda _: CONSONANT_NOUN),
    (_STATISTIC, lambda _: "this"),
    (_FIGURE, lambda _: "5"),
    (_MARKED_NAME, _noun),
    (_MASKED_RUN, lambda _: CONSONANT_NOUN),
)
