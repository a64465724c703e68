"""YAML as rules use it: YAML 1.2 scalars, no duplicate keys, and errors that name a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

from medlint import shapes
from medlint.errors import RuleError, nearest


@dataclass(frozen=True, slots=True)
class YamlSource:
    """One YAML file: its path as shown to people, its text, and the mapping it holds."""

    path: str
    text: str
    data: dict[str, Any]

    def fail(self, message: str, *keys: str | int) -> RuleError:
        """Return an error at the value (or key) that ``keys`` lead to."""
        from medlint import yaml12  # noqa: PLC0415

        line, column = yaml12.place(self.text, keys)
        return RuleError(f"{self.path}:{line}:{column}: {message}")


def read(path: Path, shown: str) -> YamlSource:
    """Read one YAML mapping; keys of its top level are lower-cased. Raises RuleError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(f"{shown}:1:1: not UTF-8 text ({error.reason}); save it as UTF-8") from None
    except OSError as error:
        raise RuleError(f"{shown}: cannot be read: {error.strerror}") from None
    data = _parse(text, shown)
    if not isinstance(data, dict):
        raise RuleError(f"{shown}:1:1: a YAML mapping (`key: value` lines) is expected here")
    return YamlSource(shown, text, {str(key).lower(): value for key, value in data.items()})


def _parse(text: str, shown: str) -> object:
    from medlint import yaml12  # noqa: PLC0415  (PyYAML at first use: a clean import stays light)

    try:
        return yaml12.parse(text)
    except yaml12.BrokenError as error:
        raise RuleError(f"{shown}:{error.line}:{error.column}: broken YAML: {error}") from None


def convert(source: YamlSource, data: dict[str, Any], type_: type[Any], *at: str | int) -> Any:
    """Turn a mapping into a msgspec Struct, weakly typed as Vale's YAML is. Raises RuleError."""
    known = shapes.fields(type_)
    weak = {key: weaken(value, known[key]) for key, value in data.items() if key in known}
    try:
        value = shapes.convert(weak, type_, strict=False)
        getattr(value, "validate", _fine)()
    except shapes.ShapeError as error:
        raise source.fail(str(error), *at, *error.at) from None
    except ValueError as error:
        raise source.fail(str(error), *at, *getattr(error, "at", ())) from None
    return value


def _fine() -> None:
    """Stand for the ``validate`` of a type that has none."""


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
        inner = shapes.fields(type_)
        return {k: weaken(v, inner[k]) if k in inner else v for k, v in value.items()}
    return value


def scalar(value: Any) -> str:
    """Return a YAML scalar as the string Vale makes of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)


def known_keys(source: YamlSource, data: dict[str, Any], known: Collection[str]) -> dict[str, Any]:
    """Return the mapping if every key is known. Raises RuleError with the nearest known key."""
    for key in data:
        if key not in known:
            raise source.fail(f"unknown key `{key}`{nearest(key, known)}", key)
    return data
