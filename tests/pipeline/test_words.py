"""What people said of facts, through builds of changed texts and of other programs."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aidememoire.errors import RecordError
from aidememoire.model.facts import Statement
from aidememoire.model.joined import Actor
from aidememoire.model.reviews import Named
from aidememoire.pipeline import as_of, build, building, rejoin, review
from aidememoire.queries.reviews import review_effects
from aidememoire.record.review.correcting import Changes
from aidememoire.record.review.saying import Saying
from aidememoire.store import open_record
from aidememoire.store.check import problems
from aidememoire.views.export import export

TEXT = """Envoy meets Council in Lugarno

LUGARNO, March 4: The Concord envoy Henrike Aldous met a delegation of the United Highland Council, her office said.

“We came to talk about the prisoners and about nothing else,” Council spokeswoman Ilse Verhane told reporters.
"""
WORDS = "We came to talk about the prisoners and about nothing else"


def write(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    line = {"id": "one", "text": text, "date": "2031-03-05", "title": None}
    (folder / "one.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    build([write(tmp_path / "in")], tmp_path / "r.db")
    return tmp_path / "r.db"


def statements(record: Path) -> list[Statement]:
    with open_record(record).reader() as reader:
        return [s for s in reader.facts(Statement) if WORDS in s.words]


def speaker(record: Path) -> str | None:
    (made,) = statements(record)
    with open_record(record).reader() as reader:
        return next((a.name for a in reader.links(Actor) if made.speaker in a.parties), None)


def say(record: Path, what: Any, who: str = "Ada", **more: Any) -> None:
    (made,) = statements(record)
    review(record, Saying(who, what, made.article, made.id, "statement", **more))


def lines(record: Path) -> list[dict[str, Any]]:
    out = io.StringIO()
    with open_record(record).reader() as reader:
        assert list(problems(reader)) == []
        export(reader, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


NEW = Changes(parties={"speaker": (Named("", "Tomas Okrelo", "person"),)})


def test_claims_and_actors_follow_the_persons_word_when_joined_anew(record: Path) -> None:
    say(record, "correct", changes=NEW)
    assert speaker(record) is None
    assert rejoin(record)
    assert speaker(record) == "Tomas Okrelo"
    (line,) = [x for x in lines(record) if x["type"] == "review"]
    assert (line["what"], line["reviewer"], line["effect"]) == ("correct", "Ada", "in force")
    assert line["before"]["speaker"]["name"] == "Ilse Verhane"
    assert line["after"]["speaker"]["name"] == "Tomas Okrelo"
    assert line["after"]["speaker"]["actor"] in {x["id"] for x in lines(record) if x["type"] == "actor"}


def test_a_build_of_a_changed_text_carries_the_word_over(record: Path, tmp_path: Path) -> None:
    say(record, "correct", changes=NEW)
    changed = TEXT.replace("met a delegation", "met in Calder a large delegation")
    assert build([write(tmp_path / "in", changed)], record).replaced == 1
    assert speaker(record) == "Tomas Okrelo"
    build([write(tmp_path / "in", TEXT)], record)
    say(record, "reject")
    build([write(tmp_path / "in", changed)], record)
    assert statements(record) == []


def test_where_text_and_reading_changed_it_is_to_be_looked_at_again(record: Path, tmp_path: Path) -> None:
    say(record, "reject")
    build([write(tmp_path / "in", TEXT.replace("Ilse Verhane told", "Petar Solvane told"))], record)
    assert speaker(record) == "Petar Solvane"
    with open_record(record).reader() as reader:
        assert review_effects(reader) == {1: "look again"}


def test_an_article_that_goes_and_comes_back_has_its_words_still(record: Path, tmp_path: Path) -> None:
    say(record, "reject")
    before = lines(record)
    build([write(tmp_path / "in", "Something else entirely\n\nNothing of it.")], record)
    build([write(tmp_path / "in")], record)
    assert [x for x in lines(record) if x["type"] == "review"] == [x for x in before if x["type"] == "review"]
    assert statements(record) == []


def test_a_build_after_a_review_joins_the_record_even_where_no_text_changed(record: Path, tmp_path: Path) -> None:
    say(record, "correct", changes=NEW)
    build([tmp_path / "in"], record)
    assert speaker(record) == "Tomas Okrelo"
    assert not rejoin(record)


def test_a_review_made_while_a_build_joins_is_kept_and_still_to_be_joined(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join = building.join  # type: ignore[attr-defined]

    def meanwhile(*given: Any) -> Any:
        if not said:
            said.append(1)
            say(record, "reject")
            with pytest.raises(RecordError, match="another build"):
                rejoin(record)
        return join(*given)

    said: list[int] = []
    monkeypatch.setattr(building, "join", meanwhile)
    monkeypatch.setattr(building, "linker_version", lambda: "another")
    build([tmp_path / "in"], record)
    assert statements(record) == []
    assert lines(record)
    assert rejoin(record)


def test_a_day_of_the_record_is_as_reviewed(record: Path) -> None:
    say(record, "reject")
    with open_record(record).reader() as reader:
        held = as_of(reader, date(2031, 3, 6))
        assert not [s for s in held.facts(Statement) if WORDS in s.words]
        (review_,) = held.reviews()
        assert review_.fact in {f.id for a in held.articles() for f in held.as_read(a.id)}


JOINING = """
import sys, time
from pathlib import Path
from aidememoire import pipeline
from aidememoire.store import writer
def stop(*_):
    print("there", flush=True)
    time.sleep(60)
writer.next_edition = stop
pipeline.rejoin(Path(sys.argv[1]))
"""


def test_who_is_killed_between_review_and_joining_loses_nothing(record: Path) -> None:
    say(record, "correct", changes=NEW)
    process = subprocess.Popen([sys.executable, "-c", JOINING, str(record)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert speaker(record) is None
    assert [x["effect"] for x in lines(record) if x["type"] == "review"] == ["in force"]
    assert rejoin(record)
    assert speaker(record) == "Tomas Okrelo"
