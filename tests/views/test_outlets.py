"""What each outlet does to copy: by the way the text went where that is known, else only how versions differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

from aidememoire.model.articles import Article
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Direction, Edit, EditKind, Lineage
from aidememoire.queries.answers import Answers
from aidememoire.queries.outlet_habits import Habits, Naming, Refigured, habits
from aidememoire.store import open_record
from aidememoire.views.outlets import outlets
from aidememoire.views.terminal import Screen
from tests.support import Sample, article, span

AGENCY = """Ferry aground
The regime closed the port of Halvet after 14 sailors were hurt, harbour officials said.
The Dastan regime blamed the wind. “Nobody is to blame,” said the pilot.
"""
HERALD = """Ferry aground at Halvet
The government closed the port of Halvet after 19 sailors were hurt.
The Dastan government blamed the wind.
"""
EDITS: tuple[tuple[str | None, str | None, EditKind], ...] = (
    ("regime", "government", "naming"),
    ("14", "19", "figure"),
    ("harbour officials said", None, "attribution"),
    ("Dastan regime", "Dastan government", "naming"),
    ("“Nobody is to blame,” said the pilot.", None, "quotation"),
)


def pair(direction: Direction, *, outlet: str | None = "Dravik Herald") -> tuple[Article, Article, Lineage]:
    a = article("mp", AGENCY, outlet="Meridian Press")
    b = article("herald", HERALD, outlet=outlet, agencies=("Meridian Press",))
    edits = tuple(Edit(span(AGENCY, x) if x else None, span(HERALD, y) if y else None, kind) for x, y, kind in EDITS)
    link = Lineage(
        content_id("lineage", a.id, b.id), a.id, b.id, "wire", 0.6, 0.9, direction, "Meridian Press", (), edits, "test"
    )
    return a, b, link


def of(outlet: str | None, *given: tuple[Article, Article, Lineage]) -> Habits:
    articles = [each for a, b, _ in given for each in (a, b)]
    return next(h for h in habits(articles, [link for *_, link in given]) if h.outlet == outlet)


def test_changes_are_the_outlets_own_where_the_way_is_known() -> None:
    herald = of("Dravik Herald", pair("a→b"))
    assert (herald.articles, herald.wire, herald.agencies, herald.source) == (1, 1, {"Meridian Press": 1}, 0)
    made = herald.made
    assert (made.articles, made.kept, made.against, made.words) == (1, 0.6, ("Meridian Press",), 18)
    assert made.namings == (Naming("regime", "government", 2),)
    assert made.figures == (Refigured("herald", "14", "19"),)
    assert (made.attributions_dropped, made.attributions_added, made.quotations_cut) == (1, 0, 1)
    assert (made.edits["naming"], made.per_1000["naming"]) == (2, 111.11)
    assert herald.differs.articles == 0


def test_the_source_of_others_changed_nothing() -> None:
    agency = of("Meridian Press", pair("a→b"))
    assert (agency.wire, agency.source, agency.made.articles, agency.differs.articles) == (1, 1, 0, 0)


def test_where_the_way_is_not_known_both_only_differ_each_seen_from_its_own_side() -> None:
    herald, agency = (of(outlet, pair("common source")) for outlet in ("Dravik Herald", "Meridian Press"))
    assert (herald.made.articles, agency.made.articles) == (0, 0)
    assert herald.differs.namings == (Naming("regime", "government", 2),)
    assert agency.differs.namings == (Naming("government", "regime", 2),)
    assert (agency.differs.attributions_dropped, agency.differs.attributions_added) == (0, 1)
    assert agency.differs.kept == 0.9


def test_an_earlier_day_alone_does_not_tell_whose_change_it_was() -> None:
    a, b, link = pair("a→b")
    early, late = (replace(x, published=day, agencies=()) for x, day in ((a, "2031-05-03"), (b, "2031-05-04")))
    herald, agency = (of(outlet, (early, late, link)) for outlet in ("Dravik Herald", "Meridian Press"))
    assert (herald.made.articles, herald.differs.articles) == (0, 1)
    assert (agency.source, agency.differs.articles) == (0, 1)


def test_articles_without_an_outlet_count_for_none() -> None:
    unknown = of(None, pair("a→b", outlet=None))
    assert (unknown.articles, unknown.wire, unknown.made.articles) == (1, 1, 0)


def test_versions_of_one_outlet_tell_nothing_of_it() -> None:
    assert of("Meridian Press", pair("unknown", outlet="Meridian Press")).differs.articles == 0


def test_a_name_changed_once_is_no_habit() -> None:
    a, b, link = pair("a→b")
    once = Lineage(link.id, a.id, b.id, "wire", 0.6, 0.9, "a→b", None, (), link.edits[:1], "test")
    assert of("Dravik Herald", (a, b, once)).made.namings == ()


def record(tmp_path: Path, direction: Direction, *, outlet: str | None = "Dravik Herald") -> Path:
    a, b, link = pair(direction, outlet=outlet)
    return Sample(((a, ()), (b, ())), (link,)).save(tmp_path / "r.db")


def printed(path: Path, columns: int = 100) -> str:
    out = StringIO()
    with open_record(path).reader() as reader:
        outlets(Answers(reader), Screen(file=out, width=columns))
    return out.getvalue()


def test_the_table_tells_what_was_made_of_the_copy(tmp_path: Path) -> None:
    assert printed(record(tmp_path, "a→b")) == (
        "2 articles of 2 outlets\n"
        "\n"
        "outlet          articles  wire  compared  kept  edits per 1,000 words\n"
        "Dravik Herald          1     1         1  60 %                    278\n"
        "Meridian Press         1     1         –     –                      –\n"
        "kept: of the version compared with.\n"
        "\n"
        "Dravik Herald  1 of a wire (Meridian Press 1)\n"
        "  changes made to Meridian Press: figure 55.6, naming 111.1, quotation 55.6, attribution 55.6 per\n"
        "  1,000 words\n"
        "    names: regime → government 2×\n"
        "    figures: 14 → 19\n"
        "    1 attribution dropped, 1 quotation cut\n"
        "\n"
        "Meridian Press  1 of a wire (Meridian Press 1); 1 of them the source of others\n"
    )


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    told = printed(record(tmp_path, "unknown"))
    assert "kept: of the version compared with. ≠: which way the text went is not known" in told
    assert "differs from Meridian Press: " in told
    assert "changes made" not in told
    unnamed = printed(record(tmp_path, "a→b", outlet=None))
    assert "1 article names no outlet, 1 of a wire; it counts for none\n" in unnamed


def test_a_narrow_terminal_loses_nothing(tmp_path: Path) -> None:
    told = printed(record(tmp_path, "a→b"), 40)
    assert max(map(len, told.splitlines())) <= 40
    assert "regime → government 2×" in told


def test_the_command_line_prints_table_and_json_and_refuses_others(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "aidememoire", "outlets", str(record(tmp_path, "a→b"))]
    env = {**os.environ, "COLUMNS": "100"}

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *more], capture_output=True, text=True, check=False, env=env)

    assert run().stdout.startswith("2 articles of 2 outlets\n")
    listed = json.loads(run("--format", "json").stdout)
    assert [each["outlet"] for each in listed] == ["Dravik Herald", "Meridian Press"]
    assert listed[0]["made"]["namings"] == [{"before": "regime", "after": "government", "times": 2}]
    refused = run("--format", "xml")
    assert (refused.returncode, refused.stderr) == (2, "aidememoire: no format 'xml'; there are: table, json\n")


def test_a_record_without_wires_says_so(tmp_path: Path) -> None:
    lone = article("lone", AGENCY, outlet="Isle Broadcasting")
    assert printed(Sample(((lone, ()),), ()).save(tmp_path / "r.db")).endswith("no article here reworks a wire\n")
