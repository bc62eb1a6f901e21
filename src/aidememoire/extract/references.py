"""Who "he", "they" and "the envoy" are, within one article. None wherever two could be meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aidememoire.extract.party_names import bare
from aidememoire.extract.party_roles import Gender, role_words, same_post
from aidememoire.lexicon import english
from aidememoire.lexicon.inflection import PAST_FORMS
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

HE_SHE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_IT = frozenset(("it", "its"))
_THEY = frozenset(("they", "them", "their"))
# How many sentences later "he" may still be the last speaker (those inside quotations not counted). Not measured.
REACH = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A party at a place of the text: where it is named or speaks."""

    span: Span
    party: Party


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a reference: the article's sentences, where parties are named, who has spoken, quotations.

    `genders` holds the persons of whom the text tells he or she.
    """

    sentences: tuple[Span, ...]
    mentions: tuple[Known, ...]
    speakers: tuple[Known, ...]
    quoted: tuple[Span, ...]
    genders: tuple[tuple[str, Gender], ...]

    def sentence_at(self, place: int) -> int:
        """The index of the sentence in which `place` lies, or of the last before it."""
        return max((i for i, s in enumerate(self.sentences) if s.start <= place), default=0)


def _apart(known: Span, here: Span, context: Context) -> int:
    """How many sentences on from `known` `here` is; those inside a quotation do not count."""
    first, last = context.sentence_at(known.start), context.sentence_at(here.start)
    return sum(not _is_quoted(context.sentences[i], context) for i in range(first + 1, last + 1))


def is_pronoun(words: str) -> bool:
    """Whether `words` are a pronoun of the third person."""
    return words.lower() in HE_SHE or words.lower() in _IT | _THEY


def refers_to(span: Span, context: Context) -> Party | None:
    """The party that a pronoun or a definite description stands for, None where that is not sure."""
    low = span.text.lower()
    if low in HE_SHE:
        return _person(span, context, "he" if HE_SHE[low] == "he" else "she")
    if low in _IT:
        return _thing(span, context)
    if low in _THEY:
        return _many(span, context)
    return _described(span, context)


def _person(span: Span, context: Context, gender: Gender) -> Party | None:
    """The last speaker, unless somebody else is what the sentences since are about."""
    fits = [k for k in _before(span, context.speakers, context) if _may_be(k.party, gender, context)]
    speaker = fits[-1] if fits else None
    topic = _topic(span, context, gender)
    if speaker is None or topic is None:
        return (speaker or topic).party if speaker or topic else None  # type: ignore[union-attr]
    if speaker.party.id == topic.party.id:
        return speaker.party
    spoke, named = context.sentence_at(speaker.span.start), context.sentence_at(topic.span.start)
    return speaker.party if spoke >= named else topic.party


def _may_be(party: Party, gender: Gender, context: Context) -> bool:
    told = dict(context.genders).get(party.id)
    return _is_one(party) and told in (None, gender)


def _is_one(party: Party) -> bool:
    """Whether a party is one human being."""
    if party.kind == "person":
        return True
    head = bare(party.name).lower()
    return party.kind == "unnamed" and any(
        head == t or head.split(" for ")[0].endswith(t) for t in role_words()["titles"]
    )


def _before(span: Span, known: Sequence[Known], context: Context) -> list[Known]:
    """Those of `known` that stand before `span` and within reach."""
    return [k for k in known if k.span.end <= span.start and _apart(k.span, span, context) <= REACH]


def _topic(span: Span, context: Context, gender: Gender) -> Known | None:
    """The person whom the nearest earlier sentence with any is about: the only one, or the one it begins with."""
    here = context.sentence_at(span.start)
    for index in range(here, max(-1, here - 3), -1):
        sentence = context.sentences[index]
        named = [
            k
            for k in context.mentions
            if sentence.covers(k.span) and k.span.end <= span.start and not _is_quoted(k.span, context)
        ]
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


def _is_quoted(span: Span, context: Context) -> bool:
    return any(q.covers(span) for q in context.quoted)


def _thing(span: Span, context: Context) -> Party | None:
    """ "It": the body that last spoke, or that begins the sentence before, where only one does."""
    return _last_of(span, context, lambda p: p.kind not in ("person", "place", "unnamed"))


def _many(span: Span, context: Context) -> Party | None:
    """ "They": the group that last spoke."""
    return _last_of(
        span, context, lambda p: p.kind in ("armed group", "organization") or (p.kind == "unnamed" and _is_plural(p))
    )


def _is_plural(party: Party) -> bool:
    return bare(party.name).split(" of ")[0].rstrip().endswith(("s", "people", "men"))


def _last_of(span: Span, context: Context, fits: Callable[[Party], bool]) -> Party | None:
    here = context.sentence_at(span.start)
    near = [k for k in context.speakers if k.span.end <= span.start and _apart(k.span, span, context) <= 1]
    if near:
        return near[-1].party if fits(near[-1].party) else None
    for index in (here, here - 1):
        if index < 0:
            continue
        sentence = context.sentences[index]
        named = [k for k in context.mentions if sentence.covers(k.span) and k.span.end <= span.start and fits(k.party)]
        if named:
            return named[0].party if len({k.party.id for k in named}) == 1 or _begins(named[0].span, sentence) else None
    return None


def _described(span: Span, context: Context) -> Party | None:
    """ "The envoy", "the group": the only party before it with that post or of that kind, or the nearest in reach."""
    words = span.text.lower().split()
    if len(words) < 2 or words[0] not in ("the", "his", "her", "its", "their"):
        return None
    description = " ".join(words[1:])
    earlier = [k for k in context.mentions if k.span.end <= span.start]
    return _in_post(description, earlier) or _of_kind(words, earlier, span, context)


def _in_post(description: str, earlier: Sequence[Known]) -> Party | None:
    holders = {k.party.id: k.party for k in earlier if any(same_post(description, r.title) for r in k.party.roles)}
    exact = {i: p for i, p in holders.items() if any(_same_words(description, r.title, r.of) for r in p.roles)}
    chosen = exact if len(exact) == 1 else holders
    return next(iter(chosen.values())) if len(chosen) == 1 else None


def _same_words(description: str, title: str, of: str | None) -> bool:
    return description == title or (of is not None and description == f"{of} {title}".lower())


def _of_kind(words: Sequence[str], earlier: Sequence[Known], span: Span, context: Context) -> Party | None:
    noun = words[-1]
    kinds = role_words()["stand_for"].get(noun)
    if kinds is None or len(words) > 3:
        return None
    named = {k.party.id: k.party for k in earlier if k.party.kind in kinds and _ends_with(k.party, noun)}
    if len(named) == 1:
        return next(iter(named.values()))
    if noun not in ("group", "body", "movement", "agency", "organization", "organisation"):
        return None
    here = context.sentence_at(span.start)
    near = {
        k.party.id: k.party for k in earlier if k.party.kind in kinds and here - context.sentence_at(k.span.start) <= 2
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _ends_with(party: Party, noun: str) -> bool:
    return any(name.lower().split()[-1:] == [noun] for name in (party.name, *party.aliases))
