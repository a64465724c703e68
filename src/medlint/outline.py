"""What stands over a block: its heading, and the paragraph that introduces its list."""

from __future__ import annotations

from bisect import bisect_right

from medlint.document import Document, Segment


class Outline:
    """The headings and lead-ins of one document."""

    def __init__(self, document: Document) -> None:
        segments = [segment for segment in document.segments if segment.runs]
        segments.sort(key=lambda segment: segment.runs[0].source)
        self._starts = [segment.runs[0].source for segment in segments]
        self._over = list(_over(segments))

    def over(self, segment: Segment) -> tuple[str, str]:
        """Return the heading above a segment, and the lead-in of its list; empty where none."""
        if not segment.runs or not self._starts:
            return "", ""
        index = bisect_right(self._starts, segment.runs[0].source) - 1
        return self._over[max(index, 0)]


def _over(segments: list[Segment]) -> list[tuple[str, str]]:
    over = []
    headings: list[Segment] = []
    lead = ""
    for segment in segments:
        if "heading" in segment.scope:
            headings = [above for above in headings if above.scope < segment.scope]
            over.append((headings[-1].text if headings else "", ""))
            headings.append(segment)
            lead = ""
            continue
        listed = segment.scope == "text.list"
        over.append((headings[-1].text if headings else "", lead if listed else ""))
        if not listed:
            lead = segment.text
    return over
