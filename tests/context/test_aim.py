"""``aim``: an aim is not a promise."""

import pytest

PAIRS = [
    ("We ⟦erase⟧ lines.", "We aim to ⟦erase⟧ lines."),
    ("Our result is a ⟦flawless⟧ face.", "Our goal is a ⟦flawless⟧ face."),
    ("We never stop trying to get ⟦flawless⟧ skin.", "We try to get ⟦flawless⟧ skin."),
    ("Work with the ⟦best⟧.", "We work towards the ⟦best⟧."),
]

CLAIMS = [
    "Try our ⟦permanent⟧ lift.",
    "We target lines ⟦permanently⟧.",
    "Reach your goals with ⟦permanent⟧ results.",
    "We aim to please, and results ⟦last forever⟧.",
]


@pytest.mark.parametrize(("claim", "aim"), PAIRS)
def test_a_claim_goes_through_and_an_aim_is_held(held, claim, aim):
    assert not held("aim", claim)
    assert held("aim", aim)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_an_aim_goes_through(held, claim):
    assert not held("aim", claim)
