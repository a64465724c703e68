"""Check type ``existence``: something is in the text that should not be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import regex

from medlint import actions, casing, expressions
from medlint.actions import Action
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.exceptions import excepted, exceptions

SCOPE = "text"
LOCAL = True


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``existence``. ``loose``: apostrophes and hyphens match their typographic kin."""

    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    append: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    loose: bool = True
    matchcase: bool = False
    action: Action | None = None

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not any(token.strip() for token in self.tokens) and not self.raw:
            raise ValueError("needs `tokens` or `raw`")
        expressions.validate(_pattern(self), tokens=self.tokens, raw=self.raw)
        exceptions(self.exceptions)


def _template(parameters: Parameters) -> str:
    return expressions.ANYWHERE if parameters.nonword else expressions.WORDS


def _tokens(parameters: Parameters, tokens: Sequence[str]) -> str:
    """Return the expression of some of the tokens."""
    body = _template(parameters) % "|".join(tokens)
    return expressions.translate(body, spaces=True, loose=parameters.loose)


def _pattern(parameters: Parameters) -> str:
    tokens = [token for token in parameters.tokens if token.strip()]
    body = _tokens(parameters, tokens) if tokens else ""
    raw = "".join(parameters.raw)
    if parameters.append:
        return body + expressions.translate(f"(?m){raw}")
    return expressions.translate(raw) + body


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return expressions.literals([_pattern(parameters)])


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of every match that is not excepted.

    A place between two characters (an empty match) is one only if ``raw`` asks for it.
    """
    pattern = expressions.compile(_pattern(parameters), parameters.ignorecase)
    vocabulary = environment.vocabulary if parameters.vocab and not parameters.nonword else ()
    allowed = exceptions((*parameters.exceptions, *vocabulary))

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            for found in expressions.find(pattern, segment.text):
                empty = not (found.group() or parameters.raw)
                if empty or excepted(allowed, segment.text, *found.span()):
                    continue
                yield _match(segment, found, parameters)

    return find


def _match(segment: Segment, found: regex.Match[str], parameters: Parameters) -> Match:
    text = found.group()
    if parameters.action is None:
        return Match(segment, found.start(), found.end(), (text,))
    options = actions.replacements(parameters.action, text, _groups(found, parameters))
    if parameters.matchcase:
        options = tuple(casing.like(option, text) for option in options)
    arguments = (text, actions.listed(options))
    return Match(segment, found.start(), found.end(), arguments, options)


def _groups(found: regex.Match[str], parameters: Parameters) -> tuple[str, ...]:
    """Return the groups of the token that matched, counted from its own first."""
    for token in parameters.tokens:
        if token.strip() and not parameters.raw:
            own = expressions.compile(_tokens(parameters, [token]), parameters.ignorecase)
            groups = expressions.groups(own, found)
            if groups is not None:
                return groups
    return (found.group(), *(group or "" for group in found.groups()))
