from medlint.document import Document, Run, Segment
from medlint.evidence.references import (
    defined,
    definitions,
    entries,
    reference_segments,
    works,
)


def document(*blocks):
    """Make a document of (scope, text) blocks parted by blank lines."""
    segments, source = [], ""
    for scope, text, *within in blocks:
        segments.append(
            Segment(
                text, scope, (Run(0, len(source), len(text), len(text)),), within=frozenset(within)
            )
        )
        source += text + "\n\n"
    return Document("page.md", source, "markdown", tuple(segments))


ONE = "Holm, A. (2019). Peels and light. Skin Letters, 4(2), 1–9."
TWO = "Orr, B., & Kim, C. (2021). Light and peels. Skin Letters, 6(1), 3–8."


def test_a_section_runs_from_its_heading_to_the_next():
    page = document(
        ("text", "Peels help (Holm, 2019)."),
        ("text.heading.h2", "References"),
        ("text.list", ONE),
        ("text.list", TWO),
        ("text.heading.h2", "About us"),
        ("text", "We opened in 2012."),
    )
    assert reference_segments(page) == {1, 2, 3}
    assert [e.place for e in entries(page)] == [2, 3]


def test_a_short_line_will_do_for_a_heading():
    page = document(
        ("text", "Peels help."), ("text", "Selected references:"), ("text", f"{ONE}\n{TWO}")
    )
    assert reference_segments(page) == {1, 2}
    shown = [page.segments[e.place].text[e.span.start : e.span.end] for e in entries(page)]
    assert shown == [ONE, TWO]


def test_wrapped_entries_stay_whole():
    wrapped = f"1. {ONE[:20]}\n   {ONE[20:]}\n2. {TWO}"
    page = document(("text.heading.h2", "References"), ("text", wrapped))
    assert len(list(entries(page))) == 2


def test_references_of_clients_are_no_list():
    page = document(
        ("text.heading.h2", "References"),
        ("text", "Anna loved her peel."),
        ("text", "Since 2019 I come here, says Ben."),
    )
    assert reference_segments(page) == frozenset()


def test_the_last_such_heading_wins():
    page = document(
        ("text.heading.h2", "Sources"),
        ("text", "Water and light."),
        ("text.heading.h2", "Bibliography"),
        ("text", ONE),
        ("text", TWO),
    )
    assert reference_segments(page) == {2, 3, 4}


def test_footnotes_and_marked_lists_belong_to_it():
    page = document(
        ("text", "Peels help."), ("text.list", ONE, "footnote"), ("text.list", TWO, "references")
    )
    assert reference_segments(page) == {1, 2}
    assert [e.place for e in entries(page)] == [2]


def test_a_definition_is_told_by_the_mark_before_it():
    source = "Peels help.[^a]\n\n[^a]: Holm 2019\n[^b]: Orr 2021\n"
    runs = (Run(0, source.index("Holm"), 9, 9),)
    page = Document("p.md", source, "markdown", (Segment("Holm 2019", "text.list", runs),))
    assert [(d.key, d.place) for d in definitions(page)] == [("a", 0)]
    assert defined(source) == {"a", "b"}


def test_a_published_work_shows_its_year_or_an_identifier():
    page = document(
        ("text.heading.h2", "References"),
        ("text.list", ONE),
        ("text.list", "Orr B, Kim C. Light and peels. Skin Lett. 2021;6(1):3-8."),
        ("text.list", "Light after peels. https://doi.org/10.1234/abc.5"),
        ("text", "Book your summer peel before the end of 2025."),
    )
    assert [entry.place for entry in works(page)] == [1, 2, 3]
