"""Directives waive exactly what they name, with a reason, and what is wrong with one is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import Config, Linter
from medlint.document import Document
from medlint.library import Library
from medlint.packs import load
from medlint.readers import reader
from medlint.spans import Lines
from medlint.suppress import directives
from medlint.trials import marked

CLAIM = "Our fillers last forever."


def parse(text, format="markdown"):
    document: Document = reader(format).read(text, "page")
    return directives(document, Lines(text))


def covered(text, format="markdown"):
    """Return the words that each directive covers."""
    return [text[one.covers.start : one.covers.end] for one in parse(text, format)[0]]


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("medlint-ignore Claims.Permanence: a song", ("Claims.Permanence",), "a song"),
        ("medlint-ignore Claims, Safety.Risk: a song", ("Claims", "Safety.Risk"), "a song"),
        ("medlint-ignore Claims Safety : a song", ("Claims", "Safety"), "a song"),
        (
            "medlint-ignore CITE001: see https://a.b/c: p. 3",
            ("CITE001",),
            "see https://a.b/c: p. 3",
        ),
        ("medlint-ignore: all of it is quoted", (), "all of it is quoted"),
        ("medlint-ignore Claims", ("Claims",), ""),
        ("medlint-ignore", (), ""),
        ("\n  medlint-ignore Claims:\n  a song,\n  quoted\n", ("Claims",), "a song, quoted"),
    ],
)
def test_a_directive_names_rules_and_a_reason(comment, rules, reason):
    (one,), problems = parse(f"<!-- {comment} -->\n\n{CLAIM}\n")
    assert (one.rules, one.reason, problems) == (rules, reason, [])


@pytest.mark.parametrize(
    "comment",
    [
        "medlint-ignoreClaims: a song",
        "medlint-ignore-line Claims: a song",
        "medlint-ignor Claims: a song",
        "medlint-disable Claims",
        "medlint-ignore Claims/Safety: a song",
    ],
)
def test_what_looks_like_a_directive_and_is_none_is_a_problem(comment):
    found, (problem,) = parse(f"<!-- {comment} -->\n\n{CLAIM}\n")
    assert (found, problem.kind, problem.words) == ([], "malformed", comment)


def test_other_comments_are_left_alone():
    assert parse(f"<!-- about medlint-ignore -->\n\n<!-- medlint is used -->\n\n{CLAIM}") == (
        [],
        [],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One.\n\n<!-- medlint-ignore -->\n\nTwo\nlines.\n\nThree.", "Two\nlines."),
        ("One.\n\n<!-- medlint-ignore -->\nTwo.\n\nThree.", "Two."),
        ("One.\n\nTwo <!-- medlint-ignore --> words.\n\nThree.", None),
        ("One.\n\nTwo words. <!-- medlint-ignore -->\n\nThree.", "Two words."),
        ("One.\n\nTwo **words**. <!-- medlint-ignore -->\n\nThree.", None),
        ("One.\n\nTwo **words** <!-- medlint-ignore -->\n\nThree.", "Two **words"),
        ("One.\n\n[Two](/a) <!-- medlint-ignore -->\n\nThree.", "Two"),
        ("One.\n\n- Two. <!-- medlint-ignore -->\n- Three.", "Two."),
        ("One.\n\n<!-- medlint-ignore -->\n\n# Two\n\nThree.", "Two"),
        ("One.\n\n<!-- medlint-ignore -->", ""),
    ],
)
def test_in_markdown_it_covers_the_block_it_is_in_or_the_next(text, words):
    (found,) = covered(text)
    if words is None:
        assert found.startswith("Two")
        assert "words" in found
        assert "Three" not in found
    else:
        assert found == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>One.</p>\n<!-- medlint-ignore -->\n<p>Two.</p><p>Three.</p>", "Two."),
        ("<p>One.</p><p>Two. <!-- medlint-ignore --></p><p>Three.</p>", "Two."),
        ("<p>One.</p><p><b>Two</b> <!-- medlint-ignore --></p><p>Three.</p>", "Two"),
        ("<p>One.</p> <!-- medlint-ignore --> <p>Two.</p><p>Three.</p>", "Two."),
        ("<ul><li>One.</li><!-- medlint-ignore --><li>Two.</li></ul>", "Two."),
    ],
)
def test_in_html_it_covers_the_block_it_is_in_or_the_next(text, words):
    assert covered(text, "html") == [words]


def test_in_plain_text_a_comment_line_is_a_directive():
    text = "One.\n\n[//]: # (medlint-ignore Claims: a song)\nTwo.\n\nThree.\n"
    (found,) = covered(text, "text")
    assert found.strip() == "Two."


def test_a_range_covers_what_stands_in_it():
    text = (
        "A.\n\n<!-- medlint-ignore-start X: r -->\n\nB.\n\nC.\n\n<!-- medlint-ignore-end -->\n\nD."
    )
    assert [words.split() for words in covered(text)] == [["B.", "C."]]


def test_ranges_may_cross_if_their_ends_name_them():
    text = (
        "<!-- medlint-ignore-start X -->\n\nA.\n\n<!-- medlint-ignore-start Y -->\n\nB.\n\n"
        "<!-- medlint-ignore-end X -->\n\nC.\n\n<!-- medlint-ignore-end Y -->\n\nD.\n"
    )
    found, problems = parse(text)
    reach = {one.rules: text[one.covers.start : one.covers.end] for one in found}
    assert problems == []
    assert "A." in reach["X",]
    assert "C." not in reach["X",]
    assert "A." not in reach["Y",]
    assert "C." in reach["Y",]


def test_a_start_without_an_end_and_an_end_without_a_start_cover_nothing():
    found, problems = parse("<!-- medlint-ignore-end -->\n\nA.\n\n<!-- medlint-ignore-start -->\n")
    assert found == []
    assert [problem.words for problem in problems] == [
        "an end without a start",
        "a start without an end",
    ]


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def linter(library):
    return Linter(Config(select=("Claims.Permanence", "Suppression")), library)


def test_a_waived_alert_stays_in_the_report_with_its_line_and_reason(linter):
    text = f"<!-- medlint-ignore Claims.Permanence: a song title -->\n\n{CLAIM}\n"
    report = linter.lint_text(text, "page.md")
    (alert,) = report.files[0].alerts
    assert report.alerts == ()
    assert alert.suppressed is not None
    assert (alert.suppressed.line, alert.suppressed.reason) == (1, "a song title")


@pytest.mark.parametrize("name", ["Claims.Permanence", "claims.permanence", "Claims", "CLAIMS", ""])
def test_a_rule_is_named_by_id_or_pack_in_any_case(linter, name):
    text = f"<!-- medlint-ignore {name}: a song title -->\n\n{CLAIM}\n"
    assert linter.lint_text(text, "page.md").alerts == ()


def test_a_rule_is_named_by_alias(house, medlint):
    (house / "page.md").write_text(
        "<!-- medlint-ignore h001: a song title -->\n\nThey last forever.\n", encoding="utf-8"
    )
    assert medlint("page.md", "--output", "json").alerts() == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (
            f"⟦<!-- medlint-ignore Claims.Permanence -->⟧\n\n{CLAIM}",
            "Suppression.MissingReason",
            "Claims.Permanence",
        ),
        (f"⟦<!-- medlint-ignore -->⟧\n\n{CLAIM}", "Suppression.MissingReason", "all rules"),
        (
            f"⟦<!-- medlint-ignore Claims.Permanense: a slip -->⟧\n\n{CLAIM}",
            "Suppression.UnknownRule",
            "Claims.Permanense",
        ),
        (
            "⟦<!-- medlint-ignore Claims.Permanence: was changed -->⟧\n\nThey fade.",
            "Suppression.Unused",
            "Claims.Permanence",
        ),
        (f"⟦<!-- medlint-ignored -->⟧\n\n{CLAIM}", "Suppression.Malformed", "medlint-ignored"),
    ],
)
def test_what_is_wrong_with_a_directive_is_an_alert_on_it(linter, text, rule, words):
    text, (span,) = marked(text)
    alerts = [a for a in linter.lint_text(text, "page.md").alerts if a.rule.startswith("Supp")]
    assert [(a.rule, a.span, a.category) for a in alerts] == [(rule, span, "suppression")]
    assert words in alerts[0].message


def test_a_warning_needs_no_reason(house, medlint):
    (house / "page.md").write_text("<!-- medlint-ignore House.Bargain -->\n\nA bargain.\n")
    assert medlint("page.md", "--output", "json").alerts() == []


@pytest.mark.parametrize("name", ["Grammar.Spelling", "Grammar", "Claims, Grammar", ""])
def test_a_directive_is_called_unused_only_if_all_it_names_ran(linter, name):
    text = f"<!-- medlint-ignore {name}: a reason -->\n\nThey fade.\n"
    assert linter.lint_text(text, "page.md").alerts == ()


def test_waiving_one_of_two_rules_leaves_the_other(house, medlint):
    (house / "page.md").write_text(
        "<!-- medlint-ignore House.Forever: quoted -->\n\nThey are sure to last forever.\n"
    )
    assert medlint("page.md", "--output", "json").alerts() == [("page.md", "House.Promise")]


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(), count=st.integers(1, 6), format=st.sampled_from(["markdown", "html", "text"])
)
def test_a_directive_before_the_nth_of_equal_claims_hides_exactly_that_one(
    linter, data, count, format
):
    chosen = data.draw(st.integers(0, count - 1))
    comment = "medlint-ignore Claims.Permanence: a song title"
    comment = f"[//]: # ({comment})" if format == "text" else f"<!-- {comment} -->"
    block = f"<p>{CLAIM}</p>" if format == "html" else CLAIM
    blocks = [block] * count
    blocks[chosen] = f"{comment}\n{block}"
    alerts = linter.lint_text("\n\n".join(blocks), format=format).files[0].alerts
    assert [bool(alert.suppressed) for alert in alerts] == [i == chosen for i in range(count)]
