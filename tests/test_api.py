"""The public interface, as the guide and other tools use it."""

import inspect
import subprocess
import sys
import zipfile
from typing import Literal, get_origin

import pytest
from hatchling.builders.wheel import WheelBuilder

import medlint
from medlint import Config, Linter, lint_file, lint_paths, lint_text

TEXT = "# Lips\n\nYour new lips last forever. 😀 They last forever.\n"


def test_every_public_name_is_there_and_documented():
    for name in medlint.__all__:
        value = getattr(medlint, name)
        assert get_origin(value) is Literal or inspect.getdoc(value), name


def test_a_text_is_linted_as_the_design_says():
    linter = Linter(Config(jurisdictions=("us",), select=("Claims.Permanence",)))
    report = linter.lint_text(TEXT, path="page.md")
    assert len(report.alerts) == 2
    for alert in report.alerts:
        assert isinstance(alert.rule, str)
        assert (alert.rule, alert.category) == ("Claims.Permanence", "permanence")
        assert alert.severity in ("suggestion", "warning", "error")
        assert alert.confidence in ("low", "medium", "high")
        assert alert.match in alert.message
        assert TEXT[alert.span.start : alert.span.end] == alert.match == "last forever"
        assert alert.line == 3
        assert isinstance(alert.suggestion, str)
    assert [alert.column for alert in report.alerts] == [15, 36]


def test_the_format_comes_from_the_name_or_is_given():
    text = "<p>They last <b>forever</b>.</p>"
    config = Config(select=("Claims.Permanence",))
    assert lint_text(text, "page.html", config=config).alerts[0].match == "last forever"
    assert lint_text(text, format="html", config=config).alerts[0].match == "last forever"
    assert lint_text(text, "page.txt", config=config).alerts == ()


def test_a_report_counts_and_filters(house):
    config = Config.discover(house)
    report = lint_text("They last forever: a bargain, amazing.", config=config)
    assert report.counts() == {"error": 1, "warning": 1, "suggestion": 1}
    assert [alert.severity for alert in report.at_least("warning")] == ["error", "warning"]
    assert report.versions["medlint"]
    assert report.files[0].words == 6


def test_a_file_has_the_settings_of_its_own_folder(house, write):
    write({"sub/page.md": "They last forever.", "elsewhere/.git/x": "", "elsewhere/page.md": "A."})
    assert [alert.rule for alert in lint_file("sub/page.md").alerts] == ["House.Forever"]
    assert lint_file("elsewhere/page.md").alerts == ()


def test_files_and_folders_have_the_settings_of_the_working_folder(house, write):
    write({"sub/page.md": "They last forever.", "b.txt": "A bargain."})
    report = lint_paths(["sub", "b.txt", "gone.md"])
    assert [(file.path, file.status) for file in report.files] == [
        ("sub/page.md", "alerts"),
        ("b.txt", "alerts"),
        ("gone.md", "error"),
    ]
    assert report.errors[0][1].kind == "missing"


def test_a_single_path_stands_for_itself(house, write):
    write({"page.md": "They last forever."})
    assert [file.path for file in lint_paths("page.md").files] == ["page.md"]


def test_settings_may_be_given(write):
    write({"page.md": "Your new lips last forever."})
    assert lint_file("page.md", config=Config(ignore=("ALL",))).alerts == ()


def test_mistakes_are_exceptions_with_one_base():
    for name in ("ConfigError", "EngineError", "ReadError", "RuleError"):
        assert issubclass(getattr(medlint, name), medlint.UserError)
    with pytest.raises(medlint.ConfigError):
        Config(jurisdictions=("xx",))
    with pytest.raises(medlint.RuleError):
        Linter(Config(packs=("nowhere",)))


def test_alerts_cannot_be_changed():
    alert = lint_text(TEXT, config=Config(select=("Claims.Permanence",))).alerts[0]
    with pytest.raises(AttributeError):
        alert.line = 1


@pytest.mark.slow
def test_a_wheel_brings_the_rules(tmp_path, request):
    root = request.config.rootpath
    wheel = next(WheelBuilder(str(root)).build(directory=str(tmp_path)))
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(root / "rules") for path in (root / "rules").rglob("*.yml")}
    assert {f"medlint/_rules/{path.as_posix()}" for path in rules} <= names
    assert {"medlint/py.typed", "medlint/writers/templates/report.html"} <= names


@pytest.mark.slow
def test_an_unpacked_wheel_lints_without_the_repository(tmp_path, request):
    wheel = next(WheelBuilder(str(request.config.rootpath)).build(directory=str(tmp_path)))
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import medlint, medlint.packs\n"
        "assert medlint.packs.builtin().name == '_rules', medlint.packs.builtin()\n"
        "config = medlint.Config(select=('Claims.Permanence',))\n"
        "print(len(medlint.lint_text('Lips that last forever.', config=config).alerts))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "1\n"
