"""Noun phrases and adverbials found without a parse: by closed word classes, names, and marks."""

from __future__ import annotations

from aidememoire.lexicon import english
from aidememoire.lexicon.inflection import PAST_FORMS
from aidememoire.reading.attribution_cues import claim_nouns, cue_words
from aidememoire.reading.attribution_lines import Line, Token

# A subject longer than this is a mistaken one: 2 in 1,000 of the sources marked in PolNeAR dev have more tokens.
MAX_SUBJECT = 28
_ATTACHING = frozenset("of for in at from with on to against between near outside inside".split())
_BARE_PLURALS = ("s", "people", "media", "police")


def is_verbal(token: Token) -> bool:
    """Whether a token is surely no part of a noun phrase: an auxiliary, a subordinator, a reporting verb."""
    low = token.lower
    if token.is_quote or token.name:
        return False
    if (
        low in english.AUXILIARIES
        or low.endswith("n't")
        or low in english.SUBORDINATORS
        or low in english.LINKING_WORDS
    ):
        return low != "'s"
    if low in PAST_FORMS:
        return True
    cue = cue_words().get(low)
    return cue is not None and not cue.nouny and cue.shape in ("past", "third", "gerund")


def skip_back(line: Line, at: int) -> int:
    """The index of the last token before `at` that is no auxiliary, adverb or time expression; -1 where none is."""
    i = at - 1
    while i >= 0:
        low = line.tokens[i].lower
        if line.tokens[i].is_quote:
            if not _quoted_adverb(line.tokens[i]):
                break
            i -= 1
        elif low in english.TIME_WORDS or low.isdigit():
            start = _time_start(line, i)
            if start == i and low not in english.TIME_WORDS:
                break
            i = start - 1
        elif (
            (low in english.AUXILIARIES and low != "'s")
            or low.endswith("n't")
            or low in english.NEGATIONS
            or english.is_adverb(low)
        ):
            i -= 1
        else:
            break
    return i


def _quoted_adverb(token: Token) -> bool:
    """Whether a quotation is one adverb in scare quotes."""
    inner = token.quotation.span.text.lower() if token.quotation else ""
    return " " not in inner and english.is_adverb(inner)


def _time_start(line: Line, at: int) -> int:
    """Where the time expression that ends at `at` begins: "late on Monday", "last week", "on Dec. 18"."""
    i = at
    while i > 0:
        low = line.tokens[i - 1].lower
        if (
            low.strip(".") in english.TIME_WORDS
            or low in ("on", "in", "the", "this", "last", "next", "a", "of", "same", "late", "early")
            or low.isdigit()
        ):
            i -= 1
        else:
            break
    while i < at and line.tokens[i].lower in ("of", "the", "a") and i > 0 and line.tokens[i - 1].is_word:
        i += 1
    return i


def subject_start(line: Line, last: int) -> int | None:
    """Where the noun phrase that ends with token `last` begins, None where none ends there."""
    token = line.tokens[last]
    if token.lower == ")":
        opening = next((i for i in range(last - 1, -1, -1) if line.tokens[i].lower == "("), None)
        return subject_start(line, opening - 1) if opening else None
    if not _may_end_phrase(token):
        return None
    if token.lower in english.SUBJECT_PRONOUNS:
        return last
    return _grow_left(line, last)


def _may_end_phrase(token: Token) -> bool:
    low = token.lower
    if not token.is_word or low in ("'s",):
        return False
    if token.name or token.is_capital:
        return low not in english.PREPOSITIONS and low not in english.CONJUNCTIONS
    closed = low in english.PREPOSITIONS or low in english.CONJUNCTIONS or low in english.RELATIVES or low == "to"
    determiner = low in english.DETERMINERS and low not in english.INDEFINITE and low not in english.SUBJECT_PRONOUNS
    return not closed and not determiner and not is_verbal(token)


def _grow_left(line: Line, last: int) -> int:
    i = last
    while i > 0 and last - i < MAX_SUBJECT:
        step = _left_step(line, i, last)
        if step is None:
            break
        i = step
    while i < last and line.tokens[i].lower in english.PREPOSITIONS:
        i += 1
    return _without_antecedent(line, i, last)


def _left_step(line: Line, i: int, last: int) -> int | None:
    """The index of the token before `i` where it belongs to the same noun phrase, None where it does not."""
    here, before = line.tokens[i], line.tokens[i - 1]
    low = before.lower
    if before.is_quote:
        return (
            i - 1
            if len(before.text.split()) <= 4 and i >= 2 and line.tokens[i - 2].lower in english.DETERMINERS
            else None
        )
    if before.is_break:
        return _over_bracket(line, i)
    if low == "by" and i >= 3 and line.tokens[i - 2].lower.endswith("ed"):
        return i - 2
    if here.lower in english.ARTICLES or here.lower in english.POSSESSIVES:
        return (
            i - 1
            if low in _ATTACHING and _attaches(line, i - 1)
            else (i - 1 if low in ("all", "both", "half") else None)
        )
    if low in ("and", "&"):
        return i - 1 if _joins_names(line, i - 1) else None
    if low == "by" and i >= 3 and line.tokens[i - 2].lower.endswith("ed"):
        return i - 2
    if low in english.PREPOSITIONS:
        return i - 1 if low in _ATTACHING and _attaches(line, i - 1) else None
    if is_verbal(before) or low in english.CONJUNCTIONS or low in english.SUBJECT_PRONOUNS:
        return None
    return None if _ends_before(line, i, last, before) else i - 1


