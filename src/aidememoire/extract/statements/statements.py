"""Statements: each attribution with its speaker, its form, what it does, whom it was told to and who passed it on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aidememoire.extract.parties.cast import Cast
from aidememoire.extract.parties.fit import fits
from aidememoire.extract.parties.pronouns import is_pronoun
from aidememoire.extract.statements.acts import act_of, named_after, target_of
from aidememoire.extract.statements.chain import Addressee, addressee, passed_on
from aidememoire.extract.statements.non_statements import says_nothing
from aidememoire.model.articles import Article
from aidememoire.model.facts import Form, Statement, Via
from aidememoire.model.ids import content_id
from aidememoire.model.ordered import Ordered, word_outside
from aidememoire.model.reading import Attribution, Reading
from aidememoire.model.spans import Span

_MARKS = "\"“”„«»‘’' "


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution with those who say it together, and the paragraph and sentence that it stands in."""

    attribution: Attribution
    speakers: tuple[str, ...]
    paragraph: int
    sentence: Span

    @property
    def speaker(self) -> str | None:
        """The first of them, None where nobody in reach says it."""
        return self.speakers[0] if self.speakers else None


def statements(article: Article, reading: Reading, cast: Cast) -> tuple[Statement, ...]:
    """The statements of an article, in the order of the text. A speaker whom the text does not tell is None."""
    spoken = _in_own_words(_spoken(article, reading, cast), cast)
    kept, carriers = _without_carriers(spoken, cast)
    quoted = Ordered.by((q.span for q in reading.quotations), lambda span: span)
    carrying = Ordered.by(((span, c) for c in carriers for span in c.attribution.contents), lambda pair: pair[0])
    found: list[Statement] = []
    for item in kept:
        made = _statement(article, quoted, cast, item, _carriers_of(item, carrying))
        found.append(_continued(made, item, found, kept) if found else made)
    return tuple(found)


# Who speaks


def _spoken(article: Article, reading: Reading, cast: Cast) -> list[_Spoken]:
    found: list[_Spoken] = []
    by_paragraph: dict[int, list[_Spoken]] = {}
    sentences = Ordered.by((s.span for s in reading.sentences), lambda span: span)
    for attribution in (a for a in reading.attributions if not says_nothing(a)):
        place = attribution.source or attribution.contents[0]
        paragraph = article.paragraph_at(place.start)
        sentence = _sentence(article, sentences, attribution)
        speakers = _who(cast, attribution.source) if attribution.source is not None else ()
        if attribution.source is None and attribution.cue is None:
            speakers = _speakers_before(article, by_paragraph, place, paragraph, cast)
        found.append(_Spoken(attribution, speakers, paragraph, sentence))
        by_paragraph.setdefault(paragraph, []).append(found[-1])
    return found


_COLLECTIVE = re.compile(
    r"(?:the|an?|both|its|his|their)?\s*(?:[\w-]+\s+){0,2}?(?:opposition|government|army|military|regime|coalition|alliance|group"
    r"|delegation|council|committee|ministry|parliament|rebels|insurgents|militants|fighters|forces|troops|sides?|parties"
    r"|party|movement|front)",
    re.IGNORECASE,
)


def _who(cast: Cast, source: Span) -> tuple[str, ...]:
    """The speakers of a phrase: no person where it is of many ("the opposition"), whoever is named near it."""
    found = cast.speakers_of(source)
    if not _COLLECTIVE.fullmatch(source.text):
        return found
    return tuple(each for each in found if (party := cast.by_id(each)) is None or party.kind != "person")


_OWN = frozenset(("i", "we"))


def _in_own_words(spoken: Sequence[_Spoken], cast: Cast) -> list[_Spoken]:
    """The same, with "I" and "we" said by whoever speaks the words in which they stand, and "he" there by another."""
    holding = Ordered.by(((c, s) for s in spoken for c in s.attribution.contents), lambda pair: pair[0])
    found = []
    for item in spoken:
        source = item.attribution.source
        around = [whole for _, whole in holding.over(source) if whole is not item] if source is not None else []
        if source is not None and around and source.text.lower() in _OWN:
            item = replace(item, speakers=around[-1].speakers)
        elif source is not None and around and is_pronoun(source.text) and cast.context.layout.is_quoted(source):
            item = _of_another(item, source, around[-1], cast)
        found.append(item)
    return found


