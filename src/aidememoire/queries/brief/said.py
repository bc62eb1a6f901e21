"""The lines on what parties, mediators and monitors say of the process and the fighting, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.joined import Claim
from aidememoire.model.process import BriefKind
from aidememoire.model.spans import Span
from aidememoire.queries.brief.passages import LONGEST, begins_back, with_before
from aidememoire.queries.brief.sentences import lead_of, leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.speakers import head_of
from aidememoire.queries.brief.vocabulary import is_proposal, richness
from aidememoire.queries.brief.wording import quoted

# Words of the process or of fighting that a statement has at least; one is enough where it demands, refuses or accuses.
_FEWEST = 2
# A passage of fewer characters seldom tells of what it speaks without the sentence before.
_SHORT = 70
_MOVES = frozenset(("demand", "reject", "threaten", "offer", "accept", "promise", "want", "intend"))
_AGAINST = frozenset(("accuse", "deny", "condemn"))
# Who asks somebody to keep to something charges nobody.
_ASKS = frozenset(("demand", "ask", "hope", "want", "praise"))
_AGAINST_CUE = re.compile(
    r"\b(?:accus|blam|alleg|criticis|criticiz|condemn|denounc|den(?:y|ied|ies)|refut|dismiss|disput|complain|slam|fault)",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:violat\w+|breach\w*\s+(?:of|the)|sabotag\w+|undermin\w+|responsible\s+for|to\s+blame|(?:was|were|is|are)\s+behind"
    r"|fail(?:ed|s|ing)?\s+to|war\s+crimes?|massacres?|not\s+the\s+case|untrue|baseless|no\s+truth|(?:a|are|were|of|all)\s+lies?\b|stubborn\w*"
    r"|sham|(?:major|main)\s+obstacle|not\s+(?:serious|interested|committed)|no\s+interest|clearly\s+not)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:depends?\s+on|unless|on\s+condition|no\s+let-?up|will\s+not|would\s+not|won['’]t|refus\w+|unrealistic"
    r"|impossible\s+to|cannot\s+expect)\b",
    re.IGNORECASE,
)
# What only tells what somebody is after, in the article's words, and what is a noun and no saying.
_AFTER = frozenset(("want", "intend"))
_NOUN = re.compile(r"(?:\w+\s+)?(?:support|appeals?|concerns?|calls?|hopes?|fears?)\b", re.IGNORECASE)
_SILENT = re.compile(r"\b(?:no|few|little|any)\s+(?:further\s+)?(?:details?|comment|explanation)\b", re.IGNORECASE)
# "Kestria, which considers it a band": no word of its own, and what one "has long demanded" is no news.
_HOLDS = re.compile(r"\b(?:considers?|regards?|views|sees?)\Z|\blong\b", re.IGNORECASE)
_PUSHES = re.compile(r"\b(?:push|press)(?:es|ed|ing)?\s+for\b", re.IGNORECASE)
_OFFERS = re.compile(r"(?:has\s+|have\s+|had\s+)?offer(?:s|ed|ing)?\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|state[ds]?|add(?:s|ed)|announce[ds]?|declare[ds]?)\b", re.I
)
_INDEED = re.compile(r"\bthat\s+(?!(?:is|was|will|would|has|had|can|could|may)\b)", re.IGNORECASE)
_TURN = re.compile(r"\b(?:but|however|while)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\bthey\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Passage:
    """Whole sentences of one article, and the statements in them."""

    span: Span
    said: tuple[Statement, ...]


def on_said(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each passage of the days in which such a speaker tells of the process: who, and the sentences."""
    claim_of = {m.statement: claim for claim in sheet.links(Claim) for m in claim.mentions}
    for article in sheet.articles.values():
        if days.hold(sheet.day(article.id)):
            passages = list(_passages(sheet, article))
            sayings = [p for p in passages if not any(map(_no_saying, p.said))]
            whole = {p: _standing(sheet, article, p, sayings) for p in passages}
            for passage, told in whole.items():
                within = [p for p in whole if told and told.start <= p.span.start and p.span.end <= told.end]
                if told is None or _told_in_another(passage, whole):
                    continue
                made = _line(sheet, days, article, passage, told, within, claim_of.get(_main(passage).id))
                if made is not None:
                    yield made


