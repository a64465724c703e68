"""What tells a slip of the finger from a word that a dictionary merely lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_LOWER = re.compile(r"[a-z]{4,}(?:['’][a-z]+)?")
_CONTRACTION = re.compile(r"n't$|'(?:re|ve|ll|d|m)$|^(?:that|what|here|there|let|who|she)'s$")
_PREFIXES = tuple(
    "anti auto bio co counter cryo derm dermo electro endo extra hydro hyper hypo immuno infra"
    " inter intra macro mega micro mid mini mono multi nano neo neuro non over peri photo poly"
    " post pre pro pseudo psycho radio re semi sub super supra thermo trans tri ultra un under"
    " vaso".split()
)
_ENDINGS = ("s", "es", "ly", "ness", "less", "like", "wise", "able")
_LONG = 8
_NEVER_OFFERED = frozenset("slut sluts whore whores tit tits cunt cunts fag fags retard".split())
_VARIANTS = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("ll", "l"), ("tt", "t"), ("ss", "s"), ("ae", "e"),
    ("oe", "e"), ("ogue", "og"), ("ence", "ense"), ("mme", "m"), ("grey", "gray"), ("tre", "ter"),
    ("bre", "ber"), ("dgem", "dgm"), ("wilful", "willful"), ("mould", "mold"), ("sulph", "sulf"),
)  # fmt: skip


def meant(word: str, suggestions: Sequence[str], known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the words that an unknown word is a slip for; none if it is no slip.

    A slip is lower case, of four letters or more, one edit from what a dictionary suggests first
    (two in a long word that begins and ends alike), and neither made of a known word and a prefix
    or ending nor the same word in another country's spelling. A suggestion that only adds an
    apostrophe settles it.
    """
    near = [suggestion.replace("’", "'") for suggestion in suggestions if suggestion != word]
    near = [item for item in near if item not in _NEVER_OFFERED]
    if not _LOWER.fullmatch(word):
        return ()
    contractions = [item for item in near if _CONTRACTION.search(item)]
    if whole := tuple(item for item in contractions if item.replace("'", "") == word):
        return whole
    near = [item for item in near if item.isalpha() and item.islower()]
    if not near or any(_one_spelling(item) == _one_spelling(word) for item in near):
        return ()
    if not _close(word, near[0]) or _derived(word, known):
        return ()
    return tuple(item for item in near if _close(word, item))


def _close(word: str, meant: str) -> bool:
    if len(word) < _LONG:
        return edits(word, meant, 1) == 1
    alike = word[:2] == meant[:2] and word[-2:] == meant[-2:]
    return edits(word, meant, 2) <= (2 if alike else 1)


def edits(one: str, two: str, limit: int) -> int:
    """Return how many letters must be changed, added, dropped or swapped with their neighbour.

    Optimal string alignment distance; anything above the limit is returned as limit + 1.
    """
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)


def _derived(word: str, known: Callable[[str], bool]) -> bool:
    parts = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    parts += [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    parts.append(f"{word}s")
    return any(len(part) >= 4 and known(part) for part in parts)


def _one_spelling(word: str) -> str:
    for british, american in _VARIANTS:
        word = word.replace(british, american)
    return word
