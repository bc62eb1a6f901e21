"""The demo's annotation says only what its coverage says, and the coverage is what its README claims."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from lxml import html

from aidememoire.demo import coverage_path, gold_path
from aidememoire.model.facts import CommitmentStatus, EncounterKind, EncounterStatus, Form, Stance
from aidememoire.model.lineage import EditKind, Relation
from aidememoire.model.reading import Act

ENCODINGS = {"UTF-8": "utf-8", "UTF-16": "utf-16", "Windows-1252": "cp1252"}
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
ARTICLE_GOLD = sorted(p.stem for p in gold_path().glob("*.yaml") if p.stem != "across")
RECORDS = ("statements", "positions", "encounters", "commitments", "agreements", "figures")


def norm(text: str) -> str:
    """Plain quotation marks and dashes, one space for any white space; the words as they stand."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(PLAIN)).strip()


def claimed() -> dict[str, list[str]]:
    """The rows of the README's table of files, by the file's name."""
    readme = (coverage_path().parent / "README.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in readme.splitlines() if line[:3] == "| `"]
    return {row[0].strip("`"): row for row in rows}


def decoded(path: Path) -> str:
    return path.read_bytes().decode(ENCODINGS[claimed()[path.name][1]])


def of_file(path: Path) -> dict[str, str]:
    """The articles of one file by their ids, each with its title where that stands beside the text."""
    text = decoded(path)
    if path.suffix == ".jsonl":
        return {a["id"]: a["title"] + "\n" + a["text"] for a in map(json.loads, text.splitlines())}
    if path.suffix == ".csv":
        return {a["id"]: a["title"] + "\n" + a["text"] for a in csv.DictReader(text.splitlines(keepends=True))}
    if path.suffix == ".html":
        return {path.stem: "".join(str(t) for t in html.fromstring(path.read_bytes()).itertext())}
    return {path.stem: text}


@cache
def articles() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(coverage_path().iterdir()):
        of_this = of_file(path)
        assert not found.keys() & of_this.keys()
        found |= {source_id: norm(text) for source_id, text in of_this.items()}
    return found


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((gold_path() / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_readme_names_every_file_and_how_many_articles_it_holds() -> None:
    held = {path.name: len(of_file(path)) for path in coverage_path().iterdir()}
    assert held == {name: int(row[2]) for name, row in claimed().items()}
    assert sum(held.values()) == 24


def test_formats() -> None:
    suffixes = [path.suffix for path in coverage_path().iterdir()]
    assert {s: suffixes.count(s) for s in set(suffixes)} == {".html": 8, ".txt": 7, ".jsonl": 1, ".csv": 1}


def test_outlets() -> None:
    outlets = {name.strip() for row in claimed().values() for name in row[3].split(",")}
    assert len(outlets) == 10
    everything = "\n".join(decoded(path) for path in coverage_path().iterdir())
    assert [o for o in sorted(outlets) if o not in everything] == []


def test_encodings() -> None:
    by_encoding: dict[str, list[str]] = {}
    for name, row in claimed().items():
        by_encoding.setdefault(row[1], []).append(name)
    assert by_encoding["UTF-16"] == ["vna-constructive-approach.txt"]
    assert by_encoding["Windows-1252"] == ["dravik-herald-lugarno-opens.txt"]
    assert (coverage_path() / "vna-constructive-approach.txt").read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    western = (coverage_path() / "dravik-herald-lugarno-opens.txt").read_bytes()
    assert b"\x93" in western
    assert b"\x92" in western
    with pytest.raises(UnicodeDecodeError):
        western.decode("utf-8")
    for name in by_encoding["UTF-8"]:
        assert not (coverage_path() / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_articles_are_of_the_length_of_articles() -> None:
    words = {i: len(t.split()) for path in coverage_path().glob("*.[tjc]*") for i, t in of_file(path).items()}
    assert [i for i, n in words.items() if not 250 <= n <= 600] == ["mp-lugarno-1"]


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_gold_is_named_after_an_article(name: str) -> None:
    assert gold(name)["document"] == name
    assert name in articles()


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_every_gold_text_occurs_in_its_article(name: str) -> None:
    g, text = gold(name), articles()[name]
    wanted = [record["text"] for key in RECORDS for record in g.get(key, [])]
    wanted += [*g["boilerplate"], *g["subheads"], g["title"], g.get("dateline", "")]
    assert [w for w in wanted if norm(w) not in text] == []


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_statements_stand_in_the_order_of_the_text(name: str) -> None:
    text, at = articles()[name], len(norm(gold(name)["title"]))
    for statement in gold(name)["statements"]:
        at = text.find(norm(statement["text"]), at)
        assert at >= 0, statement["text"]


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_speakers_and_parties_are_named_in_their_article(name: str) -> None:
    g, text = gold(name), articles()[name].casefold()
    named = [s["speaker"] for s in g["statements"] if s["speaker"] != "unknown"]
    named += [p["party"] for p in g["positions"]] + [p for e in g["encounters"] for p in e["participants"]]
    assert [n for n in named if norm(n).casefold() not in text] == []


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_gold_uses_the_words_of_the_model(name: str) -> None:
    g = gold(name)
    assert {s["form"] for s in g["statements"]} <= set(get_args(Form))
    assert {s["act"] for s in g["statements"]} <= set(get_args(Act))
    assert {p["stance"] for p in g["positions"]} <= set(get_args(Stance))
    assert {e["kind"] for e in g["encounters"]} <= set(get_args(EncounterKind))
    assert {e["status"] for e in g["encounters"]} <= set(get_args(EncounterStatus))
    assert {c["status"] for c in g.get("commitments", [])} <= set(get_args(CommitmentStatus))


@pytest.mark.parametrize("name", ARTICLE_GOLD)
def test_direct_statements_stand_in_quotation_marks(name: str) -> None:
    text = articles()[name]
    for statement in gold(name)["statements"]:
        if statement["form"] == "direct":
            before = text[: text.find(norm(statement["text"]))]
            opened = [m.start() for m in re.finditer(r"(?<!\S)[\"'](?=\S|$)", before)]
            closed = [m.start() for m in re.finditer(r"(?<=[,.?!])[\"'](?!\w)", before)]
            assert opened, statement["text"]
            assert max(opened) > max(closed, default=-1), statement["text"]


def test_pairs_across_name_articles() -> None:
    across = gold("across")
    pairs = [*across["same_wire"], *across["not_same_wire"]]
    assert [p for p in pairs if len(set(p)) != 2 or not set(p) <= articles().keys()] == []
    assert set(across["composite"]) <= articles().keys()


def test_edits_and_claims_across_are_in_the_coverage() -> None:
    across, everything = gold("across"), "\n".join(articles().values())
    assert {e["kind"] for e in across["edits"]} <= set(get_args(EditKind))
    wanted = [side for e in across["edits"] for side in (e["a"], e["b"])]
    wanted += [value for f in across["figures_in_conflict"] for value in f["values"]]
    wanted += [n for c in across["claims"] for n in (*c["asserted_by"], *c["denied_by"])]
    wanted += [n for names in (*across["same_actor"], *across["not_same_actor"]) for n in names]
    wanted += [*across["process"]["tracks"], *across["process"]["baskets"], across["process"]["round"]["text"]]
    assert [w for w in wanted if norm(w).casefold() not in everything.casefold()] == []


def test_a_shared_statement_is_in_as_many_articles_as_across_says() -> None:
    shared = gold("across")["independent_sources"]
    counted = {s["text"]: sum(norm(s["text"]) in text for text in articles().values()) for s in shared}
    assert counted == {s["text"]: s["articles"] for s in shared}


def test_lineage_pairs_name_articles_and_relations() -> None:
    with (gold_path() / "lineage.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert {r["relation"] for r in rows} == set(get_args(Relation)) - {"none"}
    assert [r for r in rows if not {r["article_a"], r["article_b"]} <= articles().keys()] == []
    assert len({frozenset((r["article_a"], r["article_b"])) for r in rows}) == len(rows)


def test_across_and_lineage_agree() -> None:
    with (gold_path() / "lineage.tsv").open(encoding="utf-8", newline="") as lines:
        relation = {
            frozenset((r["article_a"], r["article_b"])): r["relation"] for r in csv.DictReader(lines, delimiter="\t")
        }
    across = gold("across")
    assert {relation[frozenset(pair)] for pair in across["same_wire"]} == {"wire"}
    assert "wire" not in {relation.get(frozenset(pair)) for pair in across["not_same_wire"]}
