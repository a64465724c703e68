"""What the Markdown reader takes for prose, where it says it stands, and what it leaves out."""

from __future__ import annotations

import pytest

from medlint.document import Document, Inline, Segment
from medlint.readers.markdown import read


def page(source: str, path: str = "page.md") -> Document:
    return read(source, path)


def only(source: str, path: str = "page.md") -> Segment:
    (segment,) = page(source, path).segments
    return segment


def prose(source: str, path: str = "page.md") -> list[tuple[str, str]]:
    return [(segment.scope, segment.text) for segment in page(source, path).segments]


def named(source: str, word: str, path: str = "page.md") -> str:
    """Return the source that a word of the prose points back to."""
    document = page(source, path)
    for segment in document.segments:
        start = segment.text.find(word)
        if start >= 0:
            span = segment.source_span(start, start + len(word))
            return source[span.start : span.end]
    raise AssertionError(f"{word!r} is not in the prose")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Fillers fade.\n\nToxins too.", [("text", "Fillers fade."), ("text", "Toxins too.")]),
        ("# One\n\n###### Six", [("text.heading.h1", "One"), ("text.heading.h6", "Six")]),
        (
            "Title\n=====\n\nPart\n---\n",
            [("text.heading.h1", "Title"), ("text.heading.h2", "Part")],
        ),
        ("## Prices {#prices .wide}", [("text.heading.h2", "Prices")]),
        ("- one\n- two", [("text.list", "one"), ("text.list", "two")]),
        ("1. one\n\n   more\n", [("text.list", "one"), ("text.list", "more")]),
        ("- a\n  - b\n    1. c", [("text.list", "a"), ("text.list", "b"), ("text.list", "c")]),
        ("- [x] done", [("text.list", "done")]),
        ("> one\n>\n> two", [("text.blockquote", "one"), ("text.blockquote", "two")]),
        ("> - item", [("text.list", "item")]),
        ("- > quote", [("text.blockquote", "quote")]),
        ("> [!WARNING]\n> Bruising is common.", [("text", "Bruising is common.")]),
        (
            "| Area | Units |\n|--|--|\n| Brow | ten |",
            [
                ("text.table.header", "Area"),
                ("text.table.header", "Units"),
                ("text.table.cell", "Brow"),
                ("text.table.cell", "ten"),
            ],
        ),
        ("Text.[^a]\n\n[^a]: Note.", [("text", "Text.[^a]"), ("text.list", "Note.")]),
        (
            "See ![a *calm* face](face.png 'Before').",
            [
                ("text", "See ."),
                ("text.attr.title", "Before"),
                ("text.attr.alt", "a calm face"),
            ],
        ),
        ("[book](/b 'Book now')", [("text", "book"), ("text.attr.title", "Book now")]),
        ("[book][b]\n\n[b]: /b (Book now)", [("text", "book"), ("text.attr.title", "Book now")]),
    ],
)
def test_each_block_has_its_scope(source: str, expected: list[tuple[str, str]]) -> None:
    assert prose(source) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("al**pha** _be_ta", "alpha _be_ta"),
        ("*very* **sure** ~~now~~", "very sure now"),
        ("fish &amp; chips &lt;3 &#8211; &nbsp;x", "fish & chips <3 – \xa0x"),
        (r"5 \* 3 \# \[x\]", "5 * 3 # [x]"),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\r\n", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("one<br>\ntwo<br/>three", "one\ntwo\nthree"),
        ("   padded \t\n", "padded"),
        ("under<wbr>eye so&shy;ft so\u00adft", "undereye soft soft"),
        ("[text](https://a.example/b) and [ref][r]\n\n[r]: /u", "text and ref"),
        ("a <span class='x'>b</span> <u>c</u>", "a b c"),
        ("from $199–$299 or $5-$10", "from $199–$299 or $5-$10"),
        ("unknown [^9] stays", "unknown [^9] stays"),
        ("a <!-- hidden --> b", "a  b"),
        ("a <svg><title>icon</title></svg>b", "a b"),
        ("\ufeffWelcome", "Welcome"),
    ],
)
def test_markup_is_gone_from_the_text(source: str, text: str) -> None:
    assert only(source).text == text


def test_continuation_marks_of_quotes_and_lists_vanish() -> None:
    assert only("> one\n> two\n>   three").text == "one\ntwo\nthree"
    assert only("- one\n  two\n   three").text == "one\ntwo\nthree"
    assert only("> - > deep\n> - > down"[:10]).text == "deep"