def _told_in_another(passage: _Passage, whole: Mapping[_Passage, Span | None]) -> bool:
    """Whether the sentence that follows needs this one, and has it in its own line."""
    return any(
        p is not passage and told is not None and told.start <= passage.span.start and passage.span.end <= told.end
        for p, told in whole.items()
    )


def _passages(sheet: Sheet, article: Article) -> Iterator[_Passage]:
    """The passages of an article: statements whose sentences overlap are one; what is quoted in another's is his."""
    said = sheet.told_in(Statement, article.id)
    outer = [s for s in said if not any(_holds(other, s) for other in said)]
    found: list[_Passage] = []
    for each in sorted(outer, key=lambda s: s.content.start):
        span = _sentences(article, each)
        if found and span.start < found[-1].span.end:
            whole = Span.of(article.text, min(found[-1].span.start, span.start), max(found[-1].span.end, span.end))
            found[-1] = _Passage(whole, (*found[-1].said, each))
        else:
            found.append(_Passage(span, (each,)))
    yield from found


def _holds(outer: Statement, inner: Statement) -> bool:
    place = inner.cue or inner.content
    within = outer.content.start <= place.start and place.end <= outer.content.end
    own = outer.cue or outer.content
    reaches = outer.content.start <= own.start and own.end <= outer.content.end and outer.cue is not None
    return outer is not inner and within and not (outer.content == inner.content and (reaches or inner.cue is None))


def _sentences(article: Article, said: Statement) -> Span:
    """The sentences that hold a statement's words, its cue and its speaker, as far as these stand in one paragraph."""
    spans = [said.content]
    for near in (said.cue, said.speaker_span):
        low, high = (
            min(s.start for s in [*spans, near or said.content]),
            max(s.end for s in [*spans, near or said.content]),
        )
        if near is not None and "\n" not in article.text[low:high]:
            spans.append(near)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return sentence_around(article, Span.of(article.text, start, end))


def _line(
    sheet: Sheet,
    days: Days,
    article: Article,
    passage: _Passage,
    whole: Span,
    within: Sequence[_Passage],
    claim: Claim | None,
) -> Weighed | None:
    main, said = _main(passage), [s for p in within or [passage] for s in p.said]
    if head_of(sheet, main, whole) is None or _no_saying(main):
        return None
    heads = list(dict.fromkeys(head for s in said if (head := head_of(sheet, s, whole)) and not _no_saying(s)))
    rich = richness(whole.text)
    few = rich < (1 if main.act in _MOVES | _AGAINST or _CONDITION.search(main.content.text) else _FEWEST)
    if few or leads_with(article, passage.span) or sheet.long_past(main, days):
        return None
    told = _tellings(sheet, days, main, claim, said)
    made = line(
        sheet, days, _kind(whole, said, main, heads), f"{'; '.join(heads)}: {quoted(whole.text)}", main.id, told
    )
    return Weighed(made, (1.0, float(len({s.article for s in told})), _weight(sheet, article, passage, main, rich)))


def _no_saying(said: Statement) -> bool:
    cue = said.cue.text if said.cue else ""
    if _SILENT.search(f"{cue} {said.content.text[:40]}") or (
        _OFFERS.match(cue) and not said.content.text.startswith("to ")
    ):
        return True
    if _HOLDS.search(cue):
        return True
    if _PUSHES.search(cue) and said.speaker_span is not None and said.speaker_span.text.lower() in {"it", "they"}:
        return True
    return (said.act in _AFTER and not _SAYS.search(cue) and said.form == "indirect") or _NOUN.match(cue) is not None


def _main(passage: _Passage) -> Statement:
    """The statement that gives a passage its kind: the first that demands, refuses or accuses, else the first."""
    saying = [s for s in passage.said if not _no_saying(s)] or passage.said
    return next((s for s in saying if s.act in _MOVES | _AGAINST and s.speaker), saying[0])


