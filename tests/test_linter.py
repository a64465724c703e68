"""From a text to a report: levels by jurisdiction, one alert a phrase, and rules that fail."""

import subprocess
import sys
from typing import ClassVar

import pytest

from medlint import Config, Linter
from medlint.alerts import Alert
from medlint.config import PathSettings
from medlint.errors import ConfigError
from medlint.library import Library
from medlint.linter import Override
from medlint.messages import fill
from medlint.rule_file import rule_from
from medlint.rules import Rule
from medlint.yaml_source import YamlSource


def rule(id, *tokens, **keys):
    """Return an existence rule, from the same data as its YAML would hold."""
    data = {"extends": "existence", "message": "'%s' again.", "tokens": list(tokens), **keys}
    data.setdefault("examples", {"bad": [f"⟦{tokens[0]}⟧"]})
    return rule_from(YamlSource(f"{id}.yml", "", data), id, {}, {"asked"})


def linter(*rules: Rule, **settings) -> Linter:
    return Linter(Config(**settings), Library({one.id: one for one in rules}))


def alerts(text, *rules, path="page.md", **settings) -> list[Alert]:
    report = linter(*rules, **settings).lint_text(text, path)
    assert report.errors == ()
    return list(report.alerts)


def found(text, *rules, **settings):
    return [(alert.rule, alert.severity) for alert in alerts(text, *rules, **settings)]


FOREVER = rule("H.Forever", "last forever", category="permanence", level="error")
PROMISE = rule("H.Promise", "sure to last forever", category="guarantee", level="warning")


class TestReferenceList:
    PAGE = (
        "They last forever.\n\n## References\n\n"
        "Holm, A. (2019). Do fillers last forever? Skin Letters, 4(2), 1–9.\n\n"
        "Orr, B. (2021). Fillers last forever. Skin Letters, 6(1), 3–8.\n\n"
        "Book now: they last forever.\n"
    )

    def test_a_title_in_it_is_not_the_copy_s_own_claim(self):
        report = Linter(Config(select=("Claims.Permanence",))).lint_text(self.PAGE, "page.md")
        assert [alert.line for alert in report.alerts] == [1, 9]
        held = {(phrase.guard, phrase.cue) for phrase in report.files[0].held}
        assert held == {("cited", "reference list")}

    def test_a_rule_that_no_context_clears_still_reads_it(self):
        assert [alert.line for alert in alerts(self.PAGE, FOREVER)] == [1, 5, 7, 9]


class TestAlert:
    def test_it_points_at_the_words_and_says_what_the_rule_says(self):
        source = "# Lips\r\n\r\n😀 They *last\r\nforever*.\r\n"
        (alert,) = alerts(source, rule("H.R", "last forever", suggest="for months", level="error"))
        assert source[alert.span.start : alert.span.end] == "last\r\nforever"
        assert (alert.line, alert.column, alert.end_line, alert.end_column) == (3, 9, 4, 8)
        assert alert.match.split() == ["last", "forever"]
        assert alert.message == fill("'%s' again.", ("last forever",))
        assert (alert.rule, alert.severity, alert.confidence) == ("H.R", "error", "high")
        assert (alert.suggestion, alert.fix, alert.suppressed) == ("for months", None, None)

    def test_a_replacement_becomes_a_fix_of_the_rule_s_safety(self):
        data = {"extends": "substitution", "message": "Use '%s'.", "swap": {"utilise": "use"}}
        data |= {"action": {"name": "replace"}, "fix": "safe"}
        data |= {"examples": {"bad": ["⟦utilise⟧"]}}
        (alert,) = alerts("We utilise it.", rule_from(YamlSource("", "", data), "H.Use", {}, ()))
        assert alert.fix is not None
        assert (alert.fix.safety, alert.suggestion) == ("safe", "use")
        (edit,) = alert.fix.edits
        assert (edit.span, edit.text) == (alert.span, "use")

    def test_alerts_come_in_the_order_of_the_text(self):
        text = "A bargain.\n\nThey last forever. A bargain."
        assert [one.span.start for one in alerts(text, FOREVER, rule("H.B", "bargain"))] == sorted(
            [2, 17, 33]
        )

    def test_two_claims_on_one_line_are_both_reported(self):
        text = "They last forever, they last forever."
        assert len(alerts(text, FOREVER)) == 2

    def test_a_limit_counts_per_file(self):
        assert len(alerts("x x x x", rule("H.X", "x", limit=2))) == 2


