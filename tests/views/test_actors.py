"""Who is who at the command line."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from aidememoire.errors import ActorError
from aidememoire.model.decisions import Decision
from aidememoire.pipeline import build, decide, words
from aidememoire.record.roll import Roll
from aidememoire.store import open_record
from aidememoire.store.check import problems

STORIES = {
    "one": """Council spokeswoman speaks in Lugarno

LUGARNO: Nothing was agreed on Tuesday, Council spokeswoman Ilse Verhane said.

“We came to talk about the prisoners and about nothing else,” Verhane told reporters.
""",
    "two": """Council blames government for delay

CALDER: The government is to blame, Council spokeswoman Ilse Verhane said on Wednesday.
""",
    "three": """Envoy meets delegations

LUGARNO: The talks will go on, the Concord envoy Henrike Aldous said on Thursday. A diplomat said the talks were hard.
""",
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return built(tmp_path, STORIES)


def built(tmp_path: Path, stories: dict[str, str]) -> Path:
    (tmp_path / "in").mkdir(exist_ok=True)
    for name, text in stories.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "in"], tmp_path / "r.db")
    return tmp_path / "r.db"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aidememoire", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"})


def done(*words: object) -> str:
    ran = run(*words)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def exported(record: Path, *kinds: str) -> list[dict[str, Any]]:
    lines: Iterable[dict[str, Any]] = map(json.loads, done("export", record).splitlines())
    return [line for line in lines if line["type"] in kinds]


def test_actors_are_listed_with_why_they_were_joined(record: Path) -> None:
    listed = done("actors", record)
    assert listed == done("actors", "list", record)
    assert re.search(r"^[0-9a-f]{4,}  Ilse Verhane \(person\), 2 articles; also Verhane\n", listed, re.MULTILINE)
    assert "Ilse Verhane = Ilse Verhane: same name 1.00\n" in listed
    assert done("actors", "list", record, "verhane", "person").count("article") == 1
    assert done("actors", "list", record, "Nobody") == "no actor has these words\n"


def test_a_merge_takes_effect_at_once_and_survives_every_build(record: Path, tmp_path: Path) -> None:
    merged = done("actors", "merge", record, "Verhane", "Henrike Aldous")
    assert "Ilse Verhane (person) and Henrike Aldous (person) are one  [kept]" in merged
    assert "said by a person 1.00" in merged
    assert run("check", record).stdout.endswith(": whole\n")
    (joined,) = (a for a in exported(record, "actor") if "Verhane" in a["aliases"])
    assert "Henrike Aldous" in (joined["name"], *joined["aliases"])
    speakers = {s["speaker"] for s in exported(record, "statement") if s["speaker"]}
    assert joined["id"] in speakers
    built(tmp_path, {"four": STORIES["two"].replace("Ilse Verhane", "Henrike Aldous").replace("Wednesday", "Friday")})
    (joined,) = (a for a in exported(record, "actor") if "Verhane" in a["aliases"])
    assert len(joined["articles"]) == 4
    with open_record(record).reader() as reader:
        assert list(problems(reader)) == []


def test_a_split_by_article_survives_a_corrected_text(record: Path, tmp_path: Path) -> None:
    assert "2 articles" in done("actors", "list", record, "Verhane")
    told = done("actors", "split", record, "Ilse Verhane", "--article", "two")
    assert "Ilse Verhane of article two: not " in told
    assert len([a for a in exported(record, "actor") if a["name"] == "Ilse Verhane"]) == 2
    built(tmp_path, {"two": STORIES["two"].replace("Wednesday", "Friday")})
    assert len([a for a in exported(record, "actor") if a["name"] == "Ilse Verhane"]) == 2
    assert done("actors", "decisions", record).rstrip().endswith("[in force]")


def test_a_later_word_overrules_and_a_word_taken_back_is_gone(record: Path) -> None:
    before = exported(record, "actor", "statement", "claim")
    done("actors", "split", record, "Verhane", "-a", "two")
    ids = [line.split()[0] for line in done("actors", "list", record, "Verhane").splitlines() if "article" in line]
    done("actors", "merge", record, *ids)
    assert re.findall(r"\[(.*)\]", done("actors", "decisions", record)) == ["overruled", "in force"]
    done("actors", "forget", record, 2)
    assert re.findall(r"\[(.*)\]", done("actors", "decisions", record)) == ["in force"]
    assert "[forgotten]" in done("actors", "forget", record, 1)
    assert done("actors", "decisions", record) == "nothing has been said\n"
    assert exported(record, "actor", "statement", "claim") == before


def test_a_word_about_those_who_are_gone_waits(record: Path, tmp_path: Path) -> None:
    done("actors", "merge", record, "Verhane", "Henrike Aldous")
    built(
        tmp_path, {"three": "Rain in Orlune\n\nORLUNE: It rained all day in Orlune on Thursday, Petar Solvane said.\n"}
    )
    assert re.findall(r"\[(.*)\]", done("actors", "decisions", record)) == ["idle"]
    assert run("check", record).returncode == 0
    built(tmp_path, {"three": STORIES["three"]})
    assert re.findall(r"\[(.*)\]", done("actors", "decisions", record)) == ["in force"]


def test_the_export_tells_of_decisions_without_inner_ids(record: Path) -> None:
    done("actors", "split", record, "Verhane", "-a", "two")
    (line,) = exported(record, "decision")
    articles = {a["source_id"]: a["id"] for a in exported(record, "article")}
    assert (line["number"], line["says"], line["effect"]) == (1, "apart", "in force")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", line["made"])
    assert line["who"] == [
        {"name": "Ilse Verhane", "kind": "person", "article": articles["two"], "source_id": "two", "but_not": []}
    ]
    assert [(b["name"], b["article"]) for b in line["others"]] == [("Ilse Verhane", articles["one"])]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "Verhane", "Nobody"), "no actor is called 'Nobody', and no id begins so; look it up"),
        (("merge", "Verhane"), "'Verhane': one actor already; name two or more"),
        (("split", "Verhane"), "nothing to split off was named; give --name or --article"),
        (("split", "Verhane", "-a", "nine"), "Ilse Verhane is not in the article 'nine'"),
        (("forget", "7"), "there is no decision 7; see which there are"),
    ],
)
def test_a_word_that_says_nothing_is_one_line_and_changes_nothing(
    words: tuple[str, ...], told: str, record: Path
) -> None:
    before = record.read_bytes()
    ran = run("actors", words[0], record, *words[1:])
    assert ran.returncode == 2
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert record.read_bytes() == before


def test_a_decision_that_fails_on_its_way_changes_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    def word(roll: Roll, number: int, made: str) -> Decision:
        return roll.merge(("Verhane", "Henrike Aldous"), number, made)

    before = exported(record, "actor", "decision")
    monkeypatch.setattr(words, "join", broken)
    with pytest.raises(KeyboardInterrupt):
        decide(record, word)
    assert exported(record, "actor", "decision") == before
    with pytest.raises(ActorError):
        decide(record, lambda roll, number, made: roll.merge(("Nobody", "Henrike Aldous"), number, made))
