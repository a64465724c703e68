"""Packs: folders of rules, guards and word lists, read and checked.

A folder of packs holds one folder a pack (one YAML file a rule, and ``pack.yml``), ``guards/`` and
``words/``. A path may also be a single pack. ``<name>`` in a rule's expressions stands for the word
list ``words/name.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from medlint import expressions, shapes
from medlint.alerts import Confidence, Safety, Severity
from medlint.checks import CHECKS, check
from medlint.context import ALGORITHMS, algorithm
from medlint.errors import RuleError, nearest
from medlint.library import GuardFile, Library, Pack
from medlint.rules import (
    CATEGORIES,
    CLAIM_CATEGORIES,
    JURISDICTIONS,
    Examples,
    Jurisdiction,
    Level,
    Rule,
    Source,
)
from medlint.scopes import PARTS, unknown_parts
from medlint.yaml_source import YamlSource, convert, read

RESERVED = frozenset({"guards", "words", "glossary", "config"})
MINIMUM_EXAMPLES = 2

_WORD_LIST = re.compile(r"(?<![?P\\<])<([a-z][a-z0-9_-]*)>")


class _Common(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of every rule: Vale's."""

    extends: str
    message: str
    level: Severity = "warning"
    scope: tuple[str, ...] = ()
    link: str = ""
    description: str = ""
    limit: int = 0


class _Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    section: str = ""
    year: str = ""
    url: str = ""
    check: Literal["", "text", "part", "secondary", "knowledge"] = ""
    jurisdiction: Jurisdiction | Literal[""] = ""


class _Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


