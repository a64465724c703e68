"""The one exception that is meant for the user: what is wrong, where, and what to do."""

from __future__ import annotations


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
