"""``medlint check``: what it reads, what it writes, and what its exit code says."""

import json
import os
from pathlib import Path

import pytest

CLAIM = "They last forever.\n"


@pytest.fixture(autouse=True)
def in_the_house(house):
    return house


class TestExitCode:
    @pytest.mark.parametrize(
        ("text", "arguments", "code"),
        [
            ("They fade.", [], 0),
            ("An amazing bargain.", [], 0),
            (CLAIM, [], 1),
            ("A bargain.", ["--fail-on", "warning"], 1),
            ("An amazing team.", ["--fail-on", "warning"], 0),
            ("An amazing team.", ["--fail-on", "suggestion"], 1),
            (CLAIM, ["--exit-zero"], 0),
            (f"<!-- medlint-ignore House.Forever: quoted -->\n\n{CLAIM}", [], 0),
        ],
    )
    def test_it_follows_the_severest_alert(self, medlint, write, text, arguments, code):
        write({"page.md": text})
        assert medlint("page.md", *arguments).code == code

    def test_a_file_that_cannot_be_read_is_2_and_exit_zero_does_not_hide_it(self, medlint, write):
        write({"page.md": "They fade.", "bad.md": b"\xff"})
        assert medlint(".").code == 2
        assert medlint(".", "--exit-zero").code == 2

    def test_a_rule_that_fails_is_2_and_all_other_alerts_are_there(
        self, medlint, write, monkeypatch, folder
    ):
        write(
            {
                "check_that_raises.py": """
                    def find(text, parameters):
                        if "ink" in text:
                            raise RuntimeError("out of ink")
                        return []
                """,
                "packs/House/Raising.yml": """
                    extends: python
                    message: m
                    function: check_that_raises:find
                """,
                "medlint.toml": 'packs = ["packs"]\nselect = ["House"]\nplugins = true',
                "a.md": "A bargain.",
                "b.md": "Of ink. They last forever.",
                "c.md": CLAIM,
            }
        )
        monkeypatch.syspath_prepend(folder)
        ran = medlint(".", "--output", "json", "--exit-zero")
        assert ran.code == 2
        assert ran.alerts() == [
            ("a.md", "House.Bargain"),
            ("b.md", "House.Forever"),
            ("c.md", "House.Forever"),
        ]
        (error,) = [file["error"] for file in ran.report["files"] if "error" in file]
        assert error["kind"] == "rule"
        assert error["message"] == "b.md: INT001 House.Raising failed: RuntimeError: out of ink"


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "data", "kind", "what"),
        [
            ("bad.md", b"\x89PNG\0", "binary", ": a binary file, not text"),
            ("bad.md", "Café".encode("latin-1"), "encoding", ":1: not UTF-8 at byte 3 (0xe9)"),
            ("bad.html", "<p>Text</p>".encode("utf-16"), "encoding", ": UTF-16 text"),
            ("gone.md", b"", "missing", ": no such file or folder"),
            ("photo.png", b"", "unsupported", ": not a format medlint reads"),
        ],
    )
    def test_one_line_says_what_is_wrong_and_the_other_files_are_linted(  # noqa: PLR0917
        self, medlint, write, name, data, kind, what
    ):
        write({"a.md": CLAIM, "z.md": CLAIM, name: data})
        if kind == "missing":
            Path(name).unlink()
        ran = medlint("a.md", name, "z.md", "--output", "json")
        assert ran.code == 2
        assert ran.alerts() == [("a.md", "House.Forever"), ("z.md", "House.Forever")]
        error = ran.report["files"][1]["error"]
        assert error["kind"] == kind
        assert error["message"].startswith(name + what)
        assert "\n" not in error["message"]
        shown = medlint("a.md", name, "z.md", "--output", "concise")
        assert what.rpartition(": ")[2] in shown.out

    def test_what_is_no_regular_file_is_refused(self, medlint, write, folder):
        write({"a.md": CLAIM})
        os.mkfifo(folder / "pipe.md")
        (folder / "link.md").symlink_to("gone.md")
        (folder / "folder.md").mkdir()
        ran = medlint("pipe.md", "link.md", "folder.md", "a.md", "--output", "json")
        assert ran.code == 2
        assert ran.alerts() == [("a.md", "House.Forever")]
        kinds = [file["error"]["kind"] for file in ran.report["files"] if "error" in file]
        assert kinds == ["not_a_file", "unreadable"]

    def test_an_empty_file_is_clean(self, medlint, write):
        write({"a.md": "", "b.html": "", "c.txt": "\n", "d.md": "\ufeff"})
        ran = medlint("a.md", "b.html", "c.txt", "d.md")
        assert (ran.code, ran.err) == (0, "")

    def test_a_folder_without_copy_is_2_unless_allowed(self, medlint, folder):
        (folder / "empty").mkdir()
        ran = medlint("empty")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("medlint: error: empty: no file to lint here")
        assert ran.err.count("\n") == 1
        assert medlint("empty", "--allow-empty").code == 0

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            ({"medlint.toml": "selct = []"}, "medlint.toml:1: unknown key `selct`; did you mean"),
            ({"medlint.toml": "select = ["}, "medlint.toml: broken TOML: "),
            (
                {"packs/House/Bad.yml": "extends: existance\nmessage: m"},
                "packs/House/Bad.yml:1:1: ",
            ),
            ({"packs/House/Bad.yml": "a: [b"}, "packs/House/Bad.yml:"),
            (
                {"packs/House/Bad.yml": 'extends: existence\nmessage: m\ntokens: ["(a"]'},
                "packs/House/Bad.yml:3:10: bad regular expression `(a` in `tokens`",
            ),
        ],
    )
    def test_broken_rules_and_settings_stop_the_run_before_it_begins(
        self, medlint, write, files, message
    ):
        write({"page.md": CLAIM, **files})
        ran = medlint("page.md")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("medlint: error: ")
        assert message in ran.err
        assert ran.err.count("\n") == 1

    def test_an_unknown_rule_in_a_directive_is_an_alert_on_it(self, medlint, write):
        write({"page.md": f"<!-- medlint-ignore House.Forevr: a slip -->\n\n{CLAIM}"})
        ran = medlint("page.md", "--output", "concise")
        assert ran.code == 1
        assert "page.md:1:1: error Suppression.UnknownRule" in ran.out
        assert "'House.Forevr'" in ran.out
        assert "page.md:3:6: error House.Forever" in ran.out


