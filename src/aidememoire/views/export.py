"""The record as lines of JSON, one object a line, the same bytes for the same record.

Every object has `type` and `id`; the lines come by type, and within a type by their article's `source_id`, their place
in it, and id. Actors are named by the ids of `actor` lines: the parties of the single articles, which actors are made
of, are not exported, nor is what single articles say of tracks, rounds and baskets, which those lines are made of.

Beside the fields that the format promises stand these:

- `article`: `url`, `bylines` [names of persons], and `breaks` [characters at which another story is seen to begin];
- `actor`: `articles` that name it, and `joins` [{`article`, `feature`, `score`, `mine`, `theirs`}], why each party was
  joined to it; the `evidence` of a role has the `article` it lies in;
- `position`: `party_text`; `commitment` and `commitment_group`: `by_text`;
- `encounter` and `agreement`: `track` is the id of a `track` line, and `track_text` what the article calls it;
- every fact but `time`: `happened` {`earliest`, `latest`}, the days between which it happened or is to, by its own
  `when` (null where that gives no day), and `reported`, the day on which its article was published; `statement`,
  `position` and `commitment`: `when` it is told to have been said;
- `statement`: `joint`, who said it together with the speaker; `encounter`: `proximity`, where the sides talked apart;
  `position`: `of` whom it is wanted; `agreement`: `basis`, where it is named as one of the talks, and its `terms`;
  `commitment`: its `source`; `figure`: its `place`; `track`: `guarantors` and `venue`; `round`: `opened`, `closed`
  and `baskets` [ids];
- `lineage`: `why` it was found so;
- types beyond the contract's, made of what many articles say: `encounter_group` (one encounter with its `members` and
  its `course` of turns: `status`, `day` of the report, `when` it was then set for, `facts`, `articles`, `sources`, and
  `earliest` and `latest`, the days between which the turn itself happened or is to), `agreement_group`, `delegation`,
  `seat` (`wanted_by`, `refused_by`, and its `course`, wishes among the turns), `issue` (`wordings`, `positions`),
  `stand` (a
  party on an issue, its `course`, and the positions that `moved_by`), `condition` (`party` withholds `withheld` until
  `of` does `awaited`) and `deadlock` (the `conditions` in their circle and the smallest `breaks`); a
  `commitment_group` has a `course`, a `status` and the `agreement` (group) it was made in; `event`: one coded event,
  after PLOVER;
- `brief_line`: also its `evidence`; those of each day are composed of the whole record, where `aidememoire brief`
  composes of what could have been known on the day;
- `donor`, beyond the contract's types: an article that shares the prose of one part of a `composite` page: `article`,
  its `part` [span], the `donor` [article] and the `share` of the part's words that it has;
- `decision`: what a person said of who is who: its `number`, when it was `made` (UTC) and `by` whom (null where that
  was not asked), what it `says`: all of `who` are "one", or each of `who` is "apart" from all `others`; and its
  `effect` ("in force", "overruled in part" or "overruled" by later words, "idle" where nobody it names is in the
  record). Each of `who` and `others` has a `name` and a `kind`, and `article` with its `source_id` where it holds in
  that one alone (the `article` null where the record has it no more); else it holds wherever the name is borne, but not
  in the articles with the `source_id`s of `but_not`;
- `review`, last of all: what a person said of one fact: its `number`, when it was `made` (UTC), the `reviewer`, `what`
  he said ("accept", "correct", "reject", "add" where the machine had missed it, "undo" of the word that it `undoes`),
  the `kind` and the id of the `fact`, the `article` (null where the record has it no more) with its `source_id` and the
  `text_sha256` of the text that was reviewed, the `span`, the fact as the machine had it `before` and as the reviewer
  wants it `after` (null for none; a party is told by its `name`, `kind` and `actor`), the `note`, and the `effect`: "in
  force", "overruled" by a later word, "taken back", "look again" where text and reading have both changed since, or
  "idle" where the record has the article no more. All other lines are as these words leave the record.

A `statement` has `content_parts` only where its content is broken up, and `passage` where most of its content stands in
one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TextIO, TypeVar, get_args

import msgspec

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Bearer, Decision, Effect
from aidememoire.model.events import Event
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Position, Statement, Time
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.links import Link, Process
from aidememoire.model.process import BriefLine
from aidememoire.queries.brief.compose import briefs
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.record.days import days
from aidememoire.record.decisions import effects
from aidememoire.store import Moment
from aidememoire.store.codec import kind_of
from aidememoire.views.index import Index, index_of
from aidememoire.views.reviews import review_lines

Line = dict[str, Any]
L = TypeVar("L", bound=Link)
Clocked = Statement | Encounter | Position | Commitment | Agreement | Figure | Event


def export(moment: Moment, out: TextIO) -> None:
    """Write the whole record that `moment` sees to `out`, which must take any character (UTF-8)."""
    for line in lines(moment):
        out.write(json.dumps(line, ensure_ascii=False, separators=(", ", ": ")) + "\n")


def lines(moment: Moment) -> Iterator[Line]:
    """The objects of the export, in its order."""
    index = index_of(moment)
    yield from map(_article, moment.articles())
    yield from (_actor(actor, index) for actor in _sorted(moment, Actor, index))
    yield from (_base(time) for time in moment.facts(Time))
    yield from (_statement(each, index) for each in moment.facts(Statement))
    yield from (_encounter(each, index) for each in moment.facts(Encounter))
    yield from (_position(each, index) for each in moment.facts(Position))
    yield from (_commitment(each, index) for each in moment.facts(Commitment))
    yield from (_agreement(each, index) for each in moment.facts(Agreement))
    yield from (_figure(each, index) for each in moment.facts(Figure))
    yield from (_event(each, index) for each in moment.facts(Event))
    yield from (_base(each) for each in _sorted(moment, Lineage, index))
    yield from (_story(each) for each in _sorted(moment, Story, index))
    yield from (_base(each) for each in _sorted(moment, Passage, index))
    yield from (_base(each) for each in _sorted(moment, Donor, index))
    yield from (_base(each) for each in _sorted(moment, Claim, index))
    yield from (_base(each) for each in _sorted(moment, FigureGroup, index))
    yield from (_base(each) for each in _sorted(moment, CommitmentGroup, index))
    yield from _process(moment, index)
    yield from (_base(each) for each in briefs(Sheet(moment)))
    decisions = list(moment.decisions())
    came = effects(index.parties.values(), decisions, index.source_ids)
    yield from (_decision(each, came[each.number], index) for each in decisions)
    yield from review_lines(moment, index)


def _process(moment: Moment, index: Index) -> Iterator[Line]:
    """The lines of the process's own parts."""
    for kind in get_args(Process):
        for part in _sorted(moment, kind, index):
            named = getattr(part, "track", None)
            yield _base(part, track=index.track(named), track_text=named) if hasattr(part, "track") else _base(part)


