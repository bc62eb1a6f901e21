"""Issues that a reader can tell by themselves: what "it", "they" and "that" in them mean, from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.positions.held import Held
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_ONE = frozenset(("it",))
_MANY = frozenset(("they", "them"))
_HUMAN = frozenset(("he", "she", "him", "her"))
_POINTING = frozenset(("this", "that", "these", "those"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_STATES = frozenset(("state", "government"))
# What one does at talks, which nobody could tell of without them.
_BARE_DOING = re.compile(r"(?:not\s+)?(?P<verb>attend|join|participate|take\s+part|show\s+up)\Z", re.IGNORECASE)
_TALKS = re.compile(r"\b(?:talks|negotiations|conference)\b", re.IGNORECASE)
_TO_THEM = {"participate": " in", "take part": " in", "show up": " at"}


@dataclass(frozen=True, slots=True)
class Meant:
    """The words that a pronoun stands for, and their party where they name one."""

    words: str
    party: str | None


def spelled_out(scene: Scene, sentence: Span, held: Held, words: str) -> tuple[str, str | None] | None:
    """An issue in words with what its pronouns mean in their place, and the party that the first of them names.

    None where what one means cannot be told from the sentence or the one before.
    """
    named: str | None = None
    for pronoun in _open_pronouns(scene, held):
        place = scene.text[pronoun.start : pronoun.end]
        if re.search(rf"\b{place}\b", words) is None:
            continue
        meant = _meant(scene, sentence, held, pronoun)
        if meant is None:
            return None
        words = re.sub(rf"\b{place}\b", lambda _, m=meant: m.words, words, count=1)  # type: ignore[misc]
        named = named or meant.party
    return words, named


def with_talks(scene: Scene, sentence: Span, held: Held, words: str) -> str | None:
    """What one does at talks with these: "attend the talks"; None where no talks are named just before."""
    bare = _BARE_DOING.fullmatch(words)
    if bare is None:
        return words
    before = scene.text[sentence.start : held.evidence.start]
    told = (before, *(s.text for s in reversed(scene.before(sentence))))
    talks = next((found[-1] for text in told if (found := _TALKS.findall(text))), None)
    verb = " ".join(bare["verb"].lower().split())
    return f"{words}{_TO_THEM.get(verb, '')} the {talks.lower()}" if talks is not None else None


def _open_pronouns(scene: Scene, held: Held) -> Iterator[Span]:
    """The pronouns of an issue that stand for nothing in it, nor for the holder itself."""
    tree = tree_of(scene)
    inside = tree.within(held.issue)
    for at in inside:
        form = tree.form(at)
        if tree.words[at].upos not in {"PRON", "DET"} or tree.is_a(at, "det", "mark", "expl") or _relative(tree, at):
            continue
        if form not in _ONE | _MANY | _HUMAN | _POINTING or (form == "her" and tree.is_a(at, "nmod")):
            continue
        # "Two of them" and "what it says are" say enough.
        if re.search(r"\b(?:of|what)\s\Z", scene.text[: tree.words[at].start][-6:], re.IGNORECASE):
            continue
        span = Span.of(scene.text, tree.words[at].start, tree.words[at].end)
        if not _named_inside(tree, inside, at) and not _is_holder(scene, tree, held, at, span):
            yield span


def _relative(tree: Tree, at: int) -> bool:
    """Whether "that" or "those" opens a clause about a noun, or is told what it means ("those who")."""
    head = tree.words[at].head
    told = at + 1 < len(tree.words) and tree.words[at + 1].upos not in {"PUNCT", "CCONJ", "ADV", "PART"}
    if tree.form(at) in {"these", "those"}:
        return told
    return (head >= 0 and tree.is_a(head, "acl") and tree.form(at) == "that") or bool(tree.kids(at, "acl", "nmod"))


def _named_inside(tree: Tree, inside: range, pronoun: int) -> bool:
    """Whether an issue names before a pronoun what this may stand for."""
    form = tree.form(pronoun)
    if form in _POINTING:
        return False
    return any(_agrees(tree, at, form) for at in range(inside[0], pronoun) if tree.words[at].upos in _NOUNS)


def _is_holder(scene: Scene, tree: Tree, held: Held, at: int, span: Span) -> bool:
    """Whether a pronoun is the holder, as the cast or the sentence's own "it" or "they" has it."""
    meant = scene.cast.party_of(span) if tree.form(at) not in _POINTING else None
    if meant is not None:
        # A party is not lifted or freed: what is done to "it" is done to another.
        return meant.id == held.holder.party and tree.words[at].label != "nsubj:pass"
    if tree.form(at) in _POINTING:
        return False
    before = scene.text[max(0, held.cue.start - 40) : held.cue.start].lower().split()
    # "Proposed to the army that they": both together.
    together = re.search(r"\bto\b", scene.text[held.cue.end : held.issue.start]) is not None
    return tree.form(at) in before or (tree.form(at) in _MANY and (together or held.holder.text.endswith("s")))


