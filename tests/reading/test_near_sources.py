"""Sources that stand in their cue's own sentence."""

from aidememoire.model.reading import Attribution, Sentence
from aidememoire.model.spans import Span
from aidememoire.reading.near_sources import with_near_sources

TEXT = "Aldous dismissed the report, saying it was old. The council insisted it was new. Leaders who told VNA so left."


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


SENTENCES = tuple(
    Sentence(at(s), 0)
    for s in (
        "Aldous dismissed the report, saying it was old.",
        "The council insisted it was new.",
        "Leaders who told VNA so left.",
    )
)


def sources(*found: Attribution) -> list[str | None]:
    return [a.source.text if a.source else None for a in with_near_sources(TEXT, found, SENTENCES, ())]


def test_a_participle_goes_with_who_speaks_before_it_in_its_sentence() -> None:
    first = Attribution((at("the report"),), at("Aldous"), at("dismissed"))
    astray = Attribution((at("it was old"),), at("The council"), at("saying"))
    assert sources(first, astray) == ["Aldous", "Aldous"]


def test_a_relative_clause_goes_with_what_it_follows() -> None:
    assert sources(Attribution((at("so"),), at("The council"), at("told"))) == ["who"]


def test_a_source_in_another_sentence_stays_where_the_cues_own_tells_nobody() -> None:
    assert sources(Attribution((at("it was old"),), at("The council"), at("saying"))) == ["The council"]
