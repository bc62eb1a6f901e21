"""The statements without a speaker, for a person to look through."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

from aidememoire.model.facts import Statement
from aidememoire.queries.answers import Answers
from aidememoire.store import open_record
from aidememoire.views.terminal import Screen
from aidememoire.views.unattributed import unattributed
from tests.support import Sample, article, sample, span, statement

TEXT = """Ferry sails again
The night ferry left Port Sennic on Friday. They said it was full. Asked whether it was safe, nobody answered.
“We shall see.”
It was told that the pier had been mended.
"""


def printed(path: Path, limit: int | None = None) -> str:
    out = StringIO()
    with open_record(path).reader() as reader:
        unattributed(Answers(reader), Screen(file=out, width=200), limit)
    return out.getvalue()


def ferry(tmp_path: Path, *, composite: bool = False) -> Path:
    of = replace(article("ferry", TEXT, outlet="Isle Broadcasting"), composite=composite)
    said: tuple[Statement, ...] = (
        statement(of, "it was full", None, speaker_span=span(TEXT, "They"), cue=span(TEXT, "said")),
        statement(of, "whether it was safe", None, "ask", cue=span(TEXT, "Asked")),
        statement(of, "We shall see.", None, form="direct"),
    )
    return Sample(((of, said),), ()).save(tmp_path / "r.db")


def test_each_has_the_words_around_it_and_why(tmp_path: Path) -> None:
    assert printed(ferry(tmp_path)) == (
        "3 of 3 statements by nobody in reach\n"
        "\n"
        "ferry  no date, Isle Broadcasting, Ferry sails again\n"
        "    The night ferry left Port Sennic on Friday. They said [it was full]. Asked whether it was safe, nobody "
        "answered.\n"
        "      its source “They”, a pronoun, fits nobody named in the article, or several\n"
        "    The night ferry left Port Sennic on Friday. They said it was full. Asked [whether it was safe], nobody "
        "answered.\n"
        "      no source was read with its cue “Asked”\n"
        "    “[We shall see.]”\n"
        "      neither a source nor a cue was read near it, and nobody leads over to it\n"
    )


def test_a_composite_page_is_told(tmp_path: Path) -> None:
    assert printed(ferry(tmp_path, composite=True)).count("the page is composite: several stories in one") == 3


def test_a_limit_leaves_the_rest_and_says_so(tmp_path: Path) -> None:
    told = printed(ferry(tmp_path), 1)
    assert told.endswith("  and 2 more\n")
    assert told.count("[") == 1


def test_only_those_without_a_speaker_are_told(tmp_path: Path) -> None:
    told = printed(sample().save(tmp_path / "r.db"))
    assert told.startswith("1 of 9 statements by nobody in reach\n")
    assert "[Envoy hopes]" in told


def test_the_command_line_prints_them_all_or_as_many_as_are_asked_for(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "aidememoire", "show", str(ferry(tmp_path)), "--unattributed"]
    for more, count in ((), 3), (("--limit", "2"), 2):
        done = subprocess.run(
            [*command, *more], capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"}
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("[") == count