def _standing(sheet: Sheet, article: Article, passage: _Passage, sayings: Sequence[_Passage]) -> Span | None:
    """The passage, with the sentence before where it begins back to that; None where it can't stand or is too long.

    A short one is told with what was said right before it.
    """
    main = _main(passage)
    whole: Span | None = passage.span
    if _begins_back(passage.span, main) or _points_back(passage.span, main):
        whole = with_before(article, passage.span)
    elif passage.span.end - passage.span.start < _SHORT:
        longer = with_before(article, passage.span)
        before = [p for p in sayings if longer and p is not passage and p.span.overlaps(longer)]
        whole = longer if before and head_of(sheet, _main(before[0]), before[0].span) else whole
    lead = lead_of(article)
    if whole is not None and whole != passage.span and lead is not None and whole.start < lead.end:
        return None
    body = any(p.kind == "body" and p.start <= passage.span.start < p.end for p in article.paragraphs)
    return whole if body and whole is not None and whole.end - whole.start <= LONGEST else None


def _begins_back(span: Span, main: Statement) -> bool:
    """Whether a passage begins with another than the speaker whom its head names."""
    source = main.speaker_span
    his = (
        source is not None
        and span.start <= source.start <= span.start + len("Meanwhile, ")
        and main.speaker is not None
    )
    return begins_back(span.text) and not his


def _points_back(span: Span, main: Statement) -> bool:
    """Whether the words begin with a pronoun that nothing in the passage before them names."""
    words = _INDEED.sub("", main.content.text, count=1) if main.content.text.startswith("that ") else main.content.text
    source = main.speaker_span
    plain = source is not None and not begins_back(source.text)
    own = plain and main.form == "indirect" and not re.match(r"(?:th(?:is|ese|ose|at)|such)\b", words, re.IGNORECASE)
    if own and _PLURAL.match(words) and source is not None and not _many(source):
        own = False
    same = source is not None and source.text.lower() == words.split(" ", 1)[0].lower()
    return begins_back(words) and not own and not same and main.content.start >= span.start


def _many(source: Span) -> bool:
    """Whether a phrase is of several: its first noun stands in the plural, or two are joined."""
    first = re.split(r"\s(?:of|in|for|from|with|at)\s|,", source.text)[0].strip()
    return first.endswith("s") or " and " in source.text


def _tellings(
    sheet: Sheet, days: Days, main: Statement, claim: Claim | None, said: Sequence[Statement]
) -> list[Statement]:
    """The passage's statements, and the same one in other articles of these days."""
    others = sheet.facts(Statement, (m.statement for m in claim.mentions)) if claim else []
    again = [
        s
        for s in others
        if days.hold(sheet.day(s.article))
        and s.article != main.article
        and sheet.name(s.speaker) == sheet.name(main.speaker)
    ]
    return [*said, *again]


def _kind(whole: Span, said: Sequence[Statement], main: Statement, heads: Sequence[str]) -> BriefKind:
    cue = main.cue.text if main.cue else ""
    # Who condemns an attack that nobody is named for, or turns down an idea, disputes nothing that another says.
    charged = main.target is not None and main.act != "condemn"
    named = _AGAINST_CUE.search(cue) is not None and (main.act != "condemn" or main.target is not None)
    against = main.act in _AGAINST and (named or charged) and not is_proposal(main.content.text)
    opposed = len(heads) > 1 and _TURN.search(whole.text) and any(s.act in {"deny", "reject"} for s in said)
    if against or opposed or any(_CHARGE.search(s.content.text) and s.act not in _ASKS for s in said):
        return "disputed"
    return "moved" if main.act in _MOVES or _CONDITION.search(main.content.text) else "happened"


def _weight(sheet: Sheet, article: Article, passage: _Passage, main: Statement, rich: int) -> float:
    """How telling a passage is: its words of the process, what it does, who says it, and how early it stands."""
    early = 1.0 - passage.span.start / max(1, len(article.text))
    acts = 0.5 if main.act in _MOVES | _AGAINST else 0.0
    return 0.2 * min(rich, 6) + acts + 0.5 * min(1.0, sheet.prominence([main.speaker])) + 0.6 * early
