import itertools

from aidememoire.model.facts import ActorKind, Party
from aidememoire.model.ids import content_id
from aidememoire.model.links import Actor
from aidememoire.record.actors import actors


def party(article: str, name: str, kind: ActorKind = "person", *aliases: str) -> Party:
    return Party(content_id("party", article, name), article, name, kind, aliases, (), ())


def groups(found: tuple[Actor, ...]) -> set[frozenset[str]]:
    return {frozenset((a.name, *a.aliases)) for a in found}


def test_one_person_in_three_spellings_is_one_actor_and_says_why() -> None:
    found = actors([party("a", "Ilse Verhane"), party("b", "Ilse Verhan"), party("c", "Verhane")])
    assert len(found) == 1
    assert found[0].name == "Ilse Verhane"
    assert {(j.feature, j.mine, j.theirs) for j in found[0].joins} == {
        ("name spelt otherwise", "Ilse Verhane", "Ilse Verhan"),
        ("same surname", "Verhane", "Ilse Verhan"),
    }


def test_a_bare_surname_of_two_persons_stays_an_actor_of_its_own() -> None:
    found = actors([party("a", "Tomas Okrelo"), party("b", "Mirela Okrelo"), party("c", "Okrelo")])
    assert groups(found) == {frozenset({"Tomas Okrelo"}), frozenset({"Mirela Okrelo"}), frozenset({"Okrelo"})}


def test_an_acronym_joins_the_body_it_was_introduced_for() -> None:
    found = actors(
        [party("a", "United Highland Council", "organization", "UHC"), party("b", "UHC", "organization")],
    )
    assert groups(found) == {frozenset({"United Highland Council", "UHC"})}


def test_a_body_that_any_state_may_have_is_not_joined_across_articles() -> None:
    found = actors([party("a", "foreign ministry", "government"), party("b", "foreign ministry", "government")])
    assert len(found) == 2


def test_unnamed_parties_are_never_joined() -> None:
    found = actors([party("a", "a Western diplomat", "unnamed"), party("b", "a Western diplomat", "unnamed")])
    assert len(found) == 2


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    assert len(actors([party("a", "Solvane"), party("b", "Solvane", "organization")])) == 2


def test_a_state_its_capital_and_its_regime_are_one() -> None:
    found = actors(
        [party("a", "Norway", "state"), party("b", "Oslo", "state"), party("c", "Norwegian regime", "government")]
    )
    assert len(found) == 1


def test_the_order_of_the_parties_changes_nothing() -> None:
    parties = [
        party("a", "Aurel Dastan"),
        party("b", "Dashtan"),
        party("c", "President Aurel Dashtan"),
        party("d", "Petar Solvane"),
    ]
    answers = {actors(order) for order in itertools.permutations(parties)}
    assert len(answers) == 1
