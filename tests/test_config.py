"""Settings are found from each file upwards, and a mistake in them is named with its line."""

import pytest

from medlint.config import Config, over
from medlint.errors import ConfigError


@pytest.mark.parametrize("name", ["medlint.toml", ".medlint.toml"])
def test_settings_hold_for_everything_below_them(write, name):
    root = write({name: 'jurisdictions = ["uk"]', "site/blog/post.md": "Text."})
    config = Config.discover(root / "site" / "blog" / "post.md")
    assert config.jurisdictions == ("uk",)
    assert config.root == str(root)


def test_the_nearest_settings_win(write):
    root = write(
        {
            "medlint.toml": 'jurisdictions = ["uk"]',
            "au/medlint.toml": 'jurisdictions = ["au"]',
            "au/page.md": "Text.",
            "page.md": "Text.",
        }
    )
    assert Config.discover(root / "au" / "page.md").jurisdictions == ("au",)
    assert Config.discover(root / "page.md").jurisdictions == ("uk",)


def test_the_search_stops_at_a_git_root(write):
    root = write({"medlint.toml": 'jurisdictions = ["uk"]', "site/page.md": "Text."})
    (root / "site" / ".git").mkdir()
    assert Config.discover(root / "site" / "page.md") == Config()


def test_settings_at_the_git_root_itself_hold(write):
    root = write({"medlint.toml": 'jurisdictions = ["uk"]', "site/page.md": "Text."})
    (root / ".git").mkdir()
    assert Config.discover(root / "site").jurisdictions == ("uk",)


def test_a_path_through_the_parent_finds_the_settings_of_where_it_leads(write, monkeypatch):
    root = write({"uk/medlint.toml": 'jurisdictions = ["uk"]', "au/page.md": "Text."})
    monkeypatch.chdir(root / "uk")
    assert Config.discover("../au/page.md") == Config()


def test_settings_may_stand_in_pyproject(write):
    root = write({"pyproject.toml": '[tool.medlint]\nfail-on = "warning"'})
    assert Config.discover(root).fail_on == "warning"


def test_a_pyproject_without_the_table_is_passed_over(write):
    root = write(
        {
            "medlint.toml": 'fail-on = "warning"',
            "app/pyproject.toml": "[tool.other]\n# see tool.medlint in the folder above\n",
        }
    )
    assert Config.discover(root / "app").fail_on == "warning"


def test_a_pyproject_named_as_settings_must_hold_them(write):
    root = write({"pyproject.toml": "[tool.other]"})
    with pytest.raises(ConfigError, match=r"pyproject\.toml: no \[tool\.medlint\] table"):
        Config.load(root / "pyproject.toml")


def test_packs_are_found_from_the_settings(write):
    root = write({"medlint.toml": 'packs = ["rules/House"]'})
    assert Config.discover(root).packs == (str(root / "rules/House"),)


