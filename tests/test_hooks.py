"""The pre-commit hook, run by the real pre-commit against a clone of this repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: medlint
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a git checkout of medlint"),
]


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", "-c", "user.name=A Writer", "-c", "user.email=writer@example.org", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=clean_environment(),
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.strip()


def clean_environment() -> dict[str, str]:
    """Leave out what git sets for hooks, and virtual environments that pip would install into."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "VIRTUAL_ENV"))}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository of copy that uses the hook."""
    base = tmp_path_factory.mktemp("hook")
    clone, site = base / "medlint", base / "site"
    git(base, "clone", "--quiet", str(ROOT), str(clone))
    site.mkdir()
    git(site, "init", "--quiet")
    config = CONFIG.format(repo=clone, rev=git(clone, "rev-parse", "HEAD"))
    (site / ".pre-commit-config.yaml").write_text(config)
    (site / "medlint.toml").write_text('jurisdictions = ["uk"]\nexclude = ["drafts/"]\n')
    return site


def commit(site: Path, text: str, name: str = "page.md") -> subprocess.CompletedProcess[str]:
    """Stage a page and run the hook over what is staged, as a commit would."""
    page = site / name
    page.parent.mkdir(exist_ok=True)
    page.write_text(text)
    git(site, "add", ".")
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color", "never"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        env=clean_environment(),
    )


def test_the_hook_stops_a_bad_page_until_it_is_mended(site: Path) -> None:
    bad = commit(site, "# Lips\n\nYour new lips last forever.\n")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "error[Claims.Permanence]" in bad.stdout
    assert "page.md:3:15" in bad.stdout
    assert "= why:" in bad.stdout

    mended = commit(site, "# Lips\n\nFillers do not last forever.\n")
    assert mended.returncode == 0, mended.stdout + mended.stderr
    assert "Passed" in mended.stdout


def test_the_hook_leaves_out_what_the_settings_exclude(site: Path) -> None:
    run = commit(site, "Your new lips last forever.\n", name="drafts/idea.md")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_hook_does_not_look_at_other_files(site: Path) -> None:
    run = commit(site, "lips = 'last forever'\n", name="code.py")
    assert run.returncode == 0, run.stdout + run.stderr
