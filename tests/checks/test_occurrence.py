import pytest


def test_one_match_a_block_at_the_first_place_with_the_count(matches):
    found = matches("occurrence", "a: b: c:", "d:", token=":", max=1)
    assert [(m.text, m.start, m.arguments) for m in found] == [(":", 1, ("3",))]


def test_too_few_are_reported_at_the_first_match(matches):
    (match,) = matches("occurrence", "One risk is named.", token="risk", min=2)
    assert (match.text, match.arguments) == ("risk", ("1",))


def test_none_at_all_is_reported_at_the_first_word(matches):
    (match,) = matches("occurrence", "  Pricing and offers", token="risk", min=1)
    assert (match.text, match.arguments) == ("Pricing", ("0",))


@pytest.mark.parametrize("text", ["a b c", "a b"])
def test_bounds_are_inclusive(words, text):
    assert words("occurrence", text, token=r"\w", min=2, max=3) == []


def test_masked_code_is_no_place_for_an_alert(words):
    assert words("occurrence", "*** and two words", token=r"[\w*]+", max=1) == ["and"]
    assert words("occurrence", "*** @@", token=r"[@*]+", max=1) == []


def test_case_counts_unless_told_otherwise(words):
    assert words("occurrence", "Now now", token="now", max=1) == []
    assert words("occurrence", "Now now", token="now", max=1, ignorecase=True) == ["Now"]


def test_anchors_mean_the_ends_of_the_block(words):
    assert words("occurrence", "one\ntwo", token="^two", min=1) == ["one"]


def test_literals(literals):
    assert literals("occurrence", token="exclusive", max=1) == {"exclusive"}
    assert literals("occurrence", token="exclusive", min=1) is None


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"token": "", "max": 1}, "needs `token`"),
        ({"token": "x"}, "needs `max` or `min`"),
        ({"token": "x", "max": -1}, "needs `max` or `min`"),
        ({"token": "(x", "max": 1}, "bad regular expression `(x` in `token`"),
    ],
)
def test_keys_that_cannot_be_used(refusal, keys, reason):
    assert reason in refusal("occurrence", **keys)
