"""Packs read once and kept: a library in one file, named by the content it was made from.

Reading a rule means YAML, schema, and an analysis of its expressions; all of it depends only on the
rule files and on medlint itself. The file is data (msgpack, typed), never code. A cache that is
missing, broken or cannot be written only costs time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from medlint import packs
from medlint.checks import check
from medlint.context import algorithm
from medlint.library import GuardFile, Library, Pack
from medlint.rules import Rule

_KEPT = 16
"""Libraries kept; the oldest go."""


class _Stored(msgspec.Struct, frozen=True):
    """A library as it is stored: parameters and cues as plain mappings."""

    rules: list[Rule]
    guards: list[GuardFile]
    packs: list[Pack]
    literals: dict[str, list[str] | None]


def load(paths: Iterable[Path] = ()) -> Library:
    """Return what ``packs.load`` returns, from the cache where nothing changed."""
    roots = [packs.builtin(), *paths]
    try:
        file = folder() / f"{_fingerprint(roots)}.msgpack"
    except (OSError, RuntimeError):  # no home, or a rule file that ``packs.load`` will name
        return packs.load(roots[1:])
    kept = _read(file)
    if kept is None:
        kept = packs.load(roots[1:])
        _write(file, kept)
    return kept


def folder() -> Path:
    """Return the folder of the cache, the user's own. Raises RuntimeError if there is no home."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "medlint"


def _fingerprint(roots: Sequence[Path]) -> str:
    """Hash the content of every rule file, the versions, and the state of medlint's own code."""
    digest = hashlib.sha256(f"{version('medlint')} {sys.version_info[:2]}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        status = path.stat()
        digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    for root in roots:
        digest.update(f"{root.resolve()}\n".encode())
        for path in sorted((*root.rglob("*.yml"), *root.rglob("*.yaml"))):
            digest.update(f"{path.relative_to(root)}\0".encode())
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(file: Path) -> Library | None:
    try:
        stored = msgspec.msgpack.decode(file.read_bytes(), type=_Stored)
        rules = [_typed_rule(rule) for rule in stored.rules]
        guards = [_typed_guard(guard) for guard in stored.guards]
    except (OSError, msgspec.MsgspecError, KeyError):
        return None
    return Library(
        {rule.id: rule for rule in rules},
        {guard.name: guard for guard in guards},
        {pack.name: pack for pack in stored.packs},
        {
            id: None if strings is None else tuple(strings)
            for id, strings in stored.literals.items()
        },
    )


def _typed_rule(rule: Rule) -> Rule:
    return replace(rule, parameters=_typed(rule.parameters, check(rule.check).Parameters))


def _typed_guard(guard: GuardFile) -> GuardFile:
    return replace(guard, cues=_typed(guard.cues, algorithm(guard.algorithm).Cues))


def _typed(value: Any, type_: type[Any]) -> Any:
    return msgspec.convert(value, type_)


def _write(file: Path, library: Library) -> None:
    stored = _Stored(
        list(library.rules.values()),
        list(library.guards.values()),
        list(library.packs.values()),
        {id: None if s is None else sorted(s) for id, s in library.literals.items()},
    )
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(msgspec.msgpack.encode(stored))
            Path(unfinished).replace(file)
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise
        for old in sorted(file.parent.glob("*.msgpack"), key=_age)[:-_KEPT]:
            old.unlink(missing_ok=True)


def _age(file: Path) -> float:
    return file.stat().st_mtime
