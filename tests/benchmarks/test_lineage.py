from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.lineage.__main__ import HERE, main, relations
from benchmarks.lineage.pairs import Gold, missing, read_articles, read_gold
from benchmarks.lineage.rivals import by_containment, by_headline, by_minhash
from benchmarks.lineage.scores import best_threshold, right_calls, right_relations, score

AB, CD, EF = frozenset("ab"), frozenset("cd"), frozenset("ef")
GOLD = [Gold(AB, "wire"), Gold(CD, "wire"), Gold(EF, "quote")]


def test_wires_are_scored_over_the_labelled_pairs_only() -> None:
    found = score({AB, EF, frozenset("xy")}, GOLD)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)
    assert right_calls({AB}, GOLD) == pytest.approx(2 / 3)
    assert right_relations({AB: "wire", EF: "background"}, GOLD) == pytest.approx(1 / 3)


def test_the_best_threshold_is_the_one_with_the_best_f1() -> None:
    assert best_threshold({AB: 0.9, CD: 0.5, EF: 0.4}, GOLD) == 0.5


def test_the_hard_cases_hold_eight_pairs_of_each_kind_and_all_their_articles() -> None:
    articles, gold = read_articles(HERE / "hard.jsonl"), read_gold(HERE / "hard.tsv")
    assert missing(gold, articles) == []
    assert len({g.pair for g in gold}) == len(gold) >= 60
    assert min(Counter(g.kind for g in gold).values()) >= 8
    assert all(len({name[0] for name in g.pair} | {g.half}) == 1 for g in gold)


def test_the_lineage_stage_keeps_its_score_on_the_hard_cases() -> None:
    found = relations(read_articles(HERE / "hard.jsonl"))
    wires = {pair for pair, relation in found.items() if relation == "wire"}
    gold = read_gold(HERE / "hard.tsv")
    assert score(wires, [g for g in gold if g.half == "a"]).f1 >= 0.95
    assert score(wires, [g for g in gold if g.half == "b"]).f1 >= 0.92


def test_rivals_find_copies_and_leave_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    text = "The ferry to Halvet sank at its mooring before dawn and nobody was on board, the harbour master said."
    path.write_text(
        "\n".join(f'{{"id": "{i}", "title": "{t}", "text": "{x}"}}' for i, t, x in (
            ("a", "Ferry sinks at Halvet", text), ("b", "Ferry sinks at Halvet", text),
            ("c", "Grain arrives", "Grain reached Brenmark by rail on Monday after a week of snow and broken bridges."),
        )),
        encoding="utf-8",
    )  # fmt: skip
    articles = read_articles(path)
    for find in (by_containment(0.5), by_minhash, by_headline):
        assert find(articles) == {frozenset("ab")}


def test_labels_without_their_articles_are_refused(tmp_path: Path) -> None:
    articles, gold = tmp_path / "articles.jsonl", tmp_path / "gold.tsv"
    articles.write_text("", encoding="utf-8")
    gold.write_text("article_a\tarticle_b\trelation\nx\ty\twire\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="article x is not in"):
        main(articles, gold)
