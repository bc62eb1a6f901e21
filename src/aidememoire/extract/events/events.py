"""The coded events of an article, in the classes of the PLOVER ontology (Open Event Data Alliance).

Each sentence gives the events of its main line: those of its root, of what the root leads to ("agreed to V", "said that
X V"), and of the verbs joined to these. A sentence without any gives that of a noun ("talks between A and B").
"""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.extract.events.clauses import Told, clause_events
from aidememoire.extract.events.nouns import noun_events
from aidememoire.extract.events.targets import Actors
from aidememoire.extract.events.words import cues, lexicon
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import tree_of
from aidememoire.model.events import Event
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span


def events(scene: Scene) -> tuple[Event, ...]:
    """The events of an article, in the order of its text, each with the clause that tells of it."""
    made: dict[str, Event] = {}
    for sentence in scene.sentences():
        told = clause_events(scene, sentence.span) or noun_events(scene, sentence.span)
        for each in told:
            event = _event(scene, sentence.span, each)
            made.setdefault(event.id, event)
    return tuple(sorted(made.values(), key=lambda e: (e.evidence.start, e.evidence.end)))


def _event(scene: Scene, sentence: Span, told: Told) -> Event:
    evidence = _evidence(scene, sentence, told)
    cue = _cue(scene, told)
    words = lexicon().nouns_in(_forms(scene, evidence))
    sources, targets = _texts(told.sources), _texts(told.targets)
    return Event(
        id=content_id(
            "event", scene.article.id, evidence.start, evidence.end, told.kind, told.status, *sources, None, *targets
        ),
        article=scene.article.id,
        kind=told.kind,
        mode=_mode(told, words),
        sources=_parties(told.sources),
        targets=_parties(told.targets),
        source_texts=sources,
        target_texts=targets,
        status=told.status,
        reporter=_reporter(scene, told, cue),
        when=scene.when(evidence, cue),
        place=scene.place(evidence, cue),
        context=tuple(name for name, known in cues("context") if words & known),
        evidence=evidence,
    )


def _evidence(scene: Scene, sentence: Span, told: Told) -> Span:
    """The clause of the verb with those who do it and suffer it, inside its sentence."""
    tree = tree_of(scene)
    below = [tree.words[w] for w in tree.below(told.verb, "parataxis", "conj")]
    spans = [(w.start, w.end) for w in below] + [(a.span.start, a.span.end) for a in (*told.sources, *told.targets)]
    # Sentences are cut by other means than trees, and now and then a tree goes on in the next one.
    inside = [(start, end) for start, end in spans if sentence.start <= start and end <= sentence.end]
    whole = Span.of(scene.text, min(start for start, _ in inside), max(end for _, end in inside))
    return _without_marks(scene.text, whole)


def _without_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end - 1 and not (text[start].isalnum() or text[start] in "“\"'‘("):
        start += 1
    while end - 1 > start and not (text[end - 1].isalnum() or text[end - 1] in "”\"'’)."):
        end -= 1
    return Span.of(text, start, end)


def _cue(scene: Scene, told: Told) -> Span:
    word = tree_of(scene).words[told.verb]
    return Span.of(scene.text, word.start, word.end)


def _forms(scene: Scene, span: Span) -> list[str]:
    tree = tree_of(scene)
    return [tree.form(w) for w in tree.within(span)]


def _mode(told: Told, words: frozenset[str]) -> str | None:
    """The mode of the rule; that of an assault without one by the means that its clause names."""
    if told.kind != "ASSAULT" or told.mode is not None:
        return told.mode
    return next((mode for mode, means in cues("means") if words & means), None)


def _texts(actors: Actors) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.text for a in actors))


def _parties(actors: Actors) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.party for a in actors if a.party is not None))


def _reporter(scene: Scene, told: Told, cue: Span) -> str | None:
    """Who says so, where it is neither the article nor the one who does it."""
    said = [*_speakers(told), scene.said_by(cue)]
    doers = set(_parties(told.sources))
    return next((party for party in said if party is not None and party not in doers), None)


def _speakers(told: Told) -> Iterator[str | None]:
    return (actor.party for actor in told.speaker)
