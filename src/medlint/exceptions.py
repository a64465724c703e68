"""Exceptions of a rule and the project's vocabulary, with Vale's meaning.

An entry is a regular expression searched *in the match* (``hair`` silences ``laser hair``); it is
case-sensitive unless it starts with ``(?i)``. A literal entry of several words also silences a
match that lies inside an occurrence of the phrase in the block, whatever its case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medlint import expressions

if TYPE_CHECKING:
    import regex

_LITERAL = re.compile(r"[\w .,'’&/-]+")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Compiled exceptions: what silences a match, and phrases that cover one."""

    inside: regex.Pattern[str] | None
    around: regex.Pattern[str] | None


def exceptions(entries: tuple[str, ...]) -> Exceptions:
    """Compile a list of entries. Raises ValueError for a bad expression."""
    wanted = dict.fromkeys(entry for entry in entries if entry.strip())
    if not wanted:
        return Exceptions(None, None)
    longest_first = sorted(wanted, key=len, reverse=True)
    scoped = [
        f"(?i:{_body(entry.removeprefix('(?i)'))})"
        if entry.startswith("(?i)")
        else f"(?-i:{_body(entry)})"
        for entry in longest_first
    ]
    phrases = [_body(e) for e in longest_first if " " in e and _LITERAL.fullmatch(e)]
    return Exceptions(
        expressions.compile(expressions.translate(expressions.WORDS % "|".join(scoped))),
        expressions.compile(
            expressions.translate(expressions.WORDS % "|".join(phrases)), ignorecase=True
        )
        if phrases
        else None,
    )


def excepted(allowed: Exceptions, text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is silenced."""
    if allowed.inside and allowed.inside.search(text[start:end], timeout=expressions.TIMEOUT):
        return True
    return allowed.around is not None and any(
        found.start() <= start and end <= found.end()
        for found in expressions.find(allowed.around, text)
    )


def _body(entry: str) -> str:
    if _LITERAL.fullmatch(entry):
        return re.sub(r"\s+", r"\\s+", entry.replace(".", r"\."))
    return entry
