"""Whether data has the shape that a type asks for; if not, where and why, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from medlint.errors import PartError, nearest

Place = tuple[str | int, ...]


class ShapeError(Exception):
    """Data that does not fit: what is wrong, and the keys that lead there."""

    def __init__(self, message: str, at: Place) -> None:
        super().__init__(message)
        self.at = at


def convert(data: Any, type_: Any, *, strict: bool = True) -> Any:
    """Return the data as a value of the type. Raises ShapeError."""
    try:
        return msgspec.convert(data, type_, strict=strict)
    except msgspec.ValidationError as error:
        raise _blame(data, type_, (), strict, error) from None


def _blame(
    data: Any, type_: Any, at: Place, strict: bool, error: msgspec.ValidationError
) -> ShapeError:
    """Descend to the innermost part that does not fit."""
    for key, part, inner in _parts(data, type_):
        try:
            msgspec.convert(part, inner, strict=strict)
        except msgspec.ValidationError as deeper:
            return _blame(part, inner, (*at, key), strict, deeper)
    if isinstance(error.__cause__, PartError):
        at = (*at, *error.__cause__.at)
    known = fields(type_)
    for key in data if isinstance(data, dict) and known else ():
        if key not in known:
            return ShapeError(f"unknown key `{key}`{nearest(str(key), known)}", (*at, key))
    reason = _reason(data, type_, str(error))
    name = next((key for key in reversed(at) if isinstance(key, str)), "")
    return ShapeError(reason if f"`{name}`" in reason or not name else f"`{name}`: {reason}", at)


def _parts(data: Any, type_: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """Yield the key, the value and the type of each part of a value."""
    arguments = get_args(type_)
    if isinstance(data, dict):
        known = fields(type_)
        for key, value in data.items():
            if key in known or get_origin(type_) is dict:
                yield key, value, known.get(key) or arguments[1]
    elif isinstance(data, list) and get_origin(type_) is tuple:
        for index, item in enumerate(data):
            yield index, item, arguments[0]


def fields(type_: Any) -> Mapping[str, Any]:
    """Return the types of a Struct's fields, by the name that data has for them; else nothing."""
    return _fields(type_)


@lru_cache(maxsize=256)  # msgspec works them out anew each time
def _fields(type_: Any) -> Mapping[str, Any]:
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return {field.encode_name: field.type for field in msgspec.structs.fields(type_)}
    return {}


def _choices(type_: Any) -> tuple[str, ...]:
    """Return the words that a type allows, if it allows only words."""
    if get_origin(type_) is Literal:
        return tuple(choice for choice in get_args(type_) if choice)
    inner = get_args(type_) if get_origin(type_) in (Union, UnionType) else ()
    return tuple(choice for option in inner for choice in _choices(option))


def _reason(data: Any, type_: Any, error: str) -> str:
    choices = _choices(type_)
    if choices and isinstance(data, str):
        return f"`{data}` is not one of {', '.join(choices)}{nearest(data, choices)}"
    message = error.partition(" - at `$")[0]
    message = message.replace("`array`", "a list").replace("`object`", "a mapping")
    if message == "Expected `str`, got a mapping":
        message += "; text that holds `: `, such as `(?: of)`, needs single quotes around it"
    return message
