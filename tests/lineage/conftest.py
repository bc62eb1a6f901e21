from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256

Make = Callable[..., Article]


def made(
    name: str,
    *paragraphs: str,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    agencies: tuple[str, ...] = (),
) -> Article:
    """An article of body paragraphs, after a head that is no part of its body."""
    text, placed = "Front page\n\n", []
    for paragraph in paragraphs:
        placed.append(Paragraph(len(text), len(text) + len(paragraph), paragraph, "body"))
        text += paragraph + "\n\n"
    return Article(
        id=name, source_id=name, text=text, text_sha256=text_sha256(text), title=title, outlet=outlet,
        agencies=agencies, bylines=(), published=published, published_how="given" if published else None,
        dateline=None, language="en", url=None, composite=False, boilerplate=(), credits=(), paragraphs=tuple(placed),
    )  # fmt: skip


@pytest.fixture
def make() -> Make:
    return made


LEAD = "Talks between the government and the highland rebels opened in Lugarno on Monday under heavy guard."
MEETING = "Envoy Henrike Aldous met the two delegations apart and carried written questions between their hotels."
TOLL = "Shelling in the valley of the Marn has damaged more than 9,000 roofs and burned two mills since the spring."
REGIME = "The delegation blamed the Dastan regime for the collapse of the winter truce around Brenmark."
QUOTE = "“We will sign nothing while our villages burn and our children sleep in caves,” Ilse Verhane told reporters."
ROAD = "Convoys of grain reached Tessaly Ford by the northern road after a week of snow and broken bridges."
STOCK = (
    "The war began when highland conscripts refused to fire on a harvest march and has since emptied "
    "whole towns along the Marn."
)


@pytest.fixture
def wire() -> list[Article]:
    """One dispatch as two outlets print it, the second with a changed figure, name, quotation and order of words."""
    return [
        made("calder", LEAD, MEETING, TOLL, REGIME, QUOTE, ROAD, published="2031-05-05", agencies=("Meridian Press",)),
        made(
            "ledger",
            LEAD,
            MEETING,
            TOLL.replace("more than 9,000 roofs and burned two mills", "nearly 12,000 roofs and burned seven mills"),
            REGIME.replace("Dastan regime", "government of Dastan"),
            "“Our villages come first and the rest can wait,” Ilse Verhane told reporters in the lobby of her hotel.",
            ROAD,
            "Snow is expected to close the pass again before the weekend.",
            published="2031-05-05",
            agencies=("Meridian Press",),
        ),
    ]
