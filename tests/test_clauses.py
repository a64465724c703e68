"""Cues, and the clause in which they reach a phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.clauses import Clause, any_of, first, near_after, near_before


def clause(text: str, phrase: str) -> Clause:
    start = text.index(phrase)
    return Clause(text, start, start + len(phrase))


class TestCues:
    @pytest.mark.parametrize("text", ["It can't.", "It can’t.", "It CAN'T.", "can't"])
    def test_any_case_and_any_apostrophe(self, text):
        assert first(any_of(("can't",)), text)

    def test_whole_words_only(self):
        assert not first(any_of(("no",)), "another note")

    def test_a_space_matches_any_white_space(self):
        assert first(any_of(("too good",)), "too\ngood")

    def test_punctuation_needs_no_space_before_it(self):
        assert first(any_of((":",)), "less: more")
        assert first(any_of((", (?:we|you)",)), "now, we start")

    def test_no_cues_find_nothing(self):
        assert any_of(()) is None
        assert first(None, "text") is None


class TestClause:
    def test_it_lies_between_the_last_break_before_and_the_first_after(self):
        narrowed = clause("one; two; here I am; three; four", "here").within(any_of((";",)))
        assert narrowed.text == " here I am"
        assert (narrowed.before, narrowed.after) == (" ", " I am")

    def test_a_break_in_the_phrase_is_none(self):
        whole = clause("left but right", "left but")
        assert whole.within(any_of(("but",))) == whole

    def test_a_break_may_look_at_what_follows_in_the_phrase(self):
        narrowed = clause("no pain, it lasts", "it lasts").within(any_of((",(?= it)",)))
        assert narrowed.before == " "

    def test_a_look_alike_is_blanked_and_nothing_moves(self):
        text = "not only soft but permanent"
        blanked = clause(text, "permanent").without(any_of(("not only",)))
        assert len(blanked.text) == len(text)
        assert not blanked.cue_before(any_of(("not",)))
        assert blanked.text.endswith("soft but permanent")

    def test_the_last_cue_before_the_phrase_counts(self):
        cue = clause("may and might work, maybe may", "work").cue_before(any_of(("may", "might")))
        assert cue is not None
        assert cue.group() == "might"

    def test_a_cue_behind_a_break_does_not_reach_back(self):
        sentence = clause("permanent, which it is not possible", "permanent")
        cues = any_of(("is not possible",))
        assert sentence.cue_after(cues, None)
        assert not sentence.cue_after(cues, any_of(("which",)))

    def test_a_cue_may_begin_with_the_break(self):
        sentence = clause("permanent, but results vary", "permanent")
        assert sentence.cue_after(any_of(("but results vary",)), any_of(("but",)))

    def test_around_leaves_the_phrase_out(self):
        assert not first(any_of(("cure",)), clause("we cure it", "cure").around)

    @given(st.text("ab;, "), st.text("xy", min_size=1), st.text("ab;, "))
    def test_narrowing_keeps_the_phrase(self, before, phrase, after):
        whole = Clause(before + phrase + after, len(before), len(before) + len(phrase))
        narrowed = whole.within(any_of((";", ",")))
        assert narrowed.text[narrowed.start : narrowed.end] == phrase
        assert not {";", ","} & set(narrowed.text)


class TestNearness:
    def test_cues_before_must_end_within_the_gap(self):
        assert first(near_before(("risk of",), 1), "the risk of very ")
        assert not first(near_before(("risk of",), 1), "the risk of very deep ")

    def test_cues_after_must_begin_within_the_gap(self):
        assert first(near_after(("scars?",), 1), " deep scars")
        assert not first(near_after(("scars?",), 1), " and very deep scars")

    def test_no_cues_make_no_expression(self):
        assert near_before((), 3) is None
        assert near_after((), 3) is None
