"""What a web page says of itself in so many words: title, outlet, date, address, language. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from aidememoire.intake.dates import iso_date
from aidememoire.intake.fields import language_code

_DATE_PROPERTIES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
    "date",
)  # fmt: skip
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
_SEPARATOR = re.compile(r"\s+[|\-–—:•·»/]+\s+")
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# Linked data is a few kilobytes; a megabyte of it is something else.
_MOST_LINKED_DATA = 1_000_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself, each None where it does not. `titles` are all ways in which it gives its headline."""

    title: str | None
    titles: tuple[str, ...]
    summary: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


def facts_of(root: HtmlElement) -> PageFacts:
    """The facts that a page states in its head, its linked data (JSON-LD) and its `<time>` elements."""
    properties = _properties(root)
    articles = list(_linked_articles(root))
    outlet = properties.get("og:site_name") or _publisher(articles)
    titles = _titles(root, properties, articles, outlet)
    language = (root.get("lang") or root.get("xml:lang") or "").strip()
    return PageFacts(
        title=titles[0] if titles else None,
        titles=titles,
        summary=properties.get("og:description") or properties.get("description"),
        outlet=outlet,
        published=_published(root, properties, articles),
        url=_address(root, properties),
        language=language_code(language) if language else None,
    )


def _properties(root: HtmlElement) -> dict[str, str]:
    """The `<meta>` elements that have a name and a content, the first of each name, names in small letters."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _clean(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _titles(
    root: HtmlElement, properties: dict[str, str], articles: list[dict[str, object]], outlet: str | None
) -> tuple[str, ...]:
    """The headline as the page gives it, best first: og:title, linked data, the only `<h1>`, `<title>`."""
    headings = [heading for h1 in root.iter("h1") if (heading := _clean(h1.text_content()))]
    page = next((_clean(title.text_content()) for title in root.iter("title")), None)
    given = [
        properties.get("og:title"),
        *(_clean(article.get("headline")) for article in articles),
        headings[0] if len(headings) == 1 else None,
        page,
    ]
    bare = (_without_outlet(title, outlet, headings) for title in given if title)
    return tuple(dict.fromkeys(title for title in bare if title != outlet))


def _without_outlet(title: str, outlet: str | None, headings: Iterable[str]) -> str:
    """A title without the site's name after a bar or a dash: where the name is known, or the rest is a heading."""
    separators = list(_SEPARATOR.finditer(title))
    for separator in separators:
        if title[: separator.start()] in headings:
            return title[: separator.start()]
    if outlet and separators and title[separators[-1].end() :].casefold() == outlet.casefold():
        return title[: separators[-1].start()]
    return title


def _published(root: HtmlElement, properties: dict[str, str], articles: list[dict[str, object]]) -> str | None:
    """The day of publication, by the first kind of statement that gives one day and no other."""
    ways: tuple[Iterable[str | None], ...] = (
        (properties.get("article:published_time"),),
        (_clean(article.get("datePublished")) for article in articles),
        *((properties.get(name),) for name in _DATE_PROPERTIES),
        (time.get("datetime") or time.get("content") for time in _times(root) if _says_published(time)),
        (time.get("datetime") for time in _times(root) if not _says_changed(time)),
    )
    for way in ways:
        days = {day for given in way if given and (day := iso_date(given))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _times(root: HtmlElement) -> list[HtmlElement]:
    """The `<time>` elements of the page's only article (or only main part); of other pages, none."""
    for part in ("article", "main"):
        found = list(root.iter(part))
        if len(found) == 1:
            return [time for time in found[0].iter("time") if not _in_aside(time)]
    return []


def _in_aside(time: HtmlElement) -> bool:
    return any(True for _ in time.iterancestors("aside", "nav", "footer", "li"))


def _says_published(time: HtmlElement) -> bool:
    return time.get("itemprop") == "datePublished" or time.get("pubdate") is not None


def _says_changed(time: HtmlElement) -> bool:
    return _CHANGED.search(f"{time.get('itemprop')} {time.get('class')} {time.text_content()}") is not None


def _address(root: HtmlElement, properties: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical" and _clean(link.get("href")):
            return _clean(link.get("href"))
    return properties.get("og:url")


def _linked_articles(root: HtmlElement) -> Iterator[dict[str, object]]:
    """The articles that the page's linked data describe at the top or in its graph; broken data are passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads((script.text or "")[:_MOST_LINKED_DATA], strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _items(data) if _is_article(item))


def _items(data: object) -> Iterator[dict[str, object]]:
    """The objects of linked data: itself, those of a list, those of a graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _is_article(item: dict[str, object]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(kinds))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _publisher(articles: Iterable[dict[str, object]]) -> str | None:
    for article in articles:
        for publisher in _listed(article.get("publisher")):
            if isinstance(publisher, dict) and _clean(publisher.get("name")):
                return _clean(publisher.get("name"))
    return None


def _clean(value: object) -> str | None:
    """A string with its white space collapsed, None where it is none or is empty."""
    return (_SPACES.sub(" ", value).strip() or None) if isinstance(value, str) else None
