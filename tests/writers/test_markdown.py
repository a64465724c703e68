from __future__ import annotations

from collections.abc import Callable

import pyromark
import pytest
from syrupy.assertion import SnapshotAssertion

from medlint.alerts import Alert, FileReport, Report
from medlint.writers import Presentation
from medlint.writers.markdown import escape, write


def rendered(text: str) -> str:
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    return pyromark.html(text, options=options)


def test_a_whole_run(report: Report, everything: Presentation, snapshot: SnapshotAssertion) -> None:
    assert "".join(write(report, everything)) == snapshot


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b> **x** _x_ `x` ~~x~~ [x](y) ![x](y) &amp; a|b",
        "# not a heading",
        "- not a list",
        "+ nor this",
        "1. nor this",
        "23) nor this",
        "> not a quotation",
        "=== ---",
        "```",
        "a\nb",
        r"back\slash \<b>",
    ],
)
def test_text_from_a_document_is_shown_to_the_letter(text: str) -> None:
    inner = rendered(escape(text)).strip()
    shown = inner.removeprefix("<p>").removesuffix("</p>")
    plain = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert plain.replace("&amp;", "&") == " ".join(text.split())


def test_nobody_is_called_by_name() -> None:
    assert escape("ask @team at a@b.example") == "ask @<!-- -->team at a@b.example"


def test_nothing_breaks_out(hostile: Report, everything: Presentation) -> None:
    html = rendered("".join(write(hostile, everything)))
    for tag in ("<script", "<img", "</textarea", "<code>code", '<a href="javascript'):
        assert tag not in html
    assert html.count("<table>") == 4
    assert html.count("<tr>") == 4 + 1 + 2 + 1 + 1


def test_the_words_are_bold_in_their_sentence(make_alert: Callable[..., Alert]) -> None:
    source = 'Lips "last" (for 100 %)! Call us.'
    alerts = (
        make_alert(source, '"last"', "X.Y", "m"),
        make_alert(source, "100 %", "X.Y", "m"),
        make_alert(source, "Call us", "X.Y", "m"),
    )
    html = rendered(
        "".join(write(Report((FileReport("a.txt", alerts, source=source),)), Presentation()))
    )
    assert 'Lips <strong>"last"</strong> (for 100 %)!' in html
    assert "(for <strong>100 %</strong>)!" in html
    assert "<strong>Call us</strong>." in html


def test_a_source_that_is_no_web_address_is_no_link(
    report: Report, presentation: Presentation
) -> None:
    assert "javascript" not in "".join(write(report, presentation))


def test_a_clean_run_says_so() -> None:
    text = "".join(write(Report((FileReport("a.md", words=5),)), Presentation()))
    assert "**No alerts in 1 file (5 words).**" in text
    assert "|" not in text
