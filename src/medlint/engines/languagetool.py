"""LanguageTool through language-tool-python: a server the user has prepared, never a download.

Settings: ``url`` of a running server, or ``folder`` that holds the jars (``LanguageTool-6.8`` or
the folder above it), from which a server of our own is started on the loopback address and ended
with this process. The public service is asked only if the user gives its address.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import socket
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from medlint.engines import EngineAlert
from medlint.errors import EngineError
from medlint.spans import from_utf16

TIMEOUT = 30
"""Seconds to wait for one answer."""

_LANGUAGES = {"us": "en-US", "uk": "en-GB", "au": "en-AU", "ca": "en-CA"}
_LOOPBACK = "127.0.0.1"
_JAVA_OPTIONS = "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
_SERVER_CONFIG = {
    "pipelineCaching": True,
    "maxPipelinePoolSize": 2,
    "pipelineExpireTimeInSeconds": 3600,
    "cacheSize": 1000,
}
_JAR = "languagetool-server.jar"
_FAILURES: dict[tuple[str, str], str] = {}
_HOW = (
    "give `url` (a running server) or `folder` (its jars) in the settings, at engines.languagetool"
)


def analyse(
    text: str, dialect: str = "us", settings: Mapping[str, object] | None = None
) -> tuple[EngineAlert, ...]:
    """Return what LanguageTool says of a plain text, in order. Raises EngineError.

    ``kind`` is LanguageTool's category. Answers are kept, so that several rules ask only once.
    """
    given = settings or {}
    return _analyse(text, dialect, str(given.get("url") or ""), str(given.get("folder") or ""))


@lru_cache(maxsize=4096)
def _analyse(text: str, dialect: str, url: str, folder: str) -> tuple[EngineAlert, ...]:
    if dialect not in _LANGUAGES:
        raise EngineError(
            f"LanguageTool has no dialect `{dialect}`; choose one of {', '.join(_LANGUAGES)}"
        )
    if not text.strip():
        return ()
    return tuple(_alert(match, text) for match in _ask(text, _LANGUAGES[dialect], url, folder))


def _ask(text: str, language: str, url: str, folder: str) -> Any:
    """Return the server's matches. A server that failed once is not asked again."""
    if (url, folder) in _FAILURES:
        raise EngineError(_FAILURES[url, folder])
    try:
        return _client(url or _start(_library(), _jars(folder)), language).check(text)
    except EngineError as error:
        _FAILURES[url, folder] = str(error)
        raise
    except Exception as error:
        where = f"at {url}" if url else f"started from {folder}"
        _FAILURES[url, folder] = (
            f"the LanguageTool server {where} does not answer ({_reason(error)}); see that it"
            " runs, or leave the engine out"
        )
        raise EngineError(_FAILURES[url, folder]) from None


def _reason(error: Exception) -> str:
    if error.__cause__:
        return type(error.__cause__).__name__
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


def _alert(match: Any, text: str) -> EngineAlert:
    start = int(match.offset)
    end = start + from_utf16(text[start:], int(match.error_length))
    return EngineAlert(
        start, end, match.category, match.rule_id, match.message, tuple(match.replacements)
    )


def _library() -> Any:
    try:
        import language_tool_python
    except ImportError as error:
        raise EngineError(
            f"the engine languagetool cannot be loaded ({error}); install it with"
            " `pip install 'medlint[languagetool]'`"
        ) from None
    return language_tool_python


@lru_cache(maxsize=8)
def _client(url: str, language: str) -> Any:
    class Client(_library().LanguageTool):  # type: ignore[misc]
        _TIMEOUT = TIMEOUT

    proxies = {"no_proxy": f"localhost,{_LOOPBACK}"}
    return Client(language, remote_server=url.rstrip("/") + "/", proxies=proxies)


@lru_cache(maxsize=2)
def _start(library: Any, home: Path) -> str:
    """Start a server from a folder of jars and return its URL. Raises EngineError."""
    if not shutil.which("java"):
        raise EngineError(
            "LanguageTool needs Java 17 or newer, and there is no `java` on the PATH; install it,"
            " or give the `url` of a server that runs elsewhere"
        )

    class Server(library.LanguageTool):  # type: ignore[misc]
        def _start_server_on_free_port(self) -> None:
            # The library would try 918 ports, minutes long, when the server cannot start at all.
            self._port = _free_port()
            self._url = f"http://{_LOOPBACK}:{self._port}/v2/"
            self._start_local_server()

    version = home.name.removeprefix("LanguageTool-")
    try:
        with _environment(
            LTP_PATH=str(home.parent), JAVA_TOOL_OPTIONS=_JAVA_OPTIONS, no_proxy=_LOOPBACK
        ):
            server = Server(
                "en-US",
                host=_LOOPBACK,
                config=_SERVER_CONFIG,
                language_tool_download_version=version,
            )
    except Exception as error:
        raise EngineError(
            f"the LanguageTool server in {home} does not start ({_reason(error)}); see that Java is"
            " 17 or newer and that the folder is complete"
        ) from None
    atexit.register(server.close)
    return f"http://{_LOOPBACK}:{server.port}/"


def _jars(folder: str) -> Path:
    """Return the folder ``LanguageTool-<version>`` with the jars. Raises EngineError."""
    if not folder:
        raise EngineError(f"the engine languagetool has no server: {_HOW}")
    given = Path(folder).expanduser().resolve()
    homes = [given, *sorted(given.glob("LanguageTool-*"), reverse=True)]
    for home in homes:
        core = home / "libs" / "languagetool-core.jar"
        if home.name.startswith("LanguageTool-") and (home / _JAR).is_file() and core.is_file():
            return home
    raise EngineError(
        f"no LanguageTool in {folder}: a folder LanguageTool-<version> with {_JAR} and libs/ is"
        f" expected there; {_HOW}"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    saved = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in saved.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
