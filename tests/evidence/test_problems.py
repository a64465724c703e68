import pytest

from medlint.document import Document, Inline, Run, Segment
from medlint.evidence.problems import (
    citation_after_stop,
    malformed_identifier,
    placeholder,
    undefined_note,
)


def page(text, *inlines, source=None, scope="text"):
    segment = Segment(text, scope, (Run(0, 0, len(text), len(text)),), inlines)
    return Document("page.md", source or text, "markdown", (segment,))


def found(problem, document):
    return [
        (p.segment.text[p.start : p.end], p.replacement)
        for p in problem(document.segments, document)
    ]


def test_a_malformed_identifier_is_found_in_text():
    assert found(malformed_identifier, page("Read doi:1O.1234/x1.")) == [
        ("doi:1O.1234/x1", "doi:10.1234/x1")
    ]


def test_a_bare_address_is_judged_by_the_source_and_can_be_mended():
    source = "Read http://dx.doi.org/10.1234/x1 now."
    address = source.split()[1]
    document = page(
        source.replace(address, "*" * len(address)),
        Inline("url", 5, 5 + len(address)),
        source=source,
    )
    (problem,) = malformed_identifier(document.segments, document)
    assert (problem.start, problem.end) == (5, 5 + len(address))
    assert problem.replacement == "https://doi.org/10.1234/x1"
    assert problem.severity == "suggestion"


def test_a_link_s_target_is_judged_but_the_words_are_never_replaced():
    document = page("Read the trial.", Inline("link", 9, 14, "https://doi.org/10.1234.x1"))
    (problem,) = malformed_identifier(document.segments, document)
    assert (problem.subject, problem.replacement) == ("https://doi.org/10.1234.x1", None)
    assert "slash" in problem.message


def test_a_pointer_without_a_definition_is_a_problem():
    text = "Peels help.[^a] Light helps.[^b] It lasts.[^b]"
    document = page(text, source=text + "\n\n[^a]: Holm 2019.")
    assert [shown for shown, _ in found(undefined_note, document)] == ["[^b]"]


@pytest.mark.parametrize(
    "mark",
    [
        "[citation needed]",
        "(REF)",
        "[?]",
        "(Author, Year)",
        "(XX, 20XX)",
        "TODO cite",
        "[add source]",
        "(VERIFY with the maker)",
        "[Source needed]",
    ],
)
def test_placeholders_are_found(mark):
    assert found(placeholder, page(f"Peels help {mark}.")) == [(mark, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ask for a referral (if any).",
        "The author and year are known.",
        "Is it [3]?",
        "We cite TODAY.",
    ],
)
def test_ordinary_brackets_are_no_placeholders(text):
    assert found(placeholder, page(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peels help. (Holm, 2019)", [(". (Holm, 2019)", " (Holm, 2019).")]),
        ("Peels help. [3] Then light.", [(". [3]", " [3].")]),
        ("Peels help.[3] Then light.", [(".[3]", " [3].")]),
        ("Peels help (Holm, 2019). Then light.", []),
        ("Peels help.³ Then light.", []),
        ("Peels help. [3] and [4] agree.", []),
        ("Peels help?! (Holm, 2019)", []),
        ("Peels help … (Holm, 2019)", []),
    ],
)
def test_a_citation_belongs_before_the_stop(text, expected):
    assert found(citation_after_stop, page(text)) == expected


def test_a_block_quotation_keeps_its_citation_after_the_stop():
    assert (
        found(citation_after_stop, page("Peels help. (Holm, 2019)", scope="text.blockquote")) == []
    )
