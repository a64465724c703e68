"""``professional``, ``information`` and ``testimonial``: the page or the place decides."""

import pytest

PAGE = "---\n{}\n---\n\nA filler that is ⟦permanent⟧."


@pytest.mark.parametrize(
    ("guard", "front_matter", "expected"),
    [
        ("professional", "audience: professional", True),
        ("professional", "audience: public", False),
        ("professional", "intent: information", False),
        ("information", "intent: information", True),
        ("information", "intent: promotion", False),
        ("information", "title: Fillers", False),
    ],
)
def test_the_front_matter_decides(held, guard, front_matter, expected):
    assert held(guard, PAGE.format(front_matter)) is expected


def test_a_testimonial_is_told_by_its_element(held):
    page = '<div class="{}"><p>My acne is ⟦cured⟧.</p></div>'
    assert held("testimonial", page.format("testimonial"), "html")
    assert not held("testimonial", page.format("intro"), "html")
