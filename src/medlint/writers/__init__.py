"""The forms a report can be written in, one module each.

To add one, write the module so that it meets ``Writer`` and add its line to ``WRITERS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol, cast

from medlint.alerts import Report
from medlint.rules import Rule


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a report is to be shown.

    ``rules`` are the enabled rules by id, for reasons and sources. ``show_suppressed`` and
    ``explain_context`` add suppressed alerts and phrases that a guard held back. ``width`` is
    the number of columns of a terminal; 0 asks the terminal itself.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    color: bool = False
    show_suppressed: bool = False
    explain_context: bool = False
    statistics: bool = False
    width: int = 0


class Writer(Protocol):
    """What a module must offer to be a writer."""

    def write(self, report: Report, presentation: Presentation) -> Iterator[str]:
        """Yield the report piece by piece, line ends included: the pieces joined are the file."""


WRITERS: dict[str, str] = {
    name: f"medlint.writers.{name}"
    for name in ("concise", "github", "html", "json", "jsonl", "markdown", "text")
}


def writer(name: str) -> Writer:
    """Return the writer of this name. Raises KeyError if there is none."""
    return cast(Writer, import_module(WRITERS[name]))
