"""Which blocks of a page a rule's selectors name."""

from __future__ import annotations

import pytest

from medlint.readers.markdown import read
from medlint.scopes import Blocks, is_body

PAGE = """---
title: Our peels
---

# Peels *today*

A paragraph with `code` and [a link](/x). It has **two** sentences.

- item one

> A quote. With two parts.

| Head |
|--|
| Cell |

![An image](i.png "Its title")

<div class="note">

A note.

</div>
"""


@pytest.fixture(scope="module")
def blocks() -> Blocks:
    return Blocks(read(PAGE, "page.md"))


PARAGRAPH = "A paragraph with **** and a link. It has two sentences."


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        (("heading",), ["Peels today"]),
        (("heading.h1",), ["Peels today"]),
        (("h1",), ["Peels today"]),
        (("heading.h2",), []),
        (("h1.heading",), ["Peels today"]),
        (("list",), ["item one"]),
        (("list.md",), ["item one"]),
        (("list.html",), []),
        (("blockquote",), ["A quote. With two parts."]),
        (("table",), ["Head", "Cell"]),
        (("table.cell",), ["Cell"]),
        (("alt",), ["An image"]),
        (("attr",), ["Its title", "An image"]),
        (("alt.md",), []),
        (("frontmatter",), ["Our peels"]),
        (("frontmatter.title",), ["Our peels"]),
        (("text.class.note",), ["A note."]),
        (("class.other",), []),
        (("heading", "list"), ["Peels today", "item one"]),
        (("text & list",), ["item one"]),
        (("list & heading",), []),
        (("text & class.note & ~list",), ["A note."]),
        (
            ("text & ~heading & ~table & ~attr & ~frontmatter & ~class",),
            [PARAGRAPH, "item one", "A quote. With two parts."],
        ),
        (("link",), ["a link"]),
        (("strong",), ["two"]),
        (("emphasis",), ["today"]),
        (("code",), ["****"]),
        (("raw",), [PAGE]),
        (("raw & ~heading",), []),
        (("summary & ~heading",), []),
        (("paragraph",), [PARAGRAPH, "A note."]),
        (("sentence & blockquote",), ["A quote.", "With two parts."]),
        (("sentence.heading",), ["Peels today"]),
        (("nonsense",), []),
    ],
)
def test_selectors(blocks: Blocks, selectors: tuple[str, ...], expected: list[str]) -> None:
    assert [segment.text for segment in blocks.select(selectors)] == expected


def test_text_names_every_block_and_no_sentence(blocks: Blocks) -> None:
    assert blocks.select(("text",)) == blocks.document.segments


def test_an_image_text_has_no_extension(blocks: Blocks) -> None:
    scopes = {segment.scope for segment in blocks.select(("text.md",))}
    assert not any("attr" in scope for scope in scopes)
    assert "text" in scopes


def test_the_summary_is_the_running_prose(blocks: Blocks) -> None:
    (summary,) = blocks.select(("summary",))
    assert summary.text == f"{PARAGRAPH}\n\nitem one\n\nA quote. With two parts.\n\nA note."


def test_a_page_without_prose_has_no_summary() -> None:
    assert Blocks(read("# Only a heading", "a.md")).select(("summary",)) == ()


def test_every_block_points_to_its_own_words(blocks: Blocks) -> None:
    for selector in ("sentence", "paragraph", "link", "strong", "emphasis"):
        for segment in blocks.select((selector,)):
            span = segment.source_span(0, len(segment.text))
            named = PAGE[span.start : span.end]
            assert named.startswith(segment.text.split()[0])
            assert segment.text.split()[-1].rstrip(".") in named


def test_blocks_are_made_once(blocks: Blocks) -> None:
    assert blocks.select(("sentence",)) is blocks.select(("sentence",))


@pytest.mark.parametrize(
    ("source", "body"),
    [("Text", True), ("- Item", True), ("> Quote", True), ("# Head", False)],
)
def test_running_prose(source: str, body: bool) -> None:
    (segment,) = read(source, "a.md").segments
    assert is_body(segment) is body
