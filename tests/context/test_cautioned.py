"""``cautioned``: a warning of a claim is no claim."""

import pytest

PAIRS = [
    ("We tell you that a lift is ⟦painless⟧.", "If you were told that a lift is ⟦painless⟧, ask."),
    ("⟦Countdown⟧ deals are on.", "⟦Countdown⟧ deals are likely to be judged irresponsible."),
    ("Glow: a ⟦detox⟧ facial.", "Words to watch: glow, ⟦detox⟧."),
    ("Fact. Fillers ⟦last forever⟧.", "Myth. Fillers ⟦last forever⟧."),
    ("Always: ⟦painless⟧ lifts.", "Avoid: ⟦painless⟧ lifts."),
    ("| We say |\n|--|\n| ⟦painless⟧ |", "| Myth: it is ⟦painless⟧ |\n|--|\n| No |"),
    ("Enjoy ⟦permanent⟧ results.", "Beware of ⟦permanent⟧ results."),
    ("We are a clinic that promises ⟦no risk⟧.", "Avoid any clinic that promises ⟦no risk⟧."),
    ("Anyone can have ⟦flawless⟧ skin.", "Be wary of anyone who promises ⟦flawless⟧ skin."),
    (
        "If you want results that are ⟦guaranteed⟧, book now.",
        "If a clinic tells you that results are ⟦guaranteed⟧, walk away.",
    ),
    ("Trust us for ⟦permanent⟧ lips.", "Do not trust ⟦permanent⟧ lips."),
    ("A ⟦pain-free⟧ lift is our speciality.", "A ⟦pain-free⟧ lift is a myth."),
    ("⟦Guaranteed⟧ results are our promise.", "⟦Guaranteed⟧ results are a red flag."),
    ("Skip the queue: ⟦permanent⟧ lips.", "Skip any diet that promises ⟦permanent⟧ change."),
    ("Fact: fillers ⟦last forever⟧.", "Myth 2: fillers ⟦last forever⟧."),
    ("Result: it ⟦cures⟧ acne.", "Red flag – it ⟦cures⟧ acne."),
    ("Our promise of ⟦instant results⟧ is real.", "False promises of ⟦instant results⟧ abound."),
    ("It is true that lasers are ⟦painless⟧.", "It is a myth that lasers are ⟦painless⟧."),
    ("We say that it is ⟦risk-free⟧.", "It is misleading to say that it is ⟦risk-free⟧."),
    ("Fillers ⟦last forever⟧. This is great.", "Fillers ⟦last forever⟧. This is not true."),
    ("Our team will say it is ⟦painless⟧.", "Our team must never say it is ⟦painless⟧."),
    ("A ⟦permanent⟧ cure is offered here.", "A ⟦permanent⟧ cure should make you suspicious."),
    (
        "## Our results\n\n- Fillers ⟦last forever⟧",
        "## Common myths\n\n- Fillers ⟦last forever⟧",
    ),
    (
        "## Why us\n\nLips that ⟦last forever⟧.",
        "## What we never promise\n\nLips that ⟦last forever⟧.",
    ),
    ("We always promise:\n\n- a ⟦permanent⟧ lift", "We never promise:\n\n- a ⟦permanent⟧ lift"),
    (
        "Words our patients use:\n\n- ⟦painless⟧",
        "Words to avoid in your copy:\n\n- ⟦painless⟧",
    ),
    (
        "## About peels\n\n### Peels ⟦cure⟧ acne",
        "## Myths about peels\n\n### Peels ⟦cure⟧ acne",
    ),
]

CLAIMS = [
    "## Myths and facts\n\nFact: our laser is ⟦painless⟧.",
    "## Myths\n\n**Truth 2.** Our filler ⟦lasts forever⟧.",
    "Avoid surgery. Our laser ⟦permanently⟧ lifts.",
    "Wrong turn? Our peel gives ⟦flawless⟧ skin.",
    "It sounds unreal, but our laser removes hair ⟦permanently⟧.",
    "It is a myth that lasers hurt: ours is ⟦painless⟧.",
    "Avoid surgery with our ⟦permanent⟧ lift.",
    "Don't believe the myths: we ⟦guarantee⟧ results.",
    "We are one of the few clinics that promise ⟦permanent⟧ results.",
    "Many clinics promise a glow, but we deliver ⟦permanent⟧ results.",
    "In terms of ⟦permanent⟧ results, we lead.",
    "You will love the idea of ⟦permanent⟧ brows.",
    "I could not believe how the spots ⟦vanished⟧.",
    "Our promise that results ⟦last forever⟧ is in writing.",
    "## Never shave again\n\nA laser with ⟦permanent⟧ results.",
    "## Don't wait\n\nGet ⟦permanent⟧ results.",
    "We bust myths about peels. This is what you get:\n\n- ⟦permanent⟧ results",
    "## Myths\n\nFillers hurt.\n\n## Our laser\n\nIt is ⟦painless⟧.",
]


@pytest.mark.parametrize(("claim", "warning"), PAIRS)
def test_a_claim_goes_through_and_its_warning_is_held(held, claim, warning):
    assert not held("cautioned", claim)
    assert held("cautioned", warning)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_warning_goes_through(held, claim):
    assert not held("cautioned", claim)