@pytest.mark.parametrize(
    "source",
    [
        "```\nresults last forever\n```",
        "~~~python\nx\n~~~\n",
        "    indented code",
        "<pre>kept as is\n\nand on</pre>",
        "<script>\nlet x = 1\n\nlet y\n</script>",
        "<style>p {}</style>",
        "<template>\n\nnever shown\n\n</template>",
        "<select>\n<option>One\n</select>",
        "$$\nx^2\n$$",
        "[r]: /target 'Title'",
        "<!-- a comment\n\nover lines -->",
        "[//]: # (a comment)",
        "[//]: # (one (nested) comment)",
        "***",
        "{% include booking.html %}",
        "{{< youtube abc >}}",
        "{{% notice %}}\n",
        "\n\n   \n",
        "",
        "---\nlayout: post\n---\n",
    ],
)
def test_what_is_no_prose_gives_no_segment(source: str) -> None:
    assert prose(source) == []


@pytest.mark.parametrize(
    ("source", "masked", "kind", "named_source"),
    [
        ("run `medlint  x` now", "run ********** now", "code", "medlint  x"),
        ("run `` a`b `` now", "run *** now", "code", "a`b"),
        ("> run `a\n> b` now", "run *** now", "code", "a\n> b"),
        ("| h |\n|--|\n| `a \\| b` |", "*****", "code", "a \\| b"),
        ("press <kbd>Esc</kbd>!", "press ***!", "code", "Esc"),
        (
            "see https://a.example/b_c_d.",
            f"see {'*' * 23}.",
            "url",
            "https://a.example/b_c_d",
        ),
        ("see www.a.example, ok", "see *************, ok", "url", "www.a.example"),
        (
            "(https://a.example/x_(y))",
            "(***********************)",
            "url",
            "https://a.example/x_(y)",
        ),
        ("mail hello@clinic.example.", "mail ********************.", "url", "hello@clinic.example"),
        ("see <https://a.example>!", "see *****************!", "url", "https://a.example"),
        ("from {{ price *a* }} on", "from *************** on", "placeholder", "{{ price *a* }}"),
        ("at ${a_b_c} on", "at ******** on", "placeholder", "${a_b_c}"),
        ("so {% if x %} it", "so ********** it", "placeholder", "{% if x %}"),
        ("where $x^2$ is", "where ***** is", "code", "$x^2$"),
    ],
)
def test_code_addresses_and_placeholders_are_masked(
    source: str, masked: str, kind: str, named_source: str
) -> None:
    segment = page(source).segments[-1]
    assert segment.text == masked
    (inline,) = segment.inlines
    span = segment.source_span(inline.start, inline.end)
    assert (inline.kind, source[span.start : span.end]) == (kind, named_source)


def test_a_bare_address_keeps_its_target() -> None:
    (inline,) = only("see https://a.example/b?x=1&amp;y=2").inlines
    assert inline.target == "https://a.example/b?x=1&y=2"


def test_code_does_not_hide_prose_between_two_placeholder_marks() -> None:
    assert only("Write `{{` and `}}` around it").text == "Write ** and ** around it"


def test_a_link_in_a_template_is_still_a_link() -> None:
    segment = only("[Book now]({{ site.url }}/book) today")
    assert segment.text == "Book now today"
    assert [item.kind for item in segment.inlines] == ["link"]


def test_inline_elements_are_recorded() -> None:
    source = "[a *b*](/x) **c** e<sup>1</sup> <q>f</q> g[^n] [h][r]\n\n[r]: /r\n\n[^n]: N"
    segment = page(source).segments[0]
    assert segment.text == "a b c e1 f g[^n] h"
    assert segment.inlines == (
        Inline("link", 0, 3, "/x"),
        Inline("emphasis", 2, 3),
        Inline("strong", 4, 5),
        Inline("superscript", 7, 8),
        Inline("quote", 9, 10),
        Inline("footnote", 12, 16, "n"),
        Inline("link", 17, 18, "/r"),
    )


@pytest.mark.parametrize(
    ("source", "word", "within"),
    [
        ("> quoted", "quoted", {"blockquote"}),
        ("- > quoted", "quoted", {"blockquote", "list"}),
        ("- item", "item", {"list"}),
        ("| h |\n|--|\n| cell |", "cell", {"table"}),
        ("x[^1]\n\n[^1]: note\n\n    more", "more", {"footnote"}),
        ("> [!NOTE]\n> said", "said", {"aside", "class", "note"}),
        ('<div class="testimonial big">\n\nGreat *care*\n\n</div>', "Great care",
         {"testimonial", "class", "big"}),
        ("<details>\n<summary>Sum</summary>\n\nInside\n\n</details>", "Inside", {"details"}),
        ("<nav>\n\n- Home\n\n</nav>", "Home", {"nav", "list"}),
        ("<aside>\n\nA\n\n</aside>\n\nAfter", "After", set()),
        ("> <div class=x>\n>\n> in\n\nout", "out", set()),
        ("> <div class=x>\n>\n> in\n\nout", "in", {"blockquote", "class", "x"}),
        ("<div class=x>\n\n> a </div>\n\nstill", "still", {"class", "x"}),
    ],
)  # fmt: skip
def test_what_encloses_a_segment_is_named(source: str, word: str, within: set[str]) -> None:
    (segment,) = (s for s in page(source).segments if s.text.startswith(word))
    assert segment.within >= within
    assert bool(segment.within) == bool(within)


