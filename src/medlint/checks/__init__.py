"""The check types a rule can name in ``extends``, one module each.

To add one, write the module so that it meets ``Check`` and add its line to ``CHECKS``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol, cast

from medlint.alerts import Severity
from medlint.document import Document, Segment


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found: a range of a segment's text, in code points.

    ``arguments`` fill the message's ``%s``. ``replacements`` are texts to put in the match's
    place, best first. ``related`` are other places with a note. ``message`` and ``severity``
    stand in for the rule's own where the check knows better (an engine's alert, say). Of all
    matches of a rule in a document with the same ``once``, only the first that no guard holds
    back counts; empty means no such limit.
    """

    segment: Segment
    start: int
    end: int
    arguments: tuple[str, ...] = ()
    replacements: tuple[str, ...] = ()
    related: tuple[tuple[Segment, int, int, str], ...] = ()
    message: str | None = None
    severity: Severity | None = None
    once: str = ""

    @property
    def text(self) -> str:
        """Return the matched text."""
        return self.segment.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Environment:
    """What a check may know of the run beside its rule.

    ``vocabulary``: the project's accepted terms (regular expressions, as Vale's accept.txt).
    ``dialect``: us, uk, au or ca. ``jurisdictions``: those declared. ``engines``: settings by
    engine name. ``requested``: engines the user asked for by name.
    ``plugins``: whether functions of installed Python packages may be called (check ``python``).
    """

    vocabulary: tuple[str, ...] = ()
    dialect: str = "us"
    audience: str = "public"
    jurisdictions: tuple[str, ...] = ()
    engines: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    requested: frozenset[str] = frozenset()
    plugins: bool = False


Finder = Callable[[Sequence[Segment], Document], Iterable[Match]]
"""Called once a document with the segments in the rule's scope, in order."""


class Check(Protocol):
    """What a module must offer to be a check type."""

    @property
    def Parameters(self) -> type[Any]:
        """A frozen, keyword-only msgspec Struct: the keys a rule may give, with defaults.

        Lists are typed ``tuple[str, ...]``. A method ``validate``, called once when the rule is
        read from YAML, raises ValueError for values that cannot be used (a bad expression …).
        """

    @property
    def SCOPE(self) -> str:
        """The scope of a rule that names none."""

    @property
    def LOCAL(self) -> bool:
        """Whether each block is judged by itself: one without a literal can be left out."""

    def literals(self, parameters: Any) -> Collection[str] | None:
        """Return lower-case strings one of which is in every text that can match, or None."""

    def finder(self, parameters: Any, environment: Environment) -> Finder:
        """Return the function that finds the matches. Called at a rule's first use only."""


CHECKS: dict[str, str] = {
    name: f"medlint.checks.{name}"
    for name in (
        "assertion",
        "capitalization",
        "citation",
        "conditional",
        "consistency",
        "existence",
        "grammar",
        "metric",
        "occurrence",
        "python",
        "readability",
        "repetition",
        "required",
        "sequence",
        "spelling",
        "substitution",
        "suppression",
    )
}


def check(name: str) -> Check:
    """Return the check type of this name. Raises KeyError if there is none."""
    return cast(Check, import_module(CHECKS[name]))
