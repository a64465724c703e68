"""``medlint batch``: one record a line in, one answer a line out, in order."""

import json

import pytest

SELECT = ("--select", "House")


@pytest.fixture(autouse=True)
def in_the_house(house):
    return house


@pytest.fixture
def answers(medlint):
    """Return ``answers(*records, …)``: the answers to records, each a mapping or a raw line."""

    def given(*records, arguments=SELECT, code=0):
        lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
        ran = medlint("batch", *arguments, stdin=b"\n".join(lines) + b"\n")
        assert (ran.code, ran.err) == (code, "")
        return ran.lines

    return given


def rules(answer):
    return [alert["rule"] for alert in answer["alerts"]]


def test_answers_come_in_the_order_of_the_records_with_their_ids(answers):
    ids = [3, "a", 1, None, {"page": 2}, "a"]
    records = [{"id": id, "text": f"A bargain {i}."} for i, id in enumerate(ids)]
    assert [answer["id"] for answer in answers(*records)] == ids


def test_an_answer_has_exactly_the_fields_of_the_interface(answers):
    text = "😀 Café: they are sure to last forever."
    (answer,) = answers({"id": "x", "text": text})
    assert set(answer) == {"id", "alerts"}
    (alert,) = answer["alerts"]
    assert alert == {
        "rule": "House.Forever",
        "category": "permanence",
        "severity": "error",
        "confidence": "high",
        "start": 25,
        "end": 37,
        "line": 1,
        "column": 26,
        "match": "last forever",
        "message": "'last forever' promises a result for good.",
        "also": ["House.Promise"],
    }
    assert text[25:37] == "last forever"


def test_a_clean_record_has_no_alerts_and_no_error(answers):
    assert answers({"id": 1, "text": "They fade."}) == [{"id": 1, "alerts": []}]


@pytest.mark.parametrize(
    ("line", "id", "error"),
    [
        (b"not json", None, "not a record: JSON is malformed"),
        (b"[1, 2]", None, "not a record: Expected `object`, got `array`"),
        (b'{"text": "A bargain."}', None, "not a record: Object missing required field `id`"),
        (b'{"id": 7}', 7, "not a record: Object missing required field `text`"),
        (b'{"id": 7, "text": 1}', 7, "not a record: Expected `str`, got `int` - at `$.text`"),
        (b'{"id": 7, "text": "\xff"}', None, "not a record: "),
        (
            b'{"id": 7, "text": "x", "format": "docx"}',
            7,
            "unknown format `docx`; known are html, markdown, text",
        ),
        (
            b'{"id": 7, "text": "x", "jurisdictions": ["uk", "xx"]}',
            7,
            "unknown jurisdiction `xx`; known are us, uk",
        ),
        (b'{"id": 7, "text": "x", "dialect": "nz"}', 7, "not a record: Invalid enum value 'nz'"),
        (b'{"id": 7, "text": "x", "audience": "all"}', 7, "not a record: Invalid enum value 'all'"),
    ],
)
def test_a_line_that_cannot_be_used_gets_an_error_and_the_run_goes_on(answers, line, id, error):
    before, answer, after = answers(
        {"id": 1, "text": "A bargain."}, line, {"id": 2, "text": "A bargain."}, code=2
    )
    assert answer["id"] == id
    assert answer["alerts"] == []
    assert answer["error"].startswith(error)
    assert rules(before) == rules(after) == ["House.Bargain"]


def test_blank_lines_are_passed_over(answers):
    record = {"id": 1, "text": "A bargain."}
    assert len(answers(b"", record, b"   ", b"\r", record)) == 2


def test_fields_that_are_null_or_unknown_change_nothing(answers):
    nulls = dict.fromkeys(("format", "jurisdictions", "audience", "intent", "dialect"))
    (answer,) = answers({"id": 1, "text": "A bargain.", "source": "cms", **nulls})
    assert rules(answer) == ["House.Bargain"]


def test_the_format_is_text_unless_given(answers):
    text = "They last <b>forever</b>."
    plain, html, markdown = answers(
        {"id": 1, "text": text},
        {"id": 2, "text": text, "format": "html"},
        {"id": 3, "text": "They last *forever*.", "format": "markdown"},
    )
    assert rules(plain) == []
    assert rules(html) == rules(markdown) == ["House.Forever"]


def test_the_jurisdictions_of_a_record_stand_over_the_settings(answers):
    text = "A voucher."
    got = answers(
        {"id": 1, "text": text},
        {"id": 2, "text": text, "jurisdictions": ["uk"]},
        {"id": 3, "text": text, "jurisdictions": ["US", "FR"]},
        {"id": 4, "text": text, "jurisdictions": []},
        arguments=(*SELECT, "--jurisdiction", "au"),
    )
    assert [[a["severity"] for a in answer["alerts"]] for answer in got] == [
        [],
        ["error"],
        ["warning"],
        [],
    ]


def test_the_audience_and_the_intent_of_a_record_reach_the_guards(answers, write):
    for name in ("audience", "intent"):
        write(
            {f"packs/guards/by_{name}.yml": f"extends: page\n{name}: [professional, information]"}
        )
        write(
            {
                f"packs/House/By{name}.yml": f"""
                    extends: existence
                    message: m
                    tokens: [toxin]
                    unless: [by_{name}]
                    examples: {{bad: ["⟦toxin⟧"]}}
                """
            }
        )
    text = "A toxin."
    public, professional, information = answers(
        {"id": 1, "text": text},
        {"id": 2, "text": text, "audience": "professional"},
        {"id": 3, "text": text, "intent": "information"},
    )
    assert rules(public) == ["House.Byaudience", "House.Byintent"]
    assert rules(professional) == ["House.Byintent"]
    assert rules(information) == ["House.Byaudience"]


def test_the_dialect_of_a_record_reaches_the_speller(answers, write):
    write({"packs/House/Spell.yml": "extends: spelling\nmessage: m"})
    text = "The colour of the centre."
    uk, us = answers(
        {"id": 1, "text": text, "dialect": "uk"}, {"id": 2, "text": text, "dialect": "us"}
    )
    assert rules(uk) == []
    assert [alert["match"] for alert in us["alerts"]] == ["colour", "centre"]


def test_waived_alerts_are_left_out(answers):
    text = "[//]: # (medlint-ignore House.Bargain: a brand)\nA bargain.\n"
    assert rules(answers({"id": 1, "text": text})[0]) == []


def test_an_empty_input_is_an_empty_answer(medlint):
    ran = medlint("batch", stdin=b"")
    assert (ran.code, ran.out) == (0, "")
