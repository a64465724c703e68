from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from medlint.alerts import Report
from medlint.wire import report_schema
from medlint.writers import Presentation
from medlint.writers.json import write


def loaded(report: Report, presentation: Presentation) -> dict[str, Any]:
    whole = json.loads("".join(write(report, presentation)))
    Draft202012Validator(report_schema()).validate(whole)
    return whole


def test_a_whole_run(
    report: Report, presentation: Presentation, snapshot: SnapshotAssertion
) -> None:
    assert "".join(write(report, presentation)) == snapshot


def test_the_object_has_the_promised_keys(report: Report, presentation: Presentation) -> None:
    whole = loaded(report, presentation)
    assert list(whole) == ["version", "tool", "files", "summary"]
    assert whole["version"] == "1"
    assert whole["tool"] == {"name": "medlint", "version": "0.1.0"}
    assert [list(file) for file in whole["files"]] == [
        ["path", "status", "alerts"],
        ["path", "status", "alerts"],
        ["path", "error"],
        ["path", "status", "alerts", "error"],
        ["path", "status", "alerts"],
    ]


def test_offsets_are_code_points_into_the_source(
    report: Report, presentation: Presentation
) -> None:
    for file, shape in zip(report.files, loaded(report, presentation)["files"], strict=True):
        for alert in shape.get("alerts", ()):
            assert file.source[alert["start"] : alert["end"]] == alert["match"]


def test_held_phrases_are_there_only_if_asked_for(
    report: Report, presentation: Presentation, everything: Presentation
) -> None:
    assert "held" not in loaded(report, presentation)["files"][0]
    assert loaded(report, everything)["files"][0]["held"][0]["guard"] == "asked"


def test_hostile_text_stays_inside_its_strings(hostile: Report, everything: Presentation) -> None:
    whole = loaded(hostile, everything)
    assert whole["files"][0]["alerts"][0]["match"] == hostile.files[0].alerts[0].match


def test_an_empty_run(presentation: Presentation) -> None:
    whole = loaded(Report(()), presentation)
    assert whole["files"] == []
    assert whole["summary"]["files"] == 0
