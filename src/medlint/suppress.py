"""Directives in the text that waive an alert, with a reason, and what is wrong with them.

``<!-- medlint-ignore Claims.Permanence: reason -->`` before a block or inside it covers that block;
``medlint-ignore-start … / medlint-ignore-end`` a range; ``medlint-ignore-file`` the file. A waived
alert stays in the report: it is the audit trail.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from medlint.alerts import Alert, Suppression
from medlint.document import Document
from medlint.spans import Lines, Span

_DIRECTIVE = re.compile(
    r"medlint-ignore(?P<kind>-start|-end|-file)?"
    r"(?:\s+(?P<rules>[\w.-]+(?:[\s,]+[\w.-]+)*))?\s*(?::(?P<reason>.*))?",
    re.DOTALL,
)
_MARKUP = re.compile(
    r"(?:[ \t*_~`\"'.)]|\](?:\([^\s()]*\))?"
    r"|</(?:a|abbr|b|cite|code|em|i|mark|q|small|span|strong|sub|sup|u)>)*"
)
"""What may stand between the last word of a block and a comment that ends it."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive: the rules (ids, aliases or packs; none: all), its reason and its reach."""

    comment: Span
    rules: tuple[str, ...]
    reason: str
    covers: Span
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a directive: kind, place, and the words for the message."""

    kind: str
    span: Span
    words: str


class _Written(NamedTuple):
    """A directive as it is written in a comment."""

    comment: Span
    kind: str
    rules: tuple[str, ...]
    reason: str


def directives(document: Document, lines: Lines) -> tuple[list[Directive], list[Problem]]:
    """Return a document's directives, and those that cannot be read."""
    found: list[Directive] = []
    problems: list[Problem] = []
    opened: list[_Written] = []

    def add(one: _Written, covers: Span) -> None:
        line = lines.position(one.comment.start).line
        found.append(Directive(one.comment, one.rules, one.reason, covers, line))

    for one in _written(document):
        match one.kind:
            case "":
                add(one, _block(document, one.comment))
            case "-file":
                add(one, Span(0, len(document.source)))
            case "-start":
                opened.append(one)
            case "-end" if start := _closed(opened, one):
                opened.remove(start)
                add(start, Span(start.comment.end, one.comment.start))
            case "-end":
                problems.append(Problem("malformed", one.comment, "an end without a start"))
            case text:
                problems.append(Problem("malformed", one.comment, text))
    problems += [Problem("malformed", one.comment, "a start without an end") for one in opened]
    return found, problems


def _written(document: Document) -> Iterator[_Written]:
    """Yield the directives in a document's comments; the kind of an unreadable one is its text."""
    for comment in document.comments:
        text = comment.text.strip()
        if not text.startswith("medlint-"):
            continue
        match = _DIRECTIVE.fullmatch(text)
        if match is None:
            yield _Written(comment.span, text, (), "")
            continue
        rules = tuple((match["rules"] or "").replace(",", " ").split())
        yield _Written(
            comment.span, match["kind"] or "", rules, " ".join((match["reason"] or "").split())
        )


def _closed(opened: Sequence[_Written], end: _Written) -> _Written | None:
    """Return the start that an end closes: the last one, or the last that names its rules."""
    named = [one for one in opened if not end.rules or one.rules == end.rules]
    return named[-1] if named else None


def _block(document: Document, comment: Span) -> Span:
    """Return the source range of the block that the comment is in or ends; else of the next."""
    following: Span | None = None
    for segment in document.segments:
        if not segment.runs:
            continue
        span = segment.source_span(0, len(segment.text))
        if span.start <= comment.start and _MARKUP.fullmatch(
            document.source, min(span.end, comment.start), comment.start
        ):
            return span
        if span.start >= comment.end and (following is None or span.start < following.start):
            following = span
    return following or Span(comment.end, comment.end)


def apply(
    alerts: Sequence[Alert], waivers: Sequence[Directive], names: Mapping[str, str]
) -> tuple[list[Alert], set[Directive]]:
    """Mark the alerts that a directive covers; return them all, and the directives used.

    ``names`` maps ids, aliases and packs, in lower case, to the id or pack.
    """
    used: set[Directive] = set()
    result = []
    for alert in alerts:
        for waiver in waivers:
            if waiver.covers.contains(alert.span) and _waives(waiver, alert.rule, names):
                used.add(waiver)
                alert = replace(alert, suppressed=Suppression(waiver.line, waiver.reason))  # noqa: PLW2901
                break
        result.append(alert)
    return result, used


def _waives(waiver: Directive, rule: str, names: Mapping[str, str]) -> bool:
    named = [names.get(name.lower(), name) for name in waiver.rules]
    return not named or any(f"{rule}.".startswith(f"{name}.") for name in named)


def problems(
    waivers: Sequence[Directive],
    used: Collection[Directive],
    alerts: Sequence[Alert],
    names: Mapping[str, str],
    idle: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with directives: unknown rules, no reason for an error, no effect.

    ``names`` as in ``apply``. ``idle``: ids of rules that did not run; a directive that waives
    one of them is not called unused.
    """
    errors = {alert.suppressed for alert in alerts if alert.severity == "error"}
    for waiver in waivers:
        unknown = [name for name in waiver.rules if name.lower() not in names]
        for name in unknown:
            yield Problem("unknown_rule", waiver.comment, name)
        named = ", ".join(waiver.rules) or "all rules"
        if not waiver.reason and Suppression(waiver.line, "") in errors:
            yield Problem("missing_reason", waiver.comment, named)
        if waiver in used or unknown or any(_waives(waiver, rule, names) for rule in idle):
            continue
        yield Problem("unused", waiver.comment, named)
