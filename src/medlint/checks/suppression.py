"""Check type ``suppression``: what is wrong with directives in the text.

The linter finds these itself, after all other rules (only then is it known which directive was
used); the rule gives the level, the message and the reasons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment

SCOPE = "raw"
LOCAL = False


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``suppression``."""

    problem: Literal["malformed", "unknown_rule", "missing_reason", "unused"]


def literals(_parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return ["medlint-ignore"]


def finder(_parameters: Parameters, _environment: Environment) -> Finder:
    """Return a finder of nothing: the linter reports these problems after all rules ran."""

    def find(_segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        yield from ()

    return find
