"""``harm``: what lasts is harm, not a result."""

import pytest

PAIRS = [
    ("It gives ⟦permanent⟧ smoothness.", "It can leave ⟦permanent⟧ scarring."),
    ("⟦Permanent⟧ hair removal.", "⟦Permanent⟧ hair loss."),
    ("⟦Permanent⟧ removal of scars.", "⟦Permanent⟧ discoloured scars."),
    ("⟦Permanent⟧ scar removal.", "⟦Permanent⟧ scar damage."),
    ("⟦Permanent⟧ relief from swelling.", "⟦Permanent⟧ facial swelling."),
    ("A ⟦permanent⟧ solution for hair loss.", "A ⟦permanent⟧ nerve injury."),
    ("Scars are ⟦permanently⟧ removed.", "Scars are sometimes ⟦permanent⟧."),
    ("Your scars ⟦vanish forever⟧.", "Scars that ⟦last forever⟧."),
    ("The chance of ⟦permanent⟧ beauty.", "The risk of ⟦permanent⟧ change."),
    ("It results in ⟦permanent⟧ lifting.", "It results in ⟦permanent⟧ numbness."),
    ("Skin is ⟦permanently⟧ smooth.", "Skin is ⟦permanently⟧ damaged."),
    ("It ⟦permanently⟧ damages the hair follicle.", "It ⟦permanently⟧ damages the skin."),
    ("⟦Lasting⟧ changes in how you feel.", "⟦Lasting⟧ changes in pigmentation."),
    ("⟦Permanent⟧ fat loss.", "⟦Permanent⟧ vision loss."),
    ("Acne is gone ⟦for good⟧.", "Left untreated, acne marks stay ⟦for good⟧."),
]

CLAIMS = [
    "It leaves skin ⟦permanently⟧ soft.",
    "Our care, including ⟦permanent⟧ hair removal.",
    "It reverses signs of ageing ⟦forever⟧.",
    "Scars and burns fade, and the result is ⟦permanent⟧.",
    "We treat scars with ⟦permanent⟧ results.",
    "⟦Permanent⟧ results without scarring.",
    "⟦Permanent⟧ tattoo removal.",
    "⟦Permanent⟧ hair loss treatment.",
    "It removes scars ⟦permanently⟧.",
]


@pytest.mark.parametrize(("benefit", "harm"), PAIRS)
def test_a_benefit_goes_through_and_a_harm_is_held(held, benefit, harm):
    assert not held("harm", benefit)
    assert held("harm", harm)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_benefit_beside_a_harm_goes_through(held, claim):
    assert not held("harm", claim)
