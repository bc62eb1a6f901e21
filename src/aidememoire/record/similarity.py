"""How much two contents say the same: their shared words, each weighed by how rare it is in the coverage."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from aidememoire.lexicon.inflection import IRREGULAR
from aidememoire.record.claims.wording import numeral
from aidememoire.record.naming.names import fold

# Endings cut off so that "use" meets "using" and "prison" "prisoners": enough for comparing, no stemmer's exactness.
ENDINGS = ("ations", "ation", "ings", "ing", "ers", "er", "ies", "ed", "es", "s", "e")
SHORT = frozenset(("ing", "ed", "e"))
STOP = frozenset(
    """a about after again against all also an and any are as at be because been before being but by can could did do
    does for from had has have he her him his how i if in into is it its more most must no not now of on one only or
    other our out over own said say says she should so some such than that the their them then there these they this
    those to under until up very was we were what when where which while who will with would you your""".split()
)
# A word in more than this many contents leads to no candidates; it still counts in the comparison.
COMMON = 200


# "sent" meets "send" and "struck" "striking".
LEMMAS = {form: lemma for lemma, (past, participle) in IRREGULAR.items() for form in (past, participle)}


@cache
def stem(word: str) -> str:
    """A word without its commonest endings, a number word as digits; three letters are left, of a long ending four."""
    word = LEMMAS.get(word, numeral(word))
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in SHORT else 4):
            return word[: -len(ending)]
    return word


def content_words(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry its meaning."""
    return frozenset(stem(w) for w in re.findall(r"\w+", fold(text)) if w not in STOP and len(w) > 1)


class Similarity:
    """Cosine of binary word vectors weighed by inverse document frequency, over a fixed list of contents."""

    def __init__(self, contents: Sequence[str]) -> None:
        self.words = [content_words(c) for c in contents]
        count = Counter(w for words in self.words for w in words)
        self.weight: Mapping[str, float] = {w: math.log(1 + len(contents) / n) for w, n in count.items()}
        self.norm = [math.sqrt(sum(self.weight[w] ** 2 for w in words)) for words in self.words]
        self.postings: dict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(self.words):
            for w in words:
                if count[w] <= COMMON:
                    self.postings[w].append(i)

    def between(self, i: int, j: int) -> float:
        """The similarity of contents `i` and `j`, 0 to 1."""
        if not self.norm[i] or not self.norm[j]:
            return 0.0
        return sum(self.weight[w] ** 2 for w in self.words[i] & self.words[j]) / (self.norm[i] * self.norm[j])

    def near(self, i: int) -> set[int]:
        """The later contents that share a word with content `i` that is not common."""
        return {j for j in self.around(i) if j > i}

    def around(self, i: int) -> set[int]:
        """The other contents that share a word with content `i` that is not common."""
        return {j for w in self.words[i] for j in self.postings.get(w, ()) if j != i}
