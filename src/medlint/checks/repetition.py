"""Check type ``repetition``: the same word again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.exceptions import excepted, exceptions
from medlint.sentences import sentences

SCOPE = "text"
LOCAL = True


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``repetition``: ``max`` is how many repeats in a row are allowed."""

    tokens: tuple[str, ...]
    max: int = 0
    ignorecase: bool = False
    alpha: bool = False
    vocab: bool = True
    exceptions: tuple[str, ...] = ()

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not any(token.strip() for token in self.tokens):
            raise ValueError("needs `tokens`")
        expressions.validate(_pattern(self), tokens=self.tokens)
        exceptions(self.exceptions)


def _pattern(parameters: Parameters) -> str:
    return expressions.translate(f"({'|'.join(t for t in parameters.tokens if t.strip())})")


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text, if the tokens are that definite."""
    return expressions.literals([_pattern(parameters)])


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of pairs of equal neighbours within a sentence, code left out."""
    pattern = expressions.compile(_pattern(parameters), parameters.ignorecase)
    allowed = exceptions(
        (*parameters.exceptions, *(environment.vocabulary if parameters.vocab else ()))
    )

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            text = segment.text
            for start, end, word in _repeats(pattern, text, parameters):
                if not excepted(allowed, text, start, end) and _one_sentence(text, start, end):
                    yield Match(segment, start, end, (word,))

    return find


def _repeats(
    pattern: regex.Pattern[str], text: str, parameters: Parameters
) -> Iterator[tuple[int, int, str]]:
    """Yield (start of the first, end of the second, the second) of each repeat too many."""
    previous, start, count = "", 0, 0
    for found in expressions.find(pattern, text):
        word = found.group().strip()
        count = count + 1 if _same(word, previous, parameters) else 0
        if count > parameters.max:
            yield start, found.end(), word
            count = 0
        previous, start = word, found.start()


def _same(word: str, previous: str, parameters: Parameters) -> bool:
    if not word or (parameters.alpha and not word.isalpha()):
        return False
    if parameters.ignorecase:
        return word.casefold() == previous.casefold()
    return word == previous


def _one_sentence(text: str, start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in sentences(text))
