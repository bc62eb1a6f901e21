"""The events of a sentence, clause by clause: who does what, whether it was done, is to come, was refused or denied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from aidememoire.extract.events.actors import Actor, actor_at, is_pronoun, modifiers, owner, same, together
from aidememoire.extract.events.rules import lemma_in, rule_of
from aidememoire.extract.events.targets import Actors, inside, targets
from aidememoire.extract.events.words import Rule, words_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.model.events import EventKind, EventStatus
from aidememoire.model.spans import Span

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a clause tells it; `verb` is the word that does, `speaker` who says so (none: the article)."""

    kind: EventKind
    mode: str | None
    sources: Actors
    targets: Actors
    verb: int
    status: EventStatus = "asserted"
    speaker: Actors = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the clauses above a verb make of it: who speaks, whether it is still to come, whether it is denied.

    `soft`: it is only wished for. `own`: one of theirs says so ("its minister said").
    """

    speaker: Actors = ()
    coming: bool = False
    negated: bool = False
    sources: Actors | None = None
    soft: bool = False
    own: bool = False
    walked: Counter[int] = field(default_factory=Counter)


# How often one verb of a sentence may be come to: a line of thousands of words without a stop is one tree, in which a
# verb can be come to in very many ways.
_OFTEN = 3


def clause_events(scene: Scene, sentence: Span) -> tuple[Told, ...]:
    """The events that the main line of a sentence tells, () where it tells none."""
    tree = tree_of(scene)
    found: list[Told] = []
    for root in tree.roots(sentence):
        found.extend(_walk(scene, tree, root, _Frame()))
    if not found:
        loose = (at for at in tree.within(sentence) if tree.words[at].label in {"ccomp", "conj", "parataxis", "root"})
        verbs = (at for at in loose if tree.words[at].upos == "VERB" and tree.kids(at, "nsubj"))
        frame = _Frame()
        found = next((told for at in verbs if (told := list(_walk(scene, tree, at, frame)))), [])
    # A sentence and a tree do not always end at one place: what lies in the next sentence is told there.
    inside = tree.within(sentence)
    return tuple(told for told in found if told.verb in inside)


def _walk(scene: Scene, tree: Tree, verb: int, frame: _Frame) -> Iterator[Told]:
    """The events of a verb, of the clauses that it leads to, and of the verbs joined to it."""
    frame.walked[verb] += 1
    if frame.walked[verb] > _OFTEN:
        return
    found = list(_own(scene, tree, verb, frame)) or list(_aside(scene, tree, verb, frame))
    for kid in tree.kids(verb, "conj"):
        if tree.words[kid].upos in {"VERB", "AUX", "ADJ"}:
            more = _walk(scene, tree, kid, replace(frame, sources=None))
            found.extend(t for t in more if not any(_again(t, f) for f in found))
    yield from found


def _again(told: Told, before: Told) -> bool:
    """Whether an event without a target only goes on with one just told ("killed ten and wounded others")."""
    return not told.targets and told.kind == before.kind and told.sources == before.sources


def _aside(scene: Scene, tree: Tree, verb: int, frame: _Frame) -> Iterator[Told]:
    """The events of the clauses about a verb that tells none itself: beside it, or at its object."""
    if frame.coming:
        return
    for kid in tree.kids(verb, "ccomp", "advcl", "parataxis"):
        yield from _beside(scene, tree, kid, frame)
    patient = _own_patient(tree, verb)
    if patient is not None:
        doers = sources_of(scene, tree, verb, frame.speaker)
        for kid in tree.kids(patient, "acl"):
            if tree.words[kid].label == "acl" and tree.form(kid).endswith("ing"):
                yield from _walk(scene, tree, kid, replace(frame, sources=doers))


def _own_patient(tree: Tree, verb: int) -> int | None:
    """What is done something to, where it hangs on the verb: that of a relative clause would lead back to it."""
    patient = at = tree.patient(verb)
    while at is not None and at >= 0 and at != verb:
        at = tree.words[at].head
    return patient if at == verb else None


def _beside(scene: Scene, tree: Tree, verb: int, frame: _Frame) -> Iterator[Told]:
    """The events of a clause beside the main one: no condition, and no purpose."""
    marks = {tree.form(mark) for mark in tree.kids(verb, "mark")}
    if not marks & {"if", "unless", "to", "whether", "although", "though", "before", "until", "so"}:
        yield from _walk(scene, tree, verb, frame)


def _own(scene: Scene, tree: Tree, verb: int, frame: _Frame) -> Iterator[Told]:
    if lemma_in(tree, verb, "says", "verbs") and (said := _what_is_said(tree, verb)):
        yield from _said(scene, tree, verb, said, frame)
        return
    rule = rule_of(scene, verb)
    on = _onward(tree, verb, frame)
    if on is not None and not (rule is not None and rule.nouns):
        whose = frame.sources if frame.sources is not None else sources_of(scene, tree, verb, frame.speaker)
        inner = tree.complements(verb) or tree.infinitives(verb)
        led = [t for clause in inner for t in _walk(scene, tree, clause, replace(on, sources=whose))]
        if led:
            yield from led
            return
    planned = _planned(tree, verb)
    if planned:
        whose = frame.sources if frame.sources is not None else sources_of(scene, tree, verb, frame.speaker)
        ahead = replace(frame, coming=True, sources=whose)
        led = [t for clause in planned for t in _walk(scene, tree, clause, ahead)]
        if led:
            yield from led
            return
    told = _told(scene, tree, verb, rule, frame)
    if told is not None:
        yield told


def _planned(tree: Tree, verb: int) -> tuple[int, ...]:
    """The infinitives of a verb's object that is a plan: "announced its decision to V"."""
    patient = _own_patient(tree, verb)
    if patient is None or tree.form(patient).rstrip("s") not in words_of("coming", "nouns"):
        return ()
    return tuple(kid for kid in tree.kids(patient, "acl") if any(tree.form(m) == "to" for m in tree.kids(kid, "mark")))


