"""Who may do or suffer an event: the nouns of a sentence that name a party, a people, a state or a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.events.words import lexicon, words_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.lexicon.english import MONTHS, WEEKDAYS
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Name
from aidememoire.model.spans import Span

# How surely a noun is a party: a name or a noun of persons; a people in front of another noun; a mere place.
PARTY, MODIFIER, PLACE = 3, 2, 1

_PRONOUNS = frozenset("he she it they him her them his its their himself herself itself themselves".split())
_NOBODY = frozenset(
    "others other themselves who which that what this these those there i we you one nothing nobody".split()
)
_POSSESSIVE = frozenset("his her its their".split())
_LOCATIVE = frozenset("in at near inside outside around across along throughout within".split())
_PARTY_KINDS = frozenset(("person", "organization", "government", "armed group", "unnamed", "media", "nationality"))
# Nouns that count those after "of": "thousands of students".
_MANY = frozenset("thousands hundreds dozens scores tens millions number handful couple majority most".split())
# How many words the name of a person has at most beside the post and the country.
_NAME = 3
_ENDINGS = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a sentence: the words, their party (None where the article's cast has none), and how sure it is."""

    span: Span
    party: str | None
    rank: int
    country: str | None

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text


def actor_at(scene: Scene, at: int) -> Actor | None:
    """The actor that the noun at a word names, None where it names none."""
    tree = tree_of(scene)
    if tree.form(at) in _NOBODY or _is_time(scene, tree, at):
        return None
    if tree.form(at) in _PRONOUNS:
        return _meant(scene, tree, at)
    rank = _rank(scene, tree, at)
    return made(scene, _without_ending(tree.phrase(at)), rank) if rank else None


def made(scene: Scene, span: Span, rank: int) -> Actor:
    """The actor of these words."""
    party = scene.cast.party_of(span)
    return Actor(span, party.id if party is not None else None, rank, _country(span.text))


def together(scene: Scene, at: int) -> tuple[Actor, ...]:
    """The actors that a noun and those joined to it name; "Varenian and Kestrian officials" are two."""
    tree = tree_of(scene)
    found: list[Actor] = []
    if is_own_side(tree, at):
        return ()
    for each in tree.conjuncts(at):
        found.extend(_sides(scene, tree, each) or filter(None, (actor_at(scene, each),)))
    return tuple(found)


def modifiers(scene: Scene, at: int) -> tuple[Actor, ...]:
    """The actors in front of a noun that is none: "the Varenian offer", "the council's offer"; () where there is none.

    Of several the last counts, with those joined to it.
    """
    tree = tree_of(scene)
    for kid in reversed([k for k in tree.kids(at, "amod", "compound", "nmod", "flat", "dep") if k < at]):
        found = tuple(a for each in tree.conjuncts(kid) if (a := _modifier(scene, tree, each)) is not None)
        if found:
            return found
        if inner := modifiers(scene, kid):
            return inner
    return ()


def same(one: Actor, other: Actor) -> bool:
    """Whether two may be one party: the same party or words, or bare names of one country."""
    if one.party is not None and one.party == other.party:
        return True
    if one.text.casefold() == other.text.casefold() or one.span.overlaps(other.span):
        return True
    if one.country is None or one.country != other.country:
        return False
    return _governs(one.text) and _governs(other.text)


def _governs(text: str) -> bool:
    """Whether words name a country and nothing but its government beside it."""
    if country_of(text) is not None:
        return True
    words = text.replace("'s", "").replace("’s", "").split()
    plain = [w for w in words if w.lower() not in words_of("actors", "governing")]
    # The name of a person after a post ("President Aurel Dastan") is the government's too.
    return len(plain) < len(words) and sum(country_of(w) is None for w in plain) <= _NAME


def _modifier(scene: Scene, tree: Tree, at: int) -> Actor | None:
    if tree.form(at) in _PRONOUNS:
        return None
    if tree.is_a(at, "nmod"):
        return actor_at(scene, at)
    word = Span.of(scene.text, tree.words[at].start, tree.words[at].end)
    if _country(word.text) is not None or organization_of(word.text) is not None:
        return made(scene, word, MODIFIER)
    named = _name_at(scene, at)
    if named is not None and word.text[:1].isupper() and named.kind in _PARTY_KINDS - {"unnamed"} | {"place"}:
        rank = PLACE if named.kind == "place" else MODIFIER
        return made(scene, _without_ending(_cut(scene, tree, named.span, at)), rank)
    known = tree.form(at) in words_of("actors", "before")
    return made(scene, tree.phrase(at), MODIFIER) if known else None


def _cut(scene: Scene, tree: Tree, span: Span, at: int) -> Span:
    """A name that holds a modifier, up to that modifier's end."""
    word = tree.words[at]
    return Span.of(scene.text, min(span.start, word.start), word.end)


