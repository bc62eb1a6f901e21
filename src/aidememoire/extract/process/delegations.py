"""Who sits at the talks for whom: the heads and the members of the delegations that an article tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.grammar import by_name, objects, opening, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.process.senders import Sender, sender_after, sender_before, sender_of
from aidememoire.extract.process.tracks import track_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.ids import content_id
from aidememoire.model.mentions import DelegationMention
from aidememoire.model.spans import Span

_WORDS = wordlist("delegations")
_BODY = rf"\b{either(_WORDS['body'])}"
_TEAM = re.compile(rf"\b{either(_WORDS['team'])}(?!\w)", re.IGNORECASE)
# From "delegation" to "led by": "to the talks", "from the council", ", which is".
_ASIDE = (
    r"(?:\s+(?:to|at|in|from|of|representing)\s+[^.;:,“”]{1,60}?)?,?\s+"
    r"(?:(?:which|that)\s+(?:is|was)\s+|being\s+|is\s+|was\s+|will\s+be\s+)?"
)
_LED = re.compile(rf"{_ASIDE}{either(_WORDS['led'])}\s+", re.IGNORECASE)
_INCLUDING = re.compile(
    rf"{_ASIDE}(?:which\s+|that\s+)?(?:(?:will|would)\s+)?{either(_WORDS['including'])}\s+", re.IGNORECASE
)
# "Head of the council's delegation", "chief negotiator", "a delegate": a post that tells for whom a person sits.
_HEAD_OF = rf"(?P<head>\b{either(_WORDS['head_of'])}\s+of\s+(?P<of>[^.,;:“”]{{1,60}}?\s*){_BODY}\b)"
_CHIEF = rf"(?P<chief>\b{either(_WORDS['chief'])}\s+(?:peace\s+)?(?P<mid>(?:[A-Z]?[\w.’'-]+\s+){{0,3}}?)negotiator\b)"
_PLAIN = rf"(?P<plain>\b{either(_WORDS['delegate'])}\b)"
_WITHIN = rf"(?P<within>\b{either(_WORDS['seated'])}\s+(?:in|of|on|with)\s+(?P<own>[^.,;:“”]{{0,50}}?\s*){_BODY}\b)"
_POST = re.compile(f"{_HEAD_OF}|{_CHIEF}|{_PLAIN}|{_WITHIN}", re.IGNORECASE)
_WHO_HEADS = re.compile(
    rf"(?:,\s+who\s+(?:also\s+)?)?(?<![\w-])(?P<verb>{either(_WORDS['heads'])})\s+(?P<of>[^.,;:“”]{{1,60}}?\s*){_BODY}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?<![\w-])(?P<verb>{either(_WORDS['named'])})\s+(?P<whom>[^.;:“”]{{3,80}}?)\s+(?:as\s+)?"
    rf"(?:to\s+(?:head|lead)\s+)?(?:its|their|his|her|the|a)\s+(?:{either(_WORDS['chief'])}\s+negotiator|"
    rf"(?:head\s+of\s+(?:its|the|their)\s+)?{_BODY})\b",
    re.IGNORECASE,
)
_REPRESENTING = re.compile(rf",?\s+{either(_WORDS['representing'])}\s+", re.IGNORECASE)
_SENT = re.compile(rf"(?<![\w-])(?P<verb>{either(_WORDS['sent'])})\s+(?:a|an|its|their)\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|delegat\w+|peace\s+conference)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:(?:the|a|an|its|their)\s+)?\Z", re.IGNORECASE)
_POST_GAP = re.compile(r"\s+(?:(?!and\b|or\b|as\b|with\b)[a-z]+\s+){0,2}")
# From a post to the name beside it, and from a name to the post that a comma puts beside it.
_TO_NAME = re.compile(r"(?:\s+(?:of|for|to|at|in)\s+[^,.;:“”]{1,60})?(?:\s+and\s+[^,.;:“”]{1,40})?,?\s+\Z")
_FROM_NAME = re.compile(r"\s*(?:\([^)]*\)\s*)?,\s+(?:the\s+|a\s+|an\s+|its\s+|who\s+is\s+)?[^.,;:“”]{0,60}\Z")


@dataclass(frozen=True, slots=True)
class _Told:
    """What some words tell of a delegation: who sent it, its head and its members."""

    sender: Sender
    head: Phrase | None
    members: tuple[Phrase, ...]
    shown: Span


def delegations(scene: Scene) -> Iterator[DelegationMention]:
    """Who heads and who belongs to the delegations that an article tells of, where it says for whom they sit."""
    for sentence in (s.span for s in scene.sentences("title", "standfirst", "body")):
        for rule in (_described, _posts, _who_heads, _appointed, _represents):
            for told in rule(scene, sentence):
                mention = _mention(scene, sentence, told)
                if mention is not None:
                    yield mention


def _mention(scene: Scene, sentence: Span, told: _Told) -> DelegationMention | None:
    head = told.head.party if told.head is not None else None
    members = tuple(dict.fromkeys(p.party for p in told.members if p.party not in {None, head, told.sender.party}))
    if (head is None and not members) or not told.sender.text or (head is not None and head == told.sender.party):
        return None
    mark = content_id("delegation", scene.article.id, told.shown.start, told.shown.end, head, *members)
    evidence = scene.clause(sentence, told.shown.start, told.shown.end)
    kept = tuple(m for m in members if m is not None)
    track = track_of(scene, evidence)
    return DelegationMention(mark, scene.article.id, told.sender.party, told.sender.text, head, kept, track, evidence)


def _described(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "A delegation from the council, led by X", "the government's delegation includes X and Y"."""
    for match in _TEAM.finditer(scene.text, sentence.start, sentence.end):
        led = _LED.match(scene.text, match.end(), sentence.end)
        including = _INCLUDING.match(scene.text, match.end(), sentence.end)
        if led is None and including is None:
            continue
        sender = _sender(scene, sentence, match)
        if led is not None:
            head = next(iter(_listed(scene, sentence, led.end())), None)
            if head is not None and head.person:
                yield _Told(sender, head, (), Span.of(scene.text, match.start(), head.span.end))
        if including is not None:
            members = _listed(scene, sentence, including.end())
            if members:
                yield _Told(sender, None, members, Span.of(scene.text, match.start(), members[-1].span.end))


