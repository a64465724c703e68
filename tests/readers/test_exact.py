"""Every reader, on any text: each character of the prose has its exact place in the source."""

from __future__ import annotations

import html
from itertools import chain

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from medlint.document import MASK, Document, Run, Segment
from medlint.readers import reader

MASKED = {"code", "url", "placeholder"}
FORMATS = [
    ("markdown", "page.md"),
    ("markdown", "page.mdx"),
    ("html", "page.html"),
    ("text", "a.txt"),
]

WORDS = st.sampled_from(
    "filler fades 😀 café e\u0301clat x\u200dy 終 a&b 5% it’s so\u00adft \u00a0 "
    "www.a.example &amp; &eacute; &shy; &#8211; &copy \\* * _ ` < > | # [ ] ( ) ! {{ x }} "
    "${y} {% z %} <br> [^1] [r] $5 https://a.example/b?c=1&amp;d=2) hi@a.example".split(" ")
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def _around(*marks: tuple[str, str]) -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from(marks)


def _wrapped(inner: st.SearchStrategy[str], *marks: tuple[str, str]) -> st.SearchStrategy[str]:
    return st.builds(lambda around, text: around[0] + text + around[1], _around(*marks), inner)


SENTENCE = st.recursive(
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join),
    lambda inner: st.one_of(
        _wrapped(
            inner, ("*", "*"), ("**", "**"), ("`", "`"), ("``", "``"), ("[", "](/u 'a \\\" b')"),
            ("![", "](i.png \"t\")"), ("[", "][r]"), ("<b>", "</b>"), ("<code>", "</code>"),
            ("<a href='/x'>", "</a>"), ("<sup>", "</sup>"), ("~~", "~~"), ("<!-- ", " -->"),
            ("<div class=c>", "</div>"), ("{/* ", " */}"), ("{", "}"),
        ),
        st.builds("{}{}".format, inner, inner),
        st.builds("{} {}".format, inner, inner),
        st.builds("{}\n{}".format, inner, inner),
        st.builds("{}  \n{}".format, inner, inner),
    ),
    max_leaves=6,
)  # fmt: skip


def _indented(first: str, rest: str, text: str) -> str:
    return first + text.replace("\n", "\n" + rest)


BLOCK = st.recursive(
    st.one_of(
        SENTENCE,
        SENTENCE.map("## {}".format),
        SENTENCE.map("{}\n===".format),
        SENTENCE.map("```\n{}\n```".format),
        SENTENCE.map("    {}".format),
        SENTENCE.map("<p title=\"{}\">x</p>".format),
        st.builds("| {} | {} |\n|--|--|\n| {} | `a \\| b` |".format, SENTENCE, SENTENCE, SENTENCE),
        SENTENCE.map(lambda text: _indented("[^1]: ", "    ", text)),
        st.sampled_from(["[r]: /target 'ti\\'tle'", "{% if x %}", "[//]: # (note)", "---", "<hr>",
                         "<pre>\n", "</div>", "import x from 'y'", "$$\nx\n$$"]),
    ),
    lambda inner: st.one_of(
        st.builds(_indented, st.just("> "), st.sampled_from(["> ", ">", "", ">\t"]), inner),
        st.builds(_indented, st.just("- "), st.sampled_from(["  ", "\t", ""]), inner),
        st.builds(_indented, st.just("1. "), st.just("   "), inner),
        _wrapped(inner, ("<div class=\"testimonial\">\n\n", "\n\n</div>"), ("<ul><li>", "</ul>"),
                 ("<blockquote>\n", "\n</blockquote>"), ("<table><tr><td>", "</table>")),
        st.builds("{}\n\n{}".format, inner, inner),
        st.builds("{}\n{}".format, inner, inner),
    ),
    max_leaves=6,
)  # fmt: skip
HEAD = st.sampled_from(
    ["", "\ufeff", "---\ntitle: 'It''s a 😀 title'\n---\n", '\ufeff+++\ntitle = "A title"\n+++\n']
)
PAGE = st.builds(lambda head, body, end: (head + body).replace("\n", end), HEAD, BLOCK, LINE_ENDS)
ANY = st.one_of(
    PAGE,
    st.text(),
    st.text(alphabet="<>&;!-/=\"'`*_[](){}%$#|:\\ \n\r\tabx1@.^~\ufeff\u00ad\x00\ud800😀é"),
    st.lists(WORDS).map("".join),
)  # fmt: skip


def check(document: Document) -> None:
    for segment in document.segments:
        _check_runs(segment, document.source)
        masked = _masked(segment)
        for run in segment.runs:
            _check_run(segment, run, document.source, masked)
    for comment in document.comments:
        assert comment.text in document.source[comment.span.start : comment.span.end]


