from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aidememoire.intake.files import documents
from aidememoire.model.articles import Document, Skipped
from tests.conftest import as_nobody

STORY = "The envoy met both delegations in Orlune on Tuesday."


def write(file: Path, content: str | bytes = STORY) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def ids(*paths: Path) -> list[str]:
    return [item.source_id for item in documents(paths) if isinstance(item, Document)]


def skipped(*paths: Path) -> list[Skipped]:
    return [item for item in documents(paths) if isinstance(item, Skipped)]


def test_a_folder_is_read_sorted_with_all_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/1.txt", "c/d/e.txt"):
        write(tmp_path / name)
    assert ids(tmp_path) == ["1", "2", "b", "e"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path / ".draft.txt")
    write(tmp_path / ".git/story.txt")
    write(tmp_path / "story.txt")
    assert [type(item) for item in documents([tmp_path])] == [Document]
    assert ids(tmp_path / ".draft.txt") == [".draft"]


def test_files_with_one_stem_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "outlet-a/day.txt")
    write(tmp_path / "outlet-b/day.txt")
    write(tmp_path / "outlet-b/day.jsonl", '{"text": "Nobody came."}')
    assert ids(tmp_path) == ["outlet-a/day", "day-1", "outlet-b/day"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    (tmp_path / "again.txt").symlink_to(story)
    assert ids(story, tmp_path, tmp_path / "again.txt") == ["story"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "a/story.txt")
    (tmp_path / "a/back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (item,) = skipped(tmp_path)
    assert item.where == str(tmp_path / "self.txt")
    assert ids(tmp_path) == ["story"]


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "x.txt/story.txt")
    assert ids(tmp_path / "x.txt") == ["story"]
    assert ids(tmp_path) == ["story"]


def test_a_missing_path_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    missing, document = documents([tmp_path / "none.txt", story])
    assert missing == Skipped(str(tmp_path / "none.txt"), "there is no such file or folder", "check the path")
    assert isinstance(document, Document)


def test_a_link_to_nothing_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (item,) = skipped(tmp_path / "gone.txt")
    assert item.reason == "is a link to nothing"


def test_a_path_that_cannot_exist_is_skipped() -> None:
    (item,) = skipped(Path("a\x00b.txt"))
    assert item.reason == "is not a path"
    assert "\x00" not in item.where


@pytest.mark.parametrize("left", ["nothing", "image"])
def test_a_folder_without_articles_is_skipped(tmp_path: Path, left: str) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    if left == "image":
        write(folder / "photo.jpg", b"\xff\xd8\xff\xe0")
    (item,) = skipped(folder)
    assert (item.where, item.reason) == (str(folder), "there is no article in this folder")


def test_what_a_saved_page_brings_along_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "talks.html", f"<p>{STORY}</p>")
    write(tmp_path / "talks_files/frame.html", "<p>Buy now</p>")
    write(tmp_path / "style.css", "p {}")
    write(tmp_path / "photo.png", b"\x89PNG")
    assert [type(item) for item in documents([tmp_path])] == [Document]


def test_an_unknown_ending_in_a_folder_is_skipped_with_a_word(tmp_path: Path) -> None:
    write(tmp_path / "notes.md", "# Notes")
    write(tmp_path / "report.pdf", "%PDF-1.7 and so on")
    write(tmp_path / "story.txt")
    notes, report = skipped(tmp_path)
    assert notes.reason == "has the ending .md, which is not read"
    assert report.reason == "is a PDF, not text"


def test_unknown_endings_are_looked_into(tmp_path: Path) -> None:
    write(tmp_path / "page.php", f"<!DOCTYPE html><p>{STORY}</p>")
    write(tmp_path / "2031-03-04 U.N. talks resume")
    named = write(tmp_path / "notes.md")
    assert ids(tmp_path) == ["2031-03-04 U.N. talks resume", "page"]
    assert ids(named) == ["notes"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (item,) = skipped(tmp_path / "pipe.txt")
    assert item.reason == "is neither a file nor a folder"


def test_a_forbidden_file_is_skipped(folder: Path) -> None:
    write(folder / "secret.txt").chmod(0)
    with as_nobody():
        (item,) = skipped(folder / "secret.txt")
    assert item.reason == "could not be read: Permission denied"


@pytest.mark.parametrize("name", ["secret.txt", "secret.html", "secret.jsonl", "secret.json", "secret.csv", "secret.x"])
def test_a_file_that_cannot_be_opened_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    secret, story = write(tmp_path / name), write(tmp_path / "story.txt")
    monkeypatch.setattr(Path, "open", refusing(Path.open, name))
    item, document = documents([secret, story])
    assert item == Skipped(
        str(secret), "could not be read: Permission denied", "check that it exists and that you may read it"
    )
    assert isinstance(document, Document)


def test_a_folder_that_cannot_be_opened_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "closed/story.txt")
    write(tmp_path / "story.txt")
    monkeypatch.setattr(Path, "iterdir", refusing(Path.iterdir, "closed"))
    (item,) = skipped(tmp_path)
    assert item.where == str(tmp_path / "closed")
    assert ids(tmp_path) == ["story"]


def refusing(real: Callable[..., object], name: str) -> Callable[..., object]:
    def opener(path: Path, *args: object, **keywords: object) -> object:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *args, **keywords)

    return opener


def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    file = write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")))
    (document,) = documents([file])
    assert isinstance(document, Document)
    assert document.source_id == "caf\ufffd"
    assert document.where.encode().endswith("caf\ufffd.txt".encode())


def test_reading_is_lazy(tmp_path: Path) -> None:
    stream = documents([write(tmp_path / "rows.jsonl", '{"text": "one"}\n{"text": "two"}\n'), tmp_path / "none"])
    first = next(stream)
    assert isinstance(first, Document)
    assert first.text == "one"


NAMES = st.sampled_from(["r.txt", "r.html", "r.xhtml", "r.jsonl", "r.json", "r.csv", "r.tsv", "r.dat", "r"])
BEGINNINGS = st.sampled_from(
    [b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html><p>", b"<?xml encoding='utf-16'?>", b'{"text": "', b"[{", b"id,text\n"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(NAMES, BEGINNINGS, st.binary(max_size=400))
def test_random_bytes_raise_nothing(tmp_path: Path, name: str, beginning: bytes, data: bytes) -> None:
    file = write(tmp_path / name, beginning + data)
    for item in documents([file]):
        assert item.where.startswith(str(file))
        if isinstance(item, Document):
            item.text.encode()
            assert all(0 <= mark.start < mark.end <= len(item.text) for mark in item.marks)
        else:
            assert item.reason
