"""Hunspell dictionaries: words known, words suggested, files that cannot be read."""

import pytest

from medlint.engines import hunspell
from medlint.errors import EngineError

pytest.importorskip("spylls")


@pytest.fixture
def dictionary(tmp_path):
    aff, dic = tmp_path / "clinic.aff", tmp_path / "clinic.dic"
    aff.write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n\nSFX S Y 1\nSFX S 0 s .\n")
    dic.write_text("3\nfiller/S\nserum/S\nJuvéderm\n")
    return str(aff), str(dic)


def test_words_and_their_inflections_are_known(dictionary):
    assert hunspell.known("fillers", *dictionary)
    assert hunspell.known("Juvéderm", *dictionary)
    assert not hunspell.known("filer", *dictionary)


def test_suggestions(dictionary):
    assert "filler" in hunspell.suggestions("filer", *dictionary)


def test_a_broken_dictionary_is_an_engine_error(tmp_path):
    aff, dic = tmp_path / "broken.aff", tmp_path / "broken.dic"
    aff.write_text("SFX S Y many\n")
    dic.write_bytes(b"\xff\xfe")
    with pytest.raises(EngineError, match="cannot be read"):
        hunspell.known("word", str(aff), str(dic))
