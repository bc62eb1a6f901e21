"""Whether the verb that a time expression hangs on looks back or ahead, read from the sentence's tree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aidememoire.lexicon.inflection import IRREGULAR
from aidememoire.model.reading import Word
from aidememoire.reading.outlook import Outlook

_MODAL = frozenset("will wo shall ’ll 'll would may might can should must ’d 'd".split())
_BACK = frozenset("was were had did has have been ’ve 've having".split())
_HERE = frozenset("is are am ’s 's ’re 're ’m 'm do does".split())
# What is said of these is still to come.
_FORWARD = re.compile(r"expect|schedul|plan|slat(?:e|ing)|intend|hop(?:e|ing)|aim(?:s|ed|ing)?$|(?:due|set|upcoming)$")
# "began to", "managed to": what follows has happened where they have.
_HAPPENED = frozenset(
    "begin start continue manage fail try refuse go come help gather travel return decline move use seem appear "
    "force lead cause allow persuade be".split()
)
# "Monday's talks" of a verb that looks ahead lie ahead, "Monday's attack" may not.
_GATHERING = frozenset(
    "talk meeting session summit conference round negotiation election vote ballot ceremony deadline visit hearing "
    "referendum congress inauguration".split()
)
# Their past is spelt like their present; with a day beside them it is mostly the past.
_SAME_SPELLING = frozenset("put set cut hit let quit read cost hurt shut spread cast split burst bet".split())
_IRREGULAR_PAST = frozenset(past for forms in IRREGULAR.values() for past in forms) - IRREGULAR.keys()
# Verbs whose base form ends as a past does.
_NO_PAST = frozenset("need succeed proceed exceed heed feed speed bleed breed embed shed wed concede".split())
_SAYING = frozenset(
    "say tell report announce add confirm warn declare note state write quote respond reply comment ask".split()
)
_BEFORE_NOUN = ("nmod:poss", "compound")
_DESCRIBES = ("nmod", "appos", *_BEFORE_NOUN)
# No tree of news is climbed further from a date to its verb.
_STEPS = 8


@dataclass(frozen=True, slots=True)
class View:
    """What a time's verb tells: where it looks, if it governs the time itself, if it is one of saying."""

    outlook: Outlook | None
    direct: bool
    saying: bool


@dataclass(frozen=True, slots=True)
class _Hung:
    """The lemma of the noun that a time describes, and how it hangs on it."""

    noun: str
    label: str

    def of_another_time(self) -> bool:
        """Whether the verb over it tells nothing of the time: "Monday's attack" is no more to come than its verb."""
        return self.label.startswith(_BEFORE_NOUN) and self.noun not in _GATHERING


@dataclass(frozen=True, slots=True)
class Verbs:
    """An article's words, made ready to find the verb of a place in it."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    children: Mapping[int, Sequence[int]]

    def view(self, start: int, end: int) -> View | None:
        """What the verb over `text[start:end]` tells, None where there is none."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        at = next((i for i in range(first, last) if not first <= self.words[i].head < last), -1)
        before = self._right_before(first)
        if before is not None and not self.words[at].label.startswith(_BEFORE_NOUN):
            return self._seen(before, None)
        noun: _Hung | None = None
        for _ in range(_STEPS):
            if at < 0:
                return None
            if self.words[at].upos == "VERB" or self._helpers(at):
                return self._seen(self._upper(at, end), noun)
            noun = noun or self._hung(at)
            if noun is not None and self.words[at].label.startswith("nsubj"):
                return None
            at = self.words[at].head
        return None

    def _right_before(self, first: int) -> int | None:
        """The verb that stands before the word `first`, with no more than a preposition between; no tree is needed."""
        at = first - 1
        if at >= 1 and self._form(at) in ("on", "in", "at"):
            at -= 1
        found = at >= 0 and self.words[at].upos == "VERB"
        return at if found and not self._form(at).endswith("ing") else None

    def _hung(self, at: int) -> _Hung | None:
        """The noun that a word describes ("talks" in "Monday's talks"), None where it describes none."""
        word = self.words[at]
        if not word.label.startswith(_DESCRIBES) or word.head < 0:
            return None
        above = self.words[word.head]
        return _Hung(above.lemma, word.label) if above.upos in ("NOUN", "PROPN") else None

    def _upper(self, at: int, end: int) -> int:
        """The verb itself; in "agreed in June to meet", of a time before "to", the verb above."""
        later = any(self._form(i) == "to" and self.words[i].start >= end for i in self._marks(at))
        above = self.words[at].head
        return above if later and above >= 0 and self.words[above].upos == "VERB" else at

    def _seen(self, at: int, noun: _Hung | None) -> View:
        side = self._side(at)
        if noun is not None and side == "future" and noun.of_another_time():
            side = None
        return View(side, noun is None, self.words[at].lemma in _SAYING)

    def _form(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end].lower()

    def _helpers(self, at: int) -> list[str]:
        """The auxiliaries and copulas of a word, as they stand."""
        return [self._form(i) for i in self.children.get(at, ()) if self.words[i].label.startswith(("aux", "cop"))]

    def _side(self, at: int, steps: int = 0) -> Outlook | None:
        helpers = set(self._helpers(at))
        if side := _by_helpers(helpers, self._form(at)):
            return side
        if steps < _STEPS and any(self._form(i) == "to" for i in self._marks(at)):
            return self._after_to(at, steps)
        return self._by_form(at, steps)

    def _marks(self, at: int) -> list[int]:
        return [i for i in self.children.get(at, ()) if self.words[i].label == "mark"]

    def _after_to(self, at: int, steps: int) -> Outlook | None:
        """ "agreed to meet" looks ahead, "managed to meet" back."""
        head = self.words[at].head
        if head < 0:
            return "future"
        over = self.words[head]
        happened = over.upos == "VERB" and over.lemma in _HAPPENED
        return self._side(head, steps + 1) if happened else "future"

    def _by_form(self, at: int, steps: int) -> Outlook | None:
        word, form = self.words[at], self._form(at)
        if _FORWARD.match(form) and form not in _SAME_SPELLING and (not form.endswith("ed") or _is_participle(word)):
            return "future"
        if form.endswith("ing"):
            return self._side(word.head, steps + 1) if word.head >= 0 and steps < _STEPS else None
        if word.upos != "VERB":
            return None
        if form in _SAME_SPELLING or word.lemma in _SAYING or _is_past(form):
            return "past"
        return "future" if form == word.lemma or form.endswith("s") else "past"


def _by_helpers(helpers: set[str], form: str) -> Outlook | None:
    """What auxiliaries tell of a verb."""
    if helpers & _MODAL:
        return "past" if helpers & {"have", "’ve", "'ve"} and not helpers & {"will", "’ll", "'ll"} else "future"
    if helpers and _FORWARD.match(form) and "had" not in helpers:
        return "future"
    if helpers & _BACK:
        return "past"
    return "future" if helpers & _HERE else None


def _is_past(form: str) -> bool:
    """Whether a form of a verb is a past, whatever the model makes of its lemma."""
    return form in _IRREGULAR_PAST or (form.endswith("ed") and form not in _NO_PAST)


def _is_participle(word: Word) -> bool:
    """Whether a verb describes a noun: "talks planned for Monday", where "they planned on Monday" looks back."""
    return word.label.startswith(("acl", "amod"))


def verbs(text: str, words: Sequence[Word]) -> Verbs:
    """The words of an article's text, in order, made ready."""
    children: dict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        children[word.head].append(i)
    return Verbs(text, words, [word.start for word in words], children)
