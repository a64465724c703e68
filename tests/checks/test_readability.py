"""The readability check: one alert a document, at the sentence most to blame."""

import subprocess
import sys

import pytest

from medlint.checks import Environment, readability
from medlint.document import Document, Run, Segment

EASY = "The gel goes under the skin. It takes ten minutes. You can go home at once."
LONG = (
    "Contraindications include neuromuscular disorders, hypersensitivity to any excipient and"
    " established infection at the proposed injection site."
)
HARD = f"Individual suitability is determined during consultation. {LONG} Please call us."


def test_easy_prose_passes(words):
    assert words("readability", EASY, grade=9) == []


def test_hard_prose_is_blamed_on_the_sentence_that_weighs_most(matches):
    (match,) = matches("readability", HARD, grade=9)
    assert match.text == LONG
    assert float(match.arguments[0]) > 9
    assert match.arguments[1] == "9"


def test_the_next_hardest_are_related(matches):
    (match,) = matches("readability", EASY, HARD, grade=5)
    segment, start, end, note = match.related[0]
    assert segment.text[start:end] == "Individual suitability is determined during consultation."
    assert note.startswith("grade ")
    assert note.endswith(" 6 words")
    assert len(match.related) == readability.BLAMED - 1


def test_the_grade_is_the_mean_of_the_metrics(matches):
    def grade(*metrics):
        (match,) = matches("readability", HARD, metrics=metrics, grade=1)
        return float(match.arguments[0])

    both = grade("Gunning Fog", "SMOG")
    assert both == pytest.approx((grade("Gunning Fog") + grade("SMOG")) / 2, abs=0.02)


def test_an_audience_has_its_own_grade(words):
    keys = {"grade": 9, "audiences": {"professional": 40}}
    professional = Environment(audience="professional")
    assert words("readability", HARD, **keys) == [LONG]
    assert words("readability", HARD, environment=professional, **keys) == []


def test_very_hard_prose_is_a_warning(matches):
    (match,) = matches("readability", HARD, grade=9, warn_above=10)
    assert match.severity == "warning"
    (match,) = matches("readability", HARD, grade=9, warn_above=60)
    assert match.severity is None


@pytest.mark.parametrize("keys", [{"minimum_words": 100}, {"minimum_sentences": 5}])
def test_short_documents_are_not_judged(words, keys):
    assert words("readability", HARD, **keys) == []


def test_an_empty_document_is_not_judged(words):
    assert words("readability", "Hello there", "") == []


def run(*blocks: tuple[str, str]) -> list[str]:
    document = page(*blocks)
    finder = readability.finder(readability.Parameters(grade=9), Environment())
    return [match.text for match in finder(document.segments, document)]


def page(*blocks: tuple[str, str]) -> Document:
    """Return a document of (text, scope) blocks."""
    segments, source = [], ""
    for text, scope in blocks:
        segments.append(Segment(text, scope, (Run(0, len(source), len(text), len(text)),)))
        source += text + "\n\n"
    return Document("page.md", source, "markdown", tuple(segments))


def test_headings_are_not_prose():
    assert run((EASY, "text"), (HARD, "text.heading.h1")) == []


def test_references_are_not_prose():
    references = ("References", "text.heading.h2")
    assert run((EASY, "text"), references, (HARD, "text.list")) == []
    assert run((EASY, "text"), references, ("More", "text.heading.h3"), (HARD, "text")) == []
    assert run((EASY, "text"), references, ("Contact", "text.heading.h2"), (HARD, "text")) == [LONG]


def test_citations_weigh_nothing(words):
    cited = EASY.replace(
        "skin.", "skin (Papadopoulos, Konstantinidis & Anastasiou, 2019; Lee, 2020)."
    )
    assert words("readability", cited, grade=4) == words("readability", EASY, grade=4) == []


def test_the_alert_points_at_the_sentence_with_its_citation(matches):
    cited = HARD.replace("site.", "site (Lee, 2020).")
    (match,) = matches("readability", cited, grade=9)
    assert match.text == LONG[:-1] + " (Lee, 2020)."


def test_an_unknown_metric_is_refused(refusal):
    assert "not `Fog`" in refusal("readability", metrics=["Fog"])


def test_a_short_page_does_not_load_the_engine():
    program = (
        "import sys; from medlint import lint_text;"
        " lint_text('Results vary. Ask first.', 'a.md');"
        " sys.exit('textstat' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
