"""Statements: speaker, form, ids, and quotations that stand by themselves."""

from dataclasses import replace

import pytest

from aidememoire.extract.facts import facts
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.statements.statements import statements
from aidememoire.model.articles import Article
from aidememoire.model.facts import Party, Statement
from aidememoire.model.reading import Attribution, Reading
from aidememoire.model.spans import Span
from aidememoire.reading.read import reading
from tests.extract.conftest import plain


def read(text: str, subheads: tuple[str, ...] = ()) -> tuple[Article, Reading]:
    article = plain(text, subheads=subheads)
    return article, reading(article)


def said(text: str, subheads: tuple[str, ...] = ()) -> list[tuple[Statement, str | None]]:
    article, found = read(text, subheads)
    whole = cast(article, found)
    return [(s, party.name if (party := whole.by_id(s.speaker)) else None) for s in statements(article, found, whole)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The road is open,” Ilse Verhane said.", "direct"),
        ("Ilse Verhane said the road was open.", "indirect"),
        ("Ilse Verhane said the road was “quite open” now.", "mixed"),
    ],
)
def test_the_form_is_told_by_the_marks(text: str, form: str) -> None:
    assert [s.form for s, _ in said(text)] == [form]


def test_the_speaker_span_is_as_it_stands_and_the_speaker_the_party() -> None:
    found = said("Ilse Verhane said the road was open.\n“Nobody will close it again,” she said.")
    assert [(s.speaker_span and s.speaker_span.text, who) for s, who in found] == [
        ("Ilse Verhane", "Ilse Verhane"),
        ("she", "Ilse Verhane"),
    ]


def test_a_quotation_alone_is_the_speakers_of_the_paragraph_before() -> None:
    found = said(
        "Ilse Verhane said the road was open.\n“Nobody will ever close it again.”\n“We shall see to it ourselves.”"
    )
    assert [who for _, who in found] == ["Ilse Verhane"] * 3
    assert found[1][0].speaker_span is None


def test_a_quotation_alone_is_nobodys_where_the_paragraph_before_ends_otherwise() -> None:
    text = (
        "Ilse Verhane said the road was open. Trucks had waited there for a week.\n“Nobody will ever close it again.”"
    )
    assert [who for _, who in said(text)] == ["Ilse Verhane", None]


def test_a_quotation_alone_is_nobodys_after_a_subhead() -> None:
    text = "Ilse Verhane said the road was open.\nSlow trucks\n“Nobody will ever close it again.”"
    assert [who for _, who in said(text, ("Slow trucks",))] == ["Ilse Verhane", None]


def test_a_quotation_that_follows_in_the_paragraph_is_the_same_speakers() -> None:
    found = said("Ilse Verhane said the road was open. “Nobody will ever close it again.”")
    assert [(who, s.content.text, s.form) for s, who in found] == [
        ("Ilse Verhane", "the road was open", "indirect"),
        ("Ilse Verhane", "“Nobody will ever close it again.”", "direct"),
    ]


def test_a_broken_quotation_keeps_its_parts() -> None:
    ((statement, _),) = said("“The road is open,” Ilse Verhane said. “It will stay open.”")
    assert [p.text for p in statement.content_parts] == ["“The road is open,”", "“It will stay open.”"]
    assert statement.form == "direct"


def test_a_denied_accusation_is_two_statements_on_the_same_words() -> None:
    found = said("France said that guns were hidden in Halvet, an accusation denied by Chile.")
    assert [(who, s.act, s.content.text) for s, who in found] == [
        ("France", "accuse", "that guns were hidden in Halvet"),
        ("Chile", "deny", "that guns were hidden in Halvet"),
    ]
    assert len({s.id for s, _ in found}) == 2


def test_a_denial_goes_on_in_what_it_is_called() -> None:
    article, found = read("France denied the charges, calling them “an old tale” from the war.")

    def at(words: str) -> Span:
        start = article.text.index(words)
        return Span.of(article.text, start, start + len(words))

    parts = (("the charges", "denied"), ("“an old tale”", "calling"))
    attributed = tuple(Attribution((at(content),), at("France"), at(cue)) for content, cue in parts)
    found = replace(found, attributions=attributed)
    assert [s.act for s in statements(article, found, cast(article, found))] == ["deny", "deny"]


