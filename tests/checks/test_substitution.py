import pytest

from medlint.checks import Environment

REPLACE = {"name": "replace"}


def shown(matches, text, **keys):
    return [match.arguments for match in matches("substitution", text, **keys)]


def test_the_message_gets_the_better_words_and_the_match(matches):
    assert shown(matches, "We utilise it.", swap={"utilise": "use"}) == [("use", "utilise")]


def test_the_longest_key_wins(matches):
    swap = {"laser": "light", "laser hair removal": "hair reduction", "hair removal": "reduction"}
    found = shown(matches, "laser hair removal, hair removal, laser", swap=swap)
    assert found == [
        ("hair reduction", "laser hair removal"),
        ("reduction", "hair removal"),
        ("light", "laser"),
    ]


@pytest.mark.parametrize(
    ("swap", "text", "found"),
    [
        ({"botox": "Botox"}, "BOTOX, Botox, botox", ["BOTOX", "botox"]),
        ({"nodejs|node.js": r"Node\.js"}, "nodejs, Node.js", ["nodejs"]),
        ({"start(?:ed)?": "begin|started"}, "start, started", ["start"]),
        ({"x-ray": "X-[Rr]ay"}, "x-ray, X-Ray, X-ray", ["x-ray"]),
        ({"obvious": ""}, "obvious", ["obvious"]),
        ({"a lot of (gains)": "many $1"}, "A lot of gains", ["A lot of gains"]),
        ({"(glow)s?": "(("}, "glows", ["glows"]),
    ],
)
def test_what_is_right_already_is_left_alone(words, swap, text, found):
    assert words("substitution", text, swap=swap, ignorecase=True) == found


def test_a_look_around_sees_the_text_around_the_match(words):
    swap = {"(?<!un)safe(?! house)": "tolerated", "(?:promise)d?(?= results)": "suggest"}
    text = "unsafe, safe, safe house; promised results, promises"
    assert words("substitution", text, swap=swap, nonword=True) == ["safe", "promised"]


def test_groups_of_the_key_fill_the_replacement(matches):
    swap = {r"(\w+)(?:-| )like skin": "$1 skin", "(a)(b)": "$2$1", "(fast) (?=acting)": "${1}est "}
    assert shown(matches, "baby-like skin", swap=swap) == [("baby skin", "baby-like skin")]
    assert shown(matches, "ab", swap=swap) == [("ba", "ab")]
    assert shown(matches, "fast acting", swap=swap, nonword=True) == [("fastest ", "fast ")]


def test_a_back_reference_means_the_group_of_its_own_key(matches):
    swap = {r"(\w+) and \1 (now)": "$1", "(x)(y)": "z"}
    assert shown(matches, "on and on now", swap=swap) == [("on", "on and on now")]
    assert shown(matches, "on and off now", swap=swap) == []


def test_the_action_offers_options(matches):
    swap = {"start(?:ed)?": r"begin|commence|a\|b"}
    (match,) = matches("substitution", "We started.", swap=swap, action=REPLACE)
    assert match.replacements == ("begin", "commence", "a|b")
    assert match.arguments == ("'begin', 'commence', or 'a|b'", "started")


def test_without_the_action_options_are_shown_as_written(matches):
    (match,) = matches("substitution", "We start.", swap={"start": "begin|commence"})
    assert (match.arguments[0], match.replacements) == ("begin|commence", ())


def test_an_action_of_its_own(matches):
    action = {"name": "edit", "params": ["upper"]}
    (match,) = matches("substitution", "spf cream", swap={"spf": "SPF"}, action=action)
    assert (match.arguments, match.replacements) == (("SPF", "spf"), ("SPF",))


def test_a_simple_expression_is_shown_as_the_spelling_that_fits(matches):
    swap = {"oauth ?2?": "OAuth2?", "nodejs": r"Node\.js"}
    found = shown(matches, "oauth2, oauth, nodejs", swap=swap)
    assert found == [("OAuth2", "oauth2"), ("OAuth", "oauth"), (r"Node\.js", "nodejs")]


@pytest.mark.parametrize(
    ("key", "results"),
    [
        ("capitalize", ["About", "about", "About"]),
        ("matchcase", ["About", "about", "ABOUT"]),
    ],
)
def test_the_replacement_takes_the_case_of_the_match(matches, key, results):
    keys = {"swap": {"circa": "about"}, "ignorecase": True, "action": REPLACE, key: True}
    found = matches("substitution", "Circa five, circa six, CIRCA SEVEN", **keys)
    assert [match.replacements[0] for match in found] == results


def test_exceptions_and_vocabulary(words):
    keys = {"swap": {"log in": "sign in", "sign-in": "sign in"}, "ignorecase": True}
    text = "Log in; the log in page; Sign-in; sign-in"
    excepted = {"exceptions": ["log in page", "Sign-in"]}
    assert words("substitution", text, **keys, **excepted) == ["Log in", "sign-in"]
    environment = Environment(vocabulary=("Sign-in",))
    assert "Sign-in" not in words("substitution", text, **keys, environment=environment)
    assert "Sign-in" in words("substitution", text, **keys, vocab=False, environment=environment)


def test_literals(literals):
    assert literals("substitution", swap={"utili[sz]e": "use", "leverage": "use"}) == {
        "utilise",
        "utilize",
        "leverage",
    }


@pytest.mark.parametrize(
    ("swap", "reason"),
    [({}, "needs `swap`"), ({"ok": "x", "(bad": "y"}, "bad regular expression `(bad` in `swap`")],
)
def test_keys_that_cannot_be_used(refusal, swap, reason):
    assert reason in refusal("substitution", swap=swap)
