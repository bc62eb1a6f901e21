"""Which words of a body say whose words they are: "officials said", "according to the ministry", "reportedly"."""

from __future__ import annotations

from aidememoire.lineage.editing.names import has_capital
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words

# An attribution is a few words ("he told reporters on Sunday"), not a sentence with a verb of saying somewhere.
SHORT = 12
# Words of saying that are as often nouns: they count after a name alone ("Meridian Press reports").
_NOUNS = frozenset(
    "report reports claim claims comment comments remark remarks note notes answer answers quote quotes warning reply "
    "replies state states recall recalls stress".split()
)
_RELATIVE = frozenset("who which that whom whose to".split())
# Those whom news cites without a name.
_SOURCES = frozenset(
    "official officials source sources witness witnesses eyewitness eyewitnesses resident residents diplomat diplomats "
    "analyst analysts activist activists observer observers monitor monitors spokesman spokeswoman spokesperson "
    "villagers villager locals doctors doctor medics medic survivors survivor relatives refugees reporters".split()
)


def attributed(a: Words, here: range, b: Words, there: range) -> bool:
    """Whether a change is of who is cited: an attribution cut, added, or given to other unnamed sources."""
    if max(len(here), len(there)) > SHORT:
        return False
    if _says(a, here) != _says(b, there):
        return True
    return _cites(a, here) and _cites(b, there)


def _says(words: Words, stretch: range) -> bool:
    """Whether a stretch hands words to somebody."""
    if not stretch or words.forms[stretch.start] in _RELATIVE:
        return False
    return any(_is_saying(words, place) for place in stretch)


def _is_saying(words: Words, place: int) -> bool:
    form = words.forms[place]
    if form in _NOUNS:
        before = place - 1
        return form.endswith("s") and before >= 0 and has_capital(words, before) and words.forms[before] != "the"
    return form in word_list("saying_words")


def _cites(words: Words, stretch: range) -> bool:
    """Whether a stretch is an unnamed source beside a word of saying."""
    content = [words.forms[i] for i in stretch if words.forms[i] not in word_list("function_words")]
    if not content or content[-1] not in _SOURCES:
        return False
    near = range(max(0, stretch.start - 2), min(len(words), stretch.stop + 1))
    return any(_is_saying(words, i) for i in near if i not in stretch)
