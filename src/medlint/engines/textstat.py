"""textstat's readability indices, on sentences that are already split.

textstat splits at every full stop, so decimals and abbreviations would make sentences; here each
sentence reaches it with no other stop than its last. Its syllables come from CMUdict, which lies
beside this module in the form NLTK reads, so that nothing is ever downloaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from medlint.errors import EngineError

DATA = Path(__file__).parent / "data"
"""A folder of NLTK data: the corpus ``cmudict``, packed."""

_STOP = re.compile(r"[.!?…]+")
_JOINT = re.compile(r"[–—/‒―]")
_ENDING = re.compile(r"(?:es|ed|ing)\W*$")
_MINIMUM_WORDS = 3


@dataclass(frozen=True, slots=True)
class Indices:
    """Counts and scores of a text. All scores are school grades but ``flesch_reading_ease``
    (0 hard to 100 easy), ``dale_chall`` (5 to 10, its own scale) and ``lix``.

    ``consensus`` is the grade that most of the formulas agree on. ``polysyllabic_words`` have
    three syllables or more, ``complex_words`` too once an ending es, ed or ing is taken off;
    ``long_words`` have more than six letters.
    """  # noqa: D205

    sentences: int
    words: int
    characters: int
    syllables: int
    polysyllabic_words: int
    complex_words: int
    long_words: int
    flesch_reading_ease: float
    flesch_kincaid: float
    gunning_fog: float
    smog: float
    coleman_liau: float
    automated_readability: float
    dale_chall: float
    lix: float
    consensus: float


def indices(sentences: Sequence[str]) -> Indices:
    """Return the indices of these sentences. Sentences of one or two words do not count.

    Raises EngineError if textstat is absent, ValueError if no sentence is left.
    """
    return _indices(tuple(filter(None, map(_plain, sentences))))


@lru_cache(maxsize=512)
def _indices(sentences: tuple[str, ...]) -> Indices:
    if not sentences:
        raise ValueError("no sentence of three words or more")
    text = " ".join(sentences)
    stat = _textstat()
    return Indices(
        sentences=stat.sentence_count(text),
        words=stat.lexicon_count(text),
        characters=stat.letter_count(text),
        syllables=stat.syllable_count(text),
        polysyllabic_words=stat.polysyllabcount(text),
        complex_words=_complex_words(text),
        long_words=stat.long_word_count(text),
        flesch_reading_ease=stat.flesch_reading_ease(text),
        flesch_kincaid=stat.flesch_kincaid_grade(text),
        gunning_fog=stat.gunning_fog(text),
        smog=stat.smog_index(text),
        coleman_liau=stat.coleman_liau_index(text),
        automated_readability=stat.automated_readability_index(text),
        dale_chall=stat.dale_chall_readability_score(text),
        lix=stat.lix(text),
        consensus=stat.text_standard(text, float_output=True),
    )


def _complex_words(text: str) -> int:
    count = _textstat().syllable_count
    return sum(count(_ENDING.sub("", word)) >= 3 for word in text.split() if count(word) >= 3)


def _plain(sentence: str) -> str:
    """Return the sentence with one full stop, at its end, or nothing if it is too short."""
    words = _STOP.sub("", _JOINT.sub(" ", sentence.replace("’", "'"))).split()
    if sum(any(map(str.isalnum, word)) for word in words) < _MINIMUM_WORDS:
        return ""
    return " ".join(words).rstrip(",;: ") + "."


@cache
def _textstat() -> Any:
    try:
        import nltk
        import textstat
    except ImportError as error:
        raise EngineError(
            f"the engine textstat cannot be loaded ({error}); install it with"
            " `pip install textstat nltk`"
        ) from None
    if str(DATA) not in nltk.data.path:
        nltk.data.path.insert(0, str(DATA))
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        raise EngineError(f"the dictionary of syllables is missing from {DATA}") from None
    return textstat
