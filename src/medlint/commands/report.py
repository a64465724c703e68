"""Lint, and write a report to read: what is claimed, why it is alerted, and what to say instead.

  medlint report site/ --html report.html
  medlint report site/ --jurisdiction uk --markdown report.md --json report.json

Exit code: 0 written, 2 a file could not be read or the report not be written (what could be linted
is in the report all the same).
"""

from __future__ import annotations

import argparse
import sys

from medlint import options, runner
from medlint.errors import UserError
from medlint.writers import Presentation, writer

_FORMATS = ("html", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    for name in _FORMATS:
        parser.add_argument(f"--{name}", metavar="FILE", help=f"write the report as {name}")
    parser.add_argument("--no-progress", action="store_true", help="never show progress")
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Lint, write the reports, and return the exit code."""
    targets = [(name, getattr(arguments, name)) for name in _FORMATS if getattr(arguments, name)]
    if not targets:
        raise UserError("say where the report goes: --html FILE, --markdown FILE or --json FILE")
    settings = options.settings(arguments)
    source = runner.Input(tuple(arguments.paths))
    found = list(runner.find(source, settings))
    if not found:
        raise UserError(f"{', '.join(source.paths)}: no file to lint here")
    linters = runner.Linters(settings)
    reports = list(runner.lint(found, source, linters, progress=not arguments.no_progress))
    report = linters.report(reports)
    shown = Presentation(rules=linters.rules)
    for name, target in targets:
        options.write(writer(name).write(report, shown), target)
    for _, error in report.errors:
        sys.stderr.write(f"error: {error.message}\n")
    return 2 if report.errors else 0