class TestOverlap:
    def test_one_phrase_gets_one_alert_that_names_the_other_rules(self):
        (alert,) = alerts("They are sure to last forever.", FOREVER, PROMISE)
        assert (alert.rule, alert.also) == ("H.Forever", ("H.Promise",))

    def test_at_equal_severity_the_longer_phrase_stays(self):
        longer = rule("H.Longer", "sure to last forever", category="guarantee", level="error")
        (alert,) = alerts("They are sure to last forever.", FOREVER, longer)
        assert (alert.rule, alert.also) == ("H.Longer", ("H.Forever",))

    def test_phrases_that_only_meet_through_a_third_are_both_reported(self):
        one = rule("H.One", "amazing bargain", category="hype")
        two = rule("H.Two", "bargain today", category="urgency_discount", level="error")
        three = rule("H.Three", "today only", category="urgency_discount")
        text = "An amazing bargain today only."
        assert [(a.rule, a.also) for a in alerts(text, one, two, three)] == [
            ("H.Two", ("H.One", "H.Three"))
        ]
        four = rule("H.Four", "only for you", category="urgency_discount")
        text = "An amazing bargain today only for you."
        assert [(a.rule, a.also) for a in alerts(text, one, two, three, four)] == [
            ("H.Two", ("H.One", "H.Three")),
            ("H.Four", ()),
        ]

    def test_a_claim_and_a_remark_on_language_stand_side_by_side(self):
        remark = rule("H.Spelling", "forever", category="spelling")
        assert len(alerts("They last forever.", FOREVER, remark)) == 2


class TestJurisdictions:
    EVERYWHERE: ClassVar = {
        "us": "suggestion",
        "uk": "error",
        "eu": "warning",
        "au": "error",
        "ca": "error",
    }

    def level(self, jurisdictions, **levels):
        return rule("H.R", "x", level="warning", jurisdictions=levels).level_for(jurisdictions)

    def test_with_none_declared_the_mildest_of_the_main_regulators_holds(self):
        assert self.level((), **self.EVERYWHERE) == "suggestion"
        assert self.level((), **{**self.EVERYWHERE, "us": "error"}) == "warning"
        assert self.level((), uk="off") == "off"
        assert self.level((), sg="off") == "warning"

    def test_with_one_declared_its_own_level_holds(self):
        assert self.level(("uk",), **self.EVERYWHERE) == "error"
        assert self.level(("sg",), **self.EVERYWHERE) == "warning"
        assert self.level(("sg",), **self.EVERYWHERE, default="off") == "off"

    def test_with_several_the_severest_holds(self):
        assert self.level(("us", "eu"), **self.EVERYWHERE) == "warning"
        assert self.level(("us", "uk"), us="off", uk="off") == "off"

    @pytest.mark.parametrize("member", ["ie", "de", "fr", "it", "be"])
    def test_members_of_the_eu_inherit_from_it(self, member):
        assert self.level((member,), eu="error") == "error"
        assert self.level((member,), **{"eu": "error", member: "off"}) == "off"

    VOUCHER = rule("H.Voucher", "voucher", jurisdictions={"uk": "error", "default": "off"})

    def test_a_rule_of_one_regulator_is_silent_with_one_note(self):
        report = linter(self.VOUCHER).lint_text("A voucher, a voucher.")
        assert report.alerts == ()
        (note,) = report.notes
        assert "no jurisdiction is declared" in note
        assert "--jurisdiction uk" in note

    def test_there_is_no_note_where_it_would_have_nothing_to_say(self):
        assert linter(self.VOUCHER).lint_text("A gift.").notes == ()
        assert linter(self.VOUCHER, jurisdictions=("us",)).lint_text("A voucher.").notes == ()

    def test_it_speaks_where_its_regulator_is_declared(self):
        assert found("A voucher.", self.VOUCHER, jurisdictions=("us", "uk")) == [
            ("H.Voucher", "error")
        ]

    @pytest.mark.parametrize(
        "head",
        [
            "jurisdiction: uk",
            "jurisdictions: uk",
            "jurisdictions: UK, us",
            "jurisdictions: [us, uk]",
            "jurisdictions:\n  - uk",
            "medlint:\n  jurisdictions: [uk]",
            "jurisdiction: us\nmedlint: {jurisdiction: uk}",
        ],
    )
    def test_front_matter_stands_over_the_settings(self, head):
        text = f"---\n{head}\n---\n\nA voucher.\n"
        assert found(text, self.VOUCHER, jurisdictions=("au",)) == [("H.Voucher", "error")]

    def test_a_meta_element_does_so_in_html(self):
        text = '<head><meta name="medlint:jurisdictions" content="uk, us"></head><p>A voucher.</p>'
        assert found(text, self.VOUCHER, path="page.html") == [("H.Voucher", "error")]

    def test_front_matter_with_an_unknown_code_is_noted_and_the_settings_hold(self):
        text = "---\njurisdiction: ukk\n---\n\nA voucher.\n"
        report = linter(self.VOUCHER, jurisdictions=("uk",)).lint_text(text, "page.md")
        assert report.files[0].notes == (
            "the page declares an unknown jurisdiction: `ukk`; did you mean `uk`?",
        )
        assert len(report.alerts) == 1

    @pytest.mark.parametrize("value", ["", "5", "{a: b}", "null", "[]"])
    def test_front_matter_that_says_nothing_of_use_is_passed_over(self, value):
        text = f"---\njurisdictions: {value}\n---\n\nA voucher.\n"
        assert len(alerts(text, self.VOUCHER, jurisdictions=("uk",))) == 1

    def test_the_settings_of_a_path_stand_between(self):
        uk = PathSettings("uk/**", jurisdictions=("uk",))
        settings = {"jurisdictions": ("us",), "per_path": (uk,)}
        assert found("A voucher.", self.VOUCHER, path="uk/a.md", **settings)
        assert not found("A voucher.", self.VOUCHER, path="us/a.md", **settings)
        text = "---\njurisdiction: au\n---\n\nA voucher.\n"
        assert not found(text, self.VOUCHER, path="uk/a.md", **settings)

    def test_a_record_stands_over_all(self):
        one = linter(self.VOUCHER, jurisdictions=("us",))
        text = "---\njurisdiction: au\n---\n\nA voucher.\n"
        assert one.lint_record(text, "markdown", Override()).alerts == ()
        assert one.lint_record(text, "markdown", Override(jurisdictions=("uk",))).alerts


