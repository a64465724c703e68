"""The shape of a settings file, and what is wrong with one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from medlint.alerts import Severity
from medlint.errors import ConfigError, nearest
from medlint.rules import Audience, Dialect, Intent, Profile


class _PerPath(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    audience: Audience | None = None
    intent: Intent | None = None


class Settings(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """The keys of a settings file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    audience: Audience = "public"
    intent: Intent = "promotion"
    dialect: Dialect | None = None
    profile: Profile = "reviewer"
    fail_on: Severity = "error"
    packs: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_file_size: int = 5_000_000
    engines: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    plugins: bool = False
    per_path: dict[str, _PerPath] = msgspec.field(default_factory=dict)


def read(file: Path, text: str) -> dict[str, Any]:
    """Return the values of a settings file by name. Raises ConfigError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: broken TOML: {error}") from None
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("medlint", {})
    try:
        settings = msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(_explain(file, text, str(error))) from None
    values = msgspec.structs.asdict(settings)
    values["per_path"] = {
        glob: msgspec.structs.asdict(own) for glob, own in settings.per_path.items()
    }
    return values


def _explain(file: Path, text: str, error: str) -> str:
    """Turn msgspec's message into one with a line and the nearest known key."""
    message, _, where = error.partition(" - at `$")
    unknown = re.search(r"unknown field `(.+?)`", message)
    keys = re.findall(r"[\w-]+", where)
    key = unknown.group(1) if unknown else keys[0] if keys else ""
    line = _line_of(text, key)
    if unknown:
        known = [field.encode_name for field in msgspec.structs.fields(Settings)]
        known += [f.encode_name for f in msgspec.structs.fields(_PerPath)]
        return f"{file}:{line}: unknown setting `{key}`{nearest(key, known)}"
    return f"{file}:{line}: `{key}`: {message.replace('`array`', 'a list')}"


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"^\s*(?:\[.*)?([\"']?){re.escape(key)}[\"']?\s*[=.\]]", re.MULTILINE)
    found = pattern.search(text) if key else None
    return text.count("\n", 0, found.start(1)) + 1 if found else 1
