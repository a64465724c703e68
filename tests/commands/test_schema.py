"""``medlint schema`` prints schemas that accept what medlint accepts, and nothing else."""

import json
import tomllib

import jsonschema
import pytest


@pytest.fixture
def schema(medlint):
    def given(of):
        ran = medlint("schema", of)
        assert (ran.code, ran.err) == (0, "")
        return jsonschema.Draft202012Validator(json.loads(ran.out))

    return given


@pytest.mark.parametrize("of", ["rule", "config", "report"])
def test_every_schema_is_one(schema, of):
    one = schema(of)
    one.check_schema(one.schema)
    assert one.schema["title"].startswith("medlint")


def test_only_known_schemas_can_be_asked_for(medlint):
    ran = medlint("schema", "rules")
    assert (ran.code, ran.out) == (2, "")
    assert "choose from" in ran.err


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("", True),
        (
            'select = ["Claims"]\nfail-on = "warning"\n[per-path."blog/**"]\nignore = ["Claims"]',
            True,
        ),
        ('[engines.languagetool]\nurl = "http://localhost:8081"', True),
        ('selct = ["Claims"]', False),
        ('select = "Claims"', False),
        ('fail-on = "never"', False),
        ('jurisdictions = ["xx"]', False),
        ('[per-path."blog/**"]\nselct = ["A"]', False),
    ],
)
def test_the_schema_of_settings_agrees_with_their_loader(schema, medlint, write, text, valid):
    write({"medlint.toml": text, "page.md": "Text."})
    assert schema("config").is_valid(tomllib.loads(text)) is valid
    assert (medlint("page.md", "--select", "Claims.Permanence").code == 0) is valid


def test_the_schema_of_reports_accepts_one(schema, medlint, house, write):
    write({"a.md": "They last forever. A bargain.", "b.md": b"\0", "c.md": "Text."})
    write({"d.md": "<!-- medlint-ignore House.Forever: quoted -->\n\nThey last forever."})
    report = medlint(".", "gone.md", "--output", "json").report
    one = schema("report")
    assert [error.message for error in one.iter_errors(report)] == []
    report["files"][0]["alerts"][0]["severity"] = "fatal"
    assert not one.is_valid(report)
