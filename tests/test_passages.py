from __future__ import annotations

import pytest

from medlint.alerts import FileReport
from medlint.passages import AROUND, WORDS, Passages
from medlint.spans import Span


def passage(path: str, source: str, phrase: str) -> tuple[str, str, str]:
    start = source.index(phrase)
    span = Span(start, start + len(phrase))
    return tuple(Passages(FileReport(path, source=source)).at(span))


def test_the_sentence_about_the_words_is_shown_and_no_other() -> None:
    source = "We listen. Your lips\nlast forever, we say. Call us."
    assert passage("a.txt", source, "last forever") == ("Your lips ", "last forever", ", we say.")


def test_a_paragraph_ends_a_sentence() -> None:
    assert passage("a.txt", "A title\n\nit lasts\n\nthe end", "lasts") == ("it ", "lasts", "")


def test_markdown_is_shown_without_its_marks() -> None:
    source = "- Your [new *lips*](x.md) will **last forever** with `Brand`.\n"
    assert passage("a.md", source, "last forever") == (
        "Your new lips will ",
        "last forever",
        " with Brand.",
    )


def test_html_is_shown_without_tags_and_entities() -> None:
    source = "<h1>Lips</h1><p>Skin &amp; <b>lips</b> last <i>forever</i>.</p>"
    assert passage("a.html", source, "last <i>forever") == ("Skin & lips ", "last forever", ".")


def test_words_in_an_attribute_stand_in_their_own_text() -> None:
    source = '<p>Look: <img src="a.png" alt="Lips that last forever. Truly."></p>'
    assert passage("a.html", source, "last forever") == ("Lips that ", "last forever", ".")


def test_words_outside_all_prose_are_shown_in_their_line() -> None:
    source = "Some text.\n\n<!-- medlint-disable Nothing.Here: why -->\n\nMore text.\n"
    assert passage("a.md", source, "Nothing.Here") == (
        "<!-- medlint-disable ",
        "Nothing.Here",
        ": why -->",
    )


def test_words_that_run_over_blocks_are_shown_together() -> None:
    source = "<p>We say it. Lips <b>last</b></p><p>for ever</p><p>and ever. Truly.</p>"
    phrase = "last</b></p><p>for ever</p><p>and ever"
    assert passage("a.html", source, phrase) == ("Lips ", "last for ever and ever", ".")


def test_a_place_without_words_is_shown_in_its_sentence() -> None:
    passages = Passages(FileReport("a.txt", source="It is said. It is so."))
    assert tuple(passages.at(Span(12, 12))) == ("", "", "It is so.")


def test_very_long_sentences_are_cut_at_words() -> None:
    words = "many " * 1000
    before, found, after = passage("a.txt", f"{words}lasts {words}", "lasts")
    assert before.startswith("… many many")
    assert found == "lasts"
    assert after.endswith("many …")
    assert max(len(before), len(after)) <= AROUND + 2
    assert len(passage("a.txt", words, words.strip())[1]) <= WORDS + 2


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html", "-", "a.unknown"])
def test_an_empty_source_has_a_passage_all_the_same(path: str) -> None:
    assert tuple(Passages(FileReport(path, source="")).at(Span(0, 0))) == ("", "", "")
