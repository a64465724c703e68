import pytest

RISKS = {"trigger": ["fillers?", "botox"], "statement": ["side effects?", "risks? (?:and|of)"]}


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (("We offer fillers.",), ["fillers"]),
        (("We offer fillers.", "Side effects are bruising and swelling."), []),
        (("Know the risks of it.", "We offer fillers."), []),
        (("We offer peels.",), []),
        (("We offer fillerss, and no sidereal effects.",), []),
    ],
)
def test_a_trigger_asks_for_a_statement_in_the_document(words, blocks, found):
    assert words("required", *blocks, **RISKS) == found


def test_every_trigger_is_a_candidate_for_the_one_alert(matches):
    found = matches("required", "Is Botox new?", "Botox and fillers.", **RISKS)
    assert [match.text for match in found] == ["Botox", "Botox", "fillers"]
    assert {match.once for match in found} == {"document"}
    assert found[0].arguments == ("Botox",)


@pytest.mark.parametrize(
    ("within", "found", "units"),
    [
        ("sentence", ["Botox", "filler"], 2),
        ("paragraph", ["filler"], 1),
        ("document", [], 0),
    ],
)
def test_the_unit_a_statement_counts_in(matches, within, found, units):
    blocks = ("Botox works. It has side effects.", "A filler lasts.")
    result = matches("required", *blocks, **RISKS, within=within)
    assert [match.text for match in result] == found
    assert len({match.once for match in result}) == units


def test_minimum_is_how_many_triggers_it_takes(words):
    assert words("required", "One filler.", **RISKS, minimum=2) == []
    assert words("required", "A filler, botox.", **RISKS, minimum=2) == ["filler", "botox"]


def test_a_statement_outside_the_scope_counts_for_the_document(words):
    assert words("required", "Fillers from 99", **RISKS, beside="Risks of fillers.") == []
    assert words("required", "Fillers from 99", **RISKS, beside="Opening hours.") == ["Fillers"]


def test_word_and_case(words):
    assert words("required", "FILLER", **RISKS, ignorecase=False) == []
    assert words("required", "Superfillers!", **RISKS, nonword=True) == ["fillers"]


def test_literals_are_those_of_the_triggers(literals):
    assert literals("required", **RISKS) == {"filler", "fillers", "botox"}


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"trigger": []}, "needs `trigger`"),
        ({"statement": [""]}, "needs `statement`"),
        ({"minimum": 0}, "`minimum` is a number from 1"),
        ({"trigger": ["(x"]}, "`(x` in `trigger`"),
        ({"within": "page"}, "Invalid enum value 'page'"),
    ],
)
def test_keys_that_cannot_be_used(refusal, keys, reason):
    assert reason in refusal("required", **(RISKS | keys))
