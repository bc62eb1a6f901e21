"""What kind of change an edit is: of a figure, a name, a quotation, an attribution, or of wording alone."""

from __future__ import annotations

from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words
from aidememoire.model.links import EditKind

# A name was changed where two thirds of what was changed are names; the rest may be "old" in "old rebels".
MOSTLY = 2 / 3
# An attribution is a few words ("he told reporters on Sunday"), not a sentence with a verb of saying somewhere.
SHORT = 12


def kind_of(a: Words, here: range, b: Words, there: range) -> EditKind:
    """The kind of the change from the words `here` of `a` to the words `there` of `b` (either may be empty)."""
    if _figures(a, here) != _figures(b, there):
        return "figure"
    if _quoted(a, here) or _quoted(b, there):
        return "quotation"
    if _attributes(a, here) != _attributes(b, there) and max(len(here), len(there)) <= SHORT:
        return "attribution"
    if here and there and _names(a, here, b, there):
        return "naming"
    return "wording"


def has_figure(words: Words, stretch: range) -> bool:
    """Whether a number stands in the stretch."""
    return bool(_figures(words, stretch))


def _figures(words: Words, stretch: range) -> list[str]:
    """The numbers of a stretch, in order of their spelling."""
    numbers = word_list("number_words")
    return sorted(form for form in words.forms[stretch.start : stretch.stop] if form[0].isdigit() or form in numbers)


def _quoted(words: Words, stretch: range) -> bool:
    """Whether more than half of the stretch stands in quotation marks."""
    return bool(stretch) and int(words.quoted[stretch.start : stretch.stop].sum()) * 2 > len(stretch)


def _attributes(words: Words, stretch: range) -> bool:
    """Whether a word of saying stands in the stretch."""
    return not word_list("saying_words").isdisjoint(words.forms[stretch.start : stretch.stop])


def _names(a: Words, here: range, b: Words, there: range) -> bool:
    """Whether both stretches are mostly names of parties, proper or by kind."""
    common = frozenset(a.forms[here.start : here.stop]) & frozenset(b.forms[there.start : there.stop])
    return _mostly_names(a, here, common) and _mostly_names(b, there, common)


def _mostly_names(words: Words, stretch: range, common: frozenset[str]) -> bool:
    """Whether most words of content that only this side has are names."""
    own = [i for i in stretch if words.forms[i] not in common and words.forms[i] not in word_list("function_words")]
    named = sum(_is_name(words, i) for i in own)
    return bool(own) and named >= MOSTLY * len(own)


def _is_name(words: Words, place: int) -> bool:
    """Whether a word names a party by its kind, or is a proper name (a capital within a sentence)."""
    form = words.forms[place]
    factions = word_list("faction_words")
    if form in factions or (form.endswith("s") and form[:-1] in factions):
        return True
    starts_sentence = place == 0 or words.sentence[place - 1] != words.sentence[place]
    return not starts_sentence and words.article.text[int(words.starts[place])].isupper()
