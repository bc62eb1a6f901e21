from __future__ import annotations

from aidememoire.lineage.alignment import aligned
from aidememoire.lineage.links import links
from aidememoire.lineage.retelling.rewording import splice
from aidememoire.lineage.retelling.spliced import spliced
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Lineage
from tests.lineage.conftest import LEAD, MEETING, QUOTE, REGIME, ROAD, STOCK, TOLL, made

BEFORE = (
    "The zoo of Calder has buried its oldest bear, whom three classes of schoolchildren had known by name.",
    "A keeper planted an apple tree where she used to sleep, and somebody left a jar of honey.",
)
BEHIND = (
    "Whether another bear will be bought depends on a committee that meets in spring.",
    "The old enclosure dates from 1911 and has been under water twice.",
)

MORE = (
    "Her cubs, born in the year of the great frost, went to gardens in Norhaven and Batavia and never came back.",
    "The aviary next to hers will be given over to owls, for whom a bank has paid, and to a pair of storks.",
    "Children may hang their drawings on the railings until the end of the month, when the gardeners need the space.",
    "Tickets cost as much as a tram ride, and dogs are let in on Sundays after four when the wolves have been fed.",
)
NEWS = (
    "Petar Solvane refused to shake hands and asked for a map on which the orchards had been coloured by hand.",
    "Ilse Verhane laid out forty photographs of prisoners on a carpet and walked among them without a word.",
    "Aldous proposed a break until the envoy of Kestria had found his spectacles, which took until supper.",
    "Soldiers at the door searched every basket of laundry and confiscated a clock, two spoons and an accordion.",
)


def donor(published: str = "2031-05-05") -> Article:
    return made("donor", LEAD, MEETING, TOLL, REGIME, ROAD, STOCK, published=published)


def test_paragraphs_of_a_dispatch_amid_another_story_are_told_by_the_days() -> None:
    source = body_words(donor())
    for published, expected in (("2031-05-06", True), ("2031-05-19", False), (None, True)):
        page = body_words(made("page", *BEFORE, MEETING, TOLL, REGIME, *BEHIND, published=published))
        why = splice(page, source, aligned(page, source))
        assert (why is not None) is expected
        assert why is None or why.startswith("3 sentences that follow each other stand amid a story with which they")


def test_a_page_with_a_third_of_a_dispatch_in_it_is_wire() -> None:
    page = made("page", *BEFORE, *MORE, MEETING, TOLL, REGIME, *BEHIND, published="2031-05-06")
    long = made("long", LEAD, ROAD, STOCK, MEETING, TOLL, REGIME, QUOTE, *NEWS, published="2031-05-05")
    ((relation, why),) = [(x.relation, x.why) for x in links([page, long]) if isinstance(x, Lineage)]
    assert relation == "wire"
    assert "amid a story" in why


def test_the_stretch_is_found_on_the_page_and_not_at_its_end() -> None:
    source = body_words(donor())
    page = body_words(made("page", *BEFORE, MEETING, TOLL, REGIME, *BEHIND))
    found = spliced(page, aligned(page, source), "a")
    assert found is not None
    assert page.sentence_span(found.start, found.end).text == f"{MEETING}\n\n{TOLL}\n\n{REGIME}"
    ended = body_words(made("page", *BEFORE, *BEHIND, MEETING, TOLL, REGIME))
    assert spliced(ended, aligned(ended, source), "a") is None


def test_a_stretch_that_its_page_speaks_of_is_not_spliced() -> None:
    source = body_words(donor())
    kin = "The delegations in their Lugarno hotels answered envoy Henrike Aldous's written questions on Monday."
    roofs = "Shelling of the Marn valley in spring damaged mills and roofs, and more burned than were built."
    page = body_words(made("page", kin, MEETING, TOLL, roofs))
    assert spliced(page, aligned(page, source), "a") is None
