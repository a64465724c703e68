"""Check type ``substitution``: one way to say it is preferred to another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import regex

from medlint import actions, casing, expressions
from medlint.actions import Action
from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.exceptions import excepted, exceptions

SCOPE = "text"
LOCAL = True

_PIPE = re.compile(r"(?<!\\)\|")
_GROUP = re.compile(r"\$(?:\d|\{\d)")


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``substitution``. ``pos`` is accepted, as Vale does, and has no effect."""

    swap: dict[str, str] = msgspec.field(default_factory=dict)
    ignorecase: bool = False
    nonword: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    capitalize: bool = False
    matchcase: bool = False
    loose: bool = True
    pos: str = ""
    action: Action | None = None

    def validate(self) -> None:
        """Raise ValueError for values that cannot be used."""
        if not any(key.strip() for key in self.swap):
            raise ValueError("needs `swap`: a list of `wrong: right`")
        expressions.validate(_pattern(self), swap=self.swap)
        exceptions(self.exceptions)

    @property
    def offers(self) -> bool:
        """Tell whether the right-hand side is a list of options to put in."""
        return self.action is not None and self.action.name == "replace" and not self.action.params


def _keys(parameters: Parameters) -> list[str]:
    """Return the keys, longest first, so that the longer phrase wins."""
    return sorted((key for key in parameters.swap if key.strip()), key=len, reverse=True)


def _translated(parameters: Parameters, body: str) -> str:
    template = expressions.ANYWHERE if parameters.nonword else expressions.WORDS
    return expressions.translate(template % body, spaces=True, loose=parameters.loose)


def _pattern(parameters: Parameters) -> str:
    named = (
        f"(?P<k{index}>{expressions.ungrouped(key, f'k{index}')})"
        for index, key in enumerate(_keys(parameters))
    )
    return _translated(parameters, "|".join(named))


def literals(parameters: Parameters) -> Collection[str] | None:
    """Return what must be in the text."""
    return expressions.literals([_pattern(parameters)])


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of every match that is neither excepted nor right already."""
    pattern = expressions.compile(_pattern(parameters), parameters.ignorecase)
    vocabulary = environment.vocabulary if parameters.vocab and not parameters.nonword else ()
    allowed = exceptions((*parameters.exceptions, *vocabulary))
    names = {f"k{index}": key for index, key in enumerate(_keys(parameters))}

    def find(segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
        for segment in segments:
            for found in expressions.find(pattern, segment.text):
                if not found.group() or excepted(allowed, segment.text, *found.span()):
                    continue
                swap = _swap(found, names, parameters)
                if not swap.settled(found.group()):
                    yield _match(segment, found, swap, parameters)

    return find


@dataclass(frozen=True, slots=True)
class _Swap:
    """What stands to the right of the key that matched, its groups filled in."""

    written: str
    options: tuple[str, ...]
    groups: tuple[str, ...]
    literal: bool

    def settled(self, text: str) -> bool:
        """Tell whether the text is right as it is: an option, or matched by the expression."""
        if text in self.options or text == self.written:
            return True
        return not self.literal and _accepts(self.written, text)


def _swap(found: regex.Match[str], names: Mapping[str, str], parameters: Parameters) -> _Swap:
    key = names[str(found.lastgroup)]
    written = parameters.swap[key]
    groups: tuple[str, ...] = (found.group(),)
    literal = bool(_GROUP.search(written))
    if literal or parameters.action is not None:
        own = expressions.compile(_translated(parameters, key), parameters.ignorecase)
        groups = expressions.groups(own, found) or groups
        written = expressions.fill(written, groups)
    options = (
        tuple(option.replace(r"\|", "|") for option in _PIPE.split(written))
        if parameters.offers
        else ()
    )
    return _Swap(written, options, groups, literal)


def _accepts(replacement: str, text: str) -> bool:
    """Tell whether the replacement, read as an expression, matches the whole text."""
    try:
        pattern = expressions.compile(expressions.translate(replacement))
    except ValueError:
        return False
    return pattern.fullmatch(text, timeout=expressions.TIMEOUT) is not None


def _match(segment: Segment, found: regex.Match[str], swap: _Swap, parameters: Parameters) -> Match:
    text = found.group()
    if parameters.offers:
        options = tuple(_cased(option, text, parameters) for option in swap.options)
        shown = actions.listed(options)
    else:
        shown = _cased(_shown(swap.written, text), text, parameters)
        options = tuple(
            _cased(option, text, parameters)
            for option in actions.replacements(parameters.action, text, swap.groups)
        )
    return Match(segment, found.start(), found.end(), (shown, text), options)


def _shown(replacement: str, text: str) -> str:
    """Return the spelling of a simple expression that fits the text, else the expression."""
    if "|" in replacement:
        return replacement
    fitting = (
        spelling
        for spelling in sorted(expressions.spellings(expressions.translate(replacement)))
        if spelling.lower() == text.lower()
    )
    return next(fitting, replacement)


def _cased(replacement: str, text: str, parameters: Parameters) -> str:
    if parameters.matchcase:
        return casing.like(replacement, text)
    if parameters.capitalize and text[:1].isupper():
        return casing.capitalized(replacement)
    return replacement
