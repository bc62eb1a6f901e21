"""`aidememoire brief` at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from aidememoire.views.cli import app


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "demo.db"
    build([coverage_path()], path)
    return path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words), env={"COLUMNS": "120"})
    return done.exit_code, " ".join(done.output.split())


def test_a_page_tells_of_one_day_under_its_four_heads(record: Path) -> None:
    code, page = run("brief", str(record), "--day", "2031-03-14", "--limit", "50")
    assert code == 0
    assert page.startswith("Brief of 14 March 2031")
    for head in ("What happened", "Who moved", "What is newly disputed", "What is planned"):
        assert head in page
    assert "(1 origin)" in page


def test_a_brief_since_a_day_covers_the_days_between(record: Path) -> None:
    code, page = run("brief", str(record), "--day", "2031-03-14", "--since", "2031-03-12")
    assert code == 0
    assert page.startswith("Brief of 12 March 2031 to 14 March 2031")


def test_with_evidence_each_line_shows_the_words_it_stands_on_and_where(record: Path) -> None:
    code, page = run("brief", str(record), "--day", "2031-03-14", "--evidence")
    assert code == 0
    assert "[calder-courier-0314:" in page


def test_a_day_on_which_nothing_was_published_says_so(record: Path) -> None:
    code, page = run("brief", str(record), "--day", "2031-06-01")
    assert code == 0
    assert page.count("nothing that was read") == 4
