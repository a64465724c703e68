"""Packs are read whole, and a mistake in one is named with its place and what to do."""

from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
import yaml

from medlint import packs, rule_file
from medlint.checks import CHECKS
from medlint.errors import RuleError
from medlint.yaml12 import parse

GOOD = 'examples: {bad: ["⟦x⟧"], good: ["y"]}'


@pytest.fixture
def refusal(tmp_path):
    """Return ``refusal(yaml)``: the message that a rule with this text gets."""

    def given(text, name="House/Rule.yml"):
        path = tmp_path / "packs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        with pytest.raises(RuleError) as caught:
            packs.load([tmp_path / "packs"])
        message = str(caught.value)
        assert "\n" not in message
        return message.partition("packs/")[2]

    return given


@pytest.fixture
def loaded(tmp_path):
    """Return ``loaded({path: yaml})``: the library with these files as the user's packs."""

    def given(files):
        for name, text in files.items():
            path = tmp_path / "packs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return packs.load([tmp_path / "packs"])

    return given


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "extends: existence\nmessage: m\ntokns: [x]",
            "House/Rule.yml:3:1: unknown key `tokns`; did you mean `tokens`?",
        ),
        (
            "extends: existance\nmessage: m\ntokens: [x]",
            (
                "House/Rule.yml:1:1: `extends` must name a check, not `existance`;"
                " did you mean `existence`?"
            ),
        ),
        (
            "extends: existence\ntokens: [x]",
            "House/Rule.yml:1:1: `message` is missing: what should the writer read?",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\nlevel: eror",
            (
                "House/Rule.yml:4:1: `level`: `eror` is not one of suggestion, warning, error;"
                " did you mean `error`?"
            ),
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\nignorecase: maybe",
            "House/Rule.yml:4:1: `ignorecase`: Expected `bool`, got `str`",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\ncategory: permanance",
            "House/Rule.yml:4:1: unknown category `permanance`; did you mean `permanence`?",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\nunless: [asked, negatd]",
            "House/Rule.yml:4:17: unknown guard `negatd`; did you mean `negated`?",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\njurisdictions: {uk: eror}",
            (
                "House/Rule.yml:4:17: `uk`: `eror` is not one of off, suggestion, warning, error;"
                " did you mean `error`?"
            ),
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\nsources: [{titel: An Act}]",
            "House/Rule.yml:4:12: unknown key `titel`; did you mean `title`?",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\nexamples: {bda: [x]}",
            "House/Rule.yml:4:12: unknown key `bda`; did you mean `bad`?",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [x]\ntitle: t",
            "House/Rule.yml:1:1: give `examples` (bad and good): they test and explain the rule",
        ),
        (
            'extends: existence\nmessage: m\ntokens: [x]\nexamples:\n  bad: ["⟦x⟧", "no mark"]',
            "House/Rule.yml:5:16: mark the words to be flagged with ⟦ ⟧",
        ),
        (
            f"extends: existence\nmessage: m\ntokens: [x]\ncategory: hype\nfix: safe\n{GOOD}",
            "House/Rule.yml:5:1: the fix of a claim rule is never safe: it changes what is said",
        ),
        (
            "extends: existence\nmessage: m",
            "House/Rule.yml:1:1: needs `tokens` or `raw`",
        ),
    ],
)
def test_a_mistake_in_a_rule_is_named_with_its_place(refusal, text, message):
    assert refusal(text) == message


def test_an_unknown_jurisdiction_is_answered_with_those_that_exist(refusal):
    text = "extends: existence\nmessage: m\ntokens: [x]\njurisdictions: {gb: error}"
    message = refusal(text)
    assert message.startswith("House/Rule.yml:4:17: unknown jurisdiction `gb` (known are us, uk,")


@pytest.mark.parametrize("key", ["tokens", "near", "not_near"])
def test_a_broken_expression_is_named_in_its_list(refusal, key):
    tokens = "" if key == "tokens" else "tokens: [x]\n"
    text = f'extends: existence\nmessage: m\n{tokens}{key}:\n  - fine\n  - "(bad"\n{GOOD}'
    line = 5 if key == "tokens" else 6
    assert refusal(text) == (
        f"House/Rule.yml:{line}:5: bad regular expression `(bad` in `{key}`: missing )"
    )


def test_a_broken_expression_is_named_in_its_mapping(refusal):
    text = f'extends: substitution\nmessage: m\nswap:\n  fine: good\n  "(bad": good\n{GOOD}'
    assert refusal(text).startswith("House/Rule.yml:5:3: bad regular expression `(bad` in `swap`")


def test_a_broken_expression_in_a_guard_is_found_before_any_file_is_read(refusal):
    text = 'extends: phrase\nbefore: [fine, "(bad"]'
    assert refusal(text, "guards/mine.yml") == (
        "guards/mine.yml:2:16: bad regular expression `(bad` in `before`: missing )"
    )


