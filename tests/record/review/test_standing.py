from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.errors import ReviewError
from aidememoire.model.articles import Article
from aidememoire.model.events import Event
from aidememoire.model.facts import Fact, Party, Statement
from aidememoire.model.ids import content_id
from aidememoire.model.reviews import Named, Review, Word
from aidememoire.record.review.correcting import Changes
from aidememoire.record.review.saying import Saying, word
from aidememoire.record.review.standing import settle, stand, weigh
from tests.support import article, party, span, statement

TEXT = """Envoy speaks in Lugarno
Petar Solvane said the ports stay closed. Ilse Verhane said the road to Halvet is open.
Tomas Okrelo told reporters nothing more was agreed.
"""
ONE = article("one", TEXT)
LATER = article("one", "A new line on top\n" + TEXT.replace("nothing more was agreed", "little was agreed"))


def reading(of: Article, *, speaker: str = "Petar Solvane", act: str = "assert") -> tuple[Fact, ...]:
    """What the machine reads of the article."""
    people = {name: party(of, name, "person") for name in ("Petar Solvane", "Ilse Verhane", "Tomas Okrelo")}
    return (
        *people.values(),
        statement(of, "the ports stay closed", people[speaker], act),
        statement(of, "the road to Halvet is open", people["Ilse Verhane"]),
    )


FACTS = reading(ONE)
SOLVANE, VERHANE, OKRELO, PORTS, ROAD = FACTS
assert isinstance(PORTS, Statement)


def say(
    said: Sequence[Review], who: str, what: str, facts: Sequence[Fact] = FACTS, of: Article = ONE, **more: Any
) -> list[Review]:
    """What has been said, and one word more, on the statement about the ports if nothing else is named."""
    saying = Saying(who, cast(Word, what), of.id, **({"fact": PORTS.id} | more))
    return [*said, word(saying, len(said) + 1, "2031-05-03T10:00:00+00:00", of, facts, said)]


def by(named: Fact | Named) -> Changes:
    assert isinstance(named, Party | Named)
    return Changes(parties={"speaker": (Named(named.id, named.name, named.kind),)})


def statements(facts: Sequence[Fact]) -> dict[str, str | None]:
    """The words of each statement, and who said them."""
    names = {f.id: f.name for f in facts if isinstance(f, Party)}
    return {f.words: names[f.speaker] if f.speaker else None for f in facts if isinstance(f, Statement)}


def test_what_nobody_spoke_of_stands_as_it_was_read() -> None:
    assert stand(ONE, FACTS, ()) == FACTS
    assert settle(ONE, FACTS, say((), "Ada", "accept")) == {}


def test_what_is_rejected_is_no_fact() -> None:
    said = say((), "Ada", "reject")
    assert settle(ONE, FACTS, said) == {PORTS.id: None}
    assert statements(stand(ONE, FACTS, said)) == {"the road to Halvet is open": "Ilse Verhane"}


def test_what_is_corrected_stands_corrected_with_its_span() -> None:
    said = say((), "Ada", "correct", changes=by(OKRELO))
    (made,) = settle(ONE, FACTS, said).values()
    assert isinstance(made, Statement)
    assert (made.id, made.speaker, made.content.text) == (PORTS.id, OKRELO.id, "the ports stay closed")
    assert made.speaker_span == span(TEXT, "Tomas Okrelo")
    assert said[0].before is not None
    assert "Tomas" not in said[0].before


def test_a_party_that_the_machine_does_not_know_comes_with_its_name() -> None:
    said = say((), "Ada", "correct", changes=by(Named("", "Henrike Aldous", "person")))
    assert statements(stand(ONE, FACTS, said))["the ports stay closed"] == "Henrike Aldous"


def test_a_fact_that_was_missed_is_added() -> None:
    at = span(TEXT, " nothing more was agreed")
    said = say((), "Ada", "add", fact=None, kind="statement", start=at.start, end=at.end, changes=by(OKRELO))
    assert statements(stand(ONE, FACTS, said))["nothing more was agreed"] == "Tomas Okrelo"
    rejected = say(said, "Ben", "reject", fact=said[0].fact)
    assert "nothing more was agreed" not in statements(stand(ONE, FACTS, rejected))
    (case,) = weigh(ONE, FACTS, rejected).cases
    assert case.disputed


def test_of_two_reviewers_the_later_wins_and_the_disagreement_stays() -> None:
    said = say(say((), "Ada", "reject"), "Ben", "accept")
    (case,) = weigh(ONE, FACTS, said).cases
    assert (case.stands, case.disputed, [w.reviewer for w in case.words]) == (PORTS, True, ["Ada", "Ben"])


def test_who_says_the_same_as_another_does_not_disagree() -> None:
    said = say(say((), "Ada", "correct", changes=by(OKRELO)), "Ben", "correct", same=1)
    (case,) = weigh(ONE, FACTS, said).cases
    assert not case.disputed


def test_the_later_word_of_one_reviewer_takes_the_place_of_his_earlier() -> None:
    said = say(say((), "Ada", "reject"), "Ada", "accept")
    (case,) = weigh(ONE, FACTS, said).cases
    assert (case.stands, case.disputed, len(case.words)) == (PORTS, False, 1)


def test_a_word_taken_back_was_never_said_and_the_earlier_one_holds_again() -> None:
    said = say(say((), "Ada", "reject"), "Ada", "accept")
    assert settle(ONE, FACTS, say(said, "Ada", "undo", undoes=2)) == {PORTS.id: None}
    assert settle(ONE, FACTS, say(say((), "Ada", "reject"), "Ada", "undo", undoes=1)) == {}


