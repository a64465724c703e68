"""One run as a clinic's web team would see it, built by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from medlint.alerts import (
    Alert,
    Edit,
    FileError,
    FileReport,
    Fix,
    Held,
    Related,
    Report,
    Suppression,
)
from medlint.rules import Rule, Source
from medlint.spans import Lines, Span
from medlint.writers import Presentation

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule(
            id="Claims.Permanence",
            check="existence",
            message="'%s' promises a result that lasts for good.",
            parameters=None,
            level="error",
            link="https://rules.example/claims/permanence",
            category="permanence",
            why="No filler or laser is known to keep its effect for life, so a reader who takes "
            "the promise at its word has been misled about what the money buys.",
            sources=(
                Source("Advertising code", "rule 12.1", "2024", "https://code.example/12#1"),
                Source("Guidance on cosmetic procedures", year="2023"),
            ),
        ),
        Rule(
            id="Evidence.Statistic",
            check="assertion",
            message="A number without its source.",
            parameters=None,
            category="uncited_assertion",
            why="A reader cannot weigh a number that comes from nowhere.",
            sources=(Source("House rules", url="javascript:alert(1)"),),
        ),
        Rule(
            id="Readability.Sentence",
            check="readability",
            message="A long sentence.",
            parameters=None,
            level="suggestion",
            category="readability",
        ),
    )
}

LIPS = """\
# Lips | what to expect

Your *new lips* will **last forever**, and they look natural.

In our clinic 94% of patients were happy [1].

顔のフィラーは 💉 lasts a lifetime。

<!-- medlint-disable Claims.Permanence: quoted from a patient's letter -->
They told us it is permanent.

[1] Smith J. Happiness after fillers. 2019.
"""

WRINKLES = (
    "<html><body><p>Dr Lee &amp; team say: the cream, which many people use in the morning after "
    "washing the face with lukewarm water and a mild soap that does not dry the skin out, and "
    "again in the evening before going to bed, gives <b>permanent results</b> in weeks, even for "
    "people who have tried everything else and who were told by others that nothing at all could "
    "be done about the lines around the eyes and the mouth.</p></body></html>\n"
)

LEAFLET = "First line of the leaflet\r\nwhich goes on and\r\non and on.\r\n"


def alert_at(source: str, phrase: str, rule: str, message: str, **fields: Any) -> Alert:
    """Return an alert for the first place of a phrase, with lines and columns worked out."""
    start = source.index(phrase)
    end = start + len(phrase)
    lines = Lines(source)
    first, last = lines.position(start), lines.position(end)
    known = RULES.get(rule)
    return Alert(
        **{
            "rule": rule,
            "category": known.category if known else "style",
            "severity": known.level if known else "warning",
            "confidence": "high",
            "message": message,
            "match": phrase,
            "span": Span(start, end),
            "line": first.line,
            "column": first.column,
            "end_line": last.line,
            "end_column": last.column,
            **fields,
        }
    )


def _lips() -> FileReport:
    reference = LIPS.index("[1] Smith")
    statistic = alert_at(
        LIPS,
        "94% of patients",
        "Evidence.Statistic",
        "The source of this number does not say it.",
        confidence="medium",
        related=(Related(Span(reference, reference + 3), "the reference that is cited", 12, 1),),
        also=("Claims.Superlative",),
    )
    return FileReport(
        path="site/lips.md",
        source=LIPS,
        words=38,
        alerts=(
            alert_at(
                LIPS,
                "last forever",
                "Claims.Permanence",
                "'last forever' promises a result that lasts for good.",
                suggestion="may last for months; how long varies from person to person",
                fix=Fix((Edit(Span(48, 60), "may last for months"),), "unsafe"),
            ),
            statistic,
            alert_at(
                LIPS,
                "lasts a lifetime",
                "Claims.Permanence",
                "'lasts a lifetime' promises a result that lasts for good.",
            ),
            alert_at(
                LIPS,
                "permanent",
                "Claims.Permanence",
                "'permanent' promises a result that lasts for good.",
                suppressed=Suppression(9, "quoted from a patient's letter"),
            ),
        ),
        held=(Held("Claims.Permanence", "asked", "?", "permanent", 14, 7),),
        notes=("2 rules wait for a jurisdiction",),
    )


def _report() -> Report:
    return Report(
        files=(
            _lips(),
            FileReport(
                path="site/wrinkles.html",
                source=WRINKLES,
                words=72,
                alerts=(
                    alert_at(
                        WRINKLES,
                        "permanent results",
                        "Claims.Permanence",
                        "'permanent results' promises a result that lasts for good.",
                    ),
                ),
            ),
            FileReport(
                path="site/scan.pdf.txt",
                error=FileError("binary", "site/scan.pdf.txt: not a text file"),
            ),
            FileReport(
                path="leaflet.txt",
                source=LEAFLET,
                words=1200,
                alerts=(
                    alert_at(
                        LEAFLET,
                        LEAFLET.rstrip(),
                        "Readability.Sentence",
                        "One sentence runs over three lines.",
                    ),
                ),
                error=FileError("rule", "rule Terms.Names failed: out of time"),
            ),
            FileReport(path="clean.md", source="All is well.\n", words=3),
        ),
        notes=("no jurisdiction is declared: --jurisdiction us,uk adds the rules of a country",),
        versions={"medlint": "0.1.0"},
    )


@pytest.fixture
def report() -> Report:
    return _report()


@pytest.fixture
def presentation() -> Presentation:
    return Presentation(rules=RULES, width=80)


@pytest.fixture
def everything() -> Presentation:
    return Presentation(
        rules=RULES, width=80, show_suppressed=True, explain_context=True, statistics=True
    )


HOSTILE = (
    "<script>alert(1)</script> </textarea> \"q\" 'a' \x1b[31mred\x1b]8;;http://evil\x07 | pipe | "
    "`code` **bold** [x](javascript:alert(1)) @maintainer \u202egnol\u202c \x9b2J \x00 "
    "::error::boo %0A --> &lt; {{ 7*7 }} שלום 👩🏽\u200d⚕️ lasts forever"
)


@pytest.fixture
def hostile() -> Report:
    """A document, a path, a reason and messages that try to break out of every form."""
    path = "bad\x1b[2J,name:\n::error::x<img src=x onerror=alert(1)>|\udc80.txt"
    alert = alert_at(
        HOSTILE,
        "lasts forever",
        "Claims.Permanence",
        f"'{HOSTILE}' promises",
        match=HOSTILE,
        suggestion=HOSTILE,
        related=(Related(Span(0, 8), HOSTILE, 1, 1),),
    )
    hidden = alert_at(HOSTILE, "red", "Other.Rule", "x", suppressed=Suppression(1, HOSTILE))
    held = Held("Claims.Permanence", "asked", HOSTILE, HOSTILE, 1, 1)
    return Report(
        files=(
            FileReport(
                path, (alert, hidden), words=9, source=HOSTILE, held=(held,), notes=(HOSTILE,)
            ),
            FileReport(path, error=FileError("missing", HOSTILE)),
        ),
        notes=(HOSTILE,),
    )


@pytest.fixture
def make_alert() -> Callable[..., Alert]:
    return alert_at
