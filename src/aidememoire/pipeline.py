"""The stages in order: the only place where they meet the store.

An article is read once: `build` leaves alone what the record already holds, read by the same program from the same
words. What it reads is kept as pending, and becomes part of the record in one step at the end, so that an interrupted
build changes nothing and the next one goes on where it stopped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from aidememoire.errors import ActorError, NothingToReadError
from aidememoire.extract.facts import facts
from aidememoire.intake.files import documents
from aidememoire.lineage.links import links as lineage_links
from aidememoire.model.articles import Article, Document, Skipped
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact, Party
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review
from aidememoire.reading.read import readings
from aidememoire.record.decisions import Parties
from aidememoire.record.join import join
from aidememoire.record.review.saying import Saying, word
from aidememoire.record.review.standing import settle, stand
from aidememoire.record.roll import Roll
from aidememoire.store import Held, Reader, Record, Writer, open_record
from aidememoire.text.articles import articles

# The rooms whose code and data decide what is read from one text.
READING_ROOMS = ("model", "lexicon", "intake", "text", "reading", "extract")
# And those that decide what many articles say together.
LINKING_ROOMS = ("model", "lexicon", "lineage", "record")

Refuse = Callable[[Skipped], None]


class Progress:
    """What `build` tells of its way; this one stays silent."""

    def stage(self, name: str) -> None:
        """A stage begins."""

    def step(self, what: str) -> None:
        """One article is done."""

    def skipped(self, item: Skipped) -> None:
        """Something could not be read."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: articles read, left as they were, and replaced by a newer text; and what was skipped."""

    read: int
    unchanged: int
    replaced: int
    skipped: tuple[Skipped, ...]


@cache
def reader_version() -> str:
    """A digest of all that decides what is read from a text: a new version of the program reads every article again."""
    return _digest(READING_ROOMS)


@cache
def linker_version() -> str:
    """A digest of all that decides what articles say together: a new version of the program joins them again."""
    return _digest(LINKING_ROOMS)


def _digest(rooms: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        root = Path(str(files("aidememoire") / room))
        for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def version_for(document: Document) -> str:
    """The version under which a document's facts are kept: the program's, and what was given beside the text."""
    given = (document.title, document.outlet, document.published, document.url, document.language, document.marks)
    return content_id(reader_version(), *given)


def article_id(document: Document) -> str:
    """The id of the article that a document becomes."""
    return content_id("article", document.source_id, document.text)


@dataclass(slots=True)
class _Gate:
    """Lets each document through once, and only where the record does not hold it already."""

    known: Mapping[str, str]
    refuse: Refuse
    versions: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)

    def through(self, found: Iterable[Document | Skipped]) -> Iterator[Document]:
        first: dict[str, tuple[str, str]] = {}
        for item in found:
            if isinstance(item, Skipped):
                self.refuse(item)
                continue
            article = article_id(item)
            where, before = first.setdefault(item.source_id, (item.where, article))
            if where != item.where:
                self.refuse(_again(item, where, same=before == article))
                continue
            self.given.add(item.source_id)
            self.versions[article] = version_for(item)
            if self.known.get(article) == self.versions[article]:
                self.unchanged.add(article)
            else:
                yield item


def _again(item: Document, first: str, *, same: bool) -> Skipped:
    if same:
        return Skipped(item.where, f"the same article as {first}")
    return Skipped(item.where, f"its id {item.source_id!r} is that of {first}", "give one of them another id")


def build(paths: Iterable[Path], record: Path, progress: Progress | None = None) -> Built:
    """Reads the articles at `paths` into the record file `record`, which is made where there is none.

    Raises RecordError where the record can't be opened or written, NothingToReadError where no path holds an article.
    """
    tell = progress or Progress()
    skipped: list[Skipped] = []

    def refuse(item: Skipped) -> None:
        skipped.append(item)
        tell.skipped(item)

    book = open_record(record, create=True)
    with book.writer() as writer:
        with book.reader() as reader:
            held = {a.id: a.source_id for a in reader.articles()}
            stale = reader.maker() != linker_version() or reader.joined() < reader.last_review()
            gate = _Gate(reader.known(), refuse)
        tell.stage("reading")
        new = list(_read(gate, documents(paths, book.files), writer, tell))
        wanted = {*new, *gate.unchanged}
        if not wanted:
            if book.fresh:
                book.discard()
            raise NothingToReadError("no article was found", "give files or folders of .txt, .html, .jsonl or .csv")
        replaced = {a for a, source in held.items() if source in gate.given and a not in wanted}
        if new or stale or wanted - held.keys():
            _publish(book, writer, (held.keys() - replaced) | wanted, tell)
    return Built(len(new), len(gate.unchanged), len(replaced), tuple(skipped))


def _read(gate: _Gate, found: Iterable[Document | Skipped], writer: Writer, tell: Progress) -> Iterator[str]:
    """Reads what the gate lets through into the writer; the ids of the articles read."""
    for document in gate.through(found):
        done = read(document)
        if isinstance(done, Skipped):
            gate.refuse(done)
        else:
            article, of = done
            writer.add(article, of, gate.versions[article.id])
            tell.step(article.source_id)
            yield article.id
    writer.flush()


