"""Formulas are read, not executed: arithmetic passes, everything else is refused."""

import pytest

from medlint.formulas import evaluate, formula, names


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(words / sentences) % 3", 2),
        ("-words", -40),
        ("round(words / 3, 1)", 13.3),
        ("math.sqrt(words + 9)", 7),
        ("math.max(words, 50)", 50),
        ("words > 9 && sentences < 9", True),
        ("words < 9 || !(sentences == 9)", True),
        ("1 < sentences < 5", False),
        ("heading.h2 + unheard_of", 2),
    ],
)
def test_arithmetic(text, value):
    assert evaluate(formula(text), {"words": 40, "sentences": 8, "heading.h2": 2}) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 +",
        "'text'",
        "words ** 9",
        "9 ** 9 ** 9",
        "1e400",
        "True",
        "[words]",
        "words if 1 else 2",
        "lambda: 1",
        "print(1)",
        "__import__('os')",
        "math.system(1)",
        "math.sqrt(x=1)",
        "math.sqrt(*words)",
        "words << 9",
        "words in sentences",
        "f'{words}'",
        "(words := 1)",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r"expression|formula|number|function|argument"):
        formula(text)


def test_names_are_those_it_reads():
    assert set(names(formula("math.sqrt(words) + heading.h2 / round(words, 2)"))) == {
        "words",
        "heading.h2",
    }


def test_division_by_zero_is_arithmetic():
    with pytest.raises(ArithmeticError):
        evaluate(formula("1 / words"), {})
