"""What reads like a statement and is none: what is kept back, only talked about, or shown."""

from __future__ import annotations

import re
from functools import cache

from aidememoire.extract.wordlists import wordlist
from aidememoire.model.reading import Attribution
from aidememoire.model.spans import Span

_QUOTED = '"“”«»'
_ANONYMOUS = re.compile(r"(?:not\s+to\s+be\s+(?:named|identified|quoted)|(?:to\s+remain\s+)?anonym)", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?:to\s+(?:say|disclose|reveal|specify|confirm)\s+)?(?:whether|when|where|why|how|who|whom|what|which|if)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:when\s|if\s|was\s|were\s|is\s)?(?:asked|questioned|quizzed|pressed)(?:\s\w+)?", re.IGNORECASE)
_PICTURES = re.compile(
    r"(?:[\w-]+\s){0,4}?(?:footage|videos?|images?|imagery|photo(?:graph)?s?|pictures?|maps?)(?=$|\s(?:from|of|by|on|in|that|which|posted|taken|shot|shown|aired)\b)",
    re.I,
)
_KEPT_BACK = re.compile(r"\b(?:declin|refus)", re.IGNORECASE)
# What somebody did not say is nobody's words; what he does not want or believe is.
_SAYING = re.compile(
    r"\b(?:say|said|tell|told|stat|explain|confirm|specif|elaborat|mention|disclos|reveal|announc|acknowledg)\w*", re.I
)
_NOT_YET = re.compile(r"\b(?:ha(?:s|ve|d)\s+yet|fail(?:s|ed|ing)?)\s+to\b", re.IGNORECASE)


def says_nothing(attribution: Attribution) -> bool:
    """Whether an attribution is no statement.

    So where something is kept back ("declined to say whether ...", "asked not to be named", "has yet to confirm"), only
    asked ("Asked whether ..., he said ...") or talked about ("discussed the truce"), or shown by pictures.
    """
    first, cue, source = attribution.contents[0].text, attribution.cue, attribution.source
    if _ANONYMOUS.match(first) or (source is not None and _PICTURES.match(source.text)):
        return True
    if cue is None:
        return False
    unsaid = _NOT_YET.search(cue.text) or (attribution.negated and _SAYING.search(cue.text))
    kept_back = attribution.negated or _KEPT_BACK.search(cue.text)
    asked = source is None and _ASKED.fullmatch(cue.text)
    return bool(unsaid or _tells_topic(cue, first) or ((kept_back or asked) and _QUESTION.match(first)))


@cache
def _topical() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{'|'.join(wordlist('acts')['topic']['cues'])})$", re.IGNORECASE)


def _tells_topic(cue: Span, content: str) -> bool:
    """Whether a cue only tells what was talked about: "discussed the truce", but not "discussed that it had failed"."""
    words_follow = content.lower().startswith("that ") or any(m in content for m in _QUOTED)
    return not words_follow and _topical().search(cue.text) is not None
