"""Who does what to whom by the trees of an article: subjects, objects, prepositions, clauses and the phrases of nouns.

Everything is told by the index of a word in the reading's words. Labels are those of Universal Dependencies 2; asked
for by its first half ("obl") a label stands for its subtypes too ("obl:agent").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.scene import Scene
from aidememoire.extract.tree_mending import mend
from aidememoire.model.reading import Word
from aidememoire.model.spans import Span

# Children that are clauses, asides or another noun's phrase: no part of the phrase of a noun.
APART = ("acl", "advcl", "ccomp", "csubj", "parataxis", "appos", "conj", "cc", "dep", "discourse")
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"))
_BELONGING = frozenset("affiliated linked loyal allied aligned belonging based backed led tied connected close".split())
_OWN_SUBJECT = ("nsubj", "csubj")


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of an article with what hangs on each. Made by `tree_of`."""

    text: str
    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, text: str, words: tuple[Word, ...]) -> Tree:
        """The tree of these words of `text`, with arcs mended that no English sentence has (`extract.tree_mending`)."""
        mended = mend(words)
        children: list[list[int]] = [[] for _ in mended]
        for at, word in enumerate(mended):
            if word.head >= 0:
                children[word.head].append(at)
        return cls(text, mended, tuple(tuple(each) for each in children))

    def form(self, at: int) -> str:
        """The word as it stands, in small letters."""
        return self.text[self.words[at].start : self.words[at].end].lower()

    def is_a(self, at: int, *labels: str) -> bool:
        """Whether the word's relation to its head is one of these; "obl" stands for "obl:agent" too."""
        label = self.words[at].label
        return label in labels or label.partition(":")[0] in labels

    def kids(self, at: int, *labels: str) -> tuple[int, ...]:
        """The words that hang on a word by one of these relations, in the order of the text."""
        # Written out, `is_a` in it: it is asked half a million times for sixty articles.
        words = self.words
        return tuple(
            [k for k in self.children[at] if (of := words[k].label) in labels or of.partition(":")[0] in labels]
        )

    def within(self, span: Span) -> range:
        """The words that begin inside `span`."""
        first = bisect_left(self.words, span.start, key=lambda w: w.start)
        return range(first, bisect_left(self.words, span.end, key=lambda w: w.start))

    def roots(self, span: Span) -> tuple[int, ...]:
        """The words inside `span` whose head is not: one for a sentence read as one tree."""
        inside = self.within(span)
        return tuple(at for at in inside if self.words[at].head not in inside)

    def below(self, at: int, *stop: str) -> Iterator[int]:
        """A word and all that hangs on it, heads before what hangs on them, without what hangs by a `stop` relation."""
        yield at
        for kid in self.children[at]:
            if not self.is_a(kid, *stop):
                yield from self.below(kid, *stop)

    def conjuncts(self, at: int) -> tuple[int, ...]:
        """A word and those that "and" or commas join to it."""
        found = [at]
        for kid in self.kids(at, "conj"):
            if self.text[self.words[kid].start - 1] != "/":
                found.extend(self.conjuncts(kid))
        return tuple(found)

    def preposition(self, at: int) -> str:
        """The preposition or case mark of a noun ("according to" as one), "" where it has none."""
        marks = [kid for kid in self.kids(at, "case") if kid < at]
        return " ".join(" ".join(self.form(w) for w in sorted(self.below(mark))) for mark in marks[:1])

    def phrase(self, at: int) -> Span:
        """The phrase of a noun: its words in one stretch around it, without clauses, asides, and what is joined to it.

        Its own preposition stays out.
        """
        whole = self._phrase_words(at)
        first = last = at
        whole |= self._name_behind(at)
        while first - 1 in whole:
            first -= 1
        while last + 1 in whole:
            last += 1
        while first < at and self.words[first].upos == "PUNCT":
            first += 1
        while last > at and self.words[last].upos == "PUNCT":
            last -= 1
        end = self.words[last].end
        # "(UHC" without its other bracket, which hangs elsewhere.
        closed = self.text[end : end + 1] == ")" and "(" in self.text[self.words[first].start : end]
        return Span.of(self.text, self.words[first].start, end + closed)

    def _name_behind(self, at: int) -> set[int]:
        """The words of a name that stands beside a description without a comma ("the capital Orlune")."""
        return {
            word
            for kid in self.kids(at, "appos")
            if kid > at
            and self.words[kid].upos == "PROPN"
            and "," not in self.text[self.words[at].end : self.words[kid].start]
            for word in self.below(kid, *APART)
        }

    def _phrase_words(self, at: int) -> set[int]:
        """The words of a noun's phrase; of what is joined to its modifiers ("Varenian and Kestrian") all."""
        found = {at}
        for kid in self.children[at]:
            ending = kid > at and self.form(kid) in {"'s", "’s", "'", "’"}
            slashed = self.is_a(kid, "conj") and self.text[self.words[kid].start - 1] == "/"
            if not self.is_a(kid, *APART, "case", "mark") or ending or slashed or self._belongs(kid):
                found |= set(self.below(kid, "acl", "advcl", "appos", "parataxis"))
        return found

    def _belongs(self, at: int) -> bool:
        """Whether a participle tells whose people a noun means ("workers affiliated with the union")."""
        return self.words[at].label == "acl" and self.form(at) in _BELONGING

    def passive(self, verb: int) -> bool:
        """Whether a verb stands in the passive ("was shelled", "a town shelled by the army")."""
        if any(self.words[kid].label in {"aux:pass", "nsubj:pass"} for kid in self.children[verb]):
            return True
        bare = self.words[verb].upos == "VERB" and not self.kids(verb, "nsubj", "obj", "aux", "mark")
        participle = not self.form(verb).endswith("ing") and (
            self.words[verb].label == "acl" or (self.words[verb].label == "advcl" and self.form(verb).endswith("ed"))
        )
        return bare and participle

    def negated(self, verb: int) -> bool:
        """Whether a verb is denied: "did not", "never", "no one did"."""
        return any(self.form(kid) in _NEGATIONS for kid in self.kids(verb, "advmod", "det", "cc")) or any(
            self.form(kid) in _NEGATIONS for noun in self.kids(verb, "nsubj") for kid in self.kids(noun, "det")
        )

    def particle(self, verb: int) -> str:
        """The particle of a verb ("off" of "called off"), "" where it has none."""
        return next((self.form(kid) for kid in self.kids(verb, "compound") if kid > verb), "")

    def auxiliaries(self, verb: int) -> frozenset[str]:
        """The auxiliary verbs of a verb or predicate, in small letters."""
        return frozenset(self.form(kid) for kid in self.kids(verb, "aux", "cop"))

    def subject(self, verb: int) -> int | None:
        """The noun that does it: the subject of an active verb, "by X" of a passive one, else that of the verb above.

        A verb without one of its own has that of the verb it is joined to ("shelled and burnt"), of the verb it is the
        infinitive of ("agreed to talk"), or of the clause it is a participle of (", killing ten"); a participle beside
        a noun has that noun.
        """
        if self.passive(verb):
            return self.agent(verb)
        own = [kid for kid in self.kids(verb, *_OWN_SUBJECT) if self.words[kid].label != "nsubj:pass"]
        if not own:
            # "jets pounded positions" with two objects, one before the verb: that is who does it.
            objects = self.kids(verb, "obj")
            own = [kid for kid in objects if kid < verb and any(other > verb for other in objects)]
        return own[0] if own else self._subject_above(verb)

    def speaker(self, verb: int) -> int | None:
        """The noun that says what a verb of saying says: its subject, else the noun right before or behind it."""
        own = self.patient(verb) if self.passive(verb) else self.subject(verb)
        if own is not None:
            return own
        for beside in (verb - 1, verb + 1):
            if 0 <= beside < len(self.words) and self.words[beside].upos in {"NOUN", "PROPN"}:
                head = self.words[beside].head
                return head if self.is_a(beside, "flat") else beside
        return None

    def agent(self, verb: int) -> int | None:
        """The noun of "by X" beside a passive verb."""
        by = (kid for kid in self.kids(verb, "obl", "nsubj", "nmod") if kid > verb and self.preposition(kid) == "by")
        return next(by, None)

    def _subject_above(self, verb: int) -> int | None:
        head = self.words[verb].head
        if head < 0:
            return None
        if self.is_a(verb, "acl"):
            return head
        if not self.is_a(verb, "conj", "xcomp", "advcl", "parataxis", "ccomp") or self.words[head].upos == "NOUN":
            return None
        if self.is_a(verb, "xcomp") and (objects := self.kids(head, "obj", "iobj")) and objects[0] < verb:
            return objects[0]
        return self.patient(head) if self.is_a(verb, "xcomp") and self.passive(head) else self.subject(head)

    def patient(self, verb: int) -> int | None:
        """The noun it is done to: the object of an active verb, the subject of a passive one."""
        if self.passive(verb):
            passive = [kid for kid in self.kids(verb, "nsubj") if kid != self.agent(verb)]
            return passive[0] if passive else self._patient_above(verb)
        objects = self.kids(verb, "obj") or self._late_subject(verb) or self._object_above(verb)
        behind = [kid for kid in objects if kid > verb]
        # Of two side by side, the first is who gets the second: "gave Kestria an ultimatum".
        if len(behind) > 1 and "," not in self.text[self.words[behind[0]].end : self.words[behind[1]].start]:
            return behind[1]
        return behind[0] if behind else next(iter(objects), None)

    def receivers(self, verb: int) -> tuple[int, ...]:
        """Those to whom something is given or told, without a preposition: "gave Kestria an ultimatum"."""
        patient = self.patient(verb)
        before = (kid for kid in self.kids(verb, "obj") if patient is not None and verb < kid < patient)
        return (*self.kids(verb, "iobj"), *before)

    def _patient_above(self, verb: int) -> int | None:
        """What a passive verb without a subject of its own is done to: the noun it stands at, or that of its pair."""
        head = self.words[verb].head
        if head < 0:
            return None
        if self.is_a(verb, "acl"):
            return head
        return (
            self.patient(head) if self.is_a(verb, "conj") else self.subject(head) if self.is_a(verb, "advcl") else None
        )

    def _object_above(self, verb: int) -> tuple[int, ...]:
        """The object behind an infinitive that hangs on the verb above it: that of "began collecting signatures"."""
        head = self.words[verb].head
        if not self.is_a(verb, "xcomp") or head < 0:
            return ()
        return tuple(kid for kid in self.kids(head, "obj") if kid > verb)

    def _late_subject(self, verb: int) -> tuple[int, ...]:
        """A "subject" behind a verb that has one before it: its object, read wrongly."""
        own = self.kids(verb, "nsubj")
        late = tuple(kid for kid in own if kid > verb and not self.preposition(kid))
        return late if any(kid < verb for kid in own) else ()

    def obliques(self, verb: int) -> tuple[tuple[str, int], ...]:
        """The prepositional phrases of a verb: each preposition with its noun, in the order of the text."""
        late = (kid for kid in self.kids(verb, "nsubj") if kid > verb and self.preposition(kid))
        found = sorted((*self.kids(verb, "obl", "nmod"), *late))
        return tuple((self.preposition(kid), kid) for kid in found)

    def complements(self, verb: int) -> tuple[int, ...]:
        """The verbs of the clauses that a verb takes: "agreed to V", "said that X V"."""
        return self.kids(verb, "xcomp", "ccomp")

    def infinitives(self, verb: int) -> tuple[int, ...]:
        """The clauses with "to" beside a verb that may be what it takes: "called on X to V"."""
        beside = self.kids(verb, "advcl")
        return tuple(kid for kid in beside if any(self.form(mark) == "to" for mark in self.kids(kid, "mark")))


def tree_of(scene: Scene) -> Tree:
    """The tree of a scene's article, made once."""
    return scene.memo("tree", lambda s: Tree.of(s.text, s.reading.words))
