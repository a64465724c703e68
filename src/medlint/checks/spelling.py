"""Check type ``spelling``: words that no dictionary has.

With Hunspell dictionaries (``dictionaries`` in ``dicpath``, or ``aff`` and ``dic``) those decide,
else Harper's own. ``typos`` narrows it to what looks like a slip of the finger, for prose full of
names and terms that no dictionary has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from unicodedata import combining

import msgspec

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.engines import harper, hunspell
from medlint.errors import RuleError
from medlint.exceptions import excepted, exceptions
from medlint.masking import mask, outside_references
from medlint.spans import Span
from medlint.typos import meant

SCOPE = "text"
LOCAL = True

_WORD = re.compile(r"\S+")
_OUTER = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum()) + "“”‘’…–—•·"
_CODE_LIKE = re.compile(r"[^A-Za-z_'’]|[A-Z]$|[a-z][A-Z]")


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``spelling``.

    ``custom`` judges words with digits or odd capitals too; ``filters`` are expressions for words
    to leave alone; ``ignore`` names files with one word a line; ``exceptions`` as in
    ``existence``. ``append`` adds Harper's dictionary to those named. ``threshold`` has no effect.
    """

    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    append: bool = False
    custom: bool = False
    filters: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    typos: bool = False
    threshold: int = 0

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for pattern in self.filters:
            expressions.compile(expressions.translate(pattern))
        if bool(self.aff) != bool(self.dic):
            raise ValueError("`aff` and `dic` go together")


def literals(_parameters: Parameters) -> None:
    """Return None: any word may be unknown."""


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of the words that no dictionary has."""
    unknown = _dictionary(parameters, environment.dialect)
    left_alone = _left_alone(parameters)
    vocabulary = environment.vocabulary if parameters.vocab else ()
    allowed = exceptions((*parameters.exceptions, *vocabulary))
    any_case = exceptions(tuple(f"(?i){term.removeprefix('(?i)')}" for term in vocabulary))

    def knows(word: str) -> bool:
        return harper.known(word, environment.dialect)

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        for segment in outside_references(segments, document):
            masked = mask(segment)
            for start, end, suggestions in unknown(masked.text):
                span, word = masked.span(start, end), masked.text[start:end]
                if masked.touches(start, end) or left_alone(word):
                    continue
                likely = meant(word, suggestions, knows) if parameters.typos else suggestions
                if (parameters.typos and not likely) or any(
                    excepted(terms, segment.text, span.start, span.end)
                    for terms in (allowed, any_case)
                ):
                    continue
                yield Match(segment, span.start, span.end, (word,), likely)

    return find


_Unknown = Callable[[str], Iterator[tuple[int, int, tuple[str, ...]]]]


def _dictionary(parameters: Parameters, dialect: str) -> _Unknown:
    """Return the function that yields unknown words (start, end, suggestions)."""
    files = _files(parameters)
    if not files:
        return lambda text: _unknown_to_harper(text, dialect)

    def unknown(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        for span in _words(text):
            word = text[span.start : span.end].replace("’", "'")
            if any(hunspell.known(word, *pair) for pair in files):
                continue
            if parameters.append and harper.known(word, dialect):
                continue
            yield span.start, span.end, hunspell.suggestions(word, *files[0])

    return unknown


def _unknown_to_harper(text: str, dialect: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for alert in harper.analyse(text, dialect):
        if alert.rule == harper.UNKNOWN_WORD and _is_whole(text, alert.start, alert.end):
            yield alert.start, alert.end, alert.replacements


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a word ends where the engine thinks: a combining accent does not end it."""
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not any(combining(character) or character.isalpha() for character in beside)


def _words(text: str) -> Iterator[Span]:
    """Yield runs between white space, outer punctuation taken off, that have a letter."""
    for found in _WORD.finditer(text):
        run = found.group()
        start = found.start() + len(run) - len(run.lstrip(_OUTER))
        word = run.strip(_OUTER)
        if any(map(str.isalpha, word)):
            yield Span(start, start + len(word))


def _files(parameters: Parameters) -> list[tuple[str, str]]:
    """Return (aff, dic) of each dictionary the rule names. Raises RuleError if one is absent."""
    folder = Path(parameters.dicpath)
    pairs = [(folder / f"{name}.aff", folder / f"{name}.dic") for name in parameters.dictionaries]
    if parameters.aff:
        pairs.append((Path(parameters.aff), Path(parameters.dic)))
    for path in (path for pair in pairs for path in pair):
        if not path.is_file():
            raise RuleError(f"no dictionary file {path}; see `dicpath`, `aff` and `dic`")
    return [(str(aff), str(dic)) for aff, dic in pairs]


def _left_alone(parameters: Parameters) -> Callable[[str], bool]:
    filters = [expressions.compile(expressions.translate(item)) for item in parameters.filters]
    ignored = frozenset(_ignored(parameters.ignore))

    def left_alone(word: str) -> bool:
        return (
            word.lower() in ignored
            or (not parameters.custom and bool(_CODE_LIKE.search(word)))
            or any(pattern.search(word) for pattern in filters)
        )

    return left_alone


def _ignored(files: Collection[str]) -> Iterator[str]:
    for name in files:
        try:
            text = Path(name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"`ignore`: {name} cannot be read: {error}") from None
        yield from (line.strip().lower() for line in text.splitlines() if line.strip())
