"""Sources that stand in their cue's own sentence."""

from aidememoire.model.reading import Attribution, Name, Sentence
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


def subject(text: str, cue: str, source: str, *names: str) -> tuple[str | None, str | None]:
    def place(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    given = Attribution((place("the road is open"),), place(source), place(cue))
    sentence = Sentence(Span(0, len(text), text), 0)
    found = [Name(place(n), "person") for n in names]
    (made,) = with_near_sources(text, [given], [sentence], found)
    return made.source.text if made.source else None, made.via.text if made.via else None


def test_a_name_before_an_active_verb_is_its_subject() -> None:
    text = "Dastan was silent, but Okrelo, a commander, said the road is open."
    assert subject(text, "said", "Dastan", "Dastan", "Okrelo") == ("Okrelo", None)


def test_according_to_one_another_said() -> None:
    text = "According to VNA, Ilse Verhane said the road is open."
    assert subject(text, "said", "VNA", "VNA", "Ilse Verhane") == ("Ilse Verhane", "VNA")


def test_the_second_of_two_is_not_the_subject_alone() -> None:
    text = "Dastan, who saw it, and Okrelo said the road is open."
    assert subject(text, "said", "Dastan", "Dastan", "Okrelo") == ("Dastan", None)


def test_the_name_that_begins_a_sentence_is_the_subject_of_its_verb() -> None:
    text = "The council met in the rain. Okrelo said the road is open."
    found = [Attribution((Span.of(text, 41, 57),), Span.of(text, 0, 11), Span.of(text, 36, 40))]
    sentences = [Sentence(Span(0, 28, text[:28]), 0), Sentence(Span(29, len(text), text[29:]), 0)]
    (made,) = with_near_sources(text, found, sentences, [Name(Span.of(text, 29, 35), "person")])
    assert made.source == Span.of(text, 29, 35)
