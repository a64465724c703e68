import pytest

from medlint.evidence.identifiers import faults, identifiers, link_fault, linked


def found(text):
    return [(i.kind, text[i.start : i.end]) for i in identifiers(text)]


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("Retinol helps (doi:10.1234/skin.2016.12).", "doi", "doi:10.1234/skin.2016.12"),
        ("As 10.1016/S0140-6736(05)67728-8, says", "doi", "10.1016/S0140-6736(05)67728-8"),
        ("see https://doi.org/10.1234/abc.", "doi", "https://doi.org/10.1234/abc"),
        ("(PMID: 7654321)", "pmid", "PMID: 7654321"),
        ("PMCID: PMC7654321.", "pmcid", "PMCID: PMC7654321"),
        ("The trial (NCT01234567) is open.", "nct", "NCT01234567"),
        ("ISRCTN12345678", "isrctn", "ISRCTN12345678"),
        ("arXiv:2103.01234v2", "arxiv", "arXiv:2103.01234v2"),
    ],
)
def test_an_identifier_is_found_without_the_sentence_s_punctuation(text, kind, shown):
    assert found(text) == [(kind, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "The cream holds 10.5 mg in 10.25 ml.",
        "Call 10.30 or 11.00.",
        "Doing nothing helps.",
        "10.1/2",
    ],
)
def test_numbers_and_words_are_no_identifiers(text):
    assert found(text) == []


def test_a_sici_form_keeps_its_angle_brackets():
    text = "doi:10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2, read"
    assert found(text) == [("doi", text.removesuffix(", read"))]
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "says", "mended"),
    [
        ("doi:10.1234/skin–2019–17", "dash", "doi:10.1234/skin-2019-17"),
        ("doi:10.1234/ skin.2019", "space", "doi:10.1234/skin.2019"),
        ("doi: 10. 1234/skin.2019", "space", "doi: 10.1234/skin.2019"),
        ("doi:1O.1234/skin.2019", "letter", "doi:10.1234/skin.2019"),
        ("doi:10.l234/skin.2019", "letter", "doi:10.1234/skin.2019"),
        ("doi:10.1234.skin.2019", "slash", None),
        ("doi:10.123/skin.2019", "four to nine digits", None),
        ("https://doi.org/https://doi.org/10.1234/x1", "twice", "https://doi.org/10.1234/x1"),
        ("doi:https://doi.org/10.1234/x1", "twice", "https://doi.org/10.1234/x1"),
        ("doi:10.1234/skin.2019.pdf", "does not belong", "doi:10.1234/skin.2019"),
        ("https://doi.org/10.1234/x1/full", "does not belong", "https://doi.org/10.1234/x1"),
        ("https://doi.org/10.1234/x1?via=a", "does not belong", "https://doi.org/10.1234/x1"),
        ("https://doi.org/10.1234/x1#s2", "does not belong", "https://doi.org/10.1234/x1"),
        ("doi:10.1234/skin.2019PMID: 123", "glued", "doi:10.1234/skin.2019 PMID"),
        ("doi:10.1234/skin.2019-", "cut off", None),
        ("doi:10.1234/S0140(05", "bracket", None),
        ("https://dx.doi.org/10.1234/x1", "write the link", "https://doi.org/10.1234/x1"),
        ("http://doi.org/10.1234/x1", "write the link", "https://doi.org/10.1234/x1"),
        ("PMID: 123456789", "eight digits", None),
        ("PMID: 0123", "leading zero", None),
        ("PMID: PMC7654321", "bare number", None),
        ("PMCID: 7654321", "begins with 'PMC'", "PMCID: PMC7654321"),
        ("NCT0123456", "eight digits", None),
        ("NCT 01234567", "between", "NCT01234567"),
        ("ISRCTN1234567", "eight digits", None),
        ("arXiv:2113.01234", "month", None),
    ],
)
def test_a_fault_is_named_and_mended_where_that_is_certain(text, says, mended):
    (fault,) = [f for f in faults(text) if not f.message.startswith("a PMID") or "PMID" in text[:5]]
    assert says in fault.message
    assert fault.replacement == mended


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1234/skin.2019.17.",
        "(doi:10.1016/S0140-6736(05)67728-8)",
        "https://doi.org/10.1111/jdv.12345, read it",
        "doi: pending",
        "The doi is missing.",
        "PMID 7654321; NCT01234567; PMC123456",
        "https://publisher.example/doi/full/10.1234/x1/full",
    ],
)
def test_sound_identifiers_raise_nothing(text):
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://doi.org/10.1234/ABC", ("doi", "10.1234/abc")),
        ("https://pubmed.ncbi.nlm.nih.gov/7654321/", ("pmid", "7654321")),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC765/", ("pmcid", "PMC765")),
        ("https://clinicaltrials.gov/study/NCT01234567", ("nct", "NCT01234567")),
        ("https://publisher.example/doi/full/10.1234/x1", ("doi", "10.1234/x1")),
        ("https://clinic.example/prices", None),
        ("/prices", None),
    ],
)
def test_a_link_names_the_identifier_it_leads_to(url, named):
    assert linked(url) == named


def test_a_link_s_own_fault_spans_the_address():
    url = "https://doi.org/10.1234.skin"
    fault = link_fault(url)
    assert fault is not None
    assert (fault.start, fault.end) == (0, len(url))
    assert link_fault("https://doi.org/10.1234/skin.1") is None
    assert link_fault("https://clinic.example/x") is None
