import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import expressions
from medlint.expressions import translate


def found(pattern, text, *, ignorecase=False, **how):
    compiled = expressions.compile(translate(pattern, **how), ignorecase)
    return [match.group() for match in expressions.find(compiled, text)]


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"\w+", "naïve 5ml", ["na", "ve", "5ml"]),
        (r"\d+", "٣ and 3", ["3"]),
        (r"a\sb", "a b a\u00a0b", ["a b"]),
        (r"[\w-]+", "é-glow", ["-glow"]),
        (r"[^\d]", "1a", ["a"]),
        (r"\W", "aé", ["é"]),
        (r"[\W]", "aé_", ["é"]),
        (r"[\D]", "1x", ["x"]),
        (r"[\S]+", "ab cd", ["ab", "cd"]),
        (r"\bna\b", "naïve na", ["na"]),
        ("^b", "a\nb", []),
        ("(?m)^b", "a\nb", ["b"]),
        ("a$", "a\n", []),
        ("(?m)a$", "a\nb", ["a"]),
        ("(?m:^b)|^c", "a\nb\nc", ["b"]),
        (r"\Ab|b\z", "bab", ["b", "b"]),
        (r"a\Z", "a\n", ["a"]),
        ("(?i)glow", "GLOW", ["GLOW"]),
        ("a(?i)b|c", "aB C c", ["aB", "C", "c"]),
        ("(?:a(?i)b)c", "aBc aBC", ["aBc"]),
        ("(?i:a)b", "Ab AB", ["Ab"]),
        ("(?i)a(?-i:b)", "Ab AB", ["Ab"]),
        ("a(?s).b", "a\nb", ["a\nb"]),
        ("a.b", "a\nb", []),
        ("(?x) a  b # both\n", "ab", ["ab"]),
        (r"\x{201C}\w+", "“glow”", ["“glow"]),
        (r"[\x{201C}\x{201D}]", "“glow”", ["“", "”"]),
        (r"[[:upper:]]+", "Glow NOW", ["G", "NOW"]),
        (r"\p{Lu}", "éÉ", ["É"]),
        ("[]a]", "]", ["]"]),
        ("[[a]", "[", ["["]),
        ("(?<=a+)b", "aab", ["b"]),
        ("(?P<x>a)(?P=x)", "aa", ["aa"]),
        ("(?<x>a)b", "ab", ["ab"]),
        ("a{e}", "a{e} b", ["a{e}"]),
        ("a{,2}", "aa a{,2}", ["a{,2}"]),
        ("a{2}", "aa", ["aa"]),
        ("(?>a+)b", "aab", ["aab"]),
        ("(?#why)a", "a", ["a"]),
        ("(?=a)(?!b).(?<!c)", "ab", ["a"]),
    ],
)
def test_vale_s_dialect(pattern, text, matches):
    assert found(pattern, text) == matches


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("for ever", "for\n  ever", ["for\n  ever"]),
        ("for  ever", "for ever", ["for ever"]),
        ("for[ ]ever", "for\never", []),
        (r"for\ ever", "for\never", []),
        ("for ?ever", "forever for ever for\never", ["forever", "for ever"]),
        ("(?x)for ever", "forever", ["forever"]),
    ],
)
def test_blanks_in_a_token_match_any_white_space(pattern, text, matches):
    assert found(pattern, text, spaces=True) == matches


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("it's", "it’s"), ("pain-free", "pain‑free"), ("5 ml", "5\u00a0ml"), ("a(?:'b|-c)", "a‐c")],
)
def test_loose_matches_typographic_kin(pattern, text):
    assert found(pattern, text, spaces=True, loose=True) == [text]
    assert found(pattern, text, spaces=True) == []


_SIMPLE = st.recursive(
    st.text("ab -'{é.", min_size=1, max_size=4).map(re.escape)
    | st.sampled_from(
        [r"\w", r"\d", r"\S", r"[a-c]", r"[^\s-]", r"\b", "^", "$", ".", "[ab]", " "]
    ),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"({part})?"),
        inner.map(lambda part: f"(?:{part}){{1,2}}"),
        inner.map(lambda part: f"(?i){part}"),
        inner.map(lambda part: f"(?m:{part})"),
        inner.map(lambda part: f"(?={part})"),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(_SIMPLE, st.booleans(), st.booleans())
def test_what_compiles_still_compiles_when_translated(pattern, spaces, loose):
    regex.compile(pattern)
    regex.compile(translate(expressions.WORDS % pattern, spaces=spaces, loose=loose))