def test_raw_html_is_read_as_html() -> None:
    source = "<h2>Fees &amp; care</h2>\n<ul>\n<li>one</li>\n</ul>\n<p>Raw *text*\nhere</p>"
    assert prose(source) == [
        ("text.heading.h2", "Fees & care"),
        ("text.list", "one"),
        ("text", "Raw *text*\nhere"),
    ]


def test_raw_html_in_a_quote_loses_the_quote_marks() -> None:
    source = "> <div>\n> one\n> two\n> </div>"
    assert prose(source) == [("text.blockquote", "one\ntwo")]
    assert named(source, "two") == "two"


def test_an_image_in_html_gives_its_attributes() -> None:
    source = 'A <img src="x.png" alt="smooth &amp; calm" title="T"> face'
    assert prose(source) == [
        ("text", "A  face"),
        ("text.attr.alt", "smooth & calm"),
        ("text.attr.title", "T"),
    ]


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("a **b&eacute;c**", "béc", "b&eacute;c"),
        ("a **b&eacute;c**", "é", "&eacute;"),
        (r"x \*y", "*y", "*y"),
        ("😀 é 𝒳 **word** e\u0301", "word", "word"),
        ("😀 e\u0301 [link](/x) 終 end", "end", "end"),
        ("\ufeff# Head 😀 ing", "ing", "ing"),
        ("> one\r\n> two", "one\ntwo", "one\r\n> two"),
        ("> one\r\n> two", "e\n", "e\r\n"),
        ("a\tb\n-\tc *d*", "c d", "c *d"),
        ("one  \ntwo", "\n", "  \n"),
        ("one<br>\ntwo", "\n", "<br>"),
        ("al**pha**", "alpha", "al**pha"),
        ("[t](/x 'say \\\"hi\\\"')", 'say "hi"', 'say \\\"hi\\\"'),
        ("[t](/x 'plain title')", "title", "title"),
        ("---\ntitle: \"Für immer\"\n---\n", "immer", "immer"),
        ("---\ntitle: 'It''s on'\n---\n", "It's on", "It''s on"),
        ("---\ndescription: >\n  one\n  two\n---\n", "two", "two"),
        ("---\ndescription: >-\n  one\n  two\n---\n", "one two", "one\n  two"),
        ("---\ndescription: |\n  one\n   two\n---\n", "two", "two"),
        ("---\ndescription: one\n  two\n---\n", "two", "two"),
        ("---\nlead: \"say \\\"hi\\\" tw\\u00F6\"\n---\n", 'hi" twö', 'hi\\" tw\\u00F6'),
        ("---\nlead: \"one \\\n  two\"\n---\n", "two", "two"),
        ("\ufeff---\r\ntitle: For ever\r\n---\r\n", "ever", "ever"),
        ("+++\ntitle = \"Für immer\"\n+++\n", "immer", "immer"),
        ("+++\ntitle = '''\nFor ever'''\n+++\n", "ever", "ever"),
        ("+++\r\ntitle = \"\"\"\r\nFor\r\nall \\\"ever\\\"\"\"\"\r\n+++\r\n", 'll "', 'll \\"'),
    ],
)  # fmt: skip
def test_words_point_back_to_their_source(source: str, word: str, expected: str) -> None:
    assert named(source, word) == expected


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        ("<!-- medlint-ignore-file: x -->", " medlint-ignore-file: x "),
        ("a <!-- b --> c", " b "),
        ("<!--\nover\nlines\n-->\n\ntext", "\nover\nlines\n"),
        ("text\n\n[//]: # (medlint-ignore X: y)\ntext", "medlint-ignore X: y"),
        ("text\n[//]: # (inside)\ntext", "inside"),
        ('[//]: # "quoted"', "quoted"),
        ("- a\n  <!-- in a list -->\n", " in a list "),
        ("<div><!-- in html --></div>", " in html "),
        ("<!-- {{ x }} -->", " {{ x }} "),
        ("<!--\n{% x %}\n-->\n", "\n{% x %}\n"),
    ],
)
def test_comments_are_kept_apart(source: str, inner: str) -> None:
    document = page(source)
    (comment,) = document.comments
    assert comment.text == inner
    assert inner in source[comment.span.start : comment.span.end]
    assert all(inner.strip() not in segment.text for segment in document.segments)


