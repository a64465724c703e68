"""``jsonl``: one alert a line with its path, file errors likewise, then one summary line."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import UNSET

from medlint import wire
from medlint.alerts import Report
from medlint.writers import Presentation


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield the lines in order of file and place."""
    for file in report.files:
        shape = wire.file(file, held=presentation.explain_context)
        for part in ("alerts", "held"):
            items = getattr(shape, part)
            for item in items if items is not UNSET else ():
                body = msgspec.to_builtins(item)
                yield _line({"path": shape.path} | (body if part == "alerts" else {part: body}))
        if shape.error is not UNSET:
            yield _line({"path": shape.path, "error": shape.error})
    yield _line({"summary": wire.summary(report)})


def _line(item: object) -> str:
    return msgspec.json.encode(item).decode() + "\n"
