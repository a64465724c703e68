"""A rule: data from one YAML file, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from medlint.alerts import SEVERITIES, Confidence, Safety, Severity

Level = Literal["off", "suggestion", "warning", "error"]
Audience = Literal["public", "professional"]
Intent = Literal["promotion", "information"]
Dialect = Literal["us", "uk", "au", "ca"]
Profile = Literal["writer", "editor", "reviewer"]

Jurisdiction = Literal[
    "us", "uk", "eu", "au", "ca", "ie", "de", "fr", "it", "be", "sg", "in", "ae", "kr", "jp", "cn",
]  # fmt: skip

JURISDICTIONS: tuple[str, ...] = get_args(Jurisdiction)
MAIN_JURISDICTIONS = ("us", "uk", "eu", "au", "ca")
EU_MEMBERS = ("ie", "de", "fr", "it", "be")

CATEGORIES: Mapping[str, str] = {
    # claims
    "absolute_efficacy": "an effect stated as certain, total, immediate or for everyone",
    "anti_ageing": "ageing reversed, stopped or prevented; years taken off",
    "before_after": "before-and-after material used as a promise",
    "clinically_proven": "proof or science invoked without showing it",
    "detox": "toxins flushed, organs cleansed",
    "disease_cure": "a disease or condition cured, treated or prevented by an aesthetic product",
    "guarantee": "a result promised or guaranteed",
    "hype": "miracle words and promises of transformation",
    "mechanism_overclaim": "deep biology or drug-like action claimed as a result",
    "natural_safe": "natural taken to mean safe",
    "no_risk": "risk or side effects denied or played down",
    "off_label": "a use outside the licence promoted",
    "pain_downtime": "pain, downtime or recovery denied",
    "permanence": "a result said to last for good",
    "pom_advertising": "a prescription-only medicine advertised to the public",
    "quantified": "a number for benefit without its source",
    "regulatory_status": "approval, clearance or registration misstated",
    "superlative": "best, leading, only, better than",
    "testimonial": "praise by patients, celebrities or staff used as evidence",
    "trivialising": "a medical procedure made to look trivial",
    "unapproved_product": "a product without approval promoted",
    "urgency_discount": "pressure by time, scarcity or price",
    "vulnerable_targeting": "insecurity, minors or other vulnerable people targeted",
    "missing_statement": "something that must be said is not said",
    # evidence
    "uncited_assertion": "a sentence that needs a source and shows none",
    "missing_reference": "a citation without an entry in the reference list",
    "unused_reference": "a reference that no citation points to",
    "year_mismatch": "citation and reference disagree on the year",
    "misspelt_author": "citation and reference disagree on a name",
    "malformed_doi": "an identifier that cannot be right",
    "duplicate_reference": "the same work listed twice",
    "citation_style": "form and place of citations",
    "evidence_quality": "the source is weak for what it supports",
    # language
    "grammar": "grammar",
    "spelling": "spelling",
    "terms": "names and terms written wrongly or inconsistently",
    "readability": "hard to read",
    "plain_language": "a plainer word or shape exists",
    "style": "house style",
    # housekeeping
    "suppression": "a directive that is wrong, unused or expired",
    "internal": "a rule that could not do its work",
}


_NAMES = tuple(CATEGORIES)
CLAIM_CATEGORIES = frozenset(_NAMES[: _NAMES.index("missing_statement")])
"""What a phrase can be alerted for: a claim that is there, not a statement that is missing."""

_CLOSENESS = ("text", "part", "secondary", "", "knowledge")


@dataclass(frozen=True, slots=True)
class Source:
    """A provision or document a rule rests on, and whose it is.

    ``check`` says how far it was read: text, part, secondary, or knowledge (to be verified).
    """

    title: str
    section: str = ""
    year: str = ""
    url: str = ""
    check: str = ""
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that must raise the rule, with the span marked by ⟦ ⟧, and some that must not."""

    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``parameters`` is what its check takes (the check's own ``Parameters`` type).

    ``unless`` names the guards that hold a match back. ``near`` and ``not_near`` are regular
    expressions: a match counts only in a sentence where one of ``near`` is found, and none
    of ``not_near`` is. ``jurisdictions`` overrides ``level`` where the rule reads differently;
    its key ``default`` stands for every jurisdiction that is not named.
    """

    id: str
    check: str
    message: str
    parameters: Any
    level: Severity = "warning"
    scopes: tuple[str, ...] = ("text",)
    link: str = ""
    description: str = ""
    limit: int = 0
    title: str = ""
    category: str = "style"
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    jurisdictions: Mapping[str, Level] = field(default_factory=dict)
    confidence: Confidence = "high"
    why: str = ""
    sources: tuple[Source, ...] = ()
    suggest: str = ""
    fix: Safety = "manual"
    aliases: tuple[str, ...] = ()
    since: str = ""
    examples: Examples = Examples()
    path: str = ""

    @property
    def pack(self) -> str:
        """Return the first part of the id."""
        return self.id.partition(".")[0]

    def level_in(self, jurisdiction: str) -> Level:
        """Return the rule's level in one jurisdiction. EU members inherit from ``eu``."""
        levels = self.jurisdictions
        if jurisdiction in levels:
            return levels[jurisdiction]
        if jurisdiction in EU_MEMBERS and "eu" in levels:
            return levels["eu"]
        return levels.get("default", self.level)

    def sources_for(self, jurisdictions: tuple[str, ...]) -> tuple[Source, ...]:
        """Return the sources: the jurisdictions' own first, then the main regulators'.

        Among equals, the one that was read most closely comes first.
        """
        near = {*jurisdictions, *("eu" for code in jurisdictions if code in EU_MEMBERS)}

        def distance(source: Source) -> tuple[int, int]:
            main = source.jurisdiction in ("", *MAIN_JURISDICTIONS)
            far = 0 if source.jurisdiction in near else 1 if main else 2
            return far, _CLOSENESS.index(source.check)

        return tuple(sorted(self.sources, key=distance))

    def level_for(self, jurisdictions: tuple[str, ...]) -> Level:
        """Return the severest level among those declared.

        With none declared, the mildest level among the main regulators: what they agree on.
        """
        order = ("off", *SEVERITIES)
        if jurisdictions:
            return max((self.level_in(code) for code in jurisdictions), key=order.index)
        return min((self.level_in(code) for code in MAIN_JURISDICTIONS), key=order.index)
