import pytest

from medlint.evidence.assertions import Family, asserts, clause
from medlint.expressions import compile
from medlint.spans import Span

FAMILY = Family(
    triggers=compile(r"\d+%|studies show", ignorecase=True),
    about=compile("skin|lines", ignorecase=True),
    excepted=compile(r"\d+% acid|no studies", ignorecase=True),
    exempt=compile(r"^(?:we|apply)\b", ignorecase=True),
    exempt_sentence=compile("our audit"),
)


def found(text):
    return [text[s.start : s.end] for s in asserts(FAMILY, text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studies show that lines soften by 40%.", ["Studies show", "40%"]),
        ("Prices fell by 40%.", []),
        ("Lines soften with 10% acid.", []),
        ("Lines soften by 40% with 10% acid.", ["40%"]),
        ("No studies show that lines soften.", []),
        ("We soften lines by 40%.", []),
        ("We love light — lines soften by 40%.", ["40%"]),
        ("Tip: apply it so that skin gains 40%.", []),
        ("Apply it daily, because studies show softer lines.", ["studies show"]),
        ("In our audit, 40% saw softer lines.", []),
        ("Did 40% see softer lines?", []),
        ("“Did 40% see softer lines?”", []),
    ],
)
def test_a_trigger_asserts_unless_its_clause_or_sentence_exempts_it(text, expected):
    assert found(text) == expected


def test_a_clause_ends_at_dash_semicolon_and_because():
    text = "We peel; lines soften — always, because light helps"
    assert clause(text, text.index("lines"), text.index("lines") + 5) == "lines soften"
    assert clause(text, text.index("light"), text.index("light") + 5) == "because light helps"
