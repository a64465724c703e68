"""``medlint test`` runs the examples that rules carry."""

import pytest

GOOD = """
    extends: existence
    message: m
    tokens: [last forever]
    examples: {bad: ["They ⟦last forever⟧."], good: ["They fade."]}
"""
WRONG = """
    extends: existence
    message: m
    tokens: [last forever]
    examples: {bad: ["They ⟦fade⟧."], good: ["They last forever."]}
"""


def test_rules_that_behave_are_counted(medlint, write):
    write({"packs/House/Good.yml": GOOD})
    ran = medlint("test", "packs/House")
    assert (ran.code, ran.out) == (0, "1 rule, 2 examples: none failed.\n")


def test_an_example_that_does_not_behave_is_shown_with_its_file(medlint, write):
    write({"packs/House/Wrong.yml": WRONG, "packs/House/Good.yml": GOOD})
    ran = medlint("test", "packs/House")
    assert ran.code == 1
    assert ran.out == (
        "packs/House/Wrong.yml: House.Wrong does not flag “fade”\n"
        "    in: They ⟦fade⟧.\n"
        "packs/House/Wrong.yml: House.Wrong flags “last forever”\n"
        "    in: They last forever.\n"
        "2 rules, 4 examples: 2 failed.\n"
    )


@pytest.mark.parametrize("named", ["packs/House/Good.yml", "packs/House", "packs"])
def test_a_rule_a_pack_or_a_folder_of_packs_may_be_named(medlint, write, named):
    write({"packs/House/Good.yml": GOOD, "packs/Other/Wrong.yml": WRONG})
    assert medlint("test", named).code == (1 if named == "packs" else 0)


def test_a_rule_of_the_settings_may_use_their_words_and_guards(medlint, write):
    write(
        {
            "medlint.toml": 'packs = ["packs"]',
            "packs/words/spell.yml": "words: [forever, for life]",
            "packs/House/Good.yml": GOOD.replace("[last forever]", '["last <spell>"]'),
        }
    )
    assert medlint("test", "packs/House").code == 0


@pytest.fixture
def shared(write):
    write(
        {
            "packs/words/spell.yml": "words: [forever, for life]",
            "packs/guards/dreamt.yml": "extends: phrase\nsentence: [dreamt]",
            "packs/House/pack.yml": "title: House",
            "packs/House/Good.yml": GOOD.replace("[last forever]", '["last <spell>"]')
            .replace("They fade.", "She dreamt they last forever.")
            .replace("message: m", "message: m\n    unless: [dreamt]"),
            "packs/Other/Wrong.yml": WRONG,
        }
    )


@pytest.mark.parametrize("named", ["packs/House", "packs/House/Good.yml", "packs/House/pack.yml"])
def test_a_pack_finds_the_words_and_guards_beside_it(medlint, shared, named):
    ran = medlint("test", named)
    assert (ran.code, ran.out) == (0, "1 rule, 2 examples: none failed.\n")


@pytest.mark.parametrize("named", ["packs/words/spell.yml", "packs/guards/dreamt.yml"])
def test_a_word_list_or_guard_tests_every_rule_beside_it(medlint, shared, named):
    ran = medlint("test", named)
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "2 rules, 4 examples: 2 failed.")


def test_rules_without_examples_are_named(medlint, write):
    write({"packs/Plain/Very.yml": "extends: existence\nmessage: m\ntokens: [very]"})
    ran = medlint("test", "packs/Plain")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "without examples: Plain.Very")


def test_code_of_a_package_runs_where_the_settings_allow_it(medlint, write, folder, monkeypatch):
    monkeypatch.syspath_prepend(folder)
    write(
        {
            "house_check.py": "def find(text, parameters):\n    yield (0, 4)\n",
            "packs/House/Code.yml": """
                extends: python
                message: m
                function: house_check:find
                examples: {bad: ["⟦They⟧ fade."]}
            """,
        }
    )
    assert "plugins = true" in medlint("test", "packs/House").out
    write({"medlint.toml": "plugins = true"})
    assert medlint("test", "packs/House").code == 0


@pytest.mark.parametrize(
    ("files", "named", "message"),
    [
        ({}, "gone", "gone: no such file or folder"),
        ({"packs/House/note.txt": ""}, "packs/House", "packs/House: no rule here (rules are *.yml"),
        ({"packs/House/A.yml": "a: [b"}, "packs/House", "packs/House/A.yml:2:1: broken YAML: "),
        (
            {"packs/House/A.yaml": "a: b"},
            "packs/House",
            "packs/House: no rule here (rules are *.yml",
        ),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_2(medlint, write, files, named, message):
    write(files)
    ran = medlint("test", named)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"medlint: error: {message}")
    assert ran.err.count("\n") == 1
