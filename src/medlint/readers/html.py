"""Reader for HTML pages and fragments."""

from __future__ import annotations

from medlint.document import Document
from medlint.readers import shadow
from medlint.readers.assembly import Assembly
from medlint.readers.elements import Elements
from medlint.readers.frontmatter import front_matter
from medlint.spans import BOM


def read(source: str, path: str) -> Document:
    """Read a page; the elements that enclose a text give its scope."""
    text = shadow.clean(source)
    front = front_matter(text, int(source.startswith(BOM)))
    page = shadow.html(text, front.body)
    assembly = Assembly(page.source, page.placeholders)
    elements = Elements(assembly, page.notes)
    elements.feed(page.text)
    assembly.flush()
    return Document(
        path,
        source,
        "html",
        (*front.segments, *assembly.segments),
        tuple(assembly.comments),
        {**front.metadata, **elements.metadata},
    )
