"""Who holds a position or makes a promise: the party behind a phrase, a statement or a person's post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.grammar import by_name, is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.positions.delegates import sent_by
from aidememoire.extract.positions.opposition import opposition_body, the_group
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party, Statement
from aidememoire.model.spans import Span

_SPEAKS_FOR = re.compile(
    r"spokes|negotiator|minister|secretary|delegate|ambassador|official|representative|diplomat", re.IGNORECASE
)
_SAID = r"\b(?P<said>said|says|added|adds|warned|stated|wrote)\b"
_SAID_THEN_DOING = re.compile(_SAID + r"[^,;:“”\".]{0,40},\s+(?:\w+ly\s+)?\Z")
_SAID_AND_ALSO = re.compile(_SAID + r"[^;:“”\"]*\band\s+(?:has\s+|have\s+)?also\s+\Z")
_MANY = re.compile(
    r"(?:[Tt]he\s+)?(?:[a-z]+\s+)?(?:groups|factions|rebels|parties|sides|powers|countries|states|leaders)"
)
_BACKERS = re.compile(r"(?:.*['’]s?\s+)?(?:[a-z-]+\s+)*(?:backers|allies|supporters|partners|sponsors)\s+(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*")
_SPEAKER = frozenset(("we", "i"))
_PRONOUN = frozenset(("it", "they", "he", "she"))
_RELATIVE = frozenset(("who", "which", "that"))
# Words that only help the predicate they hang on.
_HELPING = ("aux", "cop", "advmod", "mark", "case", "expl")


@dataclass(frozen=True, slots=True)
class Holder:
    """A party's id (None where the cast has none) and the words for it."""

    party: str | None
    text: str


def of_phrase(scene: Scene, phrase: Phrase) -> Holder:
    """The holder that a phrase names: for a person with a body's post, that body.

    "The opposition" is never a person, whomever it was taken for: it is the body of that name, if there is one.
    """
    party = _party(scene, phrase.party)
    body = opposition_body(scene, phrase) or the_group(scene, phrase, party)
    if body is not None:
        return Holder(body.id, phrase.span.text)
    if party is None or _many_for_one(phrase, party) or (party.kind == "person" and is_group(phrase.span.text)):
        words = re.sub(r"^the\s+", "", phrase.span.text.casefold())
        return Holder(scene.memo("ids of bodies by name", _by_name).get(words), phrase.span.text)
    return Holder(represented(scene, phrase.party), phrase.span.text)


def of_backers(scene: Scene, phrase: Phrase) -> tuple[Holder, ...]:
    """The holders that a phrase names: each state of "the rebels' backers Kestria and Ostmere", else the one it is."""
    return _backers(scene, phrase.span) or (of_phrase(scene, phrase),)


def _backers(scene: Scene, span: Span) -> tuple[Holder, ...]:
    """The states that follow "backers" or "allies" in words that name them, () where the words are others."""
    described = _BACKERS.match(span.text)
    names = _NAME.finditer(span.text, described.end()) if described is not None else ()
    return tuple(_state(scene, span.start + name.start(), name.group()) for name in names)


def _state(scene: Scene, start: int, name: str) -> Holder:
    party = scene.cast.party_of(Span(start, start + len(name), name))
    country = country_of(name)
    body = scene.memo("ids of bodies by name", _by_name).get(country.country.name.casefold()) if country else None
    return Holder(body or (party.id if party is not None and party.kind != "unnamed" else None), name)


def _many_for_one(phrase: Phrase, party: Party) -> bool:
    """Whether a common noun of many ("the groups") was taken for one state."""
    return party.kind in {"state", "government", "place"} and _MANY.fullmatch(phrase.span.text) is not None


def is_group(words: str) -> bool:
    """Whether words name a body by a common noun alone ("the opposition", "government")."""
    common = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)
    post = pattern("phrases", "post").fullmatch(common) is not None
    return not post and common == common.lower() and pattern("phrases", "party").fullmatch(common) is not None


def of_subject(scene: Scene, sentence: Span, verb: int) -> Holder | None:
    """The holder that is the subject of the verb which starts at `verb`."""
    found = [p for p in subjects(scene, sentence, verb) if is_party(p)]
    return of_phrase(scene, found[-1]) if found else None