def _of_another(item: _Spoken, source: Span, around: _Spoken, cast: Cast) -> _Spoken:
    """A "he" in somebody's quotation that is nobody yet, or this somebody: the only one whom the quotation names."""
    if item.speakers and item.speakers != around.speakers:
        return item
    words = Span.of(cast.text, around.attribution.contents[0].start, source.start)
    named = {k.party.id for k in cast.within(words) if fits(source.text, k.party)} - set(around.speakers)
    return replace(item, speakers=tuple(named) if len(named) == 1 else ())


def _sentence(article: Article, sentences: Ordered[Span], attribution: Attribution) -> Span:
    """The stretch of whole sentences that holds an attribution's cue, source and nearest content."""
    spans = [s for s in (attribution.cue, attribution.source) if s is not None] or [attribution.contents[0]]
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    inside = list(sentences.touching(Span(low, high, "")))
    start = min([low, *(s.start for s in inside)])
    end = max([high, *(s.end for s in inside)])
    return Span.of(article.text, start, end)


def _speakers_before(
    article: Article, found: Mapping[int, Sequence[_Spoken]], quotation: Span, paragraph: int, cast: Cast
) -> tuple[str, ...]:
    """Who says a quotation that stands by itself: whoever ends the paragraph before, or speaks earlier in this one."""
    same = found.get(paragraph, ())
    before = same or found.get(_body_before(article, paragraph), ())
    if before:
        until = quotation.start if same else article.paragraphs[before[-1].paragraph].end
        return before[-1].speakers if _ends_speech(article, before, until) else ()
    return _introduced(article, paragraph, cast)


def _body_before(article: Article, paragraph: int) -> int:
    """The paragraph before; -1 where none is, it is no body (a subhead parts speeches) or may be another story's."""
    goes_on = paragraph > 0 and not article.breaks and article.paragraphs[paragraph - 1].kind == "body"
    return paragraph - 1 if goes_on else -1


def _ends_speech(article: Article, before: Sequence[_Spoken], until: int) -> bool:
    """Whether nothing but the words of one speaker stands at the end of what comes before `until`."""
    last = before[-1]
    end = max(last.sentence.end, max(c.end for c in last.attribution.contents))
    rest = article.text[end:until].strip(" .\"“”‘’'«»\n\t\xa0")
    return not rest and len({s.speakers for s in before if s.sentence.overlaps(last.sentence)}) == 1


def _introduced(article: Article, paragraph: int, cast: Cast) -> tuple[str, ...]:
    """The only person of a paragraph that ends with a colon."""
    previous = _body_before(article, paragraph)
    if previous < 0 or not article.paragraphs[previous].text.rstrip().endswith(":"):
        return ()
    before = article.paragraphs[previous]
    people = {
        k.party.id for k in cast.within(Span.of(article.text, before.start, before.end)) if k.party.kind == "person"
    }
    return tuple(people) if len(people) == 1 else ()


# Who passes on


def _without_carriers(spoken: Sequence[_Spoken], cast: Cast) -> tuple[list[_Spoken], list[_Spoken]]:
    """Statements apart from those of media that only carry another's: "X said ..., Y reported"."""
    cues = Ordered.by((s for s in spoken if s.attribution.cue is not None), _cue_of)
    carries = [_is_media(s, cast) and _carries_any(s, cues) for s in spoken]
    told = list(zip(spoken, carries, strict=True))
    return [s for s, does in told if not does], [s for s, does in told if does]


def _cue_of(item: _Spoken) -> Span:
    return item.attribution.cue or item.attribution.contents[0]


def _carries_any(outer: _Spoken, cues: Ordered[_Spoken]) -> bool:
    return any(inner is not outer for content in outer.attribution.contents for inner in cues.inside(content))


_OUTLET = re.compile(
    r"\b(?:newspaper|daily|agency|television|tv|radio|channel|broadcaster|media|magazine|website|station)\b", re.I
)


def _is_media(item: _Spoken, cast: Cast) -> bool:
    party, source = cast.by_id(item.speaker), item.attribution.source
    return (party is not None and party.kind == "media") or (
        source is not None and _OUTLET.search(source.text) is not None
    )


def _carriers_of(item: _Spoken, carrying: Ordered[tuple[Span, _Spoken]]) -> list[_Spoken]:
    """Those who carry an attribution, by their contents: each that holds its cue."""
    cue = item.attribution.cue
    over = [carrier for _, carrier in carrying.over(cue)] if cue is not None else []
    return [c for at, c in enumerate(over) if c is not item and all(c is not other for other in over[:at])]


