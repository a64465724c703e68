"""Write a medlint.toml for this folder, and show how to switch on the pre-commit hook.

Nothing that exists is overwritten.
"""

from __future__ import annotations

import argparse
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from medlint import files, options
from medlint.errors import UserError
from medlint.readers import format_of

_SETTINGS = """\
# Settings of medlint. Every key is explained in docs/configuration.md;
# `medlint schema config` prints a schema for editors.

# Whose law the copy must meet. With none, medlint applies what the main regulators agree on.
# Known: us, uk, eu, au, ca, ie, de, fr, it, be, sg, in, ae, kr, jp, cn
# jurisdictions = ["?"]

# Found here: {found}
# Left out beside what .gitignore names:
exclude = []

# A run fails on alerts at or above this severity: suggestion, warning, error
fail-on = "error"

# Rules of your own: folders with one YAML file a rule (docs/rules.md)
# packs = ["rules/House"]

# Names and terms of yours that spelling and grammar rules must accept
# vocabulary = ["Clinic Name"]

# [per-path."blog/**"]
# intent = "information"
"""

_HOOK = """\
Add the hook to .pre-commit-config.yaml:

    repos:
      - repo: <the medlint repository>
        rev: v{version}
        hooks:
          - id: medlint
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("folder", nargs="?", default=".", help="where to write (default: here)")
    parser.add_argument("--yes", action="store_true", help="ask nothing (it asks nothing anyway)")


def run(arguments: argparse.Namespace) -> int:
    """Write the file. Raises UserError if there is one already."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise UserError(f"{folder}: no such folder")
    file = folder / "medlint.toml"
    if file.exists():
        raise UserError(f"{file} exists already; edit it, or remove it first")
    formats = Counter(
        format_of(found.path) for found in files.walk([str(folder)]) if not found.error
    )
    found = ", ".join(f"{count} {name}" for name, count in formats.most_common()) or "no copy yet"
    options.write([_SETTINGS.format(found=found)], str(file))
    shown = [f"Wrote {file} ({found}).\n\n", _HOOK.format(version=version("medlint"))]
    options.write([*shown, f"\nNow try: medlint check {folder}\n"], "-")
    return 0
