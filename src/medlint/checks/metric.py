"""Check type ``metric``: a formula over a text's counts, and the condition that raises an alert."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from statistics import pstdev

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.engines import textstat
from medlint.formulas import evaluate, formula, names
from medlint.sentences import sentences

SCOPE = "summary"
LOCAL = False

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_COUNTED = frozenset(
    "words sentences characters long_words sentence_length_sd paragraphs list blockquote pre"
    " quote_words".split()
)
_MEASURED = frozenset(
    "syllables complex_words polysyllabic_words flesch_kincaid flesch_reading_ease gunning_fog"
    " coleman_liau automated_readability smog dale_chall lix".split()
)
_HEADING = re.compile(r"heading\.h[1-6]")


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``metric``: ``formula`` over counts; ``condition``, ``> 9`` or with ``result``."""

    formula: str
    condition: str

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for name in names(formula(self.formula)):
            if name not in _COUNTED | _MEASURED and not _HEADING.fullmatch(name):
                raise ValueError(f"`formula`: nothing is counted under the name `{name}`")
        for name in names(formula(_condition(self.condition))):
            if name != "result":
                raise ValueError(f"`condition` knows `result` only, not `{name}`")


def literals(_parameters: Parameters) -> None:
    """Return None: every text has counts."""


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder that measures each segment and alerts at its first word."""
    measure, condition = formula(parameters.formula), formula(_condition(parameters.condition))
    wanted = frozenset(names(measure))

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        for segment in segments:
            values = _values(segment, document, wanted)
            if not values["words"]:
                continue
            try:
                result = evaluate(measure, values)
                alert = evaluate(condition, {"result": result})
            except (ArithmeticError, ValueError):
                continue
            if alert:
                first = next(_WORD.finditer(segment.text))
                yield Match(segment, first.start(), first.end(), (f"{result:.2f}",))

    return find


def _condition(text: str) -> str:
    """Return the condition; its first comparison may leave out ``result``."""
    return f"result {text}" if text.strip().startswith(("<", ">", "=", "!")) else text


def _values(segment: Segment, document: Document, wanted: frozenset[str]) -> dict[str, float]:
    spans = sentences(segment.text)
    lengths = [len(_WORD.findall(segment.text[span.start : span.end])) for span in spans]
    words = _WORD.findall(segment.text)
    values: dict[str, float] = {
        "words": len(words),
        "sentences": len(spans),
        "characters": sum(character.isalnum() for character in segment.text),
        "long_words": sum(len(word.encode()) > 6 for word in words),
        "sentence_length_sd": pstdev(lengths) if lengths else 0,
        "paragraphs": len([part for part in _PARAGRAPH.split(segment.text) if part.strip()]),
        **_elements(document),
    }
    if wanted & _MEASURED:
        texts = [segment.text[span.start : span.end] for span in spans]
        with contextlib.suppress(ValueError):  # no sentence long enough to measure
            measured = asdict(textstat.indices(texts))
            values.update({name: measured[name] for name in _MEASURED})
    return values


def _elements(document: Document) -> Counter[str]:
    """Count the document's headings, lists and quotes."""
    counts: Counter[str] = Counter()
    for segment in document.segments:
        scope = segment.scope.removeprefix("text.")
        counts[scope] += 1
        if "blockquote" in segment.within or scope == "blockquote":
            counts["quote_words"] += len(_WORD.findall(segment.text))
    return counts
