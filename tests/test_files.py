"""Which files a run reads, and what it says of those it cannot read."""

import os

import pytest

from medlint.errors import ReadError
from medlint.files import decode, matches, read, walk


@pytest.fixture
def found(write):
    """Return ``found(files, *paths, …)``: the paths that a walk yields, in order."""

    def given(files, *paths, **options):
        write(dict.fromkeys(files, "Text.\n") if isinstance(files, list) else files)
        exclude = options.pop("exclude", ())
        return [one.path for one in walk(paths or (".",), exclude, **options)]

    return given


def test_a_folder_gives_the_formats_that_are_read_in_a_stable_order(found):
    files = ["b.md", "a/z.html", "a/y.txt", "c.png", "notes", "d.MD", "B.md"]
    assert found(files) == ["B.md", "b.md", "d.MD", "a/y.txt", "a/z.html"]


def test_hidden_and_dependency_folders_are_left_out(found):
    files = [".cache/a.md", ".b.md", "node_modules/c.md", "x/__pycache__/d.md", "e.md"]
    assert found(files) == ["e.md"]


def test_a_hidden_folder_that_is_named_is_read(found):
    assert found([".site/a.md"], ".site") == [".site/a.md"]


@pytest.mark.parametrize("named", ["./site", "site", "site/", "../folder/site"])
def test_paths_are_shown_as_they_were_given(found, folder, monkeypatch, named):
    (folder / "folder").mkdir()
    monkeypatch.chdir(folder / "folder")
    (folder / "folder" / "site").mkdir()
    (folder / "folder" / "site" / "a.md").write_text("Text.")
    assert [one.path for one in walk([named])] == [os.path.join(named, "a.md")]  # noqa: PTH118


def test_a_file_named_twice_is_read_once(found, folder):
    assert found(["a.md"], "a.md", "./a.md", ".", str(folder / "a.md")) == ["a.md"]


def test_a_link_to_a_file_is_the_file(found, folder):
    (folder / "b.md").symlink_to("a.md")
    assert found(["a.md"]) == ["a.md"]


def test_links_that_lead_in_a_circle_end(found, folder):
    (folder / "site").mkdir()
    (folder / "site" / "again").symlink_to(folder / "site")
    (folder / "site" / "loop.md").symlink_to("loop.md")
    assert found(["site/a.md"]) == ["site/a.md"]


GITIGNORE = {
    ".gitignore": "/build/\n*.txt\n!keep.txt\n",
    "site/.gitignore": "draft*.md\n!draft-final.md\n",
    "build/a.md": "",
    "site/build/b.md": "",
    "c.txt": "",
    "keep.txt": "",
    "site/draft1.md": "",
    "site/draft-final.md": "",
    "draft2.md": "",
}


def test_what_git_ignores_is_left_out_folder_by_folder(found):
    assert found(GITIGNORE) == [
        "draft2.md",
        "keep.txt",
        "site/draft-final.md",
        "site/build/b.md",
    ]


def test_what_git_ignores_above_the_named_folder_counts_up_to_its_root(found, folder):
    (folder / ".git").mkdir()
    assert found(GITIGNORE, "site") == ["site/draft-final.md", "site/build/b.md"]
    assert found({"site/e.txt": ""}, "site") == ["site/draft-final.md", "site/build/b.md"]


def test_beyond_a_git_root_no_gitignore_counts(found, folder):
    (folder / "app" / ".git").mkdir(parents=True)
    assert found({".gitignore": "*.md\n", "app/a.md": ""}, "app") == ["app/a.md"]


def test_a_folder_reached_through_the_parent_has_its_own_gitignore_only(found, folder, monkeypatch):
    (folder / ".git").mkdir()
    (folder / "one").mkdir()
    monkeypatch.chdir(folder / "one")
    files = {"one/.gitignore": "*.md\n", "two/a.md": ""}
    assert found(files, "../two") == ["../two/a.md"]


def test_excluded_paths_are_left_out_of_folders(found):
    files = ["a.md", "drafts/b.md", "site/drafts/c.md", "site/d.md"]
    assert found(files, exclude=("/drafts/", "d.md")) == ["a.md", "site/drafts/c.md"]


def test_excluded_paths_count_from_their_root(found, folder, monkeypatch):
    (folder / "site").mkdir()
    monkeypatch.chdir(folder / "site")
    files = ["site/a.md", "site/old/b.md", "old/c.md"]
    options = {"exclude": ("/site/old/",), "root": str(folder)}
    assert found(files, "..", **options) == ["../old/c.md", "../site/a.md"]


def test_a_named_file_is_read_even_if_excluded_or_ignored(found):
    files = {".gitignore": "a.md\n", "a.md": "", "b.md": ""}
    assert found(files, "a.md", "b.md", exclude=("b.md",)) == ["a.md", "b.md"]


def test_force_leaves_it_out(found):
    files = {".gitignore": "a.md\n", "a.md": "", "b.md": "", "c.md": ""}
    options = {"exclude": ("b.md",), "force": True}
    assert found(files, "a.md", "b.md", "c.md", **options) == ["c.md"]


@pytest.mark.parametrize(
    ("path", "kind", "message"),
    [
        ("gone.md", "missing", "gone.md: no such file or folder"),
        ("photo.png", "unsupported", "photo.png: not a format medlint reads; it reads .htm, .html"),
    ],
)
def test_what_cannot_be_read_is_found_with_the_reason(write, path, kind, message):
    write({"photo.png": ""})
    (one,) = walk([path])
    assert one.error is not None
    assert one.error.kind == kind
    assert str(one.error).startswith(message)


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        (b"\x89PNG\x00\x01", "binary", "page.md: a binary file, not text"),
        (
            "One.\nA café.\n".encode("latin-1"),
            "encoding",
            (
                "page.md:2: not UTF-8 at byte 10 (0xe9); if it is Latin-1, convert it: iconv"
                " -f LATIN1 -t UTF-8"
            ),
        ),
        ("Text".encode("utf-16"), "encoding", "page.md: UTF-16 text; save it as UTF-8"),
        (
            b"x" * 2_000,
            "too_large",
            (
                "page.md: 2,000 bytes, more than the limit of 1,000; raise `max-file-size` in the"
                " settings if this is prose"
            ),
        ),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_what_to_do(write, data, kind, message):
    write({"page.md": data})
    with pytest.raises(ReadError) as caught:
        read("page.md", 1_000)
    assert (caught.value.kind, str(caught.value)) == (kind, message)


def test_no_regular_file_is_refused_without_waiting_for_it(folder):
    os.mkfifo(folder / "pipe.md")
    with pytest.raises(ReadError, match=r"pipe\.md: not a regular file"):
        read("pipe.md", 1_000)


def test_a_link_to_nothing_is_unreadable(folder):
    (folder / "link.md").symlink_to("gone.md")
    (one,) = walk(["link.md"])
    assert one.error is None
    with pytest.raises(ReadError, match=r"link\.md: cannot be read: No such file"):
        read("link.md", 1_000)


def test_byte_order_mark_and_line_ends_are_kept():
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "page.md") == "\ufeffa\r\nb\rc\n"


@pytest.mark.parametrize(
    ("glob", "path", "named"),
    [
        ("blog/**", "blog/post.md", True),
        ("blog/**", "site/blog/post.md", False),
        ("blog/", "site/blog/post.md", True),
        ("*.html", "a/b/c.html", True),
        ("blog/**", "../blog/post.md", False),
    ],
)
def test_a_glob_names_paths_as_gitignore_does(folder, glob, path, named):
    assert matches(glob, path, str(folder)) is named
