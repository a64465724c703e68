"""The guards of a claim rule together, on sentences as clinics write them.

Promotional copy full of look-alikes of cues; careful copy full of look-alikes of claims.
"""

import pytest

GUARDS = ("negated", "asked", "cautioned", "reported", "quoted", "harm")

CLAIMS = """
You'll never need a razor again: our laser removes hair ⟦permanently⟧.
Whether you are 20 or 60, our peel gives ⟦flawless⟧ skin.
No more needles – ⟦instant⟧ lips in minutes.
Unlike our competitors, we ⟦guarantee⟧ your results.
Other clinics can't ⟦match⟧ our results.
Not your average facial: ⟦instant⟧, visible and lasting.
Without a single cut, Ultralift ⟦permanently⟧ tightens the jaw.
Patients who have not responded to creams are ⟦cured⟧ in weeks.
Because we don't cut corners, your results are ⟦guaranteed⟧.
Once the course is done, hair is ⟦gone for good⟧.
We believe that nobody should live with acne, so we ⟦cure⟧ it.
Tired of filler that doesn't last? Ours is ⟦permanent⟧.
Our laser has ⟦no side effects⟧ and no downtime.
With ⟦no downtime⟧, you don't have to take a day off.
The regulator has approved our device, and results are ⟦guaranteed⟧.
Dr Lee, who does not believe in half measures, offers ⟦permanent⟧ hair removal.
If a quick fix isn't for you, choose our ⟦permanent⟧ solution.
It's ⟦completely safe⟧, so don't worry.
Results you can't get anywhere else, ⟦guaranteed⟧.
It does more than hide lines; it ⟦erases⟧ them.
Forget downtime: this peel is ⟦painless⟧.
Say goodbye to unwanted hair ⟦forever⟧, without pain or surgery.
There is nothing our laser cannot ⟦erase⟧.
Is your skin dull? Get ⟦instant⟧ glow today.
Looking younger has never been this easy: ⟦10 years younger⟧ in a lunch break.
"I was sceptical, but my acne is ⟦cured⟧," says Jo.
What's the secret? Our ⟦miracle⟧ serum.
Your results will ⟦never fade⟧.
The treatment is quick, ⟦painless⟧ and not at all expensive.
Fact: our laser removes hair ⟦permanently⟧.
No wonder our clients call it a ⟦miracle⟧.
It may sound too good to be true, but our patients look ⟦10 years younger⟧.
Scientists didn't expect it: a cream that ⟦reverses ageing⟧.
Not only do we offer the ⟦best⟧ care, we also listen.
Our ⟦permanent⟧ hair removal is suitable for scars and tattoos.
Your skin won't just look better, it will be ⟦flawless⟧.
We remove scars, lumps and tattoos ⟦permanently⟧.
Why be unhappy with thin lips when you could have ⟦perfect⟧ lips?
Can't decide? Every one of our peels gives ⟦flawless⟧ skin.
Don't be fooled by cheap copies – only ours is ⟦100% safe⟧.
Your lips won't need surgery for a ⟦perfect⟧ pout.
Never before has a laser been so ⟦painless⟧.
You couldn't ask for a ⟦better⟧ clinic.
Nobody does ⟦permanent⟧ make-up like us.
Hair-free ⟦forever⟧? Yes please!
Age is just a number: ⟦turn back the clock⟧ today!
Our clinic isn't the biggest, but we are the ⟦best⟧.
Why wait? ⟦Instant⟧ results are one call away.
No pain, no gain? Not with our ⟦painless⟧ laser.
Because every skin is different, our peel is ⟦safe for everyone⟧.
A ⟦miracle⟧ cream that your friends won't know about.
It's ⟦risk-free⟧ because we don't use needles.
Discover why thousands trust our ⟦permanent⟧ lift.
Don't hide behind make-up: get ⟦flawless⟧ skin.
Do you dream of ⟦perfect⟧ teeth?
Have you always wanted a ⟦perfect⟧ nose?
The first device that is FDA cleared and ⟦clinically proven⟧.
Some treatments take weeks. Ours is ⟦instant⟧.
Myth-busting results: ⟦10 years younger⟧ in one visit.
Our patients say goodbye to acne ⟦for good⟧.
Stop worrying about wrinkles: we ⟦erase⟧ them.
No filler, no needle, just ⟦instant⟧ lift.
It removes the risk of bruising and gives ⟦permanent⟧ results.
The ⟦safest⟧ laser on the market, with no known risks.
You don't have to be rich to have ⟦flawless⟧ skin.
It's not magic, it's science: a ⟦permanent⟧ cure for frown lines.
Permanent make-up does not smudge and ⟦never fades⟧.
Not satisfied? We ⟦guarantee⟧ your money back.
Stretch marks ⟦disappear for good⟧.
Our treatment is ⟦100% natural⟧, with no chemicals.
Results may surprise you: skin that is ⟦flawless⟧.
We cannot recommend this ⟦miracle⟧ serum enough.
A treatment that works when others don't: ⟦permanent⟧ fat removal.
With results like these, who needs surgery? ⟦Permanent⟧ lift, one visit.
Don’t just cover spots, ⟦cure⟧ them.
Our peel is gentle, not to mention ⟦permanent⟧.
With us, there's no waiting: results are ⟦instant⟧.
There's a reason why we are the ⟦best⟧: we never cut corners.
It isn't cheap, though the effect is ⟦permanent⟧.
While diets rarely work, our laser removes fat ⟦for good⟧.
A lift that needs no stitches and ⟦lasts a lifetime⟧.
You can stop using creams; our laser ⟦cures⟧ acne.
Clients rave that we are the ⟦best clinic in town⟧.
Say yes to skin that is never dull and always ⟦flawless⟧.
They said it couldn't be done, yet we ⟦erase⟧ deep lines.
The best part? ⟦No downtime⟧!
Who needs filters when you have ⟦flawless⟧ skin?
Doctors agree: it is ⟦completely safe⟧.
Avoid the knife and ⟦turn back time⟧.
Without exception our clients are ⟦pain-free⟧.
Don't you deserve ⟦perfect⟧ skin?
No need to worry about scars: we remove them ⟦permanently⟧.
We know you don't want to wait, so results are ⟦immediate⟧.
Even if nothing else has helped, we can ⟦cure⟧ your acne.
Some call it magic, we call it a ⟦permanent⟧ solution.
Ever wished lines would ⟦vanish⟧?
Our team does not guess – it ⟦guarantees⟧.
Less pain, no scars and ⟦lifelong⟧ results.
It is no secret that our laser is the ⟦best⟧.
Wrinkles don't stand a chance: they ⟦disappear forever⟧.
Never has beauty been so ⟦effortless⟧.
No one leaves our clinic without ⟦flawless⟧ skin.
Our cream contains no parabens, it is ⟦100% safe⟧.
For those who hate needles, we offer ⟦painless⟧ botox.
What makes our clinic special is ⟦guaranteed⟧ results.
Surgery isn't for everyone, but ⟦perfect skin⟧ is.
Our serum doesn't just hydrate – it ⟦reverses ageing⟧.
With ultrasound ⟦there is no risk of burns⟧.
It does not hurt and ⟦you won't ever shave again⟧.
This facial ⟦comes with no downtime⟧ and no needles.
Not a single patient has complained: it is ⟦100% safe⟧.
You'd never know that she had work done: ⟦flawless⟧!
Ten years of sun damage, ⟦erased⟧.
The laser never touches the skin, so it is ⟦painless⟧.
It's less invasive than surgery and just as ⟦permanent⟧.
You have not lived until you have seen ⟦instant⟧ lips.
We use no fillers, only ⟦natural, safe⟧ methods.
⟦50% off⟧ all peels – don't miss out!
Not long left: ⟦50% off⟧ until Friday.
Can't make it this week? The ⟦50% off⟧ offer runs till Sunday.
I had given up hope, nothing worked, and now my acne is ⟦cured⟧!
The ⟦best⟧ part is that it doesn't hurt.
No more bad hair days, ⟦guaranteed⟧.
Bruising is unlikely, results are ⟦guaranteed⟧.
If you suffer from acne, our peel will ⟦cure⟧ it.
When other treatments fail, ours ⟦cures⟧ acne.
- ⟦Permanent⟧ results, no maintenance
- No scars, no stitches, ⟦instant⟧ results
## ⟦Painless⟧ hair removal: what to expect
## How we ⟦erase⟧ wrinkles
Smile without lines ⟦for life⟧.
As seen on TV, the ⟦miracle⟧ cream is here.
One session is not enough? Three sessions ⟦erase⟧ any tattoo.
She did not want surgery and got a ⟦permanent⟧ lift.
Our serum is not tested on animals and ⟦reverses ageing⟧.
Thousands of clients can't be wrong: it is the ⟦best⟧.
You can't put a price on ⟦flawless⟧ skin.
Never underestimate the power of our ⟦miracle⟧ mask.
The only limit is the sky: ⟦guaranteed⟧ weight loss.
Because beauty shouldn't hurt, our peel is ⟦painless⟧.
Rosacea? ⟦Cured⟧ in three visits.
Skip the surgeon and ⟦look 10 years younger⟧.
If you hate razors, try ⟦permanent⟧ hair removal.
Whatever your age, we ⟦guarantee⟧ a result.
It doesn't matter how deep the line is, we ⟦erase⟧ it.
Forget what you heard about lasers being painful: ours is ⟦pain-free⟧.
No two faces are alike, but every one leaves ⟦flawless⟧.
Our doctors never rush and always deliver ⟦perfect⟧ results.
It won't break the bank: ⟦instant⟧ lift from £99.
We're not saying it's magic, but it's ⟦permanent⟧.
Wave goodbye to cellulite ⟦once and for all⟧!
It is hard to believe, but it is ⟦100% effective⟧.
Unwanted hair is history: ⟦permanently⟧ smooth legs.
"""

