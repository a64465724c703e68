"""One scan that tells which rules can match a document at all.

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
    def _automaton(self) -> tuple[Any, tuple[str, ...]]:
        import ahocorasick_rs  # noqa: PLC0415  (at first use: a clean import stays light)

        strings = tuple(self._owners)
        return ahocorasick_rs.AhoCorasick(strings), strings

    def awake(self, text: str) -> frozenset[str]:
        """Return the ids of the rules that can match this text."""
        if not self._owners:
            return self._always
        automaton, strings = self._automaton
        hits = set(automaton.find_matches_as_indexes(text.lower(), overlapping=True))
        indexes = {index for index, _, _ in hits}
        return self._always.union(*(self._owners[strings[index]] for index in indexes))