def _meant(scene: Scene, sentence: Span, held: Held, pronoun: Span) -> Meant | None:
    form = pronoun.text.lower()
    if form in _POINTING:
        return None
    # "Them" is rarely who spoke last: there the sentence tells.
    party = scene.cast.party_of(pronoun) if form != "them" else None
    if party is not None and party.id != held.holder.party and (party.kind != "unnamed" or " " in party.name):
        return Meant(party.name, party.id)
    if form in _HUMAN:
        return None
    tree = tree_of(scene)
    before = tree.within(Span(sentence.start, min(held.cue.start, pronoun.start), ""))
    found = _only(scene, tree, before, form, held)
    if found is not None:
        return found if found.words.lower() not in _POINTING | _ONE | _MANY else None
    earlier = scene.before(sentence)
    if form not in _ONE or not earlier or any(tree.form(at) == form for at in before):
        return None
    return _owner_of_subject(scene, tree, earlier[-1])


def _only(scene: Scene, tree: Tree, before: range, form: str, held: Held) -> Meant | None:
    """The only subject before a pronoun that it may stand for; of "they" else the only noun of many."""
    subjects = [at for at in before if tree.is_a(at, "nsubj") and tree.words[at].upos in _NOUNS]
    beside = [kid for at in subjects for kid in tree.kids(at, "appos") if tree.words[kid].upos in _NOUNS]
    nouns = [at for at in before if tree.words[at].upos in _NOUNS and not tree.is_a(at, "compound", "flat")]
    for group in ((*subjects, *beside), nouns if form in _MANY else ()):
        fit = [at for at in group if _agrees(tree, at, form) and not _names_holder(scene, tree, at, held)]
        if len(fit) == 1:
            phrase = tree.phrase(fit[0])
            article = "the " if re.search(r"\bthe\s\Z", scene.text[: phrase.start], re.IGNORECASE) else ""
            return Meant(article + re.sub(r"^(The|A|An)\b", lambda m: m.group().lower(), phrase.text), None)
        if fit:
            return None
    return None


def _agrees(tree: Tree, at: int, form: str) -> bool:
    """Whether a noun may be "it" (one) or "they" (many); a person's name is "he"."""
    many = tree.form(at).endswith("s") and not tree.form(at).endswith("ss")
    many = many or bool(tree.kids(at, "conj"))
    if form in _MANY:
        return many
    return form in _HUMAN or not many


def _names_holder(scene: Scene, tree: Tree, at: int, held: Held) -> bool:
    place = tree.words[at]
    return any(
        p.span.start <= place.start < p.span.end and (p.party == held.holder.party or p.person)
        for p in scene.phrases_in(Span(max(0, place.start - 120), place.end + 120, ""))
    )


def _owner_of_subject(scene: Scene, tree: Tree, sentence: Span) -> Meant | None:
    """The state or body whose president or army the sentence before is about: "it" after "Kestria's president said"."""
    subject = next((at for at in tree.within(sentence) if tree.is_a(at, "nsubj")), None)
    owners = tree.kids(subject, "nmod") if subject is not None else ()
    for owner in owners:
        party = scene.cast.party_of(Span.of(scene.text, tree.words[owner].start, tree.words[owner].end))
        if party is not None and _is_body(party) and tree.words[owner].label.endswith("poss"):
            return Meant(party.name, party.id)
    return None


def _is_body(party: Party) -> bool:
    return party.kind in _STATES or party.kind in {"organization", "armed group"}