@pytest.mark.parametrize(
    "source",
    ["```\n<!-- a -->\n[//]: # (b)\n```", "    [//]: # (b)\n", "`<!-- a -->`"],
)
def test_a_comment_in_code_is_code(source: str) -> None:
    assert page(source).comments == ()


def test_block_tags_of_templates_part_paragraphs_and_vanish() -> None:
    source = "{% if open %}\nWe are open.\n{% endif %} {% x %}\nCall us."
    assert prose(source) == [("text", "We are open."), ("text", "Call us.")]


class TestFrontMatter:
    def test_gives_metadata(self) -> None:
        document = page("---\naudience: professional\njurisdictions: [us, uk]\n---\nText")
        assert document.metadata == {"audience": "professional", "jurisdictions": ["us", "uk"]}
        assert [segment.text for segment in document.segments] == ["Text"]

    def test_toml_gives_metadata(self) -> None:
        document = page('+++\nintent = "information"\n[seo]\ntitle = "No title here"\n+++\nText')
        assert document.metadata == {"intent": "information", "seo": {"title": "No title here"}}
        assert [segment.text for segment in document.segments] == ["Text"]

    def test_its_prose_is_linted(self) -> None:
        source = (
            "---\ntitle: Peels\nslug: peels-forever\nnote: Read this before booking\nn: 3\n---\n"
        )
        assert prose(source) == [
            ("text.frontmatter.title", "Peels"),
            ("text.frontmatter.note", "Read this before booking"),
        ]

    @pytest.mark.parametrize(
        "head",
        ["---\ntitle: [open\n---\n", "---\n- a\n- b\n---\n", "+++\ntitle = \n+++\n", "---\n---\n",
         "---\nd: !!timestamp x\n---\n", "---\nn: !!int ''\n---\n", "---\n? [a]\n: b\n---\n"],
    )  # fmt: skip
    def test_when_broken_the_page_is_read_all_the_same(self, head: str) -> None:
        document = page(head + "Text")
        assert [segment.text for segment in document.segments] == ["Text"]

    def test_a_rule_further_down_is_no_front_matter(self) -> None:
        assert prose("One\n\n---\nTwo\n\n---\nThree") == [
            ("text", "One"),
            ("text", "Two"),
            ("text", "Three"),
        ]

    def test_without_an_end_it_is_text(self) -> None:
        assert prose("---\ntitle: x") == [("text", "title: x")]


class TestMdx:
    def test_modules_vanish(self) -> None:
        source = (
            "import A from './a'\nexport const b = {\n  c: 1,\n}\n\nText\n\nexport default () => 1"
        )
        assert prose(source, "page.mdx") == [("text", "Text")]

    def test_a_sentence_that_begins_like_one_does_not(self) -> None:
        source = "We\nimport our fillers.\n\nimport duties apply."
        assert len(prose(source, "page.mdx")) == 2

    def test_components_are_like_tags(self) -> None:
        source = "<Card title={{ a: 1 }} {...rest}>\n\nInside *it*\n\n</Card>\n\nA <B.C>b</B.C> c"
        assert prose(source, "page.mdx") == [("text", "Inside it"), ("text", "A b c")]

    def test_expressions_are_masked(self) -> None:
        segment = only("Now {props.price * 2} for {`x`} only", "page.mdx")
        assert segment.text == f"Now {'*' * 17} for {'*' * 5} only"
        assert [item.kind for item in segment.inlines] == ["placeholder", "placeholder"]

    def test_braces_are_text_in_markdown(self) -> None:
        assert only("Now {props.price} only").text == "Now {props.price} only"

    @pytest.mark.parametrize("source", ["{/* c */}\n\ntext", "a {/* c */} b", "{/* c */}\ntext"])
    def test_comments_are_kept_apart(self, source: str) -> None:
        document = page(source, "page.mdx")
        (comment,) = document.comments
        assert (comment.text, len(document.segments)) == (" c ", 1)
        assert source[comment.span.start : comment.span.end] == "{/* c */}"

    def test_indented_text_is_no_code(self) -> None:
        assert prose("<Card>\n\n      Inside\n\n</Card>", "page.mdx") == [("text", "Inside")]

    def test_code_keeps_its_fences(self) -> None:
        source = "```js\n\nimport x from 'y'\n```\n\nText"
        assert prose(source, "page.mdx") == [("text", "Text")]
