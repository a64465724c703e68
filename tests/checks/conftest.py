"""What the tests of checks share: blocks of text in, matches out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from medlint.checks import Environment, Match, check
from medlint.document import Document, Run, Segment


def document_of(*blocks: str) -> Document:
    """Return a document of one text segment a block, as a plain text with blank lines between."""
    source = "\n\n".join(blocks)
    segments, offset = [], 0
    for block in blocks:
        runs = (Run(0, offset, len(block), len(block)),)
        segments.append(Segment(block, "text", runs))
        offset += len(block) + 2
    return Document("page.txt", source, "text", tuple(segments))


def run(
    name: str,
    *blocks: str,
    environment: Environment | None = None,
    beside: str = "",
    **keys: Any,
) -> list[Match]:
    """Run a check type with these keys over blocks of text; ``beside`` is out of its scope."""
    module = check(name)
    parameters = msgspec.convert(keys, module.Parameters, strict=False)
    document = document_of(*blocks, *filter(None, [beside]))
    finder = module.finder(parameters, environment or Environment())
    return list(finder(document.segments[: len(blocks)], document))


@pytest.fixture
def matches() -> Callable[..., list[Match]]:
    """Return ``matches(check, *blocks, **keys)``: the matches, in order."""
    return run


@pytest.fixture
def words() -> Callable[..., list[str]]:
    """Return ``words(check, *blocks, **keys)``: the matched texts, in order."""
    return lambda name, *blocks, **keys: [match.text for match in run(name, *blocks, **keys)]


@pytest.fixture
def literals() -> Callable[..., Any]:
    """Return ``literals(check, **keys)``: what must be in a text that can match."""

    def given(name: str, **keys: Any) -> Any:
        module = check(name)
        return module.literals(msgspec.convert(keys, module.Parameters, strict=False))

    return given


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Return ``refusal(check, **keys)``: why the keys cannot be used."""

    def given(name: str, **keys: Any) -> str:
        with pytest.raises((msgspec.ValidationError, ValueError)) as caught:
            msgspec.convert(keys, check(name).Parameters, strict=False).validate()
        return str(caught.value)

    return given
