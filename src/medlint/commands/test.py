"""Run the examples that rules carry.

Each bad one must be flagged on the marked words, each good one must stay silent.

  medlint test                       every rule of the settings
  medlint test rules/House           a pack of your own
  medlint test rules/House/Lips.yml  one rule
  medlint test rules/words/lips.yml  every rule beside a word list or guard

Exit code: 0 all behave, 1 some do not, 2 a rule cannot be read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from medlint import compiled, options, packs, wording
from medlint.errors import UserError
from medlint.rules import Rule
from medlint.trials import Failure, failures, needs

_SHARED = ("words", "guards")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="rule files, packs, or their folder"
    )
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the examples and print what does not behave."""
    config = options.settings(arguments)(".")
    for path in arguments.paths:
        if not Path(path).exists():
            raise UserError(f"{path}: no such file or folder")
    wanted = [_served(Path(path).resolve()) for path in arguments.paths]
    own = [Path(pack) for pack in config.packs]
    library = compiled.load([*own, *_further(wanted, own)])
    rules = [rule for rule in library.rules.values() if _within(rule, wanted)]
    if not rules:
        raise UserError(f"{', '.join(arguments.paths)}: no rule here (rules are *.yml files)")
    ready = [rule for rule in rules if not needs(rule)]
    failed = [
        failure for rule in ready for failure in failures(rule, library, plugins=config.plugins)
    ]
    options.write(_shown(rules, failed), "-")
    return 1 if failed else 0


def _served(path: Path) -> Path:
    """Return the folder whose rules a word list, guard or pack's page serves; else the path."""
    folder = path.parent if path.is_file() else path
    if folder.name in _SHARED:
        return folder.parent
    return folder if path.name == "pack.yml" else path


def _further(wanted: Sequence[Path], known: Sequence[Path]) -> Iterator[Path]:
    """Yield the packs to read beside the built-in ones and those of the settings."""
    roots = [packs.builtin().resolve(), *(path.resolve() for path in known)]
    seen: set[Path] = set()
    for path in wanted:
        folder = path.parent if path.is_file() else path
        if any((folder.parent / name).is_dir() for name in _SHARED):
            folder = folder.parent
        if any(folder == root or root in folder.parents for root in roots) or folder in seen:
            continue
        seen.add(folder)
        yield folder


def _within(rule: Rule, wanted: Sequence[Path]) -> bool:
    if not wanted:
        return True
    file = Path(rule.path).resolve()
    return any(path in (file, *file.parents) for path in wanted)


def _shown(rules: Sequence[Rule], failed: Sequence[Failure]) -> Iterator[str]:
    for failure in failed:
        yield f"{packs.shown(Path(failure.path))}: {failure.rule} {failure.reason}\n"
        yield f"    in: {failure.example.strip()}\n"
    examples = sum(len(rule.examples.bad) + len(rule.examples.good) for rule in rules)
    bare = [rule.id for rule in rules if not rule.examples.bad and not rule.examples.good]
    if bare:
        yield f"without examples: {', '.join(bare)}\n"
    for rule in rules:
        if needs(rule):
            yield f"not run: {rule.id} needs the engine {needs(rule)}\n"
    yield f"{wording.count(len(rules), 'rule')}, {wording.count(examples, 'example')}: "
    yield f"{len(failed) or 'none'} failed.\n"
