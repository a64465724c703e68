"""What tests of the whole program share: a folder with a house pack, and the command line in it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from medlint.cli import main

HOUSE = {
    "Forever": """
        extends: existence
        message: "'%s' promises a result for good."
        level: error
        tokens: [last forever]
        category: permanence
        aliases: [H001]
        why: No treatment is known to keep its effect for life.
        suggest: may last for months
        examples: {bad: ["They ⟦last forever⟧."], good: ["They fade."]}
    """,
    "Promise": """
        extends: existence
        message: "'%s' is a promise."
        level: warning
        tokens: [sure to last forever, sure to please]
        category: guarantee
        examples: {bad: ["It is ⟦sure to please⟧."], good: ["It may please."]}
    """,
    "Bargain": """
        extends: existence
        message: "'%s' presses the reader."
        level: warning
        tokens: [bargain]
        category: urgency_discount
        confidence: medium
        examples: {bad: ["A ⟦bargain⟧."], good: ["A price."]}
    """,
    "Amazing": """
        extends: existence
        message: "'%s' says little."
        level: suggestion
        tokens: [amazing]
        confidence: low
        examples: {bad: ["An ⟦amazing⟧ team."], good: ["A trained team."]}
    """,
    "Voucher": """
        extends: existence
        message: "'%s' may not be offered here."
        level: error
        tokens: [voucher]
        category: urgency_discount
        jurisdictions: {uk: error, eu: warning, default: "off"}
        examples: {bad: ["A ⟦voucher⟧."], good: ["A gift."]}
    """,
}
SETTINGS = """
    packs = ["packs"]
    select = ["House", "Suppression"]
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the program left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    def alerts(self) -> list[tuple[str, str]]:
        """Return (path, rule) of every alert that no directive hides, of a JSON report."""
        return [
            (file["path"], alert["rule"])
            for file in self.report["files"]
            for alert in file.get("alerts", ())
            if not alert["suppressed"]
        ]


Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Write:
    """Return ``write({path: text})``: writes files below the folder, dedented."""

    def given(files: Mapping[str, str | bytes]) -> Path:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, bytes):
                path.write_bytes(text)
            else:
                path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return folder

    return given


@pytest.fixture
def house(write: Write) -> Path:
    """Return the folder with a pack of five rules, and settings that select only it."""
    rules = {f"packs/House/{name}.yml": text for name, text in HOUSE.items()}
    return write({**rules, "medlint.toml": SETTINGS})


@pytest.fixture
def medlint(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Return ``medlint(*arguments, stdin=…)``: runs the program in the folder."""

    def run(*arguments: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as ending:  # argparse's own way out
            code = int(ending.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
