from __future__ import annotations

from aidememoire.lineage.likeness import profiles
from aidememoire.lineage.links import links
from aidememoire.lineage.retelling.pairs import alike_pairs
from aidememoire.lineage.retelling.retold import Retellings, kinship
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Lineage
from tests.lineage.conftest import made
from tests.lineage.retelling.test_anchors import RETOLD, TELLING

MORE = (
    "Captain Sorel of the river patrol counted 240 cartridges, most of them ruined by the water.",
    "A widow from Brenmark recognised the sewing machine by a scratch below its wheel.",
)
MORE_RETOLD = (
    "Water had ruined the greater part of the 240 cartridges that the patrol's Captain Sorel counted.",
    "By the scratch under the wheel a Brenmark widow knew the machine again.",
)
OWN = (
    "Nobody at Halvet likes to speak of the rifles.",
    "At the quay a boy sells postcards of the abbey, and the café has been closed since autumn.",
    "My landlady says that the fishermen drink more than they used to.",
    "Whoever sank the weapons knew the current, for they lay where it turns.",
    "The patrol has bought a second boat on credit and painted it green.",
)


def dispatch(name: str = "dispatch", published: str = "2031-05-05", **given: object) -> Article:
    return made(name, *TELLING, *MORE, outlet="Meridian Press", published=published, **given)  # type: ignore[arg-type]


def rewritten(name: str = "rewritten", published: str = "2031-05-05", **given: object) -> Article:
    return made(name, *RETOLD, *MORE_RETOLD, outlet="Global Ledger", published=published, **given)  # type: ignore[arg-type]


def relation(*articles: Article) -> list[tuple[str, str, str, str]]:
    return [(x.a, x.b, x.relation, x.why) for x in links(articles) if isinstance(x, Lineage)]


def test_a_rewritten_dispatch_is_wire_and_says_why() -> None:
    ((a, b, found, why),) = relation(dispatch(), rewritten())
    assert (a, b, found) == ("dispatch", "rewritten", "wire")
    assert why.startswith("5 of 5 sentences tell the same in the same order, 5 of them in other words, with ")


def test_an_own_report_of_the_same_happening_is_none() -> None:
    assert relation(dispatch(), made("own", *OWN, outlet="Highland Voice", published="2031-05-05")) == []


def test_a_week_later_or_from_another_agency_it_is_not_the_dispatch() -> None:
    assert relation(dispatch(), rewritten(published="2031-05-12")) == []
    assert relation(dispatch(agencies=("Meridian Press",)), rewritten(agencies=("VNA",))) == []


def test_two_who_rework_a_third_are_of_one_dispatch() -> None:
    cut = made("take", *TELLING, "Divers go down again on Friday, the harbour master told a crowd of children.",
               "Halvet's abbey rang for the drowned, as it does each spring when the ice has gone.",
               outlet="Meridian Press", published="2031-05-05")  # fmt: skip
    pairs = {(a, b): why for a, b, found, why in relation(dispatch(), rewritten(), cut) if found == "wire"}
    assert set(pairs) == {("dispatch", "rewritten"), ("dispatch", "take"), ("rewritten", "take")}


def test_an_alert_belongs_to_its_house_or_needs_nearly_all_its_words() -> None:
    text = "Weapons lay in the Marn: fishermen at Halvet found eleven rifles by the quay, officers in Orlune announced."
    for outlet, expected in (("Meridian Press", ["wire"]), ("Isle Broadcasting", [])):
        alert = made("alert", text, outlet=outlet, published="2031-05-05")
        assert [found for _, _, found, _ in relation(alert, dispatch())] == expected


def test_a_house_is_known_by_outlet_agency_or_name_in_the_text() -> None:
    report = made("b", *TELLING, outlet="Orbis News Agency")
    assert kinship(made("a", "It rained.", agencies=("Orbis News Agency",)), report) == "both are of Orbis News Agency"
    assert kinship(made("a", "It rained, Orbis reported."), report) == "one names Orbis News Agency"
    assert kinship(made("a", "It rained on the orbiscope."), report) is None


def test_articles_are_proposed_by_near_days_and_weighty_words() -> None:
    bodies = [
        body_words(a)
        for a in (
            dispatch(), rewritten("b"), rewritten("c", "2031-05-12"),
            made("d", "Grain rots in the harbour silos.", published="2031-05-05"),
        )
    ]  # fmt: skip
    assert set(alike_pairs(bodies, profiles(bodies))) == {(0, 1)}
    assert Retellings(bodies).told(0, 2) is None
