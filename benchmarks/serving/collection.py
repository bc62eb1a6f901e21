"""A large record of invented facts, made by a seeded recipe and written straight through the store.

An article is twenty statements, and two encounters, two positions, a promise, an agreement and three figures, each a
sentence put together from the lists below: who, what they say and a place. Speakers are drawn so that a few are heard
often, and a sentence of the stock of statements stands in one to a few dozen articles. Actors join parties by name;
claims, figures, encounters and issues join what has the same words. So the record has the numbers of a large one and
the shapes of a real one, without a text being read. The same arguments give the same record.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Party, Position, Statement
from aidememoire.model.ids import content_id, text_sha256
from aidememoire.model.spans import Span
from aidememoire.store import open_record
from benchmarks.serving.joined import links
from benchmarks.serving.made import Made

STATEMENTS_EACH = 20
"""Statements an article: news articles of a peace process have about as many."""
FIRST_DAY, DAYS = date(2031, 1, 1), 730

FIRST = "Aurel Ilse Tomas Petar Henrike Marta Joren Silke Anselm Brida Casper Dorte Emil Frieda Goran Hanna".split()
LAST = "Dastan Verhane Okrelo Solvane Aldous Brenk Halder Ostrova Quill Terzan Varga Wendt Yarrow Zeman Lorne".split()
BODIES = (
    "the government", "the United Highland Council", "the Marn Valley Front", "the foreign ministry", "the army",
    "the envoy", "Kestria", "Ostmere", "the delegation", "the relief office",
)  # fmt: skip
OUTLETS = (
    "Calder Courier", "Dravik Herald", "Highland Voice", "Northern Standard", "Global Ledger", "Isle Broadcasting"
)  # fmt: skip
PLACES = "Orlune Brenmark Halvet Sennic Tessaly Lugarno Dravik Calder Marn Ostry Velm Kaldera".split()
ACTORS = (
    "talks",
    "ceasefire",
    "convoy",
    "prisoners",
    "border",
    "hospital",
    "bridge",
    "election",
    "withdrawal",
    "relief",
)
VERBS = ("reached", "left", "blocked", "accepted", "refused", "shelled", "opened", "guarded", "promised", "delayed")
OBJECTS = (
    "the detainees", "the northern road", "the observers", "the second round", "the aid corridor", "the villages",
    "the draft agreement", "the heavy weapons", "the wounded", "the river crossing", "the negotiators", "the grain",
)  # fmt: skip
WHEN = ("on Monday", "last week", "before dawn", "after the round", "without notice", "as agreed", "in spring", "again")
ACTS: tuple[Any, ...] = ("assert", "assert", "assert", "deny", "accuse", "demand", "promise", "ask")
MATTERS = ("release of detainees", "withdrawal", "aid corridor", "observers", "elections", "border posts", "amnesty")


class Text:
    """A text as it is written, sentence by sentence, each a paragraph."""

    def __init__(self) -> None:
        self.whole = ""
        self.paragraphs: list[Paragraph] = []

    def add(self, sentence: str, part: str) -> tuple[int, int]:
        """Add a paragraph; where `part` of it stands."""
        if self.whole:
            self.whole += "\n\n"
        start = len(self.whole)
        self.whole += sentence
        kind: Any = "body" if self.paragraphs else "title"
        self.paragraphs.append(Paragraph(start, len(self.whole), sentence, kind))
        at = start + sentence.index(part)
        return at, at + len(part)


def make(path: Path, statements: int, seed: int = 1) -> None:
    """Make the record at `path` with that many statements (rounded up to whole articles)."""
    made, ids = Made(), []
    with open_record(path, create=True).writer() as writer:
        for article, facts in articles(-(-statements // STATEMENTS_EACH), seed, made):
            writer.add(article, facts, "benchmark")
            ids.append(article.id)
        writer.publish(ids, links(made), maker="benchmark")


def articles(count: int, seed: int, made: Made) -> Iterator[tuple[Article, list[Fact]]]:
    """The articles with their facts; what the links join is noted in `made`."""
    draw = random.Random(seed)
    people = [f"{first} {last}" for last in LAST for first in FIRST] + list(BODIES) * 4
    draw.shuffle(people)
    stock = [_sentence(draw) for _ in range(max(50, count * 4))]
    for number in range(count):
        yield _article(number, draw, people, stock, made)


def _sentence(draw: random.Random) -> str:
    first, second = (f"{draw.choice(VERBS)} {draw.choice(OBJECTS)}" for _ in range(2))
    return f"the {draw.choice(ACTORS)} {first} near {draw.choice(PLACES)} {draw.choice(WHEN)} and {second}"


def _article(
    number: int, draw: random.Random, people: Sequence[str], stock: Sequence[str], made: Made
) -> tuple[Article, list[Fact]]:
    own = content_id("article", "serving", number)
    day = (FIRST_DAY + timedelta(days=draw.randrange(DAYS))).isoformat()
    heard = list(dict.fromkeys(people[min(int(draw.paretovariate(0.6)), len(people)) - 1] for _ in range(10)))[:6]
    text = Text()
    title = f"{draw.choice(ACTORS).capitalize()} near {draw.choice(PLACES)}: {draw.choice(OBJECTS)} {draw.choice(WHEN)}"
    text.add(title, title)
    maker = _Maker(own, draw, text, heard, made)
    facts = maker.facts(stock)
    article = Article(
        own, f"{number:06}", text.whole, text_sha256(text.whole), title, draw.choice(OUTLETS), (), (), day, "given",
        None, "en", None, False, (), (), tuple(text.paragraphs),
    )  # fmt: skip
    made.days[own] = day
    made.stories[f"{day[:7]} {title.split()[2]} {number % 40}"].append(article)
    return article, facts


class _Maker:
    """Makes the facts of one article while its text is written."""

    def __init__(self, own: str, draw: random.Random, text: Text, heard: Sequence[str], made: Made) -> None:
        self.own, self.draw, self.text, self.heard, self.made = own, draw, text, heard, made
        self.ids = {name: content_id("party", own, name) for name in heard}
        self.named: dict[str, list[Span]] = defaultdict(list)
        for name, party in self.ids.items():
            made.parties[name].append(party)

    def facts(self, stock: Sequence[str]) -> list[Fact]:
        """All facts of the article, its parties with them."""
        found: list[Fact] = [self.statement(self.draw.choice(stock)) for _ in range(STATEMENTS_EACH)]
        found += [self.encounter(), self.encounter(), self.position(), self.position(), self.promise()]
        found += [self.agreement(), *(self.figure() for _ in range(3))]
        parties: list[Fact] = [
            Party(self.ids[n], self.own, n, "person" if n[0].isupper() else "organization", (), (), tuple(spans))
            for n, spans in self.named.items()
        ]
        for name in self.heard:
            if name not in self.named:
                self.made.parties[name].remove(self.ids[name])
        return found + parties

    def span(self, sentence: str, part: str, name: str | None = None) -> Span:
        """Write a sentence; the span of `part`. `name` begins it."""
        start, end = self.text.add(sentence, part)
        if name is not None:
            head = self.text.paragraphs[-1].start
            self.named[name].append(Span(head, head + len(name), name))
        return Span(start, end, part)

    def statement(self, words: str) -> Statement:
        name, act = self.draw.choice(self.heard), self.draw.choice(ACTS)
        content = self.span(f"{name} said that {words}.", words, name)
        cue = Span(content.start - len("said that "), content.start - len(" that "), "said")
        speaker = self.named[name][-1]
        one = Statement(
            content_id("statement", self.own, content.start), self.own, self.ids[name], speaker, cue, content,
            (content,), "indirect", act,
        )  # fmt: skip
        self.made.said[words].append((one, name))
        return one

    def encounter(self) -> Encounter:
        one, other = self.heard[0], self.heard[-1]
        place = self.draw.choice(PLACES)
        words = f"{one} met {other} in {place}"
        status: Any = self.draw.choice(("planned", "held", "held", "postponed"))
        spot = self.span(words + ".", words, one)
        parties = tuple(dict.fromkeys((self.ids[one], self.ids[other] if other in self.named else self.ids[one])))
        found = Encounter(
            content_id("encounter", self.own, spot.start), self.own, "meeting", status, parties, (one, other), place,
            None, None, "Lugarno", None, spot,
        )  # fmt: skip
        self.made.meetings[f"{words}{self.draw.randrange(20)}"].append((found, (one, other)))
        return found

    def position(self) -> Position:
        name, issue = self.draw.choice(self.heard), self.draw.choice(MATTERS)
        stance: Any = self.draw.choice(("demand", "precondition", "red line", "offer", "accept", "reject"))
        words = f"{name} insists on the {issue} near {self.draw.choice(PLACES)}"
        spot = self.span(words + ".", words, name)
        found = Position(
            content_id("position", self.own, spot.start), self.own, self.ids[name], name, stance, issue, None, spot
        )
        self.made.positions[issue].append((found, name))
        return found

    def promise(self) -> Commitment:
        name, what = (
            self.draw.choice(self.heard),
            f"to spare {self.draw.choice(OBJECTS)} near {self.draw.choice(PLACES)}",
        )
        words = f"{name} promised {what}"
        spot = self.span(words + ".", words, name)
        found = Commitment(
            content_id("commitment", self.own, spot.start), self.own, self.ids[name], name, None, what, "made", (),
            None, spot,
        )  # fmt: skip
        self.made.promises[f"{name} {what}"].append((found, name))
        return found

    def agreement(self) -> Agreement:
        words = f"the ceasefire of {self.draw.choice(PLACES)}"
        spot = self.span(f"Nobody spoke of {words}.", words)
        found = Agreement(
            content_id("agreement", self.own, spot.start), self.own, (), None, words, "ceasefire", None, spot
        )
        self.made.agreements[words].append(found)
        return found

    def figure(self) -> Figure:
        value, subject = float(self.draw.randrange(3, 90)), f"wounded in {self.draw.choice(PLACES)}"
        words = f"{value:.0f} people were {subject}"
        spot = self.span(f"Some {words}.", words)
        found = Figure(
            content_id("figure", self.own, spot.start), self.own, subject, "people", value, value, value, "exactly",
            None, None, spot,
        )  # fmt: skip
        self.made.figures[f"{subject} {self.draw.randrange(60)}"].append(found)
        return found
