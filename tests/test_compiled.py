"""A library is kept by the content it was made from; a bad cache only costs time."""

import os
import subprocess
import sys

import pytest

from medlint import compiled, packs
from medlint.errors import RuleError

RULE = """
    extends: existence
    message: m
    tokens: [%s]
    unless: [negated]
    examples: {bad: ["They ⟦%s⟧."], good: ["They fade."]}
"""


def rule(token: str) -> str:
    return RULE % (token, token)


@pytest.fixture
def cache(tmp_path_factory, monkeypatch):
    """Return the folder of a cache of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return compiled.folder()


@pytest.fixture
def house(write):
    return write({"packs/House/A.yml": rule("glow"), "packs/words/days.yml": "words: [days]"})


@pytest.fixture
def load(cache, house):
    return lambda: compiled.load([house / "packs"])


@pytest.fixture
def no_reading(monkeypatch):
    """Make it an error to read rule files one by one."""

    def read(paths):
        raise AssertionError("the packs were read again")

    return lambda: monkeypatch.setattr(packs, "load", read)


def tokens(library):
    return library.rules["House.A"].parameters.tokens


def test_the_library_is_the_same_fresh_and_from_the_cache(load, house, no_reading):
    fresh = load()
    plain = packs.load([house / "packs"])
    no_reading()
    kept = load()
    assert kept.rules == fresh.rules == plain.rules
    assert kept.guards == fresh.guards == plain.guards
    assert kept.packs == fresh.packs == plain.packs
    assert kept.literals.keys() == fresh.literals.keys()
    for id, literals in fresh.literals.items():
        assert literals is None or set(literals) == set(kept.literals[id] or ())
        assert (literals is None) == (kept.literals[id] is None)


def test_a_changed_rule_is_seen(load, write):
    assert tokens(load()) == ("glow",)
    write({"packs/House/A.yml": rule("blow")})
    assert tokens(load()) == ("blow",)


def test_a_new_rule_and_one_that_is_gone_are_seen(load, write, house):
    load()
    write({"packs/House/B.yml": rule("shine")})
    assert {"House.A", "House.B"} <= load().rules.keys()
    (house / "packs/House/A.yml").unlink()
    assert "House.A" not in load().rules


def test_a_changed_word_list_is_seen(load, write):
    write({"packs/House/A.yml": rule("days").replace("[days]", '["<days>"]')})
    assert tokens(load()) == ("(?:days)",)
    write({"packs/words/days.yml": "words: [weeks]"})
    assert tokens(load()) == ("(?:weeks)",)


def test_a_broken_rule_is_refused_each_time(load, write):
    write({"packs/House/A.yml": "extends: existence"})
    for _ in range(2):
        with pytest.raises(RuleError, match="`message` is missing"):
            load()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="truncated"),
        pytest.param(lambda data: b"\xff" * len(data), id="corrupt"),
        pytest.param(lambda data: b"\x93\x01\x02\x03", id="foreign"),
        pytest.param(lambda data: data.replace(b"existence", b"existense"), id="unknown check"),
    ],
)
def test_a_cache_that_cannot_be_used_is_written_anew(load, cache, no_reading, spoil):
    expected = load().rules
    (file,) = cache.glob("*.msgpack")
    file.write_bytes(spoil(file.read_bytes()))
    assert load().rules == expected
    no_reading()
    assert load().rules == expected


def test_a_folder_that_cannot_be_written_only_costs_time(load, cache):
    cache.write_text("a file stands in the way")
    assert load().rules == load().rules
    assert cache.read_text() == "a file stands in the way"


def test_a_user_without_a_home_only_loses_the_cache(house, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert "House.A" in compiled.load([house / "packs"]).rules


def test_what_is_called_a_rule_and_cannot_be_opened_is_named(load, house):
    (house / "packs/House/B.yml").mkdir()
    with pytest.raises(RuleError, match=r"packs/House/B\.yml"):
        load()


def test_the_sixteen_newest_are_kept(load, cache):
    cache.mkdir(parents=True)
    for age in range(20):
        old = cache / f"{age}.msgpack"
        old.write_bytes(b"")
        os.utime(old, (age, age))
    load()
    left = {file.stem for file in cache.iterdir()}
    assert len(left) == 16
    assert {str(age) for age in range(5, 20)} < left


def test_two_processes_may_write_at_once(load, cache, house):
    code = "import sys, pathlib; from medlint import compiled\n"
    code += "print(len(compiled.load([pathlib.Path(sys.argv[1])]).rules))"
    command = [sys.executable, "-c", code, str(house / "packs")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate()[0] for process in both]
    assert answers == [f"{len(load().rules)}\n"] * 2
    assert len(list(cache.iterdir())) == 1
