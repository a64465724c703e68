"""The metric check: a formula over counts."""

import pytest

from medlint.checks import Environment, metric
from medlint.checks.metric import Parameters
from medlint.document import Document, Run, Segment

TEXT = "We clean the skin. Then we numb it, and wait for half an hour."


@pytest.mark.parametrize(
    ("formula", "condition", "score"),
    [
        ("words", "> 9", "14.00"),
        ("words / sentences", ">= 7 && result < 8", "7.00"),
        ("sentences", "== 2", "2.00"),
        ("characters", "> 1", "46.00"),
        ("paragraphs", "> 0", "1.00"),
        ("long_words", "== 0", "0.00"),
        ("sentence_length_sd", "> 2", "3.00"),
        ("round(0.39 * words / sentences, 1)", "> 2 && !(result > 3)", "2.70"),
        ("syllables", "> 13", "15.00"),
        ("flesch_kincaid", "< 1", "-0.22"),
        ("heading.h2", "== 0", "0.00"),
    ],
)
def test_a_score_that_meets_the_condition(matches, formula, condition, score):
    (match,) = matches("metric", TEXT, formula=formula, condition=condition)
    assert match.arguments == (score,)
    assert match.text == "We"


@pytest.mark.parametrize(
    "condition", ["> 99", ">= 10 && result < 14", "result == 1 || result == 2"]
)
def test_a_score_that_does_not(words, condition):
    assert words("metric", TEXT, formula="words", condition=condition) == []


def test_a_text_without_words_has_no_score(words):
    assert words("metric", "— … —", formula="words", condition="< 9") == []


def test_a_division_by_zero_is_no_alert(words):
    assert words("metric", TEXT, formula="words / list", condition="> 0") == []


def test_elements_of_the_document_are_counted():
    def block(text, scope):
        return Segment(text, scope, (Run(0, 0, len(text), len(text)),))

    body = block(TEXT, "text")
    document = Document(
        "page.md", TEXT, "markdown", (block("A", "text.heading.h2"), block("B", "text.list"), body)
    )
    parameters = Parameters(formula="heading.h2 + list", condition="== 2")
    assert list(metric.finder(parameters, Environment())([body], document))


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"formula": "wrods", "condition": "> 1"}, "nothing is counted under the name `wrods`"),
        ({"formula": "words", "condition": "> limit"}, "not `limit`"),
        ({"formula": "words.real", "condition": "> 1"}, "words.real"),
        ({"formula": "open('x')", "condition": "> 1"}, "unknown function `open`"),
        ({"formula": "words", "condition": ""}, "not an arithmetic expression"),
    ],
)
def test_what_cannot_be_used_is_refused(refusal, keys, reason):
    assert reason in refusal("metric", **keys)
