"""One rule file: its keys, what may be in them, and the rule they make."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Literal

import msgspec

from medlint import expressions, shapes
from medlint.alerts import Confidence, Safety, Severity
from medlint.checks import CHECKS, check
from medlint.errors import nearest
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
from medlint.words import expand
from medlint.yaml_source import YamlSource, convert, known_keys

MINIMUM_EXAMPLES = 2


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


COMMON_KEYS = tuple(shapes.fields(_Common))
ADDED_KEYS = tuple(shapes.fields(_Added))


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
    known_keys(source, data, (*COMMON_KEYS, *ADDED_KEYS, *fields))
    native = any(key in ADDED_KEYS for key in data)
    common: _Common = convert(source, data, _Common)
    added: _Added = convert(source, data, _Added)
    _check_values(source, added, guards)
    if native:
        _check_scopes(source, common.scope)
    _check_examples(source, added, native=native, builtin=builtin)
    own = {key: value for key, value in data.items() if key in fields}
    parameters = convert(source, expand(own, words, source, strict=native), module.Parameters)
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
    expanded = tuple(expand(cues, words, source, key))
    validate(source, {key: expanded})
    return expanded


def validate(source: YamlSource, cues: Mapping[str, Any]) -> None:
    """Check lists of expressions, by key. Raises RuleError at the one that is broken."""
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