@st.composite
def _pattern_and_text(draw, depth=3):
    """A regular expression without assertions, and a text that it matches."""
    kind = draw(st.integers(0, 6)) if depth else 0
    if kind == 0:
        text = draw(st.text("abcXY' -", min_size=1, max_size=6))
        return re.escape(text), text
    one = draw(_pattern_and_text(depth - 1))
    if kind == 1:
        two = draw(_pattern_and_text(depth - 1))
        return one[0] + two[0], one[1] + two[1]
    if kind == 2:
        two = draw(_pattern_and_text(depth - 1))
        return f"(?:{one[0]}|{two[0]})", draw(st.sampled_from([one[1], two[1]]))
    if kind == 3:
        return f"({one[0]})?", draw(st.sampled_from(["", one[1]]))
    if kind == 4:
        return f"(?:{one[0]}){{1,3}}", one[1] * draw(st.integers(1, 3))
    if kind == 5:
        return f"{one[0]}[a-f]", one[1] + draw(st.sampled_from("abf"))
    return f"(?i){one[0]}", one[1].swapcase()


@settings(deadline=None)
@given(_pattern_and_text())
def test_every_match_holds_one_of_the_literals(pair):
    pattern, text = pair
    translated = translate(pattern)
    assert regex.fullmatch(translated, text)
    given_literals = expressions.literals([translated])
    assert given_literals is None or any(one in text.lower() for one in given_literals)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("Forever", {"forever"}),
        ("for(?:ever|good)", {"forever", "forgood"}),
        ("(?:very )?safe", {"very safe", "safe"}),
        ("(?:abc)+", {"abc"}),
        (r"\d+ percent", {" percent"}),
        ("(?=safe)x", None),
        ("(?:safe)?", None),
        ("safe|ok", None),
        ("ab", None),
        (r"\p{Lu}safe", None),
        ("[[:alpha:]]safe", None),
        ("[^a]safe", {"safe"}),
        (".*", None),
    ],
)
def test_literals(pattern, literals):
    assert expressions.literals([translate(pattern)]) == literals


def test_one_pattern_without_literals_leaves_the_rule_without_any():
    assert expressions.literals(["forever", "a+"]) is None


def test_a_bad_expression_is_named_with_its_key():
    expressions.validate("(?:fine)", tokens=["fine"])
    with pytest.raises(ValueError, match=r"bad regular expression `b\[` in `tokens`"):
        expressions.validate("(?:fine|b[)", tokens=["fine", "b["])
    with pytest.raises(ValueError, match="the parts of tokens put together"):
        expressions.validate("(?:a|b))", tokens=["a", "b"])


@pytest.mark.parametrize(
    ("pattern", "result"),
    [
        ("(a)(?:b)(?=c)", "(?:a)(?:b)(?=c)"),
        (r"\(a\)[(]", r"\(a\)[(]"),
        (r"(a)(b)\2", r"(?:a)(?P<k_2>b)(?P=k_2)"),
        (r"[](](a)\\1", r"[](](?:a)\\1"),
    ],
)
def test_ungrouped(pattern, result):
    assert expressions.ungrouped(pattern, "k") == result


def test_groups_sees_the_match_in_its_place():
    joined = expressions.compile(r"x|(?<=a)b(?:c)")
    own = expressions.compile(r"(?<=a)b(c)(d)?")
    (match,) = expressions.find(joined, "abc bc")
    assert expressions.groups(own, match) == ("bc", "c", "")
    assert expressions.groups(expressions.compile("b"), match) is None


@pytest.mark.parametrize(
    ("template", "result"),
    [("$1 and ${2}", "a and b"), ("$0", "ab"), ("$$1", "$1"), ("$9!", "!"), ("5 $", "5 $")],
)
def test_fill(template, result):
    assert expressions.fill(template, ("ab", "a", "b")) == result


def test_spellings():
    assert expressions.spellings("OAuth2?") == {"OAuth", "OAuth2"}
    assert expressions.spellings(r"a+") == frozenset()
    assert expressions.spellings("(((") == frozenset()


def test_a_pattern_that_runs_away_is_stopped(monkeypatch):
    monkeypatch.setattr(expressions, "TIMEOUT", 0.05)
    slow = expressions.compile(r"((a|a.|aa)+)+$(?<=b)")
    with pytest.raises(TimeoutError):
        list(expressions.find(slow, "a" * 2000))
