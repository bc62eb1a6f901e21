from aidememoire.model.links import Lineage, PassagePair, Relation
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


def test_low_never_exceeds_high() -> None:
    tellings = [told("a", "x"), told("b", "y"), told("c"), told("d", "x"), told("e", agency="Meridian")]
    found = origins(tellings, Kinship([lineage("c", "e", "wire")]))
    assert 1 <= found.low <= found.high == len(found.of)
