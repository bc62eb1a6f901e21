from dataclasses import replace

from aidememoire.model.lineage import Lineage, PassagePair, Relation
from aidememoire.model.spans import Span
from aidememoire.record.origins import Kinship, Told, origins


def told(article: str, *chain: str, agency: str = "", speaker: str = "verhane") -> Told:
    agencies = frozenset({agency} if agency else ())
    return Told(article, Span(10, 20, "0123456789"), speaker, frozenset(chain), agencies)


def lineage(a: str, b: str, relation: Relation, *passages: PassagePair) -> Lineage:
    return Lineage("x", a, b, relation, 0.5, 0.5, "unknown", None, passages, (), "")


def test_two_versions_of_one_wire_story_are_one_origin() -> None:
    found = origins([told("a"), told("b")], Kinship([lineage("a", "b", "wire")]))
    assert (found.low, found.high) == (1, 1)
    assert found.of[0].articles == ("a", "b")
    assert found.of[0].why == "two versions of one wire story"


def test_one_passage_in_two_articles_is_one_origin() -> None:
    shared = PassagePair(Span(5, 25, "x" * 20), Span(0, 30, "x" * 30))
    found = origins([told("a"), told("b")], Kinship([lineage("a", "b", "background", shared)]))
    assert (found.low, found.high) == (1, 1)


def test_two_mentions_that_nothing_joins_or_parts_are_one_to_two() -> None:
    found = origins([told("a"), told("b")], Kinship([]))
    assert (found.low, found.high) == (1, 2)


def test_two_interviews_given_to_two_agencies_are_two_origins() -> None:
    found = origins([told("a", "meridian"), told("b", "vna")], Kinship([]))
    assert (found.low, found.high) == (2, 2)


def test_two_articles_that_quote_one_state_agency_are_one_origin() -> None:
    found = origins([told("a", "vna"), told("b", "vna")], Kinship([]))
    assert (found.low, found.high) == (1, 1)
    assert found.of[0].why == "both name one chain"


def test_two_articles_of_one_agency_are_not_proven_apart() -> None:
    found = origins([told("a", agency="Meridian"), told("b", agency="Meridian")], Kinship([]))
    assert (found.low, found.high) == (1, 2)


def report(article: str, *, outlet: str = "", by: str = "", to: str = "", via: str = "", day: str = "") -> Told:
    return replace(
        told(article),
        outlet=outlet,
        bylines=frozenset({by} if by else ()),
        addressee=to,
        sources=frozenset({via} if via else ()),
        day=day or None,
    )


def test_own_bylines_of_two_outlets_are_two_origins() -> None:
    one = report("a", outlet="calder courier", by="piet aldernay")
    found = origins([one, report("b", outlet="northern standard", by="hanne brook")], Kinship([]))
    assert (found.low, found.high) == (2, 2)


def test_two_reporters_of_one_outlet_are_not_proven_apart() -> None:
    one = report("a", outlet="calder courier", by="piet aldernay")
    found = origins([one, report("b", outlet="calder courier", by="marta ilven")], Kinship([]))
    assert (found.low, found.high) == (1, 2)


def test_a_byline_over_an_agencys_copy_proves_nothing() -> None:
    one = replace(report("a", outlet="isle broadcasting", by="owen tarrant"), agencies=frozenset({"Meridian"}))
    found = origins([one, told("b", agency="Meridian")], Kinship([]))
    assert (found.low, found.high) == (1, 2)


def test_who_names_the_others_outlet_as_the_one_told_shares_its_origin() -> None:
    interview = report("a", outlet="northern standard", by="hanne brook", to="northern standard")
    found = origins([interview, report("b", outlet="isle broadcasting", to="northern standard")], Kinship([]))
    assert (found.low, found.high) == (1, 1)
    assert found.of[0].why == "one names the other's outlet as its source"


def test_who_names_the_others_outlet_as_its_source_shares_its_origin() -> None:
    first = report("a", outlet="vna")
    found = origins([first, report("b", outlet="global ledger", by="silas morrow", via="vna")], Kinship([]))
    assert (found.low, found.high) == (1, 1)


def test_one_interview_quoted_by_two_outlets_is_one_origin() -> None:
    found = origins([report("a", to="northern standard"), report("b", to="northern standard")], Kinship([]))
    assert (found.low, found.high) == (1, 1)
    assert found.of[0].why == "both told to one addressee"


def test_interviews_given_to_two_outlets_are_two_origins_even_in_versions_of_one_story() -> None:
    tellings = [report("a", to="meridian press"), report("b", to="highland voice")]
    found = origins(tellings, Kinship([lineage("a", "b", "wire")]))
    assert (found.low, found.high) == (2, 2)


def test_who_was_told_and_the_agency_that_is_credited_may_be_one() -> None:
    found = origins([report("a", to="meridian press"), told("b", agency="Meridian Press")], Kinship([]))
    assert (found.low, found.high) == (1, 2)


def test_one_agency_on_one_day_is_one_origin() -> None:
    tellings = [replace(told(a, agency="Meridian"), day="2031-05-06") for a in ("a", "b")]
    found = origins(tellings, Kinship([]))
    assert (found.low, found.high) == (1, 1)
    assert found.of[0].why == "both credit one agency, on one day"


def test_public_words_that_two_reporters_print_are_open() -> None:
    shared = PassagePair(Span(5, 25, "x" * 20), Span(0, 30, "x" * 30))
    one = report("a", outlet="calder courier", by="piet aldernay")
    other = report("b", outlet="northern standard", by="hanne brook")
    found = origins([one, other], Kinship([lineage("a", "b", "quote", shared)]))
    assert (found.low, found.high) == (1, 2)


def test_a_passage_that_holds_a_few_words_of_a_telling_joins_nothing() -> None:
    edge = PassagePair(Span(0, 12, "x" * 12), Span(0, 12, "x" * 12))
    found = origins([told("a"), told("b")], Kinship([lineage("a", "b", "background", edge)]))
    assert (found.low, found.high) == (1, 2)


def test_low_never_exceeds_high() -> None:
    tellings = [told("a", "x"), told("b", "y"), told("c"), told("d", "x"), told("e", agency="Meridian")]
    found = origins(tellings, Kinship([lineage("c", "e", "wire")]))
    assert 1 <= found.low <= found.high == len(found.of)
