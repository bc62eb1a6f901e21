from __future__ import annotations

import pytest

from aidememoire.lineage.links import links
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Lineage
from tests.lineage.conftest import made

SAID = (
    "The Concord condemns the attack on its clearly marked car on the road by the mill. Three members of the mission "
    "were hurt, and the mission will not be driven from the valley by cowards with rifles"
)
FRAMES = {
    "north": ("A football match between two villages ended badly for three observers.", f"“{SAID},” a statement read."),
    "south": ("Kestria blames the wood of Sarn, which has been in rebel hands since spring.", f"It said: “{SAID}.”"),
    "isle": ("Shepherds saw capes on the ridge before the shots.", "The statement in full:", f"{SAID}."),
    "east": ("In Calder the opposition wants the field kitchen sent home.", f"“{SAID},” the envoy had written."),
}


def article(name: str, published: str = "2031-09-03") -> Article:
    return made(name, *FRAMES[name], outlet=name, published=published)


def relations(*articles: Article) -> set[str]:
    return {x.relation for x in links(articles) if isinstance(x, Lineage)}


@pytest.mark.parametrize(
    "names", [("north", "south"), ("north", "isle"), ("south", "isle"), ("north", "south", "east")]
)
def test_a_public_statement_is_a_quotation_with_or_without_its_marks(names: tuple[str, ...]) -> None:
    assert relations(*(article(name) for name in names)) == {"quote"}


def test_words_quoted_for_weeks_are_stock() -> None:
    own = {
        "north": "Hailstones as large as eggs broke a third of the greenhouses around Port Sennic, where insurers had "
        "raised their premiums twice since the winter and growers now burn damp straw between the rows of young trees.",
        "south": "The budget committee argued until ten about a levy on diesel, from which farmers are exempt; the "
        "opposition left the room when its amendment for fishing boats was refused by a show of eleven hands to nine.",
        "east": "Eleven coaches behind a museum's locomotive opened the railway to Brenmark, and the conductor punched "
        "tickets with the pliers that he had used on the last train before the line was cut in the war's first month.",
    }
    weeks = zip(("north", "south", "east"), ("2031-09-03", "2031-10-12", "2031-11-20"), strict=True)
    reports = (made(name, own[name], *FRAMES[name], outlet=name, published=day) for name, day in weeks)
    assert relations(*reports) == {"background"}
