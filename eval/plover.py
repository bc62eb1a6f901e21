"""Coded events held against the PLOVER gold standard records (OEDA, CC BY-SA 4.0): (source, target, event type).

`python -m eval.plover FOLDER` reads `FOLDER/plover/PLOVER_GSR_CAMEO.txt`, codes each of its sentences by itself, and
prints precision, recall and F1 of each half; `-v` lists what was missed and what was found wrong in the half that one
may look at. Each sentence is of the half of its first record: records with odd numbers "develop", with even numbers
"held back". Every event that the coder gives for a sentence counts as found, though most have one record only.

**Types.** The records have the eighteen types of PLOVER 0.5; the coder has the sixteen of the later manual. DEMAND is
REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT. Denied events are not held against the records.

**Actors.** Two actors agree if the words of one hold those of the other, without articles, possessive endings and case
("the rebels" in "Varenian rebels in Halvet"); or if both name the same country and one of them has nothing beside it
but words of governing ("Orlune" for "the Varenian government", never "Varenian police" for "Varenian students").

**Records.** An event is a record's if the types agree, each source agrees with one of the record's and each of those
with one of the event's, and the same holds of the targets; none agrees with none only. Where two did it together (more
than one source and no target, on either side; or SRC/TAR in the record's markup) it is who they were that must agree,
as sources and targets together.

The rows: `triples` as said. `type` the types alone. `actors` the triples whatever their type. `exact` triples whose
actors have the same words but for articles. `dyads` one source and one target each, all pairs of a record by
themselves. `any actor` triples where one source and one target agree, and where a record has no target any will do.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from aidememoire.extract.events.events import events
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.scene import Scene
from aidememoire.extract.statements.statements import statements
from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import content_id, text_sha256
from aidememoire.reading.read import reading

KINDS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_GOVERNING = frozenset(
    "government governments official officials authorities authority state country leaders regime administration "
    "republic of in and senior top".split()
)
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
Agree = Callable[[str, str], bool]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Triple:
    """A record or a found event: who, to whom, and what."""

    kind: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    mutual: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        """Sources and targets."""
        return (*self.sources, *self.targets)

    def pairs(self) -> Iterator[Triple]:
        """One event for each source with each target; of two that did it together one for both."""
        if len(self.sources) > 1 and not self.targets:
            yield Triple(self.kind, self.sources[:1], self.sources[1:], mutual=True)
            return
        for source, target in product(self.sources or ("",), self.targets or ("",)):
            yield Triple(self.kind, (source,) if source else (), (target,) if target else (), self.mutual)


@dataclass(frozen=True, slots=True)
class Score:
    """Right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        counts = f"({self.right}/{self.found}/{self.wanted})"
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {self.f1:.3f}  {counts}"


def words_of(text: str) -> tuple[str, ...]:
    """The words of an actor in small letters, without articles and possessive endings."""
    plain = re.sub(r"['’]s?(?!\w)", "", text.casefold())
    found = (w.replace(".", "") for w in _WORD.findall(plain))
    return tuple(w for w in found if w not in {"the", "a", "an"})


def alike(one: str, other: str) -> bool:
    """Whether two actors agree: the words of one hold the other's, or both are one country and one of them bare."""
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return mine == theirs
    short, long = sorted((mine, theirs), key=len)
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return True
    lands = countries_in(one), countries_in(other)
    shared = lands[0].keys() & lands[1].keys()
    return any(land[name] or rest[name] for name in shared for land, rest in [lands])


def exactly(one: str, other: str) -> bool:
    """Whether two actors have the same words."""
    return words_of(one) == words_of(other)


def countries_in(text: str) -> dict[str, bool]:
    """The countries that words name, each with whether they say nothing else but a government's words."""
    plain = re.sub(r"['’]s?(?!\w)", "", text).replace(",", " ").replace("-", " ").split()
    found: dict[str, bool] = {}
    for many, first in product((1, 2, 3), range(len(plain))):
        known = country_of(" ".join(plain[first : first + many])) if first + many <= len(plain) else None
        if known is not None:
            rest = [*plain[:first], *plain[first + many :]]
            bare = all(w.casefold() in _GOVERNING | {"the", "a"} for w in rest)
            found[known.country.name] = found.get(known.country.name, False) or bare
    return found


def _sets(one: Iterable[str], other: Iterable[str], agree: Agree) -> bool:
    ours, theirs = tuple(one), tuple(other)
    return all(any(agree(a, b) for b in theirs) for a in ours) and all(any(agree(a, b) for a in ours) for b in theirs)