def test_a_guard_without_algorithm_is_refused(refusal):
    assert refusal("extends: phrse\nbefore: [x]", "guards/mine.yml").endswith(
        "not `phrse`; did you mean `phrase`?"
    )


def test_an_unknown_word_list_is_named_with_the_nearest(refusal, tmp_path):
    words = tmp_path / "packs" / "words" / "products.yml"
    words.parent.mkdir(parents=True)
    words.write_text("words: [filler]\n", encoding="utf-8")
    text = f'extends: existence\nmessage: m\ntokens:\n  - "<product> x"\n{GOOD}'
    assert refusal(text) == (
        "House/Rule.yml:4:5: no word list `<product>`; did you mean `products`?"
    )


def test_a_word_list_stands_for_its_words(loaded):
    library = loaded(
        {
            "words/limb.yml": "words: [arm, leg]",
            "words/part.yml": 'words: ["<limb>", face]',
            "House/Rule.yml": f'extends: existence\nmessage: m\ntokens: ["<part> lift"]\n{GOOD}',
        }
    )
    assert library.rules["House.Rule"].parameters.tokens == ("(?:(?:arm|leg)|face) lift",)


def test_word_lists_that_name_each_other_are_refused(refusal, tmp_path):
    folder = tmp_path / "packs" / "words"
    folder.mkdir(parents=True)
    (folder / "one.yml").write_text('words: ["<two>"]', encoding="utf-8")
    assert "name each other" in refusal('words: ["<one>"]', "words/two.yml")


def test_an_id_comes_from_the_path(loaded):
    rule = f"extends: existence\nmessage: m\ntokens: [x]\n{GOOD}"
    library = loaded({"House/Lips.yml": rule, "House/Face/Brow.yml": rule})
    assert {"House.Lips", "House.Face.Brow"} <= set(library.rules)


def test_two_rules_may_not_share_an_id(loaded):
    rule = f"extends: existence\nmessage: m\ntokens: [x]\n{GOOD}"
    with pytest.raises(RuleError, match=r"the id Claims\.Permanence is taken by .*rename one"):
        loaded({"Claims/Permanence.yml": rule})


def test_a_pack_may_be_named_by_its_own_folder(tmp_path):
    pack = tmp_path / "House"
    (pack / "words").mkdir(parents=True)
    (pack / "pack.yml").write_text("title: House rules\nversion: 2", encoding="utf-8")
    (pack / "words" / "limb.yml").write_text("words: [arm]", encoding="utf-8")
    (pack / "Rule.yml").write_text(
        f'extends: existence\nmessage: m\ntokens: ["<limb>"]\n{GOOD}', encoding="utf-8"
    )
    library = packs.load([pack])
    assert library.packs["House"].title == "House rules"
    assert library.packs["House"].version == "2"
    assert library.rules["House.Rule"].parameters.tokens == ("(?:arm)",)


def test_a_style_of_vale_loads_unchanged(loaded):
    library = loaded({"Plain/Very.yml": "extends: existence\nmessage: \"'%s'?\"\ntokens: [very]"})
    assert library.rules["Plain.Very"].level == "warning"


def test_a_file_with_the_other_ending_is_not_lost_in_silence(refusal):
    text = "extends: existence\nmessage: m\ntokens: [x]"
    assert refusal(text, "House/Rule.yaml") == (
        "House/Rule.yaml: a rule file ends in .yml; rename it"
    )


def test_a_folder_that_is_not_there_is_named():
    with pytest.raises(RuleError, match="nowhere: no such folder of rules; check `packs`"):
        packs.load([Path("nowhere")])


def test_a_built_in_rule_needs_two_examples_of_each(tmp_path, monkeypatch):
    (tmp_path / "House").mkdir()
    rule = f"extends: existence\nmessage: m\ntokens: [x]\n{GOOD}"
    (tmp_path / "House" / "Rule.yml").write_text(rule, encoding="utf-8")
    monkeypatch.setattr(packs, "builtin", lambda: tmp_path)
    with pytest.raises(RuleError, match="a built-in rule needs 2 bad and 2 good examples"):
        packs.load()


SCHEMA = rule_file.rule_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FILES = [
    path
    for folder in packs.builtin().iterdir()
    if folder.is_dir() and folder.name not in packs.RESERVED
    for path in folder.rglob("*.yml")
    if path.name != "pack.yml"
]


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["extends"]["enum"] == list(CHECKS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_the_schema_accepts_every_built_in_rule(path):
    data = parse(path.read_text("utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize(
    "text",
    [
        "extends: existence\nmessage: m\ntokns: [x]",
        "extends: existence\nmessage: m\ntokens: [x]\nswap: {a: b}",
        "extends: nothing\nmessage: m",
        "extends: existence\ntokens: [x]",
        "extends: existence\nmessage: m\ntokens: [x]\nlevel: eror",
        "extends: existence\nmessage: m\ntokens: [x]\nexamples: {bda: [x]}",
    ],
)
def test_the_schema_rejects_what_the_loader_rejects(refusal, text):
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
    assert refusal(text)
