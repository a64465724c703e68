"""The rules shown in docs/rules.md do what the page says."""

import re
from pathlib import Path

import pytest

from medlint.checks import Environment, check
from medlint.document import Document, Run, Segment
from medlint.rule_file import rule_from
from medlint.rules import Rule
from medlint.yaml_source import read

GUIDE = Path(__file__).parents[2] / "docs" / "rules.md"
GUARDS = {path.stem for path in (GUIDE.parents[1] / "rules" / "guards").glob("*.yml")}
SHOWN = [
    block
    for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    if block.startswith("extends:")
]


def load(block: str, folder: Path) -> Rule:
    path = folder / "Shown.yml"
    path.write_text(block, encoding="utf-8")
    return rule_from(read(path, "Shown.yml"), "Guide.Shown", {}, GUARDS)


def marked(rule: Rule, example: str) -> str:
    """Return the example with what the check alone finds marked, one mark for one alert."""
    text = re.sub("[⟦⟧]", "", example)
    segment = Segment(text, "text", (Run(0, 0, len(text), len(text)),))
    finder = check(rule.check).finder(rule.parameters, Environment())
    matches = finder((segment,), Document("guide.md", text, "markdown", (segment,)))
    for match in sorted(matches, key=lambda match: match.start, reverse=True):
        text = f"{text[: match.start]}⟦{match.text}⟧{text[match.end :]}"
    return text


def test_every_pattern_check_is_shown():
    shown = {block.split()[1] for block in SHOWN}
    assert shown >= {
        "existence",
        "substitution",
        "occurrence",
        "repetition",
        "consistency",
        "conditional",
        "capitalization",
        "required",
    }


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.split()[1])
def test_bad_examples_are_found_where_marked(block, tmp_path):
    rule = load(block, tmp_path)
    for example in rule.examples.bad:
        assert marked(rule, example) == example


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.split()[1])
def test_good_examples_are_silent_or_left_to_a_guard(block, tmp_path):
    rule = load(block, tmp_path)
    for example in rule.examples.good:
        assert rule.unless or marked(rule, example) == example


def test_every_guard_named_is_there():
    table = GUIDE.read_text("utf-8").partition("| guard |")[2].partition("\n\n")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", table, re.M)
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert len(named) > 10
    assert named <= GUARDS
