"""Promises of the parties: made, kept, or broken as somebody says."""

from __future__ import annotations

from aidememoire.extract.commitments.breaches import breaches
from aidememoire.extract.commitments.deeds import deeds
from aidememoire.extract.commitments.fulfilments import fulfilments
from aidememoire.extract.commitments.promises import promises
from aidememoire.extract.commitments.undertakings import Told, instrument_in
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Commitment
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span


def commitments(scene: Scene) -> tuple[Commitment, ...]:
    """The promises that an article tells of, made, kept, or broken as somebody says, in the order of its text."""
    found: dict[str, Commitment] = {}
    for sentence in scene.sentences():
        for rule in (breaches, deeds, fulfilments, promises):
            for told in rule(scene, sentence.span):
                if told.status == "alleged broken" and (not told.allegers or _of_itself(told)):
                    continue
                made = _commitment(scene, sentence.span, told)
                found.setdefault(made.id, made)
    return tuple(sorted(found.values(), key=lambda c: (c.evidence.start, c.evidence.end)))


def _of_itself(told: Told) -> bool:
    """Whether somebody would allege a breach of its own: there the accuser or the accused was read wrongly."""
    return told.by is not None and told.by.party in told.allegers


def _commitment(scene: Scene, sentence: Span, told: Told) -> Commitment:
    evidence = scene.clause(sentence, told.cue.start, told.cue.end)
    by = told.by.text if told.by else ""
    return Commitment(
        id=content_id("commitment", scene.article.id, evidence.start, evidence.end, told.cue.start, told.status, by),
        article=scene.article.id,
        by=told.by.party if told.by else None,
        by_text=by,
        to=told.to,
        what=told.what,
        status=told.status,
        alleged_by=told.allegers if told.status == "alleged broken" else (),
        agreement=instrument_in(told.what) or told.agreement,
        evidence=evidence,
        source=told.source,
    )
