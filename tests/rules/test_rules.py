"""Every built-in rule behaves as its examples say and tells a reader what he needs to know."""

import importlib
from pathlib import Path

import pytest

from medlint import checks, commands, context, engines, readers, writers
from medlint.packs import builtin, load
from medlint.rules import CATEGORIES
from medlint.trials import failures, needs

LIBRARY = load()
RULES = list(LIBRARY.rules.values())
CLAIMS = list(CATEGORIES)[: list(CATEGORIES).index("uncited_assertion")]
FROM_SOURCES = [rule for rule in RULES if rule.category in CLAIMS]
TESTS = Path(__file__).parents[1]


def ids(rule):
    return rule.id


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_its_examples_behave(rule):
    if needs(rule):
        pytest.skip(f"needs the engine {needs(rule)}")
    assert [f"{f.example!r}: {f.reason}" for f in failures(rule, LIBRARY)] == []


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_it_tells_what_it_is_and_why(rule):
    assert rule.title != rule.id
    assert len(rule.why.split()) >= 5
    assert rule.category in CATEGORIES
    assert len(rule.examples.bad) >= 2
    assert len(rule.examples.good) >= 2
    assert rule.message[0].isupper() or rule.message[0] in "'“\"%"
    assert rule.message.endswith((".", "?", "!", ")"))


@pytest.mark.parametrize("rule", FROM_SOURCES, ids=ids)
def test_a_claim_rule_rests_on_sources_and_offers_a_way_out(rule):
    assert rule.sources
    assert rule.suggest
    assert rule.fix != "safe"
    assert all(source.title and source.check for source in rule.sources)


def test_a_name_stands_for_one_rule():
    names = [name.lower() for rule in RULES for name in (rule.id, *rule.aliases)]
    assert sorted(names) == sorted(set(names))


def test_every_pack_has_its_page():
    for pack in {rule.pack for rule in RULES}:
        assert (builtin() / pack / "pack.yml").is_file(), pack
        assert LIBRARY.packs[pack].title
        assert LIBRARY.packs[pack].version


REGISTRIES = {
    "checks": (checks, checks.CHECKS),
    "context": (context, context.ALGORITHMS),
    "commands": (commands, {name: f"medlint.commands.{name}" for name in commands.COMMANDS}),
    "engines": (engines, engines.ENGINES),
    "writers": (writers, writers.WRITERS),
}


UNLISTED = {"engines": {"hunspell"}}
"""Modules that are no entries: hunspell is the spelling check's own, chosen by its dictionaries."""


@pytest.mark.parametrize("name", REGISTRIES)
def test_every_module_is_registered_and_every_entry_is_a_module(name):
    package, registry = REGISTRIES[name]
    there = {path.stem for path in Path(package.__file__).parent.glob("[a-z]*.py")}
    assert set(registry) == there - UNLISTED.get(name, set())
    for path in registry.values():
        importlib.import_module(path)


def test_every_reader_is_a_module_and_every_extension_has_a_reader():
    for format in readers.READERS:
        assert callable(readers.reader(format).read)
    assert set(readers.EXTENSIONS.values()) == set(readers.READERS)


@pytest.mark.parametrize("name", checks.CHECKS)
def test_every_check_offers_what_a_check_must(name):
    check = checks.check(name)
    assert isinstance(check.SCOPE, str)
    assert callable(check.literals)
    assert callable(check.finder)
    struct = check.Parameters
    assert struct.__struct_config__.frozen
    assert struct.__doc__


@pytest.mark.parametrize("name", context.ALGORITHMS)
def test_every_guard_algorithm_offers_what_it_must_and_is_used(name):
    algorithm = context.algorithm(name)
    assert algorithm.Cues.__struct_config__.frozen
    assert [guard for guard in LIBRARY.guards.values() if guard.algorithm == name]


@pytest.mark.parametrize("name", LIBRARY.guards)
def test_every_guard_makes_a_function(name):
    assert callable(LIBRARY.guards[name].hold())


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_every_command_offers_what_it_must(name):
    command = commands.command(name)
    assert callable(command.add_arguments)
    assert callable(command.run)


@pytest.mark.parametrize(
    ("package", "names"),
    [
        ("checks", sorted(set(checks.CHECKS) - {"suppression"})),
        ("commands", list(commands.COMMANDS)),
        ("engines", list(engines.ENGINES)),
        ("writers", list(writers.WRITERS)),
        ("readers", list(readers.READERS)),
    ],
)
def test_every_part_has_a_test_of_its_own(package, names):
    assert [name for name in names if not (TESTS / package / f"test_{name}.py").is_file()] == []
