from __future__ import annotations

from dataclasses import replace

from aidememoire.lineage.donors import parts
from aidememoire.lineage.links import links
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Donor
from tests.lineage.conftest import LEAD, MEETING, QUOTE, REGIME, ROAD, STOCK, TOLL, made

FERRY = "A night ferry from Port Sennic ran aground on Friday with forty pilgrims and a brass band aboard."
PILOT = "Its pilot told the harbour court that the lamps on the mole had been dark since the strike of the keepers."
BAND = "The band played on the foredeck until two fishing boats from Brenmark had taken the last pilgrim off."
OWN = "Nobody knows who hung the portrait of the old king in the reading room of the customs house at Calder."
ALONE = "The librarian found it there when she came to light the stove, and she has refused to take it down since."


def spliced(name: str, paragraphs: tuple[str, ...], breaks: tuple[int, ...]) -> Article:
    """A page whose other stories begin at the paragraphs `breaks`."""
    page = made(name, *paragraphs)
    return replace(page, composite=True, breaks=tuple(page.paragraphs[at].start for at in breaks))


PAGE = spliced("page", (LEAD, MEETING, TOLL, FERRY, PILOT, BAND, OWN, ALONE), (3, 6))
TALKS = made("talks", LEAD, MEETING, TOLL, REGIME, ROAD)
SHIPS = made(
    "ships", FERRY, PILOT, BAND, "Divers will look at the hull on Monday, if the wind allows it and the court agrees."
)


def found(*articles: Article) -> list[tuple[str, str, str, str, float]]:
    return [
        (d.article, d.part.text[:14], d.part.text[-10:], d.donor, d.share)
        for d in links(articles)
        if isinstance(d, Donor)
    ]


def test_each_part_of_a_spliced_page_gets_its_donor_and_one_without_stays_without() -> None:
    assert found(PAGE, TALKS, SHIPS) == [
        ("page", LEAD[:14], TOLL[-10:], "talks", 1.0),
        ("page", FERRY[:14], BAND[-10:], "ships", 1.0),
    ]


def test_the_part_is_the_exact_slice() -> None:
    for donor in (d for d in links([PAGE, TALKS, SHIPS]) if isinstance(d, Donor)):
        assert PAGE.text[donor.part.start : donor.part.end] == donor.part.text
        assert [e.text for e in donor.evidence] == [donor.part.text]


def test_a_copy_of_the_page_is_no_donor_nor_is_a_stock_phrase_or_a_public_quotation() -> None:
    copy = replace(PAGE, id="copy")
    assert found(PAGE, copy) == []
    quoting = spliced("page", (LEAD, MEETING, QUOTE, FERRY, PILOT), (2, 3))
    assert found(quoting, made("other", STOCK, QUOTE, OWN)) == []


def test_an_article_of_one_story_has_no_donors() -> None:
    assert found(made("whole", LEAD, MEETING, TOLL), TALKS) == []


def test_parts_cover_the_body_from_break_to_break() -> None:
    words = body_words(PAGE)
    stretches = [(part.start, part.end) for part in parts(words)]
    assert stretches[0][0] == 0
    assert stretches[-1][1] == len(words)
    assert [words.span(*each).text[:14] for each in stretches] == [LEAD[:14], FERRY[:14], OWN[:14]]
