"""Reading: each article becomes its annotations, one kind after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aidememoire.model.articles import Article
from aidememoire.model.reading import Attribution, Name, Quotation, Reading, Sentence, Word
from aidememoire.reading.carriers import quoted_by
from aidememoire.reading.denials import with_denials
from aidememoire.reading.model import shipped
from aidememoire.reading.named import named
from aidememoire.reading.near_sources import with_near_sources
from aidememoire.reading.parse import Parse, parse
from aidememoire.reading.quantities import quantities
from aidememoire.reading.quotations import quotations
from aidememoire.reading.sentences import sentences
from aidememoire.reading.spoken import spoken
from aidememoire.reading.times import times


def readings(articles: Iterable[Article]) -> Iterator[Reading]:
    """The annotations of each article's paragraphs, in the order of the articles; cuts and credits are not read."""
    return map(reading, articles)


def reading(article: Article) -> Reading:
    """The annotations of one article."""
    found = sentences(article)
    quoted = quotations(article, found)
    parsed = parse(article.text, [(p.start, p.end) for p in article.paragraphs], shipped())
    names, words = named(article.text, parsed), tuple(_words(parsed))
    timed = times(article, found, words)
    return Reading(
        article=article.id,
        sentences=found,
        names=names,
        quotations=quoted,
        times=timed,
        quantities=quantities(article, found, timed),
        attributions=_attributions(article, parsed, quoted, names, found),
        words=words,
    )


def _words(parsed: Parse) -> Iterator[Word]:
    """The words with their tags and trees."""
    tagged = zip(parsed.words, parsed.upos, parsed.lemmas, parsed.heads, parsed.labels, strict=True)
    return (Word(start, end, upos, lemma, head, label) for (start, end), upos, lemma, head, label in tagged)


def _attributions(
    article: Article,
    parsed: Parse,
    quoted: Sequence[Quotation],
    names: Sequence[Name],
    parted: Sequence[Sentence],
) -> tuple[Attribution, ...]:
    """What the model finds, with what no corpus teaches it: words that two say, and words that one passes on."""
    said = with_near_sources(article.text, spoken(article, parsed, quoted, parted), parted, names)
    found = quoted_by(article.text, said, names)
    return with_denials(article.text, found, names)
