"""A run over many files, each under its nearest settings."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from medlint import files
from medlint.alerts import FileError, FileReport, Report
from medlint.config import Config
from medlint.errors import ReadError
from medlint.linter import Linter
from medlint.rules import Rule

_QUIET_SECONDS = 1.0


class Linters:
    """One linter for each distinct configuration of a run."""

    def __init__(self, settings: Callable[[str], Config]) -> None:
        self._settings = settings
        self._kept: list[Linter] = []

    def for_path(self, path: str) -> Linter:
        """Return the linter of the settings that hold for a path."""
        config = self._settings(path)
        library = None
        for linter in self._kept:
            if linter.config == config:
                return linter
            if linter.config.packs == config.packs:
                library = linter.library
        self._kept.append(Linter(config, library))
        return self._kept[-1]

    @property
    def rules(self) -> dict[str, Rule]:
        """Return every rule of the run, by id."""
        return {id: rule for linter in self._kept for id, rule in linter.library.rules.items()}

    def report(self, reports: Sequence[FileReport]) -> Report:
        """Return the report of the whole run, the notes of all linters together."""
        whole = [linter.report(()) for linter in self._kept] or [Linter(Config()).report(())]
        notes = [note for one in whole for note in one.notes]
        notes += [note for report in reports for note in report.notes]
        return Report(tuple(reports), tuple(dict.fromkeys(notes)), whole[0].versions)


@dataclass(frozen=True, slots=True)
class Input:
    """What a run reads: paths (``-`` is standard input) and how to treat them."""

    paths: tuple[str, ...]
    stdin_name: str = "<stdin>"
    force_exclude: bool = False


def find(source: Input, settings: Callable[[str], Config]) -> Iterator[files.Found]:
    """Yield the files of a run, each once."""
    seen: set[str] = set()
    for path in source.paths:
        if path == "-":
            yield files.Found(path)
            continue
        config = settings(path)
        yield from files.walk(
            [path], config.exclude, root=config.root, force=source.force_exclude, seen=seen
        )


def lint(
    found: Sequence[files.Found], source: Input, linters: Linters, *, progress: bool
) -> Iterator[FileReport]:
    """Yield the report of each file."""
    meter = _Progress(len(found), progress and sys.stderr.isatty())
    for file in found:
        meter.step(file.path)
        if file.path == "-":
            yield _lint_stdin(source.stdin_name, linters)
        elif file.error:
            yield FileReport(file.path, error=FileError(file.error.kind, str(file.error)))
        else:
            yield linters.for_path(file.path).lint_found(file)
    meter.done()


def _lint_stdin(name: str, linters: Linters) -> FileReport:
    try:
        text = files.decode(sys.stdin.buffer.read(), name)
    except ReadError as error:
        return FileReport(name, error=FileError(error.kind, str(error)))
    return linters.for_path(name).lint_text(text, name).files[0]


class _Progress:
    """A counter on the terminal, once a run takes longer than a second."""

    def __init__(self, total: int, shown: bool) -> None:
        self._total, self._shown, self._count = total, shown, 0
        self._start = time.monotonic()

    def step(self, path: str) -> None:
        self._count += 1
        if self._shown and time.monotonic() - self._start > _QUIET_SECONDS:
            text = f"{self._count}/{self._total} {path}"[:78]
            sys.stderr.write(f"\r\x1b[2K{text.encode('unicode_escape').decode()}")
            sys.stderr.flush()

    def done(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
