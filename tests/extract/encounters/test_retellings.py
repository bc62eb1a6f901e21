from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from aidememoire.extract.encounters.encounters import encounters
from aidememoire.extract.encounters.retellings import without_repeats, without_standfirst
from aidememoire.extract.scene import Scene
from aidememoire.model.articles import Paragraph
from aidememoire.model.facts import Encounter

Build = Callable[..., Any]
TEXT = (
    "Talks resumed on Monday.\n"
    "The fourth round of the talks resumed in Lugarno on Monday.\n"
    "Henrike Aldous met Petar Solvane on Monday."
)


def told_in(told: Build, *kinds: str) -> Scene:
    """The text with its paragraphs of these kinds."""
    scene: Scene = told(
        TEXT, persons=["Henrike Aldous", "Petar Solvane"], places=["Lugarno"], times={"Monday": "2031-03-10"}
    ).scene
    paragraphs = tuple(
        Paragraph(p.start, p.end, p.text, kind)  # type: ignore[arg-type]
        for p, kind in zip(scene.article.paragraphs, kinds, strict=True)
    )
    article = replace(scene.article, paragraphs=paragraphs)
    return Scene.of(article, scene.reading, scene.cast, scene.statements)


def brief(encounter: Encounter) -> tuple[str, str | None, int | None]:
    return encounter.kind, encounter.place, encounter.round


def test_what_the_standfirst_tells_too_is_told_once(told: Build) -> None:
    scene = told_in(told, "standfirst", "body", "body")
    assert [brief(e) for e in encounters(scene)] == [("talks", "Lugarno", 4), ("meeting", None, None)]


def test_two_paragraphs_of_the_story_stay_two_tellings(told: Build) -> None:
    found = encounters(told_in(told, "body", "body", "body"))
    assert [brief(e) for e in found] == [("talks", None, None), ("talks", "Lugarno", 4), ("meeting", None, None)]


def test_the_story_takes_from_the_standfirst_what_it_lacks(told: Build) -> None:
    scene = told_in(told, "standfirst", "body", "body")
    _, talks, meeting = encounters(told_in(told, "body", "body", "body"))
    above = replace(talks, id="above", evidence=replace(talks.evidence, start=0, end=24), round=None, track="Lugarno")
    below = replace(talks, place=None, round=4)
    kept = without_standfirst(scene, (above, below, meeting))
    assert [(e.id, e.place, e.track, e.round) for e in kept] == [
        (below.id, "Lugarno", "Lugarno", 4),
        (meeting.id, None, None, None),
    ]


def test_the_same_words_again_are_no_second_encounter(told: Build) -> None:
    *_, meeting = encounters(told_in(told, "body", "body", "body"))
    again = replace(meeting, id="again", evidence=replace(meeting.evidence, start=500, end=543))
    assert without_repeats((meeting, again)) == (meeting,)
