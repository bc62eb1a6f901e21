"""What a cue introduces: the stretch after it, the stretch before it, or both where it stands in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from aidememoire.lexicon import english
from aidememoire.reading.attribution_adverbials import past_addressee, past_adverbials
from aidememoire.reading.attribution_cues import word_list
from aidememoire.reading.attribution_lines import Line, Token
from aidememoire.reading.attribution_phrases import is_verbal, phrase_end
from aidememoire.reading.attribution_verbs import Group, denied_claim

Range = tuple[int, int]
_ENDING = frozenset(
    "saying adding who which where when while as and but citing referring according because after before despite with "
    "in on at".split()
)


def contents_of(line: Line, found: Sequence[Group], at: int) -> list[Range]:
    """The stretches of tokens that the cue `found[at]` introduces, in order; none where it introduces nothing."""
    group = found[at]
    claim = denied_claim(line, group)
    if claim is not None and group.passive:
        return _antecedent(line, found, at, claim)
    if group.passive:
        return _passive_subject(line, group)
    right = _right(line, found, at)
    if right and _left_is_quote(line, group) and not line.tokens[right[0]].is_quote and not _stated(line, right[0]):
        right = None
    if claim is not None and right is None:
        return _antecedent(line, found, at, claim)
    if group.word.lemma == "according to" and group.start == 0:
        return [right] if right else []
    if right and not group.inverted and not _broken(line, group, right):
        return [right]
    left = _left(line, found, at)
    if left is None:
        return [right] if right and not group.inverted else []
    return [left, *_resumed(line, found, at)]


def _broken(line: Line, group: Group, right: Range) -> bool:
    """Whether the cue parts a quotation in two: "...," X said, "..."."""
    return line.tokens[right[0]].is_quote and _left_is_quote(line, group)


def _stated(line: Line, first: int) -> bool:
    """Whether a stretch is a reported clause beyond doubt: "that" opens it."""
    return line.tokens[first - 1].lower == "that"


def _left_is_quote(line: Line, group: Group) -> bool:
    i = group.start - 1
    while i >= 0 and line.tokens[i].is_break:
        i -= 1
    return i >= 0 and line.tokens[i].is_quote


def _left(line: Line, found: Sequence[Group], at: int) -> Range | None:
    """What stands before the cue, where a comma, a dash or a quotation parts them."""
    group = found[at]
    if group.start == 0 or group.inherits or ("clause" not in group.word.frames and "told" not in group.word.frames):
        return None
    before = line.tokens[group.start - 1]
    parted = (
        before.is_quote
        or before.lower in (",", "—", "–", "-", "?", "!")
        or (group.inverted and group.word.lemma == "according to")
    )
    if not parted:
        return None
    end = _strip_end(line, group.start)
    start = _left_start(line, found, at, end)
    return (start, end) if end - start >= 1 and _weighty(line.tokens[start:end]) else None


def _left_start(line: Line, found: Sequence[Group], at: int, end: int) -> int:
    """Where the stretch before begins: a quotation alone where it is a clause by itself, else the sentence's start."""
    if (
        line.tokens[end - 1].is_quote
        and end >= 2
        and line.tokens[end - 2].lower in (",", ":")
        and at
        and found[at - 1].end <= end - 1
    ):
        return end - 1
    start = 0
    while start < end and (line.tokens[start].is_break or line.tokens[start].lower in ("but", "and", "yet")):
        start += 1
    return start


def _weighty(tokens: Sequence[Token]) -> bool:
    """Whether a stretch can be what was said: a quotation, or at least three words that are no mere adverbial."""
    if any(t.is_quote for t in tokens):
        return True
    plain = [t for t in tokens if t.is_word]
    return len(plain) >= 3 and plain[0].lower not in (
        "on",
        "in",
        "at",
        "after",
        "during",
        "speaking",
        "asked",
        "later",
        "as",
    )


def _resumed(line: Line, found: Sequence[Group], at: int) -> list[Range]:
    """What goes on after a cue in the middle: "..., X said, ..."."""
    i = past_adverbials(line, found[at].end)
    if "told" in found[at].word.frames and not found[at].inverted:
        i = past_addressee(line, i, required=True)
    if i >= len(line.tokens) or not (line.tokens[i].is_break or line.tokens[i].is_quote):
        return []
    while i < len(line.tokens) and line.tokens[i].is_break:
        i += 1
    if i >= len(line.tokens):
        return []
    first = line.tokens[i]
    quoted_before = line.tokens[found[at].start - 2].is_quote if found[at].start >= 2 else False
    if first.is_quote:
        end = _clause_end(line, found, at, i)
        return [(i, end)]
    closed = first.lower in _ENDING or first.lower.endswith("ing") or first.lower in english.ARTICLES
    if closed or quoted_before or not (is_verbal(first) or first.lower in english.PERSONAL):
        return []
    return [(i, _clause_end(line, found, at, i))]


def _right(line: Line, found: Sequence[Group], at: int) -> Range | None:
    group = found[at]
    start = _right_start(line, group)
    if start is None:
        return None
    end = _clause_end(line, found, at, start)
    if group.relative:
        end = next((k for k in range(start, end) if line.tokens[k].lower in (",", "—", "–")), end)
    return (start, end) if end > start else None


