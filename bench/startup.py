"""Compare the cost of starting medlint with that of a bare interpreter, in one run.

    python bench/startup.py

CPU seconds of whole processes, the median of several, taken in turn. They are this machine's own:
compare the differences and ratios, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9
PAGE = "# Peels\n\nA light peel loosens the outermost layer of the skin.\n" * 40


def cpu_seconds(command: list[str]) -> float:
    """Return the CPU time of one process."""
    before = os.times()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.md"
        page.write_text(PAGE)
        lint = [sys.executable, "-m", "medlint", "check", str(page), "--isolated"]
        commands = {
            "bare interpreter": [sys.executable, "-c", "pass"],
            "import medlint": [sys.executable, "-c", "import medlint"],
            "one clean page, claim rules": [*lint, "--ignore", "Grammar,Readability"],
            "one clean page, all rules": lint,
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(cpu_seconds(command))
    bare = statistics.median(times["bare interpreter"])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:<28} {median * 1000:7.0f} ms CPU   {(median - bare) * 1000:+7.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
