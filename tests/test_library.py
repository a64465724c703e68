"""Rules and guards are found by name; a linter makes of each what it needs, once."""

import pytest

from medlint.checks import Environment
from medlint.library import Library
from medlint.packs import load
from medlint.rulebook import Rulebook


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def book(library) -> Rulebook:
    return Rulebook(library, (library.rules["Claims.Permanence"],))


@pytest.mark.parametrize("name", ["Claims.Permanence", "claims.permanence", "sup002"])
def test_a_rule_is_found_by_id_or_alias_whatever_the_case(library, name):
    rule = library.find(name)
    assert rule
    assert rule.id in ("Claims.Permanence", "Suppression.UnknownRule")


def test_an_unknown_name_finds_nothing(library):
    assert library.find("Claims") is None


def test_literals_are_kept_or_worked_out(library):
    rule = library.rules["Claims.Permanence"]
    fresh = Library(library.rules)
    assert set(fresh.literals_of(rule) or ()) == set(library.literals_of(rule) or ())
    assert Library(literals={rule.id: ("kept",)}).literals_of(rule) == ("kept",)


def test_finders_are_made_once_for_an_environment(library, book):
    rule = library.rules["Claims.Permanence"]
    first = book.finder(rule, Environment(dialect="uk"))
    assert book.finder(rule, Environment(dialect="uk")) is first
    assert book.finder(rule, Environment(dialect="us")) is not first


def test_guards_are_made_once(book):
    assert book.hold("negated") is book.hold("negated")


def test_directives_may_name_a_rule_of_the_library_that_is_not_enabled(book):
    names = book.names
    assert names["claims"] == "Claims"
    assert names["sup002"] == names["suppression.unknownrule"] == "Suppression.UnknownRule"
