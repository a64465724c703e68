"""Spans, and the lines, columns and units at the edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.spans import Lines, Position, Span, from_utf16


class TestSpan:
    def test_has_a_length_and_an_order(self) -> None:
        assert len(Span(2, 5)) == 3
        assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
    def test_goes_forward_from_nought(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)

    @pytest.mark.parametrize(
        ("one", "other", "overlaps", "contains"),
        [
            (Span(0, 4), Span(1, 3), True, True),
            (Span(0, 4), Span(0, 4), True, True),
            (Span(0, 4), Span(3, 6), True, False),
            (Span(0, 4), Span(4, 6), False, False),
            (Span(0, 4), Span(4, 4), False, True),
            (Span(1, 3), Span(0, 4), True, False),
        ],
    )
    def test_overlap_and_containment(
        self, one: Span, other: Span, overlaps: bool, contains: bool
    ) -> None:
        assert one.overlaps(other) is overlaps
        assert one.contains(other) is contains


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("ab", 2, 1, 3),
        ("a\nb", 1, 1, 2),
        ("a\nb", 2, 2, 1),
        ("a\r\nb", 3, 2, 1),
        ("a\r\nb", 2, 1, 3),
        ("a\rb", 2, 2, 1),
        ("a\n\n\nb", 4, 4, 1),
        ("a\n", 2, 2, 1),
        ("😀é\u0301x\ny", 3, 1, 4),
        ("😀\n😀x", 3, 2, 2),
        ("\ufeffab", 1, 1, 1),
        ("\ufeffab", 0, 1, 1),
        ("\ufeffa\nb", 3, 2, 1),
        ("a\u2028b\x0bc", 4, 1, 5),
    ],
)
def test_positions(text: str, offset: int, line: int, column: int) -> None:
    assert Lines(text).position(offset) == Position(line, column)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\n", ["a", ""]),
        ("\ufeffa\n\nb", ["a", "", "b"]),
    ],
)
def test_lines_stand_without_their_ends(text: str, lines: list[str]) -> None:
    found = Lines(text)
    spans = [found.span(number) for number in range(1, len(found) + 1)]
    assert [text[span.start : span.end] for span in spans] == lines


@given(st.text(alphabet="ab\n\r😀\ufeff"))
def test_each_offset_lies_on_the_line_of_its_position(text: str) -> None:
    lines = Lines(text)
    for offset in range(1 if text.startswith("\ufeff") else 0, len(text)):
        position = lines.position(offset)
        assert lines.span(position.line).start + position.column - 1 == offset


def test_columns_in_bytes() -> None:
    lines = Lines("\ufeffé😀x\nÄb")
    assert [lines.byte_column(offset) for offset in (1, 2, 3, 5, 6)] == [1, 3, 7, 1, 3]


@given(st.text(alphabet="aé😀𝒳\n"), st.integers(0, 40))
def test_offsets_in_utf16(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    units = len(text[:offset].encode("utf-16-le")) // 2
    assert from_utf16(text, units) == offset


def test_an_offset_past_the_end_is_the_end() -> None:
    assert from_utf16("a😀", 99) == 2