class TestSettings:
    LOW = rule("H.Low", "x", confidence="low")
    MEDIUM = rule("H.Medium", "x", confidence="medium")
    HIGH = rule("H.High", "x", confidence="high")

    @pytest.mark.parametrize(
        ("profile", "hidden", "ran"), [("reviewer", 0, 3), ("editor", 1, 2), ("writer", 2, 1)]
    )
    def test_a_profile_leaves_out_lower_confidence_and_says_so(self, profile, hidden, ran):
        report = linter(self.LOW, self.MEDIUM, self.HIGH, profile=profile).lint_text("x")
        assert len(report.alerts) == ran
        notes = f"profile {profile}: {hidden} rules of lower confidence did not run"
        assert report.notes == ((notes,) if hidden else ())

    def test_a_path_may_ignore_or_select(self):
        blog = PathSettings("blog/**", ignore=("H.Low",))
        legal = PathSettings("legal/**", select=("H.Low",))
        settings = {"per_path": (blog, legal)}
        rules = (self.LOW, self.HIGH)
        assert found("x", *rules, path="a.md", **settings) == [
            ("H.High", "warning"),
            ("H.Low", "warning"),
        ]
        assert found("x", *rules, path="blog/a.md", **settings) == [("H.High", "warning")]
        assert found("x", *rules, path="legal/a.md", **settings) == [("H.Low", "warning")]

    def test_a_selector_of_a_path_is_checked_at_the_start(self):
        with pytest.raises(ConfigError, match=r"`H\.Lowe`; did you mean `H\.Low`\?"):
            linter(self.LOW, per_path=(PathSettings("blog/**", ignore=("H.Lowe",)),))

    def test_an_unknown_format_is_an_error_of_the_file(self):
        report = linter(self.HIGH).lint_text("x", "page.md", format="markdow")
        ((path, error),) = report.errors
        assert (path, error.kind) == ("page.md", "unsupported")
        assert error.message.endswith("`markdow`; did you mean `markdown`?")

    def test_a_guard_holds_a_phrase_back_and_says_why(self):
        one = Linter(Config(select=("Claims.Permanence",)))
        (file,) = one.lint_text("Do they last forever?", "page.md").files
        assert file.alerts == ()
        (held,) = file.held
        assert (held.rule, held.guard, held.match) == (
            "Claims.Permanence",
            "asked",
            "last forever",
        )


