"""Whether an attack that somebody tells of is only alleged: an accusation, or one side's word about the other.

What a monitor, a witness, a doctor, the police or the press report is told as a fact, with them as its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.bonds import known_tree
from aidememoire.extract.encounters.known import is_known
from aidememoire.extract.encounters.reach import reach
from aidememoire.extract.holders import represented
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party, Statement
from aidememoire.model.spans import Span

_BOTH = re.compile(r"\bboth\s+(?:sides|parties)\b|\band\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"confirm\w*", re.IGNORECASE)
# ", insurgents and state media reported": two who say so, whatever the statement has.
_TWO = re.compile(r",\s+(?:[^,“”\"]{2,80})\s+and\s+(?:[^,“”\"]{2,80})\s+(?:said|say|reported|report)\b", re.IGNORECASE)
# Words that only say whose it was: "the attack was carried out by" leaves that to whoever says so.
_WHOSE = frozenset("responsible responsibility behind carried planned perpetrated fired launched committed".split())
_ITS_OWN = re.compile(r"(?:[\w-]+\s+of\s+)?(?:its|his|her|their|our)\b", re.IGNORECASE)
# What tells who a person is: the words before the name, or those between commas behind it.
_TITLE = re.compile(r"[^,;:.“”\"]*(?:\b[A-Z][a-z]{2,3}\.[^,;:.“”\"]*)*\Z")
_ASIDE = re.compile(r",\s+(?:an?|the|its|his|her)\b[^,;:“”\"]*(?=,)")
_BESIDE = 80
_NAMED = frozenset(("person", "organization"))
# A named person of whom the text tells no body speaks for some side too: no witness or doctor comes here.
_SIDES = frozenset(("government", "armed group", "state", "person"))


def is_alleged(scene: Scene, sentence: Span, cue: Span, statement: Statement | None, doers: tuple[Phrase, ...]) -> bool:
    """Whether the attack told at `cue` is only what somebody charges another with.

    It is so by a verb of accusing or by words that accuse, and where a side of the war names the `doers` and is none
    of them. It is not where several say so, or where the attack is taken for known ("the bombing was a crime").
    """
    if statement is None or _several(scene, sentence, statement):
        return False
    if statement.cue is not None and pattern("attacks", "whose.alleges").search(statement.cue.text):
        claimed = scene.text[statement.cue.start : statement.cue.end + _BESIDE]
        return pattern("attacks", "whose.owns_to").match(claimed) is None
    if _taken_for_known(scene, sentence, cue) or _reports(scene, statement):
        return False
    others = [p for p in doers if not _is_own(scene, statement, p)]
    return statement.act == "accuse" or (bool(others) and _is_side(scene, statement))


def _several(scene: Scene, sentence: Span, statement: Statement) -> bool:
    """Whether more than one says so: "both sides said", "insurgents and state media reported", "X confirming it"."""
    speaker = statement.speaker_span
    if statement.joint or (speaker is not None and _BOTH.search(speaker.text)):
        return True
    if _TWO.search(scene.text, statement.content.end - 1, sentence.end):
        return True
    others = (s for s in scene.statements if s.id != statement.id and s.cue is not None and sentence.covers(s.cue))
    return any(s.cue is not None and _CONFIRMED.fullmatch(s.cue.text) for s in others)


def _taken_for_known(scene: Scene, sentence: Span, cue: Span) -> bool:
    tree = known_tree(scene)
    if tree is None or not is_known(tree, cue):
        return False
    own = reach(tree, sentence, cue)
    heads = (tree.words[at].head for at in own)
    return not any(tree.form(at) in _WHOSE for at in (*own, *(head for head in heads if head >= 0)))


def _speaks_as(scene: Scene, statement: Statement) -> tuple[str, Party | None]:
    """The words for who speaks, with those of a person's posts, and the party or the body that it speaks for."""
    party = scene.party(statement.speaker)
    words = [statement.speaker_span.text] if statement.speaker_span is not None else []
    if party is None:
        return " ".join(words), None
    roles = [word for role in party.roles for word in (role.title, role.of or "")]
    body = scene.party(represented(scene, party.id)) or party
    around = (word for named in {party.id: party, body.id: body}.values() for word in _introduced(scene, named))
    return " ".join((*words, party.name, body.name, *roles, *around)), body


def _introduced(scene: Scene, party: Party) -> Iterator[str]:
    """The words before and behind a party's first mention, which tell who it is ("army spokesman Ilse Verhane")."""
    first = min(party.mentions, key=lambda mention: mention.start, default=None)
    sentence = scene.sentence_over(first) if first is not None and party.kind in _NAMED else None
    if first is not None and sentence is not None:
        title = _TITLE.search(scene.text[max(sentence.start, first.start - _BESIDE) : first.start])
        aside = _ASIDE.match(scene.text[first.end : min(sentence.end, first.end + _BESIDE)])
        yield from (match.group() for match in (title, aside) if match is not None)


def _reports(scene: Scene, statement: Statement) -> bool:
    """Whether a statement is that of a monitor, a witness, the police or the press."""
    return pattern("attacks", "tellers.report").search(_speaks_as(scene, statement)[0]) is not None


def _is_side(scene: Scene, statement: Statement) -> bool:
    """Whether a statement is that of a government, an army, an armed group or an opposition, or of its people."""
    words, body = _speaks_as(scene, statement)
    of_kind = body is not None and body.kind in _SIDES
    return of_kind or pattern("attacks", "tellers.side").search(words) is not None


def _is_own(scene: Scene, statement: Statement, doer: Phrase) -> bool:
    """Whether those who did it are the speaker's own ("its fighters", a minister's own country's jets)."""
    words, body = _speaks_as(scene, statement)
    if _ITS_OWN.match(doer.span.text) or doer.party in {statement.speaker, body.id if body else None} - {None}:
        return True
    party = scene.party(doer.party)
    return bool(_countries(words) & _countries(" ".join((doer.span.text, party.name if party else ""))))


def _countries(words: str) -> set[str]:
    """The countries that words name, or call by an adjective."""
    known = (country_of(word) for word in re.findall(r"[A-Z][\w.’'-]*", words))
    return {place.country.name for place in known if place is not None}
