"""The sentences that every report for people says in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medlint.alerts import FileError, Report
from medlint.rules import Source
from medlint.wire import Summary

NOT_ADVICE = "medlint is a writing aid, not legal advice."


def count(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 file``, ``1,234 words``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def found(report: Report, summary: Summary) -> str:
    """Return the sentence that closes a run: what was found, and in how much text."""
    if not summary.files:
        return "No files to lint."
    words = f"({count(summary.words, 'word')})"
    if not summary.alerts:
        return f"No alerts in {count(summary.files, 'file')} {words}."
    hit = sum(any(not alert.suppressed for alert in file.alerts) for file in report.files)
    return f"Found {severities(summary)} in {hit:,} of {count(summary.files, 'file')} {words}."


def severities(summary: Summary) -> str:
    """Return the counts by severity as words: ``3 errors, 2 warnings and 1 suggestion``."""
    numbers = (summary.errors, summary.warnings, summary.suggestions)
    parts = [
        count(number, noun)
        for number, noun in zip(numbers, ("error", "warning", "suggestion"), strict=True)
        if number
    ]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def failure(path: str, error: FileError) -> str:
    """Return what is wrong with a file, without its path where the message begins with it."""
    return error.message.removeprefix(f"{path}: ")


def failures(report: Report) -> Iterator[str]:
    """Yield a sentence for files that could not be read, and one for those linted in part."""
    partial = sum(bool(file.error and file.words) for file in report.files)
    unread = len(report.errors) - partial
    if unread:
        yield f"{count(unread, 'file')} could not be linted."
    if partial:
        yield f"{count(partial, 'file')} could be linted only in part."


def notes(report: Report) -> Iterator[str]:
    """Yield what the run and its files have to say, each once, with the files it is about."""
    yield from dict.fromkeys(report.notes)
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for file in report.files:
        for note in dict.fromkeys(file.notes):
            paths[note].append(file.path)
    for note, places in paths.items():
        if note not in report.notes:
            yield f"{places[0] if len(places) == 1 else count(len(places), 'file')}: {note}"


def cited(source: Source) -> str:
    """Return a source as one cites it: ``UK: title, section (year)``."""
    named = ", ".join(filter(None, (source.title, source.section)))
    if source.jurisdiction:
        named = f"{source.jurisdiction.upper()}: {named}"
    dated = f"{named} ({source.year})" if source.year else named
    return f"{dated} [from memory: verify]" if source.check == "knowledge" else dated
