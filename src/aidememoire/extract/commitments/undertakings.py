"""What commitments are told with: the instruments that can be kept or broken, and one telling of a promise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.extract.commitments.promisers import has_subject, is_joined, promisers
from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.holders import Holder, of_phrase, represented
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import CommitmentStatus
from aidememoire.model.spans import Span

WORDS = wordlist("commitments")
INSTRUMENTS = either(WORDS["instruments"])
# A preposition or a full stop between verb and noun parts them: "broke off talks on the deal" breaks no deal.
_GAP = rf"(?:(?!{either(WORDS['parting'])}\b)[\w’'“”\"-]+(?:\.(?=\S))?[\w’'.-]*\s+){{0,6}}?"
_OF = rf"(?:\s+(?:of|in|to|from)\s+(?:the|a|an|its|their|that|this)\s+(?:[\w’'.-]+\s+){{0,2}}?{INSTRUMENTS})?"
INSTRUMENT = rf"(?P<what>{_GAP}[“‘\"]?{INSTRUMENTS}(?:[”’\"]?\s+{INSTRUMENTS})*{_OF})\b"
# How many sentences before a bare "violations" may name what was violated.
_BACK = 3
_AGREED = re.compile(
    rf"\b(?:[\w’'.-]+[ -])?{either(WORDS['agreed'])}(?:\s+{either(WORDS['agreed'])})*\b", re.IGNORECASE
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "him", "her", "them", "who", "which"))
_LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|any|that|this|such|our|both|of|in|on|under|by|and|to(?=\s+(?:the|a|an)\b))\s+)+",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(
    r"(?:\b(?:if|unless|until|would|could|might|may|should|must|can|will|to|not|never|whether|against|from)|n['’]t)\s+"
    r"(?:(?:\w+ly|yet|he|she|it|they|be|have|been)\s+)*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: who promised `what`, to whom, and what became of it; `allegers` say that it was broken.

    `source` is the party who says so, None where the article does. `by` is None where nobody is told.
    """

    by: Holder | None
    status: CommitmentStatus
    what: str
    cue: Span
    allegers: tuple[str, ...] = ()
    to: str | None = None
    source: str | None = None
    agreement: str | None = None


def clean(words: str) -> str:
    """The words of a thing promised, without an article before them or quotation marks around them."""
    return _LEADING.sub("", " ".join(words.split()).strip('“”"‘’ ')).strip('“”"‘’ ')


def instrument_in(words: str) -> str | None:
    """The instrument that sides agree on which stands in `words` ("truce"), None where there is none."""
    found = _AGREED.search(words)
    return clean(found.group()) if found else None


def instrument_before(scene: Scene, sentence: Span, place: int) -> str | None:
    """The instrument named last before `place`, in its sentence or a few before; of "violations" without an "of"."""
    for span in (
        Span(sentence.start, place, ""),
        *reversed(scene.before(sentence, _BACK, "body", "standfirst", "title")),
    ):
        found = [m.group() for m in _AGREED.finditer(scene.text, span.start, span.end)]
        if found:
            return clean(found[-1])
    return None


def holders_of(scene: Scene, sentence: Span, verb: int) -> tuple[Holder, ...]:
    """The holders who are the subject of the verb that starts at `verb`: by the words before it, else by the tree.

    The tree goes first where "and" joins the verb to one before ("said the bridge stood and pledged to mend it"), and
    where it gives the verb a noun for a subject that is another party, or more of them.
    """
    found = _each(_named(scene, p) for p in subjects(scene, sentence, verb) if is_party(p))
    by_tree = _each(_named(scene, p) for p in promisers(scene, sentence, verb))
    other = by_tree and has_subject(scene, verb) and not set(found) & set(by_tree)
    if is_joined(scene, verb) or other or len(found) < len(by_tree):
        return by_tree
    return found


def _named(scene: Scene, phrase: Phrase) -> Holder:
    """The holder that a phrase names, by its name where the phrase is a pronoun."""
    holder = of_phrase(scene, phrase)
    party = scene.party(phrase.party) if phrase.span.text.lower() in _PRONOUNS else None
    return Holder(holder.party, party.name) if party is not None else holder


def objects_of(scene: Scene, sentence: Span, after: int) -> tuple[Holder, ...]:
    """The holders that stand right after `after` ("by ", "accused ")."""
    return _each(of_phrase(scene, p) for p in objects(scene, sentence, after) if is_party(p))


def _each(found: Iterable[Holder]) -> tuple[Holder, ...]:
    return tuple({holder.party or holder.text: holder for holder in found}.values())


def ids(holders: Iterable[Holder]) -> tuple[str, ...]:
    """The parties of the holders that the cast knows."""
    return tuple(h.party for h in holders if h.party is not None)


def own(scene: Scene, holder: Holder, speaker: str | None) -> bool:
    """Whether a speaker speaks of itself, or of the body that it represents."""
    return speaker is not None and holder.party in {speaker, represented(scene, speaker)}
