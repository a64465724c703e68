"""Which sentences a citation covers.

Citations are blanked before sentences are told apart, so that "…a week.[3] Lift…" has its stop back
and every offset stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from medlint.evidence import Citation
from medlint.sentences import sentences
from medlint.spans import Span

Policy = Literal["sentence", "adjacent", "paragraph"]
"""How far a citation reaches within its block.

sentence: the one it stands in or right behind, and the one before a sentence that opens by naming
the work. adjacent: also its neighbours, the later one only if it takes the earlier one up.
paragraph: all of them.
"""

_TAKES_UP = re.compile(
    r"(?:it|its|this|these|they|their|such|the (?:former|latter|same)|here|there|both|also|"
    r"moreover|furthermore|in addition|additionally|similarly|likewise|thus|therefore|hence|"
    r"as a result|in (?:this|that|the same))\b",
    re.IGNORECASE,
)
_OPENING = 60


class Coverage(NamedTuple):
    """The sentences of a text, its citations blanked, and whether each is covered."""

    text: str
    sentences: tuple[Span, ...]
    covered: tuple[bool, ...]


def blank(text: str, citations: Sequence[Citation]) -> str:
    """Return the text with blanks in the place of citations. Its length stays the same.

    Narrative citations and linked words are part of their sentence and stay.
    """
    pieces, end = [], 0
    for citation in citations:
        if citation.form == "narrative" or citation.style == "link":
            continue
        pieces += [text[end : citation.span.start], " " * len(citation.span)]
        end = citation.span.end
    return "".join([*pieces, text[end:]])


@lru_cache(maxsize=512)
def coverage(text: str, citations: tuple[Citation, ...], policy: Policy) -> Coverage:
    """Tell which sentences of a block its own citations cover."""
    blanked = blank(text, citations)
    spans = sentences(blanked)
    own = [False] * len(spans)
    named = [False] * len(spans)
    for citation in citations:
        index = _home(spans, citation)
        if index is None:
            continue
        own[index] = True
        opens = citation.span.start - spans[index].start < _OPENING
        named[index] = named[index] or (citation.form == "narrative" and opens)
    whole = policy == "paragraph" or any(_is_source_line(text, c) for c in citations)
    covered = tuple(
        (whole and any(own))
        or own[index]
        or (index + 1 < len(own) and named[index + 1])
        or (policy == "adjacent" and _neighbour(blanked, spans, own, index))
        for index in range(len(spans))
    )
    return Coverage(blanked, spans, covered)


def _home(spans: Sequence[Span], citation: Citation) -> int | None:
    """Return the sentence a citation stands in, or else the one right before it."""
    before = None
    for index, span in enumerate(spans):
        if span.start <= citation.span.start < span.end:
            return index
        if span.end <= citation.span.start:
            before = index
    if before is None and spans:
        return 0
    return before


def _is_source_line(text: str, citation: Citation) -> bool:
    """Tell whether a citation is a line of its own that names the block's source."""
    start = citation.span.start
    opens = start == 0 or text[start - 1] == "\n"
    return citation.style == "source_note" and opens and text[start] != "("


def _neighbour(text: str, spans: Sequence[Span], own: Sequence[bool], index: int) -> bool:
    if index + 1 < len(own) and own[index + 1]:
        return True
    return index > 0 and own[index - 1] and bool(_TAKES_UP.match(text, spans[index].start))
