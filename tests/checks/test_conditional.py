from medlint.checks import Environment

ACRONYMS = {"first": r"\b([A-Z]{3,5})\b", "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"}


def test_an_acronym_needs_its_definition(words):
    assert words("conditional", "Radio Frequency Ablation (RFA) and IPL.", **ACRONYMS) == ["IPL"]


def test_a_definition_holds_from_its_block_on(words):
    blocks = ("HIFU first.", "HIFU: High Focused Ultrasound (HIFU).", "HIFU again.")
    assert words("conditional", *blocks, **ACRONYMS) == ["HIFU"]


def test_each_document_begins_anew(words):
    assert words("conditional", "Light Therapy Device (LTD)", **ACRONYMS) == []
    assert words("conditional", "LTD", **ACRONYMS) == ["LTD"]


def test_without_a_group_the_second_must_stand_in_the_same_block(words):
    blocks = ("It is safe. There are risks.", "It is safe and proven.")
    keys = {"first": r"\b(?:safe|proven)\b", "second": r"\brisks?\b"}
    assert words("conditional", *blocks, **keys) == ["safe", "proven"]


def test_ignorecase_holds_for_both_and_for_what_was_captured(words):
    keys = {"first": r"\bpeel\b", "second": r"called (peel)"}
    assert words("conditional", "It is called PEEL. Peel it.", **keys, ignorecase=True) == []
    assert words("conditional", "Peel it.", **keys, ignorecase=True) == ["Peel"]
    assert words("conditional", "Peel it.", **keys) == []


def test_exceptions_and_vocabulary(words):
    assert words("conditional", "FDA, NHS, TGA", **ACRONYMS, exceptions=["FDA"]) == ["NHS", "TGA"]
    environment = Environment(vocabulary=("NHS",))
    assert words("conditional", "NHS, TGA", **ACRONYMS, environment=environment) == ["TGA"]


def test_literals_are_those_of_the_first(literals):
    assert literals("conditional", first="filler", second="lidocaine") == {"filler"}


def test_keys_that_cannot_be_used(refusal):
    assert "needs `second`" in refusal("conditional", first="x", second="")
    assert "`(y` in `second`" in refusal("conditional", first="x", second="(y")