def _what_is_said(tree: Tree, verb: int) -> tuple[int, ...]:
    """The clauses of what a verb of saying says; "was quoted as saying" leads to its participle."""
    quoted = tree.kids(verb, "advcl") if tree.passive(verb) else ()
    return (*tree.complements(verb), *tree.infinitives(verb), *tree.kids(verb, "parataxis", "csubj"), *quoted)


def _onward(tree: Tree, verb: int, frame: _Frame) -> _Frame | None:
    """The frame of the clause after "began to", "plans to", "failed to"; None after other verbs."""
    negated = frame.negated or tree.negated(verb)
    if lemma_in(tree, verb, "failing", "verbs"):
        return replace(frame, negated=True)
    if lemma_in(tree, verb, "coming", "soft"):
        return replace(frame, coming=True, negated=negated, soft=True)
    if lemma_in(tree, verb, "coming", "verbs") or lemma_in(tree, verb, "coming", "words"):
        return replace(frame, coming=True, negated=negated)
    if lemma_in(tree, verb, "through", "verbs") or lemma_in(tree, verb, "through", "words"):
        return replace(frame, coming=frame.coming or _is_coming(tree, verb), negated=negated)
    return None


def _said(scene: Scene, tree: Tree, verb: int, inner: tuple[int, ...], frame: _Frame) -> Iterator[Told]:
    """The events of what somebody says: done, announced, or asked of another ("said that X must V")."""
    who = tree.speaker(verb)
    speaker = _actors(scene, tree, who, frame.speaker) if who is not None else ()
    for clause in inner:
        asked = _asked(scene, tree, clause, speaker)
        if asked is not None:
            yield replace(asked, speaker=())
        else:
            own = who is not None and owner(tree, who) is not None
            within = _Frame(speaker or frame.speaker, frame.coming, own=own, walked=frame.walked)
            yield from _walk(scene, tree, clause, within)


def _asked(scene: Scene, tree: Tree, clause: int, speaker: Actors) -> Told | None:
    """What a speaker says that another must or should do."""
    duty = tree.auxiliaries(clause) & words_of("duty", "auxiliaries") or (
        lemma_in(tree, clause, "duty", "words")
        or (lemma_in(tree, clause, "duty", "verbs") and tree.complements(clause))
    )
    if not duty or not speaker:
        return None
    subject = next(iter(tree.kids(clause, "nsubj")), None)
    whom = together(scene, subject) if subject is not None else ()
    if any(same(w, s) for w in whom for s in speaker) or (subject is not None and is_pronoun(tree, subject)):
        return None
    whom = whom or targets(scene, clause, speaker, None)
    return Told("REQUEST", None, speaker, whom, clause) if whom else None


