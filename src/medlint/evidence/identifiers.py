r"""Identifiers of works and trials: DOI, PMID, PMCID, NCT, ISRCTN, arXiv; and their faults.

The shape of a DOI follows Crossref's general pattern, ``10.\d{4,9}/…``, with balanced brackets and
the angle brackets of old SICI forms. None of these has a checksum: only shape faults can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_STRETCH = r"[^\s\"“”‘’<>]+(?:<\d[^\s<>]*>[^\s<>\"“”‘’]*)?"
_BODY = r"(?:1[0OoIl]\.[ ]?\S|https?:|doi:)"
_LABELLED = re.compile(
    rf"(?<![\w./])(?:https?://(?:dx\.|www\.)?doi\.org/+|(?:dx\.)?doi\.org/|doi\s?[:=]?\s*(?={_BODY}))",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w./%])10\.\d{2,9}/(?=\S)")
_REST = re.compile(_STRETCH)
_GAP = re.compile(r"10\.[ ]\d{4,9}/|10\.\d{4,9}(?:[ ]/[ ]?|/[ ])(?=\S*\d)")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LABELS = re.compile(r"^(?:(?:https?:/+)?(?:dx\.|www\.)?doi\.org/+|doi:\s*)+", re.IGNORECASE)
_TRAILER = re.compile(
    r"(?:\.pdf|/(?:full|abstract|pdf|epdf|meta|fulltext|html))/?$|[?#].*$", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=\w)[.;,]?(?=PMC?ID\b)", re.IGNORECASE)
_LOOKALIKE = re.compile(r"^1[0OoIl]\.[\dOolI]{4,9}/")
_PAIRS = {")": "(", "]": "[", "}": "{"}

_OTHERS = re.compile(
    r"\b(?:(?P<pmcid>PMCID:?[ ]?(?:PMC)?\d+|PMC\d{4,})|(?P<pmid>PMID:?[ ]?(?:PMC)?\d+)"
    r"|(?P<nct>NCT[ -]?\d+)|(?P<isrctn>ISRCTN[ -]?\d+)"
    r"|(?P<arxiv>arXiv:[ ]?(?:\d{4}\.\d+(?:v\d+)?|[a-z.-]+/\d{7}(?:v\d+)?)))\b",
    re.IGNORECASE,
)
_LINKS = (
    ("pmid", re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d+)")),
    (
        "pmcid",
        re.compile(r"(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(PMC\d+)"),
    ),
    ("nct", re.compile(r"clinicaltrials\.gov/\S*?(NCT\d+)", re.IGNORECASE)),
    ("isrctn", re.compile(r"isrctn\.com/(ISRCTN\d+)", re.IGNORECASE)),
    ("arxiv", re.compile(r"arxiv\.org/(?:abs|pdf)/([\w.-]+(?:/\d{7})?)")),
    ("doi", re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")),
)
_CUES = re.compile(r"10\.|doi|PMC|PMID|NCT|ISRCTN|arxiv", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier and where it stands in the text, its label included."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at ``text[start:end]``; ``replacement`` only where it is certain.

    ``minor``: it works, but is not the form to use.
    """

    start: int
    end: int
    message: str
    replacement: str | None = None
    minor: bool = False


class _Token(NamedTuple):
    """A text that claims to be a DOI: its place, the claim, and the label before it."""

    start: int
    end: int
    label: str
    body: str


def identifiers(text: str) -> Iterator[Identifier]:
    """Yield the identifiers in a text, well formed or not, in order of kind and place."""
    if not _CUES.search(text):
        return
    for token in _dois(text):
        yield Identifier("doi", _bare(token.body).lower(), token.start, token.end)
    for found in _OTHERS.finditer(text):
        kind = str(found.lastgroup)
        yield Identifier(kind, found.group(), found.start(), found.end())


def linked(url: str) -> tuple[str, str] | None:
    """Return (kind, value) of the identifier that a link's target holds, or None."""
    parts = urlsplit(url) if "://" in url else None
    if parts and (parts.hostname or "") in _RESOLVERS:
        return "doi", _bare(unquote(parts.path.lstrip("/"))).lower()
    if url.lower().startswith("doi:"):
        return "doi", _bare(url).lower()
    for kind, pattern in _LINKS:
        found = pattern.search(url)
        if found:
            return kind, found.group(1)
    return None


def faults(text: str) -> Iterator[Fault]:
    """Yield what is wrong with the identifiers written in a text."""
    if not _CUES.search(text):
        return
    for token in _dois(text):
        fault = _doi_fault(token)
        if fault:
            yield fault
    for found in _OTHERS.finditer(text):
        fault = _other_fault(str(found.lastgroup), found.group())
        if fault:
            yield replace(fault, start=found.start(), end=found.end())


