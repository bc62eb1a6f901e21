"""The parties of one article: its names joined, their roles, and who is meant by "he" or "the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aidememoire.extract.context import Context, Known, Layout, Named
from aidememoire.extract.parties.descriptions import described
from aidememoire.extract.parties.fit import fits
from aidememoire.extract.parties.heads import head_of, heads, phrase_of
from aidememoire.extract.parties.later_names import named_later
from aidememoire.extract.parties.mention import Mention
from aidememoire.extract.parties.mentions import body_key, mentions
from aidememoire.extract.parties.names import alike, bare, given_names, is_acronym, key, surname
from aidememoire.extract.parties.pronouns import is_pronoun, nearer
from aidememoire.extract.parties.references import holder, refers_to
from aidememoire.extract.parties.roles import Gender, gender_of, role_words, roles_at
from aidememoire.extract.statements.joint import conjuncts, pair_before
from aidememoire.extract.statements.source_phrases import beside, issuer, just_before
from aidememoire.lexicon.countries import country_of
from aidememoire.lexicon.outlets import outlet_name
from aidememoire.model.articles import Article
from aidememoire.model.facts import Party, Role
from aidememoire.model.ids import content_id
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Name, Reading
from aidememoire.model.spans import Span

_RELATIVE = frozenset(("who", "which", "that"))
_NOBODY = re.compile(
    r"(?:i|we|you|who|which|that|this|these|those|there|nobody|no)\b|(?:one|some|many|most|others|both)(?:$|\sof\s\w+$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of an article, and what tells who is meant at any place of its text.

    `same` tells of sources, by where they end, at which earlier place the same party is named or speaks.
    """

    text: str
    parties: tuple[Party, ...]
    context: Context
    same: Mapping[int, Span] = field(default_factory=dict)
    _by_id: Mapping[str, Party] = field(repr=False, compare=False, default_factory=dict)

    @classmethod
    def of(cls, text: str, parties: tuple[Party, ...], context: Context, same: Mapping[int, Span]) -> Cast:
        """The cast of these parties."""
        return cls(text, parties, context, same, {p.id: p for p in reversed(parties)})

    def party_of(self, span: Span) -> Party | None:
        """The party that the words at `span` name or stand for, None where that is not sure.

        The span may hold a title or an apposition with the name: what the phrase is about counts, so that "the envoy of
        X" is never X.
        """
        if span.text.lower() in _RELATIVE:
            return just_before(self.text, self.context.mentions, span)
        head = head_of(self.text, span)
        told = beside(self.text, self.context.mentions, span, head) or issuer(self.context.mentions, span)
        if told is not None:
            return told
        if is_pronoun(head.text) or re.match(r"(?:the|its|his|their)\s", head.text, re.IGNORECASE):
            return self._named(head) or stands_for(self, head, span)
        return self._named(head)

    def speakers_of(self, source: Span) -> tuple[str, ...]:
        """The ids of all who speak at `source`, in the order of the text: of two together, both."""
        parts = conjuncts(self.text, source)
        if len(parts) > 1:
            return tuple(dict.fromkeys(p.id for part in parts if (p := self.party_of(part))))
        party = self.party_of(source)
        if party is None or party.kind == "unnamed":
            pair = pair_before(source, self.context)
            place = earlier(self, source) if party is None else None
            if pair:
                return tuple(k.party.id for k in pair)
            if place is not None and is_pronoun(source.text):
                return self.speakers_of(place)
        return (party.id,) if party else ()

    def by_id(self, party: str | None) -> Party | None:
        """The party with this id."""
        return self._by_id.get(party) if party is not None else None

    def within(self, span: Span) -> tuple[Known, ...]:
        """Where parties are named inside `span`, in order; of two names at one place, the longer."""
        found: list[Known] = []
        for known in self.context.mentions.at.inside(span):
            if not (found and found[-1].span.covers(known.span)):
                found.append(known)
        return tuple(found)

    def _named(self, head: Span) -> Party | None:
        """The party whose name ends the phrase; where several do, the longest name. Two halves joined are no party."""
        named = self.context.mentions.at
        ends = [k for k in named.inside(head) if heads(head, k.span, k.party.kind)]
        if not ends:
            return next((k.party for k in named.over(head)), None)
        return max(ends, key=lambda k: len(k.span.text)).party


