"""Lint files and check that every alert's span stands at the words it names.

    python bench/spans.py examples docs

Exit code 1 if a span does not, 2 if a file could not be linted.
"""

from __future__ import annotations

import html
import re
import sys

from medlint import Alert, Config, Linter

_WORD = re.compile(r"\w+")


def points_at_its_words(source: str, alert: Alert) -> bool:
    """Tell whether the source at the span reads as the match, markup and masks aside."""
    place = source[alert.span.start : alert.span.end]
    words = _WORD.findall(html.unescape(place))
    wanted = iter(words)
    return all(word in wanted for word in _WORD.findall(alert.match))


def main(paths: list[str]) -> int:
    report = Linter(Config(jurisdictions=("us", "uk", "eu", "au", "ca"))).lint_paths(paths)
    wrong = [
        (file.path, alert)
        for file in report.files
        for alert in file.alerts
        if not points_at_its_words(file.source, alert)
    ]
    for path, alert in wrong:
        print(f"{path}:{alert.line}:{alert.column}: {alert.rule} {alert.match!r}")
    for path, error in report.errors:
        print(f"{path}: {error.message}")
    words = sum(file.words for file in report.files)
    alerts = sum(len(file.alerts) for file in report.files)
    print(
        f"{len(report.files)} files, {words} words, {alerts} alerts,"
        f" {len(wrong)} spans wrong, {len(report.errors)} files failed"
    )
    return 2 if report.errors else int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["examples"]))