def _right_start(line: Line, group: Group) -> int | None:
    if group.word.lemma == "according to":
        return _after_break(line, group.end)
    frames = group.word.frames
    i = past_adverbials(line, group.end)
    if (frames & {"told"} and not frames & {"clause"}) or group.word.lemma in ("warn", "promise", "caution"):
        i = past_addressee(line, i, required="clause" not in frames)
    if i >= len(line.tokens):
        return None
    if line.tokens[i].lower in (",", ":") and i + 1 < len(line.tokens) and line.tokens[i + 1].is_quote:
        return i + 1
    if line.tokens[i].lower == ":" and i + 1 < len(line.tokens):
        return i + 1
    if line.tokens[i].lower == "that" and frames & {"clause", "told", "attitude"}:
        return i + 1 if i + 1 < len(line.tokens) else None
    return i if _opens(line, group, i) else None


def _after_break(line: Line, i: int) -> int | None:
    return i + 1 if i + 1 < len(line.tokens) and line.tokens[i].lower in (",", ":") else None


def _opens(line: Line, group: Group, i: int) -> bool:
    """Whether a content can begin at `i` without "that", by the frames of the cue."""
    token, frames = line.tokens[i], group.word.frames
    low = token.lower
    if token.is_break and low not in ("$", "£", "€", "(", "["):
        return False
    if token.is_quote:
        return True
    if low == "to":
        return bool(frames & {"infinitive", "attitude"}) or group.word.lemma in ("claim",)
    if low in english.PREPOSITIONS or low in english.CONJUNCTIONS:
        return group.word.length > 1
    if frames & {"naming"} and not frames & {"object", "clause"}:
        return _named_quote(line, i)
    if low in english.SUBORDINATORS:
        return bool(frames & {"clause", "attitude", "object", "told"}) and low in (
            "how",
            "whether",
            "if",
            "what",
            "why",
            "who",
            "when",
            "where",
        )
    if group.word.lemma in word_list("infinitive_only"):
        return False
    if frames & {"object", "told"} or group.word.length > 1:
        return True
    if frames == {"infinitive"}:
        return low not in english.ADVERBS and _has_to(line, i)
    return _is_clause(line, i) if frames & {"clause", "attitude"} else True


def _named_quote(line: Line, i: int) -> bool:
    """Whether something is called something: "as" or a quotation follows soon."""
    for token in line.tokens[i : i + 9]:
        if token.is_quote or token.lower in ("as", "a", "an"):
            return True
        if token.lower == ",":
            return False
    return False


def _has_to(line: Line, i: int) -> bool:
    return any(t.lower == "to" for t in line.tokens[i : i + 14])


def _is_clause(line: Line, i: int) -> bool:
    """Whether what begins at `i` looks like a clause or a weighty object rather than a stray word."""
    return sum(t.is_word or t.is_quote for t in line.tokens[i:]) >= 2


def _clause_end(line: Line, found: Sequence[Group], at: int, start: int) -> int:
    """Where the stretch that begins at `start` ends: before the next cue of the same rank, or with the sentence."""
    for other in found[at + 1 :]:
        if other.start <= start:
            continue
        boundary = _boundary(line, other)
        if boundary is not None and boundary > start:
            return _strip_end(line, boundary)
    return _strip_end(line, len(line.tokens))


def _boundary(line: Line, other: Group) -> int | None:
    """Where a later cue ends what came before it, None where it lies inside that."""
    before = line.tokens[other.start - 1] if other.start else None
    if other.inherits:
        comma = line.tokens[other.start].lower in (",", "—", "–") or (before is not None and before.lower == ",")
        return other.start if comma or line.tokens[other.start].lower in ("and", "but") else None
    if before is None:
        return None
    if denied_claim(line, other) is not None:
        claim = denied_claim(line, other) or 0
        return next((k for k in range(claim, 0, -1) if line.tokens[k].is_break), None)
    if (
        before.lower in ("and", "but", "while", "although", "though")
        and other.start >= 2
        and line.tokens[other.start - 2].is_break
    ):
        return other.start - 2
    if other.start >= 3 and before.is_word and line.tokens[other.start - 2].lower in english.ARTICLES:
        apart = line.tokens[other.start - 3]
        return other.start - 3 if apart.is_break and apart.lower not in "-‑" else None
    if before.lower in (",", "—", "–", ";") or other.inverted:
        return other.start if _closes(line, other) else None
    return None


def _closes(line: Line, other: Group) -> bool:
    """Whether nothing but adverbials follows the cue: then it reports all that came before it."""
    end = past_adverbials(line, other.end)
    return end >= len(line.tokens) or line.tokens[end].is_break


def _strip_end(line: Line, end: int) -> int:
    while end > 0 and line.tokens[end - 1].is_break and line.tokens[end - 1].lower not in (")", "]", "%"):
        end -= 1
    while end > 1 and line.tokens[end - 1].lower in ("and", "but") and line.tokens[end - 1].is_word:
        end -= 1
        while end > 0 and line.tokens[end - 1].is_break:
            end -= 1
    return end


def _antecedent(line: Line, found: Sequence[Group], at: int, claim: int) -> list[Range]:
    """What "a claim X denied" refers to: what the cue before it introduces, else all that stands before the claim."""
    boundary = next((k for k in range(claim, -1, -1) if line.tokens[k].is_break), None)
    if boundary is None:
        return []
    for earlier in range(at - 1, -1, -1):
        before = [r for r in contents_of(line, found, earlier) if r[1] <= boundary]
        if before:
            return before
    return [(0, boundary)] if boundary >= 4 else []


def _passive_subject(line: Line, group: Group) -> list[Range]:
    """What was rejected: the phrase before a passive verb."""
    start = group.cue_start
    first = 0
    for i in range(start - 1, -1, -1):
        if line.tokens[i].is_break or line.tokens[i].lower in ("that", "which", "who"):
            first = i + 1
            break
    return [(first, start)] if start - first >= 1 and phrase_end(line, first) > first else []
