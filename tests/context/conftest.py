"""What the tests of guards share: a phrase marked in a real page, judged by the real linter."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
import regex

from medlint.checks import check
from medlint.config import Config
from medlint.library import Library
from medlint.linter import Linter
from medlint.packs import load
from medlint.rules import Rule
from medlint.trials import marked


@cache
def library() -> Library:
    return load()


@cache
def linter(guards: tuple[str, ...], phrase: str) -> Linter:
    """Return a linter of one rule: this phrase, unless a guard holds it back."""
    parameters = check("existence").Parameters(tokens=(regex.escape(phrase),), nonword=True)
    rule = Rule("Test.Phrase", "existence", "'%s'", parameters, unless=guards)
    return Linter(Config(), Library({rule.id: rule}, library().guards))


def judge(guard: str | tuple[str, ...], page: str, format: str = "markdown") -> bool:
    """Tell whether a guard (one of some) holds back the phrase between ⟦ and ⟧ in a page."""
    text, (span,) = marked(page)
    guards = (guard,) if isinstance(guard, str) else guard
    report = linter(guards, text[span.start : span.end]).lint_text(text, format=format)
    assert report.files[0].error is None
    return span not in [alert.span for alert in report.alerts]


@pytest.fixture
def held() -> Callable[..., bool]:
    """Return ``held(guard, page, format="markdown")``; the page marks its phrase with ⟦ ⟧."""
    return judge
