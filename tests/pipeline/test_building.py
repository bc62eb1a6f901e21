import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from aidememoire.errors import NothingToReadError
from aidememoire.model.articles import Document
from aidememoire.pipeline import as_of, build, building, version_for
from aidememoire.store import open_record
from aidememoire.views.export import export

FIRST = """Envoy meets Council in Lugarno

LUGARNO: The Concord envoy Henrike Aldous met a delegation of the United Highland Council on Tuesday, her office said.

“We came to talk about the prisoners and about nothing else,” Council spokeswoman Ilse Verhane told reporters.
"""
SECOND = """Government denies shelling of Halvet

ORLUNE: The government of Varenia denied on Monday that its army had shelled the town of Halvet.

“There was no fire from our side that night,” chief negotiator Petar Solvane said.
"""


def exported(record: Path) -> str:
    out = io.StringIO()
    with open_record(record).reader() as reader:
        export(reader, out)
    return out.getvalue()


def coverage(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_building_twice_changes_nothing(tmp_path: Path) -> None:
    folder, record = coverage(tmp_path / "in", one=FIRST, two=SECOND), tmp_path / "r.db"
    assert build([folder], record).read == 2
    before = exported(record)
    again = build([folder], record)
    assert (again.read, again.unchanged, again.replaced) == (0, 2, 0)
    assert exported(record) == before


def test_an_article_added_is_the_only_one_read_and_the_record_is_the_same_as_from_both_at_once(tmp_path: Path) -> None:
    folder, record = coverage(tmp_path / "in", one=FIRST), tmp_path / "r.db"
    build([folder], record)
    coverage(folder, two=SECOND)
    assert build([folder], record).read == 1
    build([folder], tmp_path / "both.db")
    assert exported(record) == exported(tmp_path / "both.db")


def test_articles_that_are_not_named_again_stay(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    build([coverage(tmp_path / "a", one=FIRST)], record)
    build([coverage(tmp_path / "b", two=SECOND)], record)
    articles = [json.loads(x) for x in exported(record).splitlines() if '"type":"article"' in x.replace(" ", "")]
    assert [a["source_id"] for a in articles] == ["one", "two"]


def test_a_changed_article_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    folder, record = coverage(tmp_path / "in", one=FIRST), tmp_path / "r.db"
    build([folder], record)
    coverage(folder, one=FIRST.replace("Tuesday", "Wednesday"))
    again = build([folder], record)
    assert (again.read, again.replaced) == (1, 1)
    assert "Tuesday" not in exported(record)
    assert "Wednesday" in exported(record)


def test_what_is_given_beside_a_text_counts_as_a_change() -> None:
    plain = Document("one", FIRST, "one.txt")
    assert version_for(plain) == version_for(Document("one", FIRST, "elsewhere.txt"))
    assert version_for(plain) != version_for(Document("one", FIRST, "one.txt", published="2031-03-04"))


def test_a_program_that_joins_articles_otherwise_joins_them_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, record = coverage(tmp_path / "in", one=FIRST), tmp_path / "r.db"
    build([folder], record)
    monkeypatch.setattr(building, "linker_version", lambda: "another")
    assert build([folder], record).read == 0
    with open_record(record).reader() as reader:
        assert reader.maker() == "another"


def test_nothing_to_read_leaves_no_record_behind(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError):
        build([tmp_path / "nowhere"], tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_the_record_as_it_was_and_the_next_goes_on(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    build([coverage(tmp_path / "in", one=FIRST)], record)
    before = exported(record)
    for n in range(400):
        coverage(tmp_path / "in", **{f"more{n}": SECOND.replace("Halvet", f"Halvet {n}")})
    command = [sys.executable, "-m", "aidememoire", "build", str(tmp_path / "in"), "--record", str(record)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(_pending(record)) < 64 and process.poll() is None:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert exported(record) == before
    kept = len(_pending(record)) - 1
    assert kept >= 63
    assert build([tmp_path / "in"], record).unchanged == kept + 1


def _pending(record: Path) -> dict[str, str]:
    with open_record(record).reader() as reader:
        return dict(reader.known())


def test_as_of_a_day_the_record_is_that_of_the_articles_published_by_then(tmp_path: Path) -> None:
    first = [
        {"id": "a", "text": FIRST, "published": "2031-03-04"},
        {"id": "b", "text": SECOND, "published": "2031-03-09"},
    ]
    lines = [*first, {"id": "c", "text": SECOND.replace("Halvet", "Brenmark")}]
    source, known = tmp_path / "all.jsonl", tmp_path / "known.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    known.write_text(json.dumps(first[0]), encoding="utf-8")
    whole, early = tmp_path / "whole.db", tmp_path / "early.db"
    build([source], whole)
    build([known], early)
    out = io.StringIO()
    with open_record(whole).reader() as reader:
        export(as_of(reader, date(2031, 3, 8)), out)
        assert [a.source_id for a in as_of(reader, date(2031, 3, 9)).articles()] == ["a", "b"]
    assert out.getvalue() == exported(early)


def test_as_of_a_day_before_every_article_there_is_nothing_to_read(tmp_path: Path) -> None:
    folder, record = coverage(tmp_path / "in", one=FIRST), tmp_path / "r.db"
    build([folder], record)
    with (
        open_record(record).reader() as reader,
        pytest.raises(NothingToReadError, match="no article of the record is dated 2031-03-01 or before"),
    ):
        as_of(reader, date(2031, 3, 1))
