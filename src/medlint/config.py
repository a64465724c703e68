"""Settings: from ``medlint.toml`` or ``[tool.medlint]`` in ``pyproject.toml``, or given in code."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from medlint.alerts import Confidence, Severity
from medlint.errors import ConfigError
from medlint.rules import JURISDICTIONS

FILE_NAMES = ("medlint.toml", ".medlint.toml", "pyproject.toml")
Audience = Literal["public", "professional"]
Intent = Literal["promotion", "information"]
Dialect = Literal["us", "uk", "au", "ca"]
Profile = Literal["writer", "editor", "reviewer"]

PROFILES: Mapping[str, Confidence] = {"writer": "high", "editor": "medium", "reviewer": "low"}
_DIALECTS: Mapping[str, Dialect] = {
    "uk": "uk", "eu": "uk", "ie": "uk", "in": "uk", "sg": "uk", "ae": "uk", "au": "au", "ca": "ca",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PathSettings:
    """Settings for the paths a glob (gitignore syntax) names."""

    glob: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    audience: Audience | None = None
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. Everything has a default; see docs/configuration.md for each.

    ``select``, ``ignore`` and ``extend_select`` hold pack names, rule ids, aliases or ``ALL``.
    ``jurisdictions``: none declared means what the main regulators agree on.
    ``packs``: folders of the user's own rules. ``vocabulary``: accepted terms (regular
    expressions). ``engines``: settings by engine; ``requested``: engines asked for by name.
    ``root``: the folder that relative paths and globs start from.
    Raises ConfigError for a jurisdiction that is not known.
    """

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
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    requested: frozenset[str] = frozenset()
    plugins: bool = False
    per_path: tuple[PathSettings, ...] = ()
    root: str = ""
    file: str = ""

    def __post_init__(self) -> None:
        declared = [self.jurisdictions, *(settings.jurisdictions for settings in self.per_path)]
        for code in (code for codes in declared for code in codes):
            if code not in JURISDICTIONS:
                raise ConfigError(
                    f"{self.file or 'settings'}: unknown jurisdiction `{code}`; known are"
                    f" {', '.join(JURISDICTIONS)}"
                )

    @property
    def minimum_confidence(self) -> Confidence:
        """Return the confidence below which the profile hides an alert."""
        return PROFILES[self.profile]

    def dialect_for(self, jurisdictions: tuple[str, ...]) -> Dialect:
        """Return the dialect set, or the one that the first jurisdiction writes."""
        return self.dialect or _DIALECTS.get((jurisdictions or ("us",))[0], "us")

    @classmethod
    def load(cls, file: str | Path) -> Config:
        """Read one settings file. Raises ConfigError that names file, line and key."""
        return _load(Path(file))

    @classmethod
    def discover(cls, path: str | Path = ".") -> Config:
        """Return the settings of the nearest file at or above a path, up to the git root.

        Without one, the defaults. Raises ConfigError if the file is broken.
        """
        found = find(Path(path))
        return _load(found) if found else cls()


def find(path: Path) -> Path | None:
    """Return the settings file nearest to a path, looking upwards and stopping at a git root."""
    start = path.absolute()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in FILE_NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or "tool.medlint" in _text(file)):
                return file
        if (folder / ".git").exists():
            return None
    return None


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


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read as UTF-8 text: {error}") from None


def _load(file: Path) -> Config:
    text = _text(file)
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
    root = file.parent
    values = {name: getattr(settings, name) for name in Settings.__struct_fields__}
    values["per_path"] = tuple(
        PathSettings(glob, p.select, p.ignore, p.jurisdictions, p.audience, p.intent)
        for glob, p in settings.per_path.items()
    )
    values["packs"] = tuple(str(root / pack) for pack in settings.packs)
    return Config(**values, root=str(root), file=str(file))


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
        close = difflib.get_close_matches(key, known, n=1)
        hint = f"; did you mean `{close[0]}`?" if close else ""
        return f"{file}:{line}: unknown setting `{key}`{hint}"
    return f"{file}:{line}: `{key}`: {message.replace('`array`', 'a list')}"


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"^\s*(?:\[.*)?([\"']?){re.escape(key)}[\"']?\s*[=.\]]", re.MULTILINE)
    found = pattern.search(text) if key else None
    return text.count("\n", 0, found.start(1)) + 1 if found else 1


def over(config: Config, **options: Any) -> Config:
    """Return the settings with command-line options put over them; None leaves a setting."""
    return replace(config, **{key: value for key, value in options.items() if value is not None})
