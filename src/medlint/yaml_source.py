"""YAML as rules use it: YAML 1.2 scalars, no duplicate keys, and errors that name a place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import yaml

from medlint.errors import RuleError

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Yaml12(_Loader):  # type: ignore[misc]
    """A safe loader for which ``no``, ``on`` and dates are strings, as in YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own attribute)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that stands twice: the first would be lost in silence."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key `{key.value}` stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def _resolver(tag: str, pattern: str, first: str) -> None:
    _Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolver("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolver("int", r"^[-+]?[0-9]+$", "-+0123456789")
_resolver("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_resolver("null", r"^(?:~|null|Null|NULL|)$", "~nN\0")


@dataclass(frozen=True, slots=True)
class YamlSource:
    """One YAML file: its path as shown to people, its text, and the mapping it holds."""

    path: str
    text: str
    data: dict[str, Any]

    def fail(self, message: str, *keys: str | int) -> RuleError:
        """Return an error at the value (or key) that ``keys`` lead to."""
        line, column = self._place(keys)
        return RuleError(f"{self.path}:{line}:{column}: {message}")

    def _place(self, keys: tuple[str | int, ...]) -> tuple[int, int]:
        node = yaml.compose(self.text, Loader=_Loader)
        mark = node.start_mark if node else None
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                pairs = [(k, v) for k, v in node.value if k.value.lower() == str(key).lower()]
                if not pairs:
                    break
                mark, node = pairs[0][0].start_mark, pairs[0][1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
                if key >= len(node.value):
                    break
                node = node.value[key]
                mark = node.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read(path: Path, shown: str) -> YamlSource:
    """Read one YAML mapping; keys of its top level are lower-cased. Raises RuleError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(f"{shown}:1:1: not UTF-8 text ({error.reason}); save it as UTF-8") from None
    except OSError as error:
        raise RuleError(f"{shown}: cannot be read: {error.strerror}") from None
    try:
        data = yaml.load(text, Loader=_Yaml12)  # noqa: S506  (a subclass of the safe loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise RuleError(f"{shown}{place}: broken YAML: {error.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RuleError(f"{shown}:1:1: broken YAML: {error}") from None
    if not isinstance(data, dict):
        raise RuleError(f"{shown}:1:1: a YAML mapping (`key: value` lines) is expected here")
    return YamlSource(shown, text, {str(key).lower(): value for key, value in data.items()})


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""


def convert(source: YamlSource, data: dict[str, Any], type_: type[Any], *at: str | int) -> Any:
    """Turn a mapping into a msgspec Struct, weakly typed as Vale's YAML is. Raises RuleError."""
    fields = {field.name: field.type for field in msgspec.structs.fields(type_)}
    weak = {key: weaken(value, fields[key]) for key, value in data.items() if key in fields}
    try:
        return msgspec.convert(weak, type_, strict=False)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        path = _path(where.rstrip("`"))
        raise source.fail(_plain(message), *at, *path) from None


def weaken(value: Any, type_: Any) -> Any:
    """Bring a YAML value nearer to a type: scalar to list, number to string, maps merged."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is tuple and arguments[-1:] == (...,):
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [weaken(item, arguments[0]) for item in items]
    if origin is dict and isinstance(value, list) and all(isinstance(v, dict) for v in value):
        value = {key: item for mapping in value for key, item in mapping.items()}
    if origin is dict and isinstance(value, dict):
        return {scalar(key): weaken(item, arguments[1]) for key, item in value.items()}
    if type_ is str and not isinstance(value, list | dict):
        return scalar(value)
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct) and isinstance(value, dict):
        inner = {field.name: field.type for field in msgspec.structs.fields(type_)}
        return {k: weaken(v, inner[k]) if k in inner else v for k, v in value.items()}
    return value


def scalar(value: Any) -> str:
    """Return a YAML scalar as the string Vale makes of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)


def _path(where: str) -> list[str | int]:
    keys: list[str | int] = []
    for piece in where.replace("[", ".[").split("."):
        if piece.startswith("["):
            inner = piece.strip("[]")
            if inner.isdigit():
                keys.append(int(inner))
        elif piece:
            keys.append(piece)
    return keys


def _plain(message: str) -> str:
    text = message.replace("`array`", "a list").replace("`object`", "a mapping")
    if message == "Expected `str`, got `object`":
        text += "; text that holds `: `, such as `(?: of)`, needs single quotes around it"
    return text
