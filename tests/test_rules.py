"""A rule's sources come in the order that serves its reader."""

from medlint.rules import Rule, Source

FAR = Source("Far", jurisdiction="sg", check="text")
MAIN = Source("Main", jurisdiction="us", check="text")
OWN_READ = Source("Own, read", jurisdiction="uk", check="text")
OWN_RECALLED = Source("Own, recalled", jurisdiction="uk", check="knowledge")
UNION = Source("Union", jurisdiction="eu", check="part")


def order(*sources, jurisdictions=()):
    rule = Rule("A.B", "existence", "m", None, sources=sources)
    return [source.title for source in rule.sources_for(jurisdictions)]


def test_the_declared_jurisdiction_comes_first_then_the_main_regulators():
    assert order(FAR, MAIN, OWN_READ, jurisdictions=("uk",)) == ["Own, read", "Main", "Far"]
    assert order(FAR, MAIN) == ["Main", "Far"]


def test_among_equals_the_provision_that_was_read_comes_first():
    found = order(OWN_RECALLED, OWN_READ, jurisdictions=("uk",))
    assert found == ["Own, read", "Own, recalled"]


def test_the_union_speaks_for_its_members():
    assert order(MAIN, UNION, jurisdictions=("de",)) == ["Union", "Main"]
