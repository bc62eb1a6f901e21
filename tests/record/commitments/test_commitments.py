from __future__ import annotations

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, CommitmentStatus
from aidememoire.model.joined import CommitmentGroup
from aidememoire.model.spans import Span
from aidememoire.record.commitments.agreements import agreement_groups
from aidememoire.record.commitments.commitments import commitment_groups

TEXT = "x" * 400
ACTOR = {"p-mvf": "mvf", "p-mvf-2": "mvf", "p-uhc": "uhc", "p-envoy": "aldous"}


def article(name: str, day: str | None) -> Article:
    return Article(
        name, name, TEXT, "", None, None, (), (), day, "given" if day else None, None, "en", None, False, (), (), ()
    )


ARTICLES = {"a": article("a", "2031-05-01"), "b": article("b", "2031-05-04"), "c": article("c", None)}


def told(
    where: str,
    status: CommitmentStatus,
    what: str,
    by: str | None = "p-mvf",
    at: int = 0,
    agreement: str | None = None,
    alleged_by: tuple[str, ...] = (),
    source: str | None = None,
    to: str | None = None,
) -> Commitment:
    evidence = Span.of(TEXT, at, at + 40)
    words = "the front" if by else ""
    return Commitment(
        f"{where} {status} {what}", where, by, words, to, what, status, alleged_by, agreement, evidence, source=source
    )


def groups(*facts: Commitment, agreements: tuple[Agreement, ...] = ()) -> tuple[CommitmentGroup, ...]:
    agreed = agreement_groups(agreements, ACTOR, ARTICLES, [])
    return commitment_groups(facts, ACTOR, ARTICLES, [], agreements, agreed)


def truce(where: str, at: int) -> Agreement:
    return Agreement(f"t-{where}-{at}", where, (), None, "truce", "ceasefire", None, Span.of(TEXT, at, at + 40))


def test_a_promise_in_like_words_is_one_whoever_tells_it() -> None:
    (only,) = groups(
        told("a", "made", "to open the road to Halvet", to="p-envoy"),
        told("b", "made", "open the Halvet road", by="p-mvf-2"),
    )
    assert (only.by, only.to, only.status, len(only.members)) == ("mvf", "aldous", "made", 2)


def test_other_promises_of_one_party_stay_apart() -> None:
    assert len(groups(told("a", "made", "to open the road"), told("a", "made", "to free ten captives"))) == 2


def test_a_broken_promise_is_the_one_made_before_it() -> None:
    (only,) = groups(
        told("a", "made", "to open the road", source="p-mvf"),
        told("a", "alleged broken", "promise", at=50, alleged_by=("p-uhc",), source="p-uhc"),
        told("a", "denied broken", "word", at=100, source="p-mvf"),
    )
    assert (only.what, only.alleged_by, only.status) == ("to open the road", ("uhc",), "denied broken")
    assert [(t.status, t.day, t.sources) for t in only.course] == [
        ("made", "2031-05-01", ("mvf",)),
        ("alleged broken", "2031-05-01", ("uhc",)),
        ("denied broken", "2031-05-01", ("mvf",)),
    ]


def test_to_keep_one_instrument_is_one_promise_by_any_name() -> None:
    (only,) = groups(
        told("a", "made", "abide by the truce", at=10, agreement="truce"),
        told("a", "alleged broken", "cease-fire", at=60, agreement="cease-fire", alleged_by=("p-uhc",)),
        agreements=(truce("a", 0), truce("a", 50)),
    )
    assert only.agreement is not None
    assert [t.status for t in only.course] == ["made", "alleged broken"]


def test_a_day_opens_a_turn_and_a_repeated_promise_does_not() -> None:
    (only,) = groups(
        told("a", "made", "to open the road"),
        told("b", "fulfilled", "open the road"),
        told("b", "made", "to open the road"),
        told("c", "made", "opening the road"),
    )
    assert [(t.status, t.day, t.articles) for t in only.course] == [
        ("made", "2031-05-01", ("a", "b", "c")),
        ("fulfilled", "2031-05-04", ("b",)),
    ]


def test_a_breach_by_nobody_known_is_of_its_own_article() -> None:
    found = groups(
        told("a", "alleged broken", "truce", by=None, agreement="truce", alleged_by=("p-uhc",)),
        told("b", "alleged broken", "truce", by=None, agreement="truce", alleged_by=("p-uhc",)),
    )
    assert [(g.by, g.by_text, g.status) for g in found] == [(None, "", "alleged broken")] * 2


def test_the_order_of_what_is_given_changes_nothing() -> None:
    facts = [
        told("a", "made", "to open the road"),
        told("b", "fulfilled", "open the road"),
        told("b", "made", "a swap now"),
    ]
    assert groups(*facts) == groups(*reversed(facts))
