"""``quoted``: a phrase between quotation marks is held if it is mentioned, not if it is used."""

import pytest

PAIRS = [
    ("Run in “⟦instant⟧” shoes.", "Running promotions like “⟦instant⟧ results this week”."),
    ("Our “⟦zero downtime⟧” facial.", "Phrases such as “⟦zero downtime⟧”."),
    ('Enjoy a "⟦painless⟧" lift.', 'Never write "⟦painless⟧" about a lift.'),
    ("A ‘⟦miracle⟧’ cream.", "The word ‘⟦miracle⟧’ on a cream."),
    ("Our “⟦painless⟧” peel is here.", "“⟦Painless⟧” means different things to different people."),
    ("“⟦No risk⟧” lips from us.", "“⟦No risk⟧” is a breach of the code."),
    ("We call it the “⟦best⟧” lift.", "We do not use the term “⟦best⟧”."),
    ("Patients say “it is ⟦painless⟧”.", "An advert that says “it is ⟦painless⟧”."),
    ("The ⟦permanent⟧ lift.", "The word ⟦permanent⟧ has no place here."),
    (
        "Get “glow”, “⟦instant⟧” and “easy” lips.",
        "Claims like “glow”, “⟦instant⟧” and “easy” need evidence.",
    ),
    ("The so good '⟦cure⟧' is here.", "The so-called '⟦cure⟧' is here."),
    ("The “⟦lunchtime⟧” peel uses acid.", "Replace “⟦lunchtime⟧” with “short”."),
    ("Say hello to “⟦instant⟧” lips.", "Say “fast” instead of “⟦instant⟧”."),
]

CLAIMS = [
    "“My skin is ⟦cured⟧.”",
    '"I look ⟦10 years younger⟧!" says Anna.',
    "She said: “my acne is ⟦cured⟧”.",
    "As our clients say, “⟦painless⟧ and quick”.",
    "Known as the “lunchtime” lift, it is ⟦painless⟧.",
    "The word “peel” is old; ours is ⟦painless⟧.",
    "It’s the clinic’s ⟦painless⟧ peel.",
]


@pytest.mark.parametrize(("used", "mentioned"), PAIRS)
def test_a_used_phrase_goes_through_and_a_mentioned_one_is_held(held, used, mentioned):
    assert not held("quoted", used)
    assert held("quoted", mentioned)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_testimonial_or_a_phrase_outside_the_quotation_goes_through(held, claim):
    assert not held("quoted", claim)


def test_an_inline_quotation_of_html_counts(held):
    page = "<p>Words such as <q>⟦painless⟧</q> are avoided.</p>"
    assert held("quoted", page, "html")
