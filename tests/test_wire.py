from __future__ import annotations

from dataclasses import replace

import msgspec
from jsonschema import Draft202012Validator

from medlint import wire
from medlint.alerts import Alert, FileReport, Report, Suppression
from medlint.spans import Span

ALERT = Alert(
    rule="Claims.Permanence",
    category="permanence",
    severity="error",
    confidence="high",
    message="m",
    match="last\udc80",
    span=Span(3, 7),
    line=1,
    column=4,
    end_line=1,
    end_column=8,
    also=("Claims.Hype",),
)


def test_an_alert_has_the_promised_fields_in_the_promised_order() -> None:
    assert (
        list(msgspec.to_builtins(wire.alert(ALERT)))
        == (
            "rule category severity confidence message match start end line column end_line "
            "end_column suggestion fix related also suppressed"
        ).split()
    )


def test_a_batch_alert_has_the_promised_fields() -> None:
    assert (
        list(msgspec.to_builtins(wire.batch_alert(ALERT)))
        == ("rule category severity confidence start end line column match message also").split()
    )


def test_a_suppressed_alert_tells_by_what() -> None:
    assert "suppression" not in msgspec.to_builtins(wire.alert(ALERT))
    alert = msgspec.to_builtins(wire.alert(_suppressed()))
    assert alert["suppressed"] is True
    assert alert["suppression"] == {"line": 2, "reason": "a quotation"}


def test_lone_surrogates_are_written_as_escapes() -> None:
    assert wire.alert(ALERT).match == r"last\udc80"
    assert msgspec.json.encode(wire.file(FileReport("a\udcff.md")))


def test_the_summary_counts_what_is_not_suppressed_most_frequent_rule_first() -> None:
    summary = wire.summary(Report((FileReport("a", (ALERT, ALERT, _suppressed()), words=9),)))
    assert (summary.errors, summary.warnings, summary.suppressed) == (2, 0, 1)
    assert summary.by_rule == {"Claims.Permanence": 2}


def test_the_schema_is_a_valid_schema_that_refuses_other_shapes() -> None:
    schema = wire.report_schema()
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors({"version": "2"}))


def _suppressed() -> Alert:
    return replace(ALERT, suppressed=Suppression(2, "a quotation"))
