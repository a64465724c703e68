"""``medlint init`` writes settings that hold, and never over those that exist."""

import pytest

from medlint.config import Config


def test_it_writes_settings_that_change_nothing_yet(medlint, write, folder):
    write({"a.md": "Text.", "site/b.html": "Text.", "site/c.html": "Text."})
    ran = medlint("init")
    assert (ran.code, ran.err) == (0, "")
    assert "Wrote medlint.toml (2 html, 1 markdown)." in ran.out
    assert "id: medlint" in ran.out
    text = (folder / "medlint.toml").read_text("utf-8")
    assert "# Found here: 2 html, 1 markdown" in text
    file = folder / "medlint.toml"
    assert Config.load(file) == Config(root=str(folder), file=str(file))


def test_what_it_leaves_as_comments_can_be_switched_on(medlint, folder):
    medlint("init")
    file = folder / "medlint.toml"
    lines = file.read_text("utf-8").replace('["?"]', '["uk"]').splitlines()
    settings = [line.removeprefix("# ") for line in lines if "= " in line or "[per-path" in line]
    file.write_text("\n".join(settings), encoding="utf-8")
    config = Config.load(file)
    assert config.jurisdictions == ("uk",)
    assert config.per_path[0].intent == "information"
    assert config.packs == (str(folder / "rules/House"),)


def test_a_folder_may_be_named(medlint, folder):
    (folder / "site").mkdir()
    assert medlint("init", "site").code == 0
    assert (folder / "site" / "medlint.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "medlint.toml exists already; edit it, or remove it first"),
        (["gone"], "gone: no such folder"),
    ],
)
def test_nothing_is_overwritten_and_no_folder_made(medlint, write, arguments, message):
    root = write({"medlint.toml": "exclude = []\n"})
    ran = medlint("init", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"medlint: error: {message}\n")
    assert (root / "medlint.toml").read_text("utf-8") == "exclude = []\n"