@pytest.mark.parametrize(
    ("who", "what", "more", "told"),
    [
        ("", "accept", {}, "name has 1 to 80"),
        ("A" * 81, "accept", {}, "name has 1 to 80"),
        ("Ada", "accept", {"fact": "statement-0"}, "no fact of this article"),
        ("Ada", "reject", {"fact": SOLVANE.id}, "no fact of this article"),
        ("Ada", "undo", {"undoes": 7}, "no word 7"),
        ("Ada", "add", {"kind": "party"}, "no kind of fact"),
        ("Ada", "add", {"kind": "statement", "start": 5, "end": 5}, "no span"),
        ("Ada", "correct", {"changes": Changes({"act": "sing"})}, "act is one of"),
        ("Ada", "accept", {"note": "n" * 2001}, "at most 2000"),
    ],
)
def test_words_that_say_nothing_are_refused(who: str, what: str, more: dict[str, Any], told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        say((), who, what, **more)


def test_nobody_takes_back_the_word_of_another() -> None:
    with pytest.raises(ReviewError, match="Ada's word"):
        say(say((), "Ada", "reject"), "Ben", "undo", undoes=1)


def test_a_word_carries_over_to_another_text_that_is_read_alike() -> None:
    facts = reading(LATER)
    rejected = stand(LATER, facts, say((), "Ada", "reject"))
    assert statements(rejected) == {"the road to Halvet is open": "Ilse Verhane"}
    said = say((), "Ada", "correct", changes=by(OKRELO))
    corrected = stand(LATER, facts, said)
    assert statements(corrected)["the ports stay closed"] == "Tomas Okrelo"
    assert all(f.article == LATER.id for f in corrected)
    assert all(
        LATER.text[s.start : s.end] == s.text for f in corrected if isinstance(f, Statement) for s in [f.content]
    )
    assert not weigh(LATER, facts, said).cases[0].again


def test_in_the_same_text_the_reviewed_version_stays_however_the_program_reads_it_now() -> None:
    accepted = say((), "Ada", "accept")
    anew = reading(ONE, speaker="Ilse Verhane")
    assert statements(stand(ONE, anew, accepted))["the ports stay closed"] == "Petar Solvane"
    other_id = tuple(replace(f, id="statement-9") if f.id == PORTS.id else f for f in anew)
    assert statements(stand(ONE, other_id, accepted))["the ports stay closed"] == "Petar Solvane"
    unread = tuple(f for f in FACTS if f != PORTS)
    assert statements(stand(ONE, unread, accepted))["the ports stay closed"] == "Petar Solvane"
    rejected = say((), "Ada", "reject")
    assert "the ports stay closed" not in statements(stand(ONE, other_id, rejected))


def test_only_where_text_and_reading_both_changed_it_is_to_be_looked_at_again() -> None:
    said = say((), "Ada", "reject")
    facts = reading(LATER, speaker="Ilse Verhane")
    (case,) = weigh(LATER, facts, said).cases
    assert case.again
    assert statements(stand(LATER, facts, said))["the ports stay closed"] == "Ilse Verhane"
    (new,) = [f for f in facts if isinstance(f, Statement) and f.words == "the ports stay closed"]
    looked = say(said, "Ben", "accept", facts, LATER, fact=new.id)
    (case,) = weigh(LATER, facts, looked).cases
    assert not case.again


def test_what_was_added_stays_where_its_words_still_stand() -> None:
    for words, again in (("told reporters", False), ("nothing more was agreed", True)):
        at = span(TEXT, words)
        said = say((), "Ada", "add", fact=None, kind="statement", start=at.start, end=at.end)
        (case,) = weigh(LATER, reading(LATER), said).cases
        assert case.again == again
        assert (words in statements(stand(LATER, reading(LATER), said))) != again


def test_a_coded_event_goes_with_the_fact_it_was_made_of_and_follows_its_parties() -> None:
    assert isinstance(PORTS, Statement)
    event = Event(
        content_id("event", "1"), ONE.id, "REJECT", None, (SOLVANE.id,), (), ("Solvane",), (), "asserted", SOLVANE.id,
        None, None, (), PORTS.content, (PORTS.id,),
    )  # fmt: skip
    facts = (*FACTS, event)
    assert settle(ONE, facts, say((), "Ada", "reject", facts)) == {PORTS.id: None, event.id: None}
    now = settle(ONE, facts, say((), "Ada", "correct", facts, changes=by(OKRELO)))[event.id]
    assert isinstance(now, Event)
    assert (now.sources, now.reporter) == ((OKRELO.id,), OKRELO.id)


WORDS = st.sampled_from(["accept", "reject", "speaker", "act"])


@given(
    st.lists(st.tuples(st.sampled_from(["Ada", "Ben"]), WORDS), max_size=6),
    st.sampled_from(["accept", "reject", "act"]),
)
def test_taking_back_restores_whatever_stood_before(words: list[tuple[str, str]], last: str) -> None:
    said: list[Review] = []
    for who, what in words:
        said = _one(said, who, what)
    before = settle(ONE, FACTS, said)
    then = _one(said, "Ada", last)
    back = say(then, "Ada", "undo", undoes=len(then))
    assert settle(ONE, FACTS, back) == before
    assert sorted(stand(ONE, FACTS, back), key=lambda f: f.id) == sorted(stand(ONE, FACTS, said), key=lambda f: f.id)


def _one(said: list[Review], who: str, what: str) -> list[Review]:
    changes = {"speaker": by(OKRELO), "act": Changes({"act": "hope"})}.get(what, Changes())
    return say(said, who, "correct" if what in ("speaker", "act") else what, changes=changes)
