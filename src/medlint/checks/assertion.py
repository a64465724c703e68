"""Check type ``assertion``: a sentence that needs a source and shows none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.evidence import Citation
from medlint.evidence.assertions import Family, asserts, triggers
from medlint.evidence.citations import citations
from medlint.evidence.coverage import Policy, coverage
from medlint.evidence.references import Definition, definitions, reference_segments

SCOPE = "text & ~heading & ~testimonial & ~caption & ~figcaption & ~footnote & ~attr & ~nav & ~form"
LOCAL = True

_ATTRIBUTED = re.compile(r"(?:^|\s)[—–―]\s?[^\W\d_a-z][^.!?\n]{1,80}\Z")


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``assertion``: lists of regular expressions, any case, whole words.

    ``triggers`` make a sentence an assertion; ``about`` must be in it too, if given. A trigger
    that begins inside an ``excepted`` phrase does not count. ``exempt`` is searched in the
    trigger's clause, ``exempt_sentence`` in its sentence. ``cover`` says how far a citation
    reaches, ``per_block`` how many alerts a block gives; the others are named in its notes.
    """

    triggers: tuple[str, ...]
    about: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    exempt_sentence: tuple[str, ...] = ()
    cover: Policy = "adjacent"
    per_block: int = 1

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not self.triggers:
            raise ValueError("needs `triggers`")
        if self.per_block < 1:
            raise ValueError("`per_block` must be 1 or more")
        for key in ("triggers", "about", "excepted", "exempt", "exempt_sentence"):
            if patterns := getattr(self, key):
                expressions.validate(_pattern(patterns), **{key: patterns})


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return expressions.literals([_pattern(parameters.triggers)])


def finder(parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of trigger phrases that no citation covers."""
    family = _family(parameters)

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        triggered = [segment for segment in segments if triggers(family, segment.text)]
        if not triggered:
            return
        passages = _Passages(document)
        for segment in triggered:
            if not passages.skipped(segment):
                yield from _uncovered(segment, family, parameters, passages)

    return find


def _uncovered(
    segment: Segment, family: Family, parameters: Parameters, passages: _Passages
) -> Iterator[Match]:
    """Yield the block's alerts, the sentence with most triggers first."""
    cited = passages.citations(segment)
    text, sentences, covered = coverage(segment.text, cited, parameters.cover)
    found = [
        spans
        for sentence, is_covered in zip(sentences, covered, strict=True)
        if not is_covered and (spans := list(asserts(family, text, sentence)))
    ]
    if not found or passages.led_in(segment):
        return
    strongest = sorted(found, key=len, reverse=True)
    chosen, others = strongest[: parameters.per_block], strongest[parameters.per_block :]
    for number, spans in enumerate(chosen):
        notes = [
            (segment, span.start, span.end, "also without a source")
            for span, *_ in (others if number == 0 else ())
        ]
        start, end = spans[0].start, spans[0].end
        yield Match(segment, start, end, (segment.text[start:end],), related=tuple(notes))


class _Passages:
    """What one document's citations cover, worked out for the segments that are asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._place = {id(segment): index for index, segment in enumerate(document.segments)}
        self._listed = reference_segments(document)
        self._remarks = frozenset(
            note.key for note in definitions(document) if _is_remark(note, document)
        )

    def skipped(self, segment: Segment) -> bool:
        """Tell whether a segment is in the reference list or a quotation with its speaker."""
        index = self._place.get(id(segment))
        if index in self._listed:
            return True
        if "blockquote" not in segment.scope and "blockquote" not in segment.within:
            return False
        following = self._document.segments[index + 1 : index + 2] if index is not None else ()
        return any(_ATTRIBUTED.search(s.text) for s in (segment, *following))

    def citations(self, segment: Segment) -> tuple[Citation, ...]:
        """Return a segment's citations but for pointers to mere remarks."""
        return tuple(
            citation
            for citation in citations(segment, self._document.source)
            if citation.style != "footnote"
            or not citation.items
            or citation.items[0].key not in self._remarks
        )

    def led_in(self, segment: Segment) -> bool:
        """Tell whether a list item stands under a lead-in that cites ("Trials report [2]:")."""
        index = self._place.get(id(segment))
        if index is None or "list" not in segment.scope:
            return False
        while index > 0 and "list" in self._document.segments[index].scope:
            index -= 1
        lead = self._document.segments[index]
        return lead.text.rstrip().endswith(":") and bool(self.citations(lead))


def _is_remark(note: Definition, document: Document) -> bool:
    segment = document.segments[note.place]
    return not citations(segment, document.source) and not re.search(
        r"\b(?:1[89]|20)\d\d\b|://|www\.", segment.text
    )


def _family(parameters: Parameters) -> Family:
    return Family(
        _compiled(parameters.triggers),
        *(
            _compiled(patterns) if patterns else None
            for patterns in (
                parameters.about,
                parameters.excepted,
                parameters.exempt,
                parameters.exempt_sentence,
            )
        ),
    )


def _pattern(patterns: Sequence[str]) -> str:
    return expressions.translate(
        rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", spaces=True, loose=True
    )


def _compiled(patterns: tuple[str, ...]) -> regex.Pattern[str]:
    return expressions.compile(_pattern(patterns), ignorecase=True)
