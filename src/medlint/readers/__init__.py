"""The formats medlint reads, one module each.

To add one, write the module so that it meets ``Reader`` and add its line to ``READERS``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from medlint.document import Document


class Reader(Protocol):
    """What a module must offer to be a reader."""

    def read(self, source: str, path: str) -> Document:
        """Return the document's prose with an exact map to the source. Raises ReadError."""


READERS: dict[str, str] = {
    "html": "medlint.readers.html",
    "markdown": "medlint.readers.markdown",
    "text": "medlint.readers.text",
}

EXTENSIONS: dict[str, str] = {
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdx": "markdown",
    ".text": "text",
    ".txt": "text",
    ".xhtml": "html",
}


def reader(format: str) -> Reader:
    """Return the reader of this format. Raises KeyError if there is none."""
    return cast(Reader, import_module(READERS[format]))


def format_of(path: str) -> str | None:
    """Return the format a path's extension stands for, or None."""
    return EXTENSIONS.get(PurePath(path).suffix.lower())