def _sorted(moment: Moment, kind: type[L], index: Index) -> list[L]:
    place: Callable[[L], tuple[tuple[str, int], str]] = lambda link: (index.place_of(link), link.id)  # noqa: E731
    return sorted(moment.links(kind), key=place)


def _base(obj: Article | Fact | Link | BriefLine | Decision, **changed: object) -> Line:
    """The fields of an object as they are, but for those `changed`; `type` and `id` come first."""
    fields: Line = msgspec.to_builtins(obj)
    return {"type": kind_of(type(obj)), "id": obj.id} | fields | changed


def _fact(fact: Clocked, index: Index, **changed: object) -> Line:
    """A fact with its two clocks: between which days it happened (or is to), and on which it was reported."""
    known = days(fact.when.value) if fact.when else None
    happened = {"earliest": known and known.first.isoformat(), "latest": known and known.last.isoformat()}
    return _base(fact, **changed, happened=happened, reported=index.published.get(fact.article))


def _without(line: Line, *names: str) -> Line:
    return {name: value for name, value in line.items() if name not in names}


def _article(article: Article) -> Line:
    return _without(_base(article), "text", "paragraphs")


def _actor(actor: Actor, index: Index) -> Line:
    roles = []
    for role in actor.roles:
        evidence = {"article": index.article_of_role(actor, role)} | msgspec.to_builtins(role.evidence)
        roles.append({"title": role.title, "of": role.of, "evidence": evidence})
    joins = [{"article": index.article_of_party(join.party)} | msgspec.to_builtins(join) for join in actor.joins]
    return _without(
        _base(actor, roles=roles, articles=index.articles_of(actor), joins=[_without(join, "party") for join in joins]),
        "parties",
    )


def _statement(statement: Statement, index: Index) -> Line:
    line = _fact(
        statement,
        index,
        speaker=index.actor(statement.speaker),
        joint=index.actors(statement.joint),
        addressee=index.actor(statement.addressee),
        target=index.actor(statement.target),
        via=[{"actor": index.actor(via.actor), "text": via.text} for via in statement.via],
        passage=index.passage_of(statement),
    )
    return line if statement.content_parts else _without(line, "content_parts")


def _encounter(encounter: Encounter, index: Index) -> Line:
    return _fact(
        encounter,
        index,
        participants=index.actors(encounter.participants),
        source=index.actor(encounter.source),
        track=index.track(encounter.track),
        track_text=encounter.track,
    )


def _position(position: Position, index: Index) -> Line:
    return _fact(position, index, party=index.actor(position.party), of=index.actor(position.of))


def _commitment(commitment: Commitment, index: Index) -> Line:
    return _fact(
        commitment,
        index,
        by=index.actor(commitment.by),
        to=index.actor(commitment.to),
        alleged_by=index.actors(commitment.alleged_by),
    )


def _agreement(agreement: Agreement, index: Index) -> Line:
    return _fact(
        agreement,
        index,
        parties=index.actors(agreement.parties),
        track=index.track(agreement.track),
        track_text=agreement.track,
    )


def _figure(figure: Figure, index: Index) -> Line:
    numbers = {name: _plain(getattr(figure, name)) for name in ("value", "low", "high")}
    return _fact(figure, index, speaker=index.actor(figure.speaker), **numbers)


def _event(event: Event, index: Index) -> Line:
    named = {"sources": index.actors(event.sources), "targets": index.actors(event.targets)}
    return _fact(event, index, reporter=index.actor(event.reporter), **named)


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and number.is_integer() else number


def _story(story: Story) -> Line:
    named = {"first": "from", "last": "to"}
    return {named.get(name, name): value for name, value in _base(story).items()}


def _decision(decision: Decision, effect: Effect, index: Index) -> Line:
    ids = {source_id: article for article, source_id in index.source_ids.items()}
    who, others = ([_bearer(each, ids) for each in side] for side in (decision.who, decision.others))
    return _base(decision, who=who, others=others, effect=effect)


def _bearer(bearer: Bearer, ids: Mapping[str, str]) -> Line:
    article = None if bearer.article is None else ids.get(bearer.article)
    where = {"article": article, "source_id": bearer.article, "but_not": list(bearer.but_not)}
    return {"name": bearer.name, "kind": bearer.kind} | where
