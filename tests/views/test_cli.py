"""What a user meets at the command line, most of it rubbish that is fed to it."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aidememoire.store import open_record

STORY = """Envoy meets Council in Lugarno

LUGARNO: The Concord envoy Henrike Aldous met a delegation of the United Highland Council on Tuesday, her office said.

“We came to talk about the prisoners and about nothing else,” Council spokeswoman Ilse Verhane told reporters.
"""


def run(*words: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aidememoire", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, check=False, env={**os.environ, "COLUMNS": "100"}
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return folder


def test_the_demo_is_read_shown_exported_and_checked(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    built = run("build", "--demo", "--record", record)
    assert built.returncode == 0, built.stderr
    assert "skipped" not in built.stderr
    shown = run("show", record)
    for title in ("The process", "Who met whom", "Who said what", "What is disputed", "Which articles are one story"):
        assert title in shown.stdout
    assert "Lugarno" in shown.stdout
    lines = [json.loads(line) for line in run("export", record, "--format", "jsonl").stdout.splitlines()]
    assert {"article", "actor", "statement", "encounter", "lineage", "claim"} <= {x["type"] for x in lines}
    assert run("check", record).returncode == 0
    page = tmp_path / "report.html"
    assert run("report", record, "-o", page).returncode == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_nothing_is_said_in_a_pipe_but_the_summary(story: Path, tmp_path: Path) -> None:
    built = run("build", story, "--record", tmp_path / "r.db")
    assert built.stdout == ""
    assert built.stderr == f"{tmp_path / 'r.db'}: 1 read\n"


BAD = {
    "empty.txt": b"",
    "rubbish.txt": bytes(range(256)) * 40,
    "broken.jsonl": b'{"id": "a", "text": "x"\n',
    "no-text.jsonl": b'{"id": "a", "title": "Envoy meets Council"}\n',
    "no-text.csv": b"id,title,text\n1,Envoy meets Council,\n",
    "menu.html": b"<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
    "german.txt": (
        "Die Regierung in Orlune wies die Vorwürfe am Montag zurück. Der Sprecher sagte, die Armee habe die Stadt "
        "nicht beschossen. Die Gespräche in Lugarno sollen am Donnerstag weitergehen, teilte ihr Büro mit.\n" * 3
    ).encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_article_is_one_line_and_stops_nothing(name: str, story: Path, tmp_path: Path) -> None:
    (story / name).write_bytes(BAD[name])
    built = run("build", story, "--record", tmp_path / "r.db")
    assert built.returncode == 1
    lines = built.stderr.splitlines()
    assert len(lines) == 2, built.stderr
    assert lines[0].startswith("skipped ")
    assert name in lines[0]
    assert lines[1].endswith("1 read, 1 skipped")
    assert run("check", tmp_path / "r.db").returncode == 0


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_alone_is_exit_code_2_and_no_record(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    built = run("build", tmp_path / name, "--record", tmp_path / "r.db")
    assert built.returncode == 2
    assert not (tmp_path / "r.db").exists()
    assert "Traceback" not in built.stderr


def test_a_line_of_fifty_megabytes_is_refused(story: Path, tmp_path: Path) -> None:
    (story / "long.txt").write_bytes(b"word " * 10_000_000)
    built = run("build", story, "--record", tmp_path / "r.db")
    assert built.returncode == 1
    assert "long.txt" in built.stderr.splitlines()[0]


def test_the_line_of_a_broken_row_is_named(story: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"id": "good", "text": STORY.replace("Tuesday", "Friday")}), '{"id": "bad", "text":']
    (story / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    built = run("build", story, "--record", tmp_path / "r.db")
    assert built.returncode == 1
    assert "rows.jsonl:2" in built.stderr
    assert "2 read, 1 skipped" in built.stderr


def test_the_same_article_twice_is_read_once(story: Path, tmp_path: Path) -> None:
    built = run("build", story, story / "story.txt", "--record", tmp_path / "r.db")
    assert built.returncode == 0, built.stderr
    rows = [json.dumps({"id": "story", "text": STORY})] * 2
    (tmp_path / "twice.jsonl").write_text("\n".join(rows), encoding="utf-8")
    built = run("build", tmp_path / "twice.jsonl", "--record", tmp_path / "other.db")
    assert built.returncode == 1
    assert "the same article as" in built.stderr


def test_a_missing_path_a_folder_without_articles_and_no_path_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for words in (["nowhere.txt"], ["empty"], []):
        built = run("build", *words, "--record", "r.db", cwd=tmp_path)
        assert built.returncode == 2
        assert built.stderr.count("\n") <= 2, built.stderr
        assert not (tmp_path / "r.db").exists()


def test_a_file_of_another_program_is_left_alone(story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()
    before = other.read_bytes()
    for words in (["build", story, "--record", other], ["show", other], ["export", other], ["check", other]):
        done = run(*words)
        assert done.returncode == 2
        assert "other.db" in done.stderr
        assert done.stderr.count("\n") == 1
    assert other.read_bytes() == before


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    done = run("show", tmp_path / "none.db")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_report_that_can_not_be_written_names_the_place(story: Path, tmp_path: Path) -> None:
    run("build", story, "--record", tmp_path / "r.db")
    done = run("report", tmp_path / "r.db", "-o", tmp_path / "no" / "such" / "folder.html")
    assert done.returncode == 2
    assert "folder.html" in done.stderr


def test_an_interrupted_build_says_so_and_leaves_the_record_whole(story: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("build", story, "--record", record)
    before = run("export", record).stdout
    for n in range(600):
        (story / f"more{n}.txt").write_text(STORY.replace("Tuesday", f"the day {n}"), encoding="utf-8")
    command = [sys.executable, "-m", "aidememoire", "build", str(story), "--record", str(record)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None and _known(record) < 64:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said == "aidememoire: stopped; the record holds what it held before\n"
    assert run("export", record).stdout == before
    assert run("check", record).returncode == 0


def _known(record: Path) -> int:
    with open_record(record).reader() as reader:
        return len(reader.known())


def test_a_reader_that_leaves_early_is_no_error(story: Path, tmp_path: Path) -> None:
    run("build", story, "--record", tmp_path / "r.db")
    pipe = f"{sys.executable} -m aidememoire export {tmp_path / 'r.db'} | head -c 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {pipe}"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


@pytest.fixture
def record(story: Path, tmp_path: Path) -> Path:
    path = tmp_path / "kept.db"
    assert run("build", story, "--record", path).returncode == 0
    return path


def test_the_record_is_never_overwritten_by_a_view_of_it(record: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(record)
    before = record.read_bytes()
    for output in (record, link):
        done = run("report", record, "-o", output)
        assert done.returncode == 2
        assert done.stderr == f"aidememoire: {output}: is the record itself; name another file\n"
    assert record.read_bytes() == before


def test_a_pipe_is_written_to_and_stays_a_pipe(record: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True)
    done = run("export", record, "-o", pipe)
    assert done.returncode == 0, done.stderr
    assert reader.communicate(timeout=60)[0] == run("export", record).stdout
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_and_what_it_leads_to_is_replaced_with_its_permissions(record: Path, tmp_path: Path) -> None:
    page, link = tmp_path / "page.html", tmp_path / "link.html"
    page.write_text("before")
    page.chmod(0o600)
    link.symlink_to(page)
    assert run("report", record, "-o", link).returncode == 0
    assert link.is_symlink()
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_a_dash_is_standard_output(record: Path, tmp_path: Path) -> None:
    done = run("export", record, "-o", "-", cwd=tmp_path)
    assert done.stdout == run("export", record).stdout
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("view", ["show", "export", "report", "check"])
def test_a_full_device_and_a_closed_output_are_one_line(view: str, record: Path) -> None:
    for redirection, told in ((">/dev/full", "No space left on device"), (">&-", "is closed")):
        command = f"{sys.executable} -m aidememoire {view} {record} {redirection}"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert told in done.stderr
        assert done.stderr.count("\n") == 1, done.stderr


def test_show_survives_a_poor_encoding_and_a_width_of_nought(record: Path) -> None:
    for name, value in (("PYTHONIOENCODING", "ascii"), ("COLUMNS", "0")):
        command = [sys.executable, "-m", "aidememoire", "show", str(record)]
        env = {**os.environ, name: value}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Ilse Verhane" in done.stdout


def test_a_name_that_would_break_a_message_does_not(story: Path, tmp_path: Path) -> None:
    (story / "two\nlines\x1b[31m.txt").write_bytes(b"")
    built = run("build", story, "--record", tmp_path / "r.db")
    assert built.returncode == 1
    assert built.stderr.splitlines()[0].endswith(
        "two\ufffdlines\ufffd[31m.txt: is empty; give the article's text, or leave it out"
    )


def test_a_folder_may_hold_the_record_that_is_built_from_it(story: Path) -> None:
    for told in ("1 read", "0 read, 1 unchanged"):
        built = run("build", ".", "--record", "own.db", cwd=story)
        assert (built.returncode, built.stderr) == (0, f"own.db: {told}\n")


def test_a_record_under_a_name_that_is_not_utf8(story: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.db")
    assert run("build", story, "--record", name, cwd=tmp_path).stderr == "\ufffd.db: 1 read\n"
    assert run("check", name, cwd=tmp_path).stdout == "\ufffd.db: whole\n"


@pytest.mark.parametrize("name", ["n" * 300, "folder"])
def test_a_record_that_can_be_no_file_is_one_line(name: str, story: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for words in (["build", str(story), "--record", name], ["show", name]):
        done = run(*words, cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.startswith(f"aidememoire: {name}: ")
        assert "the program failed" not in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_record_with_a_broken_line_is_damaged(record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE fact SET data = '{'")
    connection.close()
    for view in ("show", "export", "check"):
        done = run(view, record)
        assert done.returncode == 2
        assert "the file is damaged" in done.stderr
        assert done.stderr.count("\n") == 1


STOPPED_WHILE_LOADING = """
import os, signal, sys

class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "aidememoire.views.cli":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stop())
from aidememoire.__main__ import main
main()
"""


def test_a_stop_while_the_program_is_loading_shows_nothing_of_its_insides() -> None:
    command = [sys.executable, "-c", STOPPED_WHILE_LOADING]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
