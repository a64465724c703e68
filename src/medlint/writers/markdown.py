"""``markdown``: a report for people, as a file, a pull request comment or a job summary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from medlint import wire, wording
from medlint.alerts import SEVERITIES, Alert, FileReport, Report
from medlint.passages import Passage, Passages
from medlint.rules import CATEGORIES, Rule, Source
from medlint.terminal import visible
from medlint.writers import Presentation

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_LIST_MARKER = re.compile(r"^(\d*)([-+=.)])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
SOURCES = 3
_LINKABLE = re.compile(r"https?://[^\s<>()\[\]\\|]+")


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield the title and the counts, then the alerts file by file."""
    for line in _lines(report, presentation):
        yield line + "\n"


def _lines(report: Report, presentation: Presentation) -> Iterator[str]:
    summary = wire.summary(report)
    yield "# medlint report\n"
    yield f"**{wording.found(report, summary)}**"
    for sentence in wording.failures(report):
        yield f"\n{sentence}"
    for note in wording.notes(report):
        yield f"\n> Note: {escape(note)}"
    if summary.alerts:
        yield from _counts("Category", Counter(alert.category for alert in report.alerts))
        yield from _files(report)
    for file in report.files:
        yield from _file(file, presentation.rules)
    yield from _suppressed(report)
    if presentation.explain_context:
        yield from _held(report)
    yield f"\n---\n\n{wording.NOT_ADVICE}"


def escape(text: str) -> str:
    """Return a text from a document so that Markdown reads nothing into it."""
    text = _SPECIAL.sub(r"\\\g<0>", visible(" ".join(text.split())))
    text = _LIST_MARKER.sub(r"\1\\\2", text)
    return _MENTION.sub("@<!-- -->", text)


def _counts(title: str, counts: Counter[str]) -> Iterator[str]:
    yield f"\n| {title} | Alerts | What it is |\n|:--|--:|:--|"
    for name, number in counts.most_common():
        yield f"| {escape(name)} | {number:,} | {escape(CATEGORIES.get(name, ''))} |"


def _files(report: Report) -> Iterator[str]:
    yield "\n| File | Errors | Warnings | Suggestions | Words |\n|:--|--:|--:|--:|--:|"
    for file in report.files:
        if file.status == "clean":
            continue
        counts = Counter(alert.severity for alert in file.alerts if not alert.suppressed)
        numbers = " | ".join(f"{counts[severity]:,}" for severity in reversed(SEVERITIES))
        yield f"| {escape(file.path)} | {numbers} | {file.words:,} |"


def _file(file: FileReport, rules: Mapping[str, Rule]) -> Iterator[str]:
    shown = [alert for alert in file.alerts if not alert.suppressed]
    if shown or file.error:
        yield f"\n## {escape(file.path)}"
    if file.error:
        yield f"\n**error** · {escape(wording.failure(file.path, file.error))}"
    passages = Passages(file) if shown and file.source else None
    for alert in shown:
        yield from _alert(alert, file, passages, rules.get(alert.rule))


def _alert(
    alert: Alert, file: FileReport, passages: Passages | None, rule: Rule | None
) -> Iterator[str]:
    yield f"\n### {escape(alert.message)}\n"
    place = f"line {alert.line}, column {alert.column}"
    facts = [f"**{alert.severity}**", f"`{alert.rule}`", escape(alert.category), place]
    if alert.confidence != "high":
        facts.append(f"{alert.confidence} confidence")
    yield " · ".join(facts)
    yield f"\n> {_sentence(passages.at(alert.span) if passages else Passage('', alert.match, ''))}"
    if alert.suggestion:
        yield f"\nBetter: {escape(alert.suggestion)}"
    for place_of_more in alert.related:
        yield f"\nSee line {place_of_more.line}: {escape(place_of_more.message)}"
    if rule and rule.why:
        yield f"\nWhy: {escape(rule.why)}"
    for source in rule.sources_for(file.jurisdictions)[:SOURCES] if rule else ():
        yield f"\nSource: {_source(source)}"
    if alert.also:
        yield f"\nAlso: {', '.join(f'`{other}`' for other in alert.also)}"


def _sentence(passage: Passage) -> str:
    before, after = escape(passage.before), escape(passage.after)
    words = escape(passage.words.strip()) or "&#8203;"
    left = " " if passage.before.endswith(" ") or passage.words.startswith(" ") else ""
    right = " " if passage.after.startswith(" ") or passage.words.endswith(" ") else ""
    plain = words[0].isalnum() and words[-1].isalnum()
    marked = f"**{words}**" if plain else f"<strong>{words}</strong>"
    return f"{before}{left}{marked}{right}{after}".strip()


def _source(source: Source) -> str:
    named = escape(wording.cited(source))
    return f"[{named}]({source.url})" if _LINKABLE.fullmatch(source.url) else named


def _suppressed(report: Report) -> Iterator[str]:
    rows = [(file.path, alert) for file in report.files for alert in file.alerts]
    hidden = [(path, alert, alert.suppressed) for path, alert in rows if alert.suppressed]
    if hidden:
        yield "\n## Suppressed\n\n| Place | Rule | Words | Reason |\n|:--|:--|:--|:--|"
    for path, alert, suppression in hidden:
        reason = escape(suppression.reason) or "no reason given"
        place = f"{escape(path)}:{alert.line}"
        yield f"| {place} | {alert.rule} | {escape(alert.match)} | {reason} |"


def _held(report: Report) -> Iterator[str]:
    rows = [(file.path, held) for file in report.files for held in file.held]
    if rows:
        yield "\n## Held back by context\n\n| Place | Rule | Words | Guard | Cue |"
        yield "|:--|:--|:--|:--|:--|"
    for path, held in rows:
        words = f"{escape(held.match)} | {held.guard} | {escape(held.cue)}"
        yield f"| {escape(path)}:{held.line} | {held.rule} | {words} |"
