"""The sequence check: words in a row, by text and part of speech."""

import pytest

from medlint.engines import spacy


@pytest.mark.parametrize(
    ("tokens", "text", "found"),
    [
        # by text and tag
        ([{"pattern": "this"}, {"tag": "NNS"}], "We offer this treatments.", ["this treatments"]),
        ([{"pattern": "this"}, {"tag": "NNS"}], "We offer this treatment.", []),
        ([{"tag": "MD"}, {"tag": "VBZ"}], "It may helps you, and it may help.", ["may helps"]),
        ([{"upos": "DET"}, {"upos": "NOUN"}], "The skin glows.", ["The skin"]),
        # a word is matched whole, a sequence stays in its sentence
        ([{"pattern": "treat"}, {"pattern": "skin"}], "We treated skin.", []),
        ([{"pattern": "skin"}, {"pattern": "It"}], "Clean skin It helps.", ["skin It"]),
        ([{"pattern": "skin"}, {"pattern": "It"}], "We clean skin. It helps.", []),
        # skip
        (
            [{"pattern": "results"}, {"pattern": "days", "skip": 3}],
            "You see results within two days.",
            ["results within two days"],
        ),
        ([{"pattern": "results"}, {"pattern": "days", "skip": 1}], "results within two days", []),
        ([{"pattern": "a"}, {"pattern": "c", "skip": 2, "min": 1}], "a c", []),
        ([{"pattern": "a"}, {"pattern": "c", "skip": 2, "min": 1}], "a b c", ["a b c"]),
        # negation, on either side and at the edge
        ([{"pattern": "not", "negate": True}, {"pattern": "safe"}], "It is not safe.", []),
        ([{"pattern": "not", "negate": True}, {"pattern": "safe"}], "It is safe.", ["safe"]),
        ([{"pattern": "not", "negate": True}, {"pattern": "safe"}], "safe for you", ["safe"]),
        ([{"pattern": "safe"}, {"pattern": "if", "negate": True}], "safe if used", []),
        ([{"pattern": "safe"}, {"pattern": "if", "negate": True}], "It is safe", ["safe"]),
        (
            [{"pattern": "not", "negate": True}, {"pattern": "safe", "skip": 1}],
            "It is not very safe.",
            [],
        ),
        # target
        ([{"pattern": "may"}, {"tag": "VBZ", "target": True}], "It may helps you.", ["helps"]),
    ],
)
def test_sequences(words, tokens, text, found):
    assert words("sequence", text, tokens=tokens) == found


def test_each_word_is_an_argument(matches):
    tokens = [{"pattern": "results"}, {"pattern": "days", "skip": 3}]
    (match,) = matches("sequence", "You see results within two days.", tokens=tokens)
    assert match.arguments == ("results", "days")


def test_every_sequence_is_found_once(words):
    tokens = [{"pattern": "very"}, {"pattern": "very"}]
    text = "very very very very good. It is very very good."
    assert words("sequence", text, tokens=tokens) == ["very very", "very very", "very very"]


def test_case_counts_unless_ignored(words):
    tokens = [{"pattern": "safe"}]
    assert words("sequence", "Safe.", tokens=tokens) == []
    assert words("sequence", "Safe.", tokens=tokens, ignorecase=True) == ["Safe"]


def test_exceptions(words):
    tokens = [{"pattern": "clinically"}, {"pattern": "proven"}]
    text = "It is clinically proven."
    assert words("sequence", text, tokens=tokens, exceptions=["clinically proven"]) == []


def test_the_rarest_word_wakes_it(literals):
    tokens = [{"pattern": "the"}, {"pattern": "Guaranteed"}, {"tag": "NN"}]
    assert set(literals("sequence", tokens=tokens)) == {"guaranteed"}
    assert literals("sequence", tokens=[{"tag": "NN"}]) is None
    assert literals("sequence", tokens=[{"tag": "NN"}, {"pattern": "gone", "negate": True}]) is None


def test_spacy_reads_no_sentence_without_the_words(words, monkeypatch):
    monkeypatch.setattr(spacy, "parse", None)
    assert words("sequence", "Nothing here.", tokens=[{"pattern": "guaranteed"}]) == []


@pytest.mark.parametrize(
    ("tokens", "reason"),
    [
        ([], "not negated"),
        ([{"pattern": "a", "negate": True}], "not negated"),
        ([{"skip": 2}], "needs `pattern`, `tag` or `upos`"),
        ([{"pattern": "a", "skip": -1}], "`skip` and `min`"),
        ([{"pattern": "a", "patern": "b"}], "patern"),
        ([{"pattern": "("}], "("),
    ],
)
def test_what_cannot_be_used_is_refused(refusal, tokens, reason):
    assert reason in refusal("sequence", tokens=tokens)
