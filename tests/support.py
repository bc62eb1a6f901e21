"""Builders of articles and facts for tests, and one small record of the Varenian talks made with them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aidememoire.model.articles import Article, Cut, Paragraph
from aidememoire.model.facts import (
    Agreement,
    Commitment,
    Encounter,
    Fact,
    Figure,
    Party,
    Position,
    Role,
    Statement,
    Time,
    Via,
)
from aidememoire.model.ids import content_id, text_sha256
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
)
from aidememoire.model.lineage import Edit, Lineage, Passage, PassagePair, Story
from aidememoire.model.links import Link
from aidememoire.model.mentions import BasketMention, RoundMention, TrackMention
from aidememoire.model.process import Basket, Round, Track
from aidememoire.model.spans import Located, Span
from aidememoire.model.when import When
from aidememoire.store import open_record


def span(text: str, words: str) -> Span:
    """The span of the first place where `words` stand in `text`."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def article(
    source_id: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    agencies: tuple[str, ...] = (),
    cuts: Sequence[tuple[str, str]] = (),
    credit: str | None = None,
    dateline: str | None = None,
) -> Article:
    """An article whose first line is its title; the other lines are paragraphs where they are neither cut nor credit.

    `cuts` are (words, reason).
    """
    boilerplate = tuple(Cut(s.start, s.end, s.text, reason) for words, reason in cuts for s in [span(text, words)])
    credited = (span(text, credit),) if credit else ()
    taken = [*((c.start, c.end) for c in boilerplate), *((c.start, c.end) for c in credited)]
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not any(a < end and start < b for a, b in taken):
            paragraphs.append(Paragraph(start, end, line, "body" if start else "title"))
        start = end + 1
    title = paragraphs[0].text if paragraphs else None
    return Article(
        id=content_id("article", source_id, text),
        source_id=source_id,
        text=text,
        text_sha256=text_sha256(text),
        title=title,
        outlet=outlet,
        agencies=agencies,
        bylines=(),
        published=published,
        published_how="given" if published else None,
        dateline=dateline,
        language="en",
        url=None,
        composite=False,
        boilerplate=boilerplate,
        credits=credited,
        paragraphs=tuple(paragraphs),
    )


SHARED = (
    "denied on Tuesday that its forces had shelled Halvet, "
    "after the Varenian government accused it of breaking the Lune truce."
)

WIRE = f"""Varenian rebels deny shelling Halvet
ORLUNE, May 3 (Meridian Press) - The Highland Council {SHARED}
"We have fired on no town," spokeswoman Ilse Verhane told Meridian Press in Lugarno.
Chief negotiator Petar Solvane said 14 people were killed in Halvet. He is to meet envoy Henrike Aldous on Thursday.
The Lugarno talks, led by the Concord of Nations, are in their third round. Their baskets are prisoners and the ports.
"""

HERALD = f"""Halvet toll rises after rebel fire
The Highland Council {SHARED}
Chief negotiator Petar Solvane said 19 people were killed in Halvet.
The government will not talk while the ports are closed, he told VNA.
Share this story 41 times
Reporting by Meridian Press
"""

COURIER = """Envoy hopes for a third round
Henrike Aldous said she hopes both sides will stay in Lugarno. Our reporter spoke to her in Calder on Wednesday.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A small record: its articles, each with its facts, and its links."""

    readings: tuple[tuple[Article, tuple[Fact, ...]], ...]
    links: tuple[Link, ...]

    @property
    def ids(self) -> list[str]:
        return [each.id for each, _ in self.readings]

    def save(self, path: Path) -> Path:
        """Publish the sample in a record at `path`."""
        with open_record(path, create=True).writer() as writer:
            for each, facts in self.readings:
                writer.add(each, facts, "test-1")
            writer.publish(self.ids, self.links)
        return path


def _id(kind: str, of: Article, words: str) -> str:
    return content_id(kind, of.id, words)


def party(of: Article, name: str, kind: str, *, title: str | None = None) -> Party:
    """A party named once by `name`, with the role of that `title` before it."""
    where = span(of.text, name)
    roles = (Role(title, None, span(of.text, title)),) if title else ()
    return Party(_id("party", of, name), of.id, name, kind, (), roles, (where,))  # type: ignore[arg-type]


def statement(of: Article, words: str, speaker: Party | None, act: str = "assert", **more: object) -> Statement:
    """A statement of `words`; what `more` names takes the place of what stands here."""
    fields: dict[str, object] = {
        "id": _id("statement", of, words),
        "article": of.id,
        "speaker": speaker.id if speaker else None,
        "speaker_span": speaker.mentions[0] if speaker else None,
        "cue": None,
        "content": span(of.text, words),
        "content_parts": (),
        "form": "indirect",
        "act": act,
    }
    return Statement(**(fields | more))  # type: ignore[arg-type]


