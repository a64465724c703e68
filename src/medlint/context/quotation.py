"""Algorithm ``quotation``: the phrase is mentioned, not used.

It must stand between quotation marks that do not enclose the whole sentence (a testimonial is
used, not mentioned), in a sentence that speaks about wording.
"""

from __future__ import annotations

import re

import msgspec

from medlint.clauses import any_of, first
from medlint.context import Candidate, Hold

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|«[^»]*»|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of a quotation guard: words that speak about wording, outside the quotation."""

    about: tuple[str, ...]
    longest: int = 12
    """A quotation of more words than this is speech, not a mention."""


def guard(cues: Cues) -> Hold:
    """Return the function that judges a candidate."""
    about = any_of(cues.about)

    def hold(candidate: Candidate) -> str | None:
        text, sentence = candidate.segment.text, candidate.sentence
        for quotation in _QUOTED.finditer(text, sentence.start, sentence.end):
            if not (quotation.start() <= candidate.start and candidate.end <= quotation.end()):
                continue
            if len(quotation.group().split()) > cues.longest:
                return None
            before = text[sentence.start : quotation.start()]
            outside = f"{before} · {text[quotation.end() : sentence.end]}"
            found = first(about, outside)
            return f"{found.group()} {quotation.group()}" if found else None
        return None

    return hold
