import pytest

from medlint.checks import Environment

WORD = [r"[^\s.!?]+"]


@pytest.mark.parametrize(
    ("text", "keys", "found"),
    [
        ("The skin skin glows.", {}, ["skin skin"]),
        ("skin is\nis soft", {}, ["is\nis"]),
        ("The the skin", {}, []),
        ("The the skin", {"ignorecase": True}, ["The the"]),
        ("We we we glow", {"ignorecase": True}, ["We we", "we we"]),
        ("at 5 5 sharp", {}, ["5 5"]),
        ("at 5 5 sharp", {"alpha": True}, []),
        ("That is that. That is all.", {"ignorecase": True}, []),
        ("very very fine and very very soft", {"max": 1}, []),
        ("very very very fine", {"max": 1}, ["very very"]),
        ("new new", {"exceptions": ["new"]}, []),
    ],
)
def test_a_word_next_to_itself_in_a_sentence(words, text, keys, found):
    assert words("repetition", text, tokens=WORD, **keys) == found


def test_the_message_gets_the_second_word(matches):
    (match,) = matches("repetition", "The the skin", tokens=WORD, ignorecase=True)
    assert match.arguments == ("the",)


def test_blocks_stand_alone(words):
    assert words("repetition", "ends in skin", "skin begins", tokens=WORD) == []


def test_the_vocabulary_may_repeat(words):
    environment = Environment(vocabulary=("Bora Bora",))
    assert words("repetition", "in Bora Bora", tokens=WORD, environment=environment) == []
    assert words("repetition", "in Bora Bora", tokens=WORD) == ["Bora Bora"]


def test_literals(literals):
    assert literals("repetition", tokens=WORD) is None
    assert literals("repetition", tokens=["very", "really"]) == {"very", "really"}


def test_keys_that_cannot_be_used(refusal):
    assert "needs `tokens`" in refusal("repetition", tokens=[" "])
    assert "bad regular expression `(x` in `tokens`" in refusal("repetition", tokens=["(x"])
