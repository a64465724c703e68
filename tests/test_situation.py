"""A page speaks for itself over the settings, and a record over both, where it is understood."""

import pytest

from medlint.situation import Override, Situation, declared, overridden

SETTINGS = Situation(("us",), "public", "promotion")


@pytest.mark.parametrize(
    "metadata",
    [
        {"jurisdictions": ["au", "uk"]},
        {"jurisdiction": "AU, uk"},
        {"medlint": {"jurisdictions": ["au", "uk"]}, "jurisdictions": ["fr"]},
    ],
)
def test_a_page_declares_its_jurisdictions(metadata):
    assert declared(SETTINGS, metadata).jurisdictions == ("au", "uk")


def test_an_unknown_jurisdiction_leaves_the_settings_and_a_note():
    here = declared(SETTINGS, {"jurisdictions": ["u"]})
    assert here.jurisdictions == ("us",)
    assert here.notes == ("the page declares an unknown jurisdiction: `u`; did you mean `us`?",)


def test_audience_and_intent_hold_where_they_are_known():
    here = declared(SETTINGS, {"audience": "professional", "intent": "fun", "jurisdictions": 3})
    assert here == Situation(("us",), "professional", "promotion")


def test_a_record_stands_over_the_page_where_it_says_something():
    page = Situation(("au",), "professional", "information", frozenset({"Claims.Cure"}))
    assert overridden(page, Override()) == page
    assert overridden(page, Override(("uk",), "public")) == Situation(
        ("uk",), "public", "information", frozenset({"Claims.Cure"})
    )