def sample() -> Sample:
    """Three articles: a wire story, an outlet's rewriting of it with another figure, and one of an own reporter."""
    wire = article("a-wire", WIRE, outlet="Meridian Press", published="2031-05-03", agencies=("Meridian Press",))
    herald = article(
        "b-herald",
        HERALD,
        outlet="Dravik Herald",
        published="2031-05-04",
        agencies=("Meridian Press",),
        cuts=[("Share this story 41 times", "share count")],
        credit="Reporting by Meridian Press",
    )
    courier = article("c-courier", COURIER, outlet="The Calder Courier")
    w, h, c = _wire_facts(wire), _herald_facts(herald), _courier_facts(courier)
    return Sample(((wire, w), (herald, h), (courier, c)), (*_actors(w, h, c), *_links(wire, herald, courier, w, h)))


def _wire_facts(of: Article) -> tuple[Fact, ...]:
    council = party(of, "Highland Council", "organization")
    state = party(of, "Varenian government", "government")
    verhane = party(of, "Ilse Verhane", "person", title="spokeswoman")
    solvane = party(of, "Petar Solvane", "person", title="Chief negotiator")
    aldous = party(of, "Henrike Aldous", "person", title="envoy")
    concord = party(of, "Concord of Nations", "organization")
    press = party(of, "Meridian Press", "media")
    day, text = span(of.text, "Tuesday"), of.text
    truce = "accused it of breaking the Lune truce"
    date = "2031-05-03"
    halvet = "14 people were killed in Halvet"
    return (
        council,
        state,
        verhane,
        solvane,
        aldous,
        concord,
        press,
        Time(_id("time", of, "Tuesday"), of.id, day.start, day.end, day.text, date, date, date),
        statement(of, "that its forces had shelled Halvet", council, "deny", cue=span(text, "denied")),
        statement(
            of,
            "breaking the Lune truce",
            state,
            "accuse",
            cue=span(text, "accused"),
            target=council.id,
            target_text="it",
        ),
        statement(
            of,
            "We have fired on no town",
            verhane,
            "deny",
            form="direct",
            cue=span(text, "told"),
            addressee=press.id,
            addressee_text="Meridian Press",
            via=(Via(press.id, "Meridian Press"),),
        ),
        statement(of, halvet, solvane),
        Encounter(
            _id("encounter", of, "meet"),
            of.id,
            "meeting",
            "planned",
            (solvane.id, aldous.id),
            ("He", "envoy Henrike Aldous"),
            None,
            When("Thursday", "2031-05-05"),
            None,
            None,
            None,
            span(text, "He is to meet envoy Henrike Aldous on Thursday."),
        ),
        Encounter(
            _id("encounter", of, "talks"),
            of.id,
            "talks",
            "held",
            (concord.id,),
            ("Concord of Nations",),
            "Lugarno",
            None,
            None,
            "Lugarno",
            3,
            span(text, "The Lugarno talks, led by the Concord of Nations, are in their third round."),
        ),
        Commitment(
            _id("commitment", of, "truce"),
            of.id,
            council.id,
            "it",
            None,
            "the Lune truce",
            "alleged broken",
            (state.id,),
            "Lune truce",
            span(text, truce),
        ),
        Agreement(
            _id("agreement", of, "truce"),
            of.id,
            (council.id, state.id),
            None,
            "the Lune truce",
            "ceasefire",
            None,
            span(text, "Lune truce"),
        ),
        Figure(
            _id("figure", of, halvet),
            of.id,
            "people killed in Halvet",
            "people",
            14.0,
            None,
            None,
            "exactly",
            None,
            solvane.id,
            span(text, "14 people were killed"),
        ),
        TrackMention(
            _id("track_mention", of, "Lugarno"), of.id, "Lugarno", concord.id, (), span(text, "The Lugarno talks")
        ),
        RoundMention(_id("round_mention", of, "third"), of.id, 3, "Lugarno", None, span(text, "third round")),
        BasketMention(_id("basket_mention", of, "prisoners"), of.id, "prisoners", "Lugarno", span(text, "prisoners")),
    )


