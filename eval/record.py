"""A record held against gold: how much of what a reader marked was found, and how much of what was found is right.

`python -m eval.record` builds the bundled coverage and prints a row a measure (found, wanted, share), then the mean.
The gold is one YAML file an article, as in `src/aidememoire/demo/gold`.
"""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from aidememoire.demo import coverage_path, gold_path
from aidememoire.pipeline import build
from aidememoire.record.naming.names import compare_bodies, compare_persons
from aidememoire.store import open_record
from aidememoire.views.export import export

ATTITUDES = {"believe", "want", "intend", "hope", "fear"}
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
Row = dict[str, Any]


def plain(text: str | None) -> str:
    """A text with plain quotes and dashes and single spaces, in small letters."""
    return " ".join(unicodedata.normalize("NFKC", text or "").translate(PLAIN).split()).casefold()


@dataclass(slots=True)
class Tally:
    """Right and wanted for each measure, and what was missed, in words."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, right: object, miss: str) -> None:
        """Counts one that was wanted."""
        row = self.rows.setdefault(measure, [0, 0])
        row[0] += bool(right)
        row[1] += 1
        if not right:
            self.misses.append(f"{measure}: {miss}")

    def shares(self) -> dict[str, float]:
        """The share of each measure that is right."""
        return {measure: right / wanted for measure, (right, wanted) in self.rows.items()}

    def mean(self) -> float:
        """The mean of all shares."""
        return sum(self.shares().values()) / len(self.rows)


class Export:
    """An exported record, by type and by article."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.of: dict[str, list[Row]] = defaultdict(list)
        for line in lines:
            row = json.loads(line)
            self.of[row["type"]].append(row)
        self.actors = {a["id"]: a for a in self.of["actor"]}
        self.articles = {a["source_id"]: a for a in self.of["article"]}

    def names(self, who: str | None, *texts: str | None) -> list[str]:
        """All names of an actor, and the words that stood beside its id."""
        actor = self.actors.get(who or "", {})
        return [t for t in (actor.get("name"), *actor.get("aliases", ()), *texts) if t]

    def holding(self, kind: str, article: str, text: str) -> list[Row]:
        """The facts of a kind whose evidence holds `text`, the tightest first."""
        want = plain(text)
        found = [r for r in self.of[kind] if r["article"] == article and want in plain(evidence(r))]
        return sorted(found, key=lambda r: len(evidence(r)))


def evidence(row: Row) -> str:
    """The words that a fact was read from."""
    return str((row.get("content") or row.get("evidence") or {}).get("text", ""))


def named(wanted: str, names: Iterable[str]) -> bool:
    """Whether one of the names is the party that the gold names."""
    return any(compare_persons(wanted, n) or compare_bodies(wanted, n) for n in names)


def score(export_: Export, gold: Row, tally: Tally) -> None:
    """Adds the measures of one article's gold to the tally."""
    doc = gold["document"]
    article = export_.articles.get(doc)
    tally.add("article read", article, doc)
    if article is None:
        return
    _score_article(article, gold, tally)
    _score_statements(export_, article["id"], gold, tally)
    _score_encounters(export_, article["id"], gold, tally)
    for kind in ("position", "commitment", "agreement", "figure"):
        for want in gold.get(f"{kind}s") or ():
            tally.add(f"{kind} found", export_.holding(kind, article["id"], want["text"]), f"{doc}: {want['text']}")


def _score_article(article: Row, gold: Row, tally: Tally) -> None:
    doc = gold["document"]
    if gold.get("outlet"):
        tally.add("outlet", named(gold["outlet"], [article["outlet"] or ""]), f"{doc}: {article['outlet']!r}")
    for key in ("title", "published", "dateline"):
        if key in gold:
            want = str(gold[key]) if gold[key] is not None else None
            tally.add(key, plain(article[key]) == plain(want), f"{doc}: {article[key]!r}, wanted {want!r}")
    for agency in gold.get("agencies") or ():
        tally.add("agency", named(agency, article["agencies"]), f"{doc}: {agency}")
    removed = [plain(c["text"]) for c in (*article["boilerplate"], *article["credits"])]
    for line in gold.get("boilerplate") or ():
        tally.add("boilerplate removed", any(plain(line) in r or r in plain(line) for r in removed), f"{doc}: {line}")
    for s in gold.get("statements") or ():
        tally.add("body kept", not any(plain(s["text"]) in r for r in removed), f"{doc}: {s['text']}")


