"""Where a document is read: whose law holds, for whom it is written, and to what end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from medlint.errors import nearest
from medlint.rules import JURISDICTIONS, Audience, Dialect, Intent


@dataclass(frozen=True, slots=True)
class Situation:
    """What holds for a document. ``ignored``: ids of rules that are off on its path.

    ``notes``: what of the page's own statements could not be used.
    """

    jurisdictions: tuple[str, ...]
    audience: Audience
    intent: Intent
    ignored: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """What one record of a batch says about itself; None leaves what holds."""

    jurisdictions: tuple[str, ...] = ()
    audience: Audience | None = None
    intent: Intent | None = None
    dialect: Dialect | None = None


def overridden(situation: Situation, override: Override) -> Situation:
    """Return the situation with a record's own statements put over it."""
    return replace(
        situation,
        jurisdictions=override.jurisdictions or situation.jurisdictions,
        audience=override.audience or situation.audience,
        intent=override.intent or situation.intent,
    )


def declared(situation: Situation, metadata: Mapping[str, object]) -> Situation:
    """Return the situation with a page's own front matter put over it, where it is known."""
    own = metadata.get("medlint")
    values = {**metadata, **own} if isinstance(own, Mapping) else metadata
    codes = values.get("jurisdictions", values.get("jurisdiction", ()))
    codes = codes.split(",") if isinstance(codes, str) else codes
    if isinstance(codes, Sequence):
        stated = tuple(str(code).strip().lower() for code in codes)
        known = tuple(code for code in stated if code in JURISDICTIONS)
        notes = tuple(
            f"the page declares an unknown jurisdiction: `{code}`{nearest(code, JURISDICTIONS)}"
            for code in stated
            if code not in known
        )
        jurisdictions = known or situation.jurisdictions
        situation = replace(situation, jurisdictions=jurisdictions, notes=notes)
    audience, intent = values.get("audience"), values.get("intent")
    if audience in get_args(Audience):
        situation = replace(situation, audience=audience)  # type: ignore[arg-type]
    if intent in get_args(Intent):
        situation = replace(situation, intent=intent)  # type: ignore[arg-type]
    return situation
