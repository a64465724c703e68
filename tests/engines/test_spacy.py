"""spaCy's parse as plain data."""

import sys

import pytest

from medlint.engines import spacy
from medlint.errors import EngineError


def test_tokens_have_place_part_of_speech_and_head():
    (words,) = spacy.parse(["😀 Two nurses  treat you."])
    by_text = {word.text: word for word in words}
    nurses = by_text["nurses"]
    assert (nurses.lemma, nurses.pos, nurses.tag) == ("nurse", "NOUN", "NNS")
    assert (nurses.start, nurses.end) == (6, 12)
    assert words[nurses.head].text == "treat"
    assert by_text["treat"].dep == "ROOT"
    assert all(not word.text.isspace() for word in words)


def test_heads_count_tokens_without_white_space():
    (words,) = spacy.parse(["The   nurse\n\nsmiles."])
    assert words[words[0].head].text == "nurse"


def test_texts_keep_their_order():
    parses = spacy.parse(["One.", "", "Two nurses."])
    assert [[word.text for word in parse] for parse in parses] == [
        ["One", "."],
        [],
        ["Two", "nurses", "."],
    ]


def test_an_absent_model_is_an_engine_error(monkeypatch):
    monkeypatch.setattr(spacy, "MODEL", "no_such_model")
    spacy._pipeline.cache_clear()
    with pytest.raises(EngineError, match="pip install spacy"):
        spacy.parse(["A sentence no test has parsed before."])
    monkeypatch.undo()
    spacy._pipeline.cache_clear()
    assert "spacy" in sys.modules
