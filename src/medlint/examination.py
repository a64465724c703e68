"""One document under the rules: candidates, guards, overlaps, directives."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from medlint import messages, overlaps, suppress
from medlint.alerts import (
    Alert,
    Edit,
    FileError,
    FileReport,
    Fix,
    Held,
    Related,
    Severity,
)
from medlint.checks import Environment, Match, check
from medlint.clauses import any_of, first
from medlint.context import Candidate
from medlint.document import MASK, Document, Segment
from medlint.errors import EngineError, UserError
from medlint.outline import Outline
from medlint.rulebook import Rulebook
from medlint.rules import MAIN_JURISDICTIONS, Rule
from medlint.scopes import Blocks
from medlint.situation import Situation
from medlint.spans import Lines, Span

if TYPE_CHECKING:
    from medlint.evidence.references import Entry

_WORD = re.compile(r"\w[\w'’-]*")
_UNDECLARED = (
    "no jurisdiction is declared, so rules that only some regulators have stayed silent; declare"
    ' one with --jurisdiction uk, or jurisdictions = ["uk"] in medlint.toml'
)


class Examination:
    """One document under the rules of one linter."""

    def __init__(
        self, book: Rulebook, document: Document, situation: Situation, environment: Environment
    ) -> None:
        self._book = book
        self._document = document
        self._situation = situation
        self._environment = environment
        self._blocks = Blocks(document)
        self._lines = Lines(document.source)
        self._outline = Outline(document)
        self._named: dict[int, frozenset[str]] = {}
        self._held: list[Held] = []
        self._errors: list[FileError] = []

    def report(self) -> FileReport:
        """Run everything and return the file's report."""
        prefilter = self._book.prefilter
        segments = self._document.segments
        self._named = {id(segment): prefilter.named(segment.text) for segment in segments}
        named = frozenset().union(*self._named.values())
        if self._book.reads_raw:
            named |= prefilter.named(self._document.source)
        awake = named | prefilter.always
        ran: set[str] = set()
        silent = 0
        found: list[Alert] = []
        for rule in self._book.rules:
            if rule.id in self._situation.ignored:
                continue
            level = rule.level_for(self._situation.jurisdictions)
            if level == "off":
                silent += rule.id in named and self._speaks_somewhere(rule)
                continue
            ran.add(rule.id)
            if rule.id in awake:
                found += self._alerts(rule, level)
        found, wrong = self._suppress(sorted(found, key=overlaps.order), ran)
        waived = [alert for alert in found if alert.suppressed]
        found = [*overlaps.merge([a for a in found if not a.suppressed]), *waived, *wrong]
        return FileReport(
            path=self._document.path,
            alerts=tuple(sorted(found, key=overlaps.order)),
            error=_together(self._errors),
            words=sum(len(_WORD.findall(segment.text)) for segment in segments),
            source=self._document.source,
            held=tuple(self._held),
            jurisdictions=self._situation.jurisdictions,
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
            finder = self._book.finder(rule, self._environment)
            for match in finder(self._blocks_for(rule), self._document):
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

    def _blocks_for(self, rule: Rule) -> Sequence[Segment]:
        """Return the blocks in a rule's scope, without those that it cannot match."""
        blocks = self._blocks.select(rule.scopes)
        if rule.id in self._book.prefilter.always or not check(rule.check).LOCAL:
            return blocks
        return [block for block in blocks if rule.id in self._named.get(id(block), {rule.id})]

    def _fail(self, kind: str, message: str) -> None:
        self._errors.append(FileError(kind, message))

    def _is_held(self, rule: Rule, match: Match) -> bool:
        if not (rule.unless or rule.near or rule.not_near):
            return False
        if rule.unless and self._is_title(match):
            self._hold(rule, match, "cited", "reference list")
            return True
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
            cue = self._book.hold(guard)(candidate)
            if cue is not None:
                self._hold(rule, match, guard, cue)
                return True
        return False

    def _is_title(self, match: Match) -> bool:
        """Tell whether a phrase stands in a reference's entry: others' words, not the copy's."""
        return any(
            entry.span.start <= match.start < entry.span.end
            for entry in self._works
            if self._document.segments[entry.place] is match.segment
        )

    @cached_property
    def _works(self) -> tuple[Entry, ...]:
        from medlint.evidence.references import works  # noqa: PLC0415  (only where a claim is)

        return tuple(works(self._document))

    def _hold(self, rule: Rule, match: Match, guard: str, cue: str) -> None:
        span = match.segment.source_span(match.start, match.end)
        at = self._lines.position(span.start)
        cue = " ".join(cue.split())
        self._held.append(Held(rule.id, guard, cue, match.text, at.line, at.column))

    def _candidate(self, match: Match) -> Candidate:
        heading, lead = self._outline.over(match.segment)
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

    def _alert(self, rule: Rule, level: Severity, match: Match) -> Alert:
        span = match.segment.source_span(match.start, match.end)
        text = match.text
        if set(text) == {MASK}:  # a masked address, say: people know it as it is written
            text = self._document.source[span.start : span.end]
        message = match.message or messages.fill(rule.message, match.arguments or (text,))
        alert = self._at(span, rule, match.severity or level, message, text)
        if match.replacements:
            fix = Fix((Edit(span, match.replacements[0]),), rule.fix)
            alert = replace(alert, fix=fix, suggestion=" or ".join(match.replacements[:3]))
        return replace(alert, related=tuple(self._related(match)))

    def _at(self, span: Span, rule: Rule, severity: Severity, message: str, text: str) -> Alert:
        """Return a rule's alert at a place in the source."""
        start, end = self._lines.position(span.start), self._lines.position(span.end)
        return Alert(
            rule=rule.id,
            category=rule.category,
            severity=severity,
            confidence=rule.confidence,
            message=message,
            match=text,
            span=span,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            suggestion=rule.suggest,
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
        names = self._book.names
        alerts, used = suppress.apply(alerts, waivers, names)
        idle = self._book.library.rules.keys() - ran
        wrong = [*unreadable, *suppress.problems(waivers, used, alerts, names, idle)]
        rules = {r.parameters.problem: r for r in self._book.rules if r.check == "suppression"}
        found = []
        for problem in wrong:
            rule = rules.get(problem.kind)
            level = rule.level_for(self._situation.jurisdictions) if rule else "off"
            if rule and level != "off":
                message = messages.fill(rule.message, (problem.words,))
                text = self._document.source[problem.span.start : problem.span.end]
                found.append(self._at(problem.span, rule, level, message, text))
        return alerts, found


def _together(errors: Sequence[FileError]) -> FileError | None:
    """Return the first of a file's errors, with the number of those that are not shown."""
    if len(errors) < 2:
        return errors[0] if errors else None
    return FileError(errors[0].kind, f"{errors[0].message} (and {len(errors) - 1} more failed)")
