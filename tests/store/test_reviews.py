from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from aidememoire.errors import RecordError, ReviewError
from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact, Statement
from aidememoire.model.joined import Claim
from aidememoire.model.reviews import Review
from aidememoire.store import Place, open_record
from aidememoire.store.check import problems
from tests.store.stored import save
from tests.support import sample

SAMPLE = sample()
WIRE = SAMPLE.ids[0]


@pytest.fixture
def path(place: Place) -> Place:
    return save(SAMPLE, place)


def reject(fact: Statement) -> object:
    def say(number: int, article: Article, read: Sequence[Fact], said: Sequence[Review]) -> Review:
        return Review(
            f"review-{number}", number, "2031-05-03T10:00:00+00:00", "Ada", "reject", "statement", fact.id,
            article.source_id, article.text_sha256, fact.content, None, None,
        )  # fmt: skip

    return say


def settle(article: Article, facts: Sequence[Fact], said: Sequence[Review]) -> dict[str, Fact | None]:
    return {review.fact: None for review in said}


def keep(path: Place, fact: Statement) -> Review:
    return open_record(path).review(fact.article, reject(fact), settle)  # type: ignore[arg-type]


def first(path: Place) -> Statement:
    with open_record(path).reader() as reader:
        return next(reader.facts(Statement, WIRE))


def test_a_review_is_read_back_and_its_fact_is_gone_at_once(path: Place) -> None:
    fact, edition = first(path), open_record(path).edition()
    review = keep(path, fact)
    with open_record(path).reader() as reader:
        assert list(reader.reviews()) == list(reader.reviews("a-wire")) == [review]
        assert list(reader.reviews("b-herald")) == []
        assert reader.edition() == edition + 1
        assert fact not in list(reader.facts(Statement))
        assert fact not in list(reader.facts_of(WIRE))
        assert fact in list(reader.as_read(WIRE))
        assert reader.counts()["statement"] == 8
        assert (reader.joined(), reader.last_review()) == (0, 1)


def test_links_speak_no_more_of_what_is_gone(path: Place) -> None:
    with open_record(path).reader() as reader:
        (claim,) = reader.links(Claim)
        told = [s for s in reader.facts(Statement) if s.id in {m.statement for m in claim.mentions}]
    keep(path, told[0])
    with open_record(path).reader() as reader:
        (left,) = reader.links(Claim)
        assert left.mentions == claim.mentions[1:]
        assert list(problems(reader)) == []
    for each in told[1:]:
        keep(path, each)
    with open_record(path).reader() as reader:
        assert list(reader.links(Claim)) == []


def test_publishing_keeps_reviews_and_settles_them_anew(path: Place) -> None:
    fact = first(path)
    keep(path, fact)
    with open_record(path).writer() as writer:
        writer.publish(SAMPLE.ids, SAMPLE.links, joined=1, settle=settle)
    with open_record(path).reader() as reader:
        assert fact not in list(reader.facts(Statement))
        assert (reader.joined(), reader.last_review()) == (1, 1)
    with open_record(path).writer() as writer:
        writer.publish([], ())
    with open_record(path).reader() as reader:
        assert len(list(reader.reviews())) == 1


def test_a_review_while_a_build_runs_is_kept(path: Place) -> None:
    fact = first(path)
    with open_record(path).writer() as writer:
        keep(path, fact)
        writer.publish(SAMPLE.ids, SAMPLE.links, joined=0, settle=settle)
    with open_record(path).reader() as reader:
        assert fact not in list(reader.facts(Statement))
        assert (reader.joined(), reader.last_review()) == (0, 1)


def test_many_at_once_are_all_kept(path: Place) -> None:
    with open_record(path).reader() as reader:
        facts = list(reader.facts(Statement))
    threads = [threading.Thread(target=keep, args=(path, fact)) for fact in facts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with open_record(path).reader() as reader:
        assert [r.number for r in reader.reviews()] == list(range(1, len(facts) + 1))
        assert {r.fact for r in reader.reviews()} == {f.id for f in facts}
        assert list(reader.facts(Statement)) == []


def test_a_word_that_is_refused_changes_nothing(path: Place) -> None:
    def refuse(*_: object) -> Review:
        raise ReviewError("no")

    edition = open_record(path).edition()
    with pytest.raises(ReviewError):
        open_record(path).review(WIRE, refuse, settle)
    with pytest.raises(RecordError, match="not in the record as it is now"):
        open_record(path).review("article-0", reject(first(path)), settle)  # type: ignore[arg-type]
    assert open_record(path).edition() == edition


KILLED = """
import sys, time
from aidememoire.store import place_of
from tests.store.test_reviews import first, keep
import aidememoire.store.reviewing as inside
path = place_of(sys.argv[1])
fact = first(path)
def stop(*_):
    print("there", flush=True)
    time.sleep(60)
inside.next_edition = stop
keep(path, fact)
"""


def test_who_is_killed_between_leaves_the_record_whole(path: Place) -> None:
    fact = first(path)
    root = Path(__file__).parents[2]
    one = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], cwd=root, stdout=subprocess.PIPE, text=True)
    assert one.stdout is not None
    assert one.stdout.readline() == "there\n"
    one.send_signal(signal.SIGKILL)
    one.wait()
    one.stdout.close()
    with open_record(path).reader() as reader:
        assert list(reader.reviews()) == []
        assert fact in list(reader.facts(Statement))
    assert keep(path, fact).number == 1
