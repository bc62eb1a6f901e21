"""The stages in order: the only place where they meet the store.

An article is read once: `build` leaves alone what the record already holds, read by the same program from the same
words. What it reads is kept as pending, and becomes part of the record in one step at the end, so that an interrupted
build changes nothing and the next one goes on where it stopped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from aidememoire.errors import NothingToReadError
from aidememoire.extract.facts import facts
from aidememoire.intake.files import documents
from aidememoire.lineage.links import links as lineage_links
from aidememoire.model.articles import Article, Document, Skipped
from aidememoire.model.facts import Fact
from aidememoire.model.ids import content_id
from aidememoire.model.links import Lineage
from aidememoire.reading.read import readings
from aidememoire.record.join import join
from aidememoire.store.record import Reader, Record, Writer, open_record
from aidememoire.text.articles import articles

READING_ROOMS = ("model", "lexicon", "intake", "text", "reading", "extract")


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
    digest = hashlib.sha256()
    for room in READING_ROOMS:
        root = Path(str(files("aidememoire") / room))
        for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def version_for(document: Document) -> str:
    """The version under which a document's facts are kept: the program's, and what was given beside the text."""
    given = (document.title, document.outlet, document.published, document.url, document.language, document.marks)
    return content_id(reader_version(), *given)


@dataclass(slots=True)
class _Gate:
    """Lets each document through once, and only where the record does not hold it already."""

    known: dict[str, str]
    source_ids: dict[str, str]
    refuse: Callable[[Skipped], None]
    wanted: dict[str, Document] = field(default_factory=dict)
    unchanged: int = 0

    def through(self, found: Iterable[Document | Skipped]) -> Iterator[Document]:
        by_source: dict[str, Document] = {}
        for item in found:
            if isinstance(item, Skipped):
                self.refuse(item)
                continue
            first = by_source.setdefault(item.source_id, item)
            if first is not item:
                self.refuse(_again(item, first))
                continue
            article = article_id(item)
            self.wanted[article] = item
            if self.known.get(article) == version_for(item):
                self.unchanged += 1
            else:
                yield item


def _again(item: Document, first: Document) -> Skipped:
    if item.text == first.text:
        return Skipped(item.where, f"the same article as {first.where}")
    return Skipped(
        item.where, f"another article has the id {item.source_id!r}: {first.where}", "give one of them another id"
    )


def article_id(document: Document) -> str:
    """The id of the article that a document becomes."""
    return content_id("article", document.source_id, document.text)


def build(paths: Iterable[Path], record: Path, progress: Progress | None = None) -> Built:
    """Reads the articles at `paths` into the record file `record`, which is made where there is none.

    Raises RecordError where the record can't be opened or written, NothingToReadError where no path holds an article.
    """
    tell = progress or Progress()
    skipped: list[Skipped] = []

    def refuse(item: Skipped) -> None:
        skipped.append(item)
        tell.skipped(item)

    with _opened(record, paths) as book:
        reader = book.reader()
        held = {a.id: a.source_id for a in reader.articles()}
        gate = _Gate(dict(reader.known()), held, refuse)
        with book.writer() as writer:
            tell.stage("reading")
            read = _read(gate, paths, writer, refuse, tell)
            if not read and not gate.unchanged:
                raise NothingToReadError("no article was found", "give files or folders of .txt, .html, .jsonl or .csv")
            done = {a for a in gate.wanted if a in reader.known()}
            sources = {gate.wanted[a].source_id for a in done}
            stays = {a for a, source in held.items() if source not in sources}
            replaced = sum(a not in done and source in sources for a, source in held.items())
            if read or stays | done != set(held):
                _publish(reader, writer, stays | done, tell)
    return Built(len(read), gate.unchanged, replaced, tuple(skipped))


def _read(
    gate: _Gate, paths: Iterable[Path], writer: Writer, refuse: Callable[[Skipped], None], tell: Progress
) -> list[str]:
    done = []
    for article, found in read(gate.through(documents(paths)), refuse):
        writer.add(article, found, version_for(gate.wanted[article.id]))
        done.append(article.id)
        tell.step(article.source_id)
    writer.flush()
    return done


def read(found: Iterable[Document], refuse: Callable[[Skipped], None]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Each document as an article with its facts; what is no article goes to `refuse`."""
    for document in found:
        for article in articles([document]):
            if isinstance(article, Skipped):
                refuse(article)
                continue
            for reading in readings([article]):
                for facts_of in facts([(article, reading)]):
                    yield article, facts_of


def _publish(reader: Reader, writer: Writer, wanted: set[str], tell: Progress) -> None:
    """Holds the wanted articles against each other and makes them, with what they say together, the record."""
    tell.stage("comparing articles")
    held = [reader.article(a) for a in sorted(wanted)]
    found = list(lineage_links(held))
    tell.stage("joining the record")
    every = (fact for article in held for fact in reader.facts_of(article.id))
    joined = join(held, every, [x for x in found if isinstance(x, Lineage)])
    writer.publish(wanted, [*found, *joined])


def _opened(record: Path, paths: Iterable[Path]) -> Record:
    return open_record(record, create=True)
