"""Hunspell dictionaries, read by spylls, a Hunspell in pure Python."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from medlint.errors import EngineError


@lru_cache(maxsize=65536)
def known(word: str, aff: str, dic: str) -> bool:
    """Tell whether the dictionary of these two files has the word. Raises EngineError."""
    return bool(_dictionary(aff, dic).lookup(word))


@lru_cache(maxsize=4096)
def suggestions(word: str, aff: str, dic: str) -> tuple[str, ...]:
    """Return words of the dictionary that may have been meant, best first."""
    return tuple(_dictionary(aff, dic).suggest(word))


@cache
def _dictionary(aff: str, dic: str) -> Any:
    try:
        from spylls.hunspell.dictionary import Dictionary
        from spylls.hunspell.readers import read_aff, read_dic
        from spylls.hunspell.readers.file_reader import FileReader
    except ImportError as error:
        raise EngineError(
            f"Hunspell dictionaries cannot be read ({error}); install `medlint[hunspell]`"
        ) from None
    try:
        rules, context = read_aff(FileReader(aff))
        words = read_dic(FileReader(dic, encoding=context.encoding), aff=rules, context=context)
    except Exception as error:
        raise EngineError(f"the dictionary {dic} with {aff} cannot be read: {error}") from None
    return Dictionary(rules, words)
