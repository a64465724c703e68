from __future__ import annotations

from medlint import wire, wording
from medlint.alerts import FileError, FileReport, Report
from medlint.rules import Source


def test_a_count_of_one_is_singular_and_thousands_are_parted() -> None:
    assert wording.count(1, "file") == "1 file"
    assert wording.count(0, "file") == "0 files"
    assert wording.count(1234, "word") == "1,234 words"


def test_a_run_without_alerts_says_how_much_was_read() -> None:
    report = Report((FileReport("a.md", words=1200), FileReport("b.md", words=34)))
    assert wording.found(report, wire.summary(report)) == "No alerts in 2 files (1,234 words)."


def test_a_run_without_files_says_so() -> None:
    assert wording.found(Report(()), wire.summary(Report(()))) == "No files to lint."


def test_severities_without_alerts_are_left_out() -> None:
    counts = {"files": 1, "words": 1, "suppressed": 0, "failed": 0, "by_rule": {}}
    one = wire.Summary(errors=0, warnings=2, suggestions=0, **counts)
    two = wire.Summary(errors=1, warnings=0, suggestions=2, **counts)
    three = wire.Summary(errors=3, warnings=2, suggestions=1, **counts)
    assert wording.severities(one) == "2 warnings"
    assert wording.severities(two) == "1 error and 2 suggestions"
    assert wording.severities(three) == "3 errors, 2 warnings and 1 suggestion"


def test_files_not_read_and_files_read_in_part_are_counted_apart() -> None:
    error = FileError("missing", "no such file")
    report = Report((FileReport("a", error=error), FileReport("b", error=error, words=3)))
    assert list(wording.failures(report)) == [
        "1 file could not be linted.",
        "1 file could be linted only in part.",
    ]


def test_a_message_that_begins_with_the_path_does_not_say_it_twice() -> None:
    assert wording.failure("a.md", FileError("missing", "a.md: no such file")) == "no such file"
    assert wording.failure("a.md", FileError("rule", "rule A.B failed")) == "rule A.B failed"


def test_a_note_that_many_files_share_is_given_once() -> None:
    report = Report(
        (
            FileReport("a", notes=("no engine", "old")),
            FileReport("b", notes=("no engine", "known")),
        ),
        notes=("known",),
    )
    assert list(wording.notes(report)) == ["known", "2 files: no engine", "a: old"]


def test_a_source_is_cited_with_what_it_has() -> None:
    assert wording.cited(Source("Code", "rule 3", "2024")) == "Code, rule 3 (2024)"
    assert wording.cited(Source("Code")) == "Code"


def test_a_source_that_was_not_read_says_so():
    source = Source("Code", year="2024", check="knowledge", jurisdiction="uk")
    assert wording.cited(source) == "UK: Code (2024) [from memory: verify]"
    assert wording.cited(Source("Code", check="text")) == "Code"
