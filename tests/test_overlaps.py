"""One phrase gets one alert: the severest, then the longest; it names the others."""

from medlint.alerts import Alert
from medlint.overlaps import merge
from medlint.spans import Span


def alert(rule: str, start: int, end: int, severity="warning", category="permanence") -> Alert:
    return Alert(
        rule, category, severity, "high", "m", "x" * (end - start), Span(start, end), 1, 1, 1, 1
    )


def left(*alerts: Alert) -> list[tuple[str, tuple[str, ...]]]:
    return [(kept.rule, kept.also) for kept in merge(alerts)]


def test_the_severest_of_claims_that_overlap_stays_and_names_the_others():
    long, severe = alert("A.Long", 0, 20), alert("A.Severe", 5, 9, "error")
    assert left(long, severe) == [("A.Severe", ("A.Long",))]


def test_of_equal_severity_the_longest_stays():
    assert left(alert("A.Long", 0, 9), alert("A.Short", 4, 9)) == [("A.Long", ("A.Short",))]


def test_claims_that_only_touch_both_stay():
    assert left(alert("A.One", 0, 5), alert("A.Two", 5, 9)) == [("A.One", ()), ("A.Two", ())]


def test_what_a_kept_claim_does_not_cover_keeps_its_own_alert():
    chain = [alert("A.One", 0, 6), alert("A.Two", 4, 10, "error"), alert("A.Three", 8, 14)]
    assert left(*chain) == [("A.Two", ("A.One", "A.Three"))]
    beside = [alert("A.Wide", 0, 20), alert("A.One", 0, 4, "error"), alert("A.Far", 10, 12)]
    assert left(*beside) == [("A.One", ("A.Wide",)), ("A.Far", ())]


def test_a_claim_does_not_hide_an_alert_on_language():
    language = alert("G.Slip", 0, 5, category="spelling")
    assert left(alert("A.One", 0, 5), language) == [("A.One", ()), ("G.Slip", ())]


def test_a_claim_that_asks_for_proof_stands_for_an_uncited_assertion_on_its_words():
    uncited = alert("E.Uncited", 2, 6, category="uncited_assertion")
    number = alert("A.Number", 0, 5, category="quantified")
    assert left(number, uncited) == [("A.Number", ("E.Uncited",))]
    best = alert("A.Best", 0, 5, category="superlative")
    assert left(best, uncited) == [("A.Best", ()), ("E.Uncited", ())]


def test_an_uncited_assertion_on_other_words_stays():
    uncited = alert("E.Uncited", 6, 9, category="uncited_assertion")
    number = alert("A.Number", 0, 5, category="quantified")
    assert left(number, uncited) == [("A.Number", ()), ("E.Uncited", ())]


def test_a_faulty_citation_is_never_taken_for_a_claim():
    faulty = alert("E.Doi", 0, 5, category="malformed_doi")
    assert left(alert("A.One", 0, 5), faulty) == [("A.One", ()), ("E.Doi", ())]
