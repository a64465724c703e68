"""``concise``: one line an alert, ``path:line:col: severity Rule.Id message [suggestion]``."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.alerts import Alert, FileReport, Report
from medlint.terminal import visible
from medlint.wording import failure
from medlint.writers import Presentation


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield a line for each alert and each error; suppressed alerts only if asked for."""
    for file in report.files:
        for alert in file.alerts:
            if presentation.show_suppressed or not alert.suppressed:
                yield _line(file, alert) + "\n"
        if file.error:
            yield f"{visible(file.path)}: error: {visible(failure(file.path, file.error))}\n"


def _line(file: FileReport, alert: Alert) -> str:
    place = f"{visible(file.path)}:{alert.line}:{alert.column}"
    line = f"{place}: {alert.severity} {alert.rule} {visible(alert.message)}"
    if alert.suggestion:
        line += f" [{visible(alert.suggestion)}]"
    if alert.suppressed:
        line += f" (suppressed: {visible(alert.suppressed.reason) or 'no reason given'})"
    return line
