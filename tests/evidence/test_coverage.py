import pytest

from medlint.document import Run, Segment
from medlint.evidence.citations import citations
from medlint.evidence.coverage import blank, coverage


def covered(text, policy):
    segment = Segment(text, "text", (Run(0, 0, len(text), len(text)),))
    return coverage(text, citations(segment), policy).covered


def test_blanking_keeps_every_offset():
    text = "Lines soften.[3] Lift came (Kim, 2019)."
    segment = Segment(text, "text", (Run(0, 0, len(text), len(text)),))
    assert blank(text, citations(segment)) == "Lines soften.    Lift came            ."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lines soften (Kim, 2019). Lift came.", (True, False)),
        ("Lines soften.[3] Lift came.", (True, False)),
        ("Lines soften. [3] Lift came.", (True, False)),
        ("Lines soften. Lift came.³", (False, True)),
        ("Lines soften in trials. Kim (2019) tells how.", (True, True)),
        ("Lines soften. It lasted (Kim, 2019).", (False, True)),
    ],
)
def test_a_citation_covers_its_sentence(text, expected):
    assert covered(text, "sentence") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lines soften. It lasted (Kim, 2019).", (True, True)),
        ("Lines soften (Kim, 2019). This lasted.", (True, True)),
        ("Lines soften (Kim, 2019). Lips swell.", (True, False)),
        ("Lips swell. Lines soften. It lasted [2].", (False, True, True)),
    ],
)
def test_a_citation_covers_neighbours_that_go_together(text, expected):
    assert covered(text, "adjacent") == expected


def test_a_paragraph_is_covered_by_any_citation_in_it():
    assert covered("Lips swell. Lines soften. It lasted [2].", "paragraph") == (True,) * 3
    assert covered("Lips swell. Lines soften.", "paragraph") == (False,) * 2


def test_a_source_line_covers_its_block():
    assert covered("Lips swell. Lines soften.\nSource: Skin Council, 2022", "sentence")[:2] == (
        True,
        True,
    )
