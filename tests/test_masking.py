"""Masking: what engines must not judge is out, and every span leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Document, Inline, Run, Segment
from medlint.masking import Masked, mask, mask_text, outside_references


def source_of(masked: Masked, text: str) -> str:
    """Put a masked text together again from its kept stretches and its changes."""
    pieces, at = [], 0
    for change in masked.changes:
        pieces.append(masked.text[at : change.start])
        pieces.append(text[change.source_start : change.source_end])
        at = change.end
    return "".join((*pieces, masked.text[at:]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It fades (Carruthers et al., 2019).", "It fades."),
        ("It fades (see Lee, 2020; Ortiz & Park, 2021, p. 4) in time.", "It fades in time."),
        ("It fades (Medicines Agency, 2021) in time.", "It fades in time."),
        ("It fades [3, 5–7] in time.", "It fades in time."),
        ("It fades[^note] in time.", "It fades in time."),
        ("It fades.¹ It does.²,³", "It fades. It does."),
        ("Results vary*.", "Results vary."),
        ("The change was real (p < 0.001, n = 32).", "The change was real."),
        ("Park et al. (2019) report it.", "Researchers report it."),
        ("Park and Lee (2019) report it.", "Researchers report it."),
        ("Park (2019) reports it.", "Smith reports it."),
        ("See https://clinic.example/a?b=1#c.", "See London."),
        ("See doi:10.1000/xyz.12, please.", "See London, please."),
        ("Write to hello@clinic.example now.", "Write to London now."),
        ("We use 2.5 mL of gel.", "We use 5 of gel."),
        ("An Ultherapy® visit.", "An London visit."),
        ("An Obagi® visit.", "An Oxford visit."),
        ("Call {{ clinic.name }} today.", "Call London today."),
        ("Run ****** today.", "Run London today."),
    ],
)
def test_what_engines_read(text, seen):
    assert mask_text(text).text == seen


@pytest.mark.parametrize(
    "text",
    [
        "We have been open (with a break) since 2015.",
        "You may feel warm (this is normal).",
        "It takes 3 visits in 12 weeks.",
        "Rest for 24 hours, e.g. at home.",
    ],
)
def test_plain_prose_stays(text):
    assert mask_text(text) == Masked(text)


def test_inline_code_and_superscripts_come_from_the_reader():
    text = "Use *** daily12 ok"
    segment = Segment(
        text,
        "text",
        (Run(0, 0, len(text), len(text)),),
        (Inline("code", 4, 7), Inline("superscript", 13, 15)),
    )
    assert mask(segment).text == "Use London daily ok"


def test_spans_lead_back_over_a_removed_citation():
    text = "It work (Lee, 2020) good."
    masked = mask_text(text)
    start = masked.text.index("good")
    span = masked.span(start, start + 4)
    assert text[span.start : span.end] == "good"
    span = masked.span(0, len(masked.text))
    assert (span.start, span.end) == (0, len(text))


def test_a_span_beside_what_was_removed_leaves_it_out():
    text = "It work (Lee, 2020) good."
    span = mask_text(text).span(3, 7)
    assert text[span.start : span.end] == "work"


def test_a_span_in_a_stand_in_takes_all_it_stands_for():
    text = "See https://clinic.example now."
    span = mask_text(text).span(6, 8)
    assert text[span.start : span.end] == "https://clinic.example"


def test_alerts_at_a_change_can_be_told():
    masked = mask_text("A https://clinic.example page (Lee, 2020) is up.")
    assert masked.text == "A London page is up."
    assert masked.touches(2, 4)
    assert masked.touches(9, 16)  # "page is": the citation stood inside
    assert not masked.touches(9, 13)
    assert masked.beside(0, 1)
    assert masked.beside(9, 13)
    assert not masked.beside(14, 16)


PIECES = st.sampled_from(
    [
        *(" ", "word", ".", "é", "😀", "\n", "(", ")", "****", "¹", "[3]", " (Lee, 2020)", "5 mg"),
        *("https://a.example/b", "Botox®", "p = 0.03", "Park et al. (2019)", "{{ x }}"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_map_is_exact(text):
    masked = mask_text(text)
    assert source_of(masked, text) == text
    changed = {i for change in masked.changes for i in range(change.start, change.end)}
    for index, character in enumerate(masked.text):
        span = masked.span(index, index + 1)
        if index in changed:
            assert masked.touches(index, index + 1)
        else:
            assert text[span.start : span.end] == character


@given(st.text(max_size=60))
def test_any_text_can_be_masked(text):
    masked = mask_text(text)
    assert source_of(masked, text) == text


def page(*blocks):
    segments, source = [], ""
    for text, scope in blocks:
        segments.append(Segment(text, scope, (Run(0, len(source), len(text), len(text)),)))
        source += text + "\n"
    return Document("page.md", source, "markdown", tuple(segments))


@pytest.mark.parametrize("title", ["References", "5. References:", "BIBLIOGRAPHY", "Works cited"])
def test_what_stands_under_references_is_left_out(title):
    document = page(
        ("Prose.", "text"),
        (title, "text.heading.h2"),
        ("Lee A. A study. 2020.", "text.list"),
        ("Online", "text.heading.h3"),
        ("Park B. A study. 2019.", "text.list"),
        ("Contact", "text.heading.h2"),
        ("More prose.", "text"),
    )
    kept = [segment.text for segment in outside_references(document.segments, document)]
    assert kept == ["Prose.", "Contact", "More prose."]


def test_without_such_a_heading_all_stays():
    document = page(("Our references to you", "text.heading.h2"), ("Prose.", "text"))
    assert list(outside_references(document.segments, document)) == list(document.segments)
