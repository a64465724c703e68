"""``conditional``: the phrase stands in a condition, and is not what somebody wishes for."""

import pytest

PAIRS = [
    ("It is ⟦permanent⟧.", "If it is ⟦permanent⟧, we tell you."),
    ("We work until it is ⟦flawless⟧.", "We do not start unless it is ⟦safe⟧."),
    ("The rest is provided by a ⟦safe⟧ team.", "You may drive, provided it is ⟦safe⟧."),
    ("Clinics that have ⟦flawless⟧ records.", "Clinics that claim ⟦flawless⟧ records."),
    ("We show that it is ⟦permanent⟧.", "We check whether it is ⟦permanent⟧."),
]

CLAIMS = [
    "If you want results that ⟦last forever⟧, book now.",
    "If you're looking for ⟦permanent⟧ brows, call us.",
    "If you follow our advice, results ⟦last forever⟧.",
    "It feels as if you were ⟦10 years younger⟧.",
    "Before you know it, your lines are ⟦erased⟧.",
    "Skin that is ⟦flawless⟧, even if you have scars.",
]


@pytest.mark.parametrize(("claim", "condition"), PAIRS)
def test_a_claim_goes_through_and_a_condition_is_held(held, claim, condition):
    assert not held("conditional", claim)
    assert held("conditional", condition)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_condition_goes_through(held, claim):
    assert not held("conditional", claim)
