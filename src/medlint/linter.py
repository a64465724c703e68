"""The linter: from a text to a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from medlint import files
from medlint.alerts import CONFIDENCES, FileError, FileReport, Report
from medlint.checks import Environment
from medlint.config import Config, PathSettings
from medlint.errors import ReadError, nearest
from medlint.examination import Examination
from medlint.library import Library
from medlint.readers import READERS, format_of, reader
from medlint.rulebook import Rulebook
from medlint.rules import Rule
from medlint.selection import select
from medlint.situation import Override, Situation, declared, overridden


class Linter:
    """Lints texts and files under one configuration. Not safe to share between threads.

    Rules are read when it is made; engines and language models only when a rule needs them.
    Raises RuleError or ConfigError if rules or settings cannot be used.
    """

    def __init__(self, config: Config | None = None, library: Library | None = None) -> None:
        self.config = config or Config()
        self.library = library or _load(self.config)
        chosen, self._notes = select(
            self.library, self.config.select, self.config.extend_select, self.config.ignore
        )
        floor = CONFIDENCES.index(self.config.minimum_confidence)
        named = [self.library.rules[id] for id in sorted(chosen)]
        self.rules: tuple[Rule, ...] = tuple(
            rule for rule in named if CONFIDENCES.index(rule.confidence) >= floor
        )
        self._hidden_by_profile = len(named) - len(self.rules)
        self._per_path = [(p, self._ignored_on(p)) for p in self.config.per_path]
        self._book = Rulebook(self.library, self.rules)

    def lint_text(self, text: str, path: str = "<text>", format: str | None = None) -> Report:
        """Lint a text. ``format`` names a reader; else the path's extension tells, else text."""
        return self.report([self._lint(text, path, format)])

    def lint_file(self, path: str | Path) -> Report:
        """Lint one file. A file that cannot be read is an error in the report."""
        return self.lint_paths([path])

    def lint_paths(self, paths: str | Path | Iterable[str | Path]) -> Report:
        """Lint files, and the readable files of folders; a single path may stand for itself."""
        names = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
        found = files.walk(names, self.config.exclude, root=self.config.root)
        return self.report([self.lint_found(file) for file in found])

    def lint_found(self, found: files.Found) -> FileReport:
        """Lint one file of ``files.walk``."""
        if found.error:
            return FileReport(found.path, error=FileError(found.error.kind, str(found.error)))
        try:
            text = files.read(found.path, self.config.max_file_size)
        except ReadError as error:
            return FileReport(found.path, error=FileError(error.kind, str(error)))
        return self._lint(text, found.path, None)

    def lint_record(self, text: str, format: str, override: Override) -> FileReport:
        """Lint one record of a batch; what it overrides stands over settings and front matter."""
        return self._lint(text, "<text>", format, override)

    def situation(self, path: str, metadata: Mapping[str, object]) -> Situation:
        """Return what holds for a document: settings, then its path's, then its front matter."""
        config = self.config
        result = Situation(config.jurisdictions, config.audience, config.intent)
        for settings, ignored in self._per_path:
            if files.matches(settings.glob, path, config.root):
                result = Situation(
                    settings.jurisdictions or result.jurisdictions,
                    settings.audience or result.audience,
                    settings.intent or result.intent,
                    result.ignored | ignored,
                )
        return declared(result, metadata)

    def _ignored_on(self, settings: PathSettings) -> frozenset[str]:
        """Return the ids that a path's settings switch off."""
        everything = frozenset(self.library.rules)
        if not settings.select and not settings.ignore:
            return frozenset()
        kept, _ = select(self.library, settings.select, (), settings.ignore)
        return everything - kept

    def _lint(
        self,
        text: str,
        path: str,
        format: str | None,
        override: Override | None = None,
    ) -> FileReport:
        name = format or format_of(path) or "text"
        if name not in READERS:
            message = f"{path}: no reader for the format `{name}`{nearest(name, READERS)}"
            return FileReport(path, error=FileError("unsupported", message))
        try:
            document = reader(name).read(text, path)
        except ReadError as error:
            return FileReport(path, error=FileError(error.kind, str(error)))
        except Exception as error:  # one file that a reader cannot take must not end the run
            kind = type(error).__name__
            message = f"{path}: INT002 it could not be read as {name}: {kind}: {error}"
            return FileReport(path, error=FileError("internal", message))
        here = self.situation(path, document.metadata)
        dialect = None
        if override:
            here = overridden(here, override)
            dialect = override.dialect
        environment = Environment(
            vocabulary=self.config.vocabulary,
            dialect=dialect or self.config.dialect_for(here.jurisdictions),
            audience=here.audience,
            jurisdictions=here.jurisdictions,
            engines=self.config.engines,
            requested=self.config.requested,
            plugins=self.config.plugins,
        )
        return Examination(self._book, document, here, environment).report()

    def report(self, reports: Sequence[FileReport]) -> Report:
        """Return the report of a run over files already linted."""
        notes = list(self._notes)
        if self._hidden_by_profile:
            notes.append(
                f"profile {self.config.profile}: {self._hidden_by_profile} rules of lower"
                " confidence did not run"
            )
        notes += dict.fromkeys(note for report in reports for note in report.notes)
        return Report(tuple(reports), tuple(notes), _versions())


def _load(config: Config) -> Library:
    from medlint import compiled  # noqa: PLC0415  (a clean import stays light)

    return compiled.load(Path(pack) for pack in config.packs)


def _versions() -> dict[str, str]:
    from importlib.metadata import version  # noqa: PLC0415  (only a report needs it)

    return {"medlint": version("medlint")}


def lint_text(
    text: str, path: str = "<text>", *, format: str | None = None, config: Config | None = None
) -> Report:
    """Lint a text under a configuration (default settings if none is given)."""
    return Linter(config).lint_text(text, path, format)


def lint_file(path: str | Path, *, config: Config | None = None) -> Report:
    """Lint a file; its settings are those of the nearest settings file unless given."""
    return Linter(config or Config.discover(path)).lint_file(path)


def lint_paths(paths: str | Path | Iterable[str | Path], *, config: Config | None = None) -> Report:
    """Lint files and folders; settings are those nearest to the working folder unless given."""
    return Linter(config or Config.discover()).lint_paths(paths)
