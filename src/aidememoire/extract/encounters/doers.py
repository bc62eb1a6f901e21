"""Who did it: the party behind an attack, a release or an evacuation, by the tree of its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.bonds import is_modifier
from aidememoire.extract.encounters.reach import event_word
from aidememoire.extract.grammar import is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Statement
from aidememoire.model.spans import Span

# "At least ten people" are the victims, whatever the tree makes of them.
_COUNTED = re.compile(
    r"(?:at least|more than|about|some|dozens|scores|hundreds|up to|nearly|\d|\w+ (?:people|civilians))\b",
    re.IGNORECASE,
)
# Between "launched" and its "assault" no more words may stand than these.
_WORDS = 7
# What may part a noun from what it is done by.
_BY_CLAUSES = ("acl",)
_PERSONS = 3
# Who has fighters or jets of its own: "its fighters" after a monitor's name are not the monitor's.
_WITH_FORCES = frozenset(("armed group", "government", "state", "unnamed"))


def doers_by_tree(scene: Scene, tree: Tree, cue: Span) -> tuple[Phrase, ...]:
    """The parties that the tree makes the doers of what the verb or noun at `cue` tells, () where it makes nobody."""
    at = event_word(tree, cue)
    if at is None:
        return ()
    if tree.words[at].upos == "VERB":
        return of_noun(scene, tree, tree.subject(at)) or _by_words(scene, tree, at, cue)
    return (
        _beside(scene, tree, at)
        or _by(scene, tree, at)
        or _responsible(scene, tree, at)
        or _carried_out(scene, tree, at)
        or _launched(scene, tree, at)
    )


def _by_words(scene: Scene, tree: Tree, verb: int, cue: Span) -> tuple[Phrase, ...]:
    """The subject of an active verb, by the words before it."""
    found = () if tree.passive(verb) else subjects(scene, _sentence(scene, cue), cue.start)
    return tuple(owner for p in found if is_party(p) and not _COUNTED.match(p.span.text) for owner in _owners(scene, p))


def of_noun(scene: Scene, tree: Tree, noun: int | None) -> tuple[Phrase, ...]:
    """The parties that a noun names: itself with those joined to it, else those who own or describe it.

    "Kestrian warplanes" and "jets of the Kestrian air force" stand for Kestria, "a fighter of the front" for the front.
    """
    if noun is None:
        return ()
    found: dict[int, Phrase] = {}
    for word in tree.conjuncts(noun):
        for phrase in _named(scene, tree, word) or _described(scene, tree, word):
            found.setdefault(phrase.span.start, phrase)
    return tuple(found.values())


def _named(scene: Scene, tree: Tree, word: int) -> tuple[Phrase, ...]:
    """The phrase that a word is the head of."""
    span = _span(tree, word)
    over = (p for p in scene.phrases_in(_sentence(scene, span)) if p.span.covers(span))
    own = (p for p in over if is_party(p) and not _of_hyphen(scene, p) and not _COUNTED.match(p.span.text))
    return tuple(owner for p in own for owner in _owners(scene, p))


def _owners(scene: Scene, phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase, or for a weapon those whose it is by the people or state named in it ("Kestrian warplanes")."""
    if not pattern("encounters", "happenings.weapons").fullmatch(phrase.span.text.split()[-1]):
        return (phrase,)
    inside = (n.span for n in scene.reading.names if phrase.span.covers(n.span) and n.span != phrase.span)
    known = ((span, scene.cast.party_of(span)) for span in (*inside, *_people(phrase)))
    return tuple(Phrase(span, party.id if party else None, weak=True, state=True) for span, party in known)[:1]


def _people(phrase: Phrase) -> tuple[Span, ...]:
    """The people or state that a phrase begins with ("Kestrian warplanes")."""
    first = phrase.span.text.split()[0]
    start = phrase.span.start
    return (Span(start, start + len(first), first),) if country_of(first) is not None else ()


def _described(scene: Scene, tree: Tree, word: int) -> tuple[Phrase, ...]:
    """The parties in a noun's own phrase, before it, or those that "of" puts after it."""
    own = [p for p in scene.phrases_in(_before(tree, word)) if is_party(p) and not _of_hyphen(scene, p)]
    if own:
        return (own[-1],)
    of = [kid for kid in tree.kids(word, "nmod") if tree.preposition(kid) in {"of", "from", "belonging to"}]
    of += [noun for kid in tree.kids(word, "acl") for to, noun in tree.obliques(kid) if to == "to"]
    return next((named for kid in of if (named := _named(scene, tree, kid))), ())


