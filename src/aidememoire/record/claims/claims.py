"""Statements that say the same thing become claims; a denial joins the claim that it denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidememoire.model.ids import content_id
from aidememoire.model.joined import Claim, Mention
from aidememoire.model.lineage import Lineage
from aidememoire.model.reading import Act
from aidememoire.record.claims.denials import WEEK, Said, bare_denials, denials
from aidememoire.record.claims.versions import in_one_place
from aidememoire.record.claims.voices import Voices, substance
from aidememoire.record.claims.wording import wording
from aidememoire.record.components import Components
from aidememoire.record.origins import PASSAGE, Kinship, origins
from aidememoire.record.similarity import Similarity

# Of one speaker, two contents this alike (by the cosine of their weighed words) say the same thing; where both stand in
# one passage, half of that is enough, since the passage says so already.
SAME_SPEAKER = 0.6
SAME_PASSAGE = 0.3
# At one place of two versions of a story even less: a verb and its object may have been changed for others.
REWORKED = 0.2
# Nearly word for word: numbers and names may then differ in spelling only, and a long sentence is the same one months
# later. Short ones ("the strikes were carried out by either of the two") are said of one attack after another.
SAME_WORDS = 0.9
LONG = 7
FORTNIGHT = 14
# Who accuses again within a week adds circumstances: two fifths of the weight and four words then are enough.
CHARGED = 0.4
CHARGED_WORDS = 4

CLAIMS: frozenset[Act] = frozenset(
    ("assert", "accuse", "deny", "promise", "threaten", "demand", "offer", "accept", "reject")
)


def claims(voices: Voices, lineages: Sequence[Lineage]) -> tuple[Claim, ...]:
    """The claims of the coverage, each with its mentions, its two sides and its origins."""
    statements = [s for s in voices.statements if s.act in CLAIMS]
    like = Similarity([substance(s) for s in statements])
    said = Said.of(voices, statements, like, [wording(s.words, s.target_text or "") for s in statements])
    kinship = Kinship(lineages)
    same = Components(range(len(statements)))
    for i, j in [*_repeated(said, kinship), *_reworked(said, lineages)]:
        same.join(i, j)
    for i, j in [*bare_denials(statements), *denials(said)]:
        same.join(i, j)
    return tuple(sorted((_claim(said, group, kinship) for group in same.groups()), key=lambda c: c.id))


def _repeated(said: Said, kinship: Kinship) -> Iterator[tuple[int, int]]:
    """The pairs in which one speaker says one thing twice."""
    told = [said.voices.told(s) for s in said.statements]
    for i, x in enumerate(told):
        for j in said.like.near(i):
            if x.speaker != told[j].speaker or said.opposes(i) != said.opposes(j):
                continue
            alike = said.like.between(i, j)
            if alike < SAME_PASSAGE:
                continue
            if said.wordings[i].other_day(said.wordings[j]):
                continue
            if kinship.why(x, told[j]) == PASSAGE or _one_thing(said, i, j, alike):
                yield i, j


def _one_thing(said: Said, i: int, j: int, alike: float) -> bool:
    """Whether two contents that are much alike are of one happening: no other number, name, day, nor a fortnight on."""
    if alike < SAME_WORDS and said.wordings[i].differs(said.wordings[j]):
        return False
    apart = said.voices.days_apart(said.statements[i], said.statements[j])
    if alike < SAME_SPEAKER:
        return _charged_again(said, i, j, alike) and (apart is None or apart <= WEEK)
    if apart is None or apart <= FORTNIGHT:
        return True
    return alike >= SAME_WORDS and len(said.like.words[i] & said.like.words[j]) >= LONG


def _charged_again(said: Said, i: int, j: int, alike: float) -> bool:
    """Whether both are accusations, alike enough to be one that is repeated with other circumstances."""
    both = said.statements[i].act == said.statements[j].act == "accuse"
    return both and alike >= CHARGED and len(said.like.words[i] & said.like.words[j]) >= CHARGED_WORDS


def _reworked(said: Said, lineages: Sequence[Lineage]) -> Iterator[tuple[int, int]]:
    """The pairs that stand in one place of two versions of one story, on one side.

    The speaker may have been renamed, and a figure changed: but not both, and not the day.
    """
    for i, j in in_one_place(said.statements, lineages):
        x, y = said.wordings[i], said.wordings[j]
        if said.opposes(i) != said.opposes(j) or x.other_day(y):
            continue
        one_speaker = said.voices.speaker(said.statements[i]) == said.voices.speaker(said.statements[j])
        alike = said.like.between(i, j)
        if alike >= (REWORKED if one_speaker else SAME_PASSAGE) and (one_speaker or not x.differs(y)):
            yield i, j


def _claim(said: Said, group: Sequence[int], kinship: Kinship) -> Claim:
    denied = any(said.statements[i].act == "deny" for i in group)
    against = {i for i in group if said.statements[i].act == "deny" or (denied and said.opposes(i))}
    ordered = sorted(group, key=lambda i: (i in against, said.statements[i].article, said.statements[i].content.start))
    statements = [said.statements[i] for i in ordered]
    for_ = [said.statements[i] for i in ordered if i not in against]
    return Claim(
        id=content_id("claim", *sorted(s.id for s in statements)),
        text=statements[0].words,
        mentions=tuple(Mention(s.id, s.article, s.words) for s in statements),
        asserted_by=_speakers(said, [i for i in ordered if i not in against]),
        denied_by=_speakers(said, [i for i in ordered if i in against]),
        origins=origins([said.voices.told(s) for s in for_ or statements], kinship),
    )


def _speakers(said: Said, group: Sequence[int]) -> tuple[str, ...]:
    return tuple(sorted({a for i in group if (a := said.voices.speaker(said.statements[i]))}))
