"""A safe YAML loader with the scalars of YAML 1.2 that refuses duplicate keys.

A module of its own, so that PyYAML is imported only when a rule file is read.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import yaml

Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(Base):  # type: ignore[misc]
    """A safe loader for which ``no``, ``on`` and dates are strings, as in YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own attribute)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that stands twice: the first would be lost in silence."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, "a key must be a word", key.start_mark
                )
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key `{key.value}` stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def _resolver(tag: str, pattern: str, first: str) -> None:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolver("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolver("int", r"^[-+]?[0-9]+$", "-+0123456789")
_resolver("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_resolver("null", r"^(?:~|null|Null|NULL|)$", "~nN\0")


class BrokenError(Exception):
    """YAML that cannot be read: what is wrong, and the line and column, from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def parse(text: str) -> object:
    """Return what a YAML text holds. Raises BrokenError."""
    try:
        return yaml.load(text, Loader=Loader)  # noqa: S506  (a subclass of the safe loader)
    except yaml.MarkedYAMLError as error:
        raise _broken(text, error) from None
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise BrokenError(f"{error.reason} (character U+{error.character:04X})", line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BrokenError(str(error)) from None


def _broken(text: str, error: yaml.MarkedYAMLError) -> BrokenError:
    """Say what PyYAML was at, where that began, and what it met."""
    message = str(error.problem)
    if error.context and error.context_mark:
        message = f"{error.context} (line {error.context_mark.line + 1}), {message}"
    mark = error.problem_mark
    if mark is None:
        return BrokenError(message)
    lines = text.splitlines()
    if mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t":
        message += "; that is a tab, and YAML wants spaces"
    return BrokenError(message, mark.line + 1, mark.column + 1)


def place(text: str, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """Return the line and column, from 1, of the value (or key) that a path of keys leads to."""
    node = yaml.compose(text, Loader=Base)
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
