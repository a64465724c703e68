"""Messages are filled as Vale fills them."""

import pytest

from medlint.messages import fill


@pytest.mark.parametrize(
    ("message", "arguments", "text"),
    [
        ("'%s' promises.", ("last forever",), "'last forever' promises."),
        ("Use '%s' for '%s'.", ("a", "b"), "Use 'a' for 'b'."),
        ("Use '%[2]s' for '%[1]s'.", ("a", "b"), "Use 'b' for 'a'."),
        ("%d words", ("31",), "31 words"),
        ("%q", ("a b",), '"a b"'),
        ("100 % sure, %s", ("x",), "100 % sure, x"),
        ("100%% sure", (), "100% sure"),
        ("'%s' and '%s'", ("a",), "'a' and ''"),
        ("no verb", ("a",), "no verb"),
        ("two\n  lines '%s'", ("a\nb",), "two lines 'a b'"),
        ("Use '%s'.", ("'a' or 'b'",), "Use 'a' or 'b'."),
        ("It''s '%s'", ("a",), "It''s 'a'"),
    ],
)
def test_arguments_take_their_place(message, arguments, text):
    assert fill(message, arguments) == text
