"""medlint: a linter for aesthetic-medicine copy.

    from medlint import Linter, Config

    report = Linter(Config(jurisdictions=("uk",))).lint_text("Your new lips last forever.")
    for alert in report.alerts:
        print(alert.line, alert.column, alert.rule, alert.message)

Offsets are code points into the original text, end exclusive; lines and columns start at 1.
"""

from medlint.alerts import (
    Alert,
    Confidence,
    Edit,
    FileError,
    FileReport,
    Fix,
    Held,
    Related,
    Report,
    Severity,
    Suppression,
)
from medlint.config import Config
from medlint.errors import ConfigError, EngineError, ReadError, RuleError, UserError
from medlint.linter import Linter, lint_file, lint_paths, lint_text
from medlint.rules import Rule
from medlint.spans import Span

__all__ = [
    "Alert",
    "Confidence",
    "Config",
    "ConfigError",
    "Edit",
    "EngineError",
    "FileError",
    "FileReport",
    "Fix",
    "Held",
    "Linter",
    "ReadError",
    "Related",
    "Report",
    "Rule",
    "RuleError",
    "Severity",
    "Span",
    "Suppression",
    "UserError",
    "lint_file",
    "lint_paths",
    "lint_text",
]
