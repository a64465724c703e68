"""``negated``: a phrase is held back if, and only if, its own clause denies it."""

import pytest

# A claim, and its twin that denies it.
PAIRS = [
    ("Fillers ⟦last forever⟧.", "Fillers do not ⟦last forever⟧."),
    ("Fillers ⟦last forever⟧.", "Fillers don’t ⟦last forever⟧."),
    ("Our peel is ⟦permanent⟧.", "Our peel isn't ⟦permanent⟧."),
    ("The lift will always be ⟦permanent⟧.", "The lift will never be ⟦permanent⟧."),
    ("We ⟦guarantee⟧ smooth skin.", "We cannot ⟦guarantee⟧ smooth skin."),
    ("Everyone can ⟦guarantee⟧ this.", "No one can ⟦guarantee⟧ this."),
    ("Beauty ⟦lasts forever⟧.", "Nothing ⟦lasts forever⟧."),
    ("Everyone sees ⟦instant results⟧.", "Not everyone sees ⟦instant results⟧."),
    ("This treatment is ⟦permanent⟧.", "No treatment is ⟦permanent⟧."),
    ("Every filler ⟦lasts forever⟧.", "No filler ⟦lasts forever⟧."),
    ("Neither peels nor lasers hurt: they ⟦cure⟧ acne.", "Neither peels nor lasers ⟦cure⟧ acne."),
    ("Peels are safe and ⟦cure⟧ acne.", "Peels neither dry the skin nor ⟦cure⟧ acne."),
    ("The course manages to ⟦erase⟧ every line.", "The course fails to ⟦erase⟧ every line."),
    ("The effect is ⟦permanent⟧.", "The effect is far from ⟦permanent⟧."),
    ("The effect is nothing but ⟦permanent⟧.", "The effect is anything but ⟦permanent⟧."),
    ("Rosacea is ⟦cured⟧.", "Rosacea is managed rather than ⟦cured⟧."),
    ("The line is ⟦erased⟧ instead of softened.", "The line is softened instead of ⟦erased⟧."),
    ("Melasma is easily ⟦cured⟧.", "Melasma is rarely ⟦cured⟧."),
    ("Results are bound to be ⟦permanent⟧.", "Results are unlikely to be ⟦permanent⟧."),
    ("There is proof that it ⟦cures⟧ acne.", "There is no evidence that it ⟦cures⟧ acne."),
    ("We give a ⟦guarantee⟧.", "We give no ⟦guarantee⟧."),
    ("We pay a ⟦referral bonus⟧.", "We pay no ⟦referral bonus⟧."),
    ("Treatment with a ⟦guarantee⟧.", "Treatment without a ⟦guarantee⟧."),
    ("It works by ⟦erasing⟧ lines.", "It softens the face without ⟦erasing⟧ lines."),
    ("⟦Permanent⟧ results are possible.", "⟦Permanent⟧ results are not possible."),
    ("⟦Permanent⟧ results from fillers exist.", "⟦Permanent⟧ results from fillers do not exist."),
    ("A ⟦scarless⟧ result is certain.", "A ⟦scarless⟧ result cannot be promised."),
    ("Skin that is ⟦flawless⟧ is achievable.", "A ⟦flawless⟧ face is unrealistic."),
    ("A ⟦permanent⟧ result is what we promise.", "A ⟦permanent⟧ result is not what we promise."),
    ("A ⟦permanent⟧ lift we can promise.", "A ⟦permanent⟧ lift we cannot promise."),
    ("This is a quick, ⟦painless⟧ fix.", "This is not a quick, ⟦painless⟧ fix."),
    ("Most treatments are ⟦painless⟧.", "Hardly any treatment is ⟦painless⟧."),
    ("You get a smooth, ⟦permanent⟧ lift.", "You do not get a smooth, ⟦permanent⟧ lift."),
    (
        "The cream will soften, lift and ⟦cure⟧ the skin.",
        "The cream will not soften, lift or ⟦cure⟧ the skin.",
    ),
    (
        "We claim that every one of our patients will be ⟦cured⟧.",
        "We do not claim that every one of our patients will be ⟦cured⟧.",
    ),
    (
        "It is a treatment, in our view, that ⟦lasts forever⟧.",
        "It is not, in our view, a treatment that ⟦lasts forever⟧.",
    ),
    ("There are treatments with ⟦no risk⟧.", "There is no treatment with ⟦no risk⟧."),
    ("This treatment has ⟦no side effects⟧.", "No treatment has ⟦no side effects⟧."),
    ("Every procedure is ⟦without risk⟧.", "No procedure is ⟦without risk⟧."),
    ("We promise ⟦no downtime⟧.", "We never promise ⟦no downtime⟧."),
    ("Natural means ⟦risk-free⟧.", "Natural does not mean ⟦risk-free⟧."),
    ("⟦FDA-approved⟧ means safe.", "⟦FDA-approved⟧ does not mean safe."),
    ("We ⟦guarantee⟧ everything.", "We ⟦guarantee⟧ nothing."),
]

