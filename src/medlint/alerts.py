"""What a run says: fixes, alerts, and the report of the whole run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from medlint.spans import Span

Severity = Literal["suggestion", "warning", "error"]
Confidence = Literal["low", "medium", "high"]
Safety = Literal["safe", "unsafe", "manual"]

SEVERITIES: tuple[Severity, ...] = ("suggestion", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a source range by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that would settle an alert, and how far to trust them.

    safe: the meaning stays; unsafe: it may change; manual: shown, never applied.
    """

    edits: tuple[Edit, ...]
    safety: Safety


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that has to do with the alert, with a note for the reader."""

    span: Span
    message: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Suppression:
    """The directive that hid an alert: where it stands and the reason it gives."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing the copy should not say, or should say better.

    ``span`` is code points into the source, end exclusive; lines and columns count from 1, the
    end column is exclusive. ``match`` is the text as the reader of the page sees it.
    ``also`` names other rules that saw the same phrase. ``suppressed`` is set if a directive
    in the text hides the alert.
    """

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    match: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    suggestion: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    also: tuple[str, ...] = ()
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file could not be linted: a short kind, and a line for a person."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Held:
    """A phrase that a rule found and a context guard held back (``--explain-context``)."""

    rule: str
    guard: str
    cue: str
    match: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's alerts, or the error that stands in their place.

    ``error`` beside alerts means that one rule failed and the others did their work.
    ``words`` counts the words of prose. ``source`` is kept for writers that show the text.
    ``jurisdictions`` are those that were declared for the file.
    """

    path: str
    alerts: tuple[Alert, ...] = ()
    error: FileError | None = None
    words: int = 0
    source: str = field(default="", repr=False)
    held: tuple[Held, ...] = ()
    notes: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()

    @property
    def status(self) -> Literal["clean", "alerts", "error"]:
        """Return ``error``, ``alerts`` or ``clean``."""
        if self.error:
            return "error"
        return "alerts" if any(not alert.suppressed for alert in self.alerts) else "clean"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: every file in order, what the run has to say of itself, and versions."""

    files: tuple[FileReport, ...]
    notes: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """Return all alerts that no directive hides, in order of file and place."""
        return tuple(alert for file in self.files for alert in file.alerts if not alert.suppressed)

    @property
    def errors(self) -> tuple[tuple[str, FileError], ...]:
        """Return (path, error) of each file that could not be linted in full."""
        return tuple((file.path, file.error) for file in self.files if file.error)

    def counts(self) -> Counter[str]:
        """Count the alerts that are not suppressed, by severity."""
        return Counter(alert.severity for alert in self.alerts)

    def at_least(self, severity: Severity) -> Iterator[Alert]:
        """Yield the alerts that are not suppressed, at this severity or above."""
        floor = SEVERITIES.index(severity)
        return (alert for alert in self.alerts if SEVERITIES.index(alert.severity) >= floor)