def matches(found: Triple, record: Triple, agree: Agree = alike) -> bool:
    """Whether an event is what a record tells."""
    if found.kind != record.kind:
        return False
    if record.mutual or (not found.targets and len(found.sources) > 1):
        return _sets(found.all, record.all, agree)
    return _sets(found.sources, record.sources, agree) and _sets(found.targets, record.targets, agree)


def touches(found: Triple, record: Triple) -> bool:
    """Whether one source and one target agree; any target does for a record without one."""
    if found.kind != record.kind:
        return False
    if record.mutual:
        return sum(any(alike(a, b) for b in found.all) for a in record.all) > 1
    source = not record.sources or any(alike(a, b) for a in found.sources for b in record.sources)
    return source and (not record.targets or any(alike(a, b) for a in found.targets for b in record.targets))


def paired(found: Iterable[Triple], wanted: Iterable[Triple], same: Callable[[Triple, Triple], bool]) -> Score:
    """How many of the found are wanted, each wanted one counting once."""
    mine, left = list(found), list(wanted)
    score = Score(0, len(mine), len(left))
    for each in mine:
        hit = next((w for w in left if same(each, w)), None)
        if hit is not None:
            left.remove(hit)
            score += Score(right=1)
    return score


def rows(found: tuple[Triple, ...], wanted: tuple[Triple, ...]) -> dict[str, Score]:
    """The scores of one sentence."""
    ours, theirs = [p for t in found for p in t.pairs()], [p for t in wanted for p in t.pairs()]
    return {
        "triples": paired(found, wanted, matches),
        "type": paired(found, wanted, lambda f, w: f.kind == w.kind),
        "actors": paired(found, wanted, lambda f, w: matches(Triple(w.kind, f.sources, f.targets), w)),
        "exact": paired(found, wanted, lambda f, w: matches(f, w, exactly)),
        "dyads": paired(ours, theirs, matches),
        "any actor": paired(found, wanted, touches),
    }


def record_of(row: Row) -> Triple:
    """A record of the file as a triple."""
    sources, targets = _names(row.get("source")), _names(row.get("target"))
    markup = row["textInfo"]["markup"] if isinstance(row["textInfo"], dict) else str(row["textInfo"])
    mutual = "SRC/TAR" in markup or (len(sources) > 1 and not targets)
    return Triple(KINDS.get(str(row["event"]), str(row["event"])), sources, targets, mutual)


def _names(actors: object) -> tuple[str, ...]:
    return tuple(str(a["actorText"]) for a in actors if isinstance(a, dict)) if isinstance(actors, list) else ()


def scene_of(text: str) -> Scene:
    """A sentence as an article of its own."""
    name = content_id("article", text)
    body = (Paragraph(0, len(text), text, "body"),)
    article = Article(
        name, name, text, text_sha256(text), None, None, (), (), None, None, None, "en", None, False, (), (), body
    )
    read = reading(article)
    whole = cast(article, read)
    return Scene.of(article, read, whole, statements(article, read, whole))


def coded(scene: Scene) -> tuple[Triple, ...]:
    """What the coder finds in a sentence, without what is denied."""
    return tuple(Triple(e.kind, e.source_texts, e.target_texts) for e in events(scene) if e.status == "asserted")


def sentences(path: Path) -> dict[str, tuple[str, list[Triple]]]:
    """The sentences of the file, each with its half and its records."""
    found: dict[str, tuple[str, list[Triple]]] = {}
    for row in json.loads(path.read_text(encoding="utf-8")):
        if row.get("text"):
            half = "develop" if int(row["id"][-4:]) % 2 else "held back"
            found.setdefault(row["text"], (half, []))[1].append(record_of(row))
    return found


def measure(path: Path, *, verbose: bool = False) -> dict[str, dict[str, Score]]:
    """The scores of each half."""
    totals: dict[str, dict[str, Score]] = {"develop": {}, "held back": {}}
    for text, (half, wanted) in sentences(path).items():
        found = coded(scene_of(text))
        scores = rows(found, tuple(wanted))
        for name, score in scores.items():
            totals[half][name] = totals[half].get(name, Score()) + score
        if verbose and half == "develop" and scores["triples"].right < max(len(wanted), len(found)):
            print(text, *(f"  wanted {w}" for w in wanted), *(f"  found  {f}" for f in found), sep="\n")
    return totals


def main(argv: list[str]) -> None:
    """Prints the measures of both halves."""
    folders = [a for a in argv if not a.startswith("-")]
    if not folders:
        sys.exit("python -m eval.plover FOLDER: the folder that holds plover/PLOVER_GSR_CAMEO.txt")
    totals = measure(Path(folders[0]) / "plover" / "PLOVER_GSR_CAMEO.txt", verbose="-v" in argv)
    for half, scores in totals.items():
        print(half, *(f"  {name:10} {score}" for name, score in scores.items()), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