def test_the_accused_is_the_target() -> None:
    ((statement, who),) = said("France accused Chile of breaking the truce.")
    assert (who, statement.act, statement.target_text) == ("France", "accuse", "Chile")


def test_whoever_is_urged_is_the_target() -> None:
    article, found = read("France urged the army of Chile to open the road.")
    source, cue, content = (
        Span.of(article.text, article.text.index(w), article.text.index(w) + len(w))
        for w in ("France", "urged", "to open the road")
    )
    found = replace(found, attributions=(Attribution((content,), source, cue),))
    (statement,) = statements(article, found, cast(article, found))
    assert (statement.act, statement.target_text) == ("demand", "army of Chile")


def together(text: str) -> list[list[str]]:
    article, found = read(text)
    whole = cast(article, found)
    made = statements(article, found, whole)
    return [[p.name for party in (s.speaker, *s.joint) if (p := whole.by_id(party))] for s in made]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("France and Chile said the road was open.", [["France", "Chile"]]),
        ("Both France and Chile said the road was open.", [["France", "Chile"]]),
        ("France and Chile met on Monday. The two countries said the road was open.", [["France", "Chile"]]),
        ("France met Chile on Monday. Chilean officials said the road was open.", [["Chilean officials"]]),
    ],
)
def test_of_several_who_speak_together_all_are_told(text: str, who: list[list[str]]) -> None:
    assert together(text) == who


@pytest.mark.parametrize("cue", ["discussed", "talked about", "wrangled over"])
def test_what_was_only_talked_about_is_no_statement(cue: str) -> None:
    assert said(f"Ilse Verhane {cue} the prisoners and the road to Halvet.") == []


def test_a_question_that_somebody_was_asked_is_no_statement() -> None:
    text = "Asked whether the road was open, Ilse Verhane smiled."
    article, found = read(text)
    content = Span.of(text, text.index("whether"), text.index(","))
    found = replace(found, attributions=(Attribution((content,), None, Span.of(text, 0, 5)),))
    assert statements(article, found, cast(article, found)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has yet to confirm that it will come.",
        "Ilse Verhane did not say that the road was open.",
        "Footage from the ford showed men carrying bread over the river.",
    ],
)
def test_what_was_not_said_or_only_shown_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_he_in_a_quotation_is_not_whose_words_it_is() -> None:
    text = "“Aurel Dastan is no partner. He wants to hold the ford,” Petar Solvane said."
    article, found = read(text)
    he = Span.of(text, text.index("He wants"), text.index("He wants") + 2)
    inner = Attribution((Span.of(text, text.index("to hold"), text.index("ford,") + 4),), he, None)
    whole = Attribution(
        (Span.of(text, 0, text.index(",” Petar") + 2),),
        Span.of(text, text.index("Petar"), text.index(" said.")),
        Span.of(text, text.index("said."), len(text) - 1),
    )
    told = replace(found, attributions=(whole, replace(inner, same=whole.source)))
    names = cast(article, told)
    made = statements(article, told, names)
    assert [p.name for s in made if (p := names.by_id(s.speaker))] == ["Petar Solvane", "Aurel Dastan"]


def test_i_is_whoever_speaks_the_words_in_which_it_stands() -> None:
    text = "“I thought it was thunder,” Ilse Verhane said."
    article, found = read(text)
    spans = {w: Span.of(text, text.index(w), text.index(w) + len(w)) for w in ("I", "thought", "it was thunder")}
    inner = Attribution((spans["it was thunder"],), spans["I"], spans["thought"])
    found = replace(found, attributions=(*found.attributions, inner))
    whole = cast(article, found)
    assert {(s.content.text, whole.by_id(s.speaker).name) for s in statements(article, found, whole)} == {  # type: ignore[union-attr]
        ("“I thought it was thunder,”", "Ilse Verhane"),
        ("it was thunder", "Ilse Verhane"),
    }


