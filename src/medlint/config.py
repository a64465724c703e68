"""Settings: from ``medlint.toml`` or ``[tool.medlint]`` in ``pyproject.toml``, or given in code."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from medlint import expressions
from medlint.alerts import SEVERITIES, Confidence, Severity
from medlint.errors import ConfigError, nearest
from medlint.rules import JURISDICTIONS, Audience, Dialect, Intent, Profile

_OWN_TABLE = re.compile(r"^\[tool\.medlint[.\]]", re.MULTILINE)
FILE_NAMES = ("medlint.toml", ".medlint.toml", "pyproject.toml")

PROFILES: Mapping[str, Confidence] = {"writer": "high", "editor": "medium", "reviewer": "low"}
_DIALECTS: Mapping[str, Dialect] = {
    "uk": "uk", "eu": "uk", "ie": "uk", "in": "uk", "sg": "uk", "ae": "uk", "au": "au", "ca": "ca",
}  # fmt: skip
_LISTS = ("select", "ignore", "extend_select", "jurisdictions", "packs", "vocabulary", "exclude")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "audience": get_args(Audience),
    "intent": get_args(Intent),
    "profile": get_args(Profile),
    "fail_on": SEVERITIES,
}


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
    Raises ConfigError for a value that is not known, and for a term that is no expression.
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
        for name in _LISTS:
            value = getattr(self, name)
            if isinstance(value, str):
                raise ConfigError(f"`{name}`: a tuple of texts is expected, not one text")
            object.__setattr__(self, name, tuple(value))
        for name, known in _CHOICES.items():
            if getattr(self, name) not in known:
                raise ConfigError(
                    f"`{name}`: `{getattr(self, name)}` is not one of {', '.join(known)}"
                )
        self._check_jurisdictions()
        self._check_vocabulary()

    def _check_jurisdictions(self) -> None:
        declared = [self.jurisdictions, *(settings.jurisdictions for settings in self.per_path)]
        for code in (code for codes in declared for code in codes):
            if code not in JURISDICTIONS:
                raise ConfigError(
                    f"unknown jurisdiction `{code}`{nearest(code, JURISDICTIONS)} (known are"
                    f" {', '.join(JURISDICTIONS)})"
                )

    def _check_vocabulary(self) -> None:
        for term in self.vocabulary:
            try:
                expressions.validate(expressions.translate(term), vocabulary=(term,))
            except ValueError as error:
                raise ConfigError(str(error)) from None

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
    start = Path(os.path.abspath(path))  # noqa: PTH100  (unlike absolute, it resolves `..`)
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in FILE_NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _OWN_TABLE.search(_text(file))):
                return file
        if (folder / ".git").exists():
            return None
    return None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not UTF-8 text; save it as UTF-8") from None


def _load(file: Path) -> Config:
    from medlint import config_file  # noqa: PLC0415  (only where there is a settings file)

    values = config_file.read(file, _text(file))
    per_path = tuple(PathSettings(glob, **own) for glob, own in values.pop("per_path").items())
    values["packs"] = tuple(str(file.parent / pack) for pack in values["packs"])
    try:
        return Config(**values, per_path=per_path, root=str(file.parent), file=str(file))
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from None


def over(config: Config, **options: Any) -> Config:
    """Return the settings with command-line options put over them; None leaves a setting."""
    return replace(config, **{key: value for key, value in options.items() if value is not None})
