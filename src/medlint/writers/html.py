"""``html``: the report as one page that needs nothing else: no network, no other file.

The page allows its own style and script by hash and nothing more, so that not even a fault in
escaping could run a script from a document.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from medlint import wire, wording
from medlint.alerts import SEVERITIES, Alert, FileReport, Report
from medlint.passages import Passage, Passages
from medlint.rules import CATEGORIES, Rule, Source
from medlint.terminal import visible
from medlint.writers import Presentation

if TYPE_CHECKING:
    from jinja2 import Template

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Card:
    """One alert as the page shows it. ``rule`` is absent if its rule is not among the enabled."""

    alert: Alert
    passage: Passage
    rule: Rule | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One file on the page; ``number`` names it in links and filters."""

    number: int
    file: FileReport
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table with a bar: its alerts by severity, worst first, as shares of 100."""

    label: str
    target: str
    title: str
    counts: dict[str, int]
    stripes: tuple[tuple[str, float, float], ...]

    @property
    def total(self) -> int:
        """Return the number of alerts in the row."""
        return sum(self.counts.values())


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield the page piece by piece."""
    style, script = _asset("report.css"), _asset("report.js")
    sections = tuple(
        _section(number, file, presentation) for number, file in enumerate(report.files, 1)
    )
    summary = wire.summary(report)
    yield from _template().generate(
        style=style,
        script=script,
        policy=_policy(style, script),
        summary=summary,
        found=wording.found(report, summary),
        failures=tuple(wording.failures(report)),
        notes=tuple(wording.notes(report)),
        categories=_bars(_by_category(report), dict(CATEGORIES)),
        paths=_bars(_by_file(sections), {}),
        rules=summary.by_rule if presentation.statistics else {},
        sections=sections,
        suppressed=tuple(_suppressed(report)),
        held=tuple(_held(report)) if presentation.explain_context else (),
        versions=report.versions,
        about=CATEGORIES,
        not_advice=wording.NOT_ADVICE,
        cited=wording.cited,
        failure=wording.failure,
    )


def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_asset("report.html"))


def _shown(value: object) -> object:
    """Return a text from outside with nothing invisible in it; markup and numbers as they are."""
    if type(value) is not str:
        return value
    return visible(_BLANKS.sub(" ", value))


def _asset(name: str) -> str:
    return files("medlint.writers").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    return "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'".format(*hashes)


def _section(number: int, file: FileReport, presentation: Presentation) -> Section:
    shown = [alert for alert in file.alerts if not alert.suppressed]
    passages = Passages(file) if shown and file.source else None
    cards = (
        Card(
            alert,
            passages.at(alert.span) if passages else Passage("", alert.match, ""),
            rule := presentation.rules.get(alert.rule),
            rule.sources_for(file.jurisdictions) if rule else (),
        )
        for alert in shown
    )
    return Section(number, file, tuple(cards))


def _by_category(report: Report) -> dict[tuple[str, str], Counter[str]]:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for alert in report.alerts:
        counts.setdefault((alert.category, alert.category), Counter())[alert.severity] += 1
    return counts


def _by_file(sections: tuple[Section, ...]) -> dict[tuple[str, str], Counter[str]]:
    return {
        (section.file.path, str(section.number)): Counter(
            card.alert.severity for card in section.cards
        )
        for section in sections
        if section.cards
    }


def _bars(rows: dict[tuple[str, str], Counter[str]], titles: dict[str, str]) -> tuple[Bar, ...]:
    """Return the rows, the severest alerts first; the longest bar is 100 wide."""
    most = max((counts.total() for counts in rows.values()), default=1)
    order = tuple(reversed(SEVERITIES))
    ranked = sorted(rows.items(), key=lambda row: (*(-row[1][level] for level in order), row[0]))
    return tuple(
        Bar(label, target, titles.get(label, ""), dict(counts), tuple(_stripes(counts, most)))
        for (label, target), counts in ranked
    )


def _stripes(counts: Counter[str], most: int) -> Iterator[tuple[str, float, float]]:
    """Yield (severity, start, length) of each stripe of a bar."""
    start = 0.0
    for severity in reversed(SEVERITIES):
        length = 100 * counts[severity] / most
        if length:
            yield severity, round(start, 2), round(length, 2)
        start += length


def _suppressed(report: Report) -> Iterator[tuple[str, Alert]]:
    for file in report.files:
        yield from ((file.path, alert) for alert in file.alerts if alert.suppressed)


def _held(report: Report) -> Iterator[tuple[str, object]]:
    for file in report.files:
        yield from ((file.path, held) for held in file.held)
