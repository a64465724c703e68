"""Trials of a rule: its own examples, linted with that rule alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from medlint.config import Config
from medlint.library import Library
from medlint.linter import Linter
from medlint.rules import JURISDICTIONS, MAIN_JURISDICTIONS, Rule
from medlint.spans import Span


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not behave: the rule, the example, and what went wrong."""

    rule: str
    path: str
    example: str
    reason: str


def marked(example: str) -> tuple[str, tuple[Span, ...]]:
    """Return an example without its ⟦ ⟧, and the spans they marked."""
    text, spans, start = "", [], 0
    for piece in re.split("([⟦⟧])", example):
        if piece == "⟦":
            start = len(text)
        elif piece == "⟧":
            spans.append(Span(start, len(text)))
        else:
            text += piece
    return text, tuple(spans)


def needs(rule: Rule) -> str:
    """Return the engine that a rule waits for and the trials do not start, or nothing."""
    engine = getattr(rule.parameters, "engine", "")
    return engine if engine == "languagetool" else ""


def failures(rule: Rule, library: Library, *, plugins: bool = False) -> Iterator[Failure]:
    """Yield the examples of a rule that do not behave, each linted as Markdown.

    ``plugins``: whether functions of installed Python packages may be called.
    """
    # Whether a directive hides anything shows only when all rules run.
    select = () if rule.check == "suppression" else (rule.id,)
    config = Config(select=select, jurisdictions=_speaking(rule), plugins=plugins)
    linter = Linter(config, library)
    for example in rule.examples.bad:
        text, wanted = marked(example)
        got, error = _spans(linter, rule, text)
        if error or got != wanted:
            yield Failure(rule.id, rule.path, example, error or _difference(text, wanted, got))
    for example in rule.examples.good:
        got, error = _spans(linter, rule, example)
        if error or got:
            reason = error or f"flags {_quoted(example, got)}"
            yield Failure(rule.id, rule.path, example, reason)


def _spans(linter: Linter, rule: Rule, text: str) -> tuple[tuple[Span, ...], str]:
    report = linter.lint_text(text, "example.md")
    spans = tuple(alert.span for alert in report.alerts if alert.rule == rule.id)
    return spans, report.files[0].error.message if report.files[0].error else ""


def _speaking(rule: Rule) -> tuple[str, ...]:
    """Return a jurisdiction in which the rule is on; none, if it is on without."""
    if rule.level_for(()) != "off":
        return ()
    for code in (*MAIN_JURISDICTIONS, *JURISDICTIONS):
        if rule.level_in(code) != "off":
            return (code,)
    return ()


def _difference(text: str, wanted: tuple[Span, ...], got: tuple[Span, ...]) -> str:
    if not got:
        return f"does not flag {_quoted(text, wanted)}"
    return f"flags {_quoted(text, got)}, not {_quoted(text, wanted)}"


def _quoted(text: str, spans: tuple[Span, ...]) -> str:
    return ", ".join(f"“{text[span.start : span.end]}”" for span in spans)