CLAIMS = [
    # Pseudo-negation.
    "It is not only gentle, it also ⟦lasts forever⟧.",
    "It not only lifts but ⟦permanently⟧ tightens.",
    "There is no doubt that it ⟦lasts forever⟧.",
    "Don't miss our ⟦permanent⟧ hair removal.",
    "Don’t wait for ⟦instant results⟧.",
    "Why not enjoy lips that ⟦last forever⟧.",
    "We can't wait to show you ⟦permanent⟧ results.",
    "You won't believe how our treatment ⟦lasts forever⟧.",
    "Never shave again with ⟦permanent⟧ hair removal.",
    "Nothing beats brows that ⟦last forever⟧.",
    "You will not find better ⟦permanent⟧ brows.",
    "Our brows are second to none and ⟦permanent⟧.",
    "No needles are needed for a ⟦permanent⟧ lift.",
    "You do not need surgery to get ⟦permanent⟧ results.",
    "No matter your skin, you get ⟦flawless⟧ results.",
    "We do not stop until your skin is ⟦flawless⟧.",
    "Say no to wrinkles ⟦forever⟧.",
    # The denial is of something else.
    "Don't settle for less: our laser removes hair ⟦permanently⟧.",
    "It is not surgery, but ⟦permanent⟧.",
    "It will not hurt, and results ⟦last forever⟧.",
    "It doesn't hurt and ⟦lasts forever⟧.",
    "It is not a filler, it is ⟦permanent⟧.",
    "If you don't like shaving, ⟦permanent⟧ hair removal is for you.",
    "Unlike creams that do not work, ⟦permanent⟧ hair removal does.",
    "It does not break the skin, which means ⟦instant results⟧.",
    "Rather than a quick fix, we offer ⟦permanent⟧ results.",
    "No needles for ⟦instant results⟧.",
    "No surgery and ⟦permanent⟧ results.",
    "A lift without surgery, ⟦permanent⟧ and gentle.",
    "Lose fat without exercise ⟦forever⟧.",
    "Nobody does ⟦permanent⟧ make-up like us.",
    "It works when others don't: ⟦permanent⟧ fat removal.",
    "Patients who have not responded to creams are ⟦cured⟧.",
    "There is nothing our laser cannot ⟦erase⟧.",
    "Other clinics cannot match our ⟦flawless⟧ results.",
    "A no-needle lift with ⟦permanent⟧ results.",
    "Our ⟦permanent⟧ filler does not migrate.",
    "⟦Permanent⟧ hair removal does not hurt.",
    "⟦Permanent⟧ results that do not cost the earth.",
    "⟦Permanent⟧ brows are not affected by rain.",
    "The mark cannot be fully removed, but it is 80% ⟦gone for good⟧.",
    # Two negations.
    "It never fails to ⟦erase⟧ lines.",
    "It is not impossible to ⟦cure⟧ acne.",
    # The phrase is itself negative, and its neighbours too.
    "It ⟦does not fade⟧.",
    "No needles, ⟦no downtime⟧.",
    "No pain and ⟦no side effects⟧.",
    "No surgery ⟦no scars⟧.",
    "It is not surgery, and there is ⟦no downtime⟧.",
    "It does not hurt, ⟦no downtime⟧ either.",
]


@pytest.mark.parametrize(("claim", "denial"), PAIRS)
def test_a_claim_goes_through_and_its_denial_is_held(held, claim, denial):
    assert not held("negated", claim)
    assert held("negated", denial)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_beside_a_negation_goes_through(held, claim):
    assert not held("negated", claim)


def test_each_phrase_of_a_sentence_is_judged_by_itself(held):
    assert held("negated", "It is not ⟦permanent⟧, but the effect is instant.")
    assert not held("negated", "It is not permanent, but the effect is ⟦instant⟧.")