def _herald_facts(of: Article) -> tuple[Fact, ...]:
    council = party(of, "Highland Council", "organization")
    state = party(of, "Varenian government", "government")
    solvane = party(of, "Petar Solvane", "person", title="Chief negotiator")
    agency = party(of, "VNA", "media")
    text, words = of.text, "The government will not talk while the ports are closed"
    return (
        council,
        state,
        solvane,
        agency,
        statement(of, "that its forces had shelled Halvet", council, "deny"),
        statement(of, "19 people were killed in Halvet", solvane),
        statement(
            of, words, solvane, "reject", via=(Via(agency.id, "VNA"),), addressee=agency.id, addressee_text="VNA"
        ),
        Position(
            _id("position", of, words),
            of.id,
            state.id,
            "The government",
            "precondition",
            "opening the ports",
            "talks",
            span(text, words),
        ),
        Figure(
            _id("figure", of, "19"),
            of.id,
            "people killed in Halvet",
            "people",
            19.0,
            None,
            None,
            "exactly",
            None,
            solvane.id,
            span(text, "19 people were killed"),
        ),
    )


def _courier_facts(of: Article) -> tuple[Fact, ...]:
    aldous = party(of, "Henrike Aldous", "person")
    return (
        aldous,
        statement(of, "both sides will stay in Lugarno", aldous, "hope", cue=span(of.text, "hopes")),
        statement(of, "Envoy hopes", None),
    )


def _actors(*readings: tuple[Fact, ...]) -> list[Actor]:
    """One actor for each name: the parties of that name in all readings."""
    named: dict[str, list[Party]] = {}
    for facts in readings:
        for fact in facts:
            if isinstance(fact, Party):
                named.setdefault(fact.name, []).append(fact)
    return [
        Actor(
            content_id("actor", name),
            name,
            parties[0].kind,
            (),
            parties[0].roles,
            None,
            tuple(p.id for p in parties),
            tuple(Join(p.id, "same name", 1.0, p.name, name) for p in parties[1:]),
        )
        for name, parties in named.items()
    ]


def _links(wire: Article, herald: Article, courier: Article, w: tuple[Fact, ...], h: tuple[Fact, ...]) -> list[Link]:
    one = Origins(1, 1, (Origin((wire.id, herald.id), "Meridian Press", "one passage"),))
    two = Origins(
        1, 2, (Origin((wire.id, herald.id), "Meridian Press", "one passage"), Origin((wire.id,), None, "own interview"))
    )
    council, state = content_id("actor", "Highland Council"), content_id("actor", "Varenian government")
    verhane, concord = content_id("actor", "Ilse Verhane"), content_id("actor", "Concord of Nations")
    denials = [f for f in (*w, *h) if isinstance(f, Statement) and f.act in ("deny", "accuse")]
    figures = [f for f in (*w, *h) if isinstance(f, Figure)]
    promise = next(f for f in w if isinstance(f, Commitment))
    track = content_id("track", "Lugarno")
    pairs = (PassagePair(span(wire.text, SHARED), span(herald.text, SHARED)),)
    edits = (
        Edit(span(wire.text, "14"), span(herald.text, "19"), "figure"),
        Edit(span(wire.text, "We have fired on no town"), None, "dropped"),
        Edit(None, span(herald.text, "The government will not talk while the ports are closed"), "added"),
    )
    return [
        Lineage(
            content_id("lineage", wire.id, herald.id),
            wire.id,
            herald.id,
            "wire",
            0.4,
            0.5,
            "a→b",
            "Meridian Press",
            pairs,
            edits,
            "both credit Meridian Press",
        ),
        Passage(content_id("passage", SHARED), (_located(wire, SHARED), _located(herald, SHARED))),
        Story(
            content_id("story", "halvet"), (wire.id, herald.id), "Shelling of Halvet", "2031-05-03", "2031-05-04", None
        ),
        Claim(
            content_id("claim", "halvet"),
            "the Highland Council shelled Halvet",
            tuple(Mention(s.id, s.article, s.content.text) for s in denials),
            (state,),
            (council, verhane),
            two,
        ),
        FigureGroup(
            content_id("figure_group", "halvet"),
            "people killed in Halvet",
            tuple(FigureMember(f.id, f.article, f.evidence.text) for f in figures),
            "conflict",
        ),
        CommitmentGroup(
            content_id("commitment_group", "truce"),
            council,
            "Highland Council",
            "the Lune truce",
            (promise.id,),
            (state,),
            one,
        ),
        Track(track, "Lugarno", concord, (), (_located(wire, "The Lugarno talks"),)),
        Round(content_id("round", "3"), 3, track, None, (_located(wire, "third round"),)),
        Basket(content_id("basket", "prisoners"), "prisoners", track, (_located(wire, "prisoners"),)),
    ]


def _located(of: Article, words: str) -> Located:
    where = span(of.text, words)
    return Located(of.id, where.start, where.end, where.text)
