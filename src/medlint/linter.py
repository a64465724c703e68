"""The linter: from a text to a report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import get_args

from medlint import files, messages, suppress
from medlint.alerts import (
    CONFIDENCES,
    SEVERITIES,
    Alert,
    Edit,
    FileError,
    FileReport,
    Fix,
    Held,
    Related,
    Report,
    Severity,
)
from medlint.checks import Environment, Finder, Match, check
from medlint.clauses import any_of, first
from medlint.config import Config, PathSettings
from medlint.context import Candidate, Hold
from medlint.document import Document, Segment
from medlint.errors import EngineError, ReadError, UserError, nearest
from medlint.library import Library
from medlint.prefilter import Prefilter
from medlint.readers import READERS, format_of, reader
from medlint.rules import (
    CATEGORIES,
    JURISDICTIONS,
    MAIN_JURISDICTIONS,
    Audience,
    Dialect,
    Intent,
    Rule,
)
from medlint.scopes import Blocks
from medlint.selection import select
from medlint.spans import Lines, Span

_WORD = re.compile(r"\w[\w'’-]*")
_NAMES = tuple(CATEGORIES)
_CLAIMS = frozenset(_NAMES[: _NAMES.index("missing_statement")])
_LANGUAGE = frozenset({"grammar", "spelling"})


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a document is read: its jurisdictions, audience and intent."""

    jurisdictions: tuple[str, ...]
    audience: Audience
    intent: Intent
    ignored: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """What one record of a batch says about itself; None leaves what holds."""

    jurisdictions: tuple[str, ...] = ()
    audience: Audience | None = None
    intent: Intent | None = None
    dialect: Dialect | None = None


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
        self._finders: dict[tuple[str, str, str, tuple[str, ...]], Finder] = {}
        self._holds: dict[str, Hold] = {}

    def lint_text(self, text: str, path: str = "<text>", format: str | None = None) -> Report:
        """Lint a text. ``format`` names a reader; else the path's extension tells, else text."""
        return self._report([self._lint(text, path, format)])

    def lint_file(self, path: str | Path) -> Report:
        """Lint one file. A file that cannot be read is an error in the report."""
        return self.lint_paths([path])

    def lint_paths(self, paths: Iterable[str | Path]) -> Report:
        """Lint files, and the readable files of folders."""
        names = [str(path) for path in paths]
        found = files.walk(names, self.config.exclude, root=self.config.root)
        return self._report([self.lint_found(file) for file in found])

    def lint_found(self, found: files.Found) -> FileReport:
        """Lint one file of ``files.walk``."""
        if found.error:
            return FileReport(found.path, error=FileError(found.error.kind, str(found.error)))
        try:
            text = files.read(found.path, self.config.max_file_size)
        except ReadError as error:
            return FileReport(found.path, error=FileError(error.kind, str(error)))
        return self._lint(text, found.path, None)

    def report(self, reports: Iterable[FileReport]) -> Report:
        """Return the report of a run over files already linted."""
        return self._report(list(reports))

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
        return _with_metadata(result, metadata)

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
            here = Situation(
                override.jurisdictions or here.jurisdictions,
                override.audience or here.audience,
                override.intent or here.intent,
                here.ignored,
                here.notes,
            )
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
        return _Run(self, document, here, environment).report()

    def finder(self, rule: Rule, environment: Environment) -> Finder:
        """Return a rule's finder, made at its first use in an environment.

        What else an environment says is the same for all documents of a linter.
        """
        key = (rule.id, environment.dialect, environment.audience, environment.jurisdictions)
        if key not in self._finders:
            self._finders[key] = check(rule.check).finder(rule.parameters, environment)
        return self._finders[key]

    def hold(self, guard: str) -> Hold:
        """Return a guard's function, made at its first use."""
        if guard not in self._holds:
            self._holds[guard] = self.library.guards[guard].hold()
        return self._holds[guard]

    @cached_property
    def prefilter(self) -> Prefilter:
        """Return the literals of the enabled rules."""
        return Prefilter({rule.id: self.library.literals[rule.id] for rule in self.rules})

    @cached_property
    def reads_raw(self) -> bool:
        """Tell whether some rule reads the file as it is, markup and all."""
        return any("raw" in scope for rule in self.rules for scope in rule.scopes)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return every id, alias and pack, in lower case, with the id it stands for."""
        names = {}
        for rule in self.library.rules.values():
            names[rule.pack.lower()] = rule.pack
            names |= {alias.lower(): rule.id for alias in rule.aliases}
            names[rule.id.lower()] = rule.id
        return names

    def _report(self, reports: Sequence[FileReport]) -> Report:
        notes = list(self._notes)
        if self._hidden_by_profile:
            notes.append(
                f"profile {self.config.profile}: {self._hidden_by_profile} rules of lower"
                " confidence did not run"
            )
        notes += dict.fromkeys(note for report in reports for note in report.notes)
        return Report(tuple(reports), tuple(notes), _versions())


class _Run:
    """One document under one linter: rules, guards, overlaps, directives."""

    def __init__(
        self, linter: Linter, document: Document, situation: Situation, environment: Environment
    ) -> None:
        self._linter = linter
        self._document = document
        self._situation = situation
        self._environment = environment
        self._blocks = Blocks(document)
        self._lines = Lines(document.source)
        self._held: list[Held] = []
        self._errors: list[FileError] = []

    def report(self) -> FileReport:
        """Run everything and return the file's report."""
        text = "\n".join(segment.text for segment in self._document.segments)
        scanned = text + "\n" + self._document.source if self._linter.reads_raw else text
        awake = self._linter.prefilter.awake(scanned)
        ran: set[str] = set()
        silent = 0
        found: list[Alert] = []
        for rule in self._linter.rules:
            if rule.id in self._situation.ignored:
                continue
            level = rule.level_for(self._situation.jurisdictions)
            if level == "off":
                silent += rule.id in awake and self._speaks_somewhere(rule)
                continue
            ran.add(rule.id)
            if rule.id in awake:
                found += self._alerts(rule, level)
        found, wrong = self._suppress(sorted(found, key=_order), ran)
        waived = [alert for alert in found if alert.suppressed]
        found = [*_merge([a for a in found if not a.suppressed]), *waived, *wrong]
        return FileReport(
            path=self._document.path,
            alerts=tuple(sorted(found, key=_order)),
            error=_together(self._errors),
            words=len(_WORD.findall(text)),
            source=self._document.source,
            held=tuple(self._held),
            notes=(*self._situation.notes, *((_UNDECLARED,) if silent else ())),
        )

    def _speaks_somewhere(self, rule: Rule) -> bool:
        return not self._situation.jurisdictions and any(
            rule.level_in(code) != "off" for code in MAIN_JURISDICTIONS
        )

    def _alerts(self, rule: Rule, level: Severity) -> list[Alert]:
        alerts: list[Alert] = []
        once: set[str] = set()
        try:
            segments = self._blocks.select(rule.scopes)
            for match in self._linter.finder(rule, self._environment)(segments, self._document):
                if (match.once and match.once in once) or self._is_held(rule, match):
                    continue
                once.add(match.once)
                alerts.append(self._alert(rule, level, match))
                if rule.limit and len(alerts) >= rule.limit:
                    break
        except EngineError as error:
            self._fail("engine", str(error))
        except UserError as error:
            self._fail("rule", f"{self._document.path}: {rule.id}: {error}")
        except Exception as error:  # one broken rule must not cost the work of the others
            kind = type(error).__name__
            self._fail("rule", f"{self._document.path}: INT001 {rule.id} failed: {kind}: {error}")
        return alerts

    def _fail(self, kind: str, message: str) -> None:
        self._errors.append(FileError(kind, message))

    def _is_held(self, rule: Rule, match: Match) -> bool:
        if not (rule.unless or rule.near or rule.not_near):
            return False
        candidate = self._candidate(match)
        sentence = candidate.sentence
        text = match.segment.text[sentence.start : sentence.end]
        if rule.near and not first(any_of(rule.near), text):
            return True
        stop = first(any_of(rule.not_near), text)
        if stop:
            self._hold(rule, match, "not_near", stop.group())
            return True
        for guard in rule.unless:
            cue = self._linter.hold(guard)(candidate)
            if cue is not None:
                self._hold(rule, match, guard, cue)
                return True
        return False

    def _hold(self, rule: Rule, match: Match, guard: str, cue: str) -> None:
        span = match.segment.source_span(match.start, match.end)
        at = self._lines.position(span.start)
        cue = " ".join(cue.split())
        self._held.append(Held(rule.id, guard, cue, match.text, at.line, at.column))

    def _candidate(self, match: Match) -> Candidate:
        heading, lead = self._surroundings(match.segment)
        return Candidate(
            match.segment,
            match.start,
            match.end,
            self._document,
            self._situation.audience,
            self._situation.intent,
            heading,
            lead,
        )

    def _surroundings(self, segment: Segment) -> tuple[str, str]:
        """Return the heading above a segment, and the paragraph that introduces its list."""
        if not segment.runs or not self._starts:
            return "", ""
        index = bisect_right(self._starts, segment.runs[0].source) - 1
        return self._leads[max(index, 0)]

    @cached_property
    def _placed(self) -> list[Segment]:
        segments = [segment for segment in self._document.segments if segment.runs]
        return sorted(segments, key=lambda segment: segment.runs[0].source)

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.runs[0].source for segment in self._placed]

    @cached_property
    def _leads(self) -> list[tuple[str, str]]:
        leads = []
        headings: list[Segment] = []
        lead = ""
        for segment in self._placed:
            if "heading" in segment.scope:
                headings = [above for above in headings if above.scope < segment.scope]
                leads.append((headings[-1].text if headings else "", ""))
                headings.append(segment)
                lead = ""
                continue
            heading = headings[-1].text if headings else ""
            listed = segment.scope == "text.list"
            leads.append((heading, lead if listed else ""))
            if not listed:
                lead = segment.text
        return leads

    def _alert(self, rule: Rule, level: Severity, match: Match) -> Alert:
        span = match.segment.source_span(match.start, match.end)
        start, end = self._lines.position(span.start), self._lines.position(span.end)
        message = match.message or messages.fill(rule.message, match.arguments or (match.text,))
        suggestion = rule.suggest
        fix = None
        if match.replacements:
            suggestion = " or ".join(match.replacements[:3])
            fix = Fix((Edit(span, match.replacements[0]),), rule.fix)
        return Alert(
            rule=rule.id,
            category=rule.category,
            severity=match.severity or level,
            confidence=rule.confidence,
            message=message,
            match=match.text,
            span=span,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            suggestion=suggestion,
            fix=fix,
            related=tuple(self._related(match)),
        )

    def _related(self, match: Match) -> Iterator[Related]:
        for segment, start, end, note in match.related:
            span = segment.source_span(start, end)
            at = self._lines.position(span.start)
            yield Related(span, note, at.line, at.column)

    def _suppress(
        self, alerts: list[Alert], ran: Collection[str]
    ) -> tuple[list[Alert], list[Alert]]:
        """Return the alerts, waived ones marked, and alerts on directives that are wrong."""
        if not self._document.comments:
            return alerts, []
        waivers, unreadable = suppress.directives(self._document, self._lines)
        names = self._linter.names
        alerts, used = suppress.apply(alerts, waivers, names)
        idle = self._linter.library.rules.keys() - ran
        wrong = [*unreadable, *suppress.problems(waivers, used, alerts, names, idle)]
        rules = {r.parameters.problem: r for r in self._linter.rules if r.check == "suppression"}
        found = []
        for problem in wrong:
            rule = rules.get(problem.kind)
            level = rule.level_for(self._situation.jurisdictions) if rule else "off"
            if rule and level != "off":
                found.append(self._problem(rule, level, problem.span, problem.words))
        return alerts, found

    def _problem(self, rule: Rule, level: Severity, span: Span, words: str) -> Alert:
        start, end = self._lines.position(span.start), self._lines.position(span.end)
        return Alert(
            rule=rule.id,
            category=rule.category,
            severity=level,
            confidence=rule.confidence,
            message=messages.fill(rule.message, (words,)),
            match=self._document.source[span.start : span.end],
            span=span,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            suggestion=rule.suggest,
        )


