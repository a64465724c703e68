"""Analysers made by others, one module each, imported only when a rule needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineAlert:
    """What an engine says of a text: a range in code points, a kind, its rule, and advice."""

    start: int
    end: int
    kind: str
    rule: str
    message: str
    replacements: tuple[str, ...] = ()


ENGINES: dict[str, str] = {
    name: f"medlint.engines.{name}" for name in ("harper", "languagetool", "spacy", "textstat")
}

Texts = Sequence[str]
