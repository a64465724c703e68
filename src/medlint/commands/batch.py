"""Lint JSON lines: one record a line in, one answer a line out, in order.

In:  {"id", "text", "format"?, "jurisdictions"?, "audience"?, "intent"?, "dialect"?}
Out: {"id", "alerts": [{"rule", "category", "severity", "confidence", "start", "end", "line",
     "column", "match", "message", "also"}], "error"?}

`format` is text where not given (text, markdown, html). A record's fields stand over the settings.
A line that cannot be used gets an `error` and the run goes on. Offsets are code points, end
exclusive. Exit code: 0, or 2 if a line had an error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

import msgspec

from medlint import options, wire
from medlint.linter import Linter
from medlint.readers import READERS
from medlint.rules import JURISDICTIONS, Audience, Dialect, Intent
from medlint.situation import Override


class Record(msgspec.Struct, frozen=True):
    """One line of input."""

    id: Any
    text: str
    format: str | None = None
    jurisdictions: tuple[str, ...] | None = None
    audience: Audience | None = None
    intent: Intent | None = None
    dialect: Dialect | None = None


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of output."""

    id: Any
    alerts: tuple[wire.BatchAlert, ...]
    error: str | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    linter = Linter(options.settings(arguments)("."))
    failed = False
    for line in _lines():
        answer = _answer(linter, line)
        failed = failed or answer.error is not None
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()
    return 2 if failed else 0


def _lines() -> Iterator[bytes]:
    return (line for line in sys.stdin.buffer if line.strip())


def _answer(linter: Linter, line: bytes) -> Answer:
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return Answer(_id(line), (), f"not a record: {error}")
    codes = tuple(code.lower() for code in record.jurisdictions or ())
    unknown = [code for code in codes if code not in JURISDICTIONS]
    if unknown:
        known = ", ".join(JURISDICTIONS)
        return Answer(record.id, (), f"unknown jurisdiction `{unknown[0]}`; known are {known}")
    format = record.format or "text"
    if format not in READERS:
        known = ", ".join(READERS)
        return Answer(record.id, (), f"unknown format `{format}`; known are {known}")
    override = Override(codes, record.audience, record.intent, record.dialect)
    report = linter.lint_record(record.text, format, override)
    alerts = tuple(wire.batch_alert(alert) for alert in report.alerts if not alert.suppressed)
    return Answer(record.id, alerts, report.error.message if report.error else None)


def _id(line: bytes) -> Any:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return record.get("id") if isinstance(record, dict) else None
