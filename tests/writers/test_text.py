from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from medlint.alerts import Alert, FileReport, Report
from medlint.spans import Span
from medlint.terminal import width
from medlint.writers import Presentation
from medlint.writers.text import write

AlertAt = Callable[..., Alert]


def written(report: Report, presentation: Presentation) -> str:
    return "".join(write(report, presentation))


def framed(source: str, span: Span, columns: int = 80) -> tuple[str, str]:
    """Return the source line and the line of carets of one alert, without the gutter."""
    alert = Alert(
        "A.B", "style", "error", "high", "m", "", span, 1, span.start + 1, 1, span.end + 1
    )
    report = Report((FileReport("a.txt", (alert,), source=source),))
    lines = written(report, Presentation(width=columns)).split("\n")
    return lines[3].removeprefix("1 | "), lines[4].removeprefix("  | ")


def under(line: str, carets: str) -> str:
    """Return the part of a line that stands over the carets."""
    edges = {width(line[:index]): index for index in range(len(line) + 1)}
    return line[edges[carets.index("^")] : edges[len(carets)]]


def test_a_whole_run(
    report: Report, presentation: Presentation, snapshot: SnapshotAssertion
) -> None:
    assert written(report, presentation) == snapshot


def test_a_whole_run_with_all_that_can_be_asked_for(
    report: Report, everything: Presentation, snapshot: SnapshotAssertion
) -> None:
    assert written(report, everything) == snapshot


def test_a_whole_run_in_colour(
    report: Report, presentation: Presentation, snapshot: SnapshotAssertion
) -> None:
    text = written(report, replace(presentation, color=True))
    assert text.replace("\x1b", "␛") == snapshot


def test_colour_changes_nothing_but_colour(report: Report, everything: Presentation) -> None:
    coloured = written(report, replace(everything, color=True))
    bare = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;.*?\x1b\\", "", coloured)
    assert bare == written(report, everything)


def test_without_colour_no_escape_is_written(hostile: Report, everything: Presentation) -> None:
    text = written(hostile, everything)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert text.encode().decode() == text


def test_a_document_cannot_forge_a_line(hostile: Report, everything: Presentation) -> None:
    lines = written(hostile, everything).splitlines()
    assert not any(line.startswith(("::", "red", "name:")) for line in lines)


def test_a_run_without_alerts() -> None:
    clean = Report((FileReport("a.md", words=12),))
    assert written(clean, Presentation()) == "No alerts in 1 file (12 words).\n"


def test_a_run_without_files() -> None:
    assert written(Report(()), Presentation()) == "No files to lint.\n"


def test_the_reason_is_told_at_a_rules_first_alert_only(
    report: Report, presentation: Presentation
) -> None:
    assert written(report, presentation).count("No filler or laser is known") == 1


def test_the_notice_that_this_is_no_advice_stands_once_and_only_with_alerts(
    report: Report, presentation: Presentation
) -> None:
    assert written(report, presentation).count("not legal advice") == 1


def test_a_rule_without_a_link_is_no_hyperlink(make_alert: AlertAt) -> None:
    source = "It lasts."
    report = Report((FileReport("a", (make_alert(source, "lasts", "X.Y", "m"),), source=source),))
    assert "\x1b]8" not in written(report, Presentation(color=True))


def test_an_alert_without_source_text_has_no_excerpt(make_alert: AlertAt) -> None:
    report = Report((FileReport("a", (make_alert("It lasts.", "lasts", "X.Y", "m"),)),))
    assert written(report, Presentation()).startswith("warning[X.Y]: m\n --> a:1:4\n\n")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Lips ",
        "顔のフィラー",
        "💉💉 ",
        "cafe\u0301 ",
        "\tone\t",
        "❤\ufe0f ",
        "👩🏽\u200d⚕\ufe0f",
        "\x1b[0m",
    ],
)
def test_carets_stand_under_the_words_whatever_stands_before(before: str) -> None:
    source = f"{before}last forever, 永遠"
    line, carets = framed(source, Span(len(before), len(before) + 12))
    assert carets == " " * width(before) + "^" * 12
    assert under(line, carets) == "last forever"


def test_wide_words_have_wide_carets() -> None:
    assert framed("永遠の顔", Span(0, 2)) == ("永遠の顔", "^^^^")


def test_a_place_without_words_has_one_caret() -> None:
    assert framed("All is said.", Span(12, 12)) == ("All is said.", " " * 12 + "^")


PRINTABLE = st.characters(exclude_categories=("C", "Z", "M", "Sk"), include_characters=" ").filter(
    width
)


@given(st.text(PRINTABLE), st.data(), st.integers(50, 120))
def test_carets_stand_under_the_words_of_any_line(
    text: str, data: st.DataObject, columns: int
) -> None:
    source = f"«{text}»"
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(len(source), start + 12)))
    line, carets = framed(source, Span(start, end), columns)
    assert under(line, carets) == source[start:end]
    assert width(line) <= columns - len("1 | ")


@given(st.text(), st.data())
def test_any_text_and_place_can_be_shown(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    alert = Alert("A.B", "style", "error", "high", "m", "", Span(start, end), 1, 1, 1, 1)
    text = written(Report((FileReport("a", (alert,), source=source),)), Presentation(width=60))
    assert "Found 1 error" in text
