"""Check type ``grammar``: what an outside engine says of the prose, filtered.

The engine reads each block by itself, masked; several rules on one engine share one reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from medlint.checks import Environment, Finder, Match
from medlint.document import Document, Segment
from medlint.engines import EngineAlert, harper, languagetool
from medlint.exceptions import excepted, exceptions
from medlint.masking import mask, outside_references
from medlint.spans import Span

SCOPE = "text"
LOCAL = True

_NAME = re.compile(r"[A-Z]{2,}|\w*[a-z][A-Z]|.*[®™]")
"""An acronym, a word in camel case, a registered name: never a slip."""


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of ``grammar``.

    ``kinds`` and ``drop_kinds`` are the engine's kinds (LanguageTool: categories) to keep (all,
    if none is given) and to drop; ``only_rules`` and ``drop_rules`` the same for its rules, where
    a name that ends in ``*`` stands for all that begin so. ``exceptions`` as in ``existence``.
    ``advice``: the alert's message is the engine's own.
    """

    engine: Literal["harper", "languagetool"] = "harper"
    kinds: tuple[str, ...] = ()
    drop_kinds: tuple[str, ...] = ()
    only_rules: tuple[str, ...] = ()
    drop_rules: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    advice: bool = True


def literals(_parameters: Parameters) -> None:
    """Return None: an engine may object to any text."""


def finder(parameters: Parameters, environment: Environment) -> Finder:
    """Return a finder of the engine's alerts that pass the rule's filter."""
    analyse = _engine(parameters.engine, environment)
    if analyse is None:
        return _silent
    kept = _filter(parameters)
    allowed = exceptions(
        (*parameters.exceptions, *(environment.vocabulary if parameters.vocab else ()))
    )

    def find(segments: Sequence[Segment], document: Document) -> Iterator[Match]:
        for segment in outside_references(segments, document):
            masked = mask(segment)
            for alert in _apart(filter(kept, analyse(masked.text))):
                span = masked.span(alert.start, alert.end)
                text = segment.text[span.start : span.end]
                if (
                    masked.beside(alert.start, alert.end)
                    or any(map(_NAME.match, text.split()))
                    or _initials(segment.text, span)
                    or excepted(allowed, segment.text, span.start, span.end)
                ):
                    continue
                advice = alert.message if parameters.advice else None
                yield Match(
                    segment, span.start, span.end, (text,), alert.replacements, message=advice
                )

    return find


def _initials(text: str, span: Span) -> bool:
    """Tell whether an ampersand joins the span to more letters: A&E, T&Cs."""
    return "&" in (text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1])


def _apart(alerts: Iterable[EngineAlert]) -> Iterator[EngineAlert]:
    """Yield the alerts in order, the first where several lie over one another."""
    reached = 0
    for alert in alerts:
        if alert.start >= reached:
            yield alert
            reached = max(reached, alert.end)


_Analyse = Callable[[str], tuple[EngineAlert, ...]]


def _engine(name: str, environment: Environment) -> _Analyse | None:
    """Return the engine, or None where the user has neither set it up nor asked for it."""
    dialect = environment.dialect
    if name == "harper":
        return lambda text: harper.analyse(text, dialect)
    if name not in environment.engines and name not in environment.requested:
        return None
    settings = environment.engines.get(name, {})
    return lambda text: languagetool.analyse(text, dialect, settings)


def _silent(_segments: Sequence[Segment], _document: Document) -> Iterator[Match]:
    return iter(())


def _filter(parameters: Parameters) -> Callable[[EngineAlert], bool]:
    only, dropped = _names(parameters.only_rules), _names(parameters.drop_rules)

    def kept(alert: EngineAlert) -> bool:
        return (
            (not parameters.kinds or alert.kind in parameters.kinds)
            and alert.kind not in parameters.drop_kinds
            and (not parameters.only_rules or only(alert.rule))
            and not dropped(alert.rule)
        )

    return kept


def _names(names: tuple[str, ...]) -> Callable[[str], bool]:
    exact = frozenset(name for name in names if not name.endswith("*"))
    prefixes = tuple(name[:-1] for name in names if name.endswith("*"))
    return lambda rule: rule in exact or rule.startswith(prefixes)
