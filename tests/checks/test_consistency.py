import pytest

PAIRS = {"colour": "color", "licence": "license"}


def test_one_way_throughout_is_fine(words):
    assert words("consistency", "A colour.", "More colour, a license.", either=PAIRS) == []


def test_from_the_conflict_on_each_block_has_one_match_a_pair(words):
    blocks = ("colour", "Nice color and color", "no match", "colour", "license", "licence")
    assert words("consistency", *blocks, either=PAIRS) == ["color", "colour", "licence"]


def test_the_last_way_in_the_block_is_reported_at_its_first_place(matches):
    (match,) = matches("consistency", "colour, color, colour, color", either=PAIRS)
    assert (match.text, match.start, match.arguments) == ("color", 8, ("color",))


def test_the_match_tells_where_the_other_way_stands(matches):
    (match,) = matches("consistency", "The colour.", "A color.", either=PAIRS)
    ((segment, start, end, note),) = match.related
    assert segment.text[start:end] == "colour"
    assert "“colour”" in note


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"either": {"ise": "ize"}}, []),
        ({"either": {r"ise\b": r"ize\b"}, "nonword": True}, ["ize"]),
        ({"either": {"REALISE": "organize"}}, []),
        ({"either": {"REALISE": "organize"}, "ignorecase": True}, ["organize"]),
        ({"either": {"(rea)l(?:ise)": "(o)rganize"}}, ["organize"]),
    ],
)
def test_word_and_case(words, keys, found):
    assert words("consistency", "realise and organize", **keys) == found


def test_each_document_begins_anew(matches):
    assert matches("consistency", "colour", either=PAIRS) == []
    assert matches("consistency", "color", either=PAIRS) == []


def test_literals(literals):
    assert literals("consistency", either={"colour": "color"}) == {"colour", "color"}


def test_keys_that_cannot_be_used(refusal):
    assert "needs `either`" in refusal("consistency", either={})
    assert "`(b` in `either`" in refusal("consistency", either={"a": "(b"})
