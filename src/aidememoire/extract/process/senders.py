"""The party that sent a delegation or a negotiator: told before it ("the council's") or after it ("of the council")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_WORDS = wordlist("delegations")
_FROM = re.compile(r"\s+(?:from|of|representing|for|appointed\s+by|sent\s+by)\s+(?:the\s+|both\s+)?", re.IGNORECASE)
_EMPTY = re.compile(
    rf"(?:(?:the|a|an|its|his|her|their|that|this|each|both|two|and|of|by|with|{either(_WORDS['rank'])})\s*)+", re.I
)
_LEAD = re.compile(rf"\A\s*(?:(?:the|a|an|that|{either(_WORDS['rank'])})\s+)+", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|a|an)\s+", re.IGNORECASE)
_ENVOY = re.compile(r"\b(?:negotiators?|delegates?)\Z", re.IGNORECASE)
_SENT = re.compile(r"\b(?:delegat\w+|negotiat\w+|teams?)\b", re.IGNORECASE)
# Words that end what stands before the description of a sender.
_BREAK = re.compile(
    r"[,;:“”\"()]|\b(?:said|says|told|with|by|and|for|to|in|at|from|that|as|meet\w*|met|when|who|ahead|of|on|"
    r"is|was|are|were|has|have|had|his|her|their|its)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent somebody: the party, None where it is not known, and the words, "" where nobody is told."""

    party: str | None
    text: str


NOBODY = Sender(None, "")


def sender_of(phrases: tuple[Phrase, ...]) -> Sender:
    """The sender that the first of the phrases names."""
    return Sender(phrases[0].party, phrases[0].span.text) if phrases else NOBODY


def sender_after(scene: Scene, sentence: Span, end: int) -> Sender:
    """The sender named right after a body or a post: "a team from the council", "chief negotiator of the council"."""
    match = _FROM.match(scene.text, end, sentence.end)
    if match is None:
        return NOBODY
    for phrase in scene.phrases_in(sentence):
        if phrase.span.start <= match.end() < phrase.span.end and not phrase.person:
            words = Span.of(scene.text, max(phrase.span.start, match.end()), phrase.span.end)
            return Sender(_known(scene, words) or phrase.party, words.text)
    return NOBODY


def sender_before(scene: Scene, within: Span, end: int) -> Sender:
    """The sender named right before `end`: "the Varenian government delegation", "the council's chief negotiator"."""
    start = max((m.end() for m in _BREAK.finditer(scene.text, within.start, end)), default=within.start)
    start = max((m.end() for m in _THE.finditer(scene.text, start, end)), default=start)
    lead = _LEAD.match(scene.text[start:end])
    start += lead.end() if lead is not None else 0
    words = scene.text[start:end].rstrip()
    rank = re.search(rf"(?:\s+|\A)(?:{either(_WORDS['rank'])}|own)\Z", words, re.IGNORECASE)
    while rank is not None:
        words = words[: rank.start()].rstrip()
        rank = re.search(rf"(?:\s+|\A)(?:{either(_WORDS['rank'])}|own)\Z", words, re.IGNORECASE)
    bare = re.sub(r"(?:['’]s|(?<=s)['’])\Z", "", words)
    if not bare.strip() or _EMPTY.fullmatch(bare) or len(bare.split()) > 7 or not _party_like(bare):
        return NOBODY
    span = Span.trimmed(scene.text, start, start + len(bare))
    return Sender(_known(scene, span) or _over(scene, span), span.text)


def _party_like(words: str) -> bool:
    """Whether words can name a party: they hold a name or a noun for one."""
    return bool(re.search(r"[A-Z]", words) or pattern("phrases", "party").search(words))


def _known(scene: Scene, span: Span) -> str | None:
    """The party that words name by themselves, or with which the name of one party alone ends ("government")."""
    party = scene.cast.party_of(span) or _by_name(scene).get(_folded(span.text))
    if party is not None:
        return party.id if party.kind != "person" and not _ENVOY.search(party.name) else None
    ending = {p.id for name, p in _by_name(scene).items() if name.endswith(f" {_folded(span.text)}")}
    return ending.pop() if len(ending) == 1 else None


def _over(scene: Scene, span: Span) -> str | None:
    """The party of the phrase that holds the words, where that is no person."""
    for phrase in scene.phrases_in(scene.sentence_over(span) or span):
        if phrase.span.start <= span.start and span.end <= phrase.span.end and not (phrase.person or phrase.post):
            party = scene.party(phrase.party)
            return party.id if party is not None and not _SENT.search(party.name) else None
    return None


def _folded(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words.casefold())


def _by_name(scene: Scene) -> dict[str, Party]:
    """The parties that are no persons by their names."""
    return scene.memo("bodies by name", _bodies)


def _bodies(scene: Scene) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for party in scene.parties:
        if party.kind != "person":
            for name in (party.name, *party.aliases):
                found.setdefault(_folded(name), party)
    return found