class _Added(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of every rule that medlint adds."""

    title: str = ""
    category: str = "style"
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    jurisdictions: dict[str, Level] = msgspec.field(default_factory=dict)
    confidence: Confidence = "high"
    why: str = ""
    sources: tuple[_Source, ...] = ()
    suggest: str = ""
    fix: Safety = "manual"
    aliases: tuple[str, ...] = ()
    since: str = ""
    examples: _Examples = _Examples()


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    description: str = ""
    version: str = ""
    effective: str = ""


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    title: str = ""


COMMON_KEYS = tuple(shapes.fields(_Common))
ADDED_KEYS = tuple(shapes.fields(_Added))


def builtin() -> Path:
    """Return the folder of the packs that come with medlint (installed, or in a checkout)."""
    installed = Path(__file__).parent / "_rules"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "rules"


def load(paths: Iterable[Path] = ()) -> Library:
    """Read the built-in packs and the user's. Raises RuleError at the first thing wrong."""
    roots = [builtin(), *paths]
    words = _read_words(roots)
    guards = _read_guards(roots, words)
    rules: dict[str, Rule] = {}
    packs: dict[str, Pack] = {}
    for root in roots:
        for folder in _pack_folders(root):
            packs[folder.name] = _read_pack(folder)
            for path in _yaml_files(folder):
                rule = _read_rule(path, folder, words, guards, builtin=root == roots[0])
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
    data = convert(source, _known(source, source.data, shapes.fields(_Pack)), _Pack)
    return Pack(folder.name, data.title, data.description, data.version, data.effective)


def _read_words(roots: Iterable[Path]) -> dict[str, str]:
    lists: dict[str, tuple[YamlSource, tuple[str, ...]]] = {}
    for root in roots:
        for path in sorted((root / "words").glob("*.yml")):
            source = read(path, shown(path))
            words = convert(
                source, _known(source, source.data, shapes.fields(_Words)), _Words
            ).words
            if path.stem in lists:
                raise source.fail(f"there is a word list `{path.stem}` already; rename this one")
            lists[path.stem] = (source, words)
    expanded: dict[str, str] = {}

    def alternatives(name: str, above: tuple[str, ...]) -> str:
        source, words = lists[name]
        if name in above:
            raise source.fail(f"the word lists {' → '.join((*above, name))} name each other")
        if name not in expanded:
            parts = [
                _WORD_LIST.sub(lambda m: inner(m.group(1), source, (*above, name)), word)
                for word in words
            ]
            expanded[name] = f"(?:{'|'.join(parts)})"
        return expanded[name]

    def inner(name: str, source: YamlSource, above: tuple[str, ...]) -> str:
        if name not in lists:
            raise source.fail(f"no word list `{name}`{nearest(name, lists)}", "words")
        return alternatives(name, above)

    return {name: alternatives(name, ()) for name in lists}


def _read_guards(roots: Sequence[Path], words: Mapping[str, str]) -> dict[str, GuardFile]:
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
            known = _known(source, data, shapes.fields(type_))
            cues = convert(source, _expand(known, words, source), type_)
            if root != roots[0]:
                _validate(source, msgspec.structs.asdict(cues))
            guards[path.stem] = GuardFile(path.stem, name, cues, title)
    return guards


def _read_rule(
    path: Path,
    folder: Path,
    words: Mapping[str, str],
    guards: Collection[str],
    *,
    builtin: bool,
) -> Rule:
    source = read(path, shown(path))
    parts = (*path.relative_to(folder).parent.parts, path.name.partition(".")[0])
    rule = rule_from(source, ".".join((folder.name, *parts)), words, guards, builtin=builtin)
    return replace(rule, path=path.resolve().as_posix())


def rule_from(
    source: YamlSource,
    id: str,
    words: Mapping[str, str],
    guards: Collection[str],
    *,
    builtin: bool = False,
) -> Rule:
    """Make a rule of a YAML mapping. Raises RuleError with file, line and column."""
    data = source.data
    name = str(data.get("extends", ""))
    if name not in CHECKS:
        raise source.fail(
            f"`extends` must name a check, not `{name}`{nearest(name, CHECKS)}", "extends"
        )
    if not str(data.get("message") or "").strip():
        raise source.fail("`message` is missing: what should the writer read?", "message")
    module = check(name)
    fields = shapes.fields(module.Parameters)
    _known(source, data, (*COMMON_KEYS, *ADDED_KEYS, *fields))
    native = any(key in ADDED_KEYS for key in data)
    common: _Common = convert(source, data, _Common)
    added: _Added = convert(source, data, _Added)
    _check_values(source, added, guards)
    if native:
        _check_scopes(source, common.scope)
    _check_examples(source, added, native=native, builtin=builtin)
    own = {key: value for key, value in data.items() if key in fields}
    parameters = convert(source, _expand(own, words, source, strict=native), module.Parameters)
    return Rule(
        id=id,
        check=name,
        message=common.message,
        parameters=parameters,
        level=common.level,
        scopes=common.scope or (module.SCOPE,),
        link=common.link,
        description=common.description,
        limit=common.limit,
        title=added.title or id,
        category=added.category,
        unless=added.unless,
        near=_cues(source, added.near, words, "near"),
        not_near=_cues(source, added.not_near, words, "not_near"),
        jurisdictions=added.jurisdictions,
        confidence=added.confidence,
        why=added.why,
        sources=tuple(Source(**msgspec.structs.asdict(source)) for source in added.sources),
        suggest=added.suggest,
        fix=added.fix,
        aliases=added.aliases,
        since=added.since,
        examples=Examples(added.examples.bad, added.examples.good),
        path=source.path,
    )


def _cues(
    source: YamlSource, cues: tuple[str, ...], words: Mapping[str, str], key: str
) -> tuple[str, ...]:
    """Return a rule's own cues with word lists put in."""
    expanded = tuple(_expand(cues, words, source, key))
    _validate(source, {key: expanded})
    return expanded


def _validate(source: YamlSource, cues: Mapping[str, Any]) -> None:
    for key, patterns in cues.items():
        if isinstance(patterns, tuple):
            whole = expressions.translate("|".join(patterns))
            try:
                expressions.validate(whole, **{key: patterns})
            except ValueError as error:
                raise source.fail(str(error), *getattr(error, "at", (key,))) from None


def _check_values(source: YamlSource, added: _Added, guards: Collection[str]) -> None:
    if added.category not in CATEGORIES:
        hint = nearest(added.category, CATEGORIES)
        raise source.fail(f"unknown category `{added.category}`{hint}", "category")
    for index, guard in enumerate(added.unless):
        if guard not in guards:
            raise source.fail(f"unknown guard `{guard}`{nearest(guard, guards)}", "unless", index)
    for code in added.jurisdictions:
        if code not in (*JURISDICTIONS, "default"):
            known = f"{nearest(code, JURISDICTIONS)} (known are {', '.join(JURISDICTIONS)})"
            raise source.fail(f"unknown jurisdiction `{code}`{known}", "jurisdictions", code)
    if added.fix == "safe" and added.category in {*CLAIM_CATEGORIES, "missing_statement"}:
        raise source.fail("the fix of a claim rule is never safe: it changes what is said", "fix")


def _check_scopes(source: YamlSource, scopes: tuple[str, ...]) -> None:
    for index, selector in enumerate(scopes):
        for part in unknown_parts(selector):
            hint = nearest(part, PARTS)
            raise source.fail(f"no block has `{part}` in its scope{hint}", "scope", index)


def _check_examples(source: YamlSource, added: _Added, *, native: bool, builtin: bool) -> None:
    bad, good = added.examples.bad, added.examples.good
    if builtin and min(len(bad), len(good)) < MINIMUM_EXAMPLES:
        raise source.fail(
            f"a built-in rule needs {MINIMUM_EXAMPLES} bad and {MINIMUM_EXAMPLES} good examples",
            "examples",
        )
    if native and not bad and not good:
        raise source.fail("give `examples` (bad and good): they test and explain the rule")
    for index, example in enumerate(bad):
        if not re.search("⟦[^⟦⟧]*⟧", example):
            raise source.fail("mark the words to be flagged with ⟦ ⟧", "examples", "bad", index)


def _known(source: YamlSource, data: dict[str, Any], known: Collection[str]) -> dict[str, Any]:
    for key in data:
        if key not in known:
            raise source.fail(f"unknown key `{key}`{nearest(key, known)}", key)
    return data


def _expand(
    value: Any,
    words: Mapping[str, str],
    source: YamlSource,
    *at: str | int,
    strict: bool = True,
) -> Any:
    """Put word lists in the place of ``<name>``, in every string of the value at ``at``."""
    if isinstance(value, str):

        def put(found: re.Match[str]) -> str:
            name = found.group(1)
            if name in words:
                return words[name]
            if strict:
                raise source.fail(f"no word list `<{name}>`{nearest(name, words)}", *at)
            return found.group()

        return _WORD_LIST.sub(put, value)
    if isinstance(value, list | tuple):
        return [
            _expand(item, words, source, *at, index, strict=strict)
            for index, item in enumerate(value)
        ]
    if isinstance(value, dict):
        return {
            key: _expand(item, words, source, *at, key, strict=strict)
            for key, item in value.items()
        }
    return value


def rule_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, for editors: the keys of each check with its name.

    The loader is a little kinder (a scalar where a list is expected, a number where a text is);
    the schema says so too.
    """
    modules = {name: check(name) for name in CHECKS}
    types = [_Common, _Added, *(module.Parameters for module in modules.values())]
    shapes, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    common, added, *parameters = (_resolved(shape, components) for shape in shapes)
    properties = {**common["properties"], **added["properties"]}
    properties["extends"] = {"enum": list(CHECKS)}
    conditions = [
        {
            "if": {"properties": {"extends": {"const": name}}},
            "then": {"properties": shape["properties"], "required": shape.get("required", [])},
        }
        for name, shape in zip(CHECKS, parameters, strict=True)
    ]
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "medlint rule",
        "type": "object",
        "properties": properties,
        "required": ["extends", "message"],
        "allOf": conditions,
        "unevaluatedProperties": False,
        "$defs": components,
    }
    return {key: _lenient(value) for key, value in schema.items()}


def _resolved(shape: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    return components[name] if name else shape


def _lenient(value: Any) -> Any:
    """Let a scalar stand for a list of one, and a number for a text, as the loader does."""
    if isinstance(value, list):
        return [_lenient(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: _lenient(item) for key, item in value.items()}
    if value.get("type") == "string":
        return {**value, "type": ["string", "number"]}
    if value.get("type") == "array" and "items" in value and "default" in value:
        default = value.pop("default")
        return {"anyOf": [value, value["items"]], "default": default}
    return value
