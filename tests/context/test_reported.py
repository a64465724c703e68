"""``reported``: what a regulator ruled, or others say, is not the page's own claim."""

import pytest

PAIRS = [
    ("We found that it has ⟦no risk⟧.", "The ASA found that ⟦no risk⟧ was wrong to say."),
    ("Our team said it ⟦cures⟧ acne.", "The regulator said that nobody ⟦cures⟧ acne."),
    ("We offer ⟦permanent⟧ lips.", "The FDA has warned of ⟦permanent⟧ lips."),
    ("The lift is ⟦painless⟧.", "According to the MHRA, ⟦painless⟧ is the wrong word."),
    ("⟦No downtime⟧ is what you get.", "⟦No downtime⟧ was ruled to be wrong by the ASA."),
    ("Our clinic promises ⟦permanent⟧ results.", "Some clinics promise ⟦permanent⟧ results."),
    ("Patients say it is ⟦permanent⟧.", "Patients often assume it is ⟦permanent⟧."),
    ("Our filler is the ⟦best⟧.", "Influencers call this filler the ⟦best⟧."),
    ("It is a lasting, ⟦painless⟧ lift.", "It is often marketed as a ⟦painless⟧ lift."),
    ("We can say it ⟦cures⟧ acne.", "The law does not allow us to say it ⟦cures⟧ acne."),
    ("We advertise ⟦risk-free⟧ lips.", "The advert stated that lips are ⟦risk-free⟧."),
    ("Many people enjoy ⟦permanent⟧ lips.", "Many people think lips are ⟦permanent⟧."),
    ("Our code word gives ⟦instant results⟧.", "The code prohibits ⟦instant results⟧ as a claim."),
]

CLAIMS = [
    "The FDA says it works; results are ⟦guaranteed⟧.",
    "Clinics say it takes months; ours is ⟦instant⟧.",
    "Some clinics say it takes months, but ours is ⟦instant⟧.",
    "Our FDA-approved laser was found to remove hair ⟦permanently⟧.",
    "The laser is approved by the FDA and allows ⟦permanent⟧ hair removal.",
    "Our treatments act on collagen and allow ⟦permanent⟧ lifting.",
    "Patients say their skin looks ⟦10 years younger⟧.",
    "Many people love us because results are ⟦permanent⟧.",
    "Experts say it is the ⟦best⟧.",
    "Use the code GLOW and be promised ⟦flawless⟧ skin.",
    "Some people say pain is needed, we say ⟦painless⟧.",
]


@pytest.mark.parametrize(("claim", "report"), PAIRS)
def test_a_claim_goes_through_and_its_report_is_held(held, claim, report):
    assert not held("reported", claim)
    assert held("reported", report)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_report_goes_through(held, claim):
    assert not held("reported", claim)
