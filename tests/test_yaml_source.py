"""YAML is read as Vale reads it; what is broken is named with line and column, on one line."""

from typing import Any

import msgspec
import pytest

from medlint.errors import RuleError
from medlint.yaml_source import convert, read, scalar, weaken


@pytest.fixture
def source(tmp_path):
    def given(text):
        path = tmp_path / "Rule.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(path, "Rule.yml")

    return given


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('a: "open\nb: c\n', "3:1", "while scanning a quoted scalar (line 1), found unexpected"),
        ("a:\n\t- x\n", "2:1", "that is a tab, and YAML wants spaces"),
        ("a: 1\n---\nb: 2\n", "2:1", "but found another document"),
        ("a: 1\nb: \a\n", "2:1", "control characters are not allowed (character U+0007)"),
        ("? [a, b]\n: c\n", "1:3", "a key must be a word"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "the key `a` stands twice"),
        ("a: &x [*x]\nb: *y\n", "2:4", "found undefined alias"),
        ("", "1:1", "a YAML mapping (`key: value` lines) is expected here"),
        ("- a\n", "1:1", "a YAML mapping (`key: value` lines) is expected here"),
        ("\ufeff", "1:1", "a YAML mapping"),
        (b"a: caf\xe9\n", "1:1", "not UTF-8 text (invalid continuation byte); save it as UTF-8"),
    ],
)
def test_broken_yaml_is_one_line_with_its_place(source, text, place, what):
    with pytest.raises(RuleError) as caught:
        source(text)
    message = str(caught.value)
    assert message.startswith(f"Rule.yml:{place}: ")
    assert what in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(RuleError, match=r"^gone\.yml: cannot be read: No such file"):
        read(tmp_path / "gone.yml", "gone.yml")


def test_words_that_yaml_1_1_makes_booleans_stay_words(source):
    assert source("a: no\nb: on\nc: 2020-01-01\nd: true").data == {
        "a": "no",
        "b": "on",
        "c": "2020-01-01",
        "d": True,
    }


def test_keys_may_be_written_in_any_case(source):
    assert source("Extends: existence\nMESSAGE: m").data == {"extends": "existence", "message": "m"}


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...] = ()


class Outer(msgspec.Struct, frozen=True):
    inner: tuple[Inner, ...] = ()
    count: int = 0
    levels: dict[str, str] = msgspec.field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("inner:\n  - name: a\n  - naem: b", "3:5", "unknown key `naem`; did you mean `name`?"),
        ("inner:\n  - words: [x]", "2:5", "missing required field `name`"),
        ("count: many", "1:1", "`count`: Expected `int`, got `str`"),
        (
            "inner: [{name: a, words: [ok, {a: b}]}]",
            "1:31",
            "Expected `str`, got a mapping; text that holds `: `, such as `(?: of)`, needs",
        ),
    ],
)
def test_a_value_of_the_wrong_shape_is_named_with_its_place(source, text, place, what):
    one = source(text)
    with pytest.raises(RuleError) as caught:
        convert(one, one.data, Outer)
    assert str(caught.value).startswith(f"Rule.yml:{place}: ")
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("value", "type_", "result"),
    [
        ("one", tuple[str, ...], ["one"]),
        (None, tuple[str, ...], []),
        ([1, True, None], tuple[str, ...], ["1", "1", ""]),
        ([{"a": "b"}, {"c": 1}], dict[str, str], {"a": "b", "c": "1"}),
        ({1: False}, dict[str, str], {"1": "0"}),
        ({"x": 1}, Any, {"x": 1}),
        (3, int, 3),
    ],
)
def test_values_are_brought_nearer_to_their_type_as_in_vale(value, type_, result):
    assert weaken(value, type_) == result


@pytest.mark.parametrize(("value", "text"), [(None, ""), (True, "1"), (False, "0"), (1.5, "1.5")])
def test_scalars_print_as_in_vale(value, text):
    assert scalar(value) == text
