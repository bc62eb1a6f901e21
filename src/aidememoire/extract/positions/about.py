"""Whether the lines around a position tell of a war and its process, or of quite another matter or country."""

from __future__ import annotations

import re
from collections import Counter

from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["scope"]
_PROCESS = re.compile(rf"(?<!\w){either(_WORDS['process'])}(?!\w)", re.IGNORECASE)
_OTHER = re.compile(rf"(?<!\w){either(_WORDS['other'])}(?!\w)", re.IGNORECASE)
_STRONG = re.compile(rf"(?<!\w){either(_WORDS['strong'])}(?!\w)", re.IGNORECASE)
_CONTRASTED = re.compile(r"\b(?:whereas|unlike|in contrast (?:to|with)|as opposed to)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\A\W*(?:With|On|In|Over)\s+(?P<name>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,2}),")
# So many different words of war and peace an article has that tells of a process, or one for so many characters:
# of 120 articles on politics at home that were read, those without a process had fewer; two sentences need not name it.
_DISTINCT, _EACH = 4, 500
# Of these, so many that hardly stand elsewhere (an army and an opposition do): one for so many characters.
_SURE, _EACH_SURE = 5, 1400
# In an article longer than this one of them stands in so many characters before and after a position.
_LONG, _BEFORE, _AFTER = 4500, 900, 400


def tells_of_process(scene: Scene, span: Span) -> bool:
    """Whether an article tells of a war and its process, and does so around `span`."""
    if not scene.memo("tells of a process", _is_about_process):
        return False
    around = max(0, span.start - _BEFORE), span.end + _AFTER
    near = _PROCESS.search(scene.text, *around) or _STRONG.search(scene.text, *around)
    return len(scene.text) < _LONG or near is not None


def _is_about_process(scene: Scene) -> bool:
    sure, wide = ({m.group().lower()[:6] for m in each.finditer(scene.text)} for each in (_PROCESS, _STRONG))
    size = len(scene.text)
    return len(sure) >= min(_SURE, size // _EACH_SURE) and len(sure | wide) >= min(_DISTINCT, size // _EACH)


def is_elsewhere(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence goes on with what the one before says of another matter, or of a country named only there."""
    before = scene.before(sentence)
    if before and _OTHER.search(before[-1].text) and not _STRONG.search(sentence.text):
        return True
    abroad = _ABROAD.match(sentence.text)
    if abroad is not None and country_of(abroad["name"]) is not None and _CONTRASTED.search(sentence.text):
        return True
    return _in_third_country(scene, sentence)


def _in_third_country(scene: Scene, sentence: Span) -> bool:
    """Whether the paragraph up to a sentence is about a country that the article names nowhere else."""
    paragraph = next((p for p in scene.article.paragraphs if p.start <= sentence.start < p.end), None)
    counts = scene.memo("countries named", _countries)
    if paragraph is None or not counts or _countries_at(scene, sentence.start, sentence.end):
        return False
    here = _countries_at(scene, paragraph.start, sentence.end)
    main = max(counts.values())
    alone = [name for name in here if here[name] == counts[name]]
    return bool(alone) and main > 2 * sum(here.values()) and not any(counts[name] == main for name in here)


def _countries(scene: Scene) -> Counter[str]:
    return _countries_at(scene, 0, len(scene.text))


def _countries_at(scene: Scene, start: int, end: int) -> Counter[str]:
    """How often each country is named between two places, by name, adjective or capital."""
    found: Counter[str] = Counter()
    for name in scene.reading.names:
        if start <= name.span.start < end and name.kind in {"place", "nationality"}:
            known = country_of(name.span.text)
            if known is not None and known.kind != "capital":
                found[known.country.name] += 1
    return found