_UNDECLARED = (
    "no jurisdiction is declared, so rules that only some regulators have stayed silent; declare"
    ' one with --jurisdiction uk, or jurisdictions = ["uk"] in medlint.toml'
)


def _with_metadata(situation: Situation, metadata: Mapping[str, object]) -> Situation:
    """Put a page's own front matter over what holds for its path, where it says something known."""
    own = metadata.get("medlint")
    values = {**metadata, **own} if isinstance(own, Mapping) else metadata
    codes = values.get("jurisdictions", values.get("jurisdiction", ()))
    codes = codes.split(",") if isinstance(codes, str) else codes
    if isinstance(codes, Sequence):
        declared = tuple(str(code).strip().lower() for code in codes)
        known = tuple(code for code in declared if code in JURISDICTIONS)
        notes = tuple(
            f"the page declares an unknown jurisdiction: `{code}`{nearest(code, JURISDICTIONS)}"
            for code in declared
            if code not in known
        )
        jurisdictions = known or situation.jurisdictions
        situation = replace(situation, jurisdictions=jurisdictions, notes=notes)
    audience, intent = values.get("audience"), values.get("intent")
    if audience in get_args(Audience):
        situation = replace(situation, audience=audience)  # type: ignore[arg-type]
    if intent in get_args(Intent):
        situation = replace(situation, intent=intent)  # type: ignore[arg-type]
    return situation


