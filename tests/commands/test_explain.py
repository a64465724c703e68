"""``medlint explain`` tells all that is known of a rule."""

import json

import pytest

RULE = """
    extends: existence
    message: "'%s' promises a result for good."
    level: error
    tokens: [last forever]
    title: Results for good
    category: permanence
    unless: [asked]
    jurisdictions: {uk: error, us: warning}
    confidence: medium
    why: No treatment is known to keep its effect for life.
    suggest: may last for months
    aliases: [H007]
    sources:
      - {title: An Act, section: s 3, year: 2012, url: "https://example.org/act", check: text}
    examples:
      bad: ["They ⟦last forever⟧."]
      good: ["They fade."]
"""


@pytest.fixture(autouse=True)
def in_the_house(house, write):
    return write({"packs/House/Good.yml": RULE})


@pytest.mark.parametrize("name", ["House.Good", "house.good", "H007", "h007"])
def test_a_rule_is_named_by_id_or_alias(medlint, name):
    assert medlint("explain", name).out.startswith("House.Good: Results for good\n")


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_it_tells_what_why_where_and_on_what_ground(medlint, format):
    out = medlint("explain", "House.Good", "--format", format).out
    for piece in (
        "No treatment is known to keep its effect for life.",
        "may last for months",
        "us warning, uk error, eu error",
        "permanence",
        "medium",
        "existence",
        "asked",
        "H007",
        "They ⟦last forever⟧.",
        "They fade.",
        "An Act, s 3 (2012) [provision read]",
        "https://example.org/act",
        "packs/House/Good.yml",
        "not legal advice",
    ):
        assert piece in out, piece


def test_json_has_it_for_programs(medlint):
    page = json.loads(medlint("explain", "House.Good", "--format", "json").out)
    assert page["rule"] == "House.Good"
    assert page["jurisdictions"] == {"uk": "error", "us": "warning"}
    assert page["examples"] == {"bad": ["They ⟦last forever⟧."], "good": ["They fade."]}
    assert page["sources"][0]["year"] == "2012"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("House.Forevr", "House.Forever"),
        ("forever", "House.Forever"),
        ("permanance", "Claims.Permanence"),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(medlint, name, nearest):
    ran = medlint("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert f"no rule is called `{name}`; nearest: " in ran.err
    assert nearest in ran.err
    assert ran.err.count("\n") == 1


def test_what_is_near_to_nothing_is_answered_with_the_list(medlint):
    ran = medlint("explain", "qqqqqqqqqqqqq")
    assert ran.code == 2
    assert "`medlint rules` lists them all" in ran.err
