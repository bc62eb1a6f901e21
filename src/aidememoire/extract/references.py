"""Who "he", "they" and "the envoy" are, within one article. None wherever two could be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from aidememoire.extract.party_fit import HE_SHE, IT, THEY, is_crowd
from aidememoire.extract.party_names import bare, head_word
from aidememoire.extract.party_roles import Gender, role_words, same_post
from aidememoire.lexicon import english
from aidememoire.lexicon.inflection import PAST_FORMS
from aidememoire.model.facts import Party
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span

# How many sentences later "he" may still be the last speaker (those inside quotations not counted). Not measured.
REACH = 4
_BODIES = frozenset(("organization", "armed group", "government", "media"))


@dataclass(frozen=True, slots=True)
class Known:
    """A party at a place of the text: where it is named or speaks."""

    span: Span
    party: Party


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a reference: the article's layout, where parties are named, and who has spoken, in order.

    `genders` holds the persons of whom the text tells he or she.
    """

    layout: Layout
    mentions: Named
    speakers: Sequence[Known]
    genders: Mapping[str, Gender]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences of an article and its quotations.

    `told` counts, at each sentence, those up to it that stand in no quotation. `begins` are the places over which no
    reference reaches back, in order: in a page put together from several stories each paragraph may be another one's.
    """

    sentences: tuple[Span, ...]
    quoted: Ordered[Span]
    told: tuple[int, ...]
    begins: tuple[int, ...] = ()

    @classmethod
    def of(cls, sentences: Iterable[Span], quoted: Iterable[Span], begins: Iterable[int] = ()) -> Layout:
        """The layout of an article, by its sentences in their order."""
        kept, marks = tuple(sentences), Ordered.by(quoted, lambda q: q)
        told = accumulate(not any(True for _ in marks.over(s)) for s in kept)
        return cls(kept, marks, tuple(told), tuple(begins))

    def since(self, place: int) -> int:
        """Where the stretch of text begins that a reference at `place` may reach back over."""
        before = bisect_right(self.begins, place) - 1
        return self.begins[before] if before >= 0 else 0

    def sentence_at(self, place: int) -> int:
        """The index of the sentence in which `place` lies, or of the last before it."""
        return max(bisect_right(self.sentences, place, key=lambda s: s.start) - 1, 0)

    def is_quoted(self, span: Span) -> bool:
        """Whether `span` lies in a quotation."""
        return any(True for _ in self.quoted.over(span))

    def reach(self, place: int, sentences: int) -> int:
        """Where the text begins that is at most so many `sentences` before `place`, those in quotations not counted."""
        if not self.sentences:
            return 0
        first = bisect_left(self.told, self.told[self.sentence_at(place)] - sentences)
        return max(self.sentences[first].start if first > 0 else 0, self.since(place))


@dataclass(frozen=True, slots=True)
class Named:
    """Where parties are named, in the order of the text, and the parties by what a description may know them by.

    `ending` holds them by the last words of their names, and `in_post` those that have a role; both with the place
    where they are first named, in the order of these.
    """

    at: Ordered[Known]
    ending: Mapping[str, tuple[Known, ...]]
    in_post: tuple[Known, ...]
    _holders: dict[str, tuple[Known, ...]] = field(default_factory=dict, repr=False, compare=False)

    def holders(self, description: str) -> tuple[Known, ...]:
        """The parties whose post `description` may be; worked out once for each description."""
        if description not in self._holders:
            held = (k for k in self.in_post if any(same_post(description, r.title) for r in k.party.roles))
            self._holders[description] = tuple(held)
        return self._holders[description]

    @classmethod
    def of(cls, known: Iterable[Known]) -> Named:
        """The index of these."""
        at = Ordered.by(known, lambda k: k.span)
        firsts: dict[str, Known] = {}
        for each in at.items:
            before = firsts.get(each.party.id)
            if before is None or each.span.end < before.span.end:
                firsts[each.party.id] = each
        ending: dict[str, list[Known]] = {}
        for first in firsts.values():
            for word in {head_word(name).lower() for name in (first.party.name, *first.party.aliases)}:
                ending.setdefault(word, []).append(first)
        posts = tuple(k for k in firsts.values() if k.party.roles)
        return cls(at, {word: tuple(group) for word, group in ending.items()}, posts)


def is_pronoun(words: str) -> bool:
    """Whether `words` are a pronoun of the third person."""
    return words.lower() in HE_SHE or words.lower() in IT | THEY


def refers_to(span: Span, context: Context, other_than: str | None = None) -> Party | None:
    """The party that a pronoun or a definite description stands for, None where that is not sure.

    It is another than the party with the id `other_than`, which is known by that description itself.
    """
    low = span.text.lower()
    if low in HE_SHE:
        return _person(span, context, "he" if HE_SHE[low] == "he" else "she")
    if low in IT:
        return _thing(span, context)
    if low in THEY:
        return _many(span, context)
    return _described(span, context, other_than)


def _person(span: Span, context: Context, gender: Gender) -> Party | None:
    """The last speaker, unless somebody else is what the sentences since are about."""
    speaker = next((k for k in _spoken_before(span, context, REACH) if _may_be(k.party, gender, context)), None)
    topic = _topic(span, context, gender)
    if speaker is None or topic is None:
        return (speaker or topic).party if speaker or topic else None  # type: ignore[union-attr]
    if speaker.party.id == topic.party.id:
        return speaker.party
    spoke, named = context.layout.sentence_at(speaker.span.start), context.layout.sentence_at(topic.span.start)
    return speaker.party if spoke >= named else topic.party


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


def _described(span: Span, context: Context, other_than: str | None) -> Party | None:
    """ "The envoy", "the group": the only party before it with that post or of that kind, or the nearest in reach."""
    words = span.text.lower().split()
    if len(words) < 2 or words[0] not in ("the", "his", "her", "its", "their"):
        return None
    return _in_post(" ".join(words[1:]), _holders(words, span, context, other_than)) or _of_kind(
        words, span, context, other_than
    )


def holder(span: Span, context: Context, other_than: str | None = None) -> Party | None:
    """The only party before a definite description that has that very post: "the Kestrian foreign minister"."""
    words = span.text.lower().split()
    if len(words) < 2 or words[0] != "the":
        return None
    exact = _exactly(" ".join(words[1:]), _holders(words, span, context, other_than))
    return exact[0] if len(exact) == 1 else None


def _holders(words: Sequence[str], span: Span, context: Context, other_than: str | None) -> list[Party]:
    posts = context.mentions.holders(" ".join(words[1:]))
    return [k.party for k in _first_before(context, posts, span, other_than)]


def _first_before(context: Context, known: Iterable[Known], span: Span, other_than: str | None) -> Iterator[Known]:
    since = context.layout.since(span.start)
    return (k for k in known if since <= k.span.start and k.span.end <= span.start and k.party.id != other_than)


def _in_post(description: str, holders: Sequence[Party]) -> Party | None:
    exact = _exactly(description, holders)
    chosen = exact if len(exact) == 1 else holders
    return chosen[0] if len(chosen) == 1 else None


def _exactly(description: str, holders: Sequence[Party]) -> list[Party]:
    return [p for p in holders if any(_same_words(description, r.title, r.of) for r in p.roles)]


def _same_words(description: str, title: str, of: str | None) -> bool:
    return description == title or (of is not None and description == f"{of} {title}".lower())


def _of_kind(words: Sequence[str], span: Span, context: Context, other_than: str | None) -> Party | None:
    noun = words[-1]
    kinds = _BODIES if span.text.split()[-1][0].isupper() else role_words()["stand_for"].get(noun)
    if kinds is None or len(words) > 3:
        return None
    ending = _first_before(context, context.mentions.ending.get(noun, ()), span, other_than)
    named = [k.party for k in ending if k.party.kind in kinds]
    if len(named) == 1:
        return named[0]
    if noun not in ("group", "body", "movement", "agency", "organization", "organisation"):
        return None
    first = context.layout.sentence_at(span.start) - 2
    start = context.layout.sentences[first].start if first > 0 else 0
    around = _first_before(context, context.mentions.at.starting(start, span.start), span, other_than)
    near = {k.party.id: k.party for k in around if k.party.kind in kinds}
    return next(iter(near.values())) if len(near) == 1 else None
