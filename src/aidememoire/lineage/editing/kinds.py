"""What kind of change an edit is: of a figure, a name, a quotation, an attribution, or of wording alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aidememoire.lineage.editing.figures import FigurePhrase, figure_phrases
from aidememoire.lineage.editing.names import renamed, respelt
from aidememoire.lineage.editing.sources import SHORT, attributed
from aidememoire.lineage.pairing import STEM
from aidememoire.lineage.words import Words
from aidememoire.model.lineage import EditKind

# A clause of so many words, all cut or all new, is told as dropped or added.
CLAUSE = 6
# A number was put in or cut where little else was.
ALONE = 3


def kind_of(a: Words, here: range, b: Words, there: range) -> EditKind:
    """The kind of the change from the words `here` of `a` to the words `there` of `b` (either may be empty)."""
    if _refigured(a, here, b, there):
        return "figure"
    # Another transliteration changes no quotation.
    if respelt(a, here, b, there):
        return "naming"
    if mostly_quoted(a, here) or mostly_quoted(b, there):
        return "quotation"
    if attributed(a, here, b, there):
        return "attribution"
    if renamed(a, here, b, there):
        return "naming"
    if (not here or not there) and max(len(here), len(there)) >= CLAUSE:
        return "dropped" if here else "added"
    return "wording"


def mostly_quoted(words: Words, stretch: range) -> bool:
    """Whether more than half of the stretch stands in quotation marks."""
    return bool(stretch) and int(words.quoted[stretch.start : stretch.stop].sum()) * 2 > len(stretch)


def _refigured(a: Words, here: range, b: Words, there: range) -> bool:
    """Whether another number stands in one stretch than in the other.

    In long stretches, which are sentences told anew, only numbers of one thing ("14 houses", "19 houses") are compared.
    """
    mine, theirs = figure_phrases(a, here.start, here.stop), figure_phrases(b, there.start, there.stop)
    own = [m for m in mine if m.key not in {t.key for t in theirs}]
    other = [t for t in theirs if t.key not in {m.key for m in mine}]
    if own and other and max(len(here), len(there)) > SHORT:
        return _recounted(a, mine, b, theirs)
    if own and other and not (len(here) > ALONE and all(each.weak for each in (*own, *other))):
        return True
    strong = [each for each in (*own, *other) if not each.weak]
    return bool(strong) and len(here) <= ALONE and len(there) <= ALONE + len(strong[0].key.split())


def _recounted(a: Words, mine: Sequence[FigurePhrase], b: Words, theirs: Sequence[FigurePhrase]) -> bool:
    """Whether one thing is counted in both and no number of it is the same."""
    here, there = _counts(a, mine), _counts(b, theirs)
    return any(here[unit].isdisjoint(there[unit]) for unit in here.keys() & there.keys())


def _counts(words: Words, figures: Iterable[FigurePhrase]) -> dict[str, set[str]]:
    """The values given of each thing, by the beginning of the word for it."""
    found: dict[str, set[str]] = {}
    for figure in figures:
        if figure.end < len(words) and not figure.weak:
            found.setdefault(words.forms[figure.end][:STEM], set()).add(figure.value)
    return found