class TestStandardInput:
    def test_its_name_chooses_the_reader(self, medlint):
        html = "<p>They last <b>forever</b>.</p>"
        named = medlint("-", "--stdin-filename", "a.html", "--output", "json", stdin=html)
        assert named.alerts() == [("a.html", "House.Forever")]
        plain = medlint("-", "--output", "json", stdin=html)
        assert plain.report["files"][0]["path"] == "<stdin>"
        assert plain.alerts() == []

    def test_its_name_chooses_the_settings(self, medlint, write):
        write({"uk/medlint.toml": 'packs = ["../packs"]\nselect=["House"]\njurisdictions = ["uk"]'})
        arguments = ("--output", "json")
        text = "A voucher."
        uk = medlint("-", "--stdin-filename", "uk/new.md", *arguments, stdin=text)
        assert uk.alerts() == [("uk/new.md", "House.Voucher")]
        assert medlint("-", "--stdin-filename", "new.md", *arguments, stdin=text).alerts() == []

    def test_what_is_no_text_is_an_error(self, medlint):
        ran = medlint("-", "--stdin-filename", "a.md", stdin=b"\xff\xfe")
        assert ran.code == 2
        assert "a.md: UTF-16 text; save it as UTF-8" in ran.out + ran.err

    def test_it_may_stand_beside_files(self, medlint, write):
        write({"a.md": CLAIM})
        ran = medlint("a.md", "-", "--output", "json", stdin=CLAIM)
        assert [path for path, _ in ran.alerts()] == ["a.md", "<stdin>"]


class TestFiles:
    def test_the_working_folder_is_the_default(self, medlint, write):
        write({"a.md": CLAIM, "site/b.html": "<p>They last forever.</p>"})
        ran = medlint("--output", "json")
        assert [path for path, _ in ran.alerts()] == ["a.md", "site/b.html"]

    def test_show_files_prints_what_would_be_linted(self, medlint, write):
        write({"a.md": CLAIM, "b.txt": "", ".gitignore": "c.md", "c.md": ""})
        assert medlint("--show-files").out == "a.md\nb.txt\n"

    def test_excluded_files_that_a_hook_names_are_left_out_in_peace(self, medlint, write):
        settings = 'packs = ["packs"]\nselect = ["House"]\nexclude = ["drafts/"]'
        write({"medlint.toml": settings, "drafts/a.md": CLAIM, "b.md": CLAIM})
        assert medlint("drafts/a.md").code == 1
        ran = medlint("drafts/a.md", "--force-exclude")
        assert (ran.code, ran.err) == (0, "")
        ran = medlint("drafts/a.md", "b.md", "--force-exclude", "--output", "json")
        assert ran.alerts() == [("b.md", "House.Forever")]


