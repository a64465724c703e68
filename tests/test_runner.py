"""A run over many files, each under its nearest settings."""

from medlint.config import Config
from medlint.runner import Input, Linters, find, lint


def test_each_file_is_linted_under_its_nearest_settings(house, medlint, write):
    write(
        {
            "uk/medlint.toml": """
                packs = ["../packs"]
                select = ["House.Voucher"]
                jurisdictions = ["uk"]
            """,
            "uk/a.md": "A voucher and a bargain.",
            "us/b.md": "A voucher and a bargain.",
        }
    )
    assert medlint("check", "uk", "us", "--output", "json").alerts() == [
        ("uk/a.md", "House.Voucher"),
        ("us/b.md", "House.Bargain"),
    ]


def test_the_exit_code_follows_each_file_s_own_settings(house, medlint, write):
    write({"strict/medlint.toml": 'packs = ["../packs"]\nselect = ["House"]\nfail-on = "warning"'})
    write({"strict/a.md": "A bargain.", "mild/a.md": "A bargain."})
    assert medlint("mild").code == 0
    assert medlint("strict", "mild").code == 1
    assert medlint("strict", "--fail-on", "error").code == 0


def test_settings_that_are_equal_share_a_linter_and_packs_that_are_equal_a_library(house):
    configs = {
        "a": Config(select=("Claims.Permanence",)),
        "b": Config(select=("Claims.Permanence",)),
        "c": Config(select=("Claims.Permanence",), jurisdictions=("uk",)),
        "d": Config(select=("House",), packs=("packs",)),
    }
    linters = Linters(configs.__getitem__)
    a, b, c, d = map(linters.for_path, "abcd")
    assert a is b
    assert a is not c
    assert a.library is c.library
    assert d.library is not a.library
    assert "House.Forever" in linters.rules


def test_a_note_is_said_once_whatever_the_number_of_files(house, medlint, write):
    write({"a.md": "A voucher.", "b.md": "A voucher.", "c/medlint.toml": 'packs = ["../packs"]'})
    write({"c/a.md": "A voucher."})
    ran = medlint("a.md", "b.md", "c/a.md", "--select", "House")
    assert (ran.out + ran.err).count("no jurisdiction is declared") == 1


def test_a_file_under_two_paths_is_found_once(write):
    write({"site/a.md": "Text.", "b.md": "Text."})
    found = find(Input(("site", "site/a.md", ".")), lambda _path: Config())
    assert [file.path for file in found] == ["site/a.md", "b.md"]


def test_reports_come_in_the_order_of_the_files(write):
    write({"c.md": "Text.", "a.md": "Text.", "b.txt": b"\xff\x00"})
    source = Input(("c.md", "gone.md", "b.txt", "a.md"))
    linters = Linters(lambda _path: Config(select=("Claims.Permanence",)))
    found = list(find(source, lambda _path: Config()))
    reports = list(lint(found, source, linters, progress=True))
    assert [(report.path, report.status) for report in reports] == [
        ("c.md", "clean"),
        ("gone.md", "error"),
        ("b.txt", "error"),
        ("a.md", "clean"),
    ]