def _ends_before(line: Line, i: int, last: int, before: Token) -> bool:
    """Whether the phrase begins at `i`, by the word before it: a claim noun that it only follows, or a time."""
    low = before.lower
    claim = low in claim_nouns() and i >= 2 and line.tokens[i - 2].lower in english.ARTICLES and i <= last
    return claim or (low in english.TIME_WORDS and not before.name)


def _over_bracket(line: Line, i: int) -> int | None:
    """Over a bracket or a hyphen inside a phrase: "Council (UHC) spokesman"."""
    mark = line.tokens[i - 1]
    if mark.lower == ")":
        opening = next((j for j in range(i - 2, max(-1, i - 8), -1) if line.tokens[j].lower == "("), None)
        return opening - 1 if opening else None
    glued = (
        mark.lower in "-‑/" and mark.start == line.tokens[i - 2].end and mark.end == line.tokens[i].start
        if i >= 2
        else False
    )
    return i - 2 if glued else None


def _attaches(line: Line, preposition: int) -> bool:
    """Whether a preposition hangs on a noun of the same phrase: "of" always, others where no verb stands before."""
    if preposition == 0 or not _may_end_phrase(line.tokens[preposition - 1]):
        return False
    if line.tokens[preposition].lower == "of":
        return True
    i = preposition - 1
    while i >= 0 and not line.tokens[i].is_break and not line.tokens[i].is_quote:
        if line.tokens[i].lower in english.SUBORDINATORS | {"but"}:
            break
        if is_verbal(line.tokens[i]) or line.tokens[i].lower in english.SUBJECT_PRONOUNS:
            return False
        i -= 1
    first = line.tokens[i + 1]
    return first.lower not in english.PREPOSITIONS and (
        first.lower in english.DETERMINERS or first.name is not None or first.lower.endswith("s")
    )


def _joins_names(line: Line, conjunction: int) -> bool:
    """Whether "and" joins two halves of one subject: what stands before it begins the clause and holds no verb."""
    if conjunction == 0 or not _may_end_phrase(line.tokens[conjunction - 1]):
        return False
    i = conjunction - 1
    while i >= 0 and not line.tokens[i].is_quote and line.tokens[i].lower not in (";", ":", "—", "–"):
        token = line.tokens[i]
        if (
            is_verbal(token)
            or token.lower in english.SUBJECT_PRONOUNS
            or (token.lower.endswith("ed") and not token.name)
        ):
            return False
        i -= 1
    return True


def _without_antecedent(line: Line, start: int, last: int) -> int:
    """Cuts off a noun that the phrase only follows: in "a step officials say" the subject is "officials"."""
    head = line.tokens[last]
    bare = not head.is_capital and head.lower.endswith(_BARE_PLURALS) and not head.lower.endswith("ss")
    joined = any(t.lower in english.PREPOSITIONS for t in line.tokens[start:last])
    if last - start < 2 or line.tokens[start].lower not in ("a", "an") or joined or not bare:
        return start
    while last > start + 2 and line.tokens[last - 1].is_capital:
        last -= 1
    return last


def phrase_end(line: Line, start: int) -> int:
    """The index after the noun phrase that begins at `start` (after the cue: "said X"); `start` where none does."""
    i, n = start, len(line.tokens)
    while i < n and i - start < MAX_SUBJECT:
        token = line.tokens[i]
        low = token.lower
        if token.lower == "(":
            closing = next((j for j in range(i, min(n, i + 6)) if line.tokens[j].lower == ")"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if token.is_quote or (token.is_break and not _glued(line, i)):
            break
        if is_verbal(token) and low not in english.SUBJECT_PRONOUNS:
            break
        if (low in english.PREPOSITIONS and low not in ("of", "for")) or (
            low in ("and", "but", "or") and not _capital_next(line, i)
        ):
            break
        if (low.strip(".") in english.TIME_WORDS and not token.name) or (english.is_adverb(low) and not token.name):
            break
        i += 1
        if low in english.PERSONAL and i == start + 1:
            break
    return i


def _glued(line: Line, i: int) -> bool:
    tokens = line.tokens
    return (
        0 < i < len(tokens) - 1
        and tokens[i].lower in "-‑/"
        and tokens[i - 1].end == tokens[i].start
        and tokens[i + 1].start == tokens[i].end
    )


def _capital_next(line: Line, i: int) -> bool:
    return i + 1 < len(line.tokens) and (line.tokens[i + 1].is_capital or line.tokens[i + 1].lower in english.ARTICLES)


def apposition_end(line: Line, end: int) -> int:
    """The index after an apposition in commas that follows a noun phrase: "X, a negotiator and member of Y,"."""
    tokens = line.tokens
    if end >= len(tokens) - 1 or tokens[end].lower != ",":
        return end
    close = next(
        (i for i in range(end + 1, len(tokens)) if tokens[i].is_quote or (tokens[i].is_break and not _glued(line, i))),
        len(tokens),
    )
    inside = tokens[end + 1 : close]
    plain = inside and not any(is_verbal(t) for t in inside) and not inside[0].lower.endswith("ing")
    opens = inside and (
        inside[0].lower in english.ARTICLES
        or inside[0].name
        or inside[0].lower in english.POSSESSIVES
        or inside[0].lower.isdigit()
    )
    return close if plain and opens and inside[0].lower not in english.CONJUNCTIONS else end
