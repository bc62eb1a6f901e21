"""What the articles of a made record say together: actors by name, and things that have the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from aidememoire.model.facts import Position
from aidememoire.model.ids import content_id
from aidememoire.model.joined import (
    Actor,
    Claim,
    CommitmentGroup,
    FigureGroup,
    FigureMember,
    Join,
    Mention,
    Origin,
    Origins,
    Turn,
)
from aidememoire.model.lineage import Story
from aidememoire.model.links import Link
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Stand, Track
from aidememoire.model.spans import Located
from benchmarks.serving.made import Made


def links(made: Made) -> Iterator[Link]:
    """What the articles say together."""
    actors = {name: content_id("actor", name) for name in made.parties}
    for name, parties in made.parties.items():
        kind: Any = "person" if name[0].isupper() else "organization"
        joins = tuple(Join(p, "same name", 1.0, name, name) for p in parties[1:])
        yield Actor(actors[name], name, kind, (), (), None, tuple(parties), joins)
    yield from _claims(made, actors)
    yield from _grouped(made, actors)
    yield from _process(made, actors)
    for key, members in made.stories.items():
        days = sorted(a.published or "" for a in members)
        yield Story(content_id("story", key), tuple(a.id for a in members), members[0].title, days[0], days[-1], None)


def _claims(made: Made, actors: dict[str, str]) -> Iterator[Link]:
    for words, tellings in made.said.items():
        mentions = tuple(Mention(s.id, s.article, s.words) for s, _ in tellings)
        asserted = tuple(dict.fromkeys(actors[name] for s, name in tellings if s.act != "deny"))
        denied = tuple(dict.fromkeys(actors[name] for s, name in tellings if s.act == "deny"))
        yield Claim(
            content_id("claim", words), words, mentions, asserted, denied, _origins(m.article for m in mentions)
        )


def _origins(articles: Iterator[str]) -> Origins:
    each = tuple(dict.fromkeys(articles))
    return Origins(len(each), len(each), tuple(Origin((a,), None, "its own words") for a in each))


def _grouped(made: Made, actors: dict[str, str]) -> Iterator[Link]:
    for key, figures in made.figures.items():
        members = tuple(FigureMember(f.id, f.article, f.evidence.text) for f in figures)
        status: Any = "conflict" if len({f.value for f in figures}) > 1 else "same"
        yield FigureGroup(content_id("figure group", key), figures[0].subject, members, status)
    for key, promises in made.promises.items():
        first, name = promises[0]
        turns = tuple(_turn(made, "made", c.id, c.article) for c, _ in promises)
        origins = _origins(c.article for c, _ in promises)
        yield CommitmentGroup(
            content_id("commitment group", key), actors[name], name, first.what, tuple(c.id for c, _ in promises), (),
            origins, None, "made", None, turns,
        )  # fmt: skip
    for key, members_of in made.agreements.items():
        ids = tuple(a.id for a in members_of)
        origins = _origins(a.article for a in members_of)
        yield AgreementGroup(content_id("agreement group", key), "ceasefire", key, (), None, False, ids, origins)


def _process(made: Made, actors: dict[str, str]) -> Iterator[Link]:
    places = [Located(e.article, e.evidence.start, e.evidence.end, e.evidence.text)
              for met in made.meetings.values() for e, _ in met[:1]][:50]  # fmt: skip
    yield Track(content_id("track", "Lugarno"), "Lugarno", None, (), tuple(places))
    for key, met in made.meetings.items():
        first, names = met[0]
        who = tuple(actors[name] for name in dict.fromkeys(names))
        turns = tuple(_turn(made, e.status, e.id, e.article) for e, _ in met)
        yield EncounterGroup(
            content_id("encounter group", key), "meeting", met[-1][0].status, who,
            names, first.place, None, None, None, "Lugarno", None, False, tuple(e.id for e, _ in met), turns,
            _origins(e.article for e, _ in met),
        )  # fmt: skip
    for name, held in made.positions.items():
        issue = content_id("issue", name)
        yield Issue(issue, name, (name,), tuple(p.id for p, _ in held))
        by: dict[str, list[Position]] = defaultdict(list)
        for position, holder in held:
            by[holder].append(position)
        for holder, taken in by.items():
            turns = tuple(_turn(made, p.stance, p.id, p.article) for p in taken)
            yield Stand(content_id("stand", name, holder), actors[holder], holder, issue, turns, ())


def _turn(made: Made, status: str, fact: str, article: str) -> Turn:
    return Turn(status, made.days[article], None, (fact,), (article,), ())
