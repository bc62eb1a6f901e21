import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.errors import ActorError
from aidememoire.model.decisions import Bearer, Decision, Says
from aidememoire.model.facts import ActorKind, Party
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.record.actors import actors
from aidememoire.record.decisions import Parties, effects
from aidememoire.record.roll import Roll


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


def test_two_that_both_bear_a_third_ones_very_name_are_one() -> None:
    found = actors(
        [
            party("a", "Marn Observatory for Relief monitoring group", "organization"),
            party("b", "Marn Observatory for Relief council", "organization", "Marn Observatory for Relief"),
            party("c", "Marn Observatory for Relief", "organization"),
            party("d", "Marn Observatory for Relief monitoring group", "organization", "Marn Observatory for Relief"),
        ]
    )
    assert len(found) == 1
    assert len(found[0].parties) == 4


def test_a_body_that_any_state_may_have_is_not_joined_across_articles() -> None:
    found = actors([party("a", "foreign ministry", "government"), party("b", "foreign ministry", "government")])
    assert len(found) == 2


def test_unnamed_parties_are_never_joined() -> None:
    found = actors([party("a", "a Western diplomat", "unnamed"), party("b", "a Western diplomat", "unnamed")])
    assert len(found) == 2


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    found = actors([party("a", "Petar Solvane"), party("b", "Solvane"), party("c", "Solvane", "organization")])
    assert groups(found) == {frozenset({"Petar Solvane", "Solvane"}), frozenset({"Solvane"})}


def test_who_is_a_person_in_one_article_only_and_a_state_in_others_is_the_state() -> None:
    (found,) = actors([party("a", "Ostmere"), party("b", "Ostmere", "government"), party("c", "Ostmere", "government")])
    assert (found.kind, len(found.parties)) == ("government", 3)


def test_an_outlet_is_not_the_state_whose_name_it_bears() -> None:
    found = actors([party("a", "Varenian News Agency", "media"), party("b", "Varenia", "government")])
    assert len(found) == 2


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


def said(number: int, says: Says, *who: Bearer, apart_from: tuple[Bearer, ...] = ()) -> Decision:
    return Decision(f"decision-{number}", number, "2031-05-03T10:00:00+00:00", says, who, apart_from)


def one_actor(found: tuple[Actor, ...], *parties: Party) -> bool:
    return any({p.id for p in parties} <= set(a.parties) for a in found)


ILSE, FERHANE = party("a", "Ilse Verhane"), party("b", "I. Ferhane-Kost")
SOURCES = {"a": "one", "b": "two", "c": "three"}


def test_a_person_makes_two_names_one_and_the_join_says_so() -> None:
    word = said(1, "one", Bearer("Ilse Verhane", "person"), Bearer("I. Ferhane-Kost", "person"))
    later = party("c", "I. Ferhane-Kost")
    assert len(actors([ILSE, FERHANE, later])) == 2
    (found,) = actors([ILSE, FERHANE, later], [word], SOURCES)
    (by_word,) = (j for j in found.joins if j.feature == "said by a person")
    assert (by_word.score, {by_word.mine, by_word.theirs}) == (1.0, {"Ilse Verhane", "I. Ferhane-Kost"})
    assert len(found.joins) == len(found.parties) - 1


def test_a_name_split_off_stays_apart_whatever_it_scores_and_takes_nobody_along() -> None:
    same = [party("a", "Ilse Verhane"), party("b", "Ilse Verhane"), party("c", "Verhane")]
    here = Bearer("Ilse Verhane", "person", "two")
    word = said(1, "apart", here, apart_from=(Bearer("Ilse Verhane", "person", None, ("two",)),))
    found = actors(same, [word], SOURCES)
    assert {a.parties for a in found} == {(same[1].id,), tuple(sorted((same[0].id, same[2].id)))}


def test_apart_is_apart_from_all_that_is_joined_later() -> None:
    """The split is from the full name; a spelling that joins the full name does not bring the two together."""
    parties = [party("a", "Ilse Verhane"), party("b", "Ilse Verhan"), party("c", "Ilse Verhann")]
    word = said(1, "apart", Bearer("Ilse Verhann", "person"), apart_from=(Bearer("Ilse Verhane", "person"),))
    found = actors(parties, [word], SOURCES)
    assert one_actor(found, parties[0], parties[1])
    assert not one_actor(found, parties[0], parties[2])


def test_the_later_word_wins() -> None:
    both = Bearer("Ilse Verhane", "person"), Bearer("I. Ferhane-Kost", "person")
    apart = said(2, "apart", both[1], apart_from=both[:1])
    assert len(actors([ILSE, FERHANE], [said(1, "one", *both), apart], SOURCES)) == 2
    assert len(actors([ILSE, FERHANE], [said(3, "one", *both), apart], SOURCES)) == 1
    came = effects([ILSE, FERHANE], [said(1, "one", *both), apart], SOURCES)
    assert came == {1: "overruled", 2: "in force"}


def test_of_a_chain_of_words_the_oldest_gives_way() -> None:
    a, b, c = (Bearer(name, "person") for name in ("Olga Brandt", "Ruta Imbrey", "Livia Korda"))
    people = [party(str(n), x.name) for n, x in enumerate((a, b, c))]
    words = [said(1, "one", a, b), said(2, "one", b, c), said(3, "apart", a, apart_from=(c,))]
    found = actors(people, words)
    assert groups(found) == {frozenset({"Olga Brandt"}), frozenset({"Ruta Imbrey", "Livia Korda"})}
    assert effects(people, words, {}) == {1: "overruled", 2: "in force", 3: "in force"}


