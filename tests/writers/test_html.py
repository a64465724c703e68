from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

from syrupy.assertion import SnapshotAssertion

from medlint.alerts import FileReport, Report
from medlint.writers import Presentation
from medlint.writers.html import write

VOID = {"meta", "input", "rect", "link", "img", "br", "hr"}


class Page(HTMLParser):
    """The tags of a page in order, whether they nest, and the text by element."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def counts(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.tags)


def page(report: Report, presentation: Presentation) -> tuple[str, Page]:
    source = "".join(write(report, presentation))
    return source, Page(source)


def body(source: str) -> str:
    return re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1>…</\1>", source)


def test_a_whole_run(report: Report, everything: Presentation, snapshot: SnapshotAssertion) -> None:
    source, _ = page(report, everything)
    policy = re.compile(r"sha256-[\w+/=]+")
    assert policy.sub("sha256-…", body(source)) == snapshot


def test_every_alert_stands_in_its_sentence_with_its_words_marked(
    report: Report, everything: Presentation
) -> None:
    _, parsed = page(report, everything)
    assert parsed.texts["mark"][0] == "last forever"
    assert (
        parsed.texts["blockquote"][0] == "Your new lips will last forever, and they look natural."
    )
    assert parsed.counts()["article"] == len(report.alerts)


def test_rows_of_a_chart_go_from_the_severest_down(
    report: Report, everything: Presentation
) -> None:
    _, parsed = page(report, everything)
    rows = [a["data-value"] for _, a in parsed.tags if "data-filter" in a]
    assert rows == ["permanence", "uncited_assertion", "readability", "1", "2", "4"]


def test_the_page_needs_nothing_from_elsewhere(report: Report, everything: Presentation) -> None:
    source, parsed = page(report, everything)
    for tag, attributes in parsed.tags:
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert "src" not in attributes
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp", source)


def test_the_page_allows_its_own_style_and_script_only(
    report: Report, presentation: Presentation
) -> None:
    source, parsed = page(report, presentation)
    policy = next(a["content"] for _, a in parsed.tags if "http-equiv" in a)
    for tag in ("style", "script"):
        (text,) = re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", source)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not any(name.startswith("on") or name == "style" for _, a in parsed.tags for name in a)


def test_nothing_from_a_document_becomes_markup(hostile: Report, everything: Presentation) -> None:
    source, parsed = page(hostile, everything)
    assert parsed.open == []
    assert parsed.counts()["script"] == 1
    assert not parsed.counts().keys() & {"img", "textarea"}
    assert "49" not in parsed.texts["blockquote"][0]
    assert parsed.texts["blockquote"][0].startswith('<script>alert(1)</script> </textarea> "q"')
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", body(source))
    assert source.encode().decode() == source


def test_only_web_addresses_become_links(report: Report, everything: Presentation) -> None:
    _, parsed = page(report, everything)
    targets = [a["href"] or "" for tag, a in parsed.tags if tag == "a"]
    assert "https://code.example/12#1" in targets
    assert all(target.startswith(("#", "https://")) for target in targets)


def test_every_link_within_the_page_has_its_target(
    report: Report, everything: Presentation
) -> None:
    _, parsed = page(report, everything)
    names = {a["id"] for _, a in parsed.tags if "id" in a}
    inner = {a["href"][1:] for _, a in parsed.tags if (a.get("href") or "").startswith("#")}
    labels = {a["aria-labelledby"] for _, a in parsed.tags if "aria-labelledby" in a}
    assert inner | labels <= names


def test_headings_go_down_one_by_one_and_there_is_one_title(
    report: Report, everything: Presentation
) -> None:
    _, parsed = page(report, everything)
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert next(a for tag, a in parsed.tags if tag == "html")["lang"] == "en"


def test_every_field_has_a_name(report: Report, everything: Presentation) -> None:
    source, _ = page(report, everything)
    for field in re.finditer(r"<(?:select|input)\b", source):
        before = source[: field.start()]
        assert before.rfind("<label") > before.rfind("</label>")


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_contrasts_as_wcag_aa_asks_in_light_and_dark(
    report: Report, presentation: Presentation
) -> None:
    source, _ = page(report, presentation)
    schemes = re.findall(r":root \{([^}]*--page[^}]*--link[^}]*)\}", source)
    assert len(schemes) == 3
    for scheme in schemes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", scheme))
        for ground in ("page", "sheet"):
            for text in ("ink", "soft", "link", "error", "warning", "suggestion"):
                if ground in colours and text in colours:
                    assert contrast(colours[ground], colours[text]) >= 4.5, (ground, text)
        for severity in ("error", "warning", "suggestion"):
            if "ink" in colours:
                assert contrast(colours[f"{severity}-mark"], colours["ink"]) >= 4.5


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_clean_run_is_a_calm_page() -> None:
    source, parsed = page(Report((FileReport("a.md", words=5),)), Presentation())
    assert parsed.texts["h1"] == ["No alerts in 1 file (5 words)."]
    assert "form" not in parsed.counts()
    assert "Nothing to report." in source


def test_the_template_engine_is_loaded_at_first_use_only() -> None:
    code = "import sys, medlint.writers.html; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
