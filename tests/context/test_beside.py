"""``cited``, ``risk_stated`` and ``varies``: what stands beside the phrase makes up for it."""

import pytest

PAIRS = [
    ("cited", "It ⟦lifts⟧ skin in most people.", "It ⟦lifts⟧ skin in most people [3]."),
    ("cited", "It ⟦lifts⟧ skin.", "It ⟦lifts⟧ skin (Ito 2019)."),
    ("cited", "It ⟦lifts⟧ skin.", "It ⟦lifts⟧ skin (Ito et al., 2019)."),
    ("cited", "It ⟦lifts⟧ skin. Ask us.", "It ⟦lifts⟧ skin. See doi:10.1000/1."),
    ("cited", "It ⟦lifts⟧ skin (since 9 am).", "It ⟦lifts⟧ skin.¹"),
    ("risk_stated", "It is ⟦safe⟧ and quick.", "It is ⟦safe⟧, but bruising is common."),
    (
        "risk_stated",
        "It is ⟦safe⟧. Book now.",
        "It is ⟦safe⟧. Side effects are redness and swelling.",
    ),
    ("risk_stated", "It is ⟦safe⟧, with no downtime.", "It is ⟦safe⟧, with some downtime."),
    (
        "risk_stated",
        "It is ⟦safe⟧, reducing the risk of burns.",
        "It is ⟦safe⟧; the risk is burns.",
    ),
    ("varies", "It lasts ⟦12 months⟧.", "It lasts ⟦12 months⟧, but this varies."),
    ("varies", "It takes ⟦weeks⟧.", "It takes ⟦weeks⟧, between 3 and 6."),
    ("varies", "It lasts ⟦12 months⟧ for all.", "On average it lasts ⟦12 months⟧."),
]


@pytest.mark.parametrize(("guard", "bare", "made_up"), PAIRS)
def test_a_bare_claim_goes_through(held, guard, bare, made_up):
    assert not held(guard, bare)
    assert held(guard, made_up)
