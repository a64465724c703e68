"""Print a JSON Schema: of rule files, of medlint.toml, or of the JSON report.

medlint schema rule > rule.schema.json     then, in an editor: # yaml-language-server: $schema=…
medlint schema config
medlint schema report
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any

import msgspec

from medlint import options, rule_file, wire
from medlint.config_file import Settings

_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("of", choices=("rule", "config", "report"))


def run(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "rule": rule_file.rule_schema,
        "config": config_schema,
        "report": wire.report_schema,
    }
    schema = makers[arguments.of]()
    options.write([json.dumps(schema, ensure_ascii=False, indent=2) + "\n"], "-")
    return 0


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema of medlint.toml."""
    return {"$schema": _SCHEMA, "title": "medlint settings", **msgspec.json.schema(Settings)}
