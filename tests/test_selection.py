"""Selectors choose rules by pack, id and alias; the more specific one wins."""

import pytest

from medlint.errors import ConfigError
from medlint.library import Library
from medlint.rules import Rule
from medlint.selection import select

RULES = ("Claims.Permanence", "Claims.Cure", "ClaimsOld.Cure", "Safety.Risk")
LIBRARY = Library(
    {id: Rule(id, "existence", "m", None, aliases=("PERM1",) * ("Perm" in id)) for id in RULES}
)


def chosen(base=(), extend=(), ignore=()):
    return sorted(select(LIBRARY, base, extend, ignore)[0])


@pytest.mark.parametrize(
    ("base", "extend", "ignore", "result"),
    [
        ((), (), (), sorted(RULES)),
        (("ALL",), (), (), sorted(RULES)),
        (("Claims",), (), (), ["Claims.Cure", "Claims.Permanence"]),
        (("claims",), (), (), ["Claims.Cure", "Claims.Permanence"]),
        (("Claims.Cure",), ("Safety",), (), ["Claims.Cure", "Safety.Risk"]),
        (("Claims",), (), ("Claims.Cure",), ["Claims.Permanence"]),
        (("Claims.Cure",), (), ("Claims",), ["Claims.Cure"]),
        (("Claims",), (), ("Claims",), []),
        (("Safety",), ("Claims.Cure",), ("Claims",), ["Claims.Cure", "Safety.Risk"]),
        ((), (), ("ALL",), []),
        ((), ("Safety",), ("ALL",), ["Safety.Risk"]),
        (("perm1",), (), (), ["Claims.Permanence"]),
    ],
)
def test_the_more_specific_selector_wins_and_ignore_at_a_tie(base, extend, ignore, result):
    assert chosen(base, extend, ignore) == result


def test_an_alias_is_answered_with_the_id():
    assert select(LIBRARY, ("PERM1",))[1] == ("PERM1 is an alias of Claims.Permanence",)
    assert select(LIBRARY, ("claims.permanence",))[1] == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Claimz", "did you mean `Claims`?"),
        ("Claims.Permanance", "did you mean `Claims.Permanence`?"),
        ("xyz", "no rule or pack is called `xyz`"),
    ],
)
@pytest.mark.parametrize("where", ["base", "extend", "ignore"])
def test_a_selector_that_names_nothing_is_refused(name, hint, where):
    with pytest.raises(ConfigError) as caught:
        chosen(**{where: (name,)})
    assert hint in str(caught.value)
