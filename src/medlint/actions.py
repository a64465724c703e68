"""Vale's actions: what to put in a match's place.

A rule says ``action: {name, params}``. ``edit`` chains operations, each a word and its arguments:
``[trim_right, "!"]`` or a list of such lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from medlint import casing, expressions

_Scalar = str | int | float
_Operation = tuple[int, Callable[..., str]]


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key ``action`` of a rule. Raises ValueError for an operation that does not exist."""

    name: Literal["replace", "remove", "edit", "suggest", "convert"]
    params: tuple[_Scalar | tuple[_Scalar, ...], ...] | None = None

    def __post_init__(self) -> None:
        if self.name == "edit":
            for operation, arguments in _operations(self.arguments):
                if operation == "regex":
                    expressions.validate(expressions.translate(arguments[0]), action=arguments[:1])
        elif self.name == "convert" and self.arguments != ("simple",):
            raise ValueError("`convert` takes one parameter: simple")

    @property
    def arguments(self) -> tuple[str, ...]:
        """Return the parameters as one flat row of strings."""
        nested = (p if isinstance(p, tuple) else (p,) for p in self.params or ())
        return tuple(str(argument) for part in nested for argument in part)


def replacements(action: Action | None, text: str, groups: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what to put in the place of ``text``, best first.

    ``groups`` fill ``$0``, ``$1`` … in the options of ``replace``.
    """
    if action is None:
        return ()
    match action.name:
        case "replace":
            filled = (expressions.fill(option, groups or (text,)) for option in action.arguments)
            return tuple(filled)
        case "remove":
            return ("",)
        case "edit":
            return (_edited(action.arguments, text),)
        case "convert":
            return (" ".join(casing.split(text)).lower(),)
        case "suggest":
            return ()  # a dictionary's suggestions are the spelling check's own


def listed(options: Sequence[str]) -> str:
    """Return options as a phrase: one bare, several as ``'a', 'b', or 'c'``."""
    if len(options) < 2:
        return "".join(options)
    quoted = [f"'{option}'" for option in options]
    if len(quoted) == 2:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"


def _edited(parameters: Sequence[str], text: str) -> str:
    for name, arguments in _operations(parameters):
        text = _OPERATIONS[name][1](text, *arguments)
    return text.strip()


def _operations(parameters: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    index = 0
    if not parameters:
        raise ValueError(f"`edit` needs an operation: {', '.join(_OPERATIONS)}")
    while index < len(parameters):
        name = parameters[index]
        if name not in _OPERATIONS:
            raise ValueError(f"no operation `{name}` of `edit`; there are {', '.join(_OPERATIONS)}")
        count = _OPERATIONS[name][0]
        arguments = tuple(parameters[index + 1 : index + 1 + count])
        if len(arguments) < count:
            raise ValueError(f"the operation `{name}` of `edit` takes {count} arguments")
        if name == "split" and not arguments[1].isdigit():
            raise ValueError(f"`split` takes a separator and a number from 0, not `{arguments[1]}`")
        yield name, arguments
        index += 1 + count


def _regex(text: str, pattern: str, replacement: str) -> str:
    compiled = expressions.compile(expressions.translate(pattern))
    return compiled.sub(
        lambda m: expressions.fill(replacement, (m.group(), *(g or "" for g in m.groups()))),
        text,
        timeout=expressions.TIMEOUT,
    )


def _split(text: str, separator: str, number: str) -> str:
    parts = text.split(separator) if separator else list(text)
    return parts[int(number)] if int(number) < len(parts) else text


def _delete(text: str, characters: str) -> str:
    return "".join(c for c in text if c not in characters)


def _unwrap(text: str, mark: str) -> str:
    return text.removeprefix(mark).removesuffix(mark)


def _squeeze(text: str, characters: str) -> str:
    return re.sub(f"([{re.escape(characters)}])\\1+", r"\1", text) if characters else text


def _smart(text: str) -> str:
    text = re.sub(r"(?<![^\s(\[“‘])\"", "“", text).replace('"', "”")
    return re.sub(r"(?<![^\s(\[“])'", "‘", text).replace("'", "’").replace("...", "…")


def _dumb(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''")).replace("…", "...")


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _dumb(text))
    return decomposed.encode("ascii", "ignore").decode()


_NO_NAMES = casing.Names()

_OPERATIONS: dict[str, _Operation] = {
    "replace": (2, lambda text, old, new: text.replace(old, new)),
    "remove": (1, _delete),
    "regex": (2, _regex),
    "trim": (1, lambda text, characters: text.strip(characters)),
    "trim_left": (1, lambda text, characters: text.lstrip(characters)),
    "trim_right": (1, lambda text, characters: text.rstrip(characters)),
    "truncate": (1, lambda text, separator: text.partition(separator)[0] if separator else text),
    "split": (2, _split),
    "wrap": (1, lambda text, mark: f"{mark}{text}{mark}"),
    "unwrap": (1, _unwrap),
    "prefix": (1, lambda text, mark: mark + text),
    "suffix": (1, lambda text, mark: text + mark),
    "squeeze": (1, _squeeze),
    "capitalize": (0, casing.capitalized),
    "uncapitalize": (0, lambda text: text[:1].lower() + text[1:]),
    "smart": (0, _smart),
    "dumb": (0, _dumb),
    "ascii": (0, _ascii),
    "words": (0, lambda text: " ".join(casing.split(text))),
    "digits": (0, lambda text: "".join(re.findall(r"\d", text))),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "title": (0, lambda text: casing.title(text, _NO_NAMES)),
    "sentence": (0, lambda text: casing.sentence(text, _NO_NAMES)),
    "simple": (0, lambda text: " ".join(casing.split(text)).lower()),
    "kebab": (0, lambda text: casing.snake(text, "-")),
    "snake": (0, casing.snake),
    "camel": (0, casing.camel),
    "pascal": (0, casing.pascal),
}
