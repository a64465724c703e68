import sys

import pytest

from medlint.checks import Environment
from medlint.errors import UserError

PLUGIN = """
import re

def shouts(text, parameters):
    for found in re.finditer(r"[A-Z]{%d,}" % parameters.get("length", 3), text):
        yield found.start(), found.end(), f"{found.group()} shouts"

def places(text, parameters):
    return [(0, 1)]

def wrong(text, parameters):
    return [(5, 500)]

number = 3
"""
ALLOWED = Environment(plugins=True)


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    (tmp_path / "clinic_rules.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "clinic_rules"
    sys.modules.pop("clinic_rules", None)


def test_a_function_finds_the_matches(matches, plugin):
    keys = {"function": f"{plugin}:shouts", "parameters": {"length": 4}, "environment": ALLOWED}
    found = matches("python", "BUY now", "SALE ends", **keys)
    assert [(match.text, match.message) for match in found] == [("SALE", "SALE shouts")]


def test_a_place_without_a_message_takes_the_rule_s(matches, plugin):
    (match,) = matches("python", "Buy", function=f"{plugin}:places", environment=ALLOWED)
    assert (match.text, match.message, match.arguments) == ("B", None, ("B",))


def test_code_runs_only_where_the_settings_allow_it(matches, plugin):
    with pytest.raises(UserError, match="`plugins = true`"):
        matches("python", "Buy", function=f"{plugin}:places")
    assert "clinic_rules" not in sys.modules


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("no_such_module_here:f", "cannot import no_such_module_here:f"),
        ("clinic_rules:absent", "the module clinic_rules has no `absent`"),
        ("clinic_rules:number", "clinic_rules:number is not a function"),
        ("clinic_rules:wrong", r"clinic_rules:wrong gave \(5, 500\)"),
    ],
)
def test_a_function_that_cannot_be_used(matches, plugin, function, reason):
    with pytest.raises(UserError, match=reason):
        matches("python", "Buy now", function=function, environment=ALLOWED)


def test_the_name_of_a_function(refusal, literals):
    assert "package.module:name" in refusal("python", function="clinic_rules.shouts")
    assert literals("python", function="a.b:c") is None
