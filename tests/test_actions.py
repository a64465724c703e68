import msgspec
import pytest

from medlint import actions
from medlint.actions import Action


def action(name, *params):
    return msgspec.convert({"name": name, "params": params}, Action, strict=False)


@pytest.mark.parametrize(
    ("params", "text", "result"),
    [
        (["replace", "a", "e"], "glam", "glem"),
        (["remove", "!?"], "w!o?w", "wow"),
        (["regex", r"(\d+)percent", "$1%"], "50percent", "50%"),
        (["trim", "*"], "*wow*", "wow"),
        (["trim_left", "*"], "*wow*", "wow*"),
        (["trim_right", "!"], "Wow!!", "Wow"),
        (["truncate", ":"], "Peels: facts", "Peels"),
        (["split", " ", 2], "the option --now", "--now"),
        (["split", " ", "9"], "one two", "one two"),
        (["wrap", "`"], "x", "`x`"),
        (["unwrap", "`"], "`x`", "x"),
        (["prefix", "Dr "], "Lee", "Dr Lee"),
        (["suffix", "."], "End", "End."),
        (["squeeze", "!"], "wow!!! yes!", "wow! yes!"),
        (["capitalize"], "glow on", "Glow on"),
        (["uncapitalize"], "Glow", "glow"),
        (["smart"], '"It\'s"...', "“It’s”…"),
        (["dumb"], "“It’s”…", '"It\'s"...'),
        (["ascii"], "café’s", "cafe's"),
        (["words"], "skinGlow", "skin Glow"),
        (["digits"], "5 to 10", "510"),
        (["lower"], "GLOW", "glow"),
        (["upper"], "spf", "SPF"),
        (["title"], "a day of glow", "A Day of Glow"),
        (["sentence"], "Glow Now", "Glow now"),
        (["simple"], "skinGlow", "skin glow"),
        (["kebab"], "skinGlow", "skin-glow"),
        (["snake"], "Skin Glow", "skin_glow"),
        (["camel"], "Skin glow", "skinGlow"),
        (["pascal"], "skin glow", "SkinGlow"),
        ([["split", " ", "1"], ["wrap", "*"]], "go now", "*now*"),
        (["trim_right", "!", "upper"], "wow!", "WOW"),
    ],
)
def test_edit(params, text, result):
    assert actions.replacements(action("edit", *params), text) == (result,)


def test_replace_gives_its_options_with_groups():
    options = action("replace", "$1 b", "$0")
    assert actions.replacements(options, "xy", ("xy", "x")) == ("x b", "xy")
    assert actions.replacements(options, "xy") == (" b", "xy")


def test_the_other_actions():
    assert actions.replacements(action("remove"), "really") == ("",)
    assert actions.replacements(action("convert", "simple"), "skinGlow") == ("skin glow",)
    assert actions.replacements(action("suggest", "spellings"), "glwo") == ()
    assert actions.replacements(None, "x") == ()


@pytest.mark.parametrize(
    ("options", "phrase"),
    [([], ""), (["a"], "a"), (["a", "b"], "'a' or 'b'"), (["a", "b", "c"], "'a', 'b', or 'c'")],
)
def test_listed(options, phrase):
    assert actions.listed(options) == phrase


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (("explode",), "Invalid enum value 'explode'"),
        (("edit",), "`edit` needs an operation"),
        (("edit", "fold"), "no operation `fold`"),
        (("edit", "replace", "a"), "the operation `replace` of `edit` takes 2 arguments"),
        (("edit", "split", " ", "x"), "`split` takes a separator and a number"),
        (("edit", "regex", "(a", ""), r"bad regular expression `(a` in `action`"),
        (("convert", "fancy"), "`convert` takes one parameter: simple"),
    ],
)
def test_actions_that_do_not_exist(given, reason):
    with pytest.raises(msgspec.ValidationError) as caught:
        action(*given)
    assert reason in str(caught.value)
