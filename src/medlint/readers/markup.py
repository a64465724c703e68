"""HTML as tags, comments and text between them, in one pass and linear time.

Read as browsers read it: what looks like a tag and is not closed is text; the content of scripts
and styles is skipped up to their end tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from medlint.readers.assembly import Range


class Token(NamedTuple):
    """A piece of HTML, ``text[start:end]``. A tag has a name, in lower case, and attributes.

    ``attributes`` is where they begin in the text. ``instruction`` stands for ``<? … ?>``.
    """

    kind: Literal["text", "start", "end", "comment", "instruction"]
    start: int
    end: int
    name: str = ""
    attributes: int = 0


_TAG = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)"
    r"(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|)|[\"'])*+>"
)
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)[^>]*+>")
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?+"
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "iframe")
}


def attributes(text: str, start: int, end: int) -> dict[str, Range]:
    """Return where the values of a tag's attributes stand, by name in lower case."""
    found: dict[str, Range] = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        group = match.lastindex or 1
        found.setdefault(match[1].lower(), match.span(group) if group > 1 else (0, 0))
    return found


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of an HTML text in order. Empty text is left out."""
    done = at = 0
    tag = _TAG
    last_tag_end = max(text.rfind(">"), 0)
    last_instruction_end = text.rfind("?>")
    while (at := text.find("<", at, last_tag_end)) >= 0 or (at := text.find("<!--", done)) >= 0:
        following = text[at + 1 : at + 2]
        token: Token | None = None
        if following == "!":
            token = _declaration(text, at)
        elif following == "?":
            token = _instruction(text, at, last_instruction_end)
        elif following == "/" and not text[at + 2 : at + 3].isalpha():
            token = _instruction(text, at, -1)
        elif following == "/" or (following.isalpha() and following.isascii()):
            match = tag.match(text, at)
            if match is None and tag is _TAG:
                # A quote is never closed: from here on, quotes do not hide the end of a tag.
                tag = _PLAIN_TAG
                match = tag.match(text, at)
            if match is not None:
                kind: Literal["start", "end"] = "end" if match[1] else "start"
                token = Token(kind, at, match.end(), match[2].lower(), match.end(2))
        if token is None:
            at += 1
            continue
        if done < token.start:
            yield Token("text", done, token.start)
        yield token
        done = at = token.end
        if token.kind == "start" and token.name in _RAW and text[done - 2] != "/":
            close = _RAW[token.name].search(text, done)
            done = at = close.start() if close else len(text)
    if done < len(text):
        yield Token("text", done, len(text))


def _declaration(text: str, at: int) -> Token | None:
    if text.startswith("<!--", at):
        end = text.find("-->", at + 2)
        return Token("comment", at, end + 3 if end >= 0 else len(text))
    return _instruction(text, at, -1)


def _instruction(text: str, at: int, last_end: int) -> Token | None:
    mark = "?>" if last_end > at else ">"
    end = text.find(mark, at + 1)
    return Token("instruction", at, end + len(mark)) if end >= 0 else None
