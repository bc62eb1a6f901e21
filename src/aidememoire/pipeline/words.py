"""What people say of a record, and the record joined anew by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from aidememoire.errors import ActorError
from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact, Party
from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review
from aidememoire.record.decisions import Parties
from aidememoire.record.join import join
from aidememoire.record.review.saying import Saying, word
from aidememoire.record.review.standing import settle
from aidememoire.record.roll import Roll
from aidememoire.store import Place, Reader, open_record


def roll_of(reader: Reader) -> Roll:
    """The actors of a record, to find one among."""
    sources = {article.id: article.source_id for article in reader.articles()}
    return Roll(tuple(reader.links(Actor)), Parties.of(reader.facts(Party), sources))


def decide(record: Place, word: Callable[[Roll, int, str], Decision]) -> Decision:
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


def forget(record: Place, number: int) -> Decision:
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


def review(record: Place, saying: Saying) -> Review:
    """Keeps what a person says of one fact; the facts of the record are at once as it leaves them.

    What articles say together follows when they are joined anew: see `rejoin`. A build that runs meanwhile is no
    hindrance. Raises ReviewError where the word says nothing or is on nothing, RecordError where the record can't be
    opened or written; the record then stays as it was.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")

    def say(number: int, article: Article, read: Sequence[Fact], said: Sequence[Review]) -> Review:
        return word(saying, number, made, article, read, said)

    return open_record(record).review(saying.article, say, settle)


def rejoin(record: Place) -> bool:
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
