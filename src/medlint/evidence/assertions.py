"""Sentences that need a source: a trigger phrase in a clause that nothing exempts.

What triggers and what exempts is data of the rules; here is only how they are weighed. Questions
never assert.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from medlint import expressions
from medlint.spans import Span

_CLAUSE_END = re.compile(
    r"\s[–—-]\s|—|[;:](?=\s)|,?\s(?=(?:because|whereas)\s)|,\s(?=(?:as|since|but)\s)"
)
_QUESTION = re.compile(r"\?[\"'”’)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of assertion, as compiled expressions.

    ``triggers`` must be found; ``about`` in the same sentence, if given; a trigger that begins
    inside an ``excepted`` phrase does not count; ``exempt`` is searched in the trigger's clause and
    ``exempt_sentence`` in its whole sentence.
    """

    triggers: regex.Pattern[str]
    about: regex.Pattern[str] | None = None
    excepted: regex.Pattern[str] | None = None
    exempt: regex.Pattern[str] | None = None
    exempt_sentence: regex.Pattern[str] | None = None


def triggers(family: Family, text: str) -> bool:
    """Tell whether a text holds a trigger at all."""
    return _found(family.triggers, text)


def asserts(family: Family, text: str, sentence: Span) -> Iterator[Span]:
    """Yield the trigger phrases of one sentence that assert something."""
    body = text[sentence.start : sentence.end]
    if not _found(family.triggers, body) or _QUESTION.search(body):
        return
    if family.about and not _found(family.about, body):
        return
    if family.exempt_sentence and _found(family.exempt_sentence, body):
        return
    excepted = (
        [m.span() for m in expressions.find(family.excepted, body)] if family.excepted else []
    )
    for trigger in expressions.find(family.triggers, body):
        start, end = trigger.span()
        if any(low <= start < high for low, high in excepted):
            continue
        if family.exempt and _found(family.exempt, clause(body, start, end)):
            continue
        yield Span(sentence.start + start, sentence.start + end)


def clause(sentence: str, start: int, end: int) -> str:
    """Return the clause of a sentence that holds ``sentence[start:end]``."""
    low, high = 0, len(sentence)
    for mark in _CLAUSE_END.finditer(sentence):
        if mark.end() <= start:
            low = mark.end()
        elif mark.start() >= end:
            high = mark.start()
            break
    return sentence[low:high].strip()


def _found(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.search(text, timeout=expressions.TIMEOUT) is not None
