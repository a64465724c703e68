from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from medlint.alerts import Alert, FileReport, Report
from medlint.writers import Presentation
from medlint.writers.github import write

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*,?)+)::([^\r\n]*)\n")


def test_a_whole_run(
    report: Report, presentation: Presentation, snapshot: SnapshotAssertion
) -> None:
    assert "".join(write(report, presentation)) == snapshot


def test_what_has_a_meaning_in_a_command_is_escaped(make_alert: Callable[..., Alert]) -> None:
    alert = make_alert("It lasts.", "lasts", "X.Y", "100%: a, b", suggestion="50%")
    (line,) = write(Report((FileReport("a,b:c%.md", (alert,)),)), Presentation())
    assert line == (
        "::warning file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=4,endColumn=9,title=X.Y::"
        "100%25: a, b%0Ahelp: 50%25\n"
    )


def test_a_span_over_lines_has_no_columns(make_alert: Callable[..., Alert]) -> None:
    alert = make_alert("It\nlasts.", "It\nlasts", "X.Y", "m")
    (line,) = write(Report((FileReport("a", (alert,)),)), Presentation())
    assert line == "::warning file=a,line=1,endLine=2,title=X.Y::m\n"


def test_hostile_text_makes_no_command_of_its_own(
    hostile: Report, presentation: Presentation
) -> None:
    lines = list(write(hostile, presentation))
    assert len(lines) == 2
    assert all(COMMAND.fullmatch(line) for line in lines)


@pytest.mark.parametrize(
    ("numbers", "shown", "more"),
    [
        ((10, 10, 10), (10, 10, 10), None),
        ((12, 3, 2), (10, 3, 3), "2 errors more"),
        ((11, 25, 30), (10, 10, 10), "1 error, 15 warnings, 21 notices more"),
    ],
)
def test_the_severest_come_first_and_no_more_than_github_shows(
    make_alert: Callable[..., Alert],
    numbers: tuple[int, int, int],
    shown: tuple[int, int, int],
    more: str | None,
) -> None:
    alert = make_alert("It lasts.", "lasts", "X.Y", "m")
    severities = ("error", "warning", "suggestion")
    alerts = [
        replace(alert, severity=severity)
        for severity, number in reversed(list(zip(severities, numbers, strict=True)))
        for _ in range(number)
    ]
    lines = list(write(Report((FileReport("a", tuple(alerts)),)), Presentation()))
    levels = [line.split()[0] for line in lines]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    counts = Counter(levels)
    assert (counts["::error"], counts["::warning"], counts["::notice"]) == shown
    assert lines[-1].endswith("::m\n" if more is None else f"::{more}\n")


def test_suppressed_alerts_are_not_shown(report: Report, everything: Presentation) -> None:
    assert "'permanent' promises" not in "".join(write(report, everything))


def test_a_clean_run_writes_nothing() -> None:
    assert list(write(Report((FileReport("a"),)), Presentation())) == []
