"""The rules of a linter, ready to run: finders and guards made at first use."""

from __future__ import annotations

from functools import cached_property

from medlint.checks import Environment, Finder, check
from medlint.context import Hold
from medlint.library import Library
from medlint.prefilter import Prefilter
from medlint.rules import Rule


class Rulebook:
    """The enabled rules of a library."""

    def __init__(self, library: Library, rules: tuple[Rule, ...]) -> None:
        self.library = library
        self.rules = rules
        self._finders: dict[tuple[str, str, str, tuple[str, ...]], Finder] = {}
        self._holds: dict[str, Hold] = {}

    def finder(self, rule: Rule, environment: Environment) -> Finder:
        """Return a rule's finder, made at its first use in an environment.

        What else an environment says is the same for all documents of a linter.
        """
        key = (rule.id, environment.dialect, environment.audience, environment.jurisdictions)
        if key not in self._finders:
            self._finders[key] = check(rule.check).finder(rule.parameters, environment)
        return self._finders[key]

    def hold(self, guard: str) -> Hold:
        """Return a guard's function, made at its first use."""
        if guard not in self._holds:
            self._holds[guard] = self.library.guards[guard].hold()
        return self._holds[guard]

    @cached_property
    def prefilter(self) -> Prefilter:
        """Return the literals of the enabled rules."""
        return Prefilter({rule.id: self.library.literals_of(rule) for rule in self.rules})

    @cached_property
    def reads_raw(self) -> bool:
        """Tell whether some rule reads the file as it is, markup and all."""
        return any("raw" in scope for rule in self.rules for scope in rule.scopes)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return every id, alias and pack, in lower case, with the id it stands for."""
        names = {}
        for rule in self.library.rules.values():
            names[rule.pack.lower()] = rule.pack
            names |= {alias.lower(): rule.id for alias in rule.aliases}
            names[rule.id.lower()] = rule.id
        return names