def of_subjects(scene: Scene, sentence: Span, verb: int) -> tuple[Holder, ...]:
    """The holders that are the subject of the verb which starts at `verb`, as the sentence's tree has it.

    Each of several joined by "and" is one. "We" and "I" are who speaks, "they" and "it" after a verb of saying whose
    subject is no person are who says so. () where the subject is no party; as `of_subject` where there is no tree.
    """
    said = _sayer_before(scene, sentence, verb)
    if said is not None:
        return (said,)
    tree = tree_of(scene)
    inside = tree.within(Span(verb, sentence.end, ""))
    if inside and _is_thing(scene, sentence, tree, inside[0] - 1):
        return ()
    predicate = _predicate(tree, inside[0]) if inside else None
    noun = _subject(tree, predicate) if predicate is not None else None
    if predicate is None or noun is None:
        single = of_subject(scene, sentence, verb)
        return (single,) if single is not None else ()
    if tree.form(noun) in _SPEAKER:
        single = of_statement(scene, scene.statement_over(Span.of(scene.text, verb, verb + 1)))
        return (single,) if single is not None else ()
    if tree.form(noun) in _PRONOUN:
        together = _sayers(scene, sentence, tree, predicate, noun)
        single = None if together else of_subject(scene, sentence, verb)
        if not together and _is_doubtful(scene, sentence, tree, noun, single):
            return ()
        return together or ((single,) if single is not None else ())
    single = of_subject(scene, sentence, verb)
    return of_noun(scene, sentence, noun) or ((single,) if single is not None else ())


def _is_thing(scene: Scene, sentence: Span, tree: Tree, before: int) -> bool:
    """Whether a noun right before a verb is its subject and no party: "the killings demanded an answer"."""
    if before < 0 or tree.words[before].upos != "NOUN" or not tree.is_a(before, "nsubj"):
        return False
    return tree.form(before).endswith("s") and phrase_over(scene, sentence, tree, before) is None


def of_noun(scene: Scene, sentence: Span, noun: int) -> tuple[Holder, ...]:
    """The parties that a noun of a sentence's tree, and those joined to it, name."""
    tree = tree_of(scene)
    found = (phrase_over(scene, sentence, tree, at) for at in tree.conjuncts(noun))
    named = (by_name(scene, phrase) for phrase in found if phrase is not None)
    return tuple(holder for phrase in named if is_party(phrase) for holder in of_backers(scene, phrase))


def phrase_over(scene: Scene, sentence: Span, tree: Tree, noun: int) -> Phrase | None:
    """The phrase that a noun heads, or that the name beside it makes."""
    word = tree.words[noun]
    over = (p for p in scene.phrases_in(sentence) if p.span.start <= word.start and word.end <= p.span.end)
    phrase = next(over, None)
    if phrase is None or not phrase.possessive:
        return phrase
    return None


def subject_of(tree: Tree, at: int) -> int | None:
    """The noun that the predicate is told of which a word belongs to."""
    return _subject(tree, _predicate(tree, at))


def _predicate(tree: Tree, at: int) -> int:
    while tree.is_a(at, *_HELPING) and tree.words[at].head >= 0:
        at = tree.words[at].head
    return at


def _subject(tree: Tree, verb: int) -> int | None:
    """The noun that a verb is told of, for a relative clause the noun that it describes."""
    noun = tree.patient(verb) if tree.passive(verb) else tree.subject(verb)
    if tree.form(verb).endswith("ing") and not tree.kids(verb, "aux") and not tree.is_a(verb, "acl"):
        if tree.is_a(verb, "csubj", "nsubj", "obj", "nmod", "obl"):
            return None
        noun = _of_main_verb(tree, verb)
    if noun is not None and noun > verb and tree.is_a(verb, "conj") and tree.words[verb].head >= 0:
        noun = tree.subject(tree.words[verb].head)
    if noun is None or noun > verb or tree.preposition(noun) not in {"", "of"}:
        return None
    if tree.form(noun) not in _RELATIVE:
        return noun
    clause = verb
    while tree.is_a(clause, "conj", "xcomp", "ccomp", "advcl") and tree.words[clause].head >= 0:
        clause = tree.words[clause].head
    return tree.words[clause].head if tree.is_a(clause, "acl") else None


def _sayer_before(scene: Scene, sentence: Span, verb: int) -> Holder | None:
    """Who said something before a participle or an "also": "he said, demanding", "said it rained and also urged"."""
    before = scene.text[sentence.start : verb]
    participle = re.compile(r"\w+ing\b").match(scene.text, verb)
    said = (_SAID_THEN_DOING if participle else _SAID_AND_ALSO).search(before)
    return of_subject(scene, sentence, sentence.start + said.start("said")) if said is not None else None