class TestNear:
    def test_a_match_counts_only_beside_a_cue(self):
        near = rule("H.R", "forever", near=["results?"])
        assert len(alerts("Results are forever. A friend is forever.", near)) == 1

    def test_a_match_does_not_count_beside_a_counter_cue(self):
        near = rule("H.R", "forever", not_near=["friends?"])
        assert len(alerts("Results are forever. A friend is forever.", near)) == 1


class TestFailure:
    RAISING = (
        "def find(text, parameters):\n    yield (0, 2)\n    raise RuntimeError('out of ink')\n"
    )

    @pytest.fixture
    def raising(self, tmp_path, monkeypatch):
        (tmp_path / "broken_check.py").write_text(self.RAISING)
        monkeypatch.syspath_prepend(tmp_path)
        data = {"extends": "python", "message": "m", "function": "broken_check:find"}
        data["examples"] = {"bad": ["⟦x⟧"]}
        return rule_from(YamlSource("", "", data), "H.Raising", {}, ())

    def test_one_rule_that_raises_costs_neither_its_alerts_nor_those_of_others(self, raising):
        report = linter(raising, FOREVER, plugins=True).lint_text("They last forever.", "page.md")
        ((path, error),) = report.errors
        assert (path, error.kind) == ("page.md", "rule")
        assert error.message == "page.md: INT001 H.Raising failed: RuntimeError: out of ink"
        assert [alert.rule for alert in report.alerts] == ["H.Raising", "H.Forever"]
        assert report.files[0].status == "error"

    def test_several_that_fail_are_counted(self, raising):
        other = rule_from(
            YamlSource(
                "", "", {"extends": "python", "message": "m", "function": "broken_check:no"}
            ),
            "H.Zero",
            {},
            (),
        )
        report = linter(raising, other, plugins=True).lint_text("A text.", "page.md")
        assert report.errors[0][1].message.endswith("out of ink (and 1 more failed)")

    def test_code_runs_only_if_the_settings_allow_it(self, raising):
        report = linter(raising, FOREVER).lint_text("They last forever.", "page.md")
        assert "plugins = true" in report.errors[0][1].message
        assert [alert.rule for alert in report.alerts] == ["H.Forever"]

    def test_a_reader_that_fails_costs_only_its_file(self, monkeypatch):
        def fail(source, path):
            raise RuntimeError("torn page")

        monkeypatch.setattr("medlint.readers.text.read", fail)
        one = linter(FOREVER)
        assert one.lint_text("They last forever.", "page.txt").errors[0][1].message == (
            "page.txt: INT002 it could not be read as text: RuntimeError: torn page"
        )
        assert one.lint_text("They last forever.", "page.md").alerts


class TestLaziness:
    HEAVY = ("spacy", "textstat", "nltk", "harper", "jinja2", "pathspec", "numpy")
    HEAVY += ("language_tool_python",)

    def loaded(self, code):
        """Return the heavy libraries that a bare interpreter has loaded after some code."""
        code += f"\nimport sys; print(*[name for name in {self.HEAVY} if name in sys.modules])"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        return run.stdout.split()

    def test_an_import_loads_no_engine(self):
        assert self.loaded("import medlint") == []

    def test_an_import_loads_no_library_that_only_rules_need(self):
        code = "import medlint, sys; print(*{'regex', 'yaml', 'msgspec'} & set(sys.modules))"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert run.stdout.split() == []

    def test_linting_a_clean_page_with_phrase_rules_loads_no_engine(self):
        code = (
            "from medlint import Config, Linter\n"
            "report = Linter(Config(select=('Claims',))).lint_text("
            "'Fillers soften lines for a while. Results vary.', 'page.md')\n"
            "assert not report.alerts and not report.errors, report"
        )
        assert self.loaded(code) == []
