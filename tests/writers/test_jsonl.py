from __future__ import annotations

import json

from syrupy.assertion import SnapshotAssertion

from medlint.alerts import Report
from medlint.writers import Presentation
from medlint.writers import json as whole
from medlint.writers.jsonl import write


def test_a_whole_run(report: Report, everything: Presentation, snapshot: SnapshotAssertion) -> None:
    assert "".join(write(report, everything)) == snapshot


def test_the_lines_say_what_the_one_object_says(report: Report, presentation: Presentation) -> None:
    one = json.loads("".join(whole.write(report, presentation)))
    lines = [json.loads(line) for line in write(report, presentation)]
    alerts = [
        {"path": file["path"], **alert} for file in one["files"] for alert in file.get("alerts", ())
    ]
    errors = [
        {"path": file["path"], "error": file["error"]} for file in one["files"] if "error" in file
    ]
    assert [line for line in lines if "rule" in line] == alerts
    assert [line for line in lines if "error" in line] == errors
    assert lines[-1] == {"summary": one["summary"]}


def test_hostile_text_breaks_no_line(hostile: Report, everything: Presentation) -> None:
    pieces = list(write(hostile, everything))
    assert len(pieces) == len("".join(pieces).split("\n")) - 1 == 5
    assert all(json.loads(piece) for piece in pieces)


def test_an_empty_run_has_a_summary_alone(presentation: Presentation) -> None:
    (line,) = write(Report(()), presentation)
    assert json.loads(line)["summary"]["files"] == 0
