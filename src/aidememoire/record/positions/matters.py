"""What a wording is about: its topic, the names and things that tell it from others of the topic, its other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from aidememoire.lexicon import english
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Position
from aidememoire.model.joined import Actor
from aidememoire.record.claims.wording import wording
from aidememoire.record.naming.names import fold
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.topics import ObjectKind, Topic, topics, vocabulary
from aidememoire.record.similarity import content_words, stem

_NAME = re.compile(
    r"(?:[A-Z]\.){2,}[\w-]*"
    r"|\b(?:al-)?[A-Z][\w’'-]*(?:[ -](?:(?:al|de|el|bin|la|le|du|di|von|van|of|on)[ -])?(?:al-)?[A-Z][\w’'-]*)*"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ASIDE = re.compile(r",\s+(?:which|who|whose)\b[^,]*,")
# "Northern-led", "U.S.-backed": said of something else.
_COMPOUND = re.compile(r"-[a-z]+\Z")
_WORD_AFTER = re.compile(r"\s+(?!(?:next|now|first|soon|again|too|also|yet|today|further|alone|\w+ly)\b)([a-z]\w*)")
_NO_NOUN = english.PREPOSITIONS | english.CONJUNCTIONS | english.SUBORDINATORS | english.AUXILIARIES
_PLACE_BEFORE = re.compile(
    r"\b(?:of|on|in|at|to|into|around|from|near|through|over|inside|leaves?|leaving)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_TARGET_BEFORE = re.compile(
    r"\b(?:on|against|at|of|in|around|shelling|bombing|bombarding|attacking|striking|hitting|raiding)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|around)\s+(?:the\s+)?\Z", re.IGNORECASE)
_NOT_A_PERSON = frozenset(("state", "government", "organization", "media", "place"))
_HE = re.compile(r"\b(?:he|him|she|her|his)\b", re.IGNORECASE)
_CAPITAL_LAST = re.compile(r"(?:^|\s)[A-Z][\w’'-]*\Z")
_REST_OF_NAME = re.compile(r"(?:\s[A-Z][\w’'-]*)+")
# Two wordings without a topic say the same where the shorter has this share of its words, and two at least, in the
# longer: "open the ports" and "the ports are opened to all ships", not "open the ports" and "open the schools".
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a wording: where it stands, the folded name it is known by, and whether that is a country's."""

    start: int
    end: int
    name: str
    kind: str
    country: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """What a wording is about. `topic` is None where no topic's words stand in it, `object` where none is named.

    `talk` holds where the thing is to be talked about, not done; `things` are the stems of the words that are neither
    the topic's nor names nor general; `stems` those of all words; `scope` says how much of it, how soon, of whom.
    """

    topic: Topic | None
    object: str | None
    talk: bool
    things: frozenset[str]
    stems: frozenset[str]
    scope: frozenset[tuple[str, str]]

    def meets(self, other: Matter) -> bool:
        """Whether doing the one is doing the other: the same topic, no other object, both talking or both doing."""
        if self.topic != other.topic or self.talk != other.talk:
            return False
        if self.object and other.object and self.object != other.object:
            return False
        if self.topic is None:
            return self.same_words(other)
        return not self.topic.things or not (self.things and other.things) or bool(self.things & other.things)

    def closely(self, other: Matter) -> bool:
        """Whether the two meet by more than their topic: an object in common, a thing, or nothing beside the topic."""
        if not self.meets(other):
            return False
        if self.topic is None or (self.object and self.object == other.object):
            return True
        return bool(self.things & other.things) or not (self.things and other.things)

    def same_words(self, other: Matter) -> bool:
        """Whether the words say one thing: the same, or most of the shorter's in the longer, a thing among them.

        Names and general words alone ("the idea", "must be implemented") say nothing that can be compared.
        """
        if not self.things & other.things:
            return False
        common, shorter = self.stems & other.stems, min(len(self.stems), len(other.stems))
        return self.stems == other.stems or (len(common) > 1 and len(common) >= _SHARE * shorter)

    def asks_other(self, scope: Set[tuple[str, str]]) -> bool:
        """Whether this answers a question of extent otherwise than it was answered ("all prisoners", "41 of them")."""
        answered = {question for question, _ in scope}
        asked_again = {question for question, _ in self.scope & scope}
        return any(question in answered - asked_again for question, _ in self.scope)


def matter(text: str, cast: Cast, party: str | None = None) -> Matter:
    """What `text` is about, in a record of that `cast`. `party` (an actor) wants it: "he" may then be that person."""
    clause = _clause(text)
    names = tuple(_names(clause, cast))
    topic, told = _topic(clause) or (None, None)
    things = _things(clause, names, topic, told)
    if topic and topic.bare and things and told and topic.words and not topic.words.search(told.group()):
        topic, told = None, None
        things = _things(clause, names, None, None)
    return Matter(
        topic=topic,
        object=_object(clause, names, topic, told, cast, party),
        talk=topic is not None and topic.name != "talks" and vocabulary().talk.search(clause) is not None,
        things=things,
        stems=content_words(_without_possessives(text)),
        scope=frozenset(_scope(text)),
    )


