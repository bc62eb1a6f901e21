from __future__ import annotations

from dataclasses import replace

import pytest

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact, Party, Statement
from aidememoire.model.joined import Actor, Claim, FigureGroup
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.links import Link
from aidememoire.model.process import Round
from aidememoire.model.spans import Span
from aidememoire.store import Place, open_record
from aidememoire.store.check import problems
from tests.store.stored import save
from tests.support import Sample, sample

SAMPLE = sample()


def found(place: Place, readings: tuple[tuple[Article, tuple[Fact, ...]], ...], links: tuple[Link, ...]) -> list[str]:
    save(Sample(readings, links), place)
    with open_record(place).reader() as reader:
        return list(problems(reader))


def test_a_sound_record_has_no_problem(place: Place) -> None:
    assert found(place, SAMPLE.readings, SAMPLE.links) == []


def test_problems_of_articles_and_facts_are_found(place: Place) -> None:
    wire, facts = SAMPLE.readings[0]
    first = next(f for f in facts if isinstance(f, Statement))
    off = replace(first, id="statement-1", content=Span(0, 5, "never"))
    stray = replace(first, id="statement-2", speaker="party-9")
    beyond = replace(first, id="statement-3", cue=Span(0, 99999, wire.text))
    changed = replace(wire, text_sha256="0" * 64, credits=(Span.of(wire.text, 0, 8),))
    readings = ((changed, (*facts, off, stray, beyond)), *SAMPLE.readings[1:])
    assert found(place, readings, SAMPLE.links) == [
        "text changed: the SHA-256 of article 'a-wire' is not that of its text",
        "stretches overlap: at character 0 of article 'a-wire'",
        "span off: 0:5 of article 'a-wire', in statement-1",
        "unknown party: party-9 in statement-2 of article 'a-wire'",
        "span off: 0:99999 of article 'a-wire', in statement-3",
    ]  # fmt: skip


def test_an_id_in_two_articles_is_found(place: Place) -> None:
    (wire, w), (herald, h), rest = SAMPLE.readings
    twin = next(f for f in h if isinstance(f, Party))
    clash = replace(next(f for f in w if isinstance(f, Party)), id=twin.id)
    told = found(place, ((wire, (*w, clash)), (herald, h), rest), SAMPLE.links)
    assert told == [f"id twice: {twin.id}, again in article 'b-herald'"]


def change(kind: type[Link], **fields: object) -> tuple[Link, ...]:
    first = next(link for link in SAMPLE.links if isinstance(link, kind))
    return tuple(replace(link, **fields) if link is first else link for link in SAMPLE.links)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        (Story, {"articles": ("article-9",)}, "unknown article: article-9"),
        (Story, {"thread": "story-9"}, "unknown story: story-9"),
        (Claim, {"denied_by": ("actor-9",)}, "unknown actor: actor-9"),
        (Claim, {"mentions": ()}, None),
        (FigureGroup, {"members": ()}, None),
        (Round, {"track": "track-9"}, "unknown track: track-9"),
        (Lineage, {"a": "article-9"}, "unknown article: article-9"),
        (Passage, {"members": ()}, None),
    ],
)
def test_problems_of_links_are_found(
    place: Place, kind: type[Link], fields: dict[str, object], told: str | None
) -> None:
    messages = found(place, SAMPLE.readings, change(kind, **fields))
    assert bool(messages) == bool(told)
    assert any(message.startswith(told or "") for message in messages) or told is None


def test_parties_of_two_actors_or_none_are_found(place: Place) -> None:
    actors = [link for link in SAMPLE.links if isinstance(link, Actor)]
    both = change(Actor, parties=(*actors[0].parties, *actors[1].parties))
    assert [m.split(":")[0] for m in found(place, SAMPLE.readings, both)] == ["party of two actors"] * len(
        actors[1].parties
    )
    assert {m.split(":")[0] for m in found(place, SAMPLE.readings, change(Actor, parties=()))} == {"party of no actor"}


def test_problems_of_donors_are_found(place: Place) -> None:
    (wire, _), (herald, _), _ = SAMPLE.readings
    sound = Donor("donor-1", wire.id, Span.of(wire.text, 0, 20), herald.id, 0.5)
    assert found(place, SAMPLE.readings, (*SAMPLE.links, sound)) == []
    off = replace(sound, id="donor-2", part=Span(0, 5, "never"))
    stray = replace(sound, id="donor-3", donor="article-9")
    assert found(place, SAMPLE.readings, (*SAMPLE.links, off, stray)) == [
        "span off: 0:5 of article 'a-wire', in donor-2",
        "unknown article: article-9 in donor-3",
    ]
