"""What stands over a block: its heading, and what introduces its list."""

from medlint.outline import Outline
from medlint.readers import reader

PAGE = """\
Before all.

# Lips

Fillers may cause:

- bruising
- swelling

## Risks

Few.

# Skin

Clear.
"""


def over(text: str) -> tuple[str, str]:
    document = reader("markdown").read(PAGE, "page.md")
    outline = Outline(document)
    return next(outline.over(segment) for segment in document.segments if segment.text == text)


def test_a_block_lies_under_the_nearest_heading_above_it():
    assert over("Fillers may cause:") == ("Lips", "")
    assert over("Few.") == ("Risks", "")
    assert over("Clear.") == ("Skin", "")


def test_nothing_stands_over_what_comes_first():
    assert over("Before all.") == ("", "")


def test_every_item_of_a_list_has_its_lead_in():
    assert over("bruising") == over("swelling") == ("Lips", "Fillers may cause:")


def test_a_heading_lies_under_the_one_above_its_level():
    assert over("Risks") == ("Lips", "")
    assert over("Skin") == ("", "")
