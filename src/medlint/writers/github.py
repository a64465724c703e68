"""``github``: workflow commands that GitHub Actions shows as annotations.

GitHub shows ten annotations of each level a step, so the severest come first and one more tells
how many there are beyond.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint import wording
from medlint.alerts import SEVERITIES, Alert, Report
from medlint.terminal import visible
from medlint.writers import Presentation

LIMIT = 10
LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def write(report: Report, _presentation: Presentation) -> Iterator[str]:
    """Yield one command a line: file errors, alerts by severity, and what was left out."""
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    limits = _limits(report)
    for level, command in _commands(report):
        if shown[level] < limits[level]:
            shown[level] += 1
            yield command
        else:
            left[level] += 1
    if left:
        parts = ", ".join(wording.count(number, level) for level, number in left.items())
        yield _command("notice", {"title": "medlint"}, f"{parts} more")


def _limits(report: Report) -> dict[str, int]:
    """Return how many of each level to show: the last line takes the place of one notice."""
    counts = Counter(level for level, _ in _commands(report))
    notices = LIMIT if all(number <= LIMIT for number in counts.values()) else LIMIT - 1
    return {"error": LIMIT, "warning": LIMIT, "notice": notices}


def _commands(report: Report) -> Iterator[tuple[str, str]]:
    for path, error in report.errors:
        yield (
            "error",
            _command(
                "error", {"file": path, "title": "medlint"}, visible(wording.failure(path, error))
            ),
        )
    for severity in reversed(SEVERITIES):
        for file in report.files:
            for alert in file.alerts:
                if alert.severity == severity and not alert.suppressed:
                    yield LEVELS[severity], _annotation(file.path, alert)


def _annotation(path: str, alert: Alert) -> str:
    """Return the command for one alert. GitHub takes columns on a single line only."""
    place = {"file": path, "line": str(alert.line), "endLine": str(alert.end_line)}
    if alert.line == alert.end_line:
        place |= {"col": str(alert.column), "endColumn": str(alert.end_column)}
    message = visible(alert.message)
    if alert.suggestion:
        message += f"\nhelp: {visible(alert.suggestion)}"
    return _command(LEVELS[alert.severity], place | {"title": alert.rule}, message)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(
        f"{key}={visible(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{level} {listed}::{message.translate(_DATA)}\n"
