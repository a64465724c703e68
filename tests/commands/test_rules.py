"""``medlint rules`` lists what a configuration enables."""

import json

import pytest


@pytest.fixture(autouse=True)
def in_the_house(house):
    return house


def test_one_line_a_rule_with_its_severity_category_and_title(medlint):
    out = medlint("rules", "--select", "House").out
    lines = [line.split() for line in out.splitlines()]
    assert ["House.Forever", "error", "permanence", "House.Forever"] in lines
    assert "5 rules, 1 of them off until you declare their jurisdiction" in out


def test_severities_are_those_of_the_jurisdiction(medlint):
    def voucher(*arguments):
        rows = json.loads(medlint("rules", "--format", "json", *arguments).out)
        return next(row["severity"] for row in rows if row["rule"] == "House.Voucher")

    assert voucher() == "off"
    assert voucher("--jurisdiction", "uk") == "error"
    assert voucher("--jurisdiction", "de") == "warning"


def test_json_has_every_field(medlint):
    rows = json.loads(medlint("rules", "--format", "json", "--select", "House.Forever").out)
    assert rows == [
        {
            "rule": "House.Forever",
            "severity": "error",
            "category": "permanence",
            "confidence": "high",
            "check": "existence",
            "title": "House.Forever",
            "aliases": ["H001"],
        }
    ]


def test_markdown_is_a_table(medlint):
    out = medlint("rules", "--format", "markdown", "--select", "House.Forever").out
    assert out.splitlines()[-1] == "| House.Forever | error | permanence | House.Forever |"


def test_selection_and_profile_hold(medlint):
    def listed(*arguments):
        rows = json.loads(medlint("rules", "--format", "json", *arguments).out)
        return [row["rule"] for row in rows]

    assert listed("--select", "House", "--ignore", "House.Forever", "--profile", "editor") == [
        "House.Bargain",
        "House.Promise",
        "House.Voucher",
    ]
    assert listed("--select", "House.Forever") == ["House.Forever"]


def test_with_no_settings_all_built_in_rules_are_there(medlint):
    rows = json.loads(medlint("rules", "--format", "json", "--isolated").out)
    packs = {row["rule"].partition(".")[0] for row in rows}
    assert {"Claims", "Evidence", "Grammar", "Readability", "Suppression"} <= packs
