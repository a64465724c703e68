"""Reader for plain text: one segment a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Document
from medlint.readers import shadow
from medlint.readers.assembly import Assembly, Range
from medlint.readers.placeholders import placeholders

_BLANK_LINES = re.compile(r"(?:\r\n?+|\n)(?:[ \t]*+(?:\r\n?+|\n))++")


def read(source: str, path: str) -> Document:
    """Read a text; blank lines and comment lines part its paragraphs."""
    text = shadow.clean(source)
    comments = tuple(shadow.comment_lines(text))
    assembly = Assembly(text, list(placeholders(text)))
    for start, end in _paragraphs(text, [(c.span.start, c.span.end) for c in comments]):
        assembly.block.copy(start, end)
        assembly.flush()
    return Document(path, source, "text", tuple(assembly.segments), comments)


def _paragraphs(text: str, comments: list[Range]) -> Iterator[Range]:
    start = 0
    breaks = [*comments, *(found.span() for found in _BLANK_LINES.finditer(text))]
    for low, high in sorted((*breaks, (len(text), len(text)))):
        if start < low:
            yield start, low
        start = max(start, high)
