"""The exceptions that are meant for the user: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable


class UserError(Exception):
    """A mistake the user can mend. The command line prints it on one line and exits with 2."""


class RuleError(UserError):
    """A rule, guard or word list that cannot be read. Names file, line and column."""


class ConfigError(UserError):
    """A setting that cannot be used. Names the file and the key."""


class EngineError(UserError):
    """An engine the user asked for is absent or does not work. Says how to get it."""


class ReadError(UserError):
    """A file that cannot be read as text. ``kind`` is a short stable name for reports."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class PartError(ValueError):
    """A part of a value that cannot be used; ``at`` are the keys that lead to it."""

    def __init__(self, message: str, *at: str | int) -> None:
        super().__init__(message)
        self.at = at


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or an empty string."""
    import difflib  # noqa: PLC0415  (only where something is wrong)

    words = {item.lower(): item for item in known}
    close = difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f"; did you mean `{words[close[0]]}`?" if close else ""
