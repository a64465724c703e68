"""Command-line options that several commands share, and the settings they make."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO, get_args

from medlint.alerts import SEVERITIES
from medlint.config import PROFILES, Config, over
from medlint.engines import ENGINES
from medlint.errors import UserError
from medlint.rules import JURISDICTIONS, Audience, Dialect, Intent


def names(value: str) -> tuple[str, ...]:
    """Return the items of a comma-separated list."""
    return tuple(item.strip() for item in value.split(",") if item.strip())


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rules and say how copy is to be read."""
    rules = parser.add_argument_group("which rules")
    rules.add_argument(
        "--select", type=names, metavar="RULES", help="run only these: packs, rule ids, or ALL"
    )
    rules.add_argument("--ignore", type=names, metavar="RULES", help="leave these out")
    rules.add_argument(
        "--extend-select", type=names, metavar="RULES", help="run these beside those selected"
    )
    rules.add_argument(
        "--profile",
        choices=tuple(PROFILES),
        help="writer: only rules of high confidence; editor: medium and high; reviewer: all",
    )
    reading = parser.add_argument_group("how to read the copy")
    reading.add_argument(
        "--jurisdiction",
        type=names,
        metavar="CODES",
        help=f"whose law the copy must meet, as in us,uk (known: {', '.join(JURISDICTIONS)})",
    )
    reading.add_argument(
        "--audience", choices=get_args(Audience), help="whom the copy speaks to (default: public)"
    )
    reading.add_argument(
        "--intent",
        choices=get_args(Intent),
        help="promotion (default), or information: editorial and patient information",
    )
    reading.add_argument(
        "--dialect", choices=get_args(Dialect), help="spelling; default: that of the jurisdiction"
    )
    reading.add_argument(
        "--engine",
        action="append",
        choices=tuple(ENGINES),
        help="insist on this engine: its absence is then an error (repeatable)",
    )
    files = parser.add_argument_group("settings")
    files.add_argument("--config", metavar="FILE", help="use this settings file for every path")
    files.add_argument(
        "--isolated", action="store_true", help="read no settings file: only these options"
    )


def settings(arguments: argparse.Namespace) -> Callable[[str], Config]:
    """Return the function that gives the settings of a path, options put over files."""
    options = {
        "select": arguments.select,
        "ignore": arguments.ignore,
        "extend_select": arguments.extend_select,
        "profile": arguments.profile,
        "jurisdictions": _lower(arguments.jurisdiction),
        "audience": arguments.audience,
        "intent": arguments.intent,
        "dialect": arguments.dialect,
        "requested": frozenset(arguments.engine) if arguments.engine else None,
        "fail_on": getattr(arguments, "fail_on", None),
    }
    if arguments.isolated and arguments.config:
        raise UserError("--isolated and --config exclude each other")
    if arguments.isolated or arguments.config:
        only = over(Config.load(arguments.config) if arguments.config else Config(), **options)
        return lambda _path: only
    kept: dict[str, Config] = {}

    def find(path: str) -> Config:
        folder = path if Path(path).is_dir() else os.path.dirname(path)  # noqa: PTH120
        if folder not in kept:
            kept[folder] = over(Config.discover(path), **options)
        return kept[folder]

    return find


def _lower(codes: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return tuple(code.lower() for code in codes) if codes is not None else None


def add_fail_on(parser: argparse.ArgumentParser) -> None:
    """Add the options that decide the exit code."""
    ending = parser.add_argument_group("exit code")
    ending.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        help="exit with 1 if there is an alert at or above this severity (default: error)",
    )
    ending.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 whatever is alerted (never hides 2)"
    )


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add the option that decides on colour."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto: on a terminal, unless NO_COLOR is set; FORCE_COLOR forces it",
    )


def use_color(choice: str, stream: TextIO) -> bool:
    """Tell whether to colour what goes to a stream."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def write(pieces: Iterable[str], target: str) -> None:
    """Write text pieces to standard output (``-``) or, whole or not at all, to a file.

    What is no regular file, such as ``/dev/null``, is written to and never replaced.
    """
    if target in ("", "-"):
        try:
            sys.stdout.writelines(pieces)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UserError(f"standard output cannot be written: {error.strerror}") from None
        return
    path = Path(target).resolve()
    special = path.exists() and not path.is_file()
    unfinished = path if special else path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
        if not special:
            unfinished.replace(path)
    except OSError as error:
        if not special:
            unfinished.unlink(missing_ok=True)
        raise UserError(f"{target}: cannot be written: {error.strerror}") from None
