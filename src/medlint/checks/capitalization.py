"""Check type ``capitalization``: a block in title case, sentence case, or a case of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec
import regex

from medlint import actions, casing, expressions
from medlint.actions import Action
from medlint.casing import Names, Style
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.exceptions import excepted, exceptions

SCOPE = "text"
LOCAL = True

_Form = Callable[[str], str]


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``capitalization``.

    ``match`` is ``$title``, ``$sentence``, ``$lower``, ``$upper`` or an expression that must be
    found. ``threshold`` is the share of words that must be right. ``prefix`` is left out.
    """

    match: str
    style: Style = "AP"
    exceptions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = 0.8
    vocab: bool = True
    prefix: str = ""
    action: Action | None = None

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not self.match:
            raise ValueError("needs `match`: $title, $sentence, $lower, $upper or an expression")
        if self.match not in _FORMS:
            expressions.validate(expressions.translate(self.match), match=(self.match,))
        if not 0 <= self.threshold <= 1:
            raise ValueError(f"`threshold` is a share from 0 to 1, not {self.threshold}")
        expressions.validate(expressions.translate(self.prefix), prefix=(self.prefix,))
        exceptions(self.exceptions)


def _title(parameters: Parameters, names: Names) -> _Form:
    return lambda text: casing.title(text, names, parameters.style)


def _sentence(parameters: Parameters, names: Names) -> _Form:
    return lambda text: casing.sentence(text, names, parameters.indicators)


_FORMS: dict[str, Callable[[Parameters, Names], _Form]] = {
    "$title": _title,
    "$sentence": _sentence,
    "$lower": lambda _parameters, _names: str.lower,
    "$upper": lambda _parameters, _names: str.upper,
}


def literals(_parameters: Parameters) -> Collection[str] | None:
    """Return None: any text can be in the wrong case."""
    return None


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of the blocks in another case than the rule asks for."""
    entries = (*parameters.exceptions, *(environment.vocabulary if parameters.vocab else ()))
    prefix = expressions.compile(expressions.translate(rf"^(?:{parameters.prefix})"))
    judge = _judge(parameters, entries)

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            body = segment.text.strip()
            if not body:
                continue
            start = segment.text.index(body)
            led = prefix.match(body) if parameters.prefix else None
            head = led.group() if led else ""
            expected = judge(body[len(head) :])
            if expected is None:
                continue
            expected = head + expected if expected else ""
            yield Match(
                segment,
                start,
                start + len(body),
                (body, expected),
                _replacements(parameters, body, expected),
            )

    return find


def _replacements(parameters: Parameters, text: str, expected: str) -> tuple[str, ...]:
    action = parameters.action
    if action and action.name == "replace" and not action.params:
        return (expected,) if expected else ()
    return actions.replacements(action, text)


def _judge(parameters: Parameters, entries: tuple[str, ...]) -> Callable[[str], str | None]:
    """Return the function that gives None for a text in the right case, else the right form.

    The form is empty where the rule asks for an expression.
    """
    allowed = exceptions(entries)
    names = Names(entries)
    if parameters.match not in _FORMS:
        pattern = expressions.compile(expressions.translate(parameters.match))

        def fits(text: str) -> str | None:
            right = pattern.search(text, timeout=expressions.TIMEOUT)
            return None if right or excepted(allowed, text, 0, len(text)) else ""

        return fits

    form = _FORMS[parameters.match](parameters, names)

    def same(text: str) -> str | None:
        expected = form(text)
        if text == expected:
            return None
        if parameters.match in ("$lower", "$upper"):
            return None if excepted(allowed, text, 0, len(text)) else expected
        return None if _enough(text, expected, names.words, parameters) else expected

    return same


def _enough(text: str, expected: str, words: regex.Pattern[str], parameters: Parameters) -> bool:
    """Tell whether enough words are right, place by place."""
    seen: list[str] = words.findall(text)
    wanted: list[str] = words.findall(expected)
    if not seen:
        return True
    title = parameters.match == "$title"
    if not title and seen[0] not in (wanted[0], casing.capitalized(seen[0].lower())):
        return False
    right = sum(
        word == want or (title and word == word.upper())
        for word, want in zip(seen, wanted, strict=False)
    )
    return right / len(seen) >= parameters.threshold
