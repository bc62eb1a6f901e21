"""Lines that quote what parties say and what articles tell, from articles made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from aidememoire.model.facts import Fact, Party, Statement
from aidememoire.model.joined import Actor
from aidememoire.model.links import Link
from aidememoire.queries.brief.compose import brief
from aidememoire.queries.brief.passages import begins_back, sentences_of, with_before
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.vocabulary import event_of_war, onlooker, richness, speaks_for_somebody, state_of_talks
from aidememoire.store import Held
from tests.support import article, party, span, statement

MONDAY = "2031-03-03"
TEXT = """A heavy day
The envoy flew to Lugarno, where a round of talks is to begin soon.
The council will not negotiate unless the army lifts the siege of Halvet, Foreign Minister Ilse Verhane said.
She said they had shelled the convoys at the front.
Ostmere says its planes have bombed no town held by rebels. But Kestrian officials say this is untrue.
The truce in the valley has frayed and the negotiations have stalled. Rebels seized two towns and cut an army road.
Analyst Tomas Brand said the truce was over and the army would advance.
He painted the harbour of Port Sennic for twenty years.
"""
DAY = article("a", TEXT, outlet="The Calder Courier", published=MONDAY)


def lines(*facts: Fact) -> list[tuple[str, str]]:
    people = [f for f in facts if isinstance(f, Party)]
    links: list[Link] = [Actor(f"actor {p.name}", p.name, p.kind, (), (), None, (p.id,), ()) for p in people]
    made = brief(Sheet(Held((DAY,), [facts], links)), date.fromisoformat(MONDAY))
    return [(line.kind, line.text) for line in made if not line.text.startswith("In the news")]


def said(words: str, who: Party, act: str = "assert", cue: str = "said", **more: object) -> Statement:
    return statement(DAY, words, who, act, cue=span(TEXT, cue), **more)


def verhane() -> Party:
    return party(DAY, "Ilse Verhane", "person", title="Foreign Minister")


def told() -> list[tuple[str, str]]:
    return [line for line in lines() if line[1].startswith("Told")]


def test_a_refusal_is_quoted_whole_with_the_speaker_at_its_head_and_has_moved() -> None:
    who = verhane()
    refused = said("The council will not negotiate unless the army lifts the siege of Halvet", who, "reject")
    assert (
        "moved",
        "Ilse Verhane: “The council will not negotiate unless the army lifts the siege of Halvet, Foreign Minister "
        "Ilse Verhane said.” — The Calder Courier (1 origin).",
    ) in lines(who, refused)


def test_what_begins_with_another_is_told_with_the_sentence_before_and_the_role_where_that_is_not_in_it() -> None:
    who = verhane()
    again = said("they had shelled the convoys at the front", who, speaker_span=span(TEXT, "She"))
    assert [text for _, text in lines(who, again) if "shelled" in text] == [
        "Ilse Verhane: “The council will not negotiate unless the army lifts the siege of Halvet, Foreign Minister "
        "Ilse Verhane said. She said they had shelled the convoys at the front.” — The Calder Courier (1 origin)."
    ]


def test_a_claim_and_its_answer_are_one_line_that_names_both() -> None:
    ostmere, officials = party(DAY, "Ostmere", "state"), party(DAY, "Kestrian officials", "unnamed")
    claims = said("its planes have bombed no town held by rebels", ostmere, cue="says")
    answers = said("this is untrue", officials, cue="say")
    assert [line for line in lines(ostmere, officials, claims, answers) if "planes" in line[1]] == [
        (
            "disputed",
            "Ostmere; Kestrian officials: “Ostmere says its planes have bombed no town held by rebels. But Kestrian "
            "officials say this is untrue.” — The Calder Courier (1 origin).",
        )
    ]


def test_an_onlooker_has_no_line() -> None:
    who = party(DAY, "Tomas Brand", "person", title="Analyst")
    comment = said("the truce was over and the army would advance", who)
    assert [text for _, text in lines(who, comment) if "Brand" in text] == []


def test_the_article_tells_how_the_truce_stands_and_what_was_taken() -> None:
    assert {
        (
            "happened",
            "Told by The Calder Courier: “The truce in the valley has frayed and the negotiations have stalled.” "
            "(1 origin).",
        ),
        (
            "happened",
            "Told by The Calder Courier: “Rebels seized two towns and cut an army road.” (1 origin).",
        ),
    } <= set(told())
    assert not [text for _, text in told() if "harbour" in text or "to begin soon" in text]


def test_a_line_that_carries_the_words_is_not_repeated() -> None:
    who = verhane()
    words = "The council will not negotiate unless the army lifts the siege of Halvet"
    refused, again = said(words, who, "reject"), said(words[4:], who, "reject")
    assert len([text for _, text in lines(who, refused, again) if "lifts the siege" in text]) == 1


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("They had shelled it", True),
        ("On Monday, it released a letter", True),
        ("The group refused", True),
        ("“That is a lie", True),
        ("“It’s clear that nobody won", False),
        ("It will be hard to hold", False),
        ("Kestria refused", False),
    ],
)
def test_what_begins_with_what_a_sentence_before_tells(words: str, back: bool) -> None:
    assert begins_back(words) is back


def test_the_sentences_of_a_paragraph_are_whole_and_the_one_before_is_put_before() -> None:
    paragraph = next(p for p in DAY.paragraphs if p.text.startswith("The truce"))
    first, second = sentences_of(DAY, paragraph)
    assert second.text == "Rebels seized two towns and cut an army road."
    assert with_before(DAY, second) == span(TEXT, f"{first.text} {second.text}")


def test_the_words_of_the_process() -> None:
    assert richness("The talks on a truce: talks and a prisoner") == 3
    assert state_of_talks("A third round of talks collapsed overnight")
    assert not state_of_talks("The minister collapsed at lunch")
    assert event_of_war("Troops seized the town from the rebels")
    assert not event_of_war("The town fell silent")
    assert [speaks_for_somebody(w) for w in ("Western officials", "a retired analyst", "the harbour")] == [
        True,
        False,
        False,
    ]
    assert onlooker("a professor of history")