def _told(scene: Scene, tree: Tree, verb: int, rule: Rule | None, frame: _Frame) -> Told | None:
    """The event of a verb that fulfils a rule."""
    if rule is None:
        return _refused(scene, tree, verb, frame)
    whose = frame.sources if frame.sources is not None else sources_of(scene, tree, verb, frame.speaker)
    maybe = bool(tree.auxiliaries(verb) & words_of("coming", "maybe"))
    own = frame.own or any(same(a, b) for a in whose for b in frame.speaker)
    if maybe and not own and not tree.negated(verb):
        return None
    coming = frame.coming or _is_coming(tree, verb) or maybe
    kind, status = _turned(rule, frame, coming=coming, negated=tree.negated(verb))
    if kind is None or (frame.soft and kind == "THREATEN"):
        return None
    whom = targets(scene, verb, whose, replace(rule, kind=kind, tool=rule.tool or rule.back))
    if rule.back or (not whose and len(whom) > 1 and "between" in dict(tree.obliques(verb))):
        whose, whom = whom, whose
    if (not whom and not whose) or (not whose and not tree.passive(verb) and not tree.kids(verb, "nsubj")):
        return None
    speaker = () if any(same(a, b) for a in whose for b in frame.speaker) else frame.speaker
    return Told(kind, rule.mode if kind == rule.kind else None, whose, whom, verb, status, speaker)


def _refused(scene: Scene, tree: Tree, verb: int, frame: _Frame) -> Told | None:
    """What somebody says they will not do, or only unless another gives way, whatever it is: a refusal, a threat."""
    coming = frame.coming or _is_coming(tree, verb)
    whose = frame.sources if frame.sources is not None else sources_of(scene, tree, verb, frame.speaker)
    if not coming or not any(same(a, b) for a in whose for b in frame.speaker):
        return None
    unless = any(tree.form(m) == "unless" for kid in tree.kids(verb, "advcl") for m in tree.kids(kid, "mark"))
    if not unless and tree.negated(verb) == frame.negated:
        return None
    kind: EventKind = "THREATEN" if unless else "REJECT"
    return Told(kind, None, whose, targets(scene, verb, whose, Rule(0, kind, None, _NONE, _NONE, "", ())), verb)


def _turned(rule: Rule, frame: _Frame, *, coming: bool, negated: bool) -> tuple[EventKind | None, EventStatus]:
    """The kind of an event to come, or denied: a promise or a threat, a refusal, a denial; None for no event."""
    kindly = rule.kind in words_of("coming", "kind_acts")
    harsh = rule.kind in words_of("coming", "harsh_acts") or rule.mode == "meet"
    denied = negated != frame.negated
    if denied:
        if kindly:
            return "REJECT", "asserted"
        if rule.kind == "REJECT" or frame.negated:
            return None, "asserted"
        return ("AGREE", "asserted") if coming and harsh else (rule.kind, "denied")
    if coming and kindly:
        return "AGREE", "asserted"
    return ("THREATEN" if coming and harsh else rule.kind), "asserted"


def _is_coming(tree: Tree, verb: int) -> bool:
    return bool(tree.auxiliaries(verb) & words_of("coming", "auxiliaries"))


def sources_of(scene: Scene, tree: Tree, verb: int, speaker: Actors = ()) -> Actors:
    """The actors that do what a verb tells; a pronoun after somebody's "said" is that speaker."""
    subject = tree.subject(verb)
    return _actors(scene, tree, subject, speaker) if subject is not None else ()


def _actors(scene: Scene, tree: Tree, noun: int, speaker: Actors) -> Actors:
    if is_pronoun(tree, noun):
        return speaker or tuple(filter(None, (actor_at(scene, noun),)))
    whose = owner(tree, noun)
    if whose is not None:
        return speaker or tuple(filter(None, (actor_at(scene, whose),)))
    own: tuple[Actor, ...] = together(scene, noun)
    return own or modifiers(scene, noun) or next((g for g in inside(scene, noun) if g), ())