def _sender(scene: Scene, sentence: Span, body: re.Match[str]) -> Sender:
    """Who sent a delegation: named after it, before it, or the subject of "sent a delegation"."""
    found = sender_after(scene, sentence, body.end())
    if not found.text:
        found = sender_before(scene, sentence, body.start())
    sent = _SENT.search(scene.text, sentence.start, body.start())
    if not found.text and sent is not None:
        return sender_of(subjects(scene, sentence, sent.start("verb")))
    if not found.text and re.search(r"\b(?:its|their)\s+(?:\w+\s+)?\Z", scene.text[sentence.start : body.start()]):
        first = opening(scene, Span(sentence.start, body.start(), scene.text[sentence.start : body.start()]))
        return sender_of((first,) if first is not None and not first.person else ())
    return found


def _listed(scene: Scene, sentence: Span, start: int) -> tuple[Phrase, ...]:
    """The parties of the list that begins at `start`; of "council head X" only X counts."""
    inside = [p for p in scene.phrases_in(Span(start, sentence.end, scene.text[start : sentence.end])) if not p.media]
    found: list[Phrase] = []
    reach = start
    for at, phrase in enumerate(inside):
        if phrase.span.start < reach:
            continue
        gap = scene.text[reach : phrase.span.start]
        if not (_AND.fullmatch(gap) if found else re.fullmatch(r"(?:the\s+|a\s+|both\s+)?", gap)):
            break
        after = inside[at + 1] if at + 1 < len(inside) else None
        described = after is not None and _POST_GAP.fullmatch(scene.text, phrase.span.end, after.span.start)
        found.append(by_name(scene, after if described and after is not None else phrase))
        reach = found[-1].span.end
    return tuple(p for p in found if p.party is not None and not (p.weak and not p.state))


