"""Whose talks they are, by the tree of a sentence: who holds, opens, attends or leaves them."""

from __future__ import annotations

import re

from aidememoire.extract.bonds import head_word, known_tree, verb_over
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

# Verbs that lead to what their infinitive tells.
_LEADS_TO = frozenset(
    (
        "agreed",
        "agree",
        "agrees",
        "due",
        "set",
        "expected",
        "scheduled",
        "plans",
        "planned",
        "plan",
        "began",
        "continued",
    )
)

# "After a meeting with B in Halvet, A said ...": A met B.
_OPENS = re.compile(
    r"[“\"]?(?:(?:speaking|talking)\s+(?:[\w-]+\s+){0,4})?"
    r"(?:(?:soon|shortly|hours|days|immediately|just)\s+)?(?:after|following|during|before|ahead\s+of|at)\s+"
    r"(?:(?:an?|the|his|her|their|its)\s+)?(?:[\w’'-]+\s+){0,5}",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?P<verb>cancel+ed|called\s+off|scrapped|abandoned|suspended|broke\s+off|paused|halted|adjourned|postponed|delayed|put\s+off)\s+"
    r"(?:[\w’'-]+\s+){0,7}\Z",
    re.IGNORECASE,
)

_HOSTED = re.compile(
    r"(?:(?!\b(?:said|says|told|who|whose|talks|meetings?|summits?|conferences?|sessions?)\b)[^;:“”\"]){0,80}?"
    r"\b(?:hosted|convened|chaired)\s+by\s+",
    re.IGNORECASE,
)
_JOURNEY = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|fl(?:y|ies|ew|ying|own)|travel+(?:s|ed|ing)?|com(?:e|es|ing)|came|head(?:s|ed|ing)|went|going|return(?:s|ed|ing))"
    r"\s+(?:back\s+)?(?:to|in|at|into)\s+(?:[\w’'.-]+\s+){1,6}for\s+(?:[\w’'-]+\s+){0,5}\Z",
    re.IGNORECASE,
)


