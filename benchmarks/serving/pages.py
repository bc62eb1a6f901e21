"""The pages that are asked for: those of the desk, and what of the same record datasette shows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from aidememoire.model.facts import Encounter, Statement
from aidememoire.model.joined import Actor, Claim, FigureGroup
from aidememoire.model.lineage import Story
from aidememoire.model.process import EncounterGroup, Issue
from aidememoire.store import open_record
from aidememoire.store.codec import kind_of

EACH = 200
"""Things of a kind that pages are asked for of: more than an hour of one person's reading."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What a record holds, as far as pages are asked for of it: ids, and words to search."""

    articles: Sequence[str]
    ids: Mapping[str, Sequence[str]]
    statements: Sequence[str]
    places: Sequence[str]
    words: Sequence[str]


def stock(record: Path, draw: random.Random) -> Stock:
    """A draw of what a record holds."""
    with open_record(record).reader() as reader:
        articles = sorted(reader.known())
        kinds = (Actor, Claim, FigureGroup, EncounterGroup, Issue, Story)
        ids = {kind_of(kind): _some([link.id for link in reader.links(kind)], draw) for kind in kinds}
        drawn = _some(articles, draw)
        said = [s for article in drawn[:50] for s in reader.facts(Statement, article)]
        met = [e for article in drawn[:50] for e in reader.facts(Encounter, article)]
    words = sorted({word for s in said for word in s.words.split() if len(word) > 3 and word.isalpha()})
    places = sorted({e.place for e in met if e.place})
    return Stock(drawn, ids, _some([s.id for s in said], draw), places, _some(words, draw))


def _some(ids: Sequence[str], draw: random.Random) -> Sequence[str]:
    return draw.sample(ids, min(EACH, len(ids)))


def desk_pages(of: Stock, draw: random.Random) -> Mapping[str, Sequence[str]]:
    """Addresses of the desk by the name of the page."""
    ids = of.ids
    return {
        "today": ["/today"],
        "process": ["/process"],
        "positions": ["/positions"],
        "issue": [f"/positions/{i}" for i in ids["issue"]],
        "claims": [f"/claims?page={n}" for n in range(1, 41)],
        "claims, filtered": [f"/claims?party={a}" for a in ids["actor"]] + [f"/claims?words={w}" for w in of.words],
        "claim": [f"/claims/{c}" for c in ids["claim"]],
        "figures": [f"/figures?page={n}" for n in range(1, 11)],
        "figure": [f"/figures/{f}" for f in ids["figure_group"]],
        "coverage": ["/coverage"],
        "actors": [f"/actors?page={n}" for n in range(1, 5)],
        "actor": [f"/actors/{a}" for a in ids["actor"]],
        "article": [f"/articles/{a}" for a in of.articles],
        "encounter": [f"/process/encounters/{e}" for e in ids["encounter_group"]],
        "search": [f"/search?q={quote_plus(q)}" for q in searches(of, draw)],
        "search, of an actor": [f"/search?q={draw.choice(of.words)}&party={a}" for a in ids["actor"]],
        "review": [f"/review/{s}" for s in of.statements],
    }


def datasette_pages(of: Stock, draw: random.Random, database: str) -> Mapping[str, Sequence[str]]:
    """Addresses of datasette that show the same rows."""
    ids, fact, link = of.ids, f"/{database}/fact?kind__exact=", f"/{database}/link?kind__exact="
    return {
        "positions": [fact + "position&_size=50"],
        "claims": [f"{link}claim&_size=50", f"{link}claim&_sort=id&_size=50", f"{link}claim&_sort_desc=id&_size=50"],
        "claims, filtered": [f"{link}claim&_size=50&data__contains={a}" for a in ids["actor"]],
        "claim": [f"/{database}/link/{c}" for c in ids["claim"]],
        "figures": [f"{link}figure_group&_size=50"],
        "figure": [f"/{database}/link/{f}" for f in ids["figure_group"]],
        "actors": [f"{link}actor&_size=50"],
        "actor": [f"/{database}/link/{a}" for a in ids["actor"]],
        "article": [f"/{database}/article/{a},1" for a in of.articles],
        "encounter": [f"/{database}/link/{e}" for e in ids["encounter_group"]],
        "search": [f"/{database}/search_text?_size=25&_search={quote_plus(q)}" for q in searches(of, draw)],
    }


def searches(of: Stock, draw: random.Random) -> Iterator[str]:
    """Words as people type them: one or two, now and then a phrase or a beginning."""
    for _ in range(EACH):
        one, other = draw.choice(of.words), draw.choice(of.words)
        yield draw.choice((one, f"{one} {other}", f"{one} {other}", f'"{one}"', f"{one[:4]}*"))


def mixed(pages: Mapping[str, Sequence[str]], count: int, draw: random.Random) -> list[tuple[str, str]]:
    """`count` addresses with the names of their pages: as many of each, in no order."""
    names = sorted(pages)
    asked = [(name, draw.choice(pages[name])) for name in (names[n % len(names)] for n in range(count))]
    draw.shuffle(asked)
    return asked