def _things(text: str, names: tuple[Named, ...], topic: Topic | None, told: re.Match[str] | None) -> frozenset[str]:
    """The stems of the words that are neither the topic's nor names, general or of extent."""
    bare = _blanked(text, [(n.start, n.end) for n in names] + ([_told_by(told, topic)] if told and topic else []))
    for _, answers in vocabulary().scope:
        bare = answers.sub(" ", bare)
    return frozenset(w for w in content_words(bare) if w not in vocabulary().generic and not w.isdigit())


def _told_by(told: re.Match[str], topic: Topic) -> tuple[int, int]:
    """Where the topic's own words stand: the first of them alone where the things after it tell matters apart."""
    return told.start(), told.start() + len(told.group().split()[0]) if topic.things else told.end()


def _scope(text: str) -> Iterator[tuple[str, str]]:
    """The questions of extent that a wording answers, each with its answer; a number tells an amount."""
    for question, answers in vocabulary().scope:
        for match in answers.finditer(text):
            yield question, stem(fold(match.group()))
    for number in wording(text).numbers:
        yield "amount", number


def asked(position: Position) -> str:
    """The words of a position's issue; a name at which it is cut off is completed from the evidence."""
    text, issue = position.evidence.text, position.issue
    at = text.find(issue)
    rest = _REST_OF_NAME.match(text, at + len(issue)) if at >= 0 and _CAPITAL_LAST.search(issue) else None
    return issue + rest.group() if rest else issue


def _clause(text: str) -> str:
    """A wording without asides, up to where another clause begins ("before", "in return for") that is not its first."""
    text = _ASIDE.sub(" ", text)
    beyond = vocabulary().beyond.search(text)
    return text[: beyond.start()] if beyond and text[: beyond.start()].strip() else text


def _topic(text: str) -> tuple[Topic, re.Match[str]] | None:
    """The topic whose words stand first, the longest of those in one place; else by weak words."""
    for strength in ("words", "weak"):
        found = []
        for n, topic in enumerate(topics()):
            pattern = getattr(topic, strength)
            match = pattern.search(text) if pattern else None
            if match:
                found.append((match.start(), -len(match.group()), n, topic, match))
        if found:
            return min(found, key=lambda f: f[:3])[3:]
    return None


def _names(text: str, cast: Cast) -> Iterator[Named]:
    """The names in a wording; a single capital at its beginning is one only where it is known as one."""
    for match in _NAME.finditer(text):
        words = _POSSESSIVE.sub("", match.group())
        folded = fold(words)
        if _COMPOUND.search(words):
            continue
        actor, country = _bearer(folded, cast), country_of(words)
        first = " " not in words and not text[: match.start()].strip(" “”\"‘’'")
        if folded in english.WEEKDAYS or folded in english.MONTHS or (first and actor is None and country is None):
            continue
        kind = actor.kind if actor else ("state" if country else "")
        name = fold(actor.name) if actor and actor.kind != "unnamed" else folded
        adjective = country is not None and country.kind in {"adjective", "people"}
        yield Named(match.start(), match.start() + len(words), name, "adjective" if adjective else kind, bool(country))


def _bearer(name: str, cast: Cast) -> Actor | None:
    """Who bears a folded name, with or without the title before it."""
    words = name.split()
    return next((cast.named[n] for at in range(len(words)) if (n := " ".join(words[at:])) in cast.named), None)


def _object(
    text: str,
    names: tuple[Named, ...],
    topic: Topic | None,
    told: re.Match[str] | None,
    cast: Cast,
    party: str | None,
) -> str | None:
    """The name that tells a matter from others of its topic, None where none does."""
    if topic is None or topic.object is None or told is None:
        return None
    found = [n.name for n in names if _tells_apart(text, n, topic.object, told)]
    if found:
        return found[0]
    holder = cast.actors.get(party) if party else None
    own = topic.object == "person" and holder is not None and holder.kind not in {*_NOT_A_PERSON, "unnamed"}
    return fold(holder.name) if own and holder is not None and _HE.search(text) else None


def _tells_apart(text: str, named: Named, kind: ObjectKind, told: re.Match[str]) -> bool:
    before = text[: named.start]
    if kind == "person":
        return named.kind not in _NOT_A_PERSON and named.kind != "adjective" and not named.country
    if kind == "group":
        return named.kind != "adjective"
    if kind == "target":
        state = named.country or named.kind in {"state", "government"}
        ground = state and _IN.search(before) is not None
        return named.kind != "adjective" and not ground and _TARGET_BEFORE.search(before) is not None
    at_topic = named.end < told.start() <= named.end + 3
    after = _WORD_AFTER.match(text, named.end)
    if after and after[1] not in _NO_NOUN and not at_topic:
        return False
    return named.kind in {"", "place", "unnamed"} and (_PLACE_BEFORE.search(before) is not None or at_topic)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (min(end, len(text)) - start) if start < len(text) else ""
    return "".join(rest)


def _without_possessives(text: str) -> str:
    return re.sub(r"['’]s\b", "", text)
