"""Which names are one: the record's comparison beside plain measures of likeness, in one run.

usage: python -m benchmarks.names CASES.csv

CASES.csv: labelled pairs of names (`schema`, `name1`, `name2`, `is_match`: true or false), as in the name bench of
nomenklatura, whose frozen matcher logic-v2 reaches 79.0 F1 over all cases at its best threshold.

The cases fall in two halves by a hash of the two names: the comparison was developed on the first; the second is the
figure to go by. Each measure is run at the threshold that is best on the first half. The record's comparison is shown
three times: as it joins whoever else there is (0.8), as it joins where one actor fits (0.7), and with its doubts, which
the record never joins, from the score that is best on the first half.
Last comes the speed, pairs a second as a share of rapidfuzz's WRatio.
"""

from __future__ import annotations

import csv
import hashlib
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from aidememoire.record.actors import JOIN, UNAMBIGUOUS
from aidememoire.record.naming.names import Match, compare_bodies, compare_persons, weigh_bodies, weigh_persons

RIVAL = "logic-v2 (its own figure, all cases)"
RIVAL_F1 = 79.0
GROUPS = ("Person", "other")

Score = Callable[["Case"], float]


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, the group of their schema, whether they are labelled one, and the half they fall in (0 or 1)."""

    group: str
    mine: str
    theirs: str
    one: bool
    half: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to score two names, by name; `threshold` is None where the first half chooses it."""

    name: str
    score: Score
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a measure said "one", how often rightly, and how often it should have."""

    said: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was said that was right, in percent."""
        return 100 * self.right / max(1, self.said)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was said, in percent."""
        return 100 * self.right / max(1, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * self.right / max(1, self.said + self.wanted)


def read_cases(path: Path) -> list[Case]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_case(row) for row in csv.DictReader(lines)]


def _case(row: dict[str, str]) -> Case:
    digest = hashlib.sha256(f"{row['name1']}\t{row['name2']}".encode()).digest()
    group = "Person" if row["schema"] == "Person" else "other"
    return Case(group, row["name1"], row["name2"], row["is_match"] == "true", digest[0] % 2)


def by_record(persons: Callable[[str, str], Match | None], bodies: Callable[[str, str], Match | None]) -> Score:
    """The score that the record gives two names, 0 where it gives none."""

    def score(case: Case) -> float:
        match = (persons if case.group == "Person" else bodies)(case.mine, case.theirs)
        return match.score if match else 0.0

    return score


def folded(measure: Callable[[str, str], float]) -> Score:
    """A measure of likeness over the two names in small letters."""
    return lambda case: measure(case.mine.casefold(), case.theirs.casefold())


MEASURES = (
    Measure("aidememoire, joined outright", by_record(compare_persons, compare_bodies), UNAMBIGUOUS),
    Measure("aidememoire, where one actor fits", by_record(compare_persons, compare_bodies), JOIN),
    Measure("aidememoire, with its doubts", by_record(weigh_persons, weigh_bodies)),
    Measure("Levenshtein similarity", folded(Levenshtein.normalized_similarity)),
    Measure("token_sort_ratio", folded(fuzz.token_sort_ratio)),
    Measure("WRatio", folded(fuzz.WRatio)),
)


def tally(cases: Sequence[Case], score: Score, threshold: float) -> Tally:
    """What calling every pair of at least `threshold` one makes of the cases."""
    said = [c for c in cases if score(c) >= threshold]
    return Tally(len(said), sum(c.one for c in said), sum(c.one for c in cases))


def best_threshold(cases: Sequence[Case], score: Score) -> float:
    """The threshold of the highest F1, the lowest of several; above 0, since at 0 every pair is one."""
    thresholds = sorted({score(c) for c in cases} - {0.0})
    return max(thresholds, key=lambda t: tally(cases, score, t).f1, default=1.0)


def rows(measure: Measure, cases: Sequence[Case]) -> list[str]:
    """A measure's lines of the table: both halves and all cases, and the second half by group."""
    first = [c for c in cases if c.half == 0]
    threshold = measure.threshold if measure.threshold is not None else best_threshold(first, measure.score)
    second = [c for c in cases if c.half == 1]
    parts = [("first half", first), ("second half", second), ("all", list(cases))]
    parts += [(f"second half, {group}", [c for c in second if c.group == group]) for group in GROUPS]
    out = []
    for part, chosen in parts:
        t = tally(chosen, measure.score, threshold)
        out.append(f"{measure.name:<34}{part:<22}{threshold:>7.2f}{t.precision:>11.1f}{t.recall:>8.1f}{t.f1:>7.1f}")
    return out


def seconds_per_pair(score: Score, cases: Sequence[Case]) -> float:
    """The time of a comparison: every case's first name with the second of the ten cases after it."""
    pairs = [
        Case(c.group, c.mine, d.theirs, False, 0)
        for i, c in enumerate(cases)
        for d in cases[i : i + 10]
        if c.group == d.group
    ]
    start = time.perf_counter()
    for pair in pairs:
        score(pair)
    return (time.perf_counter() - start) / max(1, len(pairs))


def main(path: Path) -> None:
    """Run every measure over the cases and print the table, then the speed."""
    cases = read_cases(path)
    print(f"{len(cases)} pairs, {sum(c.one for c in cases)} of them one")
    print(f"{'':<34}{'':<22}{'from':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
    # First names met, then names known: the words of a name are kept.
    speeds = [seconds_per_pair(m.score, cases) for m in (MEASURES[0], MEASURES[0], MEASURES[-1])]
    for measure in MEASURES:
        print("\n".join(rows(measure, cases)))
    print(f"{RIVAL:<63}{'':>19}{RIVAL_F1:>7.1f}")
    for name, speed in zip(("new names", "known names"), speeds[:2], strict=True):
        print(f"pairs a second, {name}: {1 / speed:,.0f} ({speeds[2] / speed:.2f} of WRatio's)")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
