import pytest

from medlint.exceptions import excepted, exceptions

TEXT = "Laser hair removal at the Skin Clinic (Dr. Lee); Skin care."


def silenced(entries, phrase):
    start = TEXT.index(phrase)
    return excepted(exceptions(tuple(entries)), TEXT, start, start + len(phrase))


@pytest.mark.parametrize(
    ("entries", "phrase", "expected"),
    [
        ([], "hair", False),
        (["", " "], "hair", False),
        (["hair"], "Laser hair removal", True),
        (["hair"], "air", False),
        (["Hair"], "hair", False),
        (["(?i)Hair"], "hair", True),
        (["h[ae]+ir"], "hair", True),
        (["Dr.", "Drx"], "Dr", False),
        (["Dr. Lee"], "Lee", True),
        (["dr. lee"], "Lee", True),
        (["skin clinic"], "Skin", True),
        (["(?i)skin clinic"], "Skin Clinic", True),
        (["laser removal"], "hair", False),
        (["ha.r removal"], "hair", False),
    ],
)
def test_what_silences_a_match(entries, phrase, expected):
    assert silenced(entries, phrase) is expected


def test_a_phrase_covers_only_what_lies_inside_it():
    allowed = exceptions(("skin clinic",))
    start = TEXT.index("Skin care")
    assert not excepted(allowed, TEXT, start, start + len("Skin"))


def test_a_phrase_may_run_over_a_line_end():
    assert excepted(exceptions(("hair removal",)), "Hair\nremoval", 0, 4)


def test_a_bad_entry_is_refused():
    with pytest.raises(ValueError, match="bad regular expression"):
        exceptions(("(hair",))
