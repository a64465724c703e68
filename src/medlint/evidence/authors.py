"""Author-year citations: who and when, parsed word by word and never by one expression.

The grammar is that of APA and Harvard: names with particles and initials, "et al.", organisations
with an abbreviation, quoted titles, "personal communication", "as cited in".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.evidence import Item, Kind

_YEAR = (
    r"(?:(?P<year>(?:1[6-9]|20)\d\d(?:[–-](?:(?:1[6-9]|20)\d\d|\d\d))?)(?P<suffix>[a-z])?"
    r"|(?P<undated>n\.d\.(?:-[a-z])?|in press|forthcoming))(?![\w-])"
)
_YEARS = re.compile(r"(?<![\w.–-])" + _YEAR)
_MORE = re.compile(
    r"\s*,\s*(?:(?P<year>(?:1[6-9]|20)\d\d)(?P<suffix>[a-z])?|(?P<letter>[a-z]))(?![\w.'’-])"
)
_LOCATOR = re.compile(
    r"\s*[,:]\s*(?P<locator>(?:(?:pp?|paras?|ch|chap|secs?|figs?)\.|table|chapter|slide|section|"
    r"\d)[^;]{0,40})\Z",
    re.IGNORECASE,
)
_SECONDARY = re.compile(r"\s*,?\s*as (?:cited|quoted) in\s+", re.IGNORECASE)
_PREFIX = re.compile(
    r"\s*(?:see also|see|e\.g\.|i\.e\.|cf\.|for (?:a )?reviews?|reviewed (?:in|by)|adapted from|"
    r"but see|compare|according to|source:|from|data from)(?=[\s,])[\s,]*",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"(?P<initials>(?:\p{Lu}\.[ -]?)+(?=\s|,|$|\p{Lu}))".replace(r"\p{Lu}", "[A-ZÀ-ÞĀ-Ž]")
    + r"|(?P<et_al>et\.? al\.?)|(?P<abbr>\[[A-Z][A-Za-z&-]{1,14}\])|(?P<and>&|and\b)|(?P<comma>,)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ‐‑-][^\W\d_]+)*\.?)|(?P<space>\s+)|(?P<other>.)"
)
_EMPHASIS = re.compile(r"[*_]+")
_TITLE = re.compile(r"[\"“](?P<title>[^\"“”]{3,200})[,.]?[\"”],?\s*\Z")
_PERSONAL = re.compile(r",\s*personal communication,?\s*(?:[A-Z][a-z]+ \d{1,2},?\s*)?\Z")
_CAMEL = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St|O['’]|D['’])[A-Z])[A-Z]?[a-z]{3,}[A-Z]"
)
_LOWER_START = re.compile(r"(?:van|de|di|von|al|el|d['’])[-A-Z'’]|[a-z]{2,3}[A-Z]")
_POSSESSIVE = re.compile(r"['’]s?\s*\Z")

_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le el al ten ter zu zur bin ibn af".split()
)
_JOINERS = frozenset("of for the on in und des et products".split())
_COMPANY = frozenset({"colleagues", "co-workers", "coworkers", "others", "associates"})
_FUNCTION = frozenset(
    "However In The As An And But For From By With While Although According Since When If Although "
    "Both Like Unlike Per See Work Later Earlier Recently Moreover Also Then Thus Our This That"
    .split()
)  # fmt: skip
_MONTHS = (
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec spring summer autumn fall winter"
)
_EXHIBITS = "figure fig table chart box appendix chapter section page slide step phase version"
_DEGREES = "mbbs mbchb md phd dds dmd bsc msc rn np pa frcs mrcp frcp mrcs facs llb ba ma mba"
_PLACES = (
    "london chicago boston manchester paris berlin sydney melbourne toronto dublin rome madrid "
    "singapore dubai tokyo seoul miami houston dallas austin edinburgh glasgow leeds bristol york "
    "america europe england scotland wales ireland australia canada"
)
_SOFTWARE = "stata spss sas matlab excel graphpad prism python nvivo gbd nhanes"
_BRANDS = (
    "botox cosmetic dysport xeomin juvederm juvéderm restylane radiesse sculptra kybella profhilo "
    "coolsculpting morpheus emsculpt thermage ultherapy hydrafacial belotero teosyal azzalure"
)
_LAWS = "act regulation regulations directive order rules bill code"
_WORKS = "journal archives annals lancet laryngoscope nature science cell"
_NOT_ALONE = frozenset(
    " ".join((_MONTHS, _EXHIBITS, _DEGREES, _PLACES, _SOFTWARE, _BRANDS)).split()
)
_NOT_LAST = frozenset(" ".join((_PLACES, _BRANDS, _LAWS)).split())
_NOT_FIRST = frozenset(f"{_WORKS} {_EXHIBITS} updated approved cleared established founded".split())
_REACH = 160


class Authors(NamedTuple):
    """Who is named: family names, whether "et al." follows, and what kind of author it is."""

    names: tuple[str, ...]
    et_al: bool
    kind: Kind


def parenthetical(inside: str) -> tuple[Item, ...]:
    """Return the items of a bracket's inside, or nothing if it is no citation.

    Segments part at semicolons; those that do not parse ("n = 40") are left out.
    """
    if not _YEARS.search(inside):
        return ()
    return tuple(item for part in inside.split(";") for item in _segment(part))


def narrative(before: str, inside: str) -> tuple[int, tuple[Item, ...]] | None:
    """Return where the authors start in ``before`` and the items of "Authors (inside)".

    None if the bracket does not begin with a year or no author stands before it.
    """
    head, *more = inside.split(";")
    year = _YEARS.match(head.lstrip())
    if not year or (more and not _PREFIX.match(more[0])):
        return None
    tail = _tail(head.lstrip()[year.end() :])
    if tail is None:
        return None
    found = _authors_before(before, year.group("year") or "")
    if found is None:
        return None
    start, authors = found
    items = _items(authors, year, tail, "")
    return start, (*items, *(item for part in more for item in _segment(part)))


def bare(before: str) -> int | None:
    """Return where the author of "Author et al." at the end of ``before`` starts, or None."""
    found = _authors_before(before, "")
    return found[0] if found and found[1].et_al else None


def _segment(part: str) -> Iterator[Item]:
    text = _EMPHASIS.sub("", part).strip()
    prefix = ""
    while lead := _PREFIX.match(text):
        prefix = prefix or lead.group().strip(" ,")
        text = text[lead.end() :]
    for year in _YEARS.finditer(text):
        authors = parse(text[: year.start()])
        if authors is None:
            continue
        tail = _tail(text[year.end() :])
        if tail is not None:
            yield from _items(authors, year, tail, prefix)
        return


class _Tail(NamedTuple):
    """What follows a year: more (year, letter) pairs, a locator, the work it is cited in."""

    years: tuple[tuple[str, str], ...]
    locator: str
    secondary_of: tuple[Item, ...]


def _tail(text: str) -> _Tail | None:
    years = []
    while more := _MORE.match(text):
        years.append((more["year"] or "", more["suffix"] or more["letter"] or ""))
        text = text[more.end() :]
    secondary = _SECONDARY.match(text)
    if secondary:
        cited_in = tuple(_segment(text[secondary.end() :]))
        return _Tail(tuple(years), "", cited_in) if cited_in else None
    locator = _LOCATOR.match(text)
    if locator:
        return _Tail(tuple(years), locator["locator"].strip(), ())
    rest = text.strip()
    if rest and not rest.startswith((",", "[", ":", ")")):
        return None
    return _Tail(tuple(years), "", ())


def _items(authors: Authors, year: re.Match[str], tail: _Tail, prefix: str) -> Iterator[Item]:
    first = year.group("year") or year.group("undated")
    base = Item(
        authors.names, authors.et_al, prefix=prefix, locator=tail.locator, kind=authors.kind
    )
    via = tail.secondary_of[0].authors[0] if tail.secondary_of else ""
    current = first
    for value, letter in ((first, year.group("suffix") or ""), *tail.years):
        current = value or current
        yield _dated(base, current, letter, via)
    yield from tail.secondary_of


def _dated(base: Item, year: str, suffix: str, secondary_of: str) -> Item:
    return Item(
        base.authors, base.et_al, year, suffix, base.locator, base.prefix,
        secondary_of=secondary_of, kind=base.kind,
    )  # fmt: skip


def parse(text: str) -> Authors | None:
    """Return the authors a text names, or None if it is anything else."""
    title = _TITLE.match(text.strip())
    if title:
        return Authors((title["title"].rstrip(",."),), False, "title")
    personal = _PERSONAL.search(text)
    if personal:
        inner = parse(text[: personal.start()])
        return inner and Authors(inner.names, inner.et_al, "personal_communication")
    return _names(text.strip().rstrip(",").rstrip())


def _names(text: str) -> Authors | None:
    if not text or len(text) > _REACH:
        return None
    names: list[list[str]] = [[]]
    et_al = joined = False
    abbreviation = ""
    for found in _WORD.finditer(text):
        kind, word = str(found.lastgroup), found.group()
        if kind in ("space", "initials"):
            continue
        if kind == "et_al":
            et_al = True
        elif kind == "abbr":
            abbreviation = word
        elif kind in ("comma", "and"):
            if kind == "and":
                joined = True
            names.append([])
        elif kind != "word":
            return None
        elif word.lower() in _COMPANY and joined:
            et_al = True
        elif _is_name(word) or (word in _PARTICLES | _JOINERS):
            names[-1].append(word.rstrip("."))
        else:
            return None
    return _judged([name for name in names if name], et_al, abbreviation)


def _is_name(word: str) -> bool:
    if word.endswith(".") and len(word) > 4:
        return False
    return word[0].isupper() or bool(_LOWER_START.match(word))


def _judged(names: list[list[str]], et_al: bool, abbreviation: str) -> Authors | None:
    """Tell people from organisations, and both from months, places, degrees, laws and brands."""
    words = [word for name in names for word in name if word not in _PARTICLES | _JOINERS]
    if not words or words[0].lower() in _NOT_FIRST or words[-1].lower() in _LAWS:
        return None
    if all(word.lower() in _NOT_ALONE for word in words):
        return None
    if any(word.lower() in _DEGREES.split() for word in words):
        return None
    whole = (
        len(names) > 2
        or et_al
        or all(sum(word not in _PARTICLES for word in name) < 3 for name in names)
    )
    organisation = bool(abbreviation) or (not et_al and _is_organisation(names)) or not whole
    if organisation:
        joined = " ".join(" and ".join(" ".join(name) for name in names).split())
        return Authors((joined,), et_al, "organisation")
    return Authors(tuple(" ".join(name) for name in names), et_al, "person")


def _is_organisation(names: list[list[str]]) -> bool:
    flat = [word for name in names for word in name]
    if len(flat) == 1:
        return flat[0].isupper() and len(flat[0]) > 1
    return any(word in _JOINERS for word in flat[1:])


def _authors_before(before: str, year: str) -> tuple[int, Authors] | None:
    """Walk leftwards from a bracket through names; return where they start and who they are."""
    offset = max(0, len(before) - _REACH)
    window = before[offset:]
    possessive = _POSSESSIVE.search(window)
    body = window[: possessive.start()] if possessive else window.rstrip()
    if body.endswith(("*", "_")) and not body.rstrip("*_").endswith("al."):
        return None  # an italic title: the journal a study stood in
    if body.endswith(".") and not body.endswith("al."):
        body = body[:-1]
    words = [w for w in _WORD.finditer(body) if w.lastgroup != "space"]
    start = _leftmost(words)
    if start is None:
        return None
    while start < len(words) and (
        words[start].group() in _FUNCTION or words[start].lastgroup in ("comma", "and")
    ):
        start += 1
    if start == len(words):
        return None
    low = words[start].start()
    authors = parse(body[low:])
    if authors is None or _no_narrator(authors, body[:low], words[-1].group(), year):
        return None
    return offset + low, authors


def _leftmost(words: list[re.Match[str]]) -> int | None:
    """Return the index of the first word of the run of author words that ends the list."""
    start: int | None = None
    for index in range(len(words) - 1, -1, -1):
        kind, word = str(words[index].lastgroup), words[index].group()
        if kind == "word":
            after_stop = word.endswith(".") and index < len(words) - 1
            if after_stop or not (_is_name(word) or word in _PARTICLES | _JOINERS | _COMPANY):
                break
        elif kind == "other" or (kind in ("comma", "and") and not _goes_on(words, index)):
            break
        if kind in ("et_al", "initials") or (kind == "word" and word not in _JOINERS):
            start = index
    return start


def _goes_on(words: list[re.Match[str]], index: int) -> bool:
    """Tell whether a comma or "and" parts two names rather than two clauses."""
    if index == 0:
        return False
    previous = words[index - 1]
    return previous.lastgroup in ("initials", "comma") or (
        previous.lastgroup == "word" and _is_name(previous.group())
    )


def _no_narrator(authors: Authors, before: str, last: str, year: str) -> bool:
    """Tell what only looks like a narrator: a place, a brand, a law, a journal, a life span."""
    words = " ".join(authors.names).lower().split()
    if last.lower() in _NOT_LAST or _CAMEL.match(last):
        return True
    if authors.kind == "person" and not authors.et_al and any("–" in part for part in (year,)):
        return True
    if any(word in _WORKS for word in words) and re.search(r"\b[Ii]n (?:the )?\Z", before):
        return True
    return bool(re.search(r"\b(?:Dr|Mr|Mrs|Ms|Prof)\.? ?\Z", before))
