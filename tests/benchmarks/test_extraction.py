from pathlib import Path

import pytest

from aidememoire.extract.parties.names import surname
from aidememoire.lexicon.countries import countries
from benchmarks.extraction import ROWS, Cost, forget, line, main, taken_in

MEETING = """Envoy meets Council in Lugarno

LUGARNO: The Concord envoy Henrike Aldous met a delegation of the United Highland Council on Tuesday, her office said.

“We came to talk about the prisoners and about nothing else,” Council spokeswoman Ilse Verhane told reporters.
"""
DENIAL = """Government denies shelling of Halvet

ORLUNE: The government of Varenia denied on Monday that its army had shelled the town of Halvet.

“There was no fire from our side that night,” chief negotiator Petar Solvane said.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(MEETING, encoding="utf-8")
    (tmp_path / "two.txt").write_text(DENIAL, encoding="utf-8")
    return tmp_path


def test_the_table_names_what_was_measured(coverage: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(coverage), "--repeat", "2"])
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head == "2 articles, CPU time over 2 runs"
    assert [row[:30].rstrip() for row in rows] == [
        "reading, s",
        "parties and statements, s",
        "actors joined, s",
        "the last two of reading, %",
        "goal: at most, %",
    ]


def test_the_share_is_of_extraction_and_joining_in_reading_least_and_greatest_of_the_runs() -> None:
    costs = [Cost(reading=20.0, extraction=3.0, joining=2.0), Cost(reading=10.0, extraction=4.0, joining=1.0)]
    assert line(ROWS[3], costs).split() == ["the", "last", "two", "of", "reading,", "%", "25.0", "50.0"]


def test_an_article_given_twice_counts_once_and_what_cannot_be_read_is_told(
    coverage: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = taken_in([coverage, coverage / "one.txt", coverage / "none.txt"])
    assert [a.source_id for a in held] == ["one", "two"]
    assert "none.txt" in capsys.readouterr().err


def test_what_was_kept_of_names_is_forgotten() -> None:
    surname("Ilse Verhane")
    countries()
    forget()
    assert surname.cache_info().currsize == 0
    assert countries.cache_info().currsize == 1


@pytest.mark.parametrize("words", [["--repeat", "0"], ["none.txt"]])
def test_nothing_to_measure_is_refused(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "give" in capsys.readouterr().err
