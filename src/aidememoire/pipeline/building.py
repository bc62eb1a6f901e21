"""The stages in order: the only place where they meet the store.

An article is read once: `build` leaves alone what the record already holds, read by the same program from the same
words. What it reads is kept as pending, and becomes part of the record in one step at the end, so that an interrupted
build changes nothing and the next one goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aidememoire.errors import NothingToReadError
from aidememoire.intake.files import documents
from aidememoire.lineage.links import links as lineage_links
from aidememoire.model.articles import Document, Skipped
from aidememoire.model.reviews import Review
from aidememoire.pipeline.progress import Progress
from aidememoire.pipeline.versions import article_id, linker_version, version_for
from aidememoire.pipeline.workers import cores, read_all
from aidememoire.record.join import join
from aidememoire.record.review.standing import settle, stand
from aidememoire.store import Place, Record, Writer, open_record

Refuse = Callable[[Skipped], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: articles read, left as they were, and replaced by a newer text; and what was skipped."""

    read: int
    unchanged: int
    replaced: int
    skipped: tuple[Skipped, ...]


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


def build(
    paths: Iterable[Path], record: Place, progress: Progress | None = None, processes: int | None = None
) -> Built:
    """Reads the articles at `paths` into the `record`, which is made where there is none.

    Many articles are read by so many `processes`, one for each core if none is given; the record is the same.

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
        new = list(_read(gate, documents(paths, book.files), writer, tell, processes or cores()))
        wanted = {*new, *gate.unchanged}
        if not wanted:
            if book.fresh:
                book.discard()
            raise NothingToReadError("no article was found", "give files or folders of .txt, .html, .jsonl or .csv")
        replaced = {a for a, source in held.items() if source in gate.given and a not in wanted}
        if new or stale or wanted - held.keys():
            _publish(book, writer, (held.keys() - replaced) | wanted, tell)
    return Built(len(new), len(gate.unchanged), len(replaced), tuple(skipped))


def _read(
    gate: _Gate, found: Iterable[Document | Skipped], writer: Writer, tell: Progress, processes: int
) -> Iterator[str]:
    """Reads what the gate lets through into the writer; the ids of the articles read."""
    for _, done in read_all(gate.through(found), processes):
        if isinstance(done, Skipped):
            gate.refuse(done)
        else:
            article, of = done
            writer.add(article, of, gate.versions[article.id])
            tell.step(article.source_id)
            yield article.id
    writer.flush()


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
