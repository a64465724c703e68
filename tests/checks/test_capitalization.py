import pytest

from medlint.checks import Environment


@pytest.mark.parametrize(
    ("text", "keys", "right"),
    [
        ("Why patients choose us", {}, True),
        ("Why Patients Choose Us", {}, False),
        ("why patients choose us", {}, False),
        ("Ask us About our safe peels", {}, True),
        ("Ask us About our safe peels", {"threshold": 1}, False),
        ("Why choose NHS or FDA", {}, False),
        ("Why choose NHS or FDA", {"exceptions": ["NHS", "FDA"]}, True),
        ("A clinic on Harley Street", {"exceptions": ["Harley Street"]}, True),
        ("PRP: Platelets for hair", {"exceptions": ["PRP"], "indicators": [":"]}, True),
        ("PRP: platelets For Hair", {"exceptions": ["PRP"], "indicators": [":"]}, False),
        ("Contact us", {"exceptions": ["US"], "threshold": 1}, True),
        ("1. First step", {"threshold": 1}, True),
        ("**** In code", {"threshold": 1}, True),
        ("a. A first step", {"prefix": r"^[a-z]\. ", "threshold": 1}, True),
        ("!!!", {}, True),
    ],
)
def test_sentence_case(words, text, keys, right):
    assert words("capitalization", text, match="$sentence", **keys) == ([] if right else [text])


@pytest.mark.parametrize(
    ("text", "keys", "right"),
    [
        ("A Guide to Lip Fillers", {}, True),
        ("A guide to lip fillers", {}, False),
        ("A GUIDE TO FILLERS", {}, True),
        ("Skin Care With Lasers", {"threshold": 1}, True),
        ("Skin Care With Lasers", {"threshold": 1, "style": "Chicago"}, False),
        ("Skin Care with Lasers", {"threshold": 1, "style": "Chicago"}, True),
        ("What the Laser Is For", {"threshold": 1}, True),
        ("Before-and-After Photos", {"threshold": 1}, True),
        ("Peels: The Facts", {"threshold": 1}, True),
        ("All About mRNA", {"threshold": 1, "exceptions": ["mRNA"]}, True),
        ("Get the iGlow Now", {"threshold": 1, "exceptions": [r"i[A-Z]\w+"]}, True),
    ],
)
def test_title_case(words, text, keys, right):
    assert words("capitalization", text, match="$title", **keys) == ([] if right else [text])


@pytest.mark.parametrize(
    ("match", "text", "right"),
    [
        ("$lower", "all lower", True),
        ("$lower", "Not lower", False),
        ("$upper", "ALL UPPER", True),
        ("$upper", "NOT Upper", False),
        ("$upper", "ABOUT mRNA", True),
        (r"^[A-Z][^.]*$", "Good item", True),
        (r"^[A-Z][^.]*$", "Bad item.", False),
    ],
)
def test_other_cases(words, match, text, right):
    found = words("capitalization", text, match=match, exceptions=["mRNA"])
    assert found == ([] if right else [text])


def test_the_message_gets_the_text_and_the_expected_form(matches):
    (match,) = matches("capitalization", " How to glow at home ", match="$title")
    assert match.arguments == ("How to glow at home", "How to Glow at Home")
    assert match.replacements == ()


def test_the_action_offers_the_expected_form(matches):
    keys = {"match": "$sentence", "prefix": "^Step: ", "action": {"name": "replace"}}
    (match,) = matches("capitalization", "Step: Rest Your Skin", **keys)
    assert match.replacements == ("Step: Rest your skin",)


def test_the_vocabulary_keeps_its_case(words):
    environment = Environment(vocabulary=("Botox", "(?i)nhs"))
    keys = {"match": "$sentence", "threshold": 1, "environment": environment}
    assert words("capitalization", "Ask about Botox on the NHS", **keys) == []
    assert words("capitalization", "Ask about Botox", **keys, vocab=False) == ["Ask about Botox"]


def test_any_text_can_be_in_the_wrong_case(literals):
    assert literals("capitalization", match="$title") is None


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"match": ""}, "needs `match`"),
        ({"match": "(x"}, "`(x` in `match`"),
        ({"match": "$title", "threshold": 80}, "`threshold` is a share from 0 to 1"),
        ({"match": "$title", "prefix": "(x"}, "`(x` in `prefix`"),
    ],
)
def test_keys_that_cannot_be_used(refusal, keys, reason):
    assert reason in refusal("capitalization", **keys)
