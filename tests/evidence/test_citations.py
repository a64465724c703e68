import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Inline, Run, Segment
from medlint.evidence import WEAK
from medlint.evidence.citations import citations


def segment(text, *inlines):
    return Segment(text, "text", (Run(0, 0, len(text), len(text)),), inlines)


def shown(text, *inlines):
    return [text[c.span.start : c.span.end] for c in citations(segment(text, *inlines))]


def only(text, *inlines):
    (citation,) = citations(segment(text, *inlines))
    return citation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Collagen thins (Hallam & Orr, 2018).", ["(Hallam & Orr, 2018)"]),
        ("Hallam and Orr (2018) took biopsies.", ["Hallam and Orr (2018)"]),
        ("As Obeng-Reyes et al. (2021, p. 14) say.", ["Obeng-Reyes et al. (2021, p. 14)"]),
        (
            "It varied (see Kim et al., 2019a, 2019b; van der Linde, 2020, pp. 3–9).",
            ["(see Kim et al., 2019a, 2019b; van der Linde, 2020, pp. 3–9)"],
        ),
        (
            "Moss (1996, as cited in O’Dell, 2015) agreed.",
            ["Moss (1996, as cited in O’Dell, 2015)"],
        ),
        ("Use it (British Skin Society [BSS], 2022).", ["(British Skin Society [BSS], 2022)"]),
        ("Use it (BSS, 2023).", ["(BSS, 2023)"]),
        ("So says (“Living With Redness,” n.d.).", ["(“Living With Redness,” n.d.)"]),
        (
            "So said (J. Fenn, personal communication, May 3, 2022).",
            ["(J. Fenn, personal communication, May 3, 2022)"],
        ),
        ("De Vos's (2004) paper set the tone.", ["De Vos's (2004)"]),
        ("D’Arco & al-Amin (2014) disagree.", ["D’Arco & al-Amin (2014)"]),
        ("Work by Carver and colleagues (1992) came first.", ["Carver and colleagues (1992)"]),
        ("Harvard has (Petrov 2017: 44).", ["(Petrov 2017: 44)"]),
        ("Both agree (Sato, in press; Brandt, n.d.-a).", ["(Sato, in press; Brandt, n.d.-a)"]),
        ("Nuñez-Łącki et al., 2016 saw none.", ["Nuñez-Łącki et al., 2016"]),
        ("However, Gold (2013) disagrees.", ["Gold (2013)"]),
        ("Gold (2013; see also Ryan, 2014) disagrees.", ["Gold (2013; see also Ryan, 2014)"]),
        ("Adverts (Office for Skin Data, 2019–2020).", ["(Office for Skin Data, 2019–2020)"]),
        ("Cannulas help (*Pavic et al.*, 2019).", ["(*Pavic et al.*, 2019)"]),
        (
            "The Medicines and Healthcare products Regulatory Agency (2023) wrote.",
            ["Medicines and Healthcare products Regulatory Agency (2023)"],
        ),
        ("Lines soften.[3] Then", ["[3]"]),
        ("Lines soften [3,5–7].", ["[3,5–7]"]),
        ("Lines soften [1][2] and lift [4]-[6].", ["[1][2]", "[4]-[6]"]),
        ("Lines soften.³ Lift came.⁴˒⁵", ["³", "⁴˒⁵"]),
        ("Lines soften.^3,4^ Next.", ["^3,4^"]),
        ("Lines soften [@kim2019; see @berg20, p. 3].", ["[@kim2019; see @berg20, p. 3]"]),
        ("@kim2019 [p. 3] reports less.", ["@kim2019 [p. 3]"]),
        ("Lines soften.[^kim] Lift came.[^2]", ["[^kim]", "[^2]"]),
        ("Lines soften.^[Kim, Skin J, 2019.]", ["^[Kim, Skin J, 2019.]"]),
        ("It helps (doi:10.1234/skin.2016.1).", ["doi:10.1234/skin.2016.1"]),
        ("It is usual (Source: Skin Council survey).", ["(Source: Skin Council survey)"]),
    ],
)
def test_a_citation_is_found_whole(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We moved (May 2019) to new rooms.",
        "Prices rose (March, 2022).",
        "See the chart (Figure 2, 2019).",
        "We opened in Chicago (2019) and grew.",
        "Botox Cosmetic (2002) was cleared.",
        "CoolSculpting (2010) followed.",
        "She left King’s College London (2009) with honours.",
        "Dr. Amy Lind (MBBS, 2008) leads us.",
        "The Consumer Rights Act (2015) applies.",
        "Updated (January 4, 2023).",
        "Rosa Beller (1920–1958) painted it.",
        "We used software (Stata 2019).",
        "Published in *The Skin Journal* (2026), it compares two peels.",
        "Gold’s 2013 trial used 20 units.",
        "A trial (Holm et al.) found less.",
        "It came to 6.1 (95% CI [4, 8]).",
        "The plate is [10, 20] mm wide.",
        "It was [1.2, 3.4], [2019], [0], [x] or [18F].",
        "Energy was 9 J/cm² on 5 cm² at 10⁶ Hz.",
        "R² was .8, χ² was 3 and ¹⁸F decays.",
        "- [ ] todo\n- [x] done",
        "We offer (1) peel, (2) laser, (3) filler.",
        "Follow @ourclinic or write to hello@clinic.example.",
        "See [@fig-lips].",
        "Lines soften.^[Not in every light.]",
        "[3] Holm A. Peels. Skin J.",
        "Call (773) 555-1212.",
        "Treatment 1 (n = 20) beat 2 (p < .05).",
    ],
)
def test_a_false_friend_is_left_alone(text):
    assert shown(text) == []