def _of_main_verb(tree: Tree, participle: int) -> int | None:
    """The subject of the verb that a participle goes with ("said the talks were off, calling for"): no infinitive's."""
    verb = tree.words[participle].head
    while verb >= 0:
        own = [kid for kid in tree.kids(verb, "nsubj") if kid < participle]
        if own and not tree.is_a(verb, "xcomp"):
            return own[0]
        verb = tree.words[verb].head
    return None


def _sayer(scene: Scene, sentence: Span, tree: Tree, verb: int, pronoun: int) -> Holder | None:
    """Who says of itself what a pronoun does: the subject of the verb of saying above, a spokesman for his body."""
    says = tree.words[verb].head
    if not tree.is_a(verb, "ccomp") or says < 0:
        return None
    noun = _subject(tree, says)
    phrase = phrase_over(scene, sentence, tree, noun) if noun is not None else None
    if phrase is None or not is_party(phrase):
        return None
    holder, person = of_phrase(scene, phrase), phrase.person and not is_group(phrase.span.text)
    own = not person if tree.form(pronoun) in {"it", "they"} else person
    return holder if own or holder.party != phrase.party else None


def _sayers(scene: Scene, sentence: Span, tree: Tree, verb: int, pronoun: int) -> tuple[Holder, ...]:
    """Who says of itself, or of themselves together, what a pronoun does: both of "Kestria and Ostmere say they"."""
    single = _sayer(scene, sentence, tree, verb, pronoun)
    if single is None or tree.form(pronoun) != "they":
        return (single,) if single is not None else ()
    noun = _subject(tree, tree.words[verb].head)
    together = of_noun(scene, sentence, noun) if noun is not None else ()
    return together if len(together) > 1 else (single,)


def _is_doubtful(scene: Scene, sentence: Span, tree: Tree, pronoun: int, meant: Holder | None) -> bool:
    """Whether "he" at the head of a sentence may be another than taken: the only man named in the one before."""
    place = tree.words[pronoun]
    before = scene.before(sentence)
    if meant is None or tree.form(pronoun) not in {"he", "she"} or place.start - sentence.start > 1 or not before:
        return False
    persons = {p.party for p in scene.phrases_in(before[-1]) if p.person and p.party is not None}
    quoted = re.search(r"[“”\"]", before[-1].text) is not None
    named = {p for p in persons if (party := scene.party(p)) is not None and party.kind == "person"}
    own = scene.cast.party_of(Span.of(scene.text, place.start, place.end))
    return len(named) == 1 and not quoted and own is not None and own.id not in named


def of_statement(scene: Scene, statement: Statement | None) -> Holder | None:
    """The holder that speaks a statement, None where nobody does."""
    if statement is None or statement.speaker is None:
        return None
    span = statement.speaker_span
    party = _party(scene, statement.speaker)
    words = party.name if party else span.text if span else None
    backers = _backers(scene, span) if span is not None and (party is None or party.kind == "unnamed") else ()
    if backers:
        return backers[0]
    return Holder(represented(scene, statement.speaker), words) if words else None


def represented(scene: Scene, party: str | None) -> str | None:
    """The body that a spokesman, negotiator or minister speaks for, where the article says which; else the party."""
    person = _party(scene, party)
    if person is None or person.kind != "person":
        return party
    wanted = [
        w for r in person.roles if r.of is not None and _SPEAKS_FOR.search(r.title) for w in _bodies(r.of, r.title)
    ]
    bodies = scene.memo("ids of bodies by name", _by_name) if wanted else {}
    return next((bodies[w] for w in wanted if w in bodies), sent_by(scene, person.id) or party)


def _by_name(scene: Scene) -> dict[str, str]:
    """The ids of the parties that are no persons, by each of their names; of two with one name the first."""
    found: dict[str, str] = {}
    for party in scene.parties:
        if party.kind != "person":
            for name in _names(party):
                found.setdefault(name, party.id)
    return found


def _bodies(of: str, title: str) -> tuple[str, ...]:
    """The names that a body may go by: "Varenian" with "government negotiator" is the Varenian government."""
    known = country_of(of)
    adjective = known is not None and known.kind == "adjective"
    government = (f"{of} government",) if "government" in title or adjective else ()
    country = (known.country.name,) if known is not None and adjective and "government" not in title else ()
    return tuple(name.casefold() for name in (*government, *country, of))


def _names(party: Party) -> set[str]:
    return {re.sub(r"^the\s+", "", name.casefold()) for name in (party.id, party.name, *party.aliases)}


def _party(scene: Scene, party: str | None) -> Party | None:
    return scene.party(party) if party else None