def _check_runs(segment: Segment, source: str) -> None:
    """The runs cover the text without a gap, and go up through the source."""
    assert segment.text == segment.text.strip() != ""
    offset = place = 0
    for run in segment.runs:
        assert run.start == offset
        assert place <= run.source <= run.source + run.source_length <= len(source)
        offset, place = run.start + run.length, run.source + run.source_length
    assert offset == len(segment.text)
    for item in segment.inlines:
        assert 0 <= item.start < item.end <= len(segment.text)


def _check_run(segment: Segment, run: Run, source: str, masked: frozenset[int]) -> None:
    text = segment.text[run.start : run.start + run.length]
    raw = source[run.source : run.source + run.source_length]
    if run.length == run.source_length:
        for index, (character, original) in enumerate(zip(text, raw, strict=True)):
            if character != original:
                _check_exception(run.start + index in masked, character, original)
    elif MASK in text:
        assert masked.issuperset(run.start + i for i, c in enumerate(text) if c == MASK)
    elif not segment.scope.startswith(("text.frontmatter", "text.attr.title")):
        _check_whole(text, raw)


def _check_exception(masked: bool, character: str, original: str) -> None:
    if character == MASK:
        assert masked
    elif character == "\n":
        assert original == "\r"
    else:
        assert (character, "\ud800" <= original <= "\udfff") == ("\ufffd", True)


def _check_whole(text: str, raw: str) -> None:
    if text == "\n" and raw != "&NewLine;" and not raw.startswith("&#"):
        without_tag = raw.partition(">")[2] if raw.startswith("<") else raw.removeprefix("\\")
        assert without_tag.strip(" \t\r\n") == ""
    else:
        decoded = html.unescape(raw) if raw.strip("&#0;xX") else "\ufffd"
        assert text == decoded or raw.startswith("&#")


def _masked(segment: Segment) -> frozenset[int]:
    """Return the offsets of the text that stand for code, an address or a placeholder."""
    ranges = (range(i.start, i.end) for i in segment.inlines if i.kind in MASKED)
    return frozenset(chain.from_iterable(ranges))


@pytest.mark.parametrize(("format", "path"), FORMATS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=ANY)
@example(source="a\ud800b `c\ud800`")
@example(source="\ufeff\ufeff# x\r\n\r\n> y")
def test_each_character_of_the_prose_is_in_the_source(format: str, path: str, source: str) -> None:
    document = reader(format).read(source, path)
    assert document.source == source
    check(document)


@pytest.mark.parametrize(("format", "path"), FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sources=PAGE)
def test_line_ends_do_not_change_the_prose(format: str, path: str, sources: str) -> None:
    read = reader(format).read
    unix = sources.replace("\r\n", "\n").replace("\r", "\n")
    windows = unix.replace("\n", "\r\n")
    assert [_without_masks(s) for s in read(unix, path).segments] == [
        _without_masks(s) for s in read(windows, path).segments
    ]


def _without_masks(segment: Segment) -> tuple[str, str]:
    """A masked line end is one character or two; elsewhere it is one."""
    text = segment.text
    for item in reversed(segment.inlines):
        if item.kind in MASKED:
            text = text[: item.start] + text[item.end :]
    return segment.scope, text


NESTED = 10_000


@pytest.mark.parametrize(("format", "path"), FORMATS)
@pytest.mark.parametrize(
    "source",
    [
        "<" * NESTED,
        "<a " * NESTED,
        '<a b=">"' * NESTED,
        "<!--" * NESTED,
        "<?x>" * NESTED,
        "<div class=a>" * NESTED + "x",
        "<b>" * NESTED + "<i>" * NESTED + "</b>" * NESTED,
        "<script>" * NESTED,
        ">" * NESTED + "x",
        "- " * NESTED + "x",
        "{{ " * NESTED + "}}",
        "{" * NESTED + "}" * NESTED,
        "{% x %}\n" * NESTED,
        "{/*" * NESTED,
        "[a](b '" * NESTED,
        "[//]: # (" * NESTED,
        "&" * NESTED + "&copy" * NESTED,
        "http://" + ")" * NESTED,
        "@a" * NESTED,
        "word " * 1_000_000,
        "\n" + " " * NESTED + "\n",
        "\x00" * NESTED,
        "---\n" + "[" * NESTED + "\n---\nx",
    ],
    ids=lambda source: source[:12].strip() or "blank",
)
def test_degenerate_pages_are_read(format: str, path: str, source: str) -> None:
    check(reader(format).read(source, path))
