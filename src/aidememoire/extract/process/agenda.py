"""What the talks are about: the baskets of an agenda that an article lists, and what talks are said to focus on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.lists import items
from aidememoire.extract.process.tracks import track_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.ids import content_id
from aidememoire.model.mentions import BasketMention
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span

_WORDS = wordlist("process")
# What makes a stretch after a colon a sentence of its own rather than an item.
_FINITE = re.compile(
    r"\b(?:wants?|wanted|said|says|is|are|was|were|has|have|had|would|will|calls?|uses?|did|does|do|must|should)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:and\s+)?(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|rounds?|agenda|baskets?|delegations?|envoy|mediators?|dialogue)\b", re.IGNORECASE
)
_AUX = either(_WORDS["auxiliary"])
_PEACE = r"(?:talks|negotiations|round|dialogue|discussions|consultations)"
# "Baskets: a, b and c", "the agenda: a and b".
_COLON = re.compile(rf"\b{either(_WORDS['baskets'])}[^.;:]{{0,40}}?[\"”’']?(?:\s*[:—–]|\s+-)\s+", re.IGNORECASE)
# "The talks will focus on a, b and c", "the talks, due to focus on a".
_ABOUT = re.compile(
    rf"\b{_PEACE}\b(?:\s+(?:of|on|in|at|between|for)\s+[\w’'., -]{{1,50}}?|,)?\s+"
    rf"(?:(?:which|that|{_AUX}|are|is|was|were|intended|due|expected|supposed|meant|set|aimed|being|now|also|mainly)\s+)*"
    rf"(?:to\s+)?(?P<verb>{either(_WORDS['about'])})\s+",
    re.IGNORECASE,
)
# "The agenda includes a, b and c", "on the agenda are a and b".
_AGENDA = re.compile(
    rf"\bagenda\b(?:\s+(?:for|of|at|in)\s+(?:[\w’'-]+\s+){{1,5}}?|\s+(?:also|mainly|{_AUX})\s+)?\s*\b"
    rf"(?P<verb>{either(_WORDS['agenda_holds'])})\s+",
    re.IGNORECASE,
)
# "They are a, b and c" right after "we have four baskets".
_THEY = re.compile(r"[“\"‘']?(?:They|These)\s+(?:are|include)\s+", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:baskets|agenda|clusters|pillars|chapters|core\s+issues|main\s+issues)\b[^.:;]*[.!?”’\"]*\Z", re.I
)
# "To discuss a and b at the talks", "a and b are on the agenda".
_DISCUSS = re.compile(
    rf"\bdiscuss(?:ing|ed|es)?\s+(?P<list>[^.;:“”]{{3,160}}?)\s+(?:at|in|during)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}{_PEACE}\b",
    re.IGNORECASE,
)
_ON_AGENDA = re.compile(
    r"(?P<list>[^.;:“”]{3,160}?)\s+(?:is|are|was|were|will\s+be)\s+(?:also\s+|now\s+|high\s+)?on\s+the\s+(?:\w+\s+)?agenda\b",
    re.IGNORECASE,
)
# What ends a list in running prose: an attribution, a relative clause, another verb, a purpose.
_STOP = re.compile(
    r",?\s+(?:while|as|but|which|who|when|after|before|although|though|because|if|according\s+to|with\s+the|in\s+order|"
    r"rather\s+than|instead|however|followed\s+by)\b"
    r"|,\s+(?=[^,]{2,60}\b(?:said|says|told|added)\b)|\s+[-–—]\s|[”\"]\s*,",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:wants?|wanted|demand\w*|insist\w*|prefer\w*|hop(?:es?|ed)|refus\w+|not|never|nothing)\b", re.I
)
_ARTICLE_ONLY = re.compile(r"(?:the|a|an|its|this|that|it|them|him|her|what|how|whether|these|those)?\Z", re.IGNORECASE)
# An item longer than this is a sentence's worth of prose, not a point of an agenda.
_MOST_WORDS = 12


def baskets(scene: Scene) -> Iterator[BasketMention]:
    """Each item that an article lists as the agenda, or says that the talks are about."""
    for sentence in scene.sentences("title", "standfirst", "body"):
        for item in _listed(scene, sentence.span):
            mark = content_id("basket", scene.article.id, item.start, item.end)
            yield BasketMention(mark, scene.article.id, item.text, track_of(scene, sentence.span), item)


def _listed(scene: Scene, sentence: Span) -> tuple[Span, ...]:
    for find in (_after_colon, _after_verb, _they_are, _before_words):
        found = find(scene, sentence)
        if found:
            return found
    return ()


def _after_colon(scene: Scene, sentence: Span) -> tuple[Span, ...]:
    match = _COLON.search(scene.text, sentence.start, sentence.end)
    if match is None or not _of_talks(scene, sentence):
        return ()
    listed = items(scene.text, match.end(), sentence.end)
    # A colon after "issues" opens an agenda only where several short items follow it.
    return _kept(scene, listed) if len(listed) > 1 else ()


def _of_talks(scene: Scene, sentence: Span) -> bool:
    """Whether the sentence, or the one before it, speaks of talks."""
    around = (*scene.before(sentence, 1, "title", "standfirst", "body"), sentence)
    return any(_TALKS.search(span.text) for span in around)


def _after_verb(scene: Scene, sentence: Span) -> tuple[Span, ...]:
    """The items after "the talks will focus on" or "the agenda includes", but not those that a party wants there."""
    for form, least in ((_ABOUT, 1), (_AGENDA, 2)):
        match = form.search(scene.text, sentence.start, sentence.end)
        if match is None or _WANTED.search(scene.text, sentence.start, match.start("verb")):
            continue
        listed = items(scene.text, match.end(), _list_end(scene, sentence, match.end()))
        if len(listed) >= least:
            return _kept(scene, listed)
    return ()


def _they_are(scene: Scene, sentence: Span) -> tuple[Span, ...]:
    match = _THEY.match(scene.text, sentence.start, sentence.end)
    before = scene.before(sentence, 1)
    if match is None or not before or not _COUNTED.search(before[0].text):
        return ()
    listed = items(scene.text, match.end(), _list_end(scene, sentence, match.end()))
    return _kept(scene, listed) if len(listed) > 1 else ()


def _before_words(scene: Scene, sentence: Span) -> tuple[Span, ...]:
    match = _DISCUSS.search(scene.text, sentence.start, sentence.end)
    match = match or _ON_AGENDA.match(scene.text, sentence.start, sentence.end)
    if match is None or _WANTED.search(scene.text, sentence.start, match.end()):
        return ()
    return _kept(scene, items(scene.text, match.start("list"), match.end("list")))


def _list_end(scene: Scene, sentence: Span, start: int) -> int:
    """Where a list in running prose ends: with the words that somebody said, or where another clause begins."""
    statement = scene.statement_over(Span(start, start + 1, scene.text[start : start + 1]))
    part = next((p for p in statement.content_parts if p.start <= start < p.end), None) if statement else None
    end = min(sentence.end, part.end if part is not None else sentence.end)
    stop = _STOP.search(scene.text, start, end)
    return stop.start() if stop is not None else end


def _kept(scene: Scene, listed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The items of a list, () where one of them shows that it is none."""
    trimmed = tuple(_bare(scene.text, item) for item in listed)
    if any(len(item.text.split()) > _MOST_WORDS or _FINITE.search(item.text) for item in trimmed):
        return ()
    if any(_ARTICLE_ONLY.fullmatch(item.text) or _is_name(scene, item) for item in trimmed):
        return ()
    return trimmed


def _bare(text: str, item: Span) -> Span:
    """An item without the quotation mark and the "finally" that may stand around it."""
    match = re.match(r"(?:(?:and|finally|also|mainly|then|both|first)\s+|[“\"‘]+(?=[^”\"’]*\Z))*", item.text)
    start = item.start + (match.end() if match is not None else 0)
    end = item.end
    while end > start + 1 and text[end - 1] in '”"’,. ' and not re.search(r"[“\"‘]", text[start : end - 1]):
        end -= 1
    return Span.trimmed(text, start, end)


def _party_names(scene: Scene) -> frozenset[str]:
    return frozenset(name.casefold() for p in scene.parties for name in (p.name, *p.aliases))


def _is_name(scene: Scene, item: Span) -> bool:
    """Whether an item is only a name: a list of parties or places is no agenda."""
    words = _LEADING.sub("", item.text)
    names = scene.memo("names", lambda s: Ordered.by((n.span for n in s.reading.names), lambda span: span))
    named = {span.text for span in names.inside(item)}
    parties = scene.memo("names of parties", _party_names)
    return words in named or item.text in named or words.casefold() in parties
