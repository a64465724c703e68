"""What the plain-text reader takes for prose, and where it says it stands."""

from __future__ import annotations

import pytest

from medlint.readers.text import read


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("", []),
        (" \n\t\n", []),
        ("one\ntwo\n\nthree\n", ["one\ntwo", "three"]),
        ("one\r\ntwo\r\n \t\r\nthree", ["one\ntwo", "three"]),
        ("one\rtwo\r\rthree", ["one\ntwo", "three"]),
        ("\ufeffone", ["one"]),
        ("# no *markup* &amp; here", ["# no *markup* &amp; here"]),
        ("see https://a.example/b or hi@a.example", [f"see {'*' * 19} or {'*' * 12}"]),
        ("pay {{ price }} to ${name}", ["pay *********** to *******"]),
        ("a so\u00adft touch", ["a soft touch"]),
    ],
)
def test_paragraphs_are_segments(source: str, texts: list[str]) -> None:
    segments = read(source, "page.txt").segments
    assert [segment.text for segment in segments] == texts
    assert {segment.scope for segment in segments} <= {"text"}


def test_a_comment_line_parts_paragraphs() -> None:
    source = "one\n[//]: # (medlint-ignore X: y)\ntwo"
    document = read(source, "page.txt")
    assert [segment.text for segment in document.segments] == ["one", "two"]
    assert [comment.text for comment in document.comments] == ["medlint-ignore X: y"]


def test_words_point_back_to_their_source() -> None:
    source = "\ufeff😀 one\r\ntwo\r\n\r\nso\u00adft three"
    first, second = read(source, "page.txt").segments
    span = first.source_span(*_range(first.text, "one\ntwo"))
    assert source[span.start : span.end] == "one\r\ntwo"
    span = second.source_span(*_range(second.text, "soft"))
    assert source[span.start : span.end] == "so\u00adft"


def _range(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)
