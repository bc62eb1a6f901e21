"""What a time or a place in a sentence belongs to: the verb or noun of an encounter, or something else told beside it.

Told from the trees of `syntax`; without words there is no tree, and nothing is told.
"""

from __future__ import annotations

from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "root")
# Words that open another clause.
_PARTING = frozenset('before after when while since because although though unless until as where if ; “ ” "'.split())
_OTHER_CLAUSE = frozenset(("since", "while", "when", "because", "although", "though", "whereas"))
# How far up a tree is climbed: deeper than any clause of news prose, so that a broken tree ends it.
_DEPTH = 12


def known_tree(scene: Scene) -> Tree | None:
    """The tree of a scene's article, None where it was read without one."""
    return tree_of(scene) if scene.reading.words else None


def head_word(tree: Tree, span: Span) -> int | None:
    """The word of a span that the others hang on, None where the span holds no word."""
    roots = [at for at in tree.roots(span) if tree.words[at].upos not in {"PUNCT", "ADP", "DET", "CCONJ"}]
    return roots[-1] if roots else next(iter(tree.within(span)), None)


def owners(tree: Tree, cue: int) -> tuple[int, ...]:
    """The words whose times and places are those of a verb or noun: itself, the nouns and the verb that it serves.

    A verb owns what its event does ("the attack killed ten on Monday") and what is done with it ("held talks on
    Monday"), unless it only speaks of it or reacts to it ("condemned the attack on Monday").
    """
    own = [cue]
    at = cue
    for _ in range(_DEPTH):
        head, word = tree.words[at].head, tree.words[at]
        if head < 0:
            break
        verbal = tree.words[head].upos in {"VERB", "AUX", "ADJ"} and not tree.is_a(at, "amod", "compound")
        noun = word.upos in {"NOUN", "PROPN"}
        inside = noun and not verbal and tree.is_a(at, "nmod", "conj", "compound", "appos")
        served = noun and verbal and tree.is_a(at, "nsubj", "obj", "obl", "nmod") and _tells(tree, head, at)
        if not (inside or served or tree.is_a(at, "xcomp")):
            break
        at = head
        own.append(at)
    return tuple(own)


def _tells(tree: Tree, verb: int, noun: int) -> bool:
    """Whether what a verb says of a noun is its happening, not a word or a feeling about it."""
    form = tree.form(verb)
    if pattern("encounters", "bonds.reactions").fullmatch(form):
        return False
    if tree.words[noun].label == "nsubj":
        return True
    return pattern("encounters", "bonds.events").fullmatch(form) is not None


def bound(tree: Tree, span: Span, own: tuple[int, ...]) -> bool:
    """Whether the words at `span` hang on one of the words `own`, through no clause and no other event between."""
    at = head_word(tree, span)
    for _ in range(_DEPTH):
        if at is None:
            return False
        head = tree.words[at].head
        if head in own:
            return not tree.is_a(at, *_CLAUSES)
        if head < 0 or tree.is_a(at, *_CLAUSES) or _other(tree, head):
            return False
        at = head
    return False


def _other(tree: Tree, head: int) -> bool:
    """Whether a word is a happening of its own: a verb, or a noun such as "deal" or "offensive"."""
    word = tree.words[head]
    if word.upos in {"VERB", "AUX"} and word.label != "amod":
        return True
    return pattern("encounters", "bonds.occasions").fullmatch(tree.form(head)) is not None


def clear(tree: Tree, start: int, end: int, own: tuple[int, ...]) -> bool:
    """Whether nothing else is told between two places of a text: no verb but of the encounter's course, no occasion.

    Parts of speech are surer than trees: a day right after "talks collapsed" is its day whatever hangs on what.
    """
    for at in tree.within(Span(start, end, tree.text[start:end])):
        form = tree.form(at)
        if at in own:
            continue
        course = pattern("encounters", "bonds.course").fullmatch(form)
        if form in _PARTING or (course is None and pattern("encounters", "bonds.occasions").fullmatch(form)):
            return False
        if tree.words[at].upos == "VERB" and not tree.is_a(at, "amod", "case") and course is None:
            return False
    return True


def apart(tree: Tree, start: int, end: int, own: tuple[int, ...]) -> bool:
    """Whether "since", "while" or a relative clause of its own stands between a cue and what comes after it."""
    relative, aside = -1, False
    for at in tree.within(Span(start, end, tree.text[start:end])) if start < end else ():
        form = tree.form(at)
        if form in _OTHER_CLAUSE:
            return True
        if form in {"which", "who", "whom", "whose"}:
            relative = at
        elif tree.words[at].upos == "VERB" and not tree.is_a(at, "amod"):
            if at in own and not tree.is_a(at, "acl"):
                relative, aside = -1, False
            aside = aside or (relative >= 0 and _its_own(tree, relative, at, own))
    return aside


def _its_own(tree: Tree, relative: int, verb: int, own: tuple[int, ...]) -> bool:
    """Whether a relative clause tells of something else: of another's doing, or by a verb of no encounter."""
    if pattern("encounters", "bonds.course").fullmatch(tree.form(verb)):
        return False
    another = any(tree.words[at].upos in {"NOUN", "PROPN", "PRON"} for at in range(relative + 1, verb))
    return another or verb not in own


def spoken_between(tree: Tree, cue: Span, span: Span) -> bool:
    """Whether a verb of saying or feeling stands between a cue and a time or place: then that is of the saying."""
    start, end = min(cue.end, span.end), max(cue.start, span.start)
    return any(
        tree.words[at].upos == "VERB" and pattern("encounters", "bonds.reactions").fullmatch(tree.form(at))
        for at in tree.within(Span(start, end, tree.text[start:end]))
    )


def verb_over(tree: Tree, span: Span) -> int | None:
    """The verb whose clause the words at `span` stand in, None where no verb is above them."""
    at = head_word(tree, span)
    for _ in range(_DEPTH):
        if at is None or at < 0:
            return None
        if tree.words[at].upos == "VERB" and not tree.is_a(at, "amod"):
            return at
        at = tree.words[at].head
    return None


def is_modifier(tree: Tree, span: Span) -> bool:
    """Whether the words at `span` only describe a noun after them ("military training")."""
    at = head_word(tree, span)
    if at is None or tree.words[at].head < 0:
        return False
    head = tree.words[tree.words[at].head]
    return tree.is_a(at, "compound", "amod") and head.start >= span.end and head.upos in {"NOUN", "PROPN"}
