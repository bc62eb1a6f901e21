"""Claims held against gold: which statements are joined, how many origins stand behind them, how figures agree.

`python -m eval.claims [-v]` builds the invented coverage of `eval/claims` and prints, for each half of its gold, a
row a measure; `-v` prints each miss of half a, `-v b` those of half b, which is not
looked at while the program is mended.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import yaml

from aidememoire.pipeline import build
from aidememoire.store import open_record
from aidememoire.views.export import export
from eval.record import Export, Row, Tally

FOLDER = Path(__file__).parent / "claims"
Pair = frozenset[str]


def exported(coverage: Path) -> Export:
    """The record of the articles in a YAML file, as it is exported."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "coverage.jsonl"
        articles = yaml.load(coverage.read_text(encoding="utf-8"), yaml.BaseLoader)
        given.write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
        record = Path(folder) / "record.db"
        build([given], record)
        out = io.StringIO()
        with open_record(record).reader() as reader:
            export(reader, out)
    return Export(out.getvalue().splitlines())


class Wanted:
    """The gold of one half, with the statements of the record that it names."""

    def __init__(self, record: Export, gold: Row, half: str) -> None:
        self.record = record
        self.claims = [c for c in gold["claims"] if c["half"] == half]
        self.figures = [f for f in gold["figures"] if f["half"] == half]
        self.of = {s["id"]: s for s in record.of["statement"]}
        self.claim_of = {m["statement"]: c for c in record.of["claim"] for m in c["mentions"]}

    def find(self, kind: str, where: Sequence[str]) -> str | None:
        """The id of the fact that holds the words in that article; None where there is none."""
        article, words = where
        hits = self.record.holding(kind, self.record.articles[article]["id"], words)
        return str(hits[0]["id"]) if hits else None

    def found(self, claim: Row, side: str) -> list[str]:
        """The statements of one side of a claim, those that were found."""
        return [i for where in claim.get(side) or () if (i := self.find("statement", where))]

    def say(self, pair: Pair) -> str:
        """Two statements in a few words."""
        return " | ".join(f"{self.of[i]['act']}: {self.of[i]['content']['text'][:70]}" for i in sorted(pair))


def score(want: Wanted, tally: Tally) -> None:
    """Adds the measures of one half to the tally."""
    for claim in want.claims:
        for where in (*(claim.get("mentions") or ()), *(claim.get("denials") or ())):
            tally.add("mention found", want.find("statement", where), str(where))
    one = {frozenset(p) for c in want.claims for side in ("mentions", "denials") for p in _pairs(want.found(c, side))}
    answers = {
        frozenset((a, b)) for c in want.claims for a in want.found(c, "mentions") for b in want.found(c, "denials")
    }
    joined = [frozenset(p) for p in _joined(want)]
    sides = [(p, p not in one and len({want.of[i]["act"] == "deny" for i in p}) == 2) for p in joined]
    _compare("joined", one, {p for p, two in sides if not two}, want, tally)
    _compare("denial", answers, {p for p, two in sides if two}, want, tally)
    for claim in want.claims:
        _score_origins(want, claim, tally)
    for figure in want.figures:
        _score_figures(want, figure, tally)


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(dict.fromkeys(ids), 2)


def _joined(want: Wanted) -> Iterator[tuple[str, str]]:
    """The pairs that the record joins, in claims that touch a statement of this half."""
    named = {i for c in want.claims for side in ("mentions", "denials") for i in want.found(c, side)}
    for claim in want.record.of["claim"]:
        ids = [m["statement"] for m in claim["mentions"]]
        if named & set(ids):
            yield from _pairs(ids)


def _compare(name: str, wanted: set[Pair], found: set[Pair], want: Wanted, tally: Tally) -> None:
    for pair in sorted(found, key=sorted):
        tally.add(f"{name} pairs, precision", pair in wanted, want.say(pair))
    for pair in sorted(wanted, key=sorted):
        tally.add(f"{name} pairs, recall", pair in found, want.say(pair))


def _score_origins(want: Wanted, claim: Row, tally: Tally) -> None:
    """The range of the claim that the most of the wanted mentions stand in; a low over the gold's overstates."""
    hits = [want.claim_of[i] for i in want.found(claim, "mentions") if i in want.claim_of]
    if not hits:
        return
    best = max(hits, key=lambda c: (sum(h["id"] == c["id"] for h in hits), c["id"]))
    low, high = best["origins"]["low"], best["origins"]["high"]
    tally.add("origins right", [low, high] == claim["origins"], f"{claim['what']}: {low}-{high}, {claim['origins']}")
    tally.add("origins not overstated", low <= claim["origins"][0], f"{claim['what']}: {low}-{high}")


def _score_figures(want: Wanted, figure: Row, tally: Tally) -> None:
    ids = [want.find("figure", where) for where in figure["members"]]
    groups = [
        (frozenset(m["figure"] for m in g["members"]), g["status"])
        for g in want.record.of["figure_group"]
        if any(m["figure"] in ids for m in g["members"])
    ]
    right = groups == ([(frozenset(ids), figure["status"])] if figure["status"] else [])
    said = [f"{len(members)} {status}" for members, status in groups]
    tally.add("figure groups right", right, f"{figure['what']}: {said}, {ids.count(None)} not found")


def measure(folder: Path = FOLDER) -> dict[str, Tally]:
    """The measures of each half of the gold."""
    record = exported(folder / "coverage.yaml")
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    tallies = {"a": Tally(), "b": Tally()}
    for half, tally in tallies.items():
        score(Wanted(record, gold, half), tally)
    return tallies


def main(argv: list[str]) -> None:
    """Prints the measures of both halves."""
    tallies = measure()
    if "-v" in argv:
        print(*tallies["b" if "b" in argv else "a"].misses, sep="\n")
    for half, tally in tallies.items():
        print(f"half {half}")
        for name, (right, wanted) in tally.rows.items():
            print(f"  {name:24} {right:4}/{wanted:<4} {right / wanted:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
