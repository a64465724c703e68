"""Check type ``sequence``: words in a row, by their text and their part of speech.

spaCy reads only the sentences in which every word that must be there by its text is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

import msgspec
import regex

from medlint import expressions
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.engines import spacy
from medlint.exceptions import excepted, exceptions
from medlint.sentences import sentences

SCOPE = "text"
LOCAL = True
_FARTHEST = 100


class Token(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word of a sequence.

    ``pattern`` matches the whole word, ``tag`` the whole Penn tag, ``upos`` the universal part
    of speech. Up to ``skip`` other words (at least ``min``) may stand before it. ``negate``: no
    such word may stand there; the sentence's edge will do. ``target``: the alert covers it.
    """

    pattern: str = ""
    tag: str = ""
    upos: str = ""
    negate: bool = False
    skip: int = 0
    min: int = 0
    target: bool = False

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not (self.pattern or self.tag or self.upos):
            raise ValueError("a token needs `pattern`, `tag` or `upos`")
        if not (0 <= self.skip <= _FARTHEST and 0 <= self.min <= _FARTHEST):
            raise ValueError("`skip` and `min` are numbers of words, 0 to 100")


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``sequence``. ``model`` is accepted and has no effect."""

    tokens: tuple[Token, ...]
    ignorecase: bool = False
    exceptions: tuple[str, ...] = ()
    model: str = ""

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        for token in self.tokens:
            token.validate()
        if all(token.negate for token in self.tokens):
            raise ValueError("needs a token that is not negated")
        for token in self.tokens:
            for pattern in filter(None, (token.pattern, token.tag, token.upos)):
                expressions.compile(_whole(pattern), self.ignorecase)


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return the strings of the word that is rarest by its text, or None."""
    found = [expressions.literals([pattern]) for pattern in _required(parameters)]
    usable = [strings for strings in found if strings]
    return max(usable, key=lambda strings: min(map(len, strings)), default=None)


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of the sequences, sentence by sentence."""
    wanted = [
        expressions.compile(
            expressions.translate(expressions.ANYWHERE % pattern), parameters.ignorecase
        )
        for pattern in _required(parameters)
    ]
    tests = [_Test(token, parameters.ignorecase) for token in parameters.tokens]
    allowed = exceptions((*parameters.exceptions, *environment.vocabulary))

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            for span in sentences(segment.text):
                text = segment.text[span.start : span.end]
                if not all(pattern.search(text) for pattern in wanted):
                    continue
                words = spacy.parse([text])[0]
                for found in _sequences(words, tests):
                    match = _match(segment, span.start, words, found, tests)
                    if not excepted(allowed, segment.text, match.start, match.end):
                        yield match

    return find


class _Test:
    """A token of the rule with its expressions compiled."""

    def __init__(self, token: Token, ignorecase: bool) -> None:
        compiled = partial(_compiled, ignorecase=ignorecase)
        self.token = token
        self._pattern, self._tag, self._upos = map(compiled, (token.pattern, token.tag, token.upos))

    def holds(self, word: spacy.Token) -> bool:
        """Tell whether a word is of this kind, negation left aside."""
        return (
            (self._pattern is None or self._pattern.search(word.text) is not None)
            and (self._tag is None or self._tag.search(word.tag) is not None)
            and (self._upos is None or self._upos.search(word.pos) is not None)
        )


def _compiled(pattern: str, *, ignorecase: bool) -> regex.Pattern[str] | None:
    return expressions.compile(_whole(pattern), ignorecase) if pattern else None


def _whole(pattern: str) -> str:
    return expressions.translate(f"^(?:{pattern})$")


def _required(parameters: Parameters) -> list[str]:
    return [token.pattern for token in parameters.tokens if token.pattern and not token.negate]


def _sequences(words: spacy.Parse, tests: Sequence[_Test]) -> Iterator[tuple[int | None, ...]]:
    """Yield the word each token stands for; None where a negated one holds."""
    last = -1
    first = 0
    while first < len(words):
        found = _from(words, tests, first)
        places = [place for place in found or () if place is not None]
        if found and places[0] > last:
            yield found
            last = places[-1]
        first += 1


def _from(words: spacy.Parse, tests: Sequence[_Test], first: int) -> tuple[int | None, ...] | None:
    """Return a sequence whose first token that is not negated stands at ``first``."""
    anchor = next(i for i, test in enumerate(tests) if not test.token.negate)
    if not tests[anchor].holds(words[first]):
        return None
    place = first
    for index in range(anchor, 0, -1):
        gap = tests[index].token
        window = words[max(0, place - 1 - gap.skip) : max(0, place - gap.min)]
        if any(map(tests[index - 1].holds, window)):
            return None
        place = max(0, place - 1)
    rest = _rest(words, tests[anchor + 1 :], first + 1)
    return None if rest is None else (*(None,) * anchor, first, *rest)


def _rest(words: spacy.Parse, tests: Sequence[_Test], start: int) -> tuple[int | None, ...] | None:
    if not tests:
        return ()
    test, *others = tests
    low, high = start + test.token.min, start + max(test.token.skip, test.token.min) + 1
    if test.token.negate:
        if any(map(test.holds, words[low:high])):
            return None
        rest = _rest(words, others, min(start + 1, len(words)))
        return None if rest is None else (None, *rest)
    for place in range(low, min(high, len(words))):
        if test.holds(words[place]):
            rest = _rest(words, others, place + 1)
            if rest is not None:
                return (place, *rest)
    return None


def _match(
    segment: Segment,
    offset: int,
    words: spacy.Parse,
    found: Sequence[int | None],
    tests: Sequence[_Test],
) -> Match:
    places = [place for place in found if place is not None]
    targets = [
        place
        for place, test in zip(found, tests, strict=True)
        if place is not None and test.token.target
    ]
    covered = targets or places
    return Match(
        segment,
        offset + words[covered[0]].start,
        offset + words[covered[-1]].end,
        tuple(words[place].text for place in places),
    )
