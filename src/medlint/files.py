"""Which files to lint, and their text."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.errors import ReadError
from medlint.readers import EXTENSIONS, format_of

if TYPE_CHECKING:
    import pathspec

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to lint, as the user named it, or the reason why it cannot be."""

    path: str
    error: ReadError | None = None


def walk(
    paths: Iterable[str],
    exclude: tuple[str, ...] = (),
    *,
    root: str = "",
    force: bool = False,
    seen: set[str] | None = None,
) -> Iterator[Found]:
    """Yield the files to lint, each once: named files, and readable formats in named folders.

    Folders honour ``.gitignore`` and ``exclude`` (gitignore syntax, from ``root``); hidden and
    dependency folders are left out. A named file is linted even if excluded, unless ``force``.
    ``seen`` collects the files (their real paths), for a walk that goes on in another call.
    """
    seen = set() if seen is None else seen
    excluded = _Excluded(exclude, root)
    for path in paths:
        for found in _expand(path, excluded, force):
            key = os.path.realpath(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def _expand(path: str, excluded: _Excluded, force: bool) -> Iterator[Found]:
    shown = path.replace(os.sep, "/")
    if os.path.isdir(path):  # noqa: PTH112  (paths are shown as they were given)
        yield from _folder(path, excluded)
    elif not os.path.lexists(path):
        yield Found(shown, ReadError("missing", f"{shown}: no such file or folder"))
    elif force and (excluded(Path(path)) or ignored(Path(path))):
        return
    elif format_of(path) is None:
        known = ", ".join(sorted(EXTENSIONS))
        message = f"{shown}: not a format medlint reads; it reads {known}"
        yield Found(shown, ReadError("unsupported", message))
    else:
        yield Found(shown)


def _folder(path: str, excluded: _Excluded) -> Iterator[Found]:
    ignore = _Gitignore.above(Path(path))
    stack: list[tuple[str, _Gitignore]] = [(path, ignore)]
    while stack:
        folder, ignore = stack.pop()
        ignore = ignore.within(Path(folder))
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            shown = folder.replace(os.sep, "/")
            yield Found(
                shown, ReadError("unreadable", f"{shown}: cannot be opened: {error.strerror}")
            )
            continue
        folders = []
        for entry in entries:
            here = Path(entry.path)
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or ignore(here, is_folder) or excluded(here):
                continue
            if is_folder and entry.name not in _SKIPPED:
                folders.append((entry.path, ignore))
            elif format_of(entry.name) and os.path.isfile(entry.path):  # noqa: PTH113
                shown = entry.path.removeprefix("./") if path == "." else entry.path
                yield Found(shown.replace(os.sep, "/"))
        stack += reversed(folders)


def ignored(path: Path) -> bool:
    """Tell whether git would ignore a file."""
    ignore = _Gitignore.above(path.parent).within(path.parent)
    return ignore(path, False)


class _Excluded:
    """The user's exclude patterns."""

    def __init__(self, patterns: tuple[str, ...], root: str) -> None:
        self._root = Path(root).absolute() if root else Path.cwd()
        self._spec = _spec(patterns) if patterns else None

    def __call__(self, path: Path) -> bool:
        if self._spec is None:
            return False
        try:
            relative = _absolute(path).relative_to(self._root).as_posix()
        except ValueError:
            return False
        return self._spec.match_file(relative) or self._spec.match_file(relative + "/")


@dataclass(frozen=True, slots=True)
class _Gitignore:
    """The .gitignore files that hold in a folder, outermost first."""

    specs: tuple[tuple[Path, pathspec.GitIgnoreSpec], ...] = ()

    @classmethod
    def above(cls, folder: Path) -> _Gitignore:
        """Return what holds above a folder, from its git root down."""
        absolute = _absolute(folder)
        chain = []
        for parent in (absolute, *absolute.parents):
            chain.append(parent)
            if (parent / ".git").exists():
                break
        else:
            return cls()
        ignore = cls()
        for parent in reversed(chain[1:]):
            ignore = ignore.within(parent)
        return ignore

    def within(self, folder: Path) -> _Gitignore:
        """Return what holds in a folder: its own file added."""
        file = folder / ".gitignore"
        if not file.is_file():
            return self
        lines = tuple(file.read_text(encoding="utf-8", errors="replace").splitlines())
        return _Gitignore((*self.specs, (_absolute(folder), _spec(lines))))

    def __call__(self, path: Path, is_folder: bool) -> bool:
        verdict = False
        for base, spec in self.specs:
            try:
                relative = _absolute(path).relative_to(base).as_posix()
            except ValueError:
                continue
            result = spec.check_file(relative + "/" if is_folder else relative).include
            verdict = verdict if result is None else result
        return verdict


def _absolute(path: Path) -> Path:
    """Return the path from the root, ``..`` resolved, symbolic links not."""
    return Path(os.path.abspath(path))  # noqa: PTH100


@lru_cache(maxsize=256)
def _spec(lines: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    import pathspec  # noqa: PLC0415  (57 ms, and only folders need it)

    return pathspec.GitIgnoreSpec.from_lines(lines)


def matches(glob: str, path: str, root: str) -> bool:
    """Tell whether a gitignore-style glob names a path below a root."""
    return _Excluded((glob,), root)(Path(path))


def read(path: str, limit: int) -> str:
    """Return a file's text, byte order mark and line ends kept.

    Raises ReadError for a file that is missing, no regular file, larger than ``limit`` bytes,
    binary or not UTF-8; the message says what to do.
    """
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("not_a_file", f"{path}: not a regular file")
        if status.st_size > limit:
            raise ReadError(
                "too_large",
                f"{path}: {status.st_size:,} bytes, more than the limit of {limit:,}; raise"
                " `max-file-size` in the settings if this is prose",
            )
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReadError("unreadable", f"{path}: cannot be read: {error.strerror}") from None
    return decode(data, path)


def decode(data: bytes, path: str) -> str:
    """Return bytes as text. Raises ReadError if they are not UTF-8 prose."""
    if data.startswith(_UTF16):
        raise ReadError("encoding", f"{path}: UTF-16 text; save it as UTF-8")
    if b"\0" in data:
        raise ReadError("binary", f"{path}: a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            "encoding",
            f"{path}:{line}: not UTF-8 at byte {error.start} (0x{data[error.start]:02x}); if it is"
            f" Latin-1, convert it: iconv -f LATIN1 -t UTF-8",
        ) from None
