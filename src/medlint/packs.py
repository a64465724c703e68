"""Packs: folders of rules, guards and word lists, read and checked.

A folder of packs holds one folder a pack (one YAML file a rule, and ``pack.yml``), ``guards/`` and
``words/``. A path may also be a single pack. ``<name>`` in a rule's expressions stands for the word
list ``words/name.yml``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from medlint import shapes, words
from medlint.checks import check
from medlint.context import ALGORITHMS, algorithm
from medlint.errors import RuleError, nearest
from medlint.library import GuardFile, Library, Pack
from medlint.rule_file import rule_from, validate
from medlint.rules import Rule
from medlint.yaml_source import YamlSource, convert, known_keys, read

RESERVED = frozenset({"guards", "words", "glossary", "config"})


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    description: str = ""
    version: str = ""
    effective: str = ""


def builtin() -> Path:
    """Return the folder of the packs that come with medlint (installed, or in a checkout)."""
    installed = Path(__file__).parent / "_rules"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "rules"


def load(paths: Iterable[Path] = ()) -> Library:
    """Read the built-in packs and the user's. Raises RuleError at the first thing wrong."""
    roots = [builtin(), *paths]
    lists = _read_words(roots)
    guards = _read_guards(roots, lists)
    rules: dict[str, Rule] = {}
    packs: dict[str, Pack] = {}
    for root in roots:
        for folder in _pack_folders(root):
            packs[folder.name] = _read_pack(folder)
            for path in _yaml_files(folder):
                rule = _read_rule(path, folder, lists, guards, builtin=root == roots[0])
                if rule.id in rules:
                    raise RuleError(
                        f"{shown(path)}:1:1: the id {rule.id} is taken by"
                        f" {shown(Path(rules[rule.id].path))}; rename one of the two files"
                    )
                rules[rule.id] = rule
    literals = {id: check(r.check).literals(r.parameters) for id, r in rules.items()}
    return Library(rules, guards, packs, literals)


def _pack_folders(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        raise RuleError(f"{shown(root)}: no such folder of rules; check `packs` in the settings")
    if any(root.glob("*.yml")):
        yield root
        return
    for folder in sorted(root.iterdir()):
        if folder.is_dir() and folder.name not in RESERVED and folder.name[0] not in "._":
            yield folder


def _yaml_files(folder: Path) -> list[Path]:
    for path in folder.rglob("*.yaml"):
        raise RuleError(f"{shown(path)}: a rule file ends in .yml; rename it")
    return [
        path
        for path in sorted(folder.rglob("*.yml"))
        if path.name != "pack.yml"
        and not path.name.endswith(".test.yml")
        and RESERVED.isdisjoint(path.relative_to(folder).parts[:-1])
    ]


def shown(path: Path) -> str:
    """Return a path as people know it: from the working folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _read_pack(folder: Path) -> Pack:
    path = folder / "pack.yml"
    if not path.is_file():
        return Pack(folder.name, folder.name)
    source = read(path, shown(path))
    data = convert(source, known_keys(source, source.data, shapes.fields(_Pack)), _Pack)
    return Pack(folder.name, data.title, data.description, data.version, data.effective)


def _read_words(roots: Iterable[Path]) -> dict[str, str]:
    lists: dict[str, tuple[YamlSource, tuple[str, ...]]] = {}
    for root in roots:
        for path in sorted((root / "words").glob("*.yml")):
            source = read(path, shown(path))
            if path.stem in lists:
                raise source.fail(f"there is a word list `{path.stem}` already; rename this one")
            lists[path.stem] = (source, words.read(source))
    return words.expanded(lists)


def _read_guards(roots: Sequence[Path], lists: Mapping[str, str]) -> dict[str, GuardFile]:
    guards: dict[str, GuardFile] = {}
    for root in roots:
        for path in sorted((root / "guards").glob("*.yml")):
            source = read(path, shown(path))
            data = dict(source.data)
            if path.stem in guards:
                raise source.fail(f"there is a guard `{path.stem}` already; rename this one")
            name = str(data.pop("extends", ""))
            title = str(data.pop("title", ""))
            if name not in ALGORITHMS:
                raise source.fail(
                    f"`extends` must name a guard algorithm ({', '.join(ALGORITHMS)}), not"
                    f" `{name}`{nearest(name, ALGORITHMS)}",
                    "extends",
                )
            type_ = algorithm(name).Cues
            known = known_keys(source, data, shapes.fields(type_))
            cues = convert(source, words.expand(known, lists, source), type_)
            if root != roots[0]:
                validate(source, msgspec.structs.asdict(cues))
            guards[path.stem] = GuardFile(path.stem, name, cues, title)
    return guards


def _read_rule(
    path: Path,
    folder: Path,
    lists: Mapping[str, str],
    guards: Collection[str],
    *,
    builtin: bool,
) -> Rule:
    source = read(path, shown(path))
    parts = (*path.relative_to(folder).parent.parts, path.name.partition(".")[0])
    rule = rule_from(source, ".".join((folder.name, *parts)), lists, guards, builtin=builtin)
    return replace(rule, path=path.resolve().as_posix())