# The statement itself


def _statement(
    article: Article, quoted: Ordered[Span], cast: Cast, item: _Spoken, carriers: Sequence[_Spoken]
) -> Statement:
    contents = item.attribution.contents
    content = Span.of(article.text, contents[0].start, contents[-1].end) if len(contents) > 1 else contents[0]
    outside = _outside(article.text, item.sentence, contents)
    act = act_of(
        item.attribution.cue, " ".join(c.text.strip(_MARKS) for c in contents), negated=item.attribution.negated
    )
    if act == "assert":
        act = named_after(article.text[contents[-1].end : contents[-1].end + 40]) or item.attribution.act or act
    told = addressee(outside, item.attribution.cue, cast, item.speaker) or _told(item.attribution.addressee, cast)
    target = target_of(act, contents[0], cast, item.speaker, item.attribution.cue)
    via = passed_on(item.sentence, outside, item.attribution.source, cast, item.speaker)
    via += tuple(_as_via(c) for c in carriers)
    if not via and item.attribution.via is not None:
        via = (_passed_by(item.attribution.via, cast),)
    return Statement(
        id=_id(article, item),
        article=article.id,
        speaker=item.speaker,
        speaker_span=item.attribution.source,
        cue=item.attribution.cue,
        content=content,
        content_parts=contents,
        form=form_of(contents, quoted),
        act=act,
        addressee=told.party if told else None,
        addressee_text=told.text if told else None,
        via=via,
        target=target.party.id if target else None,
        target_text=target.span.text if target else None,
        joint=item.speakers[1:],
    )


def _id(article: Article, item: _Spoken) -> str:
    """The id, by the source, the cue and the contents: of two who say the same words each has an own."""
    spans = (item.attribution.source, item.attribution.cue, *item.attribution.contents)
    return content_id("statement", article.id, *(f"{s.start}:{s.end}" if s else None for s in spans))


def _as_via(carrier: _Spoken) -> Via:
    source = carrier.attribution.source
    return Via(carrier.speaker, source.text if source else "")


def _told(span: Span | None, cast: Cast) -> Addressee | None:
    """The addressee that reading found."""
    if span is None:
        return None
    party = cast.party_of(span)
    return Addressee(party.id if party else None, span.text)


def _passed_by(span: Span, cast: Cast) -> Via:
    """The carrier that reading found."""
    party = cast.party_of(span)
    return Via(party.id if party else None, span.text)


def _outside(text: str, sentence: Span, contents: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of a sentence that are none of the contents."""
    found, at = [], sentence.start
    for content in (*contents, None):
        end = min(content.start, sentence.end) if content is not None else sentence.end
        if at < end and text[at:end].strip():
            found.append(Span.trimmed(text, at, end))
        at = max(at, content.end) if content is not None else at
    return tuple(found)


def form_of(contents: Sequence[Span], quoted: Ordered[Span]) -> Form:
    """direct: wholly inside quotation marks; mixed: with quoted words in it; indirect: without any."""
    if not any(True for c in contents for _ in quoted.touching(c)):
        return "indirect"
    return "mixed" if any(word_outside(c, quoted) for c in contents) else "direct"


# What goes on from the statement before


def _same_act(made: Statement, last: Statement, one_sentence: bool) -> Statement:
    """A denial, refusal or condemnation goes on in "calling it ...", which gives no act of its own."""
    naming = made.cue is not None and made.cue.text.lower() in ("calling", "describing", "branding", "labelling")
    same = one_sentence and made.speaker == last.speaker and last.act in ("deny", "reject", "condemn", "praise")
    return replace(made, act=last.act) if naming and same and made.act == "assert" else made


def _continued(made: Statement, item: _Spoken, before: Sequence[Statement], kept: Sequence[_Spoken]) -> Statement:
    """The statement with the addressee of the one before, where the same speaker only goes on speaking."""
    last, last_item = before[-1], kept[len(before) - 1]
    made = _same_act(made, last, item.sentence == last_item.sentence)
    source = item.attribution.source
    goes_on = source is None or is_pronoun(source.text)
    near = item.paragraph - last_item.paragraph <= 1
    if made.addressee_text or not (goes_on and near and made.speaker and made.speaker == last.speaker):
        return made
    if made.form != "direct" or last.addressee_text is None:
        return made
    told = Addressee(last.addressee, last.addressee_text)
    return replace(made, addressee=told.party, addressee_text=told.text)