def stands_for(whole: Cast, words: Span, source: Span, other_than: str | None = None) -> Party | None:
    """The party that a pronoun or description stands for: by its very post, as reading sees it, or by the rules.

    `source` is the phrase that reading took for a source. It is another than the party with the id `other_than`.
    """
    by_post = holder(words, whole.context, other_than)
    if by_post is not None:
        return by_post
    place = earlier(whole, source)
    before = whole.party_of(place) if place is not None else None
    if place is None or before is None or before.id == other_than or not fits(words.text, before):
        return refers_to(words, whole.context, other_than)
    return nearer(words, place, whole.context) or before


def earlier(whole: Cast, source: Span) -> Span | None:
    """The place before a source at which reading sees the same party, where a reference may reach back so far."""
    place = whole.same.get(source.end)
    seen = place is not None and whole.context.layout.since(source.start) <= place.start and place.end <= source.start
    return place if seen else None


def cast(article: Article, reading: Reading) -> Cast:
    """The cast of an article. A party is named by its fullest name there; ids come from the article and that name."""
    together = [conjuncts(article.text, a.source) for a in reading.attributions if a.source]
    sources = [part for parts in together for part in parts]
    names = _without_lumps(reading.names, together)
    found = mentions(article.text, names, [head_of(article.text, s) for s in sources])
    found = _with_sources(article.text, found, sources)
    sentences = tuple(s.span for s in reading.sentences)
    parties = _parties(article, found, sentences)
    begins = [p.start for p in article.paragraphs] if article.breaks else []
    layout = Layout.of(sentences, (q.span for q in reading.quotations), begins)
    context = Context(layout, Named.of(_known(found, parties)), (), _genders(article.text, parties))
    once = tuple({p.id: p for _, p in parties}.values())
    same = {a.source.end: a.same for a in reading.attributions if a.source is not None and a.same is not None}
    joined = _joined(Cast.of(article.text, once, context, same), Ordered.by(sources, lambda span: span))
    return _with_speakers(joined, sources)


def _without_lumps(names: Sequence[Name], together: Iterable[Sequence[Span]]) -> list[Name]:
    """The names without descriptions that are several who speak together: each of these is a party of its own."""
    lumps = {(parts[0].start, parts[-1].end) for parts in together if len(parts) > 1}
    at = Ordered.by((Span(start, end, "") for start, end in lumps), lambda span: span)
    return [n for n in names if n.kind != "unnamed" or " and " not in n.span.text or not any(at.over(n.span))]


def _with_sources(text: str, found: tuple[Mention, ...], sources: Iterable[Span]) -> tuple[Mention, ...]:
    """The mentions with those sources that no name covers: whoever speaks is a party, named or not."""
    more = []
    at = Ordered.by(found, lambda m: m.span)
    for source in sources:
        head = head_of(text, source)
        named = any(heads(head, m.span, m.kind) for m in at.inside(head)) or any(True for _ in at.over(head))
        nobody = not bare(head.text) or is_pronoun(head.text) or _NOBODY.match(head.text)
        if not named and not nobody:
            more.append(_by_surname(head, found) or _spoken(head, phrase_of(text, source)))
    return tuple(sorted({m.span: m for m in (*found, *more)}.values(), key=lambda m: (m.span.start, -m.span.end)))


def _by_surname(head: Span, found: Sequence[Mention]) -> Mention | None:
    """The mention of a speaker by a surname that no name was read from (it may begin a sentence)."""
    if not head.text[0].isupper() or given_names(head.text):
        return None
    keys = {m.key for m in found if m.kind == "person" and alike(surname(m.span.text), surname(head.text))}
    return Mention(head, "person", keys.pop()) if len(keys) == 1 else None


def _spoken(head: Span, phrase: Span) -> Mention:
    """The mention of a source that no name was read from: an outlet or a government where its nouns say so.

    A description is all of its `phrase`: "sources in the prime minister's office" are not just sources.
    """
    outlet = outlet_name(head.text)
    if outlet is not None:
        return Mention(head, "media", body_key(outlet))
    last = bare(head.text).lower().split()[-1]
    governs = any(last == w for words in role_words()["states"].values() for w in words)
    return Mention(head, "government", "government:" + key(head.text)) if governs else described(phrase)


def _parties(article: Article, found: Sequence[Mention], sentences: Sequence[Span]) -> list[tuple[str, Party]]:
    """The parties by their keys, in the order in which they are first named. Two keys with one name are one party."""
    groups: dict[str, list[Mention]] = {}
    for mention in found:
        groups.setdefault(mention.key, []).append(mention)
    same_name: dict[str, list[str]] = {}
    for its_key, group in groups.items():
        same_name.setdefault(_name(group), []).append(its_key)
    made: list[tuple[str, Party]] = []
    for keys in same_name.values():
        largest = max((groups[k] for k in keys), key=len)
        rest = [m for k in keys for m in groups[k] if groups[k] is not largest]
        party = _party(article, largest, rest, sentences)
        made.extend((k, party) for k in keys)
    return made


