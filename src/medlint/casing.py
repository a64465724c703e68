"""Letter case: titles, sentences, and a text in the case of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import regex

from medlint import expressions

Style = Literal["AP", "Chicago"]

_WORD = r"[\p{L}\p{N}*]\S*"
_TITLE_WORD = regex.compile(r"[\p{L}\p{N}*][^\s/-]*")
_NUMBER = re.compile(r"\d[\d.)]*|[*@]+")
_LITERAL = re.compile(r"[\w\s.,'’&/()+-]+")
_SMALL = frozenset(
    "a an and as at but by en for if in nor of on or per the to v v. vs vs. via".split()
)
_PREPOSITIONS = frozenset(
    "about above across after against along among around before behind below beneath beside "
    "between beyond despite down during except from inside into like near off onto out outside "
    "over past since through throughout toward towards under underneath until unto up upon with "
    "within without".split()
)
_SPACE = re.compile(r"\s")
_SIMPLE_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Names:
    """Words that keep their own case, as a rule's exceptions list them.

    A literal entry stands for itself in any case, one in capitals only for itself (``IT`` is not
    ``it``); any other entry is an expression whose match stays as it is.
    """

    entries: tuple[str, ...] = ()

    @cached_property
    def words(self) -> regex.Pattern[str]:
        """Match a name, or else a word."""
        longest_first = sorted(self.entries, key=len, reverse=True)
        names = "|".join(
            rf"(?<!\w){_literal(entry)}(?!\w)"
            if _LITERAL.fullmatch(entry)
            else rf"\b(?:{expressions.translate(entry)})\b"
            for entry in longest_first
        )
        return expressions.compile(f"{names}|{_WORD}" if names else _WORD)

    @cached_property
    def _literals(self) -> dict[str, str]:
        return {e.lower(): e for e in self.entries if _LITERAL.fullmatch(e)}

    @cached_property
    def _expressions(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(
            expressions.compile(expressions.translate(e))
            for e in self.entries
            if not _LITERAL.fullmatch(e)
        )

    def written(self, word: str) -> str | None:
        """Return how a name is written, or None if the word is not one."""
        listed = self._literals.get(word.lower())
        if listed is not None and (listed == word or not listed.isupper()):
            return listed
        if any(pattern.fullmatch(word) for pattern in self._expressions):
            return word
        return None


def _literal(entry: str) -> str:
    escaped = re.escape(entry)
    return escaped if entry.isupper() else f"(?i:{escaped})"


def capitalized(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str, names: Names, indicators: Sequence[str] = ()) -> str:
    """Return the text in sentence case: first word up, the rest down, names as they are.

    The word after a number, code or a word that ends in an indicator begins anew.
    """
    starting = True

    def put(found: regex.Match[str]) -> str:
        nonlocal starting
        word = found.group()
        name = names.written(word)
        written = name or (capitalized(word.lower()) if starting else word.lower())
        leads = starting and _NUMBER.fullmatch(word) is not None
        rest = _SPACE.split(text[found.end() :], maxsplit=1)[0]
        starting = leads or (word + rest).endswith(tuple(indicators))
        return written

    return names.words.sub(put, text)


def title(text: str, names: Names, style: Style = "Chicago") -> str:
    """Return the text in title case: all words up but the small ones within.

    Chicago also lowers long prepositions. AP raises the ``to`` of an infinitive, which takes a
    parser to know: it stays as the writer has it.
    """
    small = _SMALL if style == "AP" else _SMALL | _PREPOSITIONS
    pieces: list[str] = []
    last = 0
    for found in names.words.finditer(text):
        name = names.written(found.group())
        pieces.append(text[last : found.start()])
        pieces.append(name or _title_word(text, found.start(), found.end(), small, style))
        last = found.end()
    return "".join(pieces) + text[last:]


def _title_word(text: str, start: int, end: int, small: frozenset[str], style: Style) -> str:
    """Return a word without spaces in title case, each part of ``Before-and-After`` by itself."""

    def put(found: regex.Match[str]) -> str:
        part = found.group()
        low, high = start + found.start(), start + found.end()
        word = part.lower().rstrip(",;!?")
        first = not text[:low].strip("\"'“‘([ ")
        final = not text[high:].strip("\"'”’)].!? ")
        if first or final or word not in small or _opens(text[:low]):
            return capitalized(part)
        return part if word == "to" and style == "AP" else part.lower()

    return _TITLE_WORD.sub(put, text[start:end])


def _opens(before: str) -> bool:
    """Tell whether a colon, dash, stop or opening quote stands before a word."""
    return before.endswith(("“", "‘", '"', "(")) or before.rstrip().endswith(
        (":", "—", "–", " -", "?", "!")
    )


def like(text: str, model: str) -> str:
    """Return the text in the letter case of another, word by word.

    A word in capitals or in small letters gives its case, to further words too; one with a capital
    gives its capital. A word of mixed case leaves the text as it is.
    """
    models = _SIMPLE_WORD.findall(model)
    if not models:
        return text
    number = 0

    def put(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        if number <= len(models):
            return _like_word(found.group(), models[number - 1])
        return found.group() if models[-1].istitle() else _like_word(found.group(), models[-1])

    return _SIMPLE_WORD.sub(put, text)


def _like_word(word: str, model: str) -> str:
    if model.islower():
        return word.lower()
    if model.isupper() and (len(model) > 1 or len(word) == 1):
        return word.upper()
    if model.istitle():
        return word.capitalize() if word.isupper() else capitalized(word)
    return word


def snake(text: str, separator: str = "_") -> str:
    """Return the words in small letters, joined by a separator."""
    return separator.join(split(text)).lower()


def pascal(text: str) -> str:
    """Return the words joined, each with a capital."""
    return "".join(word.capitalize() for word in split(text))


def camel(text: str) -> str:
    """Return the words joined, each but the first with a capital."""
    joined = pascal(text)
    return joined[:1].lower() + joined[1:]


def split(text: str) -> list[str]:
    """Return the words of a text or of an identifier in any case (camelCase, kebab-case …)."""
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+", text)
