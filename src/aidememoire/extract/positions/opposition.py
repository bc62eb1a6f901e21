"""Which body "the group", "the opposition" or "the main rebel coalition" is, where only one of an article can be it."""

from __future__ import annotations

import re

from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_GROUPING = r"(?:group(?:ing)?|coalition|alliance|bloc|body|umbrella(?:\s+group)?|council|committee|delegation|team)"
_DESCRIBED = re.compile(
    rf"(?:the\s+|[\w.’'-]+['’]s?\s+)?(?:(?:country\s+)?(?:[\w-]+\s+){{0,3}})(?:opposition(?:\s+{_GROUPING})?|rebel\s+{_GROUPING})"
    r"(?:\s+in\s+[A-Z]\w+)?\Z",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    r"the\s+(?:groups|opposition\s+groups|group|coalition|alliance|committee|grouping)\Z", re.IGNORECASE
)
# Part of an opposition, or one of several: nobody's name stands for it.
_PART = re.compile(
    r"\b(?:armed|moderate|some|other|another|internal|rival|exiled|former|political|kurdish|an?|one|parliamentary|prominent|leading|newly)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![-\w])(?:opposition|(?:rebel|opposition)\s+(?:coalition|alliance|umbrella(?:\s+group)?|bloc))(?:['’]s)?\s+"
    rf"(?:(?:{_GROUPING})?,?\s*(?:known\s+as|called)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s*\([^)]*\))?,?\s+(?:(?:(?:which|that)\s+)?(?:groups|brings\s+together|represents|includes|grouping)\b|"
    r"(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:coalition|alliance|umbrella|bloc)\b|formed\b)[^.;]{0,80}?\b(?:opposition|opponents)\b",
    re.IGNORECASE,
)
_NAMED_SO = re.compile(r"(?:the\s+)?opposition\s+[A-Z]")
_THE_GROUP = re.compile(r"the\s+(?:group|militia|movement|faction|organi[sz]ation)", re.IGNORECASE)
_BODIES = frozenset(("organization", "armed group"))
# Bodies that tell of a war stand for nobody in it.
_TELLS = re.compile(
    r"\b(?:observatory|monitor\w*|watch|network|centre|center|agency|media|activists?)\b", re.IGNORECASE
)
# How much of the text beside a name is looked at, in characters.
_BESIDE = 150


def opposition_body(scene: Scene, phrase: Phrase) -> Party | None:
    """The body that a phrase for the opposition as a whole means: the only one that the article calls that."""
    words = phrase.span.text
    whole = _DESCRIBED.match(words) is not None and _PART.search(words) is None
    if not whole and _GROUPS.match(words) is None:
        return None
    if _GROUPS.match(words) and "opposition" not in words.lower() and not _just_named(scene, phrase):
        return None
    bodies = scene.memo("bodies of the opposition", _bodies)
    return bodies[0] if len(bodies) == 1 else None


def the_group(scene: Scene, phrase: Phrase, party: Party | None) -> Party | None:
    """The body that "the group" is: the only one of its kind named before it in its sentence, or in the one before."""
    if _THE_GROUP.fullmatch(phrase.span.text) is None or (party is not None and party.kind != "unnamed"):
        return None
    sentence = scene.sentence_over(phrase.span)
    if sentence is None:
        return None
    here = Span(sentence.start, phrase.span.start, "")
    for span in (here, *scene.before(sentence)):
        named = {
            p.id: p
            for p in scene.parties
            if p.kind in _BODIES and any(span.start <= m.start and m.end <= span.end for m in p.mentions)
        }
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _just_named(scene: Scene, phrase: Phrase) -> bool:
    """Whether the sentence before names a body of the opposition."""
    bodies = scene.memo("bodies of the opposition", _bodies)
    sentence = scene.sentence_over(phrase.span)
    before = scene.before(sentence) if sentence is not None else ()
    return bool(before) and any(before[-1].covers(m) for b in bodies for m in b.mentions)


def _bodies(scene: Scene) -> tuple[Party, ...]:
    return tuple(p for p in scene.parties if p.kind == "organization" and _is_called_so(scene, p))


def _is_called_so(scene: Scene, party: Party) -> bool:
    return any(_NAMED_SO.match(m.text) or (m.text[:1].isupper() and _stands_so(scene, m)) for m in party.mentions)


def _stands_so(scene: Scene, mention: Span) -> bool:
    """Whether the words beside a name call its body the opposition."""
    if _TELLS.search(mention.text) is not None:
        return False
    before = _BEFORE.search(scene.text[max(0, mention.start - _BESIDE) : mention.start])
    return before is not None or _AFTER.match(scene.text, mention.end, mention.end + _BESIDE) is not None
