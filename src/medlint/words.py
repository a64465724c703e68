"""Word lists: families of words written once, and put in the place of ``<name>``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from medlint import shapes
from medlint.errors import nearest
from medlint.yaml_source import YamlSource, convert, known_keys

_NAME = re.compile(r"(?<![?P\\<])<([a-z][a-z0-9_-]*)>")


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a word list."""

    words: tuple[str, ...]
    title: str = ""


def read(source: YamlSource) -> tuple[str, ...]:
    """Return the alternatives of one word list. Raises RuleError."""
    data = known_keys(source, source.data, shapes.fields(WordList))
    return tuple(convert(source, data, WordList).words)


def expanded(lists: Mapping[str, tuple[YamlSource, tuple[str, ...]]]) -> dict[str, str]:
    """Return each list as one expression, the lists it names put in. Raises RuleError."""
    done: dict[str, str] = {}

    def alternatives(name: str, above: tuple[str, ...]) -> str:
        source, words = lists[name]
        if name in above:
            raise source.fail(f"the word lists {' → '.join((*above, name))} name each other")
        if name not in done:
            parts = [
                _NAME.sub(lambda m: inner(m.group(1), source, (*above, name)), word)
                for word in words
            ]
            done[name] = f"(?:{'|'.join(parts)})"
        return done[name]

    def inner(name: str, source: YamlSource, above: tuple[str, ...]) -> str:
        if name not in lists:
            raise source.fail(f"no word list `{name}`{nearest(name, lists)}", "words")
        return alternatives(name, above)

    return {name: alternatives(name, ()) for name in lists}


def expand(
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

        return _NAME.sub(put, value)
    if isinstance(value, list | tuple):
        return [
            expand(item, words, source, *at, index, strict=strict)
            for index, item in enumerate(value)
        ]
    if isinstance(value, dict):
        return {
            key: expand(item, words, source, *at, key, strict=strict) for key, item in value.items()
        }
    return value
