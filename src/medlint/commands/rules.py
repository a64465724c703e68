"""List the rules that a configuration enables: id, severity, category, title.

medlint rules                      all of them
medlint rules --select Claims      one pack
medlint rules --jurisdiction uk    severities as they stand in the UK
medlint rules --format json        for programs
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any

from medlint import options, wording
from medlint.linter import Linter
from medlint.rules import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rules."""
    config = options.settings(arguments)(".")
    rows = [_row(rule, config.jurisdictions) for rule in Linter(config).rules]
    write = {"json": _json, "markdown": _markdown, "text": _text}[arguments.format]
    options.write(write(rows), "-")
    return 0


def _row(rule: Rule, jurisdictions: tuple[str, ...]) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "severity": rule.level_for(jurisdictions),
        "category": rule.category,
        "confidence": rule.confidence,
        "check": rule.check,
        "title": rule.title,
        "aliases": list(rule.aliases),
    }


def _json(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _markdown(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "| rule | severity | category | title |\n|--|--|--|--|\n"
    for row in rows:
        yield f"| {row['rule']} | {row['severity']} | {row['category']} | {row['title']} |\n"


def _text(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    widths = [max((len(row[key]) for row in rows), default=0) for key in ("rule", "category")]
    for row in rows:
        rule, category = row["rule"].ljust(widths[0]), row["category"].ljust(widths[1])
        yield f"{rule}  {row['severity']:<10}  {category}  {row['title']}\n"
    silent = sum(row["severity"] == "off" for row in rows)
    yield f"\n{wording.count(len(rows), 'rule')}"
    if silent:
        yield f", {silent} of them off until you declare their jurisdiction (--jurisdiction uk)"
    yield ". `medlint explain RULE` tells more of one.\n"
