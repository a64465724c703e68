"""What a text rests on: citations, references, identifiers, and sentences that need a source.

Modules here know documents and nothing of rules: each offers pure functions that the checks
``assertion`` and ``citation`` turn into matches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from medlint.alerts import Severity
from medlint.document import Segment
from medlint.spans import Span

Style = Literal[
    "author_year",
    "bracket",
    "superscript",
    "pandoc",
    "footnote",
    "identifier",
    "link",
    "source_note",
]
Form = Literal["parenthetical", "narrative", "bare", "inline_note"]
Kind = Literal["person", "organisation", "title", "personal_communication", ""]

WEAK = 0.5
"""The confidence of a citation that only points somewhere: an external link, a source note."""


@dataclass(frozen=True, slots=True)
class Item:
    """One work that a citation points to, as far as the text names it.

    ``authors`` are family names or one organisation; ``year`` keeps no letter, ``suffix`` has it.
    ``secondary_of``: the author of the work in which this one is cited.
    """

    authors: tuple[str, ...] = ()
    et_al: bool = False
    year: str = ""
    suffix: str = ""
    locator: str = ""
    prefix: str = ""
    number: int | None = None
    key: str = ""
    identifier: str = ""
    identifier_kind: str = ""
    secondary_of: str = ""
    kind: Kind = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer in the text to one or more works.

    ``span`` is code points of the segment's text, brackets included; a narrative citation runs
    from its first author to the closing bracket.
    """

    span: Span
    style: Style
    form: Form = "parenthetical"
    items: tuple[Item, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a citation or an identifier, at a range of a segment's text.

    ``subject`` is what it is about where the text does not show it (a link's target).
    ``replacement`` is given only where the text to put there is certain.
    """

    segment: Segment
    start: int
    end: int
    message: str
    subject: str
    replacement: str | None = None
    severity: Severity | None = None