def test_every_key_arrives(write):
    root = write(
        {
            "medlint.toml": """
                select = ["Claims"]
                ignore = ["Claims.Permanence"]
                extend-select = ["Grammar"]
                jurisdictions = ["uk", "us"]
                audience = "professional"
                intent = "information"
                dialect = "au"
                profile = "writer"
                fail-on = "suggestion"
                vocabulary = ["Brand"]
                exclude = ["drafts/"]
                max-file-size = 10
                plugins = true
                [engines.languagetool]
                url = "http://localhost:8081"
                [per-path."blog/**"]
                ignore = ["Claims"]
                jurisdictions = ["eu"]
            """
        }
    )
    config = Config.discover(root)
    assert config.select == ("Claims",)
    assert config.ignore == ("Claims.Permanence",)
    assert config.extend_select == ("Grammar",)
    assert config.jurisdictions == ("uk", "us")
    assert (config.audience, config.intent, config.dialect) == ("professional", "information", "au")
    assert (config.profile, config.minimum_confidence) == ("writer", "high")
    assert (config.fail_on, config.max_file_size, config.plugins) == ("suggestion", 10, True)
    assert (config.vocabulary, config.exclude) == (("Brand",), ("drafts/",))
    assert config.engines == {"languagetool": {"url": "http://localhost:8081"}}
    (blog,) = config.per_path
    assert (blog.glob, blog.ignore, blog.jurisdictions) == ("blog/**", ("Claims",), ("eu",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = []\nselct = ["Claims"]', "2: unknown key `selct`; did you mean `select`?"),
        ('select = "Claims"', "1: `select`: Expected a list, got `str`"),
        ('max-file-size = "big"', "1: `max-file-size`: Expected `int`, got `str`"),
        ("max-file-size = -1", "1: `max-file-size`: Expected `int` >= 1"),
        ('jurisdictions = "uk"', "1: `jurisdictions`: Expected a list, got `str`"),
        (
            'audience = "profesional"',
            (
                "1: `audience`: `profesional` is not one of public, professional;"
                " did you mean `professional`?"
            ),
        ),
        (
            'exclude = []\njurisdictions = [\n  "UK1",\n]',
            (
                "2: `jurisdictions`: `UK1` is not one of us, uk, eu, au, ca, ie, de, fr, it, be,"
                " sg, in, ae, kr, jp, cn; did you mean `uk`?"
            ),
        ),
        (
            'select = []\n\n[per-path."blog/**"]\nselct = ["Claims"]',
            "4: unknown key `selct`; did you mean `select`?",
        ),
        (
            'intent = "information"\n[per-path."blog/**"]\nignore = []\nintent = "promo"',
            "4: `intent`: `promo` is not one of promotion, information; did you mean `promotion`?",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(write, text, message):
    root = write({"medlint.toml": text + "\n"})
    with pytest.raises(ConfigError) as caught:
        Config.discover(root)
    assert str(caught.value) == f"{root / 'medlint.toml'}:{message}"


def test_a_mistake_in_pyproject_is_sought_in_its_own_table(write):
    text = '[tool.ruff.lint]\nselect = ["E"]\n\n[tool.medlint]\nselect = "Claims"\n'
    root = write({"pyproject.toml": text})
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: `select`: Expected a list"):
        Config.discover(root)


def test_broken_toml_is_named_with_its_line(write):
    root = write({"medlint.toml": "select = []\nignore = nothing\n"})
    with pytest.raises(ConfigError, match=r"medlint\.toml: broken TOML: .*line 2, column 10"):
        Config.discover(root)


def test_settings_must_be_utf8(write):
    root = write({"medlint.toml": 'vocabulary = ["Café"]'.encode("latin-1")})
    with pytest.raises(ConfigError, match=r"medlint\.toml: not UTF-8 text; save it as UTF-8"):
        Config.discover(root)


def test_settings_that_are_named_must_be_there(folder):
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read: No such file"):
        Config.load("gone.toml")


def test_a_jurisdiction_given_in_code_is_checked():
    with pytest.raises(ConfigError, match=r"unknown jurisdiction `UK`; did you mean `uk`\?"):
        Config(jurisdictions=("UK",))


def test_options_stand_over_the_file_and_none_leaves_a_setting():
    config = Config(jurisdictions=("uk",), profile="writer")
    assert over(config, jurisdictions=("us",), profile=None) == Config(
        jurisdictions=("us",), profile="writer"
    )


@pytest.mark.parametrize(
    ("dialect", "jurisdictions", "spelling"),
    [
        (None, (), "us"),
        (None, ("uk", "us"), "uk"),
        (None, ("au",), "au"),
        (None, ("eu",), "uk"),
        (None, ("jp",), "us"),
        ("ca", ("uk",), "ca"),
    ],
)
def test_the_dialect_is_the_one_set_or_that_of_the_first_jurisdiction(
    dialect, jurisdictions, spelling
):
    assert Config(dialect=dialect).dialect_for(jurisdictions) == spelling


def test_a_term_that_is_no_expression_is_named_with_its_file(write):
    root = write({"medlint.toml": 'vocabulary = ["Clinic (", "Harley"]'})
    with pytest.raises(ConfigError) as raised:
        Config.load(root / "medlint.toml")
    reason = "bad regular expression `Clinic (` in `vocabulary`: missing )"
    assert str(raised.value) == f"{root / 'medlint.toml'}: {reason}"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"jurisdictions": "uk"}, "`jurisdictions`: a tuple of texts is expected, not one text"),
        ({"select": "Claims"}, "`select`: a tuple of texts is expected, not one text"),
        ({"profile": "author"}, "`profile`: `author` is not one of writer, editor, reviewer"),
        ({"fail_on": "high"}, "`fail_on`: `high` is not one of suggestion, warning, error"),
        ({"vocabulary": ("(",)}, "bad regular expression `(` in `vocabulary`: missing )"),
    ],
)
def test_a_value_that_is_not_known_is_refused_in_code_too(values, message):
    with pytest.raises(ConfigError) as raised:
        Config(**values)
    assert str(raised.value) == message


def test_lists_given_in_code_are_kept_as_tuples():
    assert Config(jurisdictions=["uk"], select=["Claims"]) == Config(
        jurisdictions=("uk",), select=("Claims",)
    )
