import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import casing
from medlint.casing import Names

NAMES = Names(("Botox", "Harley Street", "PRP", "IT", r"i[A-Z]\w+", "mRNA"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why Choose Us", "Why choose us"),
        ("the BOTOX clinic", "The Botox clinic"),
        ("on harley street Today", "On Harley Street today"),
        ("it is PRP in IT", "It is PRP in IT"),
        ("Is prp new", "Is prp new"),
        ("the iGlow Range", "The iGlow range"),
        ("1. first Step", "1. First step"),
        ("**** in Code", "**** In code"),
        ("facts: The truth", "Facts: The truth"),
        ("PRP: the truth", "PRP: The truth"),
        ("“quoted” Words", "“Quoted” words"),
        ("", ""),
    ],
)
def test_sentence(text, expected):
    assert casing.sentence(text, NAMES, (":",)) == expected


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("a guide to lip fillers", "Chicago", "A Guide to Lip Fillers"),
        ("what it is for", "AP", "What It Is For"),
        ("care with lasers", "AP", "Care With Lasers"),
        ("care with lasers", "Chicago", "Care with Lasers"),
        ("How To heal", "AP", "How To Heal"),
        ("before-and-after photos", "AP", "Before-and-After Photos"),
        ("peels: the facts", "AP", "Peels: The Facts"),
        ("peels — a guide", "AP", "Peels — A Guide"),
        ("the “best” and botox", "AP", "The “Best” and Botox"),
        ("say “the end” now", "AP", "Say “The End” Now"),
        ("your mRNA facts", "AP", "Your mRNA Facts"),
    ],
)
def test_title(text, style, expected):
    assert casing.title(text, NAMES, style) == expected


@pytest.mark.parametrize(
    ("text", "model", "expected"),
    [
        ("A-OK", "a ok", "a-ok"),
        ("A-OK", "A OK", "A-OK"),
        ("A-OK", "A Ok", "A-Ok"),
        ("human kind", "Mankind", "Human kind"),
        ("use", "UTILISE", "USE"),
        ("one of", "A", "One of"),
        ("JavaScript", "jAvascript", "JavaScript"),
        ("plain", "…", "plain"),
    ],
)
def test_like(text, model, expected):
    assert casing.like(text, model) == expected


def test_words_of_an_identifier():
    assert casing.split("skinGlowHTML2 day-cream") == ["skin", "Glow", "HTML", "2", "day", "cream"]
    assert casing.snake("skinGlow") == "skin_glow"
    assert casing.snake("Skin Glow", "-") == "skin-glow"
    assert casing.pascal("skin glow") == "SkinGlow"
    assert casing.camel("Skin glow") == "skinGlow"


@settings(deadline=None)
@given(st.text("aB C-:.1", max_size=20))
def test_a_text_brought_into_a_case_is_in_it(text):
    for form in (casing.title, casing.sentence):
        once = form(text, Names())
        assert form(once, Names()) == once
        assert once.lower() == text.lower()
