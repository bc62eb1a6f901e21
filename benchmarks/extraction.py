"""What making a record of parties and statements costs beside reading them: CPU time of the stages, in one run.

usage: python -m benchmarks.extraction [ARTICLES...] [--repeat 3]

ARTICLES: files or folders, as `aidememoire build` takes them; without any, the bundled coverage. Intake and text are
done before the clock starts. Each run then takes one article after the other, as a build does: it is read (the network
and the rules of reading), and its parties and statements are extracted; at the end the actors are joined across all
articles. The time is that of the whole process on all cores, so that the network's threads count in full.

The model and the word lists are loaded before the first run, and what a run keeps of the names that it met is
forgotten before the next: every run meets them for the first time. Prints a table: the best and the worst of the runs,
row by row; then the share of reading's time that all the rest took, against its goal.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aidememoire.demo import coverage_path
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.statements.statements import statements
from aidememoire.intake.files import documents
from aidememoire.model.articles import Article, Skipped
from aidememoire.model.facts import Party
from aidememoire.reading.read import readings
from aidememoire.record.actors import actors
from aidememoire.text.articles import articles

GOAL = 50.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: CPU seconds of each stage."""

    reading: float
    extraction: float
    joining: float

    @property
    def share(self) -> float:
        """The time of extraction and joining as a share of reading's, in percent."""
        return 100 * (self.extraction + self.joining) / self.reading


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its name, the figure that it takes of a run, and how many decimals are shown."""

    name: str
    figure: Callable[[Cost], float]
    decimals: int = 2


ROWS = (
    Row("reading, s", lambda c: c.reading),
    Row("parties and statements, s", lambda c: c.extraction),
    Row("actors joined, s", lambda c: c.joining),
    Row("the last two of reading, %", lambda c: c.share, 1),
)


def taken_in(paths: Iterable[Path]) -> list[Article]:
    """The articles at `paths`, as a build takes them in; of several with one id, the first. What is skipped is told."""
    found: dict[str, Article] = {}
    for item in _all_of(paths):
        if isinstance(item, Skipped):
            print(f"skipped: {item}", file=sys.stderr)
        else:
            found.setdefault(item.source_id, item)
    return list(found.values())


def _all_of(paths: Iterable[Path]) -> Iterator[Article | Skipped]:
    for document in documents(paths):
        if isinstance(document, Skipped):
            yield document
        else:
            yield from articles([document])


def run(given: Iterable[Article]) -> Cost:
    """What it takes to read the articles, to extract their parties and statements and to join the actors."""
    reading, extraction = 0.0, 0.0
    parties: list[Party] = []
    sources: dict[str, str] = {}
    for article in given:
        begun = time.process_time()
        (read,) = readings([article])
        done = time.process_time()
        whole = cast(article, read)
        statements(article, read, whole)
        extraction += time.process_time() - done
        reading += done - begun
        parties += whole.parties
        sources[article.id] = article.source_id
    begun = time.process_time()
    actors(sorted(parties, key=lambda p: p.id), (), sources)
    return Cost(reading, extraction, time.process_time() - begun)


def runs(given: Sequence[Article], repeat: int) -> list[Cost]:
    """What each of `repeat` runs took, after one over the first article that only loads the model and the lists."""
    run(given[:1])
    found = []
    for _ in range(repeat):
        forget()
        found.append(run(given))
    return found


def forget() -> None:
    """Empties what functions of the program keep of words they met; tables of its own, kept without bound, stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("aidememoire."):
            for kept in filter(_is_bounded, list(vars(module).values())):
                kept.cache_clear()


def _is_bounded(thing: Any) -> bool:
    told = getattr(thing, "cache_info", None)
    return callable(told) and told().maxsize is not None


def line(row: Row, costs: Sequence[Cost]) -> str:
    """A row of the table: its least and its greatest figure over the runs."""
    figures = [row.figure(c) for c in costs]
    return f"{row.name:<30}{min(figures):>10.{row.decimals}f}{max(figures):>10.{row.decimals}f}"


def main(words: Sequence[str] | None = None) -> None:
    """Takes the articles in, makes the runs and prints the table. `words` are those of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args(words)
    if given.repeat < 1:
        parser.error(f"--repeat {given.repeat}: give 1 or more")
    held = taken_in(given.articles or [coverage_path()])
    if not held:
        parser.error("no article was found; give files or folders of .txt, .html, .jsonl or .csv")
    costs = runs(held, given.repeat)
    print(f"{len(held)} articles, CPU time over {len(costs)} runs")
    print(f"{'':<30}{'best':>10}{'worst':>10}")
    for row in ROWS:
        print(line(row, costs))
    print(f"{'goal: at most, %':<30}{GOAL:>10.1f}")


if __name__ == "__main__":
    main()
