from __future__ import annotations

from collections.abc import Callable

from aidememoire.model.articles import Article
from aidememoire.reading.read import readings

MakeArticle = Callable[..., Article]


def test_reads_each_article(make_article: MakeArticle) -> None:
    articles = [
        make_article("Okrelo said on Monday that 40 people left Halvet. “It is calm,” he added."),
        make_article(""),
    ]
    first, second = readings(articles)
    assert first.article == "article-1"
    assert len(first.sentences) == 2
    assert [quotation.span.text for quotation in first.quotations] == ["It is calm,"]
    assert [time.span.text for time in first.times] == ["Monday"]
    assert [quantity.span.text for quantity in first.quantities] == ["40 people"]
    assert (second.sentences, second.names, second.attributions) == ((), (), ())
