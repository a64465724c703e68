from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.terminal import visible, width, window, wrap

TEXT = st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("lips", 4),
        ("顔", 2),
        ("ﾋｱﾙﾛﾝ", 5),
        ("café", 4),
        ("cafe\u0301", 4),
        ("💉", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("👍🏽", 2),
        ("👩🏽\u200d⚕\ufe0f", 2),
        ("🇬🇧", 2),
        ("한글", 4),
        ("\t", 4),
    ],
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b2J", r"\x9b2J"),
        ("a\nb\rc", r"a\nb\rc"),
        ("\u202egnol", r"\u202egnol"),
        ("per\xadmanent", r"per\xadmanent"),
        ("\u2028", r"\u2028"),
        ("\udc80", r"\udc80"),
        ("\U000e0041", r"\U000e0041"),
        ("naïve 顔 👩\u200d⚕\ufe0f", "naïve 顔 👩\u200d⚕\ufe0f"),
    ],
)
def test_characters_that_a_terminal_would_obey_are_shown_as_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_has_no_control_character_and_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert shown.encode().decode() == shown


def test_a_short_line_is_shown_whole() -> None:
    assert window("lips last forever", 5, 17, 40) == ("lips last forever", 5, 12)


def test_a_long_line_is_cut_about_the_words() -> None:
    line = "before " * 50 + "FOREVER" + " after" * 50
    view = window(line, 350, 357, 40)
    assert view.text == "… before before FOREVER after after aft…"
    assert view.text[view.offset : view.offset + view.length] == "FOREVER"


def test_words_near_an_end_use_the_room_that_the_end_leaves() -> None:
    line = "word " * 50 + "FOREVER"
    view = window(line, 250, 257, 40)
    assert width(view.text) == 39
    assert view.text.endswith("FOREVER")


def test_words_wider_than_the_window_are_shown_from_their_start() -> None:
    view = window("a " + "b" * 500, 2, 502, 40)
    assert view.text == "…" + "b" * 38 + "…"
    assert (view.offset, view.length) == (1, 38)


def test_a_very_long_line_is_not_read_whole() -> None:
    view = window("x" * 20_000_000 + "FOREVER", 20_000_000, 20_000_007, 80)
    assert view.text.endswith("xFOREVER")


@given(TEXT, st.data(), st.integers(10, 120))
def test_a_window_fits_and_its_marks_lie_under_the_words(
    line: str, data: st.DataObject, columns: int
) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    view = window(line, start, end, columns)
    assert width(view.text) <= columns
    assert view.offset >= 0
    assert view.offset + view.length <= width(view.text)


@given(st.text(st.sampled_from("ab 顔💉é\u0301")), st.integers(8, 40))
def test_wrapping_keeps_every_word_and_the_width(text: str, columns: int) -> None:
    lines = list(wrap(text, columns))
    assert " ".join(lines).split() == text.split()
    assert all(width(line) <= columns or " " not in line for line in lines)
