"""What was read from packs: rules and guards by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from medlint.checks import check
from medlint.context import Hold, algorithm
from medlint.rules import Rule


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's own page: what it is for, its version and since when its rules are in force."""

    name: str
    title: str
    description: str = ""
    version: str = ""
    effective: str = ""


@dataclass(frozen=True, slots=True)
class GuardFile:
    """A guard as its YAML file gives it."""

    name: str
    algorithm: str
    cues: Any
    title: str = ""

    def hold(self) -> Hold:
        """Return the function that judges a candidate."""
        return algorithm(self.algorithm).guard(self.cues)


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read: rules, guards and packs by name.

    ``literals``: by rule id, lower-case strings one of which is in any text the rule can match,
    or None for a rule that must always look.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    guards: Mapping[str, GuardFile] = field(default_factory=dict)
    packs: Mapping[str, Pack] = field(default_factory=dict)
    literals: Mapping[str, Collection[str] | None] = field(default_factory=dict)

    def find(self, name: str) -> Rule | None:
        """Return the rule of this id or alias, whatever its case."""
        wanted = name.lower()
        for rule in self.rules.values():
            if wanted == rule.id.lower() or wanted in (alias.lower() for alias in rule.aliases):
                return rule
        return None

    def literals_of(self, rule: Rule) -> Collection[str] | None:
        """Return a rule's literals, kept or worked out."""
        if rule.id in self.literals:
            return self.literals[rule.id]
        return check(rule.check).literals(rule.parameters)
