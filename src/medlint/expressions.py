r"""The regular expressions of rules: Vale's dialect, translated to the ``regex`` package.

``\w \d \s`` are ASCII, ``\b`` is Unicode, ``^ $`` mean the text's ends unless ``(?m)`` is on, a
flag group holds to the end of its group, and runs of spaces in a token match any white space. In
medlint's own rules a straight apostrophe also matches a curly one and a hyphen its look-alikes.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.errors import PartError

if TYPE_CHECKING:
    import regex

TIMEOUT = 2.0
"""Seconds one expression may take on one block before the rule fails on it."""

WORDS = r"(?m)\b(?:%s)\b"
ANYWHERE = r"(?m)(?:%s)"

_CLASSES = {"w": "A-Za-z0-9_", "d": "0-9", "s": r" \t\n\r\f"}
_COMPLEMENTS = {
    "W": r"\x00-/:-@\[-\^`\{-\U0010ffff",
    "D": r"\x00-/:-\U0010ffff",
    "S": r"\x00-\x08\x0b\x0e-\x1f!-\U0010ffff",
}
_ENDS = {"z": r"\Z", "Z": r"(?=\n?\Z)"}
_ANCHORS = {
    ("^", True): "(?m:^)",
    ("$", True): "(?m:$)",
    ("^", False): r"\A",
    ("$", False): r"\Z",
}
_SPACES = {False: r"[ \t\n\r\f]+", True: r"[\s\u00a0\u2009\u202f]+"}
_LOOSE = {"'": "['’ʼ]", "-": "[-‐‑]"}
_TOKEN = re.compile(
    r"""
    (?P<escape>  \\x\{[0-9A-Fa-f]+\} | \\[pP]\{[^}]*\} | \\. )
  | (?P<set>     \[ \^? \]? (?: \[:\^?\w+:\] | \\. | [^\]\\] )* \] )
  | (?P<comment> \(\?\#[^)]*\) )
  | (?P<flags>   \(\? (?=[imsx-]) [imsx]* (?: -[imsx]+ )? [:)] )
  | (?P<open>    \( (?: \? (?: P?<[A-Za-z_]\w*> | <[=!] | [:=!>] ) )? )
  | (?P<close>   \) )
  | (?P<bar>     \| )
  | (?P<anchor>  [\^$] )
  | (?P<blank>   [ \t]+ (?! [*+?] | \{\d ) )
  | (?P<brace>   \{ (?! \d+ (?: ,\d* )? \} ) )
  | (?P<mark>    ['-] )
  | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_SET_PART = re.compile(r"(\[:\^?\w+:\])|(\\x\{[0-9A-Fa-f]+\}|\\.)|[\[\]]", re.DOTALL)
_POSIX = re.compile(r"\[:\^?\w+:\]")
_GROUPS = re.compile(
    r"\\(?P<reference>[1-9]\d?)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<open>\()(?!\?)", re.DOTALL
)
_FILL = re.compile(r"\$(?:\$|\{(\d+)\}|(\d+))")
_SET_LIMIT = 24
_MINIMUM = 3
_EVERYWHERE = frozenset(
    "the and you your our for with that this are from more all any not will out have has can its"
    " skin most get look one too was were they their when what who how but now just".split()
)
"""Words of nearly every page: literals of last resort."""


@lru_cache(maxsize=4096)
def translate(pattern: str, *, spaces: bool = False, loose: bool = False) -> str:
    """Return the expression in the ``regex`` package's dialect.

    ``spaces``: a run of literal blanks matches white space and line ends. ``loose``: apostrophes,
    hyphens and blanks match their typographic kin.
    """
    return "".join(_translate(pattern, spaces, loose))


class _Group(NamedTuple):
    """An open group: what is on in it, and the flag groups opened for the rest of it."""

    multiline: bool = False
    extended: bool = False
    flags: tuple[str, ...] = ()

    @property
    def closing(self) -> str:
        return ")" * len(self.flags)


def _translate(pattern: str, spaces: bool, loose: bool) -> Iterator[str]:
    stack = [_Group()]
    for found in _TOKEN.finditer(pattern):
        piece, group = found.group(), stack[-1]
        match found.lastgroup:
            case "escape":
                yield _escape(piece)
            case "set":
                yield _set(piece)
            case "flags":
                yield _flags(piece, stack)
            case "open":
                stack.append(group._replace(flags=()))
                yield piece
            case "close" if len(stack) > 1:
                yield stack.pop().closing + ")"
            case "bar":
                yield group.closing + "|" + "".join(group.flags)
            case "anchor":
                yield _ANCHORS[piece, group.multiline]
            case "blank" if spaces and not group.extended:
                yield _SPACES[loose]
            case "brace":
                yield r"\{"  # the ``regex`` package would read ``{e}`` as "or nearly so"
            case "mark" if loose:
                yield _LOOSE[piece]
            case _:
                yield piece
    yield stack[0].closing


def _flags(piece: str, stack: list[_Group]) -> str:
    """Return what opens a flag group; note on the stack what it changes."""
    on, _, off = piece[2:-1].partition("-")
    group = stack[-1]
    changed = group._replace(
        multiline=("m" in on or group.multiline) and "m" not in off,
        extended=("x" in on or group.extended) and "x" not in off,
    )
    on, off = on.replace("m", ""), off.replace("m", "")
    opening = f"(?{on}{'-' + off if off else ''}:"
    if piece.endswith(":"):
        stack.append(changed._replace(flags=()))
        return opening
    if not (on or off):
        stack[-1] = changed
        return ""
    stack[-1] = changed._replace(flags=(*group.flags, opening))
    return opening


def _escape(piece: str, *, inside: bool = False) -> str:
    letter = piece[1:2]
    if piece.startswith(r"\x{"):
        return re.escape(chr(int(piece[3:-1], 16)))
    if letter in _CLASSES:
        return _CLASSES[letter] if inside else f"[{_CLASSES[letter]}]"
    if letter in _COMPLEMENTS:
        return _COMPLEMENTS[letter] if inside else f"[^{_CLASSES[letter.lower()]}]"
    if letter in _ENDS and not inside:
        return _ENDS[letter]
    return piece


def _set(piece: str) -> str:
    def part(found: re.Match[str]) -> str:
        posix, escape = found.groups()
        return posix or (_escape(escape, inside=True) if escape else "\\" + found.group())

    opening = "[^" if piece.startswith("[^") else "["
    return opening + _SET_PART.sub(part, piece[len(opening) : -1]) + "]"


@lru_cache(maxsize=4096)
def compile(pattern: str, ignorecase: bool = False) -> regex.Pattern[str]:
    """Compile a translated expression. Raises ValueError that says what is wrong and where."""
    import regex  # noqa: PLC0415  (at first use: a clean import stays light)

    try:
        return regex.compile(pattern, regex.IGNORECASE if ignorecase else 0)
    except regex.error as error:
        raise ValueError(f"bad regular expression {pattern!r}: {error}") from error


def validate(whole: str, **parts: Iterable[str]) -> None:
    """Check a translated expression without the cost of compiling it.

    ``parts`` are the expressions it was made of, as written, by key: the error names the key
    and the part to blame. Raises ValueError.
    """
    if _parsed(whole) is not None:
        return
    try:
        compile(whole)
    except ValueError as error:
        for key, patterns in parts.items():
            named = isinstance(patterns, Mapping)
            for index, pattern in enumerate(patterns):
                _blame(pattern, key, pattern if named else index)
        raise ValueError(f"{error} (the parts of {', '.join(parts)} put together)") from None


def _blame(pattern: str, *at: str | int) -> None:
    try:
        compile(translate(pattern))
    except ValueError as error:
        reason = str(error.__cause__ or error).partition(" at position")[0]
        message = f"bad regular expression `{pattern}` in `{at[0]}`: {reason}"
        raise PartError(message, *at) from None


def ungrouped(pattern: str, prefix: str) -> str:
    """Return the expression with no numbered group, so that it can be joined to others.

    A group that a back-reference needs gets a name that starts with ``prefix``.
    """
    needed = {found["reference"] for found in _GROUPS.finditer(pattern)}
    number = 0

    def rename(found: re.Match[str]) -> str:
        nonlocal number
        if found["open"]:
            number += 1
            return f"(?P<{prefix}_{number}>" if str(number) in needed else "(?:"
        reference = found["reference"]
        return f"(?P={prefix}_{reference})" if reference else found.group()

    return _GROUPS.sub(rename, pattern)


def fill(template: str, groups: Sequence[str]) -> str:
    """Put groups in the place of ``$0``, ``$1``, ``${1}``; ``$$`` is a dollar."""

    def put(found: re.Match[str]) -> str:
        if found.group() == "$$":
            return "$"
        number = int(found.group(1) or found.group(2))
        return groups[number] if number < len(groups) else ""

    return _FILL.sub(put, template)


def groups(own: regex.Pattern[str], found: regex.Match[str]) -> tuple[str, ...] | None:
    """Return what one part of a joined expression captured, or None if that part did not match.

    ``own`` is the part, compiled by itself; it sees the match in its place in the text.
    """
    again = own.match(found.string, found.start(), timeout=TIMEOUT)
    if again is None or again.end() != found.end():
        return None
    return (again.group(), *(group or "" for group in again.groups()))


def spellings(pattern: str) -> frozenset[str]:
    """Return every text that a simple translated expression matches; none if they are many."""
    parsed = _parsed(pattern)
    exact = _analyse(parsed)[0] if parsed is not None else None
    return exact or frozenset()


def find(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """Yield the matches in a text. Raises TimeoutError beyond ``TIMEOUT`` seconds."""
    return pattern.finditer(text, timeout=TIMEOUT)


def literals(patterns: Iterable[str]) -> frozenset[str] | None:
    """Return lower-case strings one of which is in every text that any pattern matches.

    None if some pattern gives no such string of three characters or more.
    """
    found: set[str] = set()
    for pattern in patterns:
        one = _literals(pattern)
        if one is None:
            return None
        found |= one
    return frozenset(found)


@lru_cache(maxsize=4096)
def _literals(pattern: str) -> frozenset[str] | None:
    parsed = _parsed(pattern)
    if parsed is None:
        return None  # an expression that only ``regex`` understands runs on every block
    exact, best = _analyse(parsed)
    return _better(_usable(exact), best)


@lru_cache(maxsize=4096)
def _parsed(pattern: str) -> Sequence[tuple[Any, Any]] | None:
    """Return the syntax tree, or None if the standard library cannot read the expression."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            return None if _POSIX.search(pattern) else re._parser.parse(pattern)  # type: ignore[attr-defined]
    except (re.error, OverflowError, RecursionError):
        return None


def _usable(strings: frozenset[str] | None) -> frozenset[str] | None:
    if not strings or min(map(len, strings)) < _MINIMUM:
        return None
    return frozenset(s.lower() for s in strings)


def _better(one: frozenset[str] | None, two: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or two is None:
        return one or two
    return max(one, two, key=_rarity)


def _rarity(strings: frozenset[str]) -> tuple[bool, int, int]:
    """Return how seldom a text holds one of the strings, as far as can be told from them."""
    return _EVERYWHERE.isdisjoint(strings), min(map(len, strings)), -len(strings)


_Language = frozenset[str] | None


def _analyse(items: Iterable[tuple[Any, Any]]) -> tuple[_Language, _Language]:
    """Return (all strings it can match, strings one of which must be there); None: unknown."""
    current: frozenset[str] = frozenset({""})
    best: _Language = None
    whole = True
    for operation, argument in items:
        exact, required = _item(str(operation), argument)
        best = _better(best, required)
        if exact is not None and len(current) * len(exact) <= _SET_LIMIT:
            current = frozenset(a + b for a in current for b in exact)
            continue
        best = _better(best, _usable(current))
        whole = False
        current = exact if exact is not None and len(exact) <= _SET_LIMIT else frozenset({""})
    best = _better(best, _usable(current))
    return (current if whole else None), best


def _item(operation: str, argument: Any) -> tuple[_Language, _Language]:
    match operation, argument:
        case "LITERAL", int(code):
            return frozenset({chr(code)}), None
        case "IN", list(members):
            return _members(members), None
        case "AT" | "ASSERT" | "ASSERT_NOT", _:
            return frozenset({""}), None
        case "SUBPATTERN", (_, _, _, inner):
            return _analyse(inner)
        case "ATOMIC_GROUP", inner:
            return _analyse(inner)
        case "BRANCH", (_, branches):
            return _branch(branches)
        case (("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (int(low), high, inner)):
            exact, required = _analyse(inner)
            if low == 0:
                return (exact | {""} if exact is not None and high == 1 else None), None
            if low == 1 and high == 1:
                return exact, required
            return None, _better(required, _usable(exact))
        case _:
            return None, None


def _members(members: list[tuple[Any, Any]]) -> _Language:
    characters = set()
    for operation, argument in members:
        if str(operation) != "LITERAL" or not isinstance(argument, int):
            return None
        characters.add(chr(argument))
    return frozenset(characters) if len(characters) <= _SET_LIMIT else None


def _branch(branches: Iterable[Iterable[tuple[Any, Any]]]) -> tuple[_Language, _Language]:
    exacts: set[str] = set()
    required: set[str] = set()
    whole, usable = True, True
    for branch in branches:
        exact, best = _analyse(branch)
        whole = whole and exact is not None
        exacts |= exact or set()
        one = _better(_usable(exact), best)
        usable = usable and one is not None
        required |= one or set()
    return (frozenset(exacts) if whole else None), (frozenset(required) if usable else None)
