"""The guides are true: links lead somewhere, and every setting, check and command is in them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from medlint.checks import CHECKS
from medlint.cli import main
from medlint.commands import COMMANDS
from medlint.config import Config
from medlint.config_file import Settings
from medlint.writers import WRITERS

ROOT = Path(__file__).parents[2]
GUIDES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_links_between_guides_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("field", msgspec.structs.fields(Settings), ids=lambda f: f.encode_name)
def test_every_setting_is_explained(field: msgspec.structs.FieldInfo) -> None:
    assert f"| `{field.encode_name}` |" in guide("configuration.md")


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "suppression"])
def test_every_check_is_explained(name: str) -> None:
    assert re.search(rf"`{name}`|^#+ {name}\b", guide("rules.md"), re.MULTILINE), name


@pytest.mark.parametrize("name", WRITERS)
def test_every_output_is_named_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_teaches(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line and not line.startswith(("usage:", " ")) for line in lines)


def test_the_rule_in_the_readme_passes_its_own_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rule,) = [b for b in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "extends:" in b]
    pack = tmp_path / "House"
    pack.mkdir()
    (pack / "Plump.yml").write_text(rule, encoding="utf-8")
    assert main(["test", str(pack)]) == 0, capsys.readouterr().out


def test_the_settings_in_the_readme_can_be_read(tmp_path: Path) -> None:
    (settings,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    file = tmp_path / "medlint.toml"
    file.write_text(settings, encoding="utf-8")
    assert Config.load(file).jurisdictions == ("uk",)


def test_the_python_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert "Claims.Permanence" in capsys.readouterr().out


def test_the_changelog_has_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
