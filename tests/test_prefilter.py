"""One scan tells which rules can match: never too few."""

from hypothesis import given
from hypothesis import strategies as st

from medlint.prefilter import Prefilter


def test_a_rule_wakes_where_one_of_its_literals_is():
    prefilter = Prefilter({"A": ["forever", "for life"], "B": ["cure"], "C": None})
    assert prefilter.awake("It lasts FOREVER.") == {"A", "C"}
    assert prefilter.awake("A cure for life.") == {"A", "B", "C"}
    assert prefilter.awake("") == {"C"}


def test_literals_that_overlap_are_all_found():
    prefilter = Prefilter({"A": ["permanent result"], "B": ["result"], "C": ["permanent"]})
    assert prefilter.awake("permanent result") == {"A", "B", "C"}


def test_rules_without_a_literal_always_run():
    assert Prefilter({"A": None}).awake("anything") == {"A"}
    assert Prefilter({"A": None, "B": ["x"]}).always == {"A"}


LITERALS = st.text("abc ", min_size=1, max_size=4)


@given(
    st.dictionaries(st.sampled_from("ABCDE"), st.lists(LITERALS, max_size=3)), st.text("abcABC ")
)
def test_it_agrees_with_a_search_for_each_literal(literals, text):
    expected = {id for id, strings in literals.items() if any(s in text.lower() for s in strings)}
    assert Prefilter(literals).awake(text) == expected
