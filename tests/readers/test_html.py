"""What the HTML reader takes for prose, where it says it stands, and what it leaves out."""

from __future__ import annotations

import pytest

from medlint.document import Document, Inline
from medlint.readers.html import read


def page(source: str) -> Document:
    return read(source, "page.html")


def prose(source: str) -> list[tuple[str, str]]:
    return [(segment.scope, segment.text) for segment in page(source).segments]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>Clinic &amp; care</title>", [("text.title", "Clinic & care")]),
        (
            "<h1>He<b>ad</b></h1><h6>six</h6>",
            [("text.heading.h1", "Head"), ("text.heading.h6", "six")],
        ),
        ("<p>one<p>two</p>three", [("text", "one"), ("text", "two"), ("text", "three")]),
        (
            "<ul><li>one<li>two</ul>tail",
            [("text.list", "one"), ("text.list", "two"), ("text", "tail")],
        ),
        ("<li><p>a</p><p>b</p></li>", [("text.list", "a"), ("text.list", "b")]),
        (
            "<blockquote><p>a</p><p>b</p></blockquote>",
            [("text.blockquote", "a"), ("text.blockquote", "b")],
        ),
        (
            "<table><caption>Fees</caption><tr><th>h<td>c<tr><td>d</table>e",
            [
                ("text.table.caption", "Fees"),
                ("text.table.header", "h"),
                ("text.table.cell", "c"),
                ("text.table.cell", "d"),
                ("text", "e"),
            ],
        ),
        (
            "<figure><img alt='Lips'><figcaption>Before</figcaption></figure>",
            [("text.attr.alt", "Lips"), ("text.figure.caption", "Before")],
        ),
        ("<dl><dt>term<dd>meaning</dl>", [("text", "term"), ("text", "meaning")]),
        ("<div>a<div>b</div>c</div>", [("text", "a"), ("text", "b"), ("text", "c")]),
        ("<button>Book</button><label>Name</label>", [("text", "Book"), ("text", "Name")]),
        ('<a href="/x" title="Go">go</a>', [("text", "go"), ("text.attr.title", "Go")]),
        (
            '<a href="/x" aria-label="Read more">x</a>',
            [("text", "x"), ("text.attr.label", "Read more")],
        ),
        (
            '<meta name="description" content="a &quot;b&quot;">',
            [("text.attr.description.meta", 'a "b"')],
        ),
        ('<meta property="og:description" content="d">', [("text.attr.description.meta", "d")]),
        ('<meta name="twitter:description" content="d">', [("text.attr.description.meta", "d")]),
        ('<meta property="og:title" content="t">', [("text.title", "t")]),
        ('<meta name="keywords" content="forever">', []),
        ("<p hidden>a</p><p aria-hidden=true>b</p>", [("text", "a"), ("text", "b")]),
        ("<x-card>a</x-card><x-card>b</x-card>", [("text", "a"), ("text", "b")]),
        (
            "---\ntitle: On top\n---\n<p>a</p>",
            [("text.frontmatter.title", "On top"), ("text", "a")],
        ),
    ],
)
def test_each_block_has_its_scope(source: str, expected: list[tuple[str, str]]) -> None:
    assert prose(source) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("al<b>pha</b> <i>x</i>y", "alpha xy"),
        ("&lt;3 &copy;&copy &#x41;&#66; &bogus; AT&T", "<3 ©© AB &bogus; AT&T"),
        ("one<br>two<br />\n three", "one\ntwo\n three"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("so&shy;ft un\u00adder<wbr>eye", "soft undereye"),
        ("\n   a   b\n", "a   b"),
        ("5 < 6 > 4 and <3", "5 < 6 > 4 and <3"),
        ("a <!-- b --> c <? d ?> e <!doctype x> f", "a  c  e  f"),
        ("a <script>if (x < '</p>') {}</script> b", "a  b"),
        ("a <SCRIPT>x</Script > b", "a  b"),
        ("a <svg><text>x</text><svg></svg>y</svg> b", "a  b"),
        ("a <select><option>x<option>y</select> b", "a  b"),
        ("a <textarea><p>x</textarea> b", "a  b"),
        ("a <b title='x > y'>c</b>", "a c"),
        ("a <code>x y</code> <tt>z</tt>", "a *** *"),
        ("from {{ price < 3 }} on", f"from {'*' * 15} on"),
        ("see https://a.example/?b=1&amp;c=2.", f"see {'*' * 26}."),
    ],
)
def test_markup_is_gone_from_the_text(source: str, text: str) -> None:
    assert page(f"<p>{source}</p>").segments[0].text == text