def _beside(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """Whose attack it is: the party in its noun's own phrase ("an intensifying Kestrian assault")."""
    found: dict[int, Phrase] = {}
    first = tree.words[at].head if tree.is_a(at, "conj") and tree.words[at].head >= 0 else at
    for word in dict.fromkeys((*tree.conjuncts(at), first)):
        own = [p for p in scene.phrases_in(_before(tree, word)) if is_party(p) and not _of_hyphen(scene, p)]
        joined = len(own) > 1 and scene.text[own[-2].span.end : own[-1].span.start].strip() == "and"
        found.update({p.span.start: p for p in own[-2 if joined else -1 :]})
        if any(tree.form(kid) == "whose" for kid in tree.kids(word, "nmod")):
            found.update({p.span.start: p for p in of_noun(scene, tree, _antecedent(tree, word))})
    return tuple(found.values())


def _antecedent(tree: Tree, word: int) -> int | None:
    """The noun that a relative clause over `word` belongs to ("the front, whose assault ...")."""
    for _ in range(_PERSONS):
        if word < 0 or tree.words[word].label == "acl:relcl":
            break
        word = tree.words[word].head
    return tree.words[word].head if word >= 0 and tree.words[word].head >= 0 else None


def _by(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """Those whom "by" names: "strikes by Kestria", "an attack carried out by the front"."""
    after = [kid for kid in tree.kids(at, "nmod", "obl") if all(mark > at for mark in tree.kids(kid, "case"))]
    agents = [kid for kid in after if tree.preposition(kid) == "by"]
    for kid in tree.kids(at, *_BY_CLAUSES):
        if pattern("encounters", "happenings.done_by").fullmatch(tree.form(kid)):
            agents += [noun for by, noun in tree.obliques(kid) if by == "by"]
            agents += [kid for kid in tree.kids(kid, "nsubj") if tree.preposition(kid) == "by"]
    return of_noun(scene, tree, agents[0]) if agents else ()


def _carried_out(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """Who "launched" or "carried out" it, or claimed to have: the subject of the verb whose object it is."""
    head = tree.words[at].head
    for _ in range(_PERSONS):
        if head < 0 or not tree.is_a(at, "obj", "nmod", "obl", "nsubj", "conj"):
            return ()
        if tree.words[head].upos == "VERB":
            break
        at, head = head, tree.words[head].head
    if (
        head >= 0
        and tree.preposition(at) in {"with", "in", "during"}
        and pattern("encounters", "happenings.struck").fullmatch(tree.form(head))
    ):
        return of_noun(scene, tree, tree.subject(head))
    if head < 0 or not pattern("encounters", "happenings.done_by").fullmatch(tree.form(head)):
        return ()
    if tree.words[at].label == "nsubj:pass":
        return of_noun(scene, tree, tree.agent(head))
    own = tree.patient(head) == at or tree.is_a(at, "obj")
    if not own:
        return ()
    verb = tree.words[head].start
    sentence = _sentence(scene, _span(tree, head))
    named = of_noun(scene, tree, tree.subject(head))
    return named or tuple(o for p in subjects(scene, sentence, verb) if is_party(p) for o in _owners(scene, p))


def _launched(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """The subject of a "launched" or "carried out" that stands right before it, where the tree parts the two."""
    for before in range(at - 1, max(at - _WORDS, -1), -1):
        if tree.words[before].upos == "VERB" and not tree.is_a(before, "amod"):
            done = pattern("encounters", "happenings.done_by").fullmatch(tree.form(before)) and not tree.passive(before)
            return of_noun(scene, tree, tree.subject(before)) if done else ()
        if tree.words[before].upos in {"PUNCT", "SCONJ", "CCONJ", "PRON"}:
            break
    return ()


def _responsible(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """Who "was responsible for" it, "claimed responsibility for" it, or "was behind" it."""
    head = tree.words[at].head
    if head < 0 or tree.preposition(at) not in {"for", "behind"}:
        return ()
    if tree.form(head) == "responsibility":
        head = tree.words[head].head
        claimed = head >= 0 and pattern("encounters", "happenings.claims").fullmatch(tree.form(head)) is not None
        return of_noun(scene, tree, tree.subject(head)) if claimed else ()
    return of_noun(scene, tree, tree.subject(head)) if tree.form(head) == "responsible" else ()


def with_own(scene: Scene, doers: tuple[Phrase, ...], statement: Statement | None) -> tuple[Phrase, ...]:
    """The doers, "two of its members" and "their jets" as the party that "its" or "their" means where it is known."""
    return tuple(_meant(scene, phrase, statement) for phrase in doers)


def _meant(scene: Scene, phrase: Phrase, statement: Statement | None) -> Phrase:
    own = pattern("attacks", "whose.own").search(phrase.span.text)
    if own is None:
        return phrase
    start = phrase.span.start + own.start()
    party = scene.cast.party_of(Span.of(scene.text, start, start + len(own.group().split()[0])))
    both = (party, scene.party(statement.speaker if statement else None))
    able = [p for p in both if p is not None and p.kind in _WITH_FORCES]
    # Of a named body and "the group" the name is better.
    meant = next((p for p in able if p.kind != "unnamed"), able[0] if able else None)
    return phrase if meant is None else replace(phrase, party=meant.id)


def accused_of(scene: Scene, tree: Tree, accusing: int) -> tuple[Phrase, ...]:
    """Whom the verb at `accusing` accuses."""
    return of_noun(scene, tree, tree.patient(accusing))


def keeps_head(scene: Scene, tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is a noun phrase of its own, not the description of something ("military training")."""
    return not is_modifier(tree, phrase.span) and not _of_hyphen(scene, phrase)


def _of_hyphen(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is the first half of a word such as "rebel-held"."""
    return scene.text[phrase.span.end : phrase.span.end + 1] == "-" or (
        scene.text[phrase.span.end : phrase.span.end + 2] in {" -", "–"}
    )


def _before(tree: Tree, word: int) -> Span:
    """The words of a noun's phrase before the noun itself."""
    start, end = tree.phrase(word).start, tree.words[word].start
    return Span(start, end, tree.text[start:end])


def _span(tree: Tree, word: int) -> Span:
    return Span.of(tree.text, tree.words[word].start, tree.words[word].end)


def _sentence(scene: Scene, span: Span) -> Span:
    return scene.sentence_over(span) or span
