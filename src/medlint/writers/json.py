"""``json``: the whole run as one object, version 1 (``medlint.wire`` has its shape)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from medlint import wire
from medlint.alerts import Report
from medlint.writers import Presentation


def write(report: Report, presentation: Presentation) -> Iterator[str]:
    """Yield the object, indented; held phrases are in it only if asked for."""
    whole = wire.report(report, held=presentation.explain_context)
    yield msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"
