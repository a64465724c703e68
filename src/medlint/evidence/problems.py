"""What can be wrong with citations and identifiers, one function a problem.

Each function takes the segments in a rule's scope and the whole document, and yields problems. To
add one, write its function and add its line to ``PROBLEMS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from medlint.document import Document, Segment
from medlint.evidence import Problem
from medlint.evidence.citations import citations
from medlint.evidence.identifiers import Fault, faults, link_fault
from medlint.evidence.references import defined, reference_segments

Finder = Callable[[Sequence[Segment], Document], Iterator[Problem]]

_PLACEHOLDER = re.compile(
    r"\[\s*(?:citation|source|reference)s?\s+(?:needed|required|missing|here|tbc|tbd)\s*\]"
    r"|[\[(]\s*(?:REFS?|CITE|CITATION|SOURCE|TBC|XX+)\s*[\])]"
    r"|\[\s*\?+\s*\]|[\[(]\s*(?:add|insert|need)\s+(?:a\s+)?(?:citation|reference|source|ref)s?\s*[\])]"
    r"|\(\s*(?:Author|Name|Surname)s?(?:\s+et\s+al\.?)?,?\s+(?:Year|YYYY|20XX|XXXX|Date)\s*\)"
    r"|\(\s*X{1,4},?\s+(?:(?:19|20)?XX|YYYY|XXXX|(?:19|20)\d\d)\s*\)"
    r"|\b(?:TODO|FIXME|TK)\b:?\s*(?:cite|citation|add\s+(?:a\s+)?(?:source|reference|citation)|ref)\b"
    r"|\(\s*(?:VERIFY|CHECK SOURCE|SOURCE TO COME)\b[^)]{0,120}\)"
)
_LOWER_PLACEHOLDER = re.compile(
    r"\[\s*(?:citation|source|reference)s?\s+(?:needed|required|missing)\s*\]"
    r"|[\[(]\s*(?:add|insert)\s+(?:a\s+)?(?:citation|reference|source)s?(?:\s+here)?\s*[\])]"
    r"|\btodo:?\s+cite\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"\.(\s{0,2})\Z")
_AFTER = re.compile(r"(?:\s+[\"“‘(]?[^\W\d_a-z]|\s*\Z)")
_BEFORE_STOP = re.compile(r"[^\W_]\)?\Z")


def malformed_identifier(segments: Sequence[Segment], document: Document) -> Iterator[Problem]:
    """Yield DOIs and other identifiers that cannot be right, in text, URLs and link targets."""
    for segment in segments:
        for fault in faults(segment.text):
            yield _problem(segment, fault, segment.text[fault.start : fault.end])
        for item in segment.inlines:
            if item.kind not in ("link", "url"):
                continue
            bare = item.kind == "url"
            span = segment.source_span(item.start, item.end)
            target = document.source[span.start : span.end] if bare else item.target
            found = link_fault(target.rstrip(".,;") if bare else target)
            if not found:
                continue
            length = found.end if bare else item.end - item.start
            fault = Fault(
                item.start,
                item.start + length,
                found.message,
                found.replacement if bare else None,
                found.minor,
            )
            yield _problem(segment, fault, target)


def _problem(segment: Segment, fault: Fault, subject: str) -> Problem:
    return Problem(
        segment,
        fault.start,
        fault.end,
        fault.message,
        subject,
        fault.replacement,
        "suggestion" if fault.minor else None,
    )


def undefined_note(segments: Sequence[Segment], document: Document) -> Iterator[Problem]:
    """Yield the first footnote pointer of each id that no definition answers."""
    known = set(defined(document.source))
    for segment in segments:
        for citation in citations(segment, document.source):
            if citation.style != "footnote" or citation.form == "inline_note":
                continue
            key = citation.items[0].key
            if key and key not in known:
                known.add(key)
                start, end = citation.span.start, citation.span.end
                yield Problem(segment, start, end, "no definition", segment.text[start:end])


def placeholder(segments: Sequence[Segment], _document: Document) -> Iterator[Problem]:
    """Yield the marks that writers leave where a citation is still to come."""
    for segment in segments:
        end = 0
        found = [*_PLACEHOLDER.finditer(segment.text), *_LOWER_PLACEHOLDER.finditer(segment.text)]
        for mark in sorted(found, key=lambda m: m.start()):
            if mark.start() >= end and not _is_link(segment, mark.start()):
                yield Problem(segment, *mark.span(), "a placeholder", mark.group())
                end = mark.end()


def _is_link(segment: Segment, offset: int) -> bool:
    return any(i.kind == "link" and i.start <= offset < i.end for i in segment.inlines)


def citation_after_stop(segments: Sequence[Segment], document: Document) -> Iterator[Problem]:
    """Yield author-year and bracketed citations that follow the stop they belong before."""
    listed = {id(document.segments[index]) for index in reference_segments(document)}
    for segment in segments:
        if id(segment) in listed or "blockquote" in segment.scope:
            continue
        text = segment.text
        for citation in citations(segment, document.source):
            if citation.style not in ("author_year", "bracket") or citation.form != "parenthetical":
                continue
            start, end = citation.span.start, citation.span.end
            stop = _STOP.search(text, max(0, start - 3), start)
            if not stop or not _BEFORE_STOP.search(text, max(0, stop.start() - 2), stop.start()):
                continue
            if not _AFTER.match(text, end):
                continue
            mended = f" {text[start:end]}."
            yield Problem(
                segment, stop.start(), end, "the stop comes after it", text[start:end], mended
            )


PROBLEMS: Mapping[str, Finder] = {
    "citation_after_stop": citation_after_stop,
    "malformed_identifier": malformed_identifier,
    "placeholder": placeholder,
    "undefined_note": undefined_note,
}
