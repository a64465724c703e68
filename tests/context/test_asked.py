"""``asked``: a question claims nothing, unless it sells."""

import pytest

PAIRS = [
    ("## What makes lips ⟦perfect⟧", "## What is a ⟦perfect⟧ lip"),
    ("Fillers ⟦last forever⟧: that is true.", "Fillers ⟦last forever⟧: is that true?"),
    ("What if you could have ⟦flawless⟧ skin?", "What if the result is not ⟦flawless⟧?"),
    ("Our filler is ⟦permanent⟧.", "Is our filler ⟦permanent⟧?"),
    ("Lasers remove hair ⟦permanently⟧.", "Can lasers remove hair ⟦permanently⟧?"),
    ("It does ⟦last forever⟧.", "Does it ⟦last forever⟧?"),
    ("## Fillers are ⟦permanent⟧", "## Are fillers ⟦permanent⟧"),
    ("## Lasers ⟦cure⟧ acne", "## Can lasers ⟦cure⟧ acne"),
    ("## Lips that ⟦last forever⟧", "## Do lip fillers ⟦last forever⟧"),
    ("## How our laser ⟦cures⟧ acne", "## How long does it take until acne is ⟦cured⟧"),
    ("- Results are ⟦permanent⟧", "- Are results ⟦permanent⟧"),
    ("The effect is ⟦permanent⟧.", "Q: Is the effect ⟦permanent⟧"),
    ("We remove hair ⟦permanently⟧.", "Patients often ask if we remove hair ⟦permanently⟧."),
    ("Ask us about our ⟦permanent⟧ lift.", "Ask us whether the lift is ⟦permanent⟧."),
    ("Experts know that it is ⟦permanent⟧.", "It is not known whether it is ⟦permanent⟧."),
    ("Ready for lips that ⟦last forever⟧?", "Which lips ⟦last forever⟧?"),
    ("Want ⟦permanent⟧ results?", "Do you want to know if it is ⟦permanent⟧?"),
    ("Does it ⟦last forever⟧? Yes!", "Does it ⟦last forever⟧? No."),
    ("Is it ⟦painless⟧? Absolutely.", "Is it ⟦painless⟧? Yes, in most people."),
]

CLAIMS = [
    "# The ⟦permanent⟧ lift: is it right for you?",
    "## What a ⟦permanent⟧ lift can do for you",
    "Are you looking for ⟦permanent⟧ hair removal?",
    "Tired of shaving and ready to be ⟦hair-free⟧?",
    "So, would you like a lift that is ⟦permanent⟧?",
    "Why settle for less than ⟦flawless⟧ skin?",
    "Who says beauty can't ⟦last forever⟧?",
    "What if your wrinkles ⟦vanished⟧?",
    "Isn't it time for ⟦flawless⟧ skin?",
    "Why is our laser the ⟦best⟧?",
    "Did you know that our peel ⟦cures⟧ acne?",
    "⟦Why wait⟧?",
    "⟦What are you waiting for⟧?",
    "Ladies, ready for ⟦permanent⟧ lips?",
    # The question comes after the statement.
    "Our laser removes hair ⟦permanently⟧, so why wait?",
    "Results that ⟦last forever⟧ – sounds good?",
    "The lift is ⟦permanent⟧, isn't it?",
    # Another sentence asks.
    "Does it hurt? It is ⟦painless⟧.",
    "Does it last? Yes, it ⟦lasts forever⟧.",
    "Any questions? Our team is the ⟦best⟧.",
    "## Have lips that ⟦last forever⟧",
    "## Why exosomes ⟦cure⟧ acne",
]


@pytest.mark.parametrize(("claim", "question"), PAIRS)
def test_a_claim_goes_through_and_its_question_is_held(held, claim, question):
    assert not held("asked", claim)
    assert held("asked", question)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_question_goes_through(held, claim):
    assert not held("asked", claim)
