"""The map from a segment's text to the source."""

from __future__ import annotations

import pytest

from medlint.document import Inline, Run, Segment, join
from medlint.spans import Span

# Source: `Fish &amp; *chips*` after ten characters of something else.
SEGMENT = Segment(
    "Fish & chips",
    "text.list",
    (Run(0, 10, 5, 5), Run(5, 15, 1, 5), Run(6, 20, 1, 1), Run(7, 22, 5, 5)),
    (Inline("emphasis", 7, 12), Inline("link", 0, 6, "/x")),
    frozenset({"list"}),
)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 4, Span(10, 14)),
        (5, 6, Span(15, 20)),
        (0, 6, Span(10, 20)),
        (5, 7, Span(15, 21)),
        (7, 12, Span(22, 27)),
        (8, 9, Span(23, 24)),
        (0, 12, Span(10, 27)),
        (3, 3, Span(13, 13)),
        (5, 5, Span(15, 15)),
        (12, 12, Span(27, 27)),
    ],
)
def test_a_range_of_the_text_points_to_the_source(start: int, end: int, span: Span) -> None:
    assert SEGMENT.source_span(start, end) == span


def test_a_segment_without_a_map_points_to_the_beginning() -> None:
    assert Segment("x", "text", ()).source_span(0, 1) == Span(0, 0)


def test_markup_between_two_runs_is_covered_only_if_both_are() -> None:
    assert SEGMENT.source_span(6, 8) == Span(20, 23)
    assert SEGMENT.source_span(6, 7) == Span(20, 21)


class TestSlice:
    def test_keeps_the_map(self) -> None:
        part = SEGMENT.slice(3, 9)
        assert part.text == "h & ch"
        for start in range(len(part.text)):
            for end in range(start + 1, len(part.text) + 1):
                assert part.source_span(start, end) == SEGMENT.source_span(start + 3, end + 3)

    def test_keeps_scope_and_surroundings_unless_told(self) -> None:
        assert SEGMENT.slice(0, 4).scope == "text.list"
        assert SEGMENT.slice(0, 4, "sentence").scope == "sentence"
        assert SEGMENT.slice(0, 4).within == {"list"}

    def test_cuts_inline_elements_to_size(self) -> None:
        assert SEGMENT.slice(3, 9).inlines == (
            Inline("emphasis", 4, 6),
            Inline("link", 0, 3, "/x"),
        )
        assert SEGMENT.slice(8, 9).inlines == (Inline("emphasis", 0, 1),)

    def test_of_nothing_is_empty(self) -> None:
        assert SEGMENT.slice(4, 4) == Segment("", "text.list", (), (), frozenset({"list"}))


class TestJoin:
    def test_puts_a_separator_between_that_has_no_source(self) -> None:
        other = Segment("Next", "text", (Run(0, 40, 4, 4),), (Inline("code", 0, 4),))
        joined = join([SEGMENT, other], "\n\n", "summary")
        assert (joined.text, joined.scope) == ("Fish & chips\n\nNext", "summary")
        assert joined.source_span(14, 18) == Span(40, 44)
        assert joined.source_span(7, 12) == Span(22, 27)
        assert joined.source_span(12, 14) == Span(27, 27)
        assert joined.source_span(10, 16) == Span(25, 42)
        assert joined.inlines[-1] == Inline("code", 14, 18)

    def test_of_one_is_the_same_text(self) -> None:
        joined = join([SEGMENT], "\n\n", "summary")
        assert joined.text == SEGMENT.text
        assert joined.runs == SEGMENT.runs

    def test_of_none_is_empty(self) -> None:
        assert join([], "\n\n", "summary") == Segment("", "summary", ())
