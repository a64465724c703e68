"""LanguageTool: a prepared server, one clear error for whatever is amiss, and never a hang."""

import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from medlint.engines import languagetool
from medlint.errors import EngineError

pytest.importorskip("language_tool_python")
JARS = os.environ.get("MEDLINT_LANGUAGETOOL", "")
needs_jars = pytest.mark.skipif(
    not JARS, reason="MEDLINT_LANGUAGETOOL names no folder of LanguageTool jars"
)


@pytest.fixture(autouse=True)
def forgotten_failures():
    languagetool._FAILURES.clear()
    yield
    languagetool._FAILURES.clear()


def prepared(folder: Path) -> Path:
    """Return a folder that looks prepared, with jars that are no jars."""
    home = folder / "LanguageTool-6.8"
    (home / "libs").mkdir(parents=True)
    for jar in (home / "languagetool-server.jar", home / "libs" / "languagetool-core.jar"):
        jar.write_bytes(b"not a jar")
    return home


def test_without_a_setting_it_says_what_to_give():
    with pytest.raises(EngineError, match=r"give `url`.*or `folder`"):
        languagetool.analyse("A text.")


def test_a_folder_without_jars_is_named(tmp_path):
    with pytest.raises(EngineError, match=r"no LanguageTool in .*languagetool-server\.jar"):
        languagetool.analyse("A text.", settings={"folder": str(tmp_path)})
    prepared(tmp_path).joinpath("libs", "languagetool-core.jar").unlink()
    languagetool._FAILURES.clear()
    with pytest.raises(EngineError, match="no LanguageTool in"):
        languagetool.analyse("A text.", settings={"folder": str(tmp_path)})


def test_without_java_it_says_which(tmp_path, monkeypatch):
    prepared(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="needs Java 17 or newer"):
        languagetool.analyse("A text.", settings={"folder": str(tmp_path)})


def test_a_server_that_cannot_start_is_tried_once(tmp_path, monkeypatch):
    home = prepared(tmp_path)
    started = tmp_path / "started"
    java = tmp_path / "java"
    java.write_text(
        "#!/bin/sh\n"
        'case "$*" in *-version*) echo \'openjdk version "17.0.1" 2021-10-19\';;\n'
        f"*) echo start >> {started}; exit 3;; esac\n"
    )
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    for text in ("A text.", "Another text."):
        with pytest.raises(EngineError, match="does not start"):
            languagetool.analyse(text, settings={"folder": str(home)})
    assert started.read_text() == "start\n"


def test_an_absent_package_is_an_engine_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    with pytest.raises(EngineError, match=r"pip install 'medlint\[languagetool\]'"):
        languagetool.analyse("A text.", "ca", {"url": "http://127.0.0.1:9/absent"})


def test_a_server_that_is_not_there():
    with pytest.raises(EngineError, match=r"at http://127\.0\.0\.1:9 does not answer"):
        languagetool.analyse("A text.", settings={"url": "http://127.0.0.1:9"})


class Stub(http.server.BaseHTTPRequestHandler):
    """Speaks LanguageTool's protocol, and hangs when it is asked to check."""

    released = threading.Event()
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self):
        body = b'[{"name": "English", "code": "en", "longCode": "en-US"}]'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.asked.append(self.path)
        self.released.wait(30)

    def log_message(self, *_args):
        pass


def test_a_server_that_hangs_is_left_alone(monkeypatch):
    monkeypatch.setattr(languagetool, "TIMEOUT", 0.2)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        settings = {"url": f"http://127.0.0.1:{server.server_port}"}
        with pytest.raises(EngineError, match="does not answer"):
            languagetool.analyse("A text.", settings=settings)
        asked = len(Stub.asked)
        with pytest.raises(EngineError, match="does not answer"):
            languagetool.analyse("The next text.", settings=settings)
        assert len(Stub.asked) == asked
    finally:
        Stub.released.set()
        server.shutdown()
        server.server_close()


@needs_jars
@pytest.mark.languagetool
class TestServer:
    settings = {"folder": JARS}  # noqa: RUF012

    def test_alerts_are_in_code_points(self):
        text = "😀😀 She go home, and he see 😀😀tset."
        alerts = languagetool.analyse(text, "uk", self.settings)
        found = {text[alert.start : alert.end]: alert for alert in alerts}
        assert found["go"].kind == "GRAMMAR"
        assert "goes" in found["go"].replacements
        assert "tset" in found

    def test_an_emoji_inside_the_alert_counts_once(self):
        text = "Rest. 😀  rest, and go."
        for alert in languagetool.analyse(text, "us", self.settings):
            assert alert.end <= len(text)
            assert alert.start < alert.end

    def test_the_dialect_is_heard(self):
        def rules(dialect):
            return {a.rule for a in languagetool.analyse("The colour.", dialect, self.settings)}

        assert any("MORFOLOGIK" in rule for rule in rules("us"))
        assert not any("MORFOLOGIK" in rule for rule in rules("uk"))

    def test_an_empty_text_is_not_sent(self):
        assert languagetool.analyse(" \n", "us", self.settings) == ()

    def test_the_server_listens_on_loopback_only(self):
        languagetool.analyse("A text.", "us", self.settings)
        client = languagetool._client(
            languagetool._start(languagetool._library(), languagetool._jars(JARS)), "en-US"
        )
        assert client.url.startswith("http://127.0.0.1:")


KILLED = """
import os, sys
from medlint.engines import languagetool
from medlint.errors import EngineError
from language_tool_python import server
settings = {"folder": sys.argv[1]}
assert languagetool.analyse("She go home.", "us", settings)
(process,) = server.RUNNING_SERVER_PROCESSES
process.kill()
process.wait()
try:
    languagetool.analyse("He go home.", "us", settings)
except EngineError as error:
    print(error)
"""

ENDED = """
import sys
from medlint.engines import languagetool
from language_tool_python import server
languagetool.analyse("She go home.", "us", {"folder": sys.argv[1]})
print(server.RUNNING_SERVER_PROCESSES[0].pid)
"""


@needs_jars
@pytest.mark.languagetool
def test_a_server_killed_in_mid_run_gives_an_error():
    run = subprocess.run(
        [sys.executable, "-c", KILLED, JARS], capture_output=True, text=True, check=True
    )
    assert "does not answer" in run.stdout


@needs_jars
@pytest.mark.languagetool
def test_the_server_ends_with_the_program():
    run = subprocess.run(
        [sys.executable, "-c", ENDED, JARS], capture_output=True, text=True, check=True
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(run.stdout), 0)