def _score_statements(export_: Export, article: str, gold: Row, tally: Tally) -> None:
    used: set[str] = set()
    for want in gold.get("statements") or ():
        where = f"{gold['document']}: {want['text']}"
        hits = export_.holding("statement", article, want["text"])
        used |= {h["id"] for h in hits}
        tally.add("statement found", hits, where)
        if hits:
            best = next((h for h in hits if _speaks(export_, h, want["speaker"])), hits[0])
            _score_statement(export_, best, want, where, tally)
    for found in export_.of["statement"]:
        if found["article"] == article and found["act"] not in ATTITUDES:
            tally.add("statement precision", found["id"] in used, f"{gold['document']}: {evidence(found)[:80]}")


def _speaks(export_: Export, row: Row, wanted: str) -> bool:
    if wanted == "unknown":
        return row["speaker"] is None
    return named(wanted, export_.names(row["speaker"], (row["speaker_span"] or {}).get("text")))


def _score_statement(export_: Export, row: Row, want: Row, where: str, tally: Tally) -> None:
    tally.add("speaker", _speaks(export_, row, want["speaker"]), where)
    tally.add("form", row["form"] == want["form"], f"{where}: {row['form']}")
    tally.add("act", row["act"] == want["act"], f"{where}: {row['act']}, wanted {want['act']}")
    for key, mine in (("to", "addressee"), ("target", "target")):
        if want.get(key):
            tally.add(mine, named(want[key], export_.names(row[mine], row[f"{mine}_text"])), where)
    for link in want.get("via") or ():
        names = [n for v in row["via"] for n in export_.names(v["actor"], v["text"])]
        tally.add("via", named(link, names), where)


def _score_encounters(export_: Export, article: str, gold: Row, tally: Tally) -> None:
    for want in gold.get("encounters") or ():
        where = f"{gold['document']}: {want['kind']}: {want['text']}"
        hits = [h for h in export_.holding("encounter", article, want["text"]) if h["kind"] == want["kind"]]
        full = [h for h in hits if all(named(p, _present(export_, h)) for p in want["participants"])]
        tally.add("encounter found", hits, where)
        tally.add("participants", full, where)
        tally.add("encounter status", any(h["status"] == want["status"] for h in full or hits), where)


def _present(export_: Export, row: Row) -> list[str]:
    return [*row["participant_texts"], *(n for p in row["participants"] for n in export_.names(p))]


def golds(folder: Path) -> Iterator[Row]:
    """The gold of each article in a folder, in the order of the files' names."""
    for path in sorted(folder.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "document" in gold:
            yield gold


def measure(coverage: Path, gold: Path) -> Tally:
    """Builds a record of the coverage and holds it against the gold."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        build([coverage], record)
        out = io.StringIO()
        with open_record(record).reader() as reader:
            export(reader, out)
    tally = Tally()
    exported = Export(out.getvalue().splitlines())
    for each in golds(gold):
        score(exported, each, tally)
    return tally


def main(argv: list[str]) -> None:
    """Prints the measures of the bundled coverage, with `-v` each miss before them."""
    tally = measure(coverage_path(), gold_path())
    if "-v" in argv:
        print(*(re.sub(r"\s+", " ", m) for m in tally.misses), sep="\n")
    for name, (right, wanted) in tally.rows.items():
        print(f"{name:22} {right:4}/{wanted:<4} {right / wanted:6.1%}")
    print(f"mean {tally.mean():.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
