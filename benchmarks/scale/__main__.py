"""How long the lineage stage takes on a large collection, what memory, and what it finds of the planted reworkings.

usage: python -m benchmarks.scale [--only WAY] FOLDER [FOLDER ...]

FOLDER: a collection made by `python -m benchmarks.scale.collection`. Every way (the lineage stage; MinHash with a
banded index by datasketch and by rensa, where they are installed) runs alone in a fresh process, one after the other.
Prints, for each: the seconds of processor and of clock, the peak of memory with the articles and what the articles
alone take, the pairs called one wire, the share of planted copies found by strength ("recall" is of all but the
crowd's; crowd: the share of a hundred printings that lie in one family with their original), and the share of the
called pairs that are of one planted family. Every family is known, so that precision is of all pairs and no estimate.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.scale.ways import WAYS, Pair, read_articles

HEAD = f"{'':<34}{'cpu s':>8}{'clock s':>9}{'MB':>8}{'articles':>10}{'pairs':>9}{'recall':>8}{'light':>7}{'medium':>8}"
TAIL = f"{'heavy':>7}{'crowd':>7}{'precision':>11}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a way did: seconds, megabytes, and shares from 0 to 1."""

    cpu: float
    clock: float
    megabytes: float
    articles_megabytes: float
    pairs: int
    recall: dict[str, float]
    precision: float


class Families:
    """Sets that are joined pair by pair."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._above: dict[str, str] = {}
        for a, b in pairs:
            self._above[self.of(a)] = self.of(b)

    def of(self, name: str) -> str:
        """The family that a name belongs to."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = self._above.get(above, above)
            name = above
        return name


def measured(way: Callable[..., Iterable[Pair]], folder: Path) -> Outcome:
    """Runs a way over a collection in this process."""
    articles = read_articles(folder / "articles.jsonl")
    alone = _megabytes()
    cpu, clock = time.process_time(), time.perf_counter()
    found = {(min(a, b), max(a, b)) for a, b in way(articles)}
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    peak = _megabytes()
    with (folder / "truth.tsv").open(encoding="utf-8") as rows:
        planted = [(r["copy"], r["original"], r["strength"]) for r in csv.DictReader(rows, delimiter="\t")]
    true = Families((a, b) for a, b, _ in planted)
    right = sum(true.of(a) == true.of(b) for a, b in found)
    return Outcome(cpu, clock, peak, alone, len(found), _recall(planted, found), right / max(1, len(found)))


def _recall(planted: list[tuple[str, str, str]], found: set[Pair]) -> dict[str, float]:
    """The share of planted copies found, by strength, and of all but the crowd's as "all"."""
    called = Families(found)
    hits: dict[str, list[bool]] = {}
    for copy, original, strength in planted:
        if strength == "crowd":
            hits.setdefault(strength, []).append(called.of(copy) == called.of(original))
            continue
        hit = (min(copy, original), max(copy, original)) in found
        hits.setdefault(strength, []).append(hit)
        hits.setdefault("all", []).append(hit)
    return {strength: sum(each) / len(each) for strength, each in hits.items()}


def _megabytes() -> float:
    """The peak of this process's memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def line(name: str, outcome: Outcome) -> str:
    """A row of the table."""
    r = {strength: f"{share:.3f}" for strength, share in outcome.recall.items()}
    return (
        f"{name:<34}{outcome.cpu:>8.1f}{outcome.clock:>9.1f}{outcome.megabytes:>8.0f}{outcome.articles_megabytes:>10.0f}"
        f"{outcome.pairs:>9}{r.get('all', '-'):>8}{r.get('light', '-'):>7}{r.get('medium', '-'):>8}"
        f"{r.get('heavy', '-'):>7}{r.get('crowd', '-'):>7}{outcome.precision:>11.3f}"
    )


def main(folders: list[Path], ways: Iterable[str]) -> None:
    """Run every way on every collection, each in a process of its own, and print the table."""
    print(HEAD + TAIL, flush=True)
    for folder in folders:
        for way in ways:
            command = [sys.executable, "-m", "benchmarks.scale", "--in-this-process", way, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                print(line(f"{folder.name} {way}", Outcome(**json.loads(done.stdout))), flush=True)
            else:
                print(f"{folder.name} {way}: SKIPPED: {done.stderr.strip().splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    if given[:1] == ["--in-this-process"] and len(given) == 3:
        print(json.dumps(asdict(measured(WAYS[given[1]], Path(given[2])))))
    elif given[:1] == ["--only"] and len(given) > 2 and given[1] in WAYS:
        main([Path(name) for name in given[2:]], [given[1]])
    elif given and not given[0].startswith("-"):
        main([Path(name) for name in given], WAYS)
    else:
        sys.exit(__doc__)
