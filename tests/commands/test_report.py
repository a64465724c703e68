"""``medlint report``: pages to read, and what could not be read said at once."""

import json

import pytest


@pytest.fixture(autouse=True)
def in_the_house(house):
    return house


def test_it_writes_every_form_that_is_asked_for(medlint, write, folder):
    write({"site/a.md": "They last forever.", "site/b.html": "<p>A bargain.</p>"})
    targets = ("--html", "r.html", "--markdown", "r.md", "--json", "r.json")
    ran = medlint("report", "site", *targets)
    assert (ran.code, ran.err) == (0, "")
    for name in ("r.html", "r.md"):
        page = (folder / name).read_text("utf-8")
        assert "House.Forever" in page
        assert "may last for months" in page
        assert "site/b.html" in page
    summary = json.loads((folder / "r.json").read_text("utf-8"))["summary"]
    assert (summary["errors"], summary["warnings"], summary["files"]) == (1, 1, 2)


def test_a_file_that_cannot_be_read_is_2_and_the_report_is_written(medlint, write, folder):
    write({"a.md": "They last forever.", "bad.md": b"\0"})
    ran = medlint("report", "a.md", "bad.md", "--markdown", "r.md")
    assert (ran.code, ran.err) == (2, "error: bad.md: a binary file, not text\n")
    page = (folder / "r.md").read_text("utf-8")
    assert "House.Forever" in page
    assert "a binary file" in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["site"], "say where the report goes: --html FILE, --markdown FILE or --json FILE"),
        (["empty", "--html", "r.html"], "empty: no file to lint here"),
        (["site", "--html", "no/folder/r.html"], "no/folder/r.html: cannot be written: No such"),
    ],
)
def test_a_mistake_is_one_line(medlint, write, folder, arguments, message):
    write({"site/a.md": "Text."})
    (folder / "empty").mkdir()
    ran = medlint("report", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"medlint: error: {message}")
    assert ran.err.count("\n") == 1


def test_its_settings_are_those_of_check(medlint, write, folder):
    write({"a.md": "A voucher. They last forever."})
    medlint(
        "report", "a.md", "--json", "r.json", "--select", "House.Voucher", "--jurisdiction", "uk"
    )
    report = json.loads((folder / "r.json").read_text("utf-8"))
    assert report["summary"]["by_rule"] == {"House.Voucher": 1}
