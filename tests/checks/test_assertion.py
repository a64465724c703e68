import pytest

from medlint.checks import Environment
from medlint.checks.assertion import Parameters, finder, literals
from medlint.document import Document, Inline, Run, Segment

TRIGGERS = ("studies (?:show|prove)", r"\d+ ?%")


def document(*blocks, source_tail=""):
    """Make a document of (text, scope, within) blocks."""
    segments, source = [], ""
    for text, *rest in blocks:
        scope, within = (*rest, "text", ())[:2] if rest else ("text", ())
        segments.append(
            Segment(
                text,
                scope,
                (Run(0, len(source), len(text), len(text)),),
                within=frozenset(within or ()),
            )
        )
        source += text + "\n\n"
    return Document("page.md", source + source_tail, "markdown", tuple(segments))


def found(page, **parameters):
    settings = Parameters(triggers=TRIGGERS, **{"cover": "sentence", **parameters})
    return [m.text for m in finder(settings, Environment())(page.segments, page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studies show softer lines.", ["Studies show"]),
        ("Studies show softer lines (Kim, 2019).", []),
        ("Studies show softer lines.[2] Lips swell.", []),
        ("Studies show softer lines. [2] Lips swell.", []),
        ("Studies show softer lines. Kim (2019) tells how.", []),
        ("Lips swell [2]. Studies show softer lines.", ["Studies show"]),
        ("Do studies show softer lines?", []),
        ("Studies  show\u00a0softer lines.", ["Studies  show"]),
    ],
)
def test_a_sentence_that_asserts_needs_a_citation(text, expected):
    assert found(document((text,))) == expected


def test_policies_reach_further():
    text = "Lips swell [2]. It is known: studies show softer lines."
    assert found(document((text,))) == ["studies show"]
    assert found(document((text,)), cover="adjacent") == []
    assert found(document((text,)), cover="paragraph") == []


def test_one_alert_a_block_the_strongest_first_and_the_others_noted():
    text = "Lips swell by 3%. Studies show that 40% shrink. Lines soften by 5%."
    page = document((text,))
    settings = Parameters(triggers=TRIGGERS, cover="sentence")
    (match,) = finder(settings, Environment())(page.segments, page)
    assert match.text == "Studies show"
    assert [text[start:end] for _, start, end, _ in match.related] == ["3%", "5%"]
    assert found(page, per_block=3) == ["Studies show", "3%", "5%"]


def test_the_reference_list_asserts_nothing():
    page = document(
        ("Peels help.",),
        ("References", "text.heading.h2"),
        ("Holm, A. (2019). Studies show peels. Skin Letters, 4, 1–9.", "text.list"),
        ("Orr, B. (2021). Peels: 40% more. Skin Letters, 6, 3–8.", "text.list"),
    )
    assert found(page) == []


def test_a_quotation_with_its_speaker_is_left_alone():
    spoken = document(("Studies show softer lines. — Dr Amy Lind", "text.blockquote"))
    unspoken = document(("Studies show softer lines.", "text.blockquote"))
    assert found(spoken) == []
    assert found(unspoken) == ["Studies show"]


def test_a_lead_in_covers_the_items_of_its_list():
    cited = document(("Trials report [2]:",), ("Lines soften by 40%.", "text.list"))
    uncited = document(("Trials report:",), ("Lines soften by 40%.", "text.list"))
    assert found(cited) == []
    assert found(uncited) == ["40%"]


def test_a_footnote_counts_unless_it_is_a_mere_remark():
    text = "Studies show softer lines.[^a]"

    def page(note):
        source = f"{text}\n\n[^a]: {note}\n"
        runs = (Run(0, source.index(note), len(note), len(note)),)
        return Document(
            "p.md",
            source,
            "markdown",
            (
                Segment(text, "text", (Run(0, 0, len(text), len(text)),)),
                Segment(note, "text.list", runs, within=frozenset({"footnote"})),
            ),
        )

    assert found(page("Holm A. Skin Letters, 2019.")) == []
    assert found(page("Not in every light.")) == ["Studies show"]
    assert found(document((text,))) == []


def test_a_link_to_a_source_covers_its_sentence():
    text = "Studies show softer lines."
    segment = Segment(
        text,
        "text",
        (Run(0, 0, len(text), len(text)),),
        (Inline("link", 0, 7, "https://doi.org/10.1234/x1"),),
    )
    assert found(Document("p.md", text, "markdown", (segment,))) == []


def test_literals_let_a_prefilter_skip_the_rule():
    (literal,) = literals(Parameters(triggers=("studies show",)))
    assert literal in "studies show"
    assert literals(Parameters(triggers=(r"\d%",))) is None


@pytest.mark.parametrize(
    "wrong", [{"triggers": ()}, {"triggers": ("(",)}, {"triggers": ("a",), "per_block": 0}]
)
def test_parameters_that_cannot_work_are_refused(wrong):
    with pytest.raises(ValueError, match=r"triggers|regular|per_block"):
        Parameters(**wrong).validate()