def read(document: Document) -> tuple[Article, tuple[Fact, ...]] | Skipped:
    """The document as an article with its facts, or why it is none.

    A mistake of the program in one article is that article's loss alone: it is skipped, and the message asks for it.
    """
    try:
        (article,) = articles([document])
        if isinstance(article, Skipped):
            return article
        (reading,) = readings([article])
        (of,) = facts([(article, reading)])
        if len({fact.id for fact in of}) < len(of):
            raise ValueError("two facts have one id")
    except Exception as error:
        mistake = f"the program failed on it ({type(error).__name__}: {error})"
        return Skipped(document.where, mistake, "please report this with the article")
    return article, of


def as_of(reader: Reader, day: date) -> Held:
    """The record as it could have been known at the end of a day: what its articles published by then say together.

    Articles without a date are left out, since nothing tells that they were known. What people said of who is who, and
    of single facts, holds whenever they said it. Raises NothingToReadError where no article was published by then.
    """
    known = [a for a in reader.articles() if a.published is not None and a.published[:10] <= day.isoformat()]
    if not known:
        raise NothingToReadError(f"no article of the record is dated {day} or before", "see `show` for the days it has")
    facts = [tuple(reader.facts_of(article.id)) for article in known]
    decisions = tuple(reader.decisions())
    found = list(lineage_links(known))
    links = [*found, *join(known, (fact for of in facts for fact in of), found, decisions)]
    reviews = tuple(reader.reviews())
    said = {review.source_id for review in reviews}
    as_read = {article.id: tuple(reader.as_read(article.id)) for article in known if article.source_id in said}
    return Held(known, facts, links, decisions, reviews, as_read)


def _publish(book: Record, writer: Writer, wanted: set[str], tell: Progress) -> None:
    """Holds the wanted articles against each other; they and what they say together become the record."""
    tell.stage("comparing articles")
    with book.reader(pending=True) as reader:
        held = [a for a in reader.articles() if a.id in wanted]
        found = list(lineage_links(held))
        tell.stage("joining the record")
        said = _by_source(reader.reviews())
        every = (f for a in held for f in stand(a, tuple(reader.facts_of(a.id)), said.get(a.source_id, ())))
        links = [*found, *join(held, every, found, reader.decisions())]
        joined = reader.last_review()
    writer.publish(wanted, links, maker=linker_version(), joined=joined, settle=settle)


def _by_source(reviews: Iterable[Review]) -> Mapping[str, list[Review]]:
    """The reviews of each article, by its `source_id`."""
    found: dict[str, list[Review]] = {}
    for review in reviews:
        found.setdefault(review.source_id, []).append(review)
    return found


def roll_of(reader: Reader) -> Roll:
    """The actors of a record, to find one among."""
    sources = {article.id: article.source_id for article in reader.articles()}
    return Roll(tuple(reader.links(Actor)), Parties.of(reader.facts(Party), sources))


def decide(record: Path, word: Callable[[Roll, int, str], Decision]) -> Decision:
    """Keeps what a person says of who is who, and joins the record anew by it, all in one step.

    `word` makes the decision from the actors as they are, with its number and the time. Raises what `word` does, and
    RecordError where the record can't be opened or written; the record then stays as it was.
    """
    book = open_record(record)
    with book.writer() as writer, book.reader() as reader:
        said = tuple(reader.decisions())
        number = 1 + max((d.number for d in said), default=0)
        decision = word(roll_of(reader), number, datetime.now(UTC).isoformat(timespec="seconds"))
        writer.decide((*said, decision), _joined_anew(reader, (*said, decision)), joined=reader.last_review())
    return decision


def forget(record: Path, number: int) -> Decision:
    """Takes a decision back, by its number, and joins the record anew without it; the decision.

    Raises ActorError where there is none of that number, RecordError as `decide` does.
    """
    book = open_record(record)
    with book.writer() as writer, book.reader() as reader:
        said = {d.number: d for d in reader.decisions()}
        if number not in said:
            raise ActorError(f"there is no decision {number}", "see which there are with `actors decisions`")
        gone = said.pop(number)
        writer.decide(said.values(), _joined_anew(reader, said.values()), joined=reader.last_review())
    return gone


def review(record: Path, saying: Saying) -> Review:
    """Keeps what a person says of one fact; the facts of the record are at once as it leaves them.

    What articles say together follows when they are joined anew: see `rejoin`. A build that runs meanwhile is no
    hindrance. Raises ReviewError where the word says nothing or is on nothing, RecordError where the record can't be
    opened or written; the record then stays as it was.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")

    def say(number: int, article: Article, read: Sequence[Fact], said: Sequence[Review]) -> Review:
        return word(saying, number, made, article, read, said)

    return open_record(record).review(saying.article, say, settle)


def rejoin(record: Path) -> bool:
    """Joins the record anew by what people said of its facts since; whether there was anything to do.

    Raises RecordError where a build holds the record: what that publishes will have heard them, or ask again.
    """
    book = open_record(record)
    with book.reader() as reader:
        if reader.joined() >= reader.last_review():
            return False
    with book.writer() as writer, book.reader() as reader:
        decisions = tuple(reader.decisions())
        writer.decide(decisions, _joined_anew(reader, decisions), joined=reader.last_review())
    return True


def _joined_anew(reader: Reader, decisions: Iterable[Decision]) -> list[Link]:
    """A record's links by these decisions; how its articles are related stays, since no word bears on that."""
    kinds = (Lineage, Story, Passage, Donor)
    found: list[Link] = [link for kind in kinds for link in reader.links(kind)]
    held = list(reader.articles())
    every = (fact for article in held for fact in reader.facts_of(article.id))
    return [*found, *join(held, every, found, decisions)]
