"""The commands, one module each: what ``cli`` wires together."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Protocol, cast


class Command(Protocol):
    """What a module must offer to be a command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments. Its module docstring is its help."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code. Raises UserError for what the user can mend."""


COMMANDS: dict[str, str] = {
    "check": "lint files and folders (the default)",
    "report": "write a report to read: HTML or Markdown",
    "explain": "what a rule asks, why, with examples and sources",
    "rules": "list the rules",
    "test": "run the examples of rules",
    "batch": "lint JSON lines from standard input",
    "init": "write a settings file",
    "schema": "print a JSON Schema",
}


def command(name: str) -> Command:
    """Return the command of this name. Raises KeyError if there is none."""
    if name not in COMMANDS:
        raise KeyError(name)
    return cast(Command, import_module(f"medlint.commands.{name}"))