CAREFUL = """
This does not mean that results are ⟦permanent⟧ or that you will not need top-ups.
It would be wrong to call the effect ⟦permanent⟧.
Please note that we are not able to offer a ⟦guarantee⟧ on cosmetic work.
Nobody should tell you that surgery is ⟦risk-free⟧.
While effective, toxin injections are not a ⟦permanent⟧ solution.
There is no such thing as a ⟦permanent⟧ filler that suits all.
Fillers are temporary, not ⟦permanent⟧.
Hyaluronic acid is broken down over time, so the result isn't ⟦permanent⟧.
Neither treatment can ⟦cure⟧ rosacea.
Acne can be controlled but not ⟦cured⟧.
Be cautious if someone offers you ⟦guaranteed⟧ results.
Steer clear of websites promising ⟦instant⟧ weight loss.
A clinic that tells you a peel is ⟦risk-free⟧ is not being honest.
Claims of ⟦permanent⟧ fat loss should be treated with caution.
Adverts promising ⟦no downtime⟧ mislead patients.
The watchdog upheld a complaint about an advert for ⟦painless⟧ lasers.
Under the code, we may not describe a treatment as ⟦safe⟧.
How ⟦safe⟧ is a chemical peel?
Will my lips look ⟦natural⟧?
Should I expect ⟦permanent⟧ results after one session?
In rare cases filler causes ⟦permanent⟧ loss of sight.
Burns can leave marks that ⟦last a lifetime⟧.
You will see the words “⟦clinically proven⟧” on many jars.
“⟦Anti-ageing⟧” is a marketing term.
We never use the phrase "⟦zero downtime⟧".
Results are neither instant nor ⟦permanent⟧.
It is impossible to ⟦guarantee⟧ an outcome.
Laser hair reduction is just that: it does not remove hair ⟦for good⟧.
We would rather lose a booking than promise a ⟦perfect⟧ result.
It's unrealistic to expect ⟦flawless⟧ skin after one peel.
Skin boosters hydrate; they don't ⟦erase⟧ wrinkles.
Ask your practitioner whether the product is ⟦FDA-approved⟧.
We can't promise you ⟦perfect⟧ symmetry.
Although popular, the peel has never been shown to ⟦cure⟧ melasma.
Instead of promising ⟦perfection⟧, we explain the limits.
Many patients believe that fillers ⟦last forever⟧, which is not the case.
No honest surgeon will ⟦guarantee⟧ a scar-free result.
It isn't possible for any cream to ⟦reverse ageing⟧.
The treatment is not suitable for people hoping for ⟦permanent⟧ change.
Few treatments are truly ⟦painless⟧.
Results are not ⟦guaranteed⟧ and vary from person to person.
Every treatment carries risk; none is ⟦completely safe⟧.
There are no ⟦miracle⟧ creams.
You should not expect a laser to remove every hair ⟦permanently⟧.
The drops are not intended to diagnose, treat, ⟦cure⟧ or prevent any disease.
The effect wears off, so it is not a ⟦permanent⟧ fix.
Botulinum toxin does not tighten skin, fill lines or ⟦stop ageing⟧.
Results differ, and we make no ⟦guarantee⟧ of any kind.
I understand that I have not been given a ⟦guarantee⟧.
Scars never ⟦disappear completely⟧.
It does not ⟦cure⟧ rosacea; it calms it.
No cream removes stretch marks ⟦completely⟧.
What is the difference between reduction and ⟦permanent removal⟧?
Can anyone promise ⟦perfect⟧ results?
Anyone who promises to ⟦erase⟧ every line is overstating what a laser does.
Treat with suspicion any promise of ⟦instant⟧ results.
Be honest: don't promise ⟦flawless⟧ skin.
The ad watchdog told the clinic not to claim that its peel ⟦cures⟧ acne.
The FDA has not approved any device for ⟦permanent⟧ fat loss at home.
In 2022 the court found that the firm's "⟦miracle⟧" claims misled buyers.
The adverse effects can be ⟦permanent⟧.
Nerve damage is rarely ⟦permanent⟧.
Infection can leave ⟦lifelong⟧ scars.
Do not use the term “⟦safe⟧” without context.
Terms such as ⟦miracle⟧ have no place in health copy.
Complete removal is not realistic, and neither is a ⟦perfect⟧ finish.
A course will reduce, not ⟦eliminate⟧, hair growth.
We avoid words like "⟦best⟧".
There's no guarantee the result will be ⟦permanent⟧.
Treatments that ⟦cure⟧ vitiligo do not yet exist.
The idea that a peel can ⟦erase⟧ deep scars is wishful thinking.
A single session won't ⟦eliminate⟧ every hair, and none of our lasers will.
It is too early to say whether exosomes ⟦reverse ageing⟧.
We do not offer treatments marketed as ⟦risk-free⟧.
Surgery is never ⟦without risk⟧.
Minimally invasive does not mean ⟦no downtime⟧.
Anyone offering ⟦no side effects⟧ is misinformed.
Is there ⟦no downtime⟧ at all?
Non-surgical does not equal ⟦risk-free⟧.
No one should expect to be ⟦scar-free⟧ after surgery.
The law forbids clinics to offer ⟦discounts⟧ on toxin.
You may have seen adverts for ⟦instant⟧ weight loss, but they mislead.
We're often asked: is it ⟦permanent⟧?
Do not choose a clinic because it is the ⟦cheapest⟧.
Peels improve acne marks, though they seldom ⟦erase⟧ them.
The laser cannot remove all hair ⟦permanently⟧, and we will not tell you otherwise.
Lasting does not mean ⟦permanent⟧.
By "long-lasting" we do not mean ⟦permanent⟧.
Evidence does not show that collagen drinks ⟦reverse ageing⟧.
Anyone who says there is ⟦no risk⟧ has not read the leaflet.
Nothing in medicine is ⟦100% safe⟧.
A good clinic won't pressure you or promise ⟦perfect⟧ results.
What we cannot offer is a ⟦permanent⟧ cure.
Is "⟦medical-grade⟧" a protected term?
Nobody can say how long it lasts or that it is ⟦permanent⟧.
It isn't true that lasers are ⟦painless⟧.
We do not treat for free, offer ⟦discounts⟧ or pay for reviews.
Serious side effects are rare but can be ⟦permanent⟧.
Rarely, the dye leads to ⟦permanent⟧ skin discolouration.
Be wary of the word “⟦miracle⟧”.
The product is not FDA-approved and has not been shown to ⟦cure⟧ anything.
Neither we nor anybody else can ⟦guarantee⟧ a result.
We don't believe in ⟦quick fixes⟧.
Why a ⟦permanent⟧ filler is a bad idea
Top-ups are needed because the effect is not ⟦permanent⟧.
We don't run ⟦50% off⟧ campaigns on medical treatments.
Discounts such as "⟦50% off⟧" must not be used to promote surgery.
Please do not ask us for ⟦free Botox⟧.
Do not expect ⟦instant results⟧: collagen takes months.
It is not a ⟦painless⟧ procedure.
The procedure isn't entirely ⟦painless⟧ or free of risk.
Please don't think of a peel as ⟦risk-free⟧.
Results aren't always ⟦permanent⟧.
## Is hair removal ⟦permanent⟧?
- Will it ⟦hurt⟧?
Is it ⟦safe⟧ to have filler while pregnant?
A frequent question is whether the lift is ⟦permanent⟧.
Myth: Lasers ⟦cure⟧ acne.
MYTH 3 – Filler is ⟦permanent⟧
"⟦Clinically proven⟧" tells you little without a study.
Beware words like ⟦miracle⟧ or secret.
This is not to say that the peel is ⟦risk-free⟧.
No legitimate clinic would call toxin a ⟦cure⟧.
Even the best surgeon cannot give you ⟦perfect⟧ symmetry.
There is, at present, no ⟦cure⟧ for vitiligo.
There is currently no known ⟦cure⟧ for psoriasis.
Vitiligo has no ⟦cure⟧.
We neither offer nor recommend ⟦permanent⟧ fillers.
Untreated infection may cause ⟦permanent⟧ damage.
The MHRA warns against products sold as ⟦natural Botox⟧.
You should be told that no result is ⟦guaranteed⟧.
Results cannot be ⟦guaranteed⟧.
Nothing on this page is a ⟦guarantee⟧.
It's not about looking ⟦perfect⟧; it's about feeling rested.
We will tell you honestly if ⟦perfect⟧ symmetry is out of reach.
No amount of cream will ⟦erase⟧ a deep scar.
Cellulite cannot be ⟦cured⟧, only made less visible.
Peels can't promise ⟦flawless⟧ skin, and neither can we.
Most effects last months rather than being ⟦permanent⟧.
The effect fades; it is by no means ⟦permanent⟧.
Walk away from anyone who offers ⟦pain-free⟧ surgery.
It is an offence to advertise ⟦Botox⟧ to the public.
Advertising ⟦Botox⟧ to the public is prohibited.
Is there a filler that is ⟦permanent⟧, and would you use it?
We can't say that the results will be ⟦permanent⟧.
Nobody's skin is ⟦flawless⟧.
A filler labelled “⟦permanent⟧” is harder to remove.
Steroid creams can cause ⟦permanent⟧ thinning of the skin.
We refuse to promise ⟦guaranteed⟧ results.
The notion of a ⟦risk-free⟧ operation is false.
Hardly any treatment is ⟦painless⟧.
Laser is not advised for ⟦permanent⟧ removal of blond hair.
Exosomes have not been approved and are not a ⟦cure⟧.
"""


@pytest.mark.parametrize("claim", CLAIMS.strip().splitlines())
def test_a_claim_goes_through(held, claim):
    assert not held(GUARDS, claim)


@pytest.mark.parametrize("sentence", CAREFUL.strip().splitlines())
def test_careful_copy_is_held(held, sentence):
    assert held(GUARDS, sentence)