def link_fault(url: str) -> Fault | None:
    """Return what is wrong with the identifier in a link's target, if anything.

    The fault's range is the whole URL.
    """
    label = _LABELLED.match(url)
    if label:
        body = unquote(url[label.end() :])
        return _doi_fault(_Token(0, len(url), label.group(), body)) if body else None
    for kind, pattern in _LINKS:
        found = pattern.search(url)
        if found and kind != "doi":
            value = found.group(1)
            fault = _other_fault(kind, f"arXiv:{value}" if kind == "arxiv" else value)
            return replace(fault, end=len(url), replacement=None) if fault else None
    return None


def _dois(text: str) -> Iterator[_Token]:
    covered = 0
    starts = [(m.start(), m.end(), m.group()) for m in _LABELLED.finditer(text)]
    starts += [(m.start(), m.start(), "") for m in _BARE.finditer(text)]
    for start, body_start, label in sorted(starts):
        if start < covered:
            continue
        rest = _REST.match(text, body_start)
        if not rest:
            continue
        gap = _GAP.match(text, body_start)
        tail = _REST.match(text, gap.end()) if gap else None
        end = tail.end() if tail else rest.end()
        body = _trim(text[body_start:end])
        covered = body_start + len(body)
        if body:
            yield _Token(start, covered, label, body)


def _trim(body: str) -> str:
    """Cut the sentence's punctuation from the end; a bracket only if it has no partner."""
    while body:
        last = body[-1]
        if last in ".,;:!?'*_" or (last in _PAIRS and body.count(last) > body.count(_PAIRS[last])):
            body = body[:-1]
        else:
            break
    return body


def _bare(body: str) -> str:
    return _LABELS.sub("", body)


def _doi_fault(token: _Token) -> Fault | None:
    """Return the first fault of a DOI, the surest first."""
    message, mended = _judge(token.label, token.body)
    if not message:
        return None
    replacement = None if mended is None else mended
    minor = message.startswith("write")
    return Fault(token.start, token.end, message, replacement, minor)


def _judge(label: str, body: str) -> tuple[str, str | None]:
    resolver = "doi.org" in label.lower()
    core = _bare(body)
    prefix = "https://doi.org/" if resolver else label
    if core != body:
        sound = _DOI.fullmatch(core)
        return "the resolver or label stands twice", f"https://doi.org/{core}" if sound else None
    if any(dash in core for dash in DASHES):
        hyphened = core.translate({ord(dash): "-" for dash in DASHES})
        return "it looks copied with a typographic dash", prefix + hyphened
    if " " in core:
        return "there is a space inside", prefix + core.replace(" ", "")
    if _LOOKALIKE.match(core) and not _DOI.match(core):
        number, slash, suffix = core.partition("/")
        digits = number.translate(str.maketrans("OolI", "0011"))
        return "a letter stands for a digit in the prefix", prefix + digits + slash + suffix
    fault = _structure(core)
    if fault:
        return fault, None
    glued = _GLUED.search(core)
    if glued:
        return "another identifier is glued to its end", (
            prefix + core[: glued.start()] + " " + core[glued.end() :]
        )
    trailer = _TRAILER.search(core)
    if trailer:
        return f"'{trailer.group()}' does not belong to it", prefix + core[: trailer.start()]
    if resolver and label.lower() != "https://doi.org/" and "://" in label:
        return "write the link as https://doi.org/", prefix + core
    return "", None


def _structure(core: str) -> str:
    number, slash, suffix = core.partition("/")
    if not core.startswith("10."):
        return "a DOI begins with '10.'"
    if not slash:
        return "there is no slash after the prefix"
    if not re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*", number):
        return "the prefix needs four to nine digits after '10.'"
    if not suffix or suffix[-1] in "-/:(":
        return "the end looks cut off"
    if any(suffix.count(one) != suffix.count(other) for other, one in _PAIRS.items()):
        return "a bracket has no partner"
    return ""


def _other_fault(kind: str, written: str) -> Fault | None:
    digits = re.sub(r"^\D+", "", written)
    message, replacement = "", None
    if kind == "pmid":
        if "PMC" in written.upper():
            message = "a PMID is a bare number; this is a PMCID"
        elif len(digits) > 8 or digits.startswith("0"):
            message = "a PMID has one to eight digits and no leading zero"
    elif kind == "pmcid" and written.upper().count("PMC") < 2 and "PMCID" in written.upper():
        message, replacement = "a PMCID begins with 'PMC'", f"PMCID: PMC{digits}"
    elif kind in ("nct", "isrctn"):
        name = kind.upper()
        if len(digits) != 8:
            message = f"an {name} number has eight digits"
        elif written.upper() != name + digits:
            message, replacement = "there is something between letters and digits", name + digits
    elif kind == "arxiv":
        modern = re.match(r"arXiv: ?\d\d(\d\d)\.(\d+)", written, re.IGNORECASE)
        if modern and not 1 <= int(modern[1]) <= 12:
            message = "the third and fourth digits of an arXiv number are a month"
        elif modern and len(modern[2]) not in (4, 5):
            message = "an arXiv number has four or five digits after the stop"
    return Fault(0, len(written), message, replacement) if message else None
