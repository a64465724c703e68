from __future__ import annotations

from pathlib import Path

import pytest

from medlint.alerts import Report
from medlint.writers import WRITERS, Presentation, writer


@pytest.mark.parametrize("name", WRITERS)
def test_each_writer_has_a_snapshot_of_a_whole_run(name: str) -> None:
    snapshots = Path(__file__).parent / "__snapshots__" / f"test_{name}.ambr"
    assert "# name: test_a_whole_run\n" in snapshots.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_ends_with_a_line_end(
    name: str, report: Report, presentation: Presentation
) -> None:
    assert "".join(writer(name).write(report, presentation)).endswith("\n")


def test_an_unknown_writer_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        writer("papyrus")
