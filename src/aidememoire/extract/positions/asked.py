"""Of whom something is wanted: the party that is to do what a position asks for."""

from __future__ import annotations

import re
from itertools import pairwise

from aidememoire.extract.grammar import is_party
from aidememoire.extract.holders import Holder, of_phrase, of_subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene, is_filler
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

_BY = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
# "Steps from the government": of a thing that is asked, not of a place that is left.
_FROM = re.compile(
    r"\b(?:steps|gestures?|moves|measures|concessions?|guarantees?|assurances?|commitments?|pledges?|apolog(?:y|ies)|answers?|compensation)\s+from\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "The withdrawal of the front": of what one does oneself.
_OF = re.compile(
    r"\b(?:withdrawal|pull-?out|pullback|retreat|departure|disarmament|surrender|resignation)\s+of\s+(?:the\s+|all\s+)*",
    re.IGNORECASE,
)
# A party of a thing ("a meeting of the council to discuss") does not do what the thing is for.
_AFTER_NOUN = re.compile(r"\b(?:of|in|with|from|by|for|on)\s+(?:the\s+)?(?:so-called\s+)?\Z", re.IGNORECASE)
_JOINED = re.compile(r"(?:,\s*|\s+)(?:(?:and|or)\s+)?(?:the\s+)?", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)


def doer(scene: Scene, sentence: Span, issue: Span, holder: Holder) -> str | None:
    """The party that is to do what an issue tells: "the front leaves the bridge" the front.

    Of something done to things ("the siege is lifted by", "an end to the army's shelling") it is the party named with
    "by", or the owner of what is being done. None where nobody is told, where two are, and where the holder would do
    it itself.
    """
    found = _doer(scene, issue)
    party = scene.party(found)
    broken = party is not None and re.search(r"[“”\"]", party.name) is not None
    return found if found != holder.party and not broken else None


def rejecter(scene: Scene, sentence: Span, demand: Span) -> str | None:
    """The party that rejects a demand, of which it was made: "the front rejected Kestria's demands for withdrawal"."""
    verbs = list(pattern("positions", "asked.rejects").finditer(scene.text, sentence.start, demand.start))
    near = verbs and is_filler(scene.text[verbs[-1].end() : demand.start])
    who = of_subjects(scene, sentence, verbs[-1].start()) if near else ()
    return who[0].party if len(who) == 1 else None


def _doer(scene: Scene, issue: Span) -> str | None:
    tree = tree_of(scene)
    inside = tree.within(issue)
    verbs = (at for at in inside if tree.words[at].upos in {"VERB", "AUX"})
    verb = next((at for at in verbs if not tree.is_a(at, "amod", "acl", "compound")), None)
    end = tree.words[verb].start if verb is not None else issue.end if inside else None
    if pattern("positions", "asked.suffers").search(scene.text, issue.start, issue.end) or _ends_in_participle(
        tree, inside, verb
    ):
        return _named_after(scene, issue, _BY) or _owner(scene, tree, inside)
    if verb is not None or not inside:
        subject = _before_verb(scene, issue, end)
        if subject is not None:
            return subject
    after = _named_after(scene, issue, _FROM) or _named_after(scene, issue, _OF)
    return after or _owner(scene, tree, inside)


def _ends_in_participle(tree: Tree, inside: range, verb: int | None) -> bool:
    """Whether the verb is a participle of what is to be done: "detainees freed", "the front barred from talks"."""
    if verb is None or re.search(r"(?:ed|en)\Z", tree.form(verb)) is None:
        return False
    return verb == inside[-1] or (tree.is_a(verb, "xcomp", "ccomp", "acl") and tree.words[verb + 1].upos == "ADP")


def _before_verb(scene: Scene, issue: Span, end: int | None) -> str | None:
    """The one party named before the verb of an issue, as its subject."""
    pronoun = _PRONOUN.match(scene.text, issue.start, issue.end)
    if pronoun is not None:
        meant = scene.cast.party_of(Span.of(scene.text, pronoun.start(), pronoun.end()))
        return meant.id if meant is not None else None
    before = issue if end is None else Span(issue.start, end, "")
    named = [p for p in scene.phrases_in(before) if is_party(p) and not p.possessive and not _describes(scene, p)]
    named = _subject(scene, issue, named) or _with_aside(scene, named) or named
    if end is None:
        named = named[:1] if named and not scene.text[issue.start : named[0].span.start].strip(" the") else []
    if named and end is not None and _AFTER_NOUN.search(scene.text[issue.start : named[0].span.start]):
        named = named if scene.text[end - 3 : end] != "to " else []
    if not named or any(_JOINED.fullmatch(scene.text, a.span.end, b.span.start) for a, b in pairwise(named)):
        return None
    never = pattern("positions", "asked.never").fullmatch(re.sub(r"^the\s+", "", named[0].span.text))
    return of_phrase(scene, named[0]).party if never is None else None


def _describes(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name only tells whose side others are on: "the Kestria-backed forces"."""
    return (
        re.compile(r"-(?:led|backed|allied|aligned|sponsored|supported)\b").match(scene.text, phrase.span.end)
        is not None
    )


def _with_aside(scene: Scene, named: list[Phrase]) -> list[Phrase]:
    """The first of several parties where the others are told of it: "the army, which Kestria and Ostmere know,"."""
    aside = named and re.compile(r",\s+(?:which|who|whose)\b").match(scene.text, named[0].span.end)
    return named[:1] if aside else []


def _subject(scene: Scene, issue: Span, named: list[Phrase]) -> list[Phrase]:
    """Of several parties before a verb the one that is its subject by the tree: the rest is told of it in passing."""
    tree = tree_of(scene)
    verbs = (at for at in tree.within(issue) if tree.words[at].upos == "VERB" and not tree.is_a(at, "amod", "acl"))
    verb = next(verbs, None)
    nouns = [kid for kid in tree.kids(verb, "nsubj") if kid < verb and not tree.kids(kid, "conj")] if verb else []
    places = [tree.words[noun] for noun in nouns if tree.words[noun].start >= issue.start]
    return [p for p in named for w in places if p.span.start <= w.start and w.end <= p.span.end]


def _named_after(scene: Scene, issue: Span, mark: re.Pattern[str]) -> str | None:
    """The party named right after "by" or "steps from"."""
    for by in mark.finditer(scene.text, issue.start, issue.end):
        named = next((p for p in scene.phrases_in(Span(by.end(), issue.end, "")) if p.span.start == by.end()), None)
        if named is not None and is_party(named):
            return of_phrase(scene, named).party
    return None


def _owner(scene: Scene, tree: Tree, inside: range) -> str | None:
    """The one party whose doing is to end: "the army's shelling", "rebel attacks"."""
    owners: set[str] = set()
    for at in inside:
        if pattern("positions", "asked.doing").fullmatch(tree.form(at)):
            before = (_beside(scene, tree, kid) for kid in tree.kids(at, "nmod", "compound", "amod") if kid < at)
            owners |= {p.party for p in before if p is not None and p.party is not None}
    return next(iter(owners)) if len(owners) == 1 else None


def _beside(scene: Scene, tree: Tree, word: int) -> Phrase | None:
    """The party that a word before a noun names."""
    place = tree.words[word]
    over = (p for p in scene.phrases if p.span.start <= place.start and place.end <= p.span.end)
    phrase = next(over, None)
    return phrase if phrase is not None and is_party(phrase) else None
