"""Which rules run: selectors over ids, packs and aliases."""

from __future__ import annotations

from collections.abc import Iterable

from medlint.errors import ConfigError, nearest
from medlint.library import Library

ALL = "ALL"


def select(
    library: Library,
    base: Iterable[str],
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the ids of the rules to run, and a note for each alias that was used.

    ``base`` empty means every rule. The more specific selector wins, ``ignore`` at a tie.
    Raises ConfigError for a selector that names nothing.
    """
    notes: list[str] = []
    chosen = [_resolve(library, name, notes) for name in (*base, *extend)]
    if not tuple(base):
        chosen.insert(0, "")
    left_out = [_resolve(library, name, notes) for name in ignore]
    return frozenset(
        id for id in library.rules if _weight(id, chosen) > _weight(id, left_out)
    ), tuple(notes)


def _weight(id: str, selectors: list[str]) -> int:
    """Return how specifically the selectors name a rule: 0 not at all, 1 by ALL, then by length."""
    return max((len(s) + 1 for s in selectors if _names(s, id)), default=0)


def _names(selector: str, id: str) -> bool:
    return not selector or id == selector or id.startswith(selector + ".")


def _resolve(library: Library, name: str, notes: list[str]) -> str:
    if name == ALL:
        return ""
    for id in library.rules:
        if _names(name, id):
            return name
    rule = library.find(name)
    if rule is None:
        known = {*library.rules, *(rule.pack for rule in library.rules.values())}
        lowered = {item.lower(): item for item in known}
        if name.lower() in lowered:
            return lowered[name.lower()]
        raise ConfigError(f"no rule or pack is called `{name}`{nearest(name, known)}")
    if name.lower() != rule.id.lower():
        notes.append(f"{name} is an alias of {rule.id}")
    return rule.id
