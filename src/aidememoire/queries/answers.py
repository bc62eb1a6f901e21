"""Every question a moment asks of a record, as typed answers with names in place of ids."""

from __future__ import annotations

from collections.abc import Mapping

from aidememoire.lexicon.english import PERSONAL
from aidememoire.model.articles import Article
from aidememoire.model.facts import Commitment, Encounter, Figure, Statement
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.process import Basket, Round, Track
from aidememoire.model.spans import Located, Span
from aidememoire.queries.shapes import (
    BreachView,
    ClaimView,
    EncounterView,
    FigureView,
    StatementView,
    StoryView,
    TrackView,
    UnattributedView,
)
from aidememoire.store import Moment


class Answers:
    """The answers that a record gives. Everything is read once, when the object is made."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.articles: Mapping[str, Article] = {a.id: a for a in moment.articles()}
        self.actors: Mapping[str, Actor] = {a.id: a for a in moment.links(Actor)}
        self._actor_of = {party: a.id for a in self.actors.values() for party in a.parties}
        self._said = {s.id: s for s in moment.facts(Statement)}

    def name(self, who: str | None) -> str | None:
        """The name of the actor that an actor's or a party's id stands for."""
        actor = self.actors.get(self.actor_of(who) or "")
        return actor.name if actor else None

    def actor_of(self, who: str | None) -> str | None:
        """The id of the actor that a party's id stands for; an actor's own id is left as it is."""
        return self._actor_of.get(who, who) if who else None

    def names(self, who: tuple[str, ...]) -> tuple[str, ...]:
        """Their names, each once."""
        return tuple(dict.fromkeys(n for w in who if (n := self.name(w))))

    def outlet(self, article: str) -> str:
        """What to call an article in few words: its outlet, or its id where that is not known."""
        a = self.articles[article]
        return a.outlet or a.source_id

    def tracks(self) -> tuple[TrackView, ...]:
        """The tracks of the process, the most reported first."""
        rounds = list(self.moment.links(Round))
        found = [
            TrackView(
                t.id,
                t.name,
                self.name(t.mediator),
                self.names(t.sponsors),
                tuple(sorted(r.number for r in rounds if r.track and r.track.casefold() == t.name.casefold())),
                len({e.article for e in t.evidence}),
                t.evidence,
            )
            for t in self.moment.links(Track)
        ]
        return tuple(sorted(found, key=lambda t: (-t.articles, t.name)))

    def baskets(self) -> tuple[Basket, ...]:
        """The items of the agenda, the most reported first."""
        return tuple(sorted(self.moment.links(Basket), key=lambda b: (-len(b.evidence), b.name)))

    def encounters(self) -> tuple[EncounterView, ...]:
        """Who met whom, in the order of the days on which it was reported."""
        found = sorted(self.moment.facts(Encounter), key=lambda e: (self._day(e.article), e.article, e.evidence.start))
        return tuple(self._encounter(e) for e in found)

    def _encounter(self, e: Encounter) -> EncounterView:
        when = None if e.when is None else e.when.value if e.when.value[:4].isdigit() else e.when.text
        who = self.names(e.participants) or e.participant_texts
        return EncounterView(
            e.id, e.kind, e.status, who, when, e.place, self.name(e.source), _located(e.article, e.evidence)
        )

    def statements(self) -> tuple[StatementView, ...]:
        """Who said what, in the order of the days on which it was reported."""
        found = sorted(self._said.values(), key=lambda s: (self._day(s.article), s.article, s.content.start))
        return tuple(self._statement(s) for s in found)

    def _statement(self, s: Statement) -> StatementView:
        return StatementView(
            s.id,
            self.name(s.speaker),
            s.act,
            s.form,
            s.words,
            self.name(s.addressee) or s.addressee_text,
            tuple(self.name(v.actor) or v.text for v in s.via),
            self.name(s.target) or s.target_text,
            _located(s.article, s.content),
            tuple(name for party in s.joint if (name := self.name(party))),
        )

    def unattributed(self) -> tuple[UnattributedView, ...]:
        """The statements without a speaker, in the order of the days on which they were reported."""
        found = sorted(self._said.values(), key=lambda s: (self._day(s.article), s.article, s.content.start))
        return tuple(self._unattributed(s) for s in found if s.speaker is None)

    def _unattributed(self, s: Statement) -> UnattributedView:
        article, content = self.articles[s.article], s.content
        at = article.paragraph_at(content.start)
        start, end = (article.paragraphs[at].start, article.paragraphs[at].end) if at >= 0 else (0, len(article.text))
        before, after = article.text[start : content.start], article.text[content.end : max(end, content.end)]
        cue, place = s.cue.text if s.cue else None, _located(s.article, content)
        return UnattributedView(s.id, cue, _why(s, article), before, content.text, after, place)

    def disputed(self) -> tuple[ClaimView, ...]:
        """The claims that somebody asserts and somebody denies."""
        found = [self._claim(c) for c in self.moment.links(Claim) if c.disputed]
        return tuple(sorted(found, key=lambda c: (-len(c.mentions), c.text)))

    def _claim(self, c: Claim) -> ClaimView:
        places = tuple(_located(m.article, self._said[m.statement].content) for m in c.mentions)
        return ClaimView(c.id, c.text, self.names(c.asserted_by), self.names(c.denied_by), c.origins, places)

    def figures(self) -> tuple[FigureView, ...]:
        """The figures that several articles give of one subject, those in conflict first."""
        figures = {f.id: f for f in self.moment.facts(Figure)}
        found = [
            FigureView(
                g.id,
                g.subject,
                g.status,
                g.disputed,
                tuple(_located(m.article, figures[m.figure].evidence) for m in g.members),
            )
            for g in self.moment.links(FigureGroup)
            if len({m.article for m in g.members}) > 1
        ]
        return tuple(sorted(found, key=lambda g: (not g.disputed, g.status != "growth", g.subject)))

    def breaches(self) -> tuple[BreachView, ...]:
        """The promises that somebody says were broken."""
        commitments = {c.id: c for c in self.moment.facts(Commitment)}
        found = [
            BreachView(
                g.id,
                self.name(g.by) or g.by_text,
                g.what,
                self.names(g.alleged_by),
                g.origins,
                tuple(_located(commitments[m].article, commitments[m].evidence) for m in g.members),
            )
            for g in self.moment.links(CommitmentGroup)
            if g.disputed
        ]
        return tuple(sorted(found, key=lambda b: (b.by, b.what)))

    def stories(self) -> tuple[StoryView, ...]:
        """The stories that more than one article tells, the oldest first."""
        lineages = [x for x in self.moment.links(Lineage) if x.relation != "none"]
        stories = {story.id: story for story in self.moment.links(Story)}
        found = []
        for story in stories.values():
            if len(story.articles) > 1:
                inside = tuple(x for x in lineages if {x.a, x.b} <= set(story.articles))
                members = sorted((self.articles[a] for a in story.articles), key=lambda a: (a.published or "", a.id))
                before = stories[story.thread].title or "untitled" if story.thread in stories else None
                view = StoryView(story.id, story.title, tuple(members), inside, before)
                found.append((story.first or "", story.id, view))
        return tuple(view for *_, view in sorted(found, key=lambda f: f[:2]))

    def wires(self) -> tuple[Lineage, ...]:
        """The pairs of articles that rework or reprint one agency's story."""
        return tuple(x for x in self.moment.links(Lineage) if x.relation == "wire")

    def _day(self, article: str) -> str:
        return self.articles[article].published or "9999"


def _why(s: Statement, article: Article) -> str:
    """Why a statement has no speaker, as far as the record tells."""
    if s.speaker_span is not None:
        what = "pronoun" if s.speaker_span.text.lower() in PERSONAL else "description or name"
        why = f"its source “{s.speaker_span.text}”, a {what}, fits nobody named in the article, or several"
    elif s.cue is not None:
        why = f"no source was read with its cue “{s.cue.text}”"
    else:
        why = "neither a source nor a cue was read near it, and nobody leads over to it"
    return why + ("; the page is composite: several stories in one" if article.composite else "")


def _located(article: str, span: Span) -> Located:
    return Located(article, span.start, span.end, span.text)
