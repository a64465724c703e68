"""``text``: each alert in a frame with its line, its reason and its source, for a terminal."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from medlint import wire, wording
from medlint.alerts import Alert, FileReport, Held, Report, Severity
from medlint.rules import Rule
from medlint.spans import Lines, Span
from medlint.terminal import Window, visible, width, window, wrap
from medlint.writers import Presentation

NARROWEST = 40
RELATED = 3
SOURCES = 2
_WORD = re.compile(r"\S")
_CODES: dict[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "suggestion": "1;36",
    "strong": "1",
    "quiet": "2",
}


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines are written on: with colour or without, and how many columns."""

    color: bool
    columns: int

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text

    def link(self, text: str, url: str) -> str:
        if not (self.color and url):
            return text
        return f"\x1b]8;;{visible(url)}\x1b\\{text}\x1b]8;;\x1b\\"


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield the frames file by file, then the summary."""
    columns = presentation.width or shutil.get_terminal_size((100, 24)).columns
    page = _Page(presentation.color, max(columns, NARROWEST))
    explained: set[str] = set()
    for file in report.files:
        lines = Lines(file.source)
        for alert in file.alerts:
            if not alert.suppressed:
                rule = presentation.rules.get(alert.rule)
                first = alert.rule not in explained
                explained.add(alert.rule)
                for line in _frame(alert, file, lines, rule if first else None, page):
                    yield line.rstrip() + "\n"
                yield "\n"
        if file.error:
            reason = visible(wording.failure(file.path, file.error))
            yield f"{page.paint('error', 'error')}: {visible(file.path)}: {reason}\n\n"
    for line in _closing(report, presentation, page):
        yield line + "\n"


def _frame(
    alert: Alert, file: FileReport, lines: Lines, rule: Rule | None, page: _Page
) -> Iterator[str]:
    """Yield the lines of one alert. ``rule`` is given where its reasons are to be told."""
    places = alert.related[:RELATED]
    numbers = (alert.line, alert.end_line, *(place.line for place in places))
    gutter = len(str(max(numbers)))
    label = page.paint(f"{alert.severity}[", alert.severity)
    name = page.paint(page.link(alert.rule, rule.link if rule else ""), alert.severity)
    message = page.paint(visible(alert.message), "strong")
    yield f"{label}{name}{page.paint(']', alert.severity)}: {message}"
    where = f"{visible(file.path)}:{alert.line}:{alert.column}"
    yield f"{' ' * gutter}{page.paint('-->', 'quiet')} {where}"
    if file.source:
        excerpt = _Excerpt(file.source, lines, gutter, page)
        yield excerpt.margin()
        yield from excerpt.shown(alert.span, "^", alert.severity)
        for place in places:
            yield excerpt.margin()
            yield from excerpt.shown(place.span, "-", alert.severity, place.message)
        yield excerpt.margin()
    for head, text in _remarks(alert, rule, file.jurisdictions):
        lead = f"{' ' * gutter} = {head}: "
        for number, line in enumerate(wrap(text, page.columns - len(lead))):
            yield (lead if number == 0 else " " * len(lead)) + line


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """Lines of the source with their numbers, and marks under the words."""

    source: str
    lines: Lines
    gutter: int
    page: _Page

    def margin(self, number: str = "") -> str:
        return self.page.paint(f"{number:>{self.gutter}} |", "quiet")

    def shown(self, span: Span, mark: str, severity: Severity, label: str = "") -> Iterator[str]:
        """Yield the first and the last line of a span, each with its marks below."""
        first = self.lines.position(span.start).line
        last = self.lines.position(max(span.start, span.end - 1)).line
        yield from self._marked(first, span, mark, severity, label if first == last else "")
        if last > first + 1:
            yield self.margin("." * min(3, self.gutter))
        if last > first:
            yield from self._marked(last, span, mark, severity, label)

    def _marked(
        self, number: int, span: Span, mark: str, severity: Severity, label: str
    ) -> Iterator[str]:
        room = self.page.columns - self.gutter - 3
        view = self._view(self.lines.span(number), span, room)
        yield f"{self.margin(str(number))} {view.text}"
        marks = self.page.paint(mark * max(view.length, 1), severity)
        used = view.offset + max(view.length, 1)
        if label and used + 1 + width(label) <= room:
            marks, label = f"{marks} {visible(label)}", ""
        yield f"{self.margin()} {' ' * view.offset}{marks}"
        for line_of_label in wrap(label, room):
            yield f"{self.margin()} {line_of_label}"

    def _view(self, line: Span, span: Span, room: int) -> Window:
        """Return what fits of a line; a span from a line above begins at the first word."""
        start = min(max(span.start, line.start), line.end)
        end = max(start, min(span.end, line.end))
        word = _WORD.search(self.source, start, end) if span.start < line.start else None
        start = word.start() if word else start
        low, high = max(line.start, start - 4 * room), min(line.end, start + 4 * room)
        return window(self.source[low:high], start - low, min(end, high) - low, room)


def _remarks(
    alert: Alert, rule: Rule | None, jurisdictions: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    if alert.suggestion:
        yield "help", alert.suggestion
    if rule and rule.why:
        yield "why", rule.why
    for source in rule.sources_for(jurisdictions)[:SOURCES] if rule else ():
        yield "source", f"{wording.cited(source)} {source.url}"
    if alert.confidence != "high":
        yield "confidence", alert.confidence
    if alert.also:
        yield "also", ", ".join(alert.also)


def _closing(report: Report, presentation: Presentation, page: _Page) -> Iterator[str]:
    if presentation.explain_context:
        yield from _section("Held back by context", _held_lines(report))
    if presentation.show_suppressed:
        yield from _section("Suppressed", _suppressed_lines(report))
    summary = wire.summary(report)
    if presentation.statistics:
        yield from _section("Statistics", _statistics(report, summary))
    for note in wording.notes(report):
        yield from _note(note, page)
    yield page.paint(wording.found(report, summary), "strong")
    yield from wording.failures(report)
    if summary.suppressed:
        hint = "" if presentation.show_suppressed else " (--show-suppressed lists them)"
        yield f"{wording.count(summary.suppressed, 'alert')} suppressed{hint}."
    if summary.alerts:
        yield "`medlint explain RULE` tells all about a rule."
        yield wording.NOT_ADVICE


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield f"{title}:"
        yield from (f"  {line}" for line in body)
        yield ""


def _note(note: str, page: _Page) -> Iterator[str]:
    for number, line in enumerate(wrap(note, page.columns - len("note: "))):
        yield ("      " if number else page.paint("note", "strong") + ": ") + line


def _held_lines(report: Report) -> Iterator[str]:
    for file in report.files:
        for held in file.held:
            yield _held_line(file.path, held)


def _held_line(path: str, held: Held) -> str:
    where = f"{visible(path)}:{held.line}:{held.column}"
    cue = f" ({visible(held.cue)})" if held.cue else ""
    return f'{where} {held.rule} "{visible(held.match)}" held by {held.guard}{cue}'


def _suppressed_lines(report: Report) -> Iterator[str]:
    for file in report.files:
        for alert in file.alerts:
            if alert.suppressed:
                where = f"{visible(file.path)}:{alert.line}:{alert.column}"
                reason = visible(alert.suppressed.reason) or "no reason given"
                place = f"line {alert.suppressed.line}"
                yield f'{where} {alert.rule} "{visible(alert.match)}": {reason} ({place})'


def _statistics(report: Report, summary: wire.Summary) -> Iterator[str]:
    rows = Counter((alert.rule, alert.severity) for alert in report.alerts)
    size = max((len(rule) for rule, _ in rows), default=0)
    size = max(size, len("All rules"))
    yield f"{'Rule':<{size}}  {'Severity':<10}  {'Alerts':>6}  {'per 1,000 words':>15}"
    for (rule, severity), number in rows.most_common():
        yield _row(rule, severity, number, summary.words, size)
    yield _row("All rules", "", summary.alerts, summary.words, size)


def _row(rule: str, severity: str, number: int, words: int, size: int) -> str:
    rate = f"{1000 * number / words:.2f}" if words else "-"
    return f"{rule:<{size}}  {severity:<10}  {number:>6}  {rate:>15}"