@pytest.mark.parametrize(
    "element",
    "script style noscript template iframe svg math textarea select pre canvas".split(),
)
def test_elements_without_prose_are_passed_over(element: str) -> None:
    source = f"<{element}><i>gone</i> forever</{element}><p>kept</p>"
    assert prose(source) == [("text", "kept")]


@pytest.mark.parametrize(
    ("source", "within"),
    [
        ("<ul><li>x</ul>", {"list"}),
        ("<ol><li><blockquote>x", {"list", "blockquote"}),
        ("<table><td>x</table>", {"table"}),
        ("<details><summary>x</summary></details>", {"details"}),
        ("<figure><figcaption>x", {"figure"}),
        ("<nav>x</nav>", {"nav"}),
        ("<footer><p>x", {"footer"}),
        ("<header>x", {"header"}),
        ("<aside>x", {"aside"}),
        ("<form><button>x", {"form", "button"}),
        ('<div class="note  big">x', {"class", "note", "big"}),
        ("<section id=reviews>x", {"testimonial"}),
        ("<div class=customerReview>x", {"class", "customerReview", "testimonial"}),
        ('<div itemprop="review" itemtype="https://schema.org/Review">x', {"testimonial"}),
        (
            "<figure class='Testimonials__card'><p>x",
            {"figure", "class", "Testimonials__card", "testimonial"},
        ),
        ("<div id=preview>x", set()),
        ("<p id=peer-reviewed>x", set()),
        ("<nav>y</nav>x", set()),
        ("<div><nav>y</div>x", set()),
        ("</nav></div>x", set()),
    ],
)
def test_what_encloses_a_segment_is_named(source: str, within: set[str]) -> None:
    (segment,) = (s for s in page(source).segments if s.text == "x")
    assert segment.within == within


def test_inline_elements_are_recorded() -> None:
    source = "<p><a href='/x?a=1&amp;b=2'>a <em>b</em></a> <strong>c</strong><sup>2</sup> <q>d</q>"
    assert page(source).segments[0].inlines == (
        Inline("link", 0, 3, "/x?a=1&b=2"),
        Inline("emphasis", 2, 3),
        Inline("strong", 4, 5),
        Inline("superscript", 5, 6),
        Inline("quote", 7, 8),
    )


def test_an_element_left_open_ends_with_its_block() -> None:
    first, second = page("<p>a <b>c<p>d</p>").segments
    assert [item.kind for item in first.inlines] == ["strong"]
    assert second.inlines == ()


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("<p>caf&eacute; 😀 <b>wo</b>rd</p>", "word", "wo</b>rd"),
        ("<p>caf&eacute; x</p>", "é", "&eacute;"),
        ("<p>a<br>\r\nb</p>", "\n", "<br>\r\n"),
        ("\ufeff<p>a\r\nb</p>", "a\nb", "a\r\nb"),
        ("<img alt='x &amp; 😀 word'>", "word", "word"),
        ("<img alt=bare>", "bare", "bare"),
        ('<meta content="the words" name=description>', "words", "words"),
    ],
)
def test_words_point_back_to_their_source(source: str, word: str, expected: str) -> None:
    (segment,) = page(source).segments
    start = segment.text.index(word)
    span = segment.source_span(start, start + len(word))
    assert source[span.start : span.end] == expected


def test_comments_are_kept_apart() -> None:
    source = "<p>a<!-- medlint-ignore X: y --></p><!----><!-- open"
    assert [comment.text for comment in page(source).comments] == [
        " medlint-ignore X: y ",
        "",
        " open",
    ]
    first = page(source).comments[0]
    assert source[first.span.start : first.span.end] == "<!-- medlint-ignore X: y -->"


def test_meta_elements_of_ours_are_metadata() -> None:
    source = (
        '<meta name="medlint:audience" content="professional">'
        '<meta name="medlint:jurisdictions" content="us, uk">'
    )
    assert page(source).metadata == {"audience": "professional", "jurisdictions": ["us", "uk"]}
    assert page(source).segments == ()


def test_block_tags_of_templates_vanish() -> None:
    source = "<ul>\n{% for x in y %}\n<li>one {{ x }}\n{% endfor %}\n</ul>"
    assert prose(source) == [("text.list", "one *******")]