def _together(errors: Sequence[FileError]) -> FileError | None:
    """Return the first of a file's errors, with the number of those that are not shown."""
    if len(errors) < 2:
        return errors[0] if errors else None
    return FileError(errors[0].kind, f"{errors[0].message} (and {len(errors) - 1} more failed)")


def _order(alert: Alert) -> tuple[int, int, str]:
    return alert.span.start, alert.span.end, alert.rule


def _merge(alerts: list[Alert]) -> list[Alert]:
    """Leave one alert for one phrase: claims that overlap, or language alerts that do.

    The severest stays, then the one that names most of the phrase; it lists the others.
    """
    kept: list[Alert] = []
    for concern in (_CLAIMS, _LANGUAGE):
        group: list[Alert] = []
        for alert in (a for a in alerts if a.category in concern):
            if group and alert.span.start < max(a.span.end for a in group):
                group.append(alert)
                continue
            kept += _strongest(group)
            group = [alert]
        kept += _strongest(group)
    kept += [a for a in alerts if a.category not in _CLAIMS | _LANGUAGE]
    return sorted(kept, key=_order)


def _strongest(group: list[Alert]) -> list[Alert]:
    if len(group) < 2:
        return group
    best = max(group, key=lambda a: (SEVERITIES.index(a.severity), len(a.span)))
    beside = [a for a in group if a is not best and not a.span.overlaps(best.span)]
    also = sorted({a.rule for a in group if a.span.overlaps(best.span)} - {best.rule})
    return [replace(best, also=tuple(also)), *_strongest(beside)]


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


def lint_paths(paths: Iterable[str | Path], *, config: Config | None = None) -> Report:
    """Lint files and folders; settings are those nearest to the working folder unless given."""
    return Linter(config or Config.discover()).lint_paths(paths)
