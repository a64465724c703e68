"""One scan of a text that tells which rules can match in it at all.

Every rule gives literals one of which must be in any text it matches (or none, and then it
always runs). A multi-pattern automaton finds them all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any


class Prefilter:
    """The literals of a set of rules. ``literals`` maps a rule's id to its own, or to None."""

    def __init__(self, literals: Mapping[str, Iterable[str] | None]) -> None:
        self._always = frozenset(id for id, strings in literals.items() if strings is None)
        self._owners: dict[str, list[str]] = {}
        for id, strings in literals.items():
            for string in strings or ():
                self._owners.setdefault(string, []).append(id)

    @property
    def always(self) -> frozenset[str]:
        """Return the ids of rules without a usable literal."""
        return self._always

    @cached_property
    def _automaton(self) -> tuple[Any, tuple[list[str], ...]]:
        import ahocorasick_rs  # noqa: PLC0415  (at first use: a clean import stays light)

        return ahocorasick_rs.AhoCorasick(tuple(self._owners)), tuple(self._owners.values())

    def named(self, text: str) -> frozenset[str]:
        """Return the ids of the rules that have a literal in this text."""
        if not self._owners:
            return frozenset()
        automaton, owners = self._automaton
        hits = automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        return frozenset().union(*(owners[index] for index in {hit[0] for hit in hits}))

    def awake(self, text: str) -> frozenset[str]:
        """Return the ids of the rules that can match this text."""
        return self._always | self.named(text)
