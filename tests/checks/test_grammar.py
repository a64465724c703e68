"""The grammar check: an engine's alerts, filtered, on masked blocks."""

import os
import subprocess
import sys

import pytest

from medlint.checks import Environment
from medlint.engines import harper
from medlint.errors import EngineError


def test_what_the_engine_says_with_its_advice(matches):
    (match,) = matches("grammar", "Book a appointment.", only_rules=["AnA"])
    assert (match.text, match.replacements, match.arguments) == ("a", ("an",), ("a",))
    assert match.message == harper.analyse("Book a appointment.")[0].message


def test_without_advice_the_rule_speaks(matches):
    (match,) = matches("grammar", "Book a appointment.", only_rules=["AnA"], advice=False)
    assert match.message is None


TEXT = "He have a appointment and and recieves mail."


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({}, ["have", "a", "and and", "recieves"]),
        ({"kinds": ["Agreement", "Repetition"]}, ["have", "and and"]),
        ({"drop_kinds": ["Agreement", "Spelling"]}, ["a", "and and"]),
        ({"only_rules": ["AnA"]}, ["a"]),
        ({"only_rules": ["Repeated*", "Spell*"]}, ["and and", "recieves"]),
        ({"drop_rules": ["AnA", "Pronoun*"]}, ["and and", "recieves"]),
        ({"exceptions": ["recieves"], "kinds": ["Spelling"]}, []),
    ],
)
def test_kinds_and_rules_are_kept_or_dropped_by_name(words, keys, found):
    assert words("grammar", TEXT, **keys) == found


def test_several_rules_share_one_reading(words, monkeypatch):
    text = "A text that and that no test has read."
    words("grammar", text, only_rules=["AnA"])
    monkeypatch.setattr(harper, "_linter", None)
    assert words("grammar", text, kinds=["Repetition"]) == []


def test_blocks_are_read_by_themselves(words):
    assert words("grammar", "All about the", "the clinic", kinds=["Repetition"]) == []


def test_the_vocabulary_is_right(words):
    environment = Environment(vocabulary=("bodycontour",))
    text = "We offer bodycontour now."
    assert words("grammar", text, kinds=["Spelling"]) == ["bodycontour"]
    assert words("grammar", text, kinds=["Spelling"], environment=environment) == []


@pytest.mark.parametrize("name", ["QWERTX", "HydraGlowx", "Dermalixx®"])
def test_names_are_no_slips(words, name):
    assert words("grammar", f"We offer {name} here.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The gel lasts (Nguyn et al., 2019) long.",
        "Read https://clinic.example/a/a/teh now.",
        "A {{ xample }} page.",
    ],
)
def test_masked_stretches_are_not_judged(words, text):
    assert words("grammar", text) == []


def test_spans_lead_back_over_masks(matches):
    text = "It fades (Lee, 2020) and and goes."
    (match,) = matches("grammar", text, kinds=["Repetition"])
    assert text[match.start : match.end] == "and and"


def test_the_dialect_of_the_run_is_used(words):
    assert words("grammar", "A nice colour.", kinds=["Spelling"]) == ["colour"]
    british = Environment(dialect="uk")
    assert words("grammar", "A nice colour.", kinds=["Spelling"], environment=british) == []


def test_no_literal_is_needed(literals):
    assert literals("grammar") is None


def test_an_unknown_engine_is_refused(refusal):
    assert "hemingway" in refusal("grammar", engine="hemingway")


class TestLanguageTool:
    def test_is_silent_unless_set_up_or_asked_for(self, words):
        assert words("grammar", TEXT, engine="languagetool") == []

    def test_asked_for_without_a_server_is_an_error(self, words):
        environment = Environment(requested=frozenset({"languagetool"}))
        with pytest.raises(EngineError, match="give `url`"):
            words("grammar", TEXT, engine="languagetool", environment=environment)

    @pytest.mark.languagetool
    @pytest.mark.skipif(
        not os.environ.get("MEDLINT_LANGUAGETOOL"),
        reason="MEDLINT_LANGUAGETOOL names no folder of LanguageTool jars",
    )
    def test_set_up_it_speaks(self, words):
        folder = os.environ["MEDLINT_LANGUAGETOOL"]
        environment = Environment(engines={"languagetool": {"folder": folder}})
        found = words(
            "grammar",
            "The clinic are open. This treatments helps.",
            engine="languagetool",
            drop_kinds=["STYLE"],
            environment=environment,
        )
        assert "This" in found


PROGRAM = """
import sys
from medlint.checks import Environment, grammar, readability, metric, spelling, sequence
for module in (grammar, readability, metric, spelling):
    keys = {"formula": "words", "condition": "> 9"} if module is metric else {}
    module.finder(module.Parameters(**keys), Environment())
token = sequence.Token(pattern="skin")
sequence.finder(sequence.Parameters(tokens=(token,)), Environment())
heavy = {"spacy", "textstat", "nltk", "harper", "language_tool_python", "spylls"}
print(sorted(heavy & set(sys.modules)))
"""


def test_engines_are_loaded_at_their_first_text_only():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_two_alerts_of_one_rule_at_one_place_are_one(words):
    assert len({alert.rule for alert in harper.analyse("They is open.")}) == 2
    assert words("grammar", "They is open.", kinds=["Agreement"]) == ["is"]