def test_ids_come_from_the_content_alone() -> None:
    text = "Ilse Verhane said the road was open."
    assert [s.id for s, _ in said(text)] == [s.id for s, _ in said(text)]


def test_facts_begin_with_the_parties_and_every_speaker_is_one() -> None:
    (found,) = facts([read("Ilse Verhane said the road was open.\n“Nobody will close it again,” she said.")])
    parties = {f.id for f in found if isinstance(f, Party)}
    speakers = [f.speaker for f in found if isinstance(f, Statement)]
    assert isinstance(found[0], Party)
    assert len(speakers) == 2
    assert set(speakers) <= parties


def test_the_id_tells_apart_two_who_say_the_same_words_and_two_cues() -> None:
    article, reading = read("Ilse Verhane and Petar Solvane said and wrote that the road was open.")
    content, text = Span.of(article.text, 48, 69), article.text
    sources = (Span.of(text, 0, 12), Span.of(text, 0, 30), Span.of(text, 17, 30))
    cues = (Span.of(text, 31, 35), Span.of(text, 40, 45))
    attributed = tuple(Attribution((content,), source, cue) for source in sources for cue in cues)
    made = statements(article, replace(reading, attributions=attributed), cast(article, reading))
    assert len({s.id for s in made}) == 6


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Verhane declined to say whether the road was open.",
        "Ilse Verhane did not say when the road would be open.",
        "A diplomat asked not to be named.",
    ],
)
def test_who_keeps_something_back_has_made_no_statement(text: str) -> None:
    article, found = read(text)
    cue = next(c for c in ("declined", "did not say", "asked") if c in text)
    at = text.index(cue) + len(cue)
    said = Attribution(
        (Span.trimmed(text, at, len(text) - 1),),
        Span.of(text, 0, text.index(cue) - 1),
        Span.of(text, at - len(cue), at),
        negated="not say" in cue,
    )
    assert statements(article, replace(found, attributions=(said,)), cast(article, found)) == ()


def test_what_reading_tells_of_act_addressee_and_carrier_counts_where_the_words_do_not() -> None:
    text = "Ilse Verhane to Reuters, by VNA: the road is open"
    article, found = read(text)

    def at(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    said = Attribution(
        (at("the road is open"),), at("Ilse Verhane"), None, addressee=at("Reuters"), via=at("VNA"), act="offer"
    )
    (made,) = statements(article, replace(found, attributions=(said,)), cast(article, found))
    assert (made.act, made.addressee_text, [v.text for v in made.via]) == ("offer", "Reuters", ["VNA"])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("France accused Chile of shelling Norway.", "Chile"),
        ("France blamed the deaths of nine Norwegians on Chile.", "Chile"),
        ("France blamed Chile for the killing of nine Norwegians.", "Chile"),
        ("Ilse Verhane said that attacks on Chile by France broke the truce.", "France"),
        ("Ilse Verhane said the bombing of France was a war crime.", None),
        ("Petar Solvane said that his country's army fired at Chile in response to a provocation.", None),
    ],
)
def test_the_target_is_who_did_it_not_to_whom_it_was_done(text: str, target: str | None) -> None:
    assert [s.target_text for s, _ in said(text) if s.act == "accuse"] == [target]


def test_whom_accuse_names_before_of_is_accused_and_nobody_behind_it() -> None:
    found = said("Kestria accused Ostmere of taking part in raids by the Marn Valley Front.")
    assert [s.target_text for s, _ in found if s.act == "accuse"] == ["Ostmere"]


def test_who_accuses_by_a_participle_is_the_subject_and_not_the_person_whom_it_met() -> None:
    found = said(
        "Envoy Henrike Aldous opened the talks in Lugarno.\n"
        "The opposition cancelled a meeting with Henrike Aldous on Tuesday, accusing Kestria of bombing Halvet."
    )
    assert "Henrike Aldous" not in [who for s, who in found if s.act == "accuse"]


def test_whom_a_matter_is_left_to_is_no_target_of_a_demand() -> None:
    found = said("Kestria said Ostmere itself must decide.")
    assert [s.target_text for s, _ in found] == [None]
