"""What is typed, what is found by it, and that it is never older than the record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact, Party, Statement
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Claim, Mention, Origins
from aidememoire.model.spans import Span
from aidememoire.store import Place, Search, open_record
from aidememoire.store.search_words import Term, family, fold, pattern, places, terms
from tests.support import article

SAID = (
    ("a", "2031-03-01", "Calder Courier", "Petar Solvane", "the detainees will be released before the round"),
    ("b", "2031-03-05", "Dravik Herald", "Ilse Verhane", "no cease-fire holds while the village of Hálvet is shelled"),
    ("c", None, "Highland Voice", "Ilse Verhane", "the release of detainees was promised near the bridge"),
)


def told(source_id: str, day: str | None, outlet: str, name: str, words: str) -> tuple[Article, list[Fact]]:
    made = article(source_id, f"{name} said that {words}.", outlet=outlet, published=day)
    party = content_id("party", source_id, name)
    start = made.text.index(words)
    speaker = Span.of(made.text, 0, len(name))
    content = Span.of(made.text, start, start + len(words))
    cue = Span.of(made.text, len(name) + 1, len(name) + 5)
    said = Statement(f"said-{source_id}", made.id, party, speaker, cue, content, (content,), "indirect", "assert")
    return made, [Party(party, made.id, name, "person", (), (), (speaker,)), said]


def claim(*statements: str) -> Claim:
    mentions = tuple(Mention(f"said-{s}", told(*_of(s))[0].id, "words") for s in statements)
    return Claim("claim-1", "words", mentions, (), (), Origins(1, 1, ()))


def _of(source_id: str) -> tuple[str, str | None, str, str, str]:
    return next(each for each in SAID if each[0] == source_id)


def publish(path: Place, *which: str) -> None:
    made = [told(*_of(each)) for each in which]
    with open_record(path, create=True).writer() as writer:
        for one, facts in made:
            writer.add(one, facts, "test")
        writer.publish([one.id for one, _ in made], [claim(*which)])


@pytest.fixture
def path(place: Place) -> Place:
    publish(place, "a", "b", "c")
    return place


def found(path: Place, words: str, **asked: object) -> list[str]:
    with open_record(path).reader() as reader:
        hits = reader.search(Search(words, **{"kind": "statement", **asked})).hits  # type: ignore[arg-type]
    return sorted(hit.id.removeprefix("said-") for hit in hits)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("release", ["a", "c"]),
        ("releasing detainee", ["a", "c"]),
        ('"release of detainees"', ["c"]),
        ('"detainees release"', []),
        ("detainees -bridge", ["a"]),
        ('detainees -"the bridge"', ["a"]),
        ("vill*", ["b"]),
        ("HALVET", ["b"]),
        ("hálvet", ["b"]),
        ("ceasefire", []),
        ("cease-fire", ["b"]),
        ("verhane", ["b", "c"]),
        ("verhane shelled", ["b"]),
        ("detainees AND bridge", ["c"]),
        ("detainees OR bridge", ["c"]),
        ("", ["a", "b", "c"]),
        ("-bridge", []),
        ("the", ["a", "b", "c"]),
    ],
)
def test_words_phrases_what_is_not_meant_and_beginnings(path: Place, words: str, expected: list[str]) -> None:
    assert found(path, words) == expected


def test_what_else_must_hold(path: Place) -> None:
    verhane = tuple(content_id("party", each, "Ilse Verhane") for each in "abc")
    assert found(path, "detainees", parties=verhane) == ["c"]
    assert found(path, "detainees", parties=()) == []
    assert found(path, "", outlet="Dravik Herald") == ["b"]
    assert found(path, "", first="2031-03-02") == ["b"]
    assert found(path, "", last="2031-03-04") == ["a"]
    assert found(path, "", act="deny") == []


def test_a_claim_is_found_by_the_statement_that_was_published_first(path: Place) -> None:
    assert found(path, "", kind="claim") == ["a"]
    with open_record(path).writer() as writer:
        writer.decide((), [claim("c")])
    assert found(path, "", kind="claim") == ["c"]


def test_each_kind_is_counted_whichever_was_asked_for(path: Place) -> None:
    with open_record(path).reader() as reader:
        page = reader.search(Search("detainees", "article"))
    assert {kind: n for kind, n in page.counts.items() if n} == {"statement": 2, "claim": 1, "article": 2}
    assert (page.total, page.ranked, len(page.hits)) == (2, True, 2)


def test_what_is_published_no_more_is_found_no_more(path: Place) -> None:
    publish(path, "b", "c")
    assert found(path, "detainees") == ["c"]
    assert found(path, "") == ["b", "c"]


def test_a_reader_finds_what_was_there_when_it_began(path: Place) -> None:
    with open_record(path).reader() as before:
        publish(path, "b")
        assert before.search(Search("detainees", "statement")).total == 2
    assert found(path, "detainees") == []


HOSTILE = [
    '"', '""', "(", ")", "*", "NEAR(", "NEAR", "a NEAR/3 b", "words:bridge", "^bridge", "x" * 200, "\0", "a\0b", "%",
    "'; DROP TABLE search", "-", "--", '-"', "* *", "{words}: a", "a+b", "\\", "AND", "OR NOT", "\ud800", "\ufb00",
    "\u0130", "\U0001e900", "a " * 100, "aa* " * 50, "e\u0301",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_is_an_error(path: Place, typed: str) -> None:
    with open_record(path).reader() as reader:
        assert reader.search(Search(typed)).total <= 6


@given(st.text(max_size=200), st.text(max_size=200))
def test_a_folded_text_keeps_its_places_and_any_words_make_a_pattern(typed: str, text: str) -> None:
    assert len(fold(text)) == len(text)
    for start, end in places(pattern(terms(typed)), text):
        assert 0 <= start < end <= len(text)


def test_terms_are_bounded_and_say_so() -> None:
    many = terms(" ".join(f"word{n}" for n in range(40)))
    assert (len(many.wanted), many.cut) == (12, True)
    assert terms("of the bridge").wanted == terms("bridge").wanted
    assert terms('"of the"').wanted == (Term((("of", "the"),)),)


def test_forms_of_a_word() -> None:
    assert set(family("met")) >= {"meet", "met", "meets", "meeting"}
    assert set(family("stopped")) >= {"stop", "stops", "stopping"}
    assert set(family("parties")) >= {"party"}
    assert family("un") == ("un",)
    assert family("1701") == ("1701",)


def test_hits_are_marked_where_they_stand() -> None:
    text = "Réleased: the detainees' release, and no lease"
    marked = [text[start:end] for start, end in places(pattern(terms("release detainee")), text)]
    assert marked == ["Réleased", "detainees", "release"]
