"""Who "he", "it" and "they" are, within one article. None wherever two could be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from aidememoire.extract.context import Context, Known
from aidememoire.extract.parties.fit import HE_SHE, IT, THEY, is_crowd
from aidememoire.extract.parties.names import bare
from aidememoire.extract.parties.roles import Gender, role_words
from aidememoire.lexicon import english
from aidememoire.lexicon.inflection import PAST_FORMS
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

# How many sentences later "he" may still be the last speaker (those inside quotations not counted). Not measured.
REACH = 4


def is_pronoun(words: str) -> bool:
    """Whether `words` are a pronoun of the third person."""
    return words.lower() in HE_SHE or words.lower() in IT | THEY


def meant_by(pronoun: Span, context: Context) -> Party | None:
    """The party that a pronoun stands for, None where that is not sure."""
    low = pronoun.text.lower()
    if low in HE_SHE:
        known = _person(pronoun, context, "he" if HE_SHE[low] == "he" else "she")
        return known.party if known else None
    return _thing(pronoun, context) if low in IT else _many(pronoun, context)


def nearer(span: Span, place: Span, context: Context) -> Party | None:
    """Whom a pronoun is taken for by the rules, where that is surer than the party at an earlier `place`; else None.

    "It" and "they" are whatever the rules tell: they tell little, and where reading saw another, in eight places of 84
    articles, they were right in six. "He" is so where `place` stands in a quotation and "he" does not, or in an earlier
    sentence than a person who spoke or began a sentence since: right in all six such places there.
    """
    low = span.text.lower()
    if low not in HE_SHE:
        return meant_by(span, context) if is_pronoun(low) else None
    known = _person(span, context, "he" if HE_SHE[low] == "he" else "she")
    if known is None:
        return None
    layout = context.layout
    if layout.is_quoted(place) and not layout.is_quoted(span) and not layout.is_quoted(known.span):
        return known.party
    mine, theirs = layout.sentence_at(known.span.start), layout.sentence_at(place.start)
    if mine == theirs:
        return known.party if _spoke_at(known.span, context) and not _spoke_at(place, context) else None
    leads = _spoke_at(known.span, context) or _begins(known.span, layout.sentences[mine])
    return known.party if leads and mine > theirs else None


def _spoke_at(place: Span, context: Context) -> bool:
    after = bisect_left(context.speakers, place.end, key=lambda k: k.span.start)
    return any(k.span.overlaps(place) for k in context.speakers[max(0, after - 2) : after])


def _person(span: Span, context: Context, gender: Gender) -> Known | None:
    """The last speaker, unless somebody else is what the sentences since are about."""
    speaker = next((k for k in _spoken_before(span, context, REACH) if _may_be(k.party, gender, context)), None)
    topic = _topic(span, context, gender)
    if speaker is None or topic is None:
        return speaker or topic
    if speaker.party.id == topic.party.id:
        return speaker
    spoke, named = context.layout.sentence_at(speaker.span.start), context.layout.sentence_at(topic.span.start)
    return speaker if spoke >= named else topic


def _may_be(party: Party, gender: Gender, context: Context) -> bool:
    return context.genders.get(party.id) in (None, gender) and _is_one(party)


def _is_one(party: Party) -> bool:
    """Whether a party is one human being."""
    if party.kind == "person":
        return True
    head = bare(party.name).lower()
    return party.kind == "unnamed" and any(
        head == t or head.split(" for ")[0].endswith(t) for t in role_words()["titles"]
    )


def _spoken_before(span: Span, context: Context, reach: int) -> Iterator[Known]:
    """Those who have spoken before `span` and at most so many sentences away, the last first."""
    low = context.layout.reach(span.start, reach)
    for index in range(bisect_left(context.speakers, span.start, key=lambda k: k.span.start) - 1, -1, -1):
        known = context.speakers[index]
        if known.span.start < low:
            return
        if known.span.end <= span.start:
            yield known


def _named_in(sentence: Span, before: Span, context: Context) -> list[Known]:
    """Where parties are named in a sentence before `before`, in order."""
    since = context.layout.since(before.start)
    return [k for k in context.mentions.at.inside(sentence) if since <= k.span.start and k.span.end <= before.start]


def _topic(span: Span, context: Context, gender: Gender) -> Known | None:
    """The person whom the nearest earlier sentence with any is about: the only one, or the one it begins with."""
    here = context.layout.sentence_at(span.start)
    for index in range(here, max(-1, here - 3), -1):
        sentence = context.layout.sentences[index]
        named = (k for k in _named_in(sentence, span, context) if not context.layout.is_quoted(k.span))
        persons = [k for k in named if _may_be(k.party, gender, context)]
        if not persons:
            continue
        if len({k.party.id for k in persons}) == 1:
            return persons[0]
        return persons[0] if _begins(persons[0].span, sentence) else None
    return None


def _begins(span: Span, sentence: Span) -> bool:
    """Whether a name stands where the subject of a sentence stands: at its head, with at most a role before it."""
    lead = sentence.text[: span.start - sentence.start].lower().split()
    verbal = english.AUXILIARIES | english.SUBORDINATORS | english.PREPOSITIONS - {"of", "for"} | PAST_FORMS
    return len(lead) <= 6 and not any(w in verbal or w.endswith(",") for w in lead)


def _thing(span: Span, context: Context) -> Party | None:
    """ "It": the body that last spoke, or that begins the sentence before, where only one does."""
    return _last_of(span, context, lambda p: p.kind not in ("person", "place", "unnamed"))


def _many(span: Span, context: Context) -> Party | None:
    """ "They": the group that last spoke."""
    return _last_of(
        span, context, lambda p: p.kind in ("armed group", "organization") or (p.kind == "unnamed" and is_crowd(p))
    )


def _last_of(span: Span, context: Context, fits: Callable[[Party], bool]) -> Party | None:
    here = context.layout.sentence_at(span.start)
    last = next(_spoken_before(span, context, 1), None)
    if last is not None:
        return last.party if fits(last.party) else None
    for index in (here, here - 1):
        if index < 0:
            continue
        sentence = context.layout.sentences[index]
        named = [k for k in _named_in(sentence, span, context) if fits(k.party)]
        if named:
            return named[0].party if len({k.party.id for k in named}) == 1 or _begins(named[0].span, sentence) else None
    return None
