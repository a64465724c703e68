"""A rule's examples are its tests: the marked words must be flagged, the good ones stay silent."""

import pytest

from medlint.library import Library
from medlint.rule_file import rule_from
from medlint.spans import Span
from medlint.trials import failures, marked
from medlint.yaml_source import YamlSource


def trial(bad=(), good=(), plugins=False, **keys):
    data = {"extends": "existence", "message": "m", **keys}
    if "function" not in keys:
        data.setdefault("tokens", ["last forever"])
    data["examples"] = {"bad": list(bad), "good": list(good)}
    rule = rule_from(YamlSource("House/R.yml", "", data), "House.R", {}, {"asked"})
    return [f.reason for f in failures(rule, Library({rule.id: rule}), plugins=plugins)]


@pytest.mark.parametrize(
    ("example", "text", "spans"),
    [
        ("They ⟦last⟧.", "They last.", (Span(5, 9),)),
        ("⟦a⟧ b ⟦c⟧", "a b c", (Span(0, 1), Span(4, 5))),
        ("no mark", "no mark", ()),
        ("😀⟦é⟧", "😀é", (Span(1, 2),)),
    ],
)
def test_marks_become_spans(example, text, spans):
    assert marked(example) == (text, spans)


def test_examples_that_behave_leave_nothing_to_say():
    assert trial(["They ⟦last forever⟧.", "⟦last forever⟧, ⟦last forever⟧"], ["They fade."]) == []


@pytest.mark.parametrize(
    ("bad", "good", "reason"),
    [
        (["They ⟦fade⟧."], [], "does not flag “fade”"),
        (["They ⟦last⟧ forever."], [], "flags “last forever”, not “last”"),
        (["⟦last forever⟧, last forever"], [], "flags “last forever”, “last forever”, not"),
        ([], ["They last forever."], "flags “last forever”"),
    ],
)
def test_an_example_that_does_not_behave_is_told_apart(bad, good, reason):
    (told,) = trial(bad, good)
    assert told.startswith(reason)


def test_a_rule_of_one_jurisdiction_is_tried_there():
    levels = {"sg": "error", "default": "off"}
    assert trial(["They ⟦last forever⟧."], jurisdictions=levels) == []


def test_code_of_a_package_is_tried_only_where_it_may_run(tmp_path, monkeypatch):
    (tmp_path / "trial_check.py").write_text("def find(text, parameters):\n    yield (0, 4)\n")
    monkeypatch.syspath_prepend(tmp_path)
    rule = {"extends": "python", "function": "trial_check:find", "bad": ["⟦They⟧ fade."]}
    assert trial(**rule, plugins=True) == []
    assert "plugins = true" in trial(**rule)[0]
