"""Tell what a rule asks: why, with examples, sources, and how it reads in each jurisdiction.

medlint explain Claims.Permanence
medlint explain CITE001 --format json
"""

from __future__ import annotations

import argparse
import difflib
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from medlint import options, packs, wording
from medlint.errors import UserError
from medlint.library import Library
from medlint.linter import Linter
from medlint.rules import MAIN_JURISDICTIONS, Rule, Source

_CHECKS = {
    "text": "provision read",
    "part": "official page read in part",
    "secondary": "from a secondary page",
}
_DISCLAIMER = "medlint is a writing aid, not legal advice."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("rule", metavar="RULE", help="a rule's id or alias")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rule's page. Raises UserError with the nearest ids for an unknown rule."""
    library = Linter(options.settings(arguments)(".")).library
    rule = library.find(arguments.rule)
    if rule is None:
        raise UserError(_unknown(arguments.rule, library))
    write = {"json": _json, "markdown": _markdown, "text": _text}[arguments.format]
    options.write(write(rule), "-")
    return 0


def _unknown(name: str, library: Library) -> str:
    words = {id.lower(): id for id in library.rules}
    words |= {rule.id.rpartition(".")[2].lower(): rule.id for rule in library.rules.values()}
    close = difflib.get_close_matches(name.lower(), words, n=3, cutoff=0.4)
    hint = f"; nearest: {', '.join(dict.fromkeys(words[c] for c in close))}" if close else ""
    return f"no rule is called `{name}`{hint} (`medlint rules` lists them all)"


def _levels(rule: Rule) -> str:
    levels = {code: rule.level_in(code) for code in (*MAIN_JURISDICTIONS, *rule.jurisdictions)}
    levels.pop("default", None)
    return ", ".join(f"{code} {level}" for code, level in levels.items())


def _source(source: Source) -> str:
    read = f" [{_CHECKS[source.check]}]" if source.check in _CHECKS else ""
    return wording.cited(source) + read


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "severity", _levels(rule)
    yield "category", rule.category
    yield "confidence", rule.confidence
    yield "check", rule.check
    yield "scope", ", ".join(rule.scopes)
    if rule.unless:
        yield "silent if", ", ".join(rule.unless)
    if rule.aliases:
        yield "also called", ", ".join(rule.aliases)
    yield "fix", rule.fix
    if engine := getattr(rule.parameters, "engine", ""):
        yield "engine", engine
    if rule.since:
        yield "since", rule.since
    yield "file", packs.shown(Path(rule.path))


def _text(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}\n\n"
    if rule.why:
        yield textwrap.fill(rule.why, 88) + "\n\n"
    if rule.suggest:
        yield textwrap.fill(f"Say instead: {rule.suggest}", 88, subsequent_indent="  ") + "\n\n"
    for name, value in _facts(rule):
        yield textwrap.fill(f"{name + ':':<13} {value}", 88, subsequent_indent=" " * 14) + "\n"
    for name, examples in (("flagged", rule.examples.bad), ("not flagged", rule.examples.good)):
        if examples:
            yield f"\n{name}:\n"
        for example in examples:
            yield textwrap.indent(_wrapped(example), "    ")
    if rule.sources:
        yield "\nsources:\n"
    for source in rule.sources:
        yield textwrap.indent(_wrapped(_source(source)), "    ")
        if source.url:
            yield f"      {source.url}\n"
    yield f"\n{_DISCLAIMER}\n"


def _wrapped(text: str) -> str:
    lines = text.strip().splitlines() or [""]
    wrapped = [
        textwrap.fill(line, 80, initial_indent="" if i else "- ", subsequent_indent="  ")
        for i, line in enumerate(lines)
    ]
    return "\n".join([wrapped[0], *("  " + line if line else line for line in wrapped[1:])]) + "\n"


def _markdown(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}: {rule.title}\n\n{rule.why}\n\n"
    if rule.suggest:
        yield f"**Say instead:** {rule.suggest}\n\n"
    yield "| | |\n|--|--|\n"
    for name, value in _facts(rule):
        yield f"| {name} | {value.replace('|', '&#124;')} |\n"
    for name, examples in (("Flagged", rule.examples.bad), ("Not flagged", rule.examples.good)):
        if examples:
            yield f"\n## {name}\n\n"
        for example in examples:
            yield f"```text\n{example.rstrip()}\n```\n"
    if rule.sources:
        yield "\n## Sources\n\n"
    for source in rule.sources:
        yield f"- {_source(source)}{f' <{source.url}>' if source.url else ''}\n"
    yield f"\n{_DISCLAIMER}\n"


def _json(rule: Rule) -> Iterator[str]:
    page: dict[str, Any] = {
        "rule": rule.id,
        "title": rule.title,
        "message": rule.message,
        "why": rule.why,
        "suggest": rule.suggest,
        "severity": rule.level,
        "jurisdictions": dict(rule.jurisdictions),
        "category": rule.category,
        "confidence": rule.confidence,
        "check": rule.check,
        "scope": list(rule.scopes),
        "unless": list(rule.unless),
        "aliases": list(rule.aliases),
        "fix": rule.fix,
        "since": rule.since,
        "examples": {"bad": list(rule.examples.bad), "good": list(rule.examples.good)},
        "sources": [
            {
                "title": source.title,
                "section": source.section,
                "year": source.year,
                "url": source.url,
                "check": source.check,
                "jurisdiction": source.jurisdiction,
            }
            for source in rule.sources
        ],
    }
    yield json.dumps(page, ensure_ascii=False, indent=2) + "\n"
