import pytest

from aidememoire.errors import ActorError
from aidememoire.model.decisions import Bearer, Decision
from aidememoire.model.facts import ActorKind, Party
from aidememoire.model.ids import content_id
from aidememoire.record.actors import actors
from aidememoire.record.decisions import Parties
from aidememoire.record.roll import Roll


def party(article: str, name: str, kind: ActorKind = "person") -> Party:
    return Party(content_id("party", article, name), article, name, kind, (), (), ())


PEOPLE = [
    party("a", "Ilse Verhane"),
    party("b", "Ilse Verhane"),
    party("c", "Ilse Verhane"),
    party("c", "Petar Solvane"),
    party("a", "Kestria", "place"),
    party("b", "Kestria", "government"),
    party("a", "Western diplomat", "unnamed"),
    party("b", "Western diplomat", "unnamed"),
    party("a", "army", "government"),
]
SOURCES = {"a": "one", "b": "two", "c": "three"}


def roll(parties: list[Party] = PEOPLE, *decisions: Decision) -> Roll:
    return Roll(actors(parties, decisions, SOURCES), Parties.of(parties, SOURCES))


def test_an_actor_is_found_by_its_name_or_the_beginning_of_its_id() -> None:
    verhane = roll().find("ilse verhane")
    assert verhane.name == "Ilse Verhane"
    digits = verhane.id.removeprefix("actor-")
    for word in (verhane.id, digits, digits[: roll().length()], f"actor-{digits[:9]}"):
        assert roll().find(word) == verhane


def test_as_many_digits_of_an_id_are_shown_as_tell_all_apart() -> None:
    found = roll()
    shown = {a.id.removeprefix("actor-")[: found.length()] for a in found.actors}
    assert len(shown) == len(found.actors)
    assert found.length() >= 4
    assert Roll((), Parties.of((), {})).length() == 0


def test_a_name_of_several_lists_them_with_their_ids() -> None:
    with pytest.raises(ActorError) as told:
        roll().find("Kestria")
    assert str(told.value).startswith("2 actors are 'Kestria': ")
    for actor in roll().actors:
        if actor.name == "Kestria":
            assert f"{actor.id.removeprefix('actor-')[:4]} Kestria ({actor.kind})" in str(told.value)
    with pytest.raises(ActorError, match="no actor is called 'Nobody Here'"):
        roll().find("Nobody Here")


def test_a_proper_name_holds_everywhere_and_another_in_its_article() -> None:
    found = roll()
    word = found.merge(("army", "Petar Solvane"), 1, "now")
    assert word.who == (
        Bearer("army", "government", "one", (), (content_id("party", "a", "army"),)),
        Bearer("Petar Solvane", "person", None, (), (content_id("party", "c", "Petar Solvane"),)),
    )


def test_a_split_by_article_holds_there_and_one_by_name_everywhere() -> None:
    by_article = roll().split("Ilse Verhane", (), ("two",), 1, "now")
    assert [(b.name, b.article) for b in by_article.who] == [("Ilse Verhane", "two")]
    assert [(b.name, b.article, b.but_not) for b in by_article.others] == [("Ilse Verhane", None, ("two",))]
    spelt = [*PEOPLE, party("d", "Ilse Verhan")]
    by_name = Roll(actors(spelt), Parties.of(spelt, SOURCES | {"d": "four"})).split(
        "Ilse Verhane", ("Ilse Verhan",), (), 1, "now"
    )
    assert [(b.name, b.article) for b in by_name.who] == [("Ilse Verhan", None)]
    assert [(b.name, b.article, b.but_not) for b in by_name.others] == [("Ilse Verhane", None, ())]


def test_of_two_who_bear_one_name_the_rarer_is_meant_by_article() -> None:
    apart = roll().split("Ilse Verhane", (), ("two",), 1, "now")
    after = roll(PEOPLE, apart)
    rare = next(a for a in after.actors if a.parties == (PEOPLE[1].id,))
    word = after.merge((rare.id, "Petar Solvane"), 2, "now")
    assert [(b.name, b.article) for b in word.who] == [("Ilse Verhane", "two"), ("Petar Solvane", None)]
    usual = next(a for a in after.actors if PEOPLE[0].id in a.parties)
    word = after.merge((usual.id, "Petar Solvane"), 2, "now")
    assert [(b.name, b.article, b.but_not) for b in word.who] == [
        ("Ilse Verhane", None, ("two",)),
        ("Petar Solvane", None, ()),
    ]


@pytest.mark.parametrize(
    ("names", "articles", "told"),
    [
        ((), (), "nothing to split off was named"),
        ((), ("nowhere",), "Ilse Verhane is not in the article 'nowhere'"),
        (("Verhan",), (), "Ilse Verhane was not joined by the name 'Verhan', only by 'Ilse Verhane'"),
        (("Ilse Verhane",), (), "nothing would be left"),
        ((), ("one", "two", "three"), "nothing would be left"),
    ],
)
def test_a_split_that_says_nothing_is_told(names: tuple[str, ...], articles: tuple[str, ...], told: str) -> None:
    with pytest.raises(ActorError, match=told):
        roll().split("Ilse Verhane", names, articles, 1, "now")


def test_one_actor_twice_is_told() -> None:
    with pytest.raises(ActorError, match="one actor already"):
        roll().merge(("Ilse Verhane", "ilse verhane"), 1, "now")


def test_a_corrected_text_and_another_kind_are_still_meant() -> None:
    """The article's id changes with its text, and a body's kind with how it is read."""
    word = roll().merge(("army", "Petar Solvane"), 1, "now")
    corrected = [party("a2", "army", "organization"), party("c", "Petar Solvane", "media")]
    known = Parties.of(corrected, {"a2": "one", "c": "three"})
    assert [[p.id for p in known.bearing(b)] for b in word.who] == [[p.id] for p in corrected]