def test_items_carry_authors_year_suffix_and_locator():
    citation = only("It varied (see Kim et al., 2019a, b; van der Linde & Orr, 2020, p. 3).")
    assert (citation.style, citation.form) == ("author_year", "parenthetical")
    first, second, third = citation.items
    assert (first.authors, first.et_al, first.year, first.suffix) == (("Kim",), True, "2019", "a")
    assert (second.year, second.suffix, first.prefix) == ("2019", "b", "see")
    assert (third.authors, third.locator) == (("van der Linde", "Orr"), "p. 3")


def test_a_secondary_source_is_marked_and_the_other_named():
    moss, odell = only("Moss (1996, as cited in O'Dell, 2015) agreed.").items
    assert (moss.secondary_of, moss.year) == ("O'Dell", "1996")
    assert (odell.authors, odell.year) == (("O'Dell",), "2015")


def test_kinds_of_author_are_told_apart():
    assert only("(J. Fenn, personal communication, May 3, 2022)").items[0].kind == (
        "personal_communication"
    )
    assert only("(British Skin Society [BSS], 2022)").items[0].kind == "organisation"
    assert only("(Office for Skin Data, 2019)").items[0].kind == "organisation"
    assert only("(Hallam & Orr, 2018)").items[0].kind == "person"


def test_number_ranges_are_expanded():
    assert [i.number for i in only("Lines soften [3,5–7].").items] == [3, 5, 6, 7]


def test_inline_elements_are_read():
    assert only("Lines soften.3", Inline("superscript", 13, 14)).style == "superscript"
    assert shown("Area is 5 cm2", Inline("superscript", 12, 13)) == []
    assert only("Lines soften.1", Inline("footnote", 13, 14, "kim")).items[0].key == "kim"
    doi = only("a trial found", Inline("link", 2, 7, "https://doi.org/10.1234/x1"))
    assert (doi.style, doi.items[0].identifier, doi.confidence) == ("link", "10.1234/x1", 1.0)
    numbered = only("read 1 now", Inline("link", 5, 6, "#ref1"))
    assert (numbered.style, numbered.items[0].number) == ("bracket", 1)


def test_an_external_link_is_a_weak_citation_and_an_internal_one_none():
    text = "a trial found"
    assert only(text, Inline("link", 2, 7, "https://journal.example/a")).confidence == WEAK
    assert shown(text, Inline("link", 2, 7, "/treatments/peel")) == []
    assert shown(text, Inline("link", 2, 7, "https://www.instagram.com/clinic")) == []


def test_a_masked_address_is_read_from_the_source():
    source = "See https://pubmed.ncbi.nlm.nih.gov/7654321/ for data."
    address = source.split()[1]
    text = source.replace(address, "*" * len(address))
    masked = Segment(
        text, "text", (Run(0, 0, len(text), len(text)),), (Inline("url", 4, 4 + len(address)),)
    )
    (citation,) = citations(masked, source)
    assert citation.items[0].identifier_kind == "pmid"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "()" * 5_000,
        "[" * 5_000 + "]" * 5_000,
        "(Kim, 2019; " * 900 + ")",
        "(2019) " * 1_500,
    ],
    ids=["open", "pairs", "nested", "segments", "years"],
)
def test_ten_thousand_brackets_end(text):
    for citation in citations(segment(text)):
        assert citation.span.end <= len(text)


@given(st.text(alphabet="()[]^@123⁴, .;&AbKim et al2019–*", max_size=200))
def test_spans_are_in_order_apart_and_inside_the_text(text):
    end = 0
    for citation in citations(segment(text)):
        assert end <= citation.span.start < citation.span.end <= len(text)
        end = citation.span.end
