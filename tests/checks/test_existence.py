import pytest

from medlint.checks import Environment


@pytest.mark.parametrize(
    ("text", "keys", "found"),
    [
        ("A magic cure, no magician.", {"tokens": ["magic"]}, ["magic"]),
        ("Magic and magic.", {"tokens": ["magic"]}, ["magic"]),
        ("Magic and magic.", {"tokens": ["magic"], "ignorecase": True}, ["Magic", "magic"]),
        ("glows, afterglow", {"tokens": ["glow"], "nonword": True}, ["glow", "glow"]),
        ("glows, afterglow", {"tokens": ["glow"]}, []),
        ("A naïve buyer.", {"tokens": ["na"]}, []),
        ("last\nfor ever", {"tokens": ["last for ever"]}, ["last\nfor ever"]),
        ("last\u00a0long", {"tokens": ["last long"]}, ["last\u00a0long"]),
        ("last\u00a0long", {"tokens": ["last long"], "loose": False}, []),
        ("It won’t fade.", {"tokens": ["won't"]}, ["won’t"]),
        ("It won’t fade.", {"tokens": ["won't"], "loose": False}, []),
        ("a pain‑free peel", {"tokens": ["pain-free"]}, ["pain‑free"]),
        ("one two", {"tokens": ["", " ", "two"]}, ["two"]),
        ("best, better", {"tokens": ["best|better"]}, ["best", "better"]),
        ("Wow!!!", {"tokens": [r"\w+!{2,}"], "nonword": True}, ["Wow!!!"]),
    ],
)
def test_tokens_are_whole_words_unless_told_otherwise(words, text, keys, found):
    assert words("existence", text, **keys) == found


def test_raw_items_are_pieces_of_one_expression(words):
    assert words("existence", "glow now", raw=["gl", "ow"]) == ["glow"]


def test_raw_stands_before_the_tokens_and_means_the_ends_of_the_block(words):
    assert words("existence", "glow up\nglow on", raw=["^glow "], tokens=["up", "on"]) == [
        "glow up"
    ]


def test_raw_appended_means_the_ends_of_lines(words):
    keys = {"tokens": ["up", "on"], "raw": ["$"], "append": True}
    assert words("existence", "glow up\nglow on it", **keys) == ["up"]


def test_only_raw_can_match_a_place_between_characters(matches):
    (match,) = matches("existence", "add a thing", raw=[r"\A(?!fix)"])
    assert (match.start, match.end) == (0, 0)
    assert matches("existence", "add a thing", tokens=["z*"]) == []


@pytest.mark.parametrize(
    ("exceptions", "found"),
    [
        (["hair"], ["laser skin"]),
        (["Hair"], ["laser hair", "laser skin"]),
        (["(?i)HAIR"], ["laser skin"]),
        (["laser skin clinic"], ["laser hair"]),
        (["", " "], ["laser hair", "laser skin"]),
    ],
)
def test_exceptions_silence_a_match(words, exceptions, found):
    text = "Our laser hair offer at the Laser Skin Clinic: laser skin clinic."
    tokens = ["laser hair", "laser skin"]
    assert words("existence", text, tokens=tokens, exceptions=exceptions) == found


def test_the_vocabulary_is_an_exception_for_words_only(words):
    environment = Environment(vocabulary=("Glow",))
    text = "Glow with us"
    assert words("existence", text, tokens=["Glow"], environment=environment) == []
    for key in ({"vocab": False}, {"nonword": True}):
        assert words("existence", text, tokens=["Glow"], environment=environment, **key) == ["Glow"]


def test_an_action_offers_what_to_write(matches):
    action = {"name": "replace", "params": ["before", "earlier"]}
    (match,) = matches("existence", "Prior to a peel", tokens=["Prior to"], action=action)
    assert match.replacements == ("before", "earlier")
    assert match.arguments == ("Prior to", "'before' or 'earlier'")


def test_an_action_counts_the_groups_of_the_token_that_matched(matches):
    action = {"name": "replace", "params": ["$2, $1"]}
    tokens = [r"(x)(y)(z)", r"\b([A-Z]\w+) ([A-Z]\w+) \(surgeon\)"]
    (match,) = matches(
        "existence", "Ann Lee (surgeon) says", tokens=tokens, nonword=True, action=action
    )
    assert match.replacements == ("Lee, Ann",)


def test_a_replacement_can_take_the_case_of_the_match(matches):
    action = {"name": "replace", "params": ["skin glow"]}
    keys = {"tokens": ["wow factor"], "ignorecase": True, "matchcase": True, "action": action}
    found = matches("existence", "Wow Factor, WOW FACTOR, wow factor", **keys)
    assert [m.replacements[0] for m in found] == ["Skin Glow", "SKIN GLOW", "skin glow"]


def test_literals(literals):
    assert literals("existence", tokens=["(?:life|for)long", "forever"]) == {
        "lifelong",
        "forlong",
        "forever",
    }
    assert literals("existence", tokens=["forever", r"\d+"]) is None


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({}, "needs `tokens` or `raw`"),
        ({"tokens": ["fine", "bro(ken"]}, "bad regular expression `bro(ken` in `tokens`"),
        ({"raw": ["[z-a]"]}, "bad regular expression `[z-a]` in `raw`"),
        ({"tokens": ["x"], "exceptions": ["(y"]}, "bad regular expression"),
        ({"tokens": ["x"], "action": {"name": "explode"}}, "Invalid enum value 'explode'"),
        ({"tokens": ["x"], "action": {"name": "edit", "params": ["fold"]}}, "no operation `fold`"),
    ],
)
def test_keys_that_cannot_be_used(refusal, keys, reason):
    assert reason in refusal("existence", **keys)
