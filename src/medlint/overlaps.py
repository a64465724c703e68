"""One phrase, one alert: what becomes of alerts whose spans overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from medlint.alerts import SEVERITIES, Alert
from medlint.rules import CLAIM_CATEGORIES

_LANGUAGE = frozenset({"grammar", "spelling"})
_UNCITED = "uncited_assertion"
_ASKS_FOR_PROOF = frozenset({"absolute_efficacy", "clinically_proven", "no_risk", "quantified"})


def order(alert: Alert) -> tuple[int, int, str]:
    """Return the key by which a file's alerts are sorted."""
    return alert.span.start, alert.span.end, alert.rule


def merge(alerts: Sequence[Alert]) -> list[Alert]:
    """Leave one alert for one phrase: claims that overlap, or language alerts that do.

    The severest stays, then the one that names most of the phrase; it lists the others. A claim
    that asks for proof itself also stands for an uncited assertion on its words.
    """
    kept: list[Alert] = []
    for concern in (CLAIM_CATEGORIES, _LANGUAGE):
        group: list[Alert] = []
        for alert in (a for a in alerts if a.category in concern):
            if group and alert.span.start < max(a.span.end for a in group):
                group.append(alert)
                continue
            kept += _strongest(group)
            group = [alert]
        kept += _strongest(group)
    others = [a for a in alerts if a.category not in CLAIM_CATEGORIES | _LANGUAGE]
    return sorted(_absorbed(kept, others), key=order)


def _absorbed(kept: Sequence[Alert], others: Sequence[Alert]) -> list[Alert]:
    """Return all alerts, without the uncited assertions that a claim stands for."""
    result = []
    absorbed: set[Alert] = set()
    uncited = [alert for alert in others if alert.category == _UNCITED]
    for claim in kept:
        if claim.category in _ASKS_FOR_PROOF:
            same = [alert for alert in uncited if alert.span.overlaps(claim.span)]
            absorbed.update(same)
            also = sorted({*claim.also, *(alert.rule for alert in same)})
            claim = replace(claim, also=tuple(also))  # noqa: PLW2901
        result.append(claim)
    return [*result, *(alert for alert in others if alert not in absorbed)]


def _strongest(group: list[Alert]) -> list[Alert]:
    if len(group) < 2:
        return group
    best = max(group, key=lambda a: (SEVERITIES.index(a.severity), len(a.span)))
    beside = [a for a in group if a is not best and not a.span.overlaps(best.span)]
    also = sorted({a.rule for a in group if a.span.overlaps(best.span)} - {best.rule})
    return [replace(best, also=tuple(also)), *_strongest(beside)]
