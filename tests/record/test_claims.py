from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.links import Claim, Lineage
from aidememoire.model.reading import Act
from aidememoire.model.spans import Span
from aidememoire.record.claims import Voices, claims


def article(name: str) -> Article:
    return Article(name, name, "", "", None, None, (), (), None, None, None, None, None, False, (), (), ())


def said(where: str, at: int, speaker: str, act: Act, text: str) -> Statement:
    content = Span(at, at + len(text), text)
    return Statement(f"{where}-{at}", where, speaker, None, None, content, (content,), "indirect", act)


def claims_of(*statements: Statement, lineages: tuple[Lineage, ...] = ()) -> tuple[Claim, ...]:
    articles = {s.article: article(s.article) for s in statements}
    actor = {s.speaker: s.speaker for s in statements if s.speaker}
    return claims(Voices(statements, actor, articles), lineages)


NOISE = (
    said("z", 0, "aldous", "assert", "the third round in Lugarno would open with the question of customs revenue"),
    said("z", 100, "okrelo", "demand", "all roads into the Marn valley be cleared of mines before the winter"),
    said("z", 200, "solvane", "offer", "the ministry would publish lists of detained teachers"),
)


def test_an_accusation_and_its_denial_in_other_words_are_one_claim() -> None:
    found = claims_of(
        said("a", 0, "council", "accuse", "shelling the grain depot at Tessaly Ford with army mortars"),
        said("b", 0, "government", "deny", "its army had shelled a grain depot near Tessaly Ford"),
        *NOISE,
    )
    (claim,) = [c for c in found if c.denied_by]
    assert claim.asserted_by == ("council",)
    assert claim.denied_by == ("government",)
    assert (claim.origins.low, claim.origins.high) == (1, 1)


def test_a_denial_that_only_points_back_denies_the_accusation_before_it() -> None:
    found = claims_of(
        said("a", 0, "council", "accuse", "burning the archive of the Brenmark court"),
        said("a", 90, "government", "deny", "These accusations are wholly unfounded"),
        *NOISE,
    )
    (claim,) = [c for c in found if c.denied_by]
    assert claim.text == "burning the archive of the Brenmark court"


def test_one_speaker_in_two_articles_makes_one_claim_of_two_mentions() -> None:
    words = "The Council will send its full delegation to Lugarno on Thursday"
    found = claims_of(said("a", 0, "verhane", "assert", words), said("b", 0, "verhane", "assert", words), *NOISE)
    (claim,) = [c for c in found if len(c.mentions) > 1]
    assert [m.article for m in claim.mentions] == ["a", "b"]


def test_two_speakers_who_say_different_things_make_two_claims() -> None:
    assert len(claims_of(*NOISE)) == 3


def test_the_order_of_the_statements_changes_nothing() -> None:
    assert claims_of(*NOISE) == claims_of(*reversed(NOISE))
