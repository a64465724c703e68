"""The clause around a phrase, by punctuation and connectives: where a cue's scope ends."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from medlint import expressions

if TYPE_CHECKING:
    import regex


@lru_cache(maxsize=512)
def any_of(patterns: tuple[str, ...]) -> regex.Pattern[str] | None:
    """Compile a cue list: whole words, any case, any white space, any apostrophe."""
    if not patterns:
        return None
    body = "|".join(patterns)
    return expressions.compile(
        expressions.translate(rf"(?m)(?<!\w)(?:{body})(?!\w)", spaces=True, loose=True),
        ignorecase=True,
    )


def first(pattern: regex.Pattern[str] | None, text: str) -> regex.Match[str] | None:
    """Return the first match in a text."""
    return pattern.search(text, timeout=expressions.TIMEOUT) if pattern else None


def last(pattern: regex.Pattern[str] | None, text: str) -> regex.Match[str] | None:
    """Return the last match in a text."""
    matches = tuple(expressions.find(pattern, text)) if pattern else ()
    return matches[-1] if matches else None


def after_last(breaks: regex.Pattern[str] | None, text: str) -> str:
    """Return what follows the last break in a text: the clause that ends at a phrase."""
    found = last(breaks, text)
    return text[found.end() :] if found else text


def before_first(breaks: regex.Pattern[str] | None, text: str) -> str:
    """Return what stands before the first break: the clause that goes on after a phrase."""
    found = first(breaks, text)
    return text[: found.start()] if found else text


@lru_cache(maxsize=512)
def near_before(patterns: tuple[str, ...], gap: int) -> regex.Pattern[str] | None:
    """Compile cues that must end within ``gap`` words before a phrase."""
    return _near(patterns, rf"(?<!\w)(?:{{}})(?!\w)(?:\W+\w[\w'’-]*){{0,{gap}}}\W*\Z")


@lru_cache(maxsize=512)
def near_after(patterns: tuple[str, ...], gap: int) -> regex.Pattern[str] | None:
    """Compile cues that must begin within ``gap`` words after a phrase."""
    return _near(patterns, rf"\A(?:\W*\w[\w'’-]*){{0,{gap}}}?\W*(?<!\w)(?:{{}})(?!\w)")


def _near(patterns: Iterable[str], frame: str) -> regex.Pattern[str] | None:
    body = "|".join(patterns)
    if not body:
        return None
    cues = expressions.translate(body, spaces=True, loose=True)
    return expressions.compile(frame.replace("{}", cues), ignorecase=True)
