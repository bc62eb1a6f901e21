from collections.abc import Mapping
from dataclasses import replace

import pytest

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.joined import Claim
from aidememoire.model.lineage import Lineage, PassagePair
from aidememoire.model.reading import Act
from aidememoire.model.spans import Span
from aidememoire.record.claims.claims import claims
from aidememoire.record.claims.voices import Voices


def article(name: str, published: str | None = None) -> Article:
    return Article(name, name, "", "", None, None, (), (), published, None, None, None, None, False, (), (), ())


def said(where: str, at: int, speaker: str, act: Act, text: str) -> Statement:
    content = Span(at, at + len(text), text)
    return Statement(f"{where}-{at}", where, speaker, None, None, content, (content,), "indirect", act)


def aimed(where: str, speaker: str, target: str, text: str) -> Statement:
    return replace(said(where, 0, speaker, "accuse", text), target=target)


def claims_of(
    *statements: Statement, lineages: tuple[Lineage, ...] = (), days: Mapping[str, str] | None = None
) -> tuple[Claim, ...]:
    articles = {s.article: article(s.article, (days or {}).get(s.article)) for s in statements}
    actor = {p: p for s in statements for p in (s.speaker, s.target) if p}
    return claims(Voices(statements, actor, articles), lineages)


NOISE = (
    said("z", 0, "aldous", "assert", "the third round in Lugarno would open with the question of customs revenue"),
    said("z", 100, "okrelo", "demand", "all roads into the Marn valley be cleared of mines before the winter"),
    said("z", 200, "solvane", "offer", "the ministry would publish lists of detained teachers"),
)


def test_an_accusation_and_its_denial_in_other_words_are_one_claim() -> None:
    found = claims_of(
        aimed("a", "council", "government", "shelling the grain depot at Tessaly Ford with army mortars"),
        said("b", 0, "government", "deny", "its army had shelled a grain depot near Tessaly Ford"),
        *NOISE,
    )
    (claim,) = [c for c in found if c.denied_by]
    assert claim.asserted_by == ("council",)
    assert claim.denied_by == ("government",)
    assert (claim.origins.low, claim.origins.high) == (1, 1)


def test_a_denial_that_only_points_back_denies_the_accusation_before_it() -> None:
    found = claims_of(
        said("a", 0, "council", "accuse", "burning the archive of the Brenmark court"),
        said("a", 90, "government", "deny", "These accusations are wholly unfounded"),
        *NOISE,
    )
    (claim,) = [c for c in found if c.denied_by]
    assert claim.text == "burning the archive of the Brenmark court"


def test_one_speaker_in_two_articles_makes_one_claim_of_two_mentions() -> None:
    words = "The Council will send its full delegation to Lugarno on Thursday"
    found = claims_of(said("a", 0, "verhane", "assert", words), said("b", 0, "verhane", "assert", words), *NOISE)
    (claim,) = [c for c in found if len(c.mentions) > 1]
    assert [m.article for m in claim.mentions] == ["a", "b"]


def test_two_speakers_who_say_different_things_make_two_claims() -> None:
    assert len(claims_of(*NOISE)) == 3


def test_the_order_of_the_statements_changes_nothing() -> None:
    assert claims_of(*NOISE) == claims_of(*reversed(NOISE))


def together(found: tuple[Claim, ...]) -> list[list[str]]:
    """The articles of each claim of more than one mention."""
    return [[m.article for m in c.mentions] for c in found if len(c.mentions) > 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Forty lorries with flour reached Halvet in the night",
            "Twelve lorries with flour reached Halvet in the night",
        ),
        ("The road from the river to Halvet is mined", "The road from the river to Brenmark is mined"),
        ("The lorries with flour left on Monday", "The lorries with flour left on Friday"),
        ("The garrison has shelled the mill by the weir", "The garrison has not shelled the mill by the weir"),
    ],
)
def test_nearly_the_same_words_of_another_thing_are_another_claim(one: str, other: str) -> None:
    found = claims_of(said("a", 0, "aldous", "assert", one), said("b", 0, "aldous", "assert", other), *NOISE)
    assert together(found) == []


def test_a_number_in_words_is_the_number_in_digits() -> None:
    one = said("a", 0, "dastan", "promise", "sixty sick prisoners would be freed before the harvest")
    other = said("b", 0, "dastan", "promise", "60 sick prisoners would be free before the harvest")
    assert together(claims_of(one, other, *NOISE)) == [["a", "b"]]


def test_a_short_sentence_said_again_months_later_is_another_claim() -> None:
    words = "The bridge was hit from the ridge"
    days = {"a": "2031-05-06", "b": "2031-09-06"}
    pair = [said(where, 0, "verhane", "assert", words) for where in ("a", "b")]
    assert together(claims_of(*pair, *NOISE, days=days)) == []
    assert together(claims_of(*pair, *NOISE, days={"a": "2031-05-06", "b": "2031-05-08"})) == [["a", "b"]]


def test_one_place_of_two_versions_is_one_claim_though_speaker_and_words_were_changed() -> None:
    one = said("a", 10, "verhane", "assert", "the guns on the ridge had opened fire on the market")
    other = said("b", 40, "verhan", "assert", "the guns on the ridge had fired on the bazaar")
    stretch = PassagePair(one.content, other.content)
    link = Lineage("x", "a", "b", "wire", 0.5, 0.5, "unknown", None, (stretch,), (), "")
    assert together(claims_of(one, other, *NOISE, lineages=(link,))) == [["a", "b"]]
    assert together(claims_of(one, other, *NOISE)) == []


def test_a_denial_is_not_followed_into_an_article_of_another_week() -> None:
    accusation = aimed("a", "council", "government", "shelling the grain depot at Tessaly Ford")
    denial = said("b", 0, "government", "deny", "its army had shelled a grain depot near Tessaly Ford")
    later = claims_of(accusation, denial, *NOISE, days={"a": "2031-05-06", "b": "2031-05-16"})
    assert [c for c in later if c.disputed] == []
    soon = claims_of(accusation, denial, *NOISE, days={"a": "2031-05-06", "b": "2031-05-09"})
    assert [c.denied_by for c in soon if c.disputed] == [("government",)]


def test_a_denial_of_another_place_denies_nothing() -> None:
    accusation = aimed("a", "council", "government", "shelling the grain depot at Tessaly Ford")
    denial = said("b", 0, "government", "deny", "its army had shelled the grain depot at Port Sennic")
    assert [c for c in claims_of(accusation, denial, *NOISE) if c.disputed] == []


def test_nobody_denies_what_is_itself_said_in_the_negative() -> None:
    found = claims_of(
        said("a", 0, "army", "assert", "the army has not shelled the grain depot at Tessaly Ford"),
        said("a", 90, "ministry", "deny", "the army had shelled the grain depot at Tessaly Ford"),
        *NOISE,
    )
    assert [c for c in found if c.disputed] == []


def test_earlier_allegations_are_not_those_that_stand_before() -> None:
    found = claims_of(
        said("a", 0, "council", "accuse", "burning the archive of the Brenmark court"),
        said("a", 90, "government", "deny", "previous allegations"),
        *NOISE,
    )
    assert [c for c in found if c.disputed] == []