def theirs(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Whose talks "their talks" are: the two who are the subject of the clause that they are told in."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None:
        return ()
    theirs = any(tree.form(kid) == "their" for kid in tree.kids(at, "nmod"))
    lead = tree.preposition(at) or tree.form(at - 1)
    if not theirs and (lead not in {"after", "during", "in", "at"} or tree.kids(at, "det", "nmod")):
        return ()
    verb = verb_over(tree, cue)
    if verb is not None and any(tree.form(kid) in {"that", "which"} for kid in tree.kids(verb, "nsubj")):
        # "They made progress after talks that began on Friday": whose they were is told by the clause above.
        above = tree.words[verb].head
        verb = above if above >= 0 and tree.words[above].upos == "VERB" else verb
    found = subjects(scene, sentence, tree.words[verb].start) if verb is not None else ()
    found = found if len(found) > 1 or verb is None else of_noun(scene, tree, tree.subject(verb))
    return tuple(p for p in found if is_party(p)) if len(found) > 1 else ()


def held_by(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who holds, opens, attends or leaves it, by the tree: the subject of the verb whose object it is."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    for _ in range(3):
        if tree is None or at is None or not tree.is_a(at, "obj", "obl", "nmod") or tree.words[at].head < 0:
            return ()
        at = tree.words[at].head
        if tree.words[at].upos == "VERB":
            break
    if tree is None or at is None or pattern("encounters", "marks.takes_part").fullmatch(tree.form(at)) is None:
        return ()
    if not _does_so(tree, at):
        return ()
    found = _who_says(scene, tree, at) or subjects(scene, sentence, tree.words[at].start)
    found = found or of_noun(scene, tree, tree.subject(at))
    return tuple(p for p in found if is_party(p) and p.span.text.lower() not in {"they", "it"})


def hosting(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who hosts, convenes or chairs it: "Kestria is to host a meeting between A and B"."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or not tree.is_a(at, "obj") or tree.words[at].head < 0:
        return ()
    host = pattern("encounters", "marks.hosting").fullmatch(tree.form(tree.words[at].head))
    return held_by(scene, sentence, cue) if host is not None else ()


def hosted_by(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who hosts it by the words right behind it ("a meeting in Dravik hosted by Kestria")."""
    hosted = _HOSTED.match(scene.text, cue.end, sentence.end)
    if hosted is None:
        return ()
    return tuple(p for p in objects(scene, sentence, hosted.end() - 1) if is_party(p))


def _who_says(scene: Scene, tree: Tree, verb: int) -> tuple[Phrase, ...]:
    """Who says of itself what a verb tells of "it" or "they" ("the council said it would attend")."""
    subject = tree.subject(verb)
    if not _is_reported(tree, verb) or subject is None or tree.form(subject) not in {"it", "they"}:
        return ()
    named = of_noun(scene, tree, tree.subject(tree.words[verb].head))
    return tuple(p for p in named if not p.person or p.span.text.endswith("s"))


def _is_reported(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody has said: there "would" is "will"."""
    head = tree.words[verb].head
    said = head >= 0 and pattern("encounters", "bonds.reactions").fullmatch(tree.form(head)) is not None
    return said and (tree.is_a(verb, "ccomp") or (tree.is_a(verb, "xcomp") and bool(tree.kids(verb, "nsubj"))))


def ended_by(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who called them off, suspended them or put them off ("Aldous called off an attempt to hold talks")."""
    tree = known_tree(scene)
    ended = _ENDED.search(scene.text[sentence.start : cue.start])
    if tree is None or ended is None:
        return ()
    inside = tree.within(Span(sentence.start + ended.start(), cue.start, ""))
    verb = inside[0] if inside else None
    if verb is None or tree.words[verb].upos != "VERB" or tree.passive(verb) or not _does_so(tree, verb):
        return ()
    return tuple(p for p in of_noun(scene, tree, tree.subject(verb)) if is_party(p))


def opened_by(scene: Scene, sentence: Span, cue: Span, last: Phrase) -> tuple[Phrase, ...]:
    """Who met somebody in the words that open a sentence: the subject right behind them ("After talks with B, A ...").

    `last` is the last of those whom "with" names.
    """
    tree = known_tree(scene)
    if tree is None or _OPENS.fullmatch(scene.text, sentence.start, cue.start) is None:
        return ()
    comma = re.compile(r"(?:\s+(?:in|on|at|this|last|late|early|over|for)\s+[^,;:“”\"]{1,60})?,\s+").match(
        scene.text, last.span.end, sentence.end
    )
    found = objects(scene, sentence, comma.end() - 1) if comma is not None else ()
    heads = ((p, head_word(tree, p.span)) for p in found if is_party(p) and p.span.start - last.span.end < 80)
    # Of a state more may be told after one man's meeting than who met him ("after talks with Solvane, Kestria shut").
    return tuple(
        p for p, at in heads if not (p.weak and last.person) and at is not None and _subject_of_clause(tree, at)
    )


def come_for(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who has come to a place for them: "the rebels flew to Dravik on Monday for talks"."""
    journey = _JOURNEY.search(scene.text[sentence.start : cue.start])
    if journey is None:
        return ()
    found = subjects(scene, sentence, sentence.start + journey.start())
    return tuple(p for p in found if is_party(p) and not p.weak)


def _subject_of_clause(tree: Tree, at: int) -> bool:
    while tree.is_a(at, "conj", "appos", "flat", "compound") and tree.words[at].head >= 0:
        at = tree.words[at].head
    return tree.is_a(at, "nsubj")


def _does_so(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject does or will do it: no "whether it attends", no "could attend", no "refused to"."""
    doubted = any(tree.form(kid) in {"whether", "if", "unless"} for kid in tree.kids(verb, "mark", "advmod"))
    may = tree.auxiliaries(verb) & {"could", "might", "may", "would", "should", "must"}
    may -= {"would"} if _is_reported(tree, verb) else set()
    head = tree.words[verb].head
    led = tree.is_a(verb, "xcomp") and head >= 0 and tree.form(head) not in _LEADS_TO and not _is_reported(tree, verb)
    return not (doubted or may or led or tree.negated(verb))


def does_something(scene: Scene, cue: Span) -> bool:
    """Whether a gathering is the subject of a verb with an object ("the talks opened a way"): no word of its course."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or tree.words[at].label != "nsubj":
        return False
    verb = tree.words[at].head
    return tree.form(verb) in {"opened", "began", "started", "ended", "opens", "begins"} and bool(
        tree.kids(verb, "obj")
    )
