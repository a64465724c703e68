from __future__ import annotations

import re

from syrupy.assertion import SnapshotAssertion

from medlint.alerts import FileReport, Report
from medlint.writers import Presentation
from medlint.writers.concise import write

LINE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|suggestion) "
    r"(?P<rule>\w+\.\w+) (?P<message>.+)"
)


def test_a_whole_run(
    report: Report, presentation: Presentation, snapshot: SnapshotAssertion
) -> None:
    assert "".join(write(report, presentation)) == snapshot


def test_each_alert_is_one_line_of_one_form(report: Report, everything: Presentation) -> None:
    lines = "".join(write(report, everything)).splitlines()
    alerts = [line for line in lines if LINE.fullmatch(line)]
    errors = [line for line in lines if re.fullmatch(r"[^:]+: error: .+", line)]
    assert (len(alerts), len(errors)) == (6, 2)
    assert len(lines) == 8


def test_suppressed_alerts_are_shown_only_if_asked_for(
    report: Report, presentation: Presentation, everything: Presentation
) -> None:
    assert "suppressed" not in "".join(write(report, presentation))
    assert "(suppressed: quoted from a patient's letter)" in "".join(write(report, everything))


def test_a_document_cannot_break_a_line_or_move_the_cursor(
    hostile: Report, everything: Presentation
) -> None:
    text = "".join(write(hostile, everything))
    assert len(text.splitlines()) == 3
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_a_clean_run_writes_nothing() -> None:
    assert list(write(Report((FileReport("a"),)), Presentation())) == []
