"""Who does it to whom: the subject and the objects of a verb, told from the phrases around it."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene, is_filler
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_PREPOSITION = re.compile(
    r"\b(?:of|in|from|with|by|to|at|on|for|under|against|about|over|between|among|like|via|into|near|than|including|after|before)"
    r"\s+(?:(?:the|a|an|its|his|her|their|all|some|several)\s+)?\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s+(?:who|which|that)\s+(?:[\w’'-]+\s+){0,3}\Z", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|,?\s*(?:and|as\s+well\s+as|along\s+with|plus|or))\s+(?:also\s+)?(?:with\s+)?"
    r"(?:(?:the|a|an|its|his|their|other)\s+)?\Z",
    re.IGNORECASE,
)
_LAST_AND = re.compile(r"\b(?:and|as\s+well\s+as|along\s+with|plus)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(he|she|it|they|we|i)\b", re.IGNORECASE)
_HE_AND = re.compile(r"\b(?:he|she)\s+and\s+\Z", re.IGNORECASE)
# From a description to the name beside it, and what may follow that name.
_BESIDE = re.compile(r"(?:\s+(?:of|for|to)\s+[^,;.:“”\"]{1,60})?,\s+")
_ENDED = re.compile(r"\s*(?:[,.;:)–—]|\Z|(?:on|in|at|for|and|but|to|by|from|said|says|told|who|has|had|was|is|will)\b)")
_POST_OF = re.compile(rf"\b{either(wordlist('phrases')['post'])}\s+(?:of|for|to)\s", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(him|her|them)(?=\s+(?:on|in|at|for|again|before|after|later|late|early|and)\b|\s*[,.])", re.IGNORECASE
)
_IN_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,]*\Z", re.IGNORECASE)
_WIDE_GAP = 90
# How many sentences back "she" may find who opened one.
_BACK = 3


def subjects(scene: Scene, sentence: Span, verb: int) -> tuple[Phrase, ...]:
    """The parties that are the subject of the verb which starts at `verb`, () where none can be told."""
    before = Span(sentence.start, verb, scene.text[sentence.start : verb])
    inside = [p for p in scene.phrases_in(before) if not p.possessive]
    pronoun = _pronoun_before(before.text)
    if pronoun is not None:
        return antecedent(scene, sentence, before.start + pronoun)
    while inside:
        last = inside.pop()
        gap = scene.text[last.span.end : verb]
        if _RELATIVE.fullmatch(gap) or (not _skipped(scene, sentence, last, gap) and _reaches(gap)):
            found = tuple(by_name(scene, p) for p in (*_coordinated_before(scene, inside, last), last))
            return (*_pronoun_joined(scene, sentence, found[0].span.start), *found)
    return ()


def _pronoun_joined(scene: Scene, sentence: Span, before: int) -> tuple[Phrase, ...]:
    """Who "he" or "she" is in "he and Verhane met", where the name starts at `before`."""
    joined = _HE_AND.search(scene.text[sentence.start : before])
    return antecedent(scene, sentence, sentence.start + joined.start()) if joined is not None else ()


def _pronoun_before(before: str) -> int | None:
    """Where the pronoun starts that ends `before` but for filler, None where no pronoun does."""
    found = None
    for match in _PRONOUN.finditer(before):
        found = match
    return found.start() if found is not None and is_filler(before[found.end() :]) else None


def antecedent(scene: Scene, sentence: Span, pronoun: int) -> tuple[Phrase, ...]:
    """Whom a pronoun means: as the cast has it; else the subject that opens its sentence, or the one before."""
    word = _PRONOUN.match(scene.text, pronoun)
    if word is None or word.group().lower() in {"we", "i"}:
        return ()
    span = Span.of(scene.text, word.start(), word.end())
    meant = scene.cast.party_of(span)
    earlier = _opening_before(scene, sentence, pronoun)
    if meant is not None and (earlier is None or earlier.party != meant.id):
        return (Phrase(span, meant.id, person=meant.kind == "person", media=meant.kind == "media"),)
    thing = span.text.lower() in {"it", "they"}
    return () if earlier is None or thing == earlier.person else (earlier,)


def _opening_before(scene: Scene, sentence: Span, pronoun: int) -> Phrase | None:
    earlier = opening(scene, Span(sentence.start, pronoun, scene.text[sentence.start : pronoun]))
    if earlier is None and is_filler(scene.text[sentence.start : pronoun]):
        person = _PRONOUN.match(scene.text, pronoun, pronoun + 3)
        back = _BACK if person is not None and person.group().lower() in {"he", "she"} else 1
        opened = ((span, opening(scene, span)) for span in reversed(scene.before(sentence, back)))
        start, earlier = next(((s.start, p) for s, p in opened if p is not None), (pronoun, None))
        if back > 1 and not _only_person(scene, Span(start, pronoun, scene.text[start:pronoun]), earlier):
            return None
    return earlier


def _only_person(scene: Scene, span: Span, person: Phrase | None) -> bool:
    """Whether the words at `span` speak of no second person: else "she" may be either."""
    others = {p.party for p in scene.phrases_in(span) if p.person and p.party is not None}
    return person is not None and others <= {person.party}


def opening(scene: Scene, sentence: Span) -> Phrase | None:
    """The party that a sentence opens with as its subject."""
    for phrase in scene.phrases_in(sentence):
        if phrase.possessive or _PREPOSITION.search(scene.text[sentence.start : phrase.span.start]):
            continue
        return phrase if phrase.span.start - sentence.start <= _WIDE_GAP else None
    return None


def _skipped(scene: Scene, sentence: Span, phrase: Phrase, gap: str) -> bool:
    before = scene.text[sentence.start : phrase.span.start]
    if _PREPOSITION.search(before):
        return True
    # ", who heads the council," speaks of the name before it.
    if _IN_ASIDE.search(before) and re.match(r"\s*(?:\([^)]*\)\s*)?,", gap):
        return True
    # ", the envoy," beside a name only describes it.
    return bool(re.search(r",\s*(?:the|a|an)?\s*\Z", before)) and phrase.post and gap.lstrip().startswith(",")


def _reaches(gap: str) -> bool:
    """Whether a subject owns a verb across `gap`: filler, an aside between commas, or a short prepositional phrase."""
    if is_filler(gap):
        return True
    if len(gap) > 2 * _WIDE_GAP or re.search(
        r"[;:“”\"]|\b(?:said|says|told|and|but|that)\b", re.sub(r",[^,]*,", " ", gap)
    ):
        return False
    outside = re.sub(r"^\s*\([^)]*\)", " ", gap)
    outside = re.sub(r",.*,", " ", outside, flags=re.DOTALL)
    outside = re.sub(
        r"\b(?:of|in|from|on|at|for|by|with)\s+(?:(?!(?:of|in|from|on|at|for|by|with)\b)[\w’'.-]+\s*){1,4}",
        " ",
        outside,
    )
    return is_filler(outside)


def _coordinated_before(scene: Scene, inside: list[Phrase], last: Phrase) -> tuple[Phrase, ...]:
    """The phrases that "A, B and" puts before `last`."""
    found: list[Phrase] = []
    right = last
    while inside and _AND.fullmatch(scene.text[inside[-1].span.end : right.span.start]):
        right = inside.pop()
        found.insert(0, right)
    joined = scene.text[found[-1].span.end : last.span.start] if found else ""
    return tuple(found) if _LAST_AND.search(joined) else ()


def objects(scene: Scene, sentence: Span, after: int) -> tuple[Phrase, ...]:
    """The parties that stand right after `after` (a verb's end, a "with"): the first and those coordinated with it."""
    rest = Span(after, sentence.end, scene.text[after : sentence.end])
    inside = list(scene.phrases_in(rest))
    meant = _object_pronoun(scene, after)
    if meant is not None:
        return (meant,)
    if not inside:
        return ()
    gap = scene.text[after : inside[0].span.start]
    for time in scene.times_in(rest):
        gap = re.sub(rf"(?:\b(?:on|in|at|by|for|since|over)\s+)?{re.escape(time.span.text)}", " ", gap)
    if not is_filler(gap) or _PRONOUN.search(gap):
        return ()
    return coordinated(scene, inside) if not inside[0].possessive else ()


def _object_pronoun(scene: Scene, after: int) -> Phrase | None:
    """The party that "him", "her" or "them" right after a verb means, where the cast knows it."""
    match = _OBJECT.match(scene.text, after)
    if match is None:
        return None
    span = Span.of(scene.text, *match.span(1))
    meant = scene.cast.party_of(span)
    return Phrase(span, meant.id, person=meant.kind == "person", media=meant.kind == "media") if meant else None


def by_name(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase that describes a person, with the name that a comma puts beside it ("its chairman, Ilse Verhane,")."""
    if not (phrase.post or _POST_OF.search(phrase.span.text)):
        return phrase
    beside = _BESIDE.match(scene.text, phrase.span.end)
    if beside is None:
        return phrase
    rest = Span(beside.end(), beside.end() + _WIDE_GAP, "")
    name = next((p for p in scene.phrases_in(rest) if p.span.start == beside.end()), None)
    if name is None or not name.person or name.post or not _ENDED.match(scene.text, name.span.end):
        return phrase
    return replace(name, span=Span.of(scene.text, phrase.span.start, name.span.end), possessive=False)


def coordinated(scene: Scene, inside: list[Phrase]) -> tuple[Phrase, ...]:
    """The first phrase and those that commas and "and" join to it, descriptions of a name left out."""
    found: list[Phrase] = [by_name(scene, inside[0])]
    held: list[Phrase] = []
    right = inside[0]
    for phrase in inside[1:]:
        gap = re.sub(r"^\s*\([^)]*\)", "", scene.text[right.span.end : phrase.span.start])
        joint = _AND.fullmatch(gap)
        if joint is None or phrase.possessive:
            break
        right = phrase
        if phrase.post and not _LAST_AND.search(gap):
            continue
        if found[-1].span.covers(phrase.span) or any(h.span.covers(phrase.span) for h in held):
            continue
        held.append(by_name(scene, phrase))
        if _LAST_AND.search(gap):
            found += held
            held = []
    return tuple(found)


def is_party(phrase: Phrase) -> bool:
    """Whether a phrase can take part in something: no news medium, and of bare places only states."""
    return not phrase.media and (not phrase.weak or phrase.state)


def names_of(found: tuple[Phrase, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids and the words of phrases, each once."""
    ids = dict.fromkeys(p.party for p in found if p.party is not None)
    return tuple(ids), tuple(dict.fromkeys(p.span.text for p in found))