def test_an_unnamed_party_is_merged_in_its_article_alone_and_the_proper_name_leads() -> None:
    diplomats = [party("b", "Western diplomat", "unnamed"), party("c", "Western diplomat", "unnamed")]
    word = said(1, "one", Bearer("Western diplomat", "unnamed", "two"), Bearer("Ilse Verhane", "person"))
    found = actors([ILSE, *diplomats], [word], SOURCES)
    assert {(a.name, a.kind, len(a.parties)) for a in found} == {
        ("Ilse Verhane", "person", 2),
        ("Western diplomat", "unnamed", 1),
    }


def test_whom_a_person_placed_in_one_article_brings_no_namesakes() -> None:
    okrelos = [party("a", "Mirela Okrelo"), party("b", "Mirela Okrelo"), party("c", "Aurel Dastan")]
    word = said(1, "one", Bearer("Mirela Okrelo", "person", "two"), Bearer("Aurel Dastan", "person"))
    found = actors(okrelos, [word], SOURCES)
    assert {a.parties for a in found} == {(okrelos[0].id,), tuple(sorted((okrelos[1].id, okrelos[2].id)))}


def test_a_word_about_nobody_in_the_record_is_idle() -> None:
    word = said(1, "one", Bearer("Ilse Verhane", "person"), Bearer("Nobody Here", "person"))
    assert actors([ILSE, FERHANE], [word], SOURCES) == actors([ILSE, FERHANE])
    assert effects([ILSE, FERHANE], [word], SOURCES) == {1: "idle"}


def test_a_bare_surname_is_no_longer_doubtful_where_both_who_bear_it_are_one() -> None:
    parties = [party("a", "Tomas Okrelo"), party("b", "Mirela Okrelo"), party("c", "Okrelo")]
    word = said(1, "one", Bearer("Tomas Okrelo", "person"), Bearer("Mirela Okrelo", "person"))
    assert len(actors(parties, [word], SOURCES)) == 1


PEOPLE = ("Ilse Verhane", "Ilse Verhan", "Verhane", "Verhan", "Tomas Okrelo", "Mirela Okrelo", "Okrelo", "I. Verhane")
PEOPLE_AND_OTHERS = [
    *((name, "person") for name in PEOPLE),
    *(("Marn Valley Front", "armed group"), ("MVF", "armed group"), ("army", "government"), ("a diplomat", "unnamed")),
]


@st.composite
def coverage(draw: st.DrawFn) -> list[Party]:
    """Parties of up to six articles, each with some of the names."""
    names = st.lists(st.sampled_from(PEOPLE_AND_OTHERS), min_size=1, max_size=5, unique=True)
    drawn = draw(st.lists(names, min_size=2, max_size=6))
    return [party(f"article-{n}", name, kind) for n, article in enumerate(drawn) for name, kind in article]  # type: ignore[arg-type]


def sources_of(parties: list[Party]) -> dict[str, str]:
    return {p.article: p.article.removeprefix("article-") for p in parties}


def spoken(data: st.DataObject, parties: list[Party], decisions: list[Decision]) -> Decision | None:
    """What a person may say next of the actors as they are; None where it would say nothing."""
    roll = Roll(actors(parties, decisions, sources_of(parties)), Parties.of(parties, sources_of(parties)))
    number = 1 + max((d.number for d in decisions), default=0)
    first, second = (data.draw(st.sampled_from(roll.actors)) for _ in range(2))
    its = roll.of(first)
    try:
        match data.draw(st.sampled_from(("merge", "article", "name"))):
            case "merge":
                return roll.merge((first.id, second.id), number, "")
            case "article":
                return roll.split(
                    first.id, (), (sources_of(parties)[data.draw(st.sampled_from(its)).article],), number, ""
                )
            case _:
                return roll.split(first.id, (data.draw(st.sampled_from(its)).name,), (), number, "")
    except ActorError:
        return None


def check_kept(parties: list[Party], decisions: list[Decision]) -> None:
    found, known = actors(parties, decisions, sources_of(parties)), Parties.of(parties, sources_of(parties))
    owner = {p: a.id for a in found for p in a.parties}
    assert sorted(p for a in found for p in a.parties) == sorted(p.id for p in parties)
    assert all(len(a.joins) == len(a.parties) - 1 for a in found)
    came = effects(parties, decisions, sources_of(parties))
    for decision in decisions:
        who = {owner[p.id] for b in decision.who for p in known.bearing(b)}
        others = {owner[p.id] for b in decision.others for p in known.bearing(b)}
        if came[decision.number] == "in force":
            assert len(who) == 1 if decision.says == "one" else not who & others


@settings(max_examples=150, deadline=None)
@given(st.data(), coverage(), coverage())
def test_after_any_words_each_party_is_in_one_actor_and_what_is_in_force_holds(
    data: st.DataObject, parties: list[Party], more: list[Party]
) -> None:
    decisions: list[Decision] = []
    for _ in range(data.draw(st.integers(1, 5))):
        word = spoken(data, parties, decisions)
        if word is None:
            continue
        decisions.append(word)
        assert effects(parties, decisions, sources_of(parties))[word.number] == "in force"
        check_kept(parties, decisions)
    found = actors(parties, decisions, sources_of(parties))
    assert actors(reversed(parties), decisions[::-1], sources_of(parties)) == found
    later = [party(f"{p.article}-later", p.name, p.kind) for p in more]
    check_kept([*parties, *later], decisions)
    if decisions:
        forgotten = data.draw(st.sampled_from(decisions))
        check_kept(parties, [d for d in decisions if d is not forgotten])
