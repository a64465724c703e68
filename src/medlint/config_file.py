"""The shape of a settings file, and what is wrong with one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

import msgspec

from medlint import shapes
from medlint.alerts import Severity
from medlint.engines import ENGINES
from medlint.errors import ConfigError, nearest
from medlint.rules import Audience, Dialect, Intent, Jurisdiction, Profile


class _PerPath(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
    audience: Audience | None = None
    intent: Intent | None = None


class Settings(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """The keys of a settings file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
    audience: Audience = "public"
    intent: Intent = "promotion"
    dialect: Dialect | None = None
    profile: Profile = "reviewer"
    fail_on: Severity = "error"
    packs: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_file_size: Annotated[int, msgspec.Meta(ge=1)] = 5_000_000
    engines: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    plugins: bool = False
    per_path: dict[str, _PerPath] = msgspec.field(default_factory=dict)


def read(file: Path, text: str) -> dict[str, Any]:
    """Return the values of a settings file by name. Raises ConfigError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: broken TOML: {error}") from None
    own = 0
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("medlint")
        if data is None:
            raise ConfigError(f"{file}: no [tool.medlint] table")
        own = max(text.find("[tool.medlint"), 0)
    try:
        settings = shapes.convert(data, Settings)
    except shapes.ShapeError as error:
        raise ConfigError(f"{file}:{_line_of(text, own, error.at)}: {error}") from None
    for name in settings.engines:
        if name not in ENGINES:
            line = _line_of(text, own, ("engines", name))
            raise ConfigError(f"{file}:{line}: no engine `{name}`{nearest(name, ENGINES)}")
    values = msgspec.structs.asdict(settings)
    values["per_path"] = {
        glob: msgspec.structs.asdict(own) for glob, own in settings.per_path.items()
    }
    return values


def _line_of(text: str, start: int, keys: shapes.Place) -> int:
    """Return the line, from 1, of the key that a path of keys leads to, from ``start`` on."""
    for key in keys:
        head = rf"^[ \t]*(?:\[.*?)?([\"']?){re.escape(str(key))}\1[ \t]*[=.\]]"
        found = re.compile(head, re.MULTILINE).search(text, start)
        if found:
            start = found.start()
    return text.count("\n", 0, start) + 1
