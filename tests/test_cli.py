"""The program as it is run: exit codes, one line for each mistake, and ways it may be cut short."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from medlint import cli
from medlint.commands import COMMANDS

PROGRAM = [sys.executable, "-m", "medlint"]


def test_a_path_alone_is_checked(house, medlint, write):
    write({"page.md": "They last forever."})
    assert medlint("page.md").out == medlint("check", "page.md").out != ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(medlint, name):
    ran = medlint(name, "--help")
    assert ran.code == 0
    assert f"usage: medlint {name}" in ran.out
    assert len(ran.out.splitlines()) > 8


def test_help_names_every_command(medlint):
    ran = medlint("--help")
    assert ran.code == 0
    assert all(f"    {name} " in ran.out for name in COMMANDS)


def test_the_version_is_one_line_and_all_versions_if_asked_for(medlint):
    assert medlint("--version").out.startswith("medlint ")
    assert len(medlint("--version").out.splitlines()) == 1
    assert "\nspacy " in medlint("--version", "--verbose").out


def test_an_unknown_option_is_a_mistake(medlint):
    ran = medlint("check", "--outptu", "json")
    assert (ran.code, ran.out) == (2, "")
    assert "--outptu" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--jurisdiction", "ukk"], "unknown jurisdiction `ukk`; did you mean `uk`? (known are us"),
        (["--select", "Claimz"], "no rule or pack is called `Claimz`; did you mean `Claims`?"),
        (["--config", "gone.toml"], "gone.toml: cannot be read: No such file or directory"),
        (["--config", "x.toml", "--isolated"], "--isolated and --config exclude each other"),
        (["--output", "jsn"], "--output jsn: no such format; known are concise, github"),
        (["--output", "text", "--output", "json"], "--output: two formats go to the same place"),
        (["--output", "json=no/such/folder.json"], "no/such/folder.json: cannot be written: No"),
    ],
)
def test_a_mistake_in_an_option_is_one_line_and_exit_2(medlint, write, arguments, message):
    write({"page.md": "Text."})
    ran = medlint("page.md", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"medlint: error: {message}")
    assert ran.err.count("\n") == 1


def test_a_defect_in_medlint_asks_for_a_report_and_is_exit_2(medlint, write, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("a defect")

    monkeypatch.setattr("medlint.runner.Linter", fail)
    write({"page.md": "Text."})
    ran = medlint("page.md")
    assert ran.code == 2
    assert "RuntimeError: a defect" in ran.err
    assert "internal error; please report it with:\nmedlint " in ran.err


def test_an_interruption_is_exit_130(medlint, write, monkeypatch):
    def interrupt(*_arguments, **_settings):
        raise KeyboardInterrupt

    monkeypatch.setattr("medlint.runner.find", interrupt)
    write({"page.md": "Text."})
    ran = medlint("page.md")
    assert (ran.code, ran.out, ran.err) == (cli.INTERRUPTED, "", "medlint: interrupted\n")


@pytest.mark.slow
def test_ctrl_c_ends_a_real_run_without_a_trace(house):
    with subprocess.Popen(
        [*PROGRAM, "batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": 1, "text": "They last forever."}\n')
        process.stdin.flush()
        assert b'"id":1' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == cli.INTERRUPTED
        assert process.stderr.read() == b"medlint: interrupted\n"


@pytest.mark.slow
def test_a_reader_that_goes_away_leaves_no_trace(house, write):
    write({f"{i}.md": "They last forever.\n\n" * 400 for i in range(20)})
    with subprocess.Popen(
        [*PROGRAM, ".", "--output", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == cli.FAILED
        assert process.stderr.read() == b""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_standard_output_is_one_line_and_exit_2(house, write):
    write({"page.md": "They last forever."})
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "medlint", "check", "page.md", "--output", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.startswith("medlint: error: standard output cannot be written: ")
    assert "Traceback" not in run.stderr


def test_standard_input_of_a_real_process_is_linted(house):
    run = subprocess.run(
        [*PROGRAM, "-", "--stdin-filename", "page.md", "--output", "concise"],
        input="Café 😀 *last* forever: they last forever.\n".encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert run.returncode == 1
    assert run.stdout.decode().startswith("page.md:1:9: ")


@pytest.mark.slow
def test_a_line_of_twenty_million_characters_is_refused_and_the_rest_is_linted(house, write):
    write({"a.txt": b"word " * 4_000_000, "b.md": "They last forever."})
    run = subprocess.run(
        [*PROGRAM, "a.txt", "b.md", "--output", "concise"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 2
    assert "a.txt" in run.stdout + run.stderr
    assert "20,000,000 bytes, more than the limit of 5,000,000" in run.stdout + run.stderr
    assert "b.md:1:6: " in run.stdout
