"""The clause around a phrase, by punctuation and connectives: where a cue's reach ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from medlint import expressions

if TYPE_CHECKING:
    import regex

_NOT_IN_WORD = r"(?<!\w(?=\w))"
_BLANK = "·"


@lru_cache(maxsize=512)
def any_of(patterns: tuple[str, ...]) -> regex.Pattern[str] | None:
    """Compile a cue list: whole words or punctuation, any case, white space and apostrophe."""
    if not patterns:
        return None
    body = "|".join(patterns)
    whole = rf"(?m){_NOT_IN_WORD}(?:{body}){_NOT_IN_WORD}"
    return expressions.compile(
        expressions.translate(whole, spaces=True, loose=True), ignorecase=True
    )


def first(pattern: regex.Pattern[str] | None, text: str) -> regex.Match[str] | None:
    """Return the first match in a text."""
    return pattern.search(text, timeout=expressions.TIMEOUT) if pattern else None


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or a part of one, and where in it a phrase stands (code points)."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """Return what stands before the phrase."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """Return what stands after the phrase."""
        return self.text[self.end :]

    @property
    def around(self) -> str:
        """Return the clause with a blank in the place of the phrase."""
        return f"{self.before} {_BLANK} {self.after}"

    def without(self, lookalikes: regex.Pattern[str] | None) -> Clause:
        """Return the clause with a blank for each character of what only looks like a cue."""
        if lookalikes is None:
            return self
        blanked = lookalikes.sub(lambda found: _BLANK * len(found.group()), self.text)
        return replace(self, text=blanked)

    def cue_before(self, cues: regex.Pattern[str] | None) -> regex.Match[str] | None:
        """Return the last cue that ends before the phrase."""
        found = None
        for cue in expressions.find(cues, self.text) if cues else ():
            if cue.end() > self.start:
                break
            found = cue
        return found

    def cue_after(
        self, cues: regex.Pattern[str] | None, breaks: regex.Pattern[str] | None
    ) -> regex.Match[str] | None:
        """Return the first cue behind the phrase, if no break begins before it."""
        cue, stop = first(cues, self.after), first(breaks, self.after)
        return None if cue and stop and stop.start() < cue.start() else cue

    def within(self, breaks: regex.Pattern[str] | None) -> Clause:
        """Return the part between the last break before the phrase and the first one after it."""
        low, high = 0, len(self.text)
        for found in expressions.find(breaks, self.text) if breaks else ():
            if found.end() <= self.start:
                low = found.end()
            elif found.start() >= self.end:
                high = found.start()
                break
        return Clause(self.text[low:high], self.start - low, self.end - low)


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
