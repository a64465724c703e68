"""The spelling check: words that no dictionary has."""

import pytest

from medlint.checks import Environment
from medlint.errors import RuleError


def test_harper_decides_where_no_dictionary_is_named(matches):
    (match,) = matches("spelling", "You will recieve a call.")
    assert match.text == "recieve"
    assert match.arguments == ("recieve",)
    assert match.replacements[0] == "receive"


@pytest.mark.parametrize("word", ["glowy2x", "qwertX", "myQwert", "naïvex"])
def test_what_looks_like_code_is_left_alone_unless_custom(words, word):
    assert words("spelling", f"Our {word} is here.") == []


def test_filters_exceptions_and_vocabulary(words):
    text = "Our glowix and shinix and plumpix and the Dewix Fill."
    assert words("spelling", text) == ["glowix", "shinix", "plumpix", "Dewix"]
    assert words("spelling", text, filters=["^glow", "[Dd]ew"]) == ["shinix", "plumpix"]
    assert words("spelling", text, exceptions=["(?i)shinix|plumpix"]) == ["glowix", "Dewix"]
    environment = Environment(vocabulary=("Glowix", "shinix", "plumpix", "Dewix Fill"))
    assert words("spelling", text, environment=environment) == []


def test_words_of_a_file_are_left_alone(words, tmp_path):
    accepted = tmp_path / "accept.txt"
    accepted.write_text("Glowix\n\nshinix\n")
    assert words("spelling", "Our glowix and plumpix.", ignore=[str(accepted)]) == ["plumpix"]
    with pytest.raises(RuleError, match="cannot be read"):
        words("spelling", "Our glowix.", ignore=[str(tmp_path / "none.txt")])


def test_only_what_looks_like_a_slip(words):
    text = "You will recieve prejowl filler at Glowixa with polywater, a nice colour."
    assert words("spelling", text, typos=True) == ["recieve"]


def test_a_missing_apostrophe_is_a_slip(matches):
    (match,) = matches("spelling", "It dont take long.", typos=True)
    assert match.replacements[0] == "don't"


def test_masked_words_are_not_judged(words):
    assert words("spelling", "Write to recieve@clinic.example (Teh, 2019) now.") == []


class TestHunspell:
    @pytest.fixture
    def keys(self, tmp_path):
        pytest.importorskip("spylls")
        (tmp_path / "clinic.aff").write_text("SET UTF-8\nTRY esianrtol\n")
        (tmp_path / "clinic.dic").write_text("4\nour\nfiller\nlasts\ndon't\n")
        return {"dicpath": str(tmp_path), "dictionaries": ["clinic"]}

    def test_the_dictionary_decides(self, matches, keys):
        found = matches("spelling", "Our (filer) lasts; don’t wait…", **keys)
        assert [match.text for match in found] == ["filer", "wait"]
        assert found[0].replacements == ("filler",)

    def test_harper_may_be_added(self, words, keys):
        assert words("spelling", "Our filler waits, fillx.", append=True, **keys) == ["fillx"]

    def test_files_may_be_named_outright(self, words, keys):
        files = {name: f"{keys['dicpath']}/clinic.{name}" for name in ("aff", "dic")}
        assert words("spelling", "Our filler stays.", **files) == ["stays"]

    def test_an_absent_dictionary_is_an_error(self, words, keys):
        with pytest.raises(RuleError, match=r"no dictionary file .*none\.aff"):
            words("spelling", "x", **{**keys, "dictionaries": ["none"]})


@pytest.mark.parametrize(
    ("keys", "reason"),
    [({"aff": "a.aff"}, "`aff` and `dic` go together"), ({"filters": ["("]}, "")],
)
def test_what_cannot_be_used_is_refused(refusal, keys, reason):
    assert reason in refusal("spelling", **keys)


def test_a_combining_accent_does_not_end_a_word(words):
    assert words("spelling", "The re\u0301sults are here.", typos=True) == []