def _posts(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The government's chief negotiator, X", "X, head of the council's delegation", "opposition delegate X"."""
    for match in _POST.finditer(scene.text, sentence.start, sentence.end):
        person = _holder(scene, sentence, match)
        if person is None:
            continue
        sender = _post_sender(scene, sentence, match, person)
        shown = Span.of(scene.text, min(match.start(), person.span.start), max(match.end(), person.span.end))
        heads = match["head"] or match["chief"]
        yield _Told(sender, person if heads else None, () if heads else (person,), shown)


def _holder(scene: Scene, sentence: Span, post: re.Match[str]) -> Phrase | None:
    """The person with a name who holds a post: in one phrase with it, before it and a comma, or after it."""
    heads = post["head"] is not None or post["chief"] is not None
    persons = [p for p in scene.phrases_in(sentence) if _named_person(scene, p) or (heads and _named_like_one(p))]
    for person in persons:
        if person.span.start <= post.start() and person.span.end > post.end():
            return person
    for person in reversed(persons):
        if person.span.end <= post.start() and _FROM_NAME.fullmatch(scene.text, person.span.end, post.start()):
            return person
    for person in persons:
        if person.span.start > post.end() and _TO_NAME.fullmatch(scene.text, post.end(), person.span.start):
            return person
    return None


def _named_person(scene: Scene, phrase: Phrase) -> bool:
    party = scene.party(phrase.party)
    return phrase.person and not phrase.post and party is not None and party.kind == "person"


def _named_like_one(phrase: Phrase) -> bool:
    """Whether a phrase may be a person's name that reading took for another's: it heads a delegation by the text."""
    words = phrase.span.text.split()
    return (
        phrase.party is not None
        and not (phrase.weak or phrase.media or phrase.post)
        and (len(words) in {2, 3} and words[0][:1].isupper() and words[-1][-1:].islower() and words[0].lower() != "the")
    )


def _post_sender(scene: Scene, sentence: Span, post: re.Match[str], person: Phrase) -> Sender:
    """Whom the holder of a post sits for."""
    for key in ("of", "mid", "own"):
        if post[key]:
            before = sender_before(scene, Span(post.start(key), post.end(key), post[key]), post.end(key))
            if before.text:
                return before
    after = sender_after(scene, sentence, post.end())
    if after.text:
        return after
    start = person.span.end if person.span.end <= post.start() else sentence.start
    return sender_before(scene, Span(start, post.start(), scene.text[start : post.start()]), post.start())


def _who_heads(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "X, who heads the government's delegation", "X will lead the council's delegation"."""
    for match in _WHO_HEADS.finditer(scene.text, sentence.start, sentence.end):
        sender = sender_before(scene, Span(match.start("of"), match.end("of"), match["of"]), match.end("of"))
        for person in subjects(scene, sentence, match.start("verb")):
            if _named_person(scene, person):
                yield _Told(sender, person, (), Span.of(scene.text, match.start(), match.end()))


def _appointed(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The council named X as its chief negotiator"."""
    for match in _NAMED.finditer(scene.text, sentence.start, sentence.end):
        whom = objects(scene, sentence, match.end("verb"))
        by = sender_of(subjects(scene, sentence, match.start("verb")))
        if len(whom) == 1 and _named_person(scene, whom[0]):
            yield _Told(by, whom[0], (), Span.of(scene.text, match.start(), match.end()))


def _represents(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The delegate X, representing the front"."""
    if not _TALKS.search(sentence.text):
        return
    for person in scene.phrases_in(sentence):
        match = _REPRESENTING.match(scene.text, person.span.end, sentence.end) if _named_person(scene, person) else None
        body = objects(scene, sentence, match.end() - 1) if match is not None else ()
        if body and not body[0].person:
            yield _Told(sender_of(body[:1]), None, (person,), Span.of(scene.text, person.span.start, body[0].span.end))
