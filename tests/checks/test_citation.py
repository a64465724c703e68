import pytest

from medlint.checks import Environment
from medlint.checks.citation import Parameters, finder, literals
from medlint.document import Document, Run, Segment


def test_a_problem_becomes_a_match_with_subject_message_and_replacement():
    text = "Read doi:1O.1234/x1."
    segment = Segment(text, "text", (Run(0, 0, len(text), len(text)),))
    page = Document("p.md", text, "markdown", (segment,))
    (match,) = finder(Parameters(problem="malformed_identifier"), Environment())((segment,), page)
    assert match.text == "doi:1O.1234/x1"
    assert match.arguments == ("doi:1O.1234/x1", "a letter stands for a digit in the prefix")
    assert match.replacements == ("doi:10.1234/x1",)


def test_an_unknown_problem_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="undefined_note"):
        Parameters(problem="undefined_notes").validate()


def test_a_footnote_pointer_needs_its_mark():
    assert literals(Parameters(problem="undefined_note")) == ("[^",)
    assert literals(Parameters(problem="placeholder")) is None
