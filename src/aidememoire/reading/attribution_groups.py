"""Cues with their subjects: "X said", "said X", "X, the envoy of Y, has repeatedly denied", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.lexicon import english
from aidememoire.reading.attribution_cues import CueWord, claim_nouns, cue_words, phrasal_cues, word_list
from aidememoire.reading.attribution_lines import Line, Token
from aidememoire.reading.attribution_phrases import apposition_end, phrase_end, skip_back, subject_start
from aidememoire.reading.attribution_verbs import Group, Subject, Verb, inverted, parenthetical

_HYPOTHETICAL = english.MODALS - {"do", "does", "did"}
ACCORDING = CueWord("according to", "base", frozenset({"clause"}), 2)


def groups(line: Line) -> Iterator[Group]:
    """The cues of a line that have the look of verbs with a subject, in order."""
    last: Subject | None = None
    end = 0
    for i in range(len(line.tokens)):
        if i < end:
            continue
        group = _according(line, i) or _group_at(line, i, last)
        if group is not None:
            yield group
            last, end = group.subject or last, group.end


def _cue_at(line: Line, i: int) -> CueWord | None:
    token = line.tokens[i]
    if not token.is_word or (token.name is not None and token.is_capital):
        return None
    for phrase, cue in phrasal_cues().get(token.lower, ()):
        if " ".join(t.lower for t in line.tokens[i : i + cue.length]) == phrase:
            return cue
    return cue_words().get(token.lower)


def _according(line: Line, i: int) -> Group | None:
    """ "According to X": the subject follows."""
    if i + 2 >= len(line.tokens) or line.tokens[i].lower != "according" or line.tokens[i + 1].lower != "to":
        return None
    end = phrase_end(line, i + 2)
    if end == i + 2:
        return None
    full = apposition_end(line, end)
    return Group(ACCORDING, i, full, i, i + 2, Subject(i + 2, full), inverted=True)


def _group_at(line: Line, i: int, last: Subject | None) -> Group | None:
    cue = _cue_at(line, i)
    if cue is None or not _verb_place(line, i, cue):
        return None
    end = i + cue.length
    before = skip_back(line, i)
    helpers = [t.lower for t in line.tokens[before + 1 : i]]
    negated = any(h in english.NEGATIONS or h.endswith("n't") for h in helpers)
    if negated and cue.lemma in word_list("silent_when_negated"):
        return None
    if _HYPOTHETICAL & set(helpers) or any(h.endswith("'ll") for h in helpers):
        return None
    first = next((k for k in range(before + 1, i) if _is_helper(line.tokens[k].lower)), i)
    being = any(h in english.BE for h in helpers)
    if being and cue.shape in ("past", "participle"):
        return _passive(line, cue, first, end, negated)
    if cue.shape == "gerund" and not being:
        return _participial(line, i, cue, last)
    if cue.shape == "participle" and not any(h in english.HAVE for h in helpers):
        return _reduced(line, i, cue)
    return _active(line, Verb(cue, first, i, end, negated, before), last)


def _is_helper(word: str) -> bool:
    return word in english.AUXILIARIES or word in english.NEGATIONS or word.endswith("n't")


def _verb_place(line: Line, i: int, cue: CueWord) -> bool:
    """Whether a verb can stand at `i`, by the word before it and, where the form may be a noun, the word after."""
    before = line.tokens[i - 1].lower if i else ""
    if before == "to" or (before in english.DETERMINERS - english.INDEFINITE) or before == "'s":
        return False
    if cue.shape != "gerund" and before in english.PREPOSITIONS:
        return False
    after = line.tokens[i + cue.length] if i + cue.length < len(line.tokens) else None
    if after is not None and after.lower == "-":
        return False
    return not cue.nouny or _nouny_is_verb(line, i, cue)


def _nouny_is_verb(line: Line, i: int, cue: CueWord) -> bool:
    if i == 0 or i + cue.length >= len(line.tokens):
        return False
    before, after = line.tokens[i - 1], line.tokens[i + cue.length]
    opens = (
        after.is_quote
        or after.lower in english.DETERMINERS
        or after.lower in english.PERSONAL
        or after.lower in ("that", "to")
        or after.name is not None
    )
    singular = before.lower in ("he", "she", "it", "who", "which") or before.name is not None
    plural = before.lower in ("they", "we", "i", "you", "who", "do", "did") or _is_plural(before)
    return opens and (singular if cue.shape == "third" else plural)


def _active(line: Line, verb: Verb, last: Subject | None) -> Group | None:
    before = verb.before
    if before < 0:
        return None
    if verb.end < len(line.tokens) and line.tokens[verb.end].lower == "by":
        return _reduced(line, verb.at, verb.cue)
    token = line.tokens[before]
    if token.is_quote or (token.is_break and token.lower != ")"):
        quoted = token.is_quote or (before > 0 and line.tokens[before - 1].is_quote)
        ways = (inverted, parenthetical) if quoted else (parenthetical, inverted)
        return ways[0](line, verb) or ways[1](line, verb)
    if verb.cue.shape == "base" and not _plural_subject(line, verb):
        return None
    if token.lower in english.CONJUNCTIONS:
        return _coordinated(line, verb, last)
    if token.lower in english.RELATIVES:
        return _relative(line, verb)
    start = subject_start(line, before)
    if start is None:
        return None
    return Group(verb.cue, start, verb.end, verb.first, verb.end, Subject(start, before + 1), verb.negated)


def _plural_subject(line: Line, verb: Verb) -> bool:
    """Whether a base form can be a present tense here: after a plural, "I", or "did"."""
    if verb.first < verb.at:
        return True
    low = line.tokens[verb.before].lower
    return low in ("i", "we", "you", "they", "who", "many", "some", "others", "and") or _is_plural(
        line.tokens[verb.before]
    )


def _is_plural(token: Token) -> bool:
    low = token.lower
    return not token.text.isupper() and (low in ("people", "media", "police") or (low.endswith("s") and low != "'s"))


def _coordinated(line: Line, verb: Verb, last: Subject | None) -> Group | None:
    """ "X met Y and said": the subject of the verb before, else the phrase that begins the sentence."""
    if verb.before > 0 and line.tokens[verb.before].lower not in ("and", "but", "or"):
        return None
    subject = last
    if subject is None:
        end = phrase_end(line, 0)
        plain = (
            end > 0
            and line.tokens[0].lower not in english.PREPOSITIONS
            and line.tokens[0].lower not in english.SUBORDINATORS
        )
        subject = Subject(0, end) if plain else None
    if subject is None:
        return None
    return Group(verb.cue, verb.before, verb.end, verb.first, verb.end, subject, verb.negated, inherits=True)


def _relative(line: Line, verb: Verb) -> Group | None:
    """ "leaders, who told": the subject is what the pronoun stands for."""
    last = verb.before - 1
    if last >= 0 and line.tokens[last].lower == ",":
        last -= 1
    if last < 0 or line.tokens[verb.before].lower not in ("who", "which", "that"):
        return None
    start = subject_start(line, last)
    if start is None:
        return None
    return Group(
        verb.cue, verb.before, verb.end, verb.first, verb.end, Subject(start, last + 1), verb.negated, relative=True
    )


def _participial(line: Line, i: int, cue: CueWord, last: Subject | None) -> Group | None:
    """ "..., saying that": the subject is that of the verb before, or the one that begins the sentence."""
    before = line.tokens[i - 1] if i else None
    if before is None or not (
        before.lower in (",", "—", "–", "and", "before", "after", "while", "by") or before.is_quote
    ):
        return None
    subject = last
    if subject is None:
        end = phrase_end(line, 0)
        subject = Subject(0, end) if 0 < end < i and line.tokens[0].lower not in english.PREPOSITIONS else None
    if subject is None:
        return None
    return Group(cue, i - 1, i + cue.length, i, i + cue.length, subject, inherits=True)


def _passive(line: Line, cue: CueWord, first: int, end: int, negated: bool) -> Group | None:
    """ "was rejected by X": only where the text names who."""
    by = next((k for k in range(end, min(end + 6, len(line.tokens))) if line.tokens[k].lower == "by"), None)
    if by is None or any(line.tokens[k].is_break for k in range(end, by)):
        return None
    stop = phrase_end(line, by + 1)
    if stop == by + 1:
        return None
    return Group(cue, first, stop, first, end, Subject(by + 1, stop), negated, passive=True)


def _reduced(line: Line, i: int, cue: CueWord) -> Group | None:
    """ "an accusation denied by X"."""
    if i < 1 or line.tokens[i - 1].lower not in claim_nouns():
        return None
    return _passive(line, cue, i, i + cue.length, False)