def _sides(scene: Scene, tree: Tree, at: int) -> tuple[Actor, ...]:
    """The two that "Varenian and Kestrian officials" are; () for other phrases."""
    for kid in tree.kids(at, "amod", "compound", "nmod"):
        parts = tree.conjuncts(kid)
        names = [p for p in parts if _country(scene.text[tree.words[p].start : tree.words[p].end])]
        if kid < at and len(parts) > 1 and len(names) == len(parts) and not tree.preposition(kid):
            spans = [Span.of(scene.text, tree.words[p].start, tree.words[p].end) for p in parts[:-1]]
            last = Span.of(scene.text, tree.words[parts[-1]].start, tree.words[at].end)
            return tuple(made(scene, span, PARTY) for span in (*spans, last))
    return ()


def _meant(scene: Scene, tree: Tree, at: int) -> Actor | None:
    """The party that a pronoun stands for, by the cast."""
    span = Span.of(scene.text, tree.words[at].start, tree.words[at].end)
    meant = scene.cast.party_of(span)
    return Actor(span, meant.id, PARTY, _country(meant.name)) if meant is not None else None


def is_own_side(tree: Tree, at: int) -> bool:
    """Whether a noun means those who were named already: "both sides", "the two countries", "their people"."""
    near = owner(tree, at) is not None and lexicon().singular(tree.form(at)) not in words_of("actors", "across")
    both = any(tree.form(kid) in {"both", "two"} for kid in tree.kids(at, "det", "nummod", "cc"))
    return near or (both and lexicon().singular(tree.form(at)) in words_of("actors", "sides"))


def is_pronoun(tree: Tree, at: int) -> bool:
    """Whether a word is a pronoun of the third person."""
    return tree.form(at) in _PRONOUNS


def owner(tree: Tree, at: int) -> int | None:
    """The "its" or "their" in front of a noun."""
    return next((kid for kid in tree.kids(at, "nmod") if kid < at and tree.form(kid) in _POSSESSIVE), None)


def _rank(scene: Scene, tree: Tree, at: int) -> int:
    noun = lexicon().singular(tree.form(at))
    word = tree.words[at]
    name = _name_at(scene, at)
    if name is not None and name.span.end >= word.end and name.kind in _PARTY_KINDS - {"unnamed"}:
        return PARTY
    country = country_of(scene.text[word.start : word.end]) or country_of(_without_ending(tree.phrase(at)).text)
    if country is not None or (name is not None and name.kind == "place"):
        placed = tree.preposition(at) in _LOCATIVE
        return PLACE if placed or country is None else PARTY
    if noun in words_of("actors", "nouns"):
        return PLACE if noun in words_of("actors", "things") else PARTY
    if noun in _MANY:
        of = (kid for kid in tree.kids(at, "nmod") if tree.preposition(kid) == "of")
        return max((_rank(scene, tree, kid) for kid in of), default=0)
    if name is not None and name.kind == "unnamed" and word.upos in {"NOUN", "PROPN"} and _heads(tree, name, at):
        return PARTY
    return PARTY if word.upos == "PROPN" and not tree.preposition(at) else 0


def _heads(tree: Tree, name: Name, at: int) -> bool:
    """Whether a word is what a description is about: its head stands outside it."""
    head = tree.words[at].head
    return head < 0 or not name.span.start <= tree.words[head].start < name.span.end


def _name_at(scene: Scene, at: int) -> Name | None:
    """The shortest name that covers a word, names before descriptions."""
    word = tree_of(scene).words[at]
    over = tuple(_names(scene).over(Span(word.start, word.end, "")))
    return min(over, key=lambda n: (n.kind == "unnamed", n.span.end - n.span.start), default=None)


def _names(scene: Scene) -> Ordered[Name]:
    return scene.memo("names", lambda s: Ordered.by(s.reading.names, lambda n: n.span))


def _is_time(scene: Scene, tree: Tree, at: int) -> bool:
    return tree.form(at) in WEEKDAYS | MONTHS or bool(scene.times_over(tree.words[at].start))


def _without_ending(span: Span) -> Span:
    """A phrase without a possessive ending."""
    ending = next((e for e in _ENDINGS if span.text.endswith(e) and len(span.text) > len(e)), "")
    return Span(span.start, span.end - len(ending), span.text[: len(span.text) - len(ending)]) if ending else span


def _country(text: str) -> str | None:
    """The country that words name or come from, that of the last such word."""
    found = [known.country.name for part in _parts(text) if (known := country_of(part)) is not None]
    return found[-1] if found else None


def _parts(text: str) -> Iterator[str]:
    """The stretches of up to three words of a text, shortest first."""
    words = text.replace(",", " ").replace("'s", "").replace("’s", "").replace("-", " ").split()
    for many in (1, 2, 3):
        for first in range(len(words) - many + 1):
            yield " ".join(words[first : first + many])
