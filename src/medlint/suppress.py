"""Directives in the text that waive an alert, with a reason, and what is wrong with them.

``<!-- medlint-ignore Claims.Permanence: reason -->`` before a block or inside it covers that block;
``medlint-ignore-start … / medlint-ignore-end`` a range; ``medlint-ignore-file`` the file. A waived
alert stays in the report: it is the audit trail.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from medlint.alerts import Alert, Suppression
from medlint.document import Comment, Document
from medlint.spans import Lines, Span

_DIRECTIVE = re.compile(
    r"\s*medlint-ignore(?P<kind>-start|-end|-file)?(?:\s+(?P<rules>[\w.,\s*-]+?))?\s*(?::\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)


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


def directives(document: Document, lines: Lines) -> tuple[list[Directive], list[Problem]]:
    """Return a document's directives, and those that cannot be read."""
    found: list[Directive] = []
    problems: list[Problem] = []
    opened: list[tuple[Comment, tuple[str, ...], str]] = []
    for comment in document.comments:
        if not comment.text.lstrip().startswith("medlint-ignore"):
            continue
        match = _DIRECTIVE.fullmatch(comment.text)
        if match is None:
            problems.append(Problem("malformed", comment.span, comment.text.strip()))
            continue
        rules = tuple((match["rules"] or "").replace(",", " ").split())
        reason = " ".join((match["reason"] or "").split())
        if match["kind"] == "-start":
            opened.append((comment, rules, reason))
            continue
        if match["kind"] == "-end":
            if not opened:
                problems.append(Problem("malformed", comment.span, "an end without a start"))
                continue
            start, rules, reason = opened.pop()
            covers = Span(start.span.end, comment.span.start)
            comment = start  # noqa: PLW2901  (the directive stands where the range starts)
        elif match["kind"] == "-file":
            covers = Span(0, len(document.source))
        else:
            covers = _block(document, comment.span)
        line = lines.position(comment.span.start).line
        found.append(Directive(comment.span, rules, reason, covers, line))
    problems += [Problem("malformed", c.span, "a start without an end") for c, _, _ in opened]
    return found, problems


def _block(document: Document, comment: Span) -> Span:
    """Return the source range of the block that holds the comment, or of the next one."""
    following: Span | None = None
    for segment in document.segments:
        if not segment.runs:
            continue
        span = segment.source_span(0, len(segment.text))
        if span.start <= comment.start < span.end:
            return span
        if span.start >= comment.end and (following is None or span.start < following.start):
            following = span
    return following or Span(comment.end, comment.end)


def apply(
    alerts: Sequence[Alert], waivers: Sequence[Directive], aliases: dict[str, str]
) -> tuple[list[Alert], set[Directive]]:
    """Mark the alerts that a directive covers; return them all, and the directives used.

    ``aliases`` maps an alias, in lower case, to the rule's id.
    """
    used: set[Directive] = set()
    result = []
    for alert in alerts:
        for waiver in waivers:
            if waiver.covers.contains(alert.span) and _names(waiver, alert, aliases):
                used.add(waiver)
                alert = replace(alert, suppressed=Suppression(waiver.line, waiver.reason))  # noqa: PLW2901
                break
        result.append(alert)
    return result, used


def _names(waiver: Directive, alert: Alert, aliases: dict[str, str]) -> bool:
    if not waiver.rules:
        return True
    for name in waiver.rules:
        id = aliases.get(name.lower(), name)
        if alert.rule == id or alert.rule.startswith(id + "."):
            return True
    return False


def problems(
    waivers: Sequence[Directive],
    used: Collection[Directive],
    alerts: Sequence[Alert],
    known: Collection[str],
    ran: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with directives: unknown rules, no reason for an error, no effect.

    ``known``: ids, packs and aliases in lower case. ``ran``: ids of the rules of this run; a
    directive is called unused only if all it names ran.
    """
    errors = {a.suppressed.line for a in alerts if a.suppressed and a.severity == "error"}
    for waiver in waivers:
        unknown = [name for name in waiver.rules if name.lower() not in known]
        for name in unknown:
            yield Problem("unknown_rule", waiver.comment, name)
        if not waiver.reason and waiver.line in errors:
            yield Problem("missing_reason", waiver.comment, ", ".join(waiver.rules) or "all rules")
        if waiver not in used and not unknown and _all_ran(waiver, ran):
            yield Problem("unused", waiver.comment, ", ".join(waiver.rules) or "all rules")


def _all_ran(waiver: Directive, ran: Collection[str]) -> bool:
    lowered = {id.lower() for id in ran} | {id.partition(".")[0].lower() for id in ran}
    return all(name.lower() in lowered for name in waiver.rules)
