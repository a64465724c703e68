"""The report as machines read it: the JSON shapes, version 1, and their schema.

A field is never renamed or removed within a version; new ones may join. Offsets are code points,
end exclusive; lines and columns count from 1.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from medlint import alerts

VERSION: Literal["1"] = "1"


class Edit(msgspec.Struct, frozen=True):
    """Replace the source range by a text."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that would settle the alert, and how far to trust them."""

    safety: alerts.Safety
    edits: tuple[Edit, ...]


class Related(msgspec.Struct, frozen=True):
    """Another place that has to do with the alert."""

    start: int
    end: int
    line: int
    column: int
    message: str


class Suppression(msgspec.Struct, frozen=True):
    """The directive that hides the alert."""

    line: int
    reason: str


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """One alert. ``suppression`` is there if and only if ``suppressed`` is true."""

    rule: str
    category: str
    severity: alerts.Severity
    confidence: alerts.Confidence
    message: str
    match: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    suggestion: str
    fix: Fix | None
    related: tuple[Related, ...]
    also: tuple[str, ...]
    suppressed: bool
    suppression: Suppression | UnsetType = UNSET


class BatchAlert(msgspec.Struct, frozen=True, kw_only=True):
    """The short form of an alert that ``medlint batch`` gives."""

    rule: str
    category: str
    severity: alerts.Severity
    confidence: alerts.Confidence
    start: int
    end: int
    line: int
    column: int
    match: str
    message: str
    also: tuple[str, ...]


class FileError(msgspec.Struct, frozen=True):
    """Why a file could not be linted."""

    kind: str
    message: str


class Held(msgspec.Struct, frozen=True):
    """A phrase that a guard held back (with ``--explain-context``)."""

    rule: str
    guard: str
    cue: str
    match: str
    line: int
    column: int


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file's status and alerts, or its error; both if one rule failed and others did not."""

    path: str
    status: Literal["clean", "alerts", "error"] | UnsetType = UNSET
    alerts: tuple[Alert, ...] | UnsetType = UNSET
    error: FileError | UnsetType = UNSET
    held: tuple[Held, ...] | UnsetType = UNSET


class Tool(msgspec.Struct, frozen=True):
    """The program that made the report."""

    name: str
    version: str


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over the run.

    ``by_rule`` counts what is not suppressed; ``failed`` counts files with an error.
    """

    files: int
    words: int
    errors: int
    warnings: int
    suggestions: int
    suppressed: int
    failed: int
    by_rule: dict[str, int]

    @property
    def alerts(self) -> int:
        """Return the number of alerts that are not suppressed."""
        return self.errors + self.warnings + self.suggestions


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The whole run."""

    version: Literal["1"]
    tool: Tool
    files: tuple[File, ...]
    summary: Summary


def report(whole: alerts.Report, *, held: bool = False) -> Report:
    """Return the run in its JSON shape, with the phrases that guards held back if asked for."""
    return Report(
        version=VERSION,
        tool=Tool("medlint", whole.versions.get("medlint", "")),
        files=tuple(file(one, held=held) for one in whole.files),
        summary=summary(whole),
    )


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report (``--output json``)."""
    schema = msgspec.json.schema(Report)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "medlint report, version 1",
        **schema,
    }


def file(one: alerts.FileReport, *, held: bool = False) -> File:
    """Return one file in its JSON shape."""
    failed = one.error is not None and not one.alerts
    return File(
        path=plain(one.path),
        status=UNSET if failed else one.status,
        alerts=UNSET if failed else tuple(alert(item) for item in one.alerts),
        error=FileError(one.error.kind, plain(one.error.message)) if one.error else UNSET,
        held=tuple(_held(item) for item in one.held) if held else UNSET,
    )


def alert(item: alerts.Alert) -> Alert:
    """Return an alert in its JSON shape."""
    hidden = item.suppressed
    return Alert(
        rule=item.rule,
        category=item.category,
        severity=item.severity,
        confidence=item.confidence,
        message=plain(item.message),
        match=plain(item.match),
        start=item.span.start,
        end=item.span.end,
        line=item.line,
        column=item.column,
        end_line=item.end_line,
        end_column=item.end_column,
        suggestion=plain(item.suggestion),
        fix=_fix(item.fix) if item.fix else None,
        related=tuple(_related(place) for place in item.related),
        also=item.also,
        suppressed=hidden is not None,
        suppression=Suppression(hidden.line, plain(hidden.reason)) if hidden else UNSET,
    )


def batch_alert(item: alerts.Alert) -> BatchAlert:
    """Return the short form of an alert for ``medlint batch``."""
    return BatchAlert(
        rule=item.rule,
        category=item.category,
        severity=item.severity,
        confidence=item.confidence,
        start=item.span.start,
        end=item.span.end,
        line=item.line,
        column=item.column,
        match=plain(item.match),
        message=plain(item.message),
        also=item.also,
    )


def summary(whole: alerts.Report) -> Summary:
    """Count files, words and alerts over the run."""
    shown = whole.alerts
    severities = Counter(item.severity for item in shown)
    rules = Counter(item.rule for item in shown)
    return Summary(
        files=len(whole.files),
        words=sum(one.words for one in whole.files),
        errors=severities["error"],
        warnings=severities["warning"],
        suggestions=severities["suggestion"],
        suppressed=sum(len(one.alerts) for one in whole.files) - len(shown),
        failed=len(whole.errors),
        by_rule=dict(sorted(rules.items(), key=lambda entry: (-entry[1], entry[0]))),
    )


def plain(text: str) -> str:
    r"""Return the text with lone surrogates (odd file names) written as ``\udc80``.

    JSON is UTF-8, which has no bytes for them.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fix(item: alerts.Fix) -> Fix:
    return Fix(
        item.safety,
        tuple(Edit(edit.span.start, edit.span.end, plain(edit.text)) for edit in item.edits),
    )


def _related(place: alerts.Related) -> Related:
    span = place.span
    return Related(span.start, span.end, place.line, place.column, plain(place.message))


def _held(item: alerts.Held) -> Held:
    return Held(item.rule, item.guard, plain(item.cue), plain(item.match), item.line, item.column)
