"""Front matter: the YAML or TOML between two marks at the head of a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import yaml

from medlint.document import Segment
from medlint.readers.assembly import Block

_Escapes = Literal["backslash", "doubled", "none"]

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOML_STRING = re.compile(
    r"^[ \t]*([\w-]+)[ \t]*=[ \t]*"
    r"(\"\"\"(?:\\[\s\S]|(?!\"\"\")[\s\S])*+\"\"\"|'''(?:(?!''')[\s\S])*+'''"
    r"|\"(?:\\.|[^\"\\\n])*+\"|'[^'\n]*+')",
    re.MULTILINE,
)
_TOML_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[^\n]*\n")
_ESCAPES: dict[str | None, _Escapes] = {'"': "backslash", "'": "doubled"}
_BLANK = re.compile(r"\s+")
_PIECES = {
    "backslash": re.compile(
        r"\s+|(?P<continued>\\[ \t]*\r?\n\s*)"
        r"|(?P<escape>\\(?:x\w{2}|u\w{4}|U\w{8}|[^xuU\r\n]))|[^\\\s]+|\\"
    ),
    "doubled": re.compile(r"\s+|(?P<escape>'')|[^'\s]+|'"),
    "none": re.compile(r"\s+|\S+"),
}
_PROSE_KEYS = frozenset(
    "title subtitle headline heading tagline lead intro description summary excerpt abstract "
    "caption alt".split()
)
_PROSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, its prose as segments, and where the page begins after it."""

    body: int = 0
    metadata: Mapping[str, object] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()


class _Scalar(NamedTuple):
    """A top-level string: its key, its value, and the source range of what is between its marks.

    ``escapes`` tells how the marks let themselves be written inside: by a backslash, doubled, or
    not at all.
    """

    key: str
    value: str
    start: int
    end: int
    escapes: _Escapes


def front_matter(source: str, start: int) -> FrontMatter:
    """Read the front matter that begins at ``start``; broken front matter says nothing."""
    opened = _OPEN.match(source, start)
    closed = _CLOSE[opened[1]].search(source, opened.end()) if opened else None
    if opened is None or closed is None:
        return FrontMatter()
    read = _yaml if opened[1] == "---" else _toml
    try:
        metadata, scalars = read(source[opened.end() : closed.start()])
    except Exception:  # a loader may raise anything; the page below must be read all the same
        return FrontMatter(closed.end())
    found = (_segment(source, scalar, opened.end()) for scalar in scalars)
    return FrontMatter(closed.end(), metadata, tuple(s for s in found if s is not None))


def _yaml(text: str) -> tuple[dict[str, object], list[_Scalar]]:
    loader = _Loader(text)
    node = loader.get_single_node()
    if not isinstance(node, yaml.MappingNode):
        return {}, []
    data = loader.construct_document(node)
    metadata = {str(key): value for key, value in data.items()}
    return metadata, list(_yaml_scalars(text, node))


def _yaml_scalars(text: str, node: yaml.MappingNode) -> Iterator[_Scalar]:
    for key, value in node.value:
        if isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str":
            start, end = value.start_mark.index, value.end_mark.index
            if value.style in ("'", '"'):
                start, end = start + 1, end - 1
            elif header := _BLOCK_HEADER.match(text, start, end):
                start = header.end()
            yield _Scalar(
                str(key.value), value.value, start, end, _ESCAPES.get(value.style, "none")
            )


def _toml(text: str) -> tuple[dict[str, object], list[_Scalar]]:
    data = tomllib.loads(text.replace("\r\n", "\n"))
    table = _TOML_TABLE.search(text)
    scalars = []
    for found in _TOML_STRING.finditer(text, 0, table.start() if table else len(text)):
        value = data.get(found[1])
        if isinstance(value, str):
            marks = 3 if found[2][:3] in ('"""', "'''") and len(found[2]) >= 6 else 1
            start, end = found.start(2) + marks, found.end(2) - marks
            escapes: _Escapes = "backslash" if found[2][0] == '"' else "none"
            scalars.append(_Scalar(found[1], value, start, end, escapes))
    return data, scalars


def _segment(source: str, scalar: _Scalar, base: int) -> Segment | None:
    if not _is_prose(scalar):
        return None
    scalar = scalar._replace(start=base + scalar.start, end=base + scalar.end)
    block = Block(source)
    if not _copied(block, source, scalar):
        block = Block(source)
        block.put(scalar.value, scalar.start, scalar.end)
    return block.segment(f"text.frontmatter.{scalar.key}")


def _copied(block: Block, source: str, scalar: _Scalar) -> bool:
    """Add a value piece by piece, each with its place; False if source and value disagree."""
    value = scalar.value
    done = 0
    for piece in _PIECES[scalar.escapes].finditer(source, scalar.start, scalar.end):
        raw = piece.group()
        if piece.lastgroup == "continued":
            continue
        if piece.lastgroup == "escape":
            text = value[done : done + 1]
            block.put(text, *piece.span())
        elif value.startswith(raw, done):
            text = raw
            block.copy(*piece.span())
        elif raw.isspace():
            blank = _BLANK.match(value, done)
            text = blank.group() if blank else ""
            block.put(text, *piece.span())
        else:
            return False
        done += len(text)
    return not value[done:].strip()


def _is_prose(scalar: _Scalar) -> bool:
    last_word = re.split(r"[_-]", scalar.key.lower())[-1]
    return last_word in _PROSE_KEYS or len(scalar.value.split()) >= _PROSE_WORDS
