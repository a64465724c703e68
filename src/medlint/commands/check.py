"""Lint files and folders, and show what copy should not say, or should say better.

Folders are searched for Markdown, HTML and text; .gitignore is respected. `-` reads standard
input; say what it is with --stdin-filename. Settings come from the nearest medlint.toml or
pyproject.toml of each file.

Exit code: 0 nothing at or above --fail-on, 1 something, 2 the job could not be done.

  medlint check site/                          everything under site/
  medlint check page.md --jurisdiction uk      by UK rules
  medlint check . --select Claims,Safety       two packs only
  medlint check . --output text --output json=report.json
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from medlint import options, runner
from medlint.alerts import Report
from medlint.errors import UserError
from medlint.writers import WRITERS, Presentation, writer

OK, ALERTS, FAILED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, or - (default: .)"
    )
    options.add_settings(parser)
    options.add_fail_on(parser)
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output",
        action="append",
        metavar="FORMAT[=FILE]",
        help=f"{', '.join(WRITERS)}; to a file with =FILE; repeatable (default: text)",
    )
    options.add_color(output)  # type: ignore[arg-type]
    output.add_argument(
        "--show-suppressed", action="store_true", help="show waived alerts with their reasons"
    )
    output.add_argument(
        "--explain-context",
        action="store_true",
        help="show phrases that a rule found and the context cleared, and by which words",
    )
    output.add_argument("--statistics", action="store_true", help="count alerts by rule")
    output.add_argument("--no-progress", action="store_true", help="never show progress")
    source = parser.add_argument_group("input")
    source.add_argument("--stdin-filename", metavar="NAME", help="the name of standard input")
    source.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave out excluded and git-ignored files even if they are named",
    )
    source.add_argument(
        "--allow-empty", action="store_true", help="no file to lint is not an error"
    )
    source.add_argument(
        "--show-files", action="store_true", help="print the files that would be linted, and stop"
    )


def run(arguments: argparse.Namespace) -> int:
    """Lint, write, and return the exit code."""
    outputs = _outputs(arguments.output or ["text"])
    settings = options.settings(arguments)
    source = runner.Input(
        tuple(arguments.paths) or (".",),
        arguments.stdin_filename or "<stdin>",
        arguments.force_exclude,
    )
    found = list(runner.find(source, settings))
    if arguments.show_files:
        options.write((f"{file.path}\n" for file in found if not file.error), "-")
        return OK
    if not found and not (arguments.allow_empty or _all_excluded(arguments)):
        raise UserError(
            f"{', '.join(source.paths)}: no file to lint here that medlint reads (.gitignore and"
            " `exclude` leave files out); name files, or pass --allow-empty"
        )
    linters = runner.Linters(settings)
    reports = list(runner.lint(found, source, linters, progress=not arguments.no_progress))
    report = linters.report(reports)
    for name, target in outputs:
        to_terminal = target == "-"
        shown = Presentation(
            rules=linters.rules,
            color=to_terminal and options.use_color(arguments.color, sys.stdout),
            show_suppressed=arguments.show_suppressed,
            explain_context=arguments.explain_context,
            statistics=arguments.statistics,
        )
        options.write(writer(name).write(report, shown), target)
        if name == "github":
            _summarise(report, shown)
    return exit_code(report, linters, arguments)


def exit_code(report: Report, linters: runner.Linters, arguments: argparse.Namespace) -> int:
    """Return 2 if a file failed, 1 if an alert counts under its file's settings, else 0."""
    if report.errors:
        return FAILED
    if arguments.exit_zero:
        return OK
    for file in report.files:
        fail_on = linters.for_path(file.path).config.fail_on
        if any(Report((file,)).at_least(fail_on)):
            return ALERTS
    return OK


def _all_excluded(arguments: argparse.Namespace) -> bool:
    """Tell whether files were named and the settings left out every one of them."""
    return bool(arguments.force_exclude and arguments.paths) and all(
        os.path.isfile(path)  # noqa: PTH113
        for path in arguments.paths
    )


def _outputs(given: list[str]) -> list[tuple[str, str]]:
    outputs = []
    for item in given:
        name, _, target = item.partition("=")
        if name not in WRITERS:
            raise UserError(f"--output {name}: no such format; known are {', '.join(WRITERS)}")
        outputs.append((name, target or "-"))
    targets = [target for _, target in outputs]
    if len(set(targets)) < len(targets):
        raise UserError(
            "--output: two formats go to the same place; give one a file, as in json=FILE"
        )
    return outputs


def _summarise(report: Report, shown: Presentation) -> None:
    """Append the report to the page that GitHub shows for a step."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.writelines(writer("markdown").write(report, shown))