class TestSettings:
    def test_options_stand_over_the_file(self, medlint, write):
        settings = 'packs = ["packs"]\nselect = ["House.Forever"]\njurisdictions = ["us"]'
        write({"medlint.toml": settings, "a.md": "A voucher, a bargain. They last forever."})
        rules = [rule for _, rule in medlint("a.md", "--output", "json").alerts()]
        assert rules == ["House.Forever"]
        arguments = ("--select", "House", "--ignore", "House.Bargain", "--jurisdiction", "UK")
        ran = medlint("a.md", "--output", "json", *arguments)
        assert [rule for _, rule in ran.alerts()] == ["House.Voucher", "House.Forever"]

    def test_isolated_reads_no_settings(self, medlint, write):
        write({"medlint.toml": "broken = [", "a.md": CLAIM})
        assert medlint("a.md", "--isolated", "--select", "Claims.Permanence").code == 1

    def test_config_names_one_file_for_every_path(self, medlint, write):
        write(
            {
                "other.toml": 'packs = ["packs"]\nselect = ["House.Bargain"]',
                "sub/medlint.toml": "broken = [",
                "sub/a.md": "They last forever. A bargain.",
            }
        )
        ran = medlint("sub/a.md", "--config", "other.toml", "--output", "json")
        assert ran.alerts() == [("sub/a.md", "House.Bargain")]

    def test_settings_of_paths_hold(self, medlint, write):
        write(
            {
                "medlint.toml": """
                    packs = ["packs"]
                    select = ["House"]
                    [per-path."blog/**"]
                    ignore = ["House.Bargain"]
                    jurisdictions = ["uk"]
                """,
                "blog/a.md": "A bargain, a voucher.",
                "b.md": "A bargain, a voucher.",
            }
        )
        assert medlint(".", "--output", "json").alerts() == [
            ("b.md", "House.Bargain"),
            ("blog/a.md", "House.Voucher"),
        ]

    def test_an_alias_works_and_is_answered_with_the_id(self, medlint, write):
        write({"a.md": CLAIM})
        ran = medlint("a.md", "--select", "H001")
        assert "House.Forever" in ran.out
        assert "H001 is an alias of House.Forever" in ran.out + ran.err

    def test_a_profile_says_what_it_left_out(self, medlint, write):
        write({"a.md": "An amazing bargain."})
        ran = medlint("a.md", "--profile", "writer")
        assert "profile writer: 2 rules of lower confidence did not run" in ran.out + ran.err


class TestOutput:
    def test_several_at_once(self, medlint, write, folder):
        write({"a.md": CLAIM})
        outputs = ("--output", "concise", "--output", "json=r.json", "--output", "html=r.html")
        ran = medlint("a.md", *outputs)
        assert ran.out.startswith("a.md:1:6: ")
        report = json.loads((folder / "r.json").read_text("utf-8"))
        assert report["summary"]["errors"] == 1
        assert "last forever" in (folder / "r.html").read_text("utf-8")
        assert not list(folder.glob("*.part"))

    def test_what_is_no_regular_file_is_written_to_and_not_replaced(self, medlint, write, folder):
        write({"a.md": CLAIM, "real.json": ""})
        (folder / "link.json").symlink_to("real.json")
        assert medlint("a.md", "--output", "json=link.json").code == 1
        assert (folder / "link.json").is_symlink()
        assert json.loads((folder / "real.json").read_text("utf-8"))["version"] == "1"
        assert medlint("a.md", "--output", f"json={os.devnull}").code == 1
        assert not os.path.isfile(os.devnull)  # noqa: PTH113

    def test_the_text_shows_the_line_the_words_and_the_reason(self, medlint, write):
        write({"a.md": "# Lips\n\nThey last forever.\n"})
        out = medlint("a.md", "--color", "never").out
        assert "They last forever." in out
        assert "^" * len("last forever") in out
        assert "No treatment is known to keep its effect for life." in out
        assert "may last for months" in out
        assert "\x1b[" not in out

    def test_colour_is_off_where_it_is_not_wanted(self, medlint, write, monkeypatch):
        write({"a.md": CLAIM})
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[" in medlint("a.md").out
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in medlint("a.md").out
        assert "\x1b[" in medlint("a.md", "--color", "always").out

    def test_waived_alerts_are_shown_if_asked_for(self, medlint, write):
        write({"a.md": f"<!-- medlint-ignore House.Forever: a song title -->\n\n{CLAIM}"})
        assert "a song title" not in medlint("a.md").out
        assert "a song title" in medlint("a.md", "--show-suppressed").out
        (alert,) = medlint("a.md", "--output", "json").report["files"][0]["alerts"]
        assert alert["suppressed"] is True
        assert alert["suppression"] == {"line": 1, "reason": "a song title"}

    def test_what_the_context_cleared_is_shown_if_asked_for(self, medlint, write):
        write({"a.md": "Do they last forever?"})
        ran = medlint("a.md", "--select", "Claims.Permanence", "--explain-context")
        assert ran.code == 0
        assert "asked" in ran.out

    def test_statistics_count_by_rule(self, medlint, write):
        write({"a.md": CLAIM * 3})
        out = medlint("a.md", "--statistics").out
        assert any("House.Forever" in line and "3" in line for line in out.splitlines())

    def test_for_github_the_step_gets_a_page(self, medlint, write, folder, monkeypatch):
        write({"a.md": CLAIM})
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
        assert medlint("a.md", "--output", "github").out.startswith("::error file=a.md,line=1,")
        assert "House.Forever" in (folder / "summary.md").read_text("utf-8")