def _name(group: Sequence[Mention]) -> str:
    return _fullest(group[0], _names(group))


def _names(group: Sequence[Mention]) -> list[str]:
    return list(dict.fromkeys(_display(m) for m in group if not m.quiet)) or [_display(group[0])]


def _party(article: Article, group: Sequence[Mention], rest: Sequence[Mention], sentences: Sequence[Span]) -> Party:
    """The party of a group of mentions; `rest` are mentions by the same name that were taken for something else."""
    name = _name(group)
    spans = tuple(sorted(m.span for m in (*group, *rest)))
    roles = _roles(article.text, spans, sentences) if group[0].kind == "person" else ()
    names = _names(group)
    if group[0].kind == "unnamed":
        names += [bare(head_of(article.text, m.span).text) for m in group]
    aliases = tuple(n for n in dict.fromkeys(names) if n != name)
    return Party(content_id("party", article.id, name), article.id, name, group[0].kind, aliases, roles, spans)


def _display(mention: Mention) -> str:
    """The name as a reader would list it; a description keeps what tells it from others."""
    return bare(mention.span.text)


def _fullest(first: Mention, names: Sequence[str]) -> str:
    if first.kind == "state":
        country = country_of(first.span.text) or country_of(bare(first.span.text))
        if country is not None:
            return next((n for n in names if n == country.country.name), country.country.name)
    if first.kind == "media":
        outlets = {n: outlet_name(n) for n in names}
        return next((n for n, outlet in outlets.items() if not outlet), next(filter(None, outlets.values()), names[0]))
    words = [n for n in names if not is_acronym(n)]
    return max(words or names, key=lambda n: (len(n.split()), len(n)))


def _roles(text: str, spans: Sequence[Span], sentences: Sequence[Span]) -> tuple[Role, ...]:
    found: dict[tuple[str, str | None], Role] = {}
    for span in spans:
        at = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        sentence = sentences[at] if at >= 0 and sentences[at].covers(span) else None
        for role in roles_at(text, span, sentence) if sentence else ():
            found.setdefault((role.title, role.of), role)
    return tuple(found.values())


def _known(found: Sequence[Mention], parties: Sequence[tuple[str, Party]]) -> tuple[Known, ...]:
    by_key = dict(parties)
    return tuple(Known(m.span, by_key[m.key]) for m in found)


def _genders(text: str, parties: Sequence[tuple[str, Party]]) -> dict[str, Gender]:
    told = ((p.id, next((g for s in p.mentions if (g := gender_of(text, s, p.roles))), None)) for _, p in parties)
    return {party: gender for party, gender in told if gender}


def _joined(whole: Cast, sources: Ordered[Span]) -> Cast:
    """The cast with descriptions ("the envoy") given to the persons and bodies that they stand for."""
    others: dict[str, Party] = {}
    for party in whole.parties:
        if party.kind == "unnamed":
            meant = {p.id: p for s in party.mentions if (p := stands_for(whole, s, s, party.id))}
            later = None if meant else named_later(whole.text, party.mentions[0], whole.context, sources)
            if len(meant) == 1 or later is not None:
                others[party.id] = later or next(iter(meant.values()))
    gained: dict[str, list[Span]] = {}
    for party in whole.parties:
        if party.id in others:
            gained.setdefault(others[party.id].id, []).extend(party.mentions)
    parties = tuple(_gaining(p, gained.get(p.id, ())) for p in whole.parties if p.id not in others)
    by_id = {p.id: p for p in parties}
    known = tuple(
        Known(k.span, by_id[others.get(k.party.id, k.party).id])
        for k in whole.context.mentions.at.items
        if others.get(k.party.id, k.party).id in by_id
    )
    return Cast.of(whole.text, parties, replace(whole.context, mentions=Named.of(known)), whole.same)


def _gaining(party: Party, gained: Sequence[Span]) -> Party:
    return replace(party, mentions=tuple(sorted((*party.mentions, *gained)))) if gained else party


def _with_speakers(whole: Cast, sources: Iterable[Span]) -> Cast:
    """The cast with its speakers resolved one after the other, so that each "he" can lean on those before it."""
    speakers: list[Known] = []
    growing = replace(whole, context=replace(whole.context, speakers=speakers))
    for source in sorted(set(sources)):
        party = growing.party_of(source)
        if party is not None:
            speakers.append(Known(source, party))
    return replace(whole, context=replace(whole.context, speakers=tuple(speakers)))
