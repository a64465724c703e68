"""Where a block's sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.sentences import sentence_at, sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It fades.", "It comes back."],
        ["Is it safe?", "Mostly!", "Ask us."],
        ["“It hurts.”", "She laughed."],
        ['"It hurts."', "She laughed."],
        ["It fades (after a year).", "Then what?"],
        ["It fades. . . and comes back.", "It fades. . .", "Then it is gone."],
        ["It fades…", "Then it is gone."],
        ["It fades... and comes back."],
        ["Ask Dr. Smith about it.", "She knows."],
        ["Try a filler, e.g. Restylane, first."],
        ["It is mild, i.e. it stings.", "It passes."],
        ["See Smith et al. (2019) for more.", "It is long."],
        ["As Smith et al. show, it works."],
        ["It costs approx. two hundred.", "That is all."],
        ["Use 0.5 ml.", "Wait 2.5 weeks."],
        ["See fig. 3 and no. 4 of it."],
        ["Visit clinic.example.com today.", "Book now."],
        ["By J. Smith, who knows."],
        ["(Smith, J. A. and Jones, B. C., 2019) say so."],
        ["It holds vitamin C.", "It brightens."],
        ["It holds hepatitis B.", "No."],
        ["So do I.", "It works."],
        ["Open from 9 a.m. to 5 p.m. on weekdays."],
        ["In the U.S. market it sells.", "It does."],
        ["Fillers, peels, etc. are not covered."],
        ["Fillers, peels, etc.", "Nothing else."],
        ["One", "Two"],
        ["one line\nanother line"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    joint = "\n\n" if expected == ["One", "Two"] else " "
    assert split(joint.join(expected)) == expected


@pytest.mark.parametrize("text", ["", "  \n ", "\n\n"])
def test_white_space_has_no_sentence(text: str) -> None:
    assert sentences(text) == ()


@given(st.text(alphabet="ab.?! \n\"')(AJ1,…é"))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    spans = sentences(text)
    words = [word for span in spans for word in text[span.start : span.end].split()]
    assert words == text.split()
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, "One is."),
        (8, 11, "Two is."),
        (4, 11, "One is. Two is."),
        (7, 7, "One is."),
        (16, 23, "Three is."),
    ],
)
def test_the_sentence_about_a_place(start: int, end: int, expected: str) -> None:
    text = "One is. Two is. Three is."
    span = sentence_at(text, start, end)
    assert text[span.start : span.end] == expected


def test_a_place_in_white_space_is_still_covered() -> None:
    span = sentence_at("One. ", 4, 5)
    assert span.start <= 4
    assert span.end >= 5
