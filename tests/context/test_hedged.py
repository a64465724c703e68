"""``hedged``: a word in the phrase's clause weakens it."""

import pytest

PAIRS = [
    ("The effect will be ⟦permanent⟧.", "The effect may be ⟦permanent⟧."),
    ("It does ⟦reduce hair⟧.", "It could ⟦reduce hair⟧."),
    ("It always gives ⟦instant results⟧.", "It often gives ⟦instant results⟧."),
    ("All patients see ⟦instant results⟧.", "Some patients see ⟦instant results⟧."),
    ("It is ⟦painless⟧ for everyone.", "It is ⟦painless⟧ for most people."),
    ("It gives ⟦instant results⟧, guaranteed.", "It gives ⟦instant results⟧, but results vary."),
    ("The lift lasts ⟦12 months⟧.", "The lift lasts about ⟦12 months⟧."),
    ("It removes ⟦90%⟧ of hair.", "It removes up to ⟦90%⟧ of hair."),
    ("It is known to ⟦lift⟧ skin.", "It is thought to ⟦lift⟧ skin."),
    ("It surely ⟦lifts⟧ skin.", "It possibly ⟦lifts⟧ skin."),
    ("We make it ⟦painless⟧.", "We make it ⟦painless⟧ in many cases."),
    ("It proves to be ⟦painless⟧.", "It tends to be ⟦painless⟧."),
]

CLAIMS = [
    "You may book today, and results ⟦last forever⟧.",
    "It can't be anything but ⟦permanent⟧.",
    "You can now enjoy ⟦permanent⟧ lips.",
    "Many people love us because it is ⟦painless⟧.",
    "Lines around your eyes are gone ⟦permanently⟧.",
    "Ask about our ⟦permanent⟧ lift.",
    "It may sting; the result is ⟦permanent⟧.",
    "It may sting, but it is ⟦permanent⟧.",
    "Usually £200: ⟦flawless⟧ skin.",
    "It is ⟦permanent⟧ and you can book online.",
]


@pytest.mark.parametrize(("claim", "hedge"), PAIRS)
def test_a_claim_goes_through_and_its_hedge_is_held(held, claim, hedge):
    assert not held("hedged", claim)
    assert held("hedged", hedge)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_hedge_goes_through(held, claim):
    assert not held("hedged", claim)
