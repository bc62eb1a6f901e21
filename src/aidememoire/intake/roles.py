"""What each block of a page is for, by the markup it stands in and by what is the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from aidememoire.intake.blocks import Block, ink
from aidememoire.intake.page_facts import PageFacts
from aidememoire.intake.story import Kept, story_of
from aidememoire.model.articles import Mark

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_BY_TAG: Mapping[str, str] = {
    "nav": "navigation", "menu": "navigation", "header": "navigation", "footer": "navigation",
    "figcaption": "caption", "form": "newsletter", "aside": "related",
}  # fmt: skip
_BY_ARIA: Mapping[str, str] = {
    "navigation": "navigation", "menubar": "navigation", "menu": "navigation", "banner": "navigation",
    "contentinfo": "navigation", "search": "navigation", "complementary": "related",
}  # fmt: skip
# Words of class names and ids, as newsroom systems and their plug-ins use them.
_BY_WORD = (
    ("comments", "comments?|commentlist|disqus|respond"),
    ("newsletter", "newsletters?|subscribe|subscription|sign-?up|mailing-list|mc-embed"),
    ("related", "related|recommended|recommendations|recirc|trending|popular|most-(?:read|viewed)|(?:read|more|also)-"
                "(?:more|read|stories|news|on)|see-also|you-may-like|outbrain|taboola|sidebar|teasers?|promo"),
    ("caption", "caption|wp-caption-text|(?:image|photo|picture|media)-(?:credit|caption|description)"),
    ("navigation", "nav|navbar|navigation|breadcrumbs?|menu|submenu|pagination|pager|skip-(?:link|to)"
                   "|site-(?:header|footer)|topbar"),
    ("outside", "share|sharing|social|ads?|advert|advertisement|sponsored|cookies?|consent|tags|print-only"
                "|screen-reader-text|sr-only|visually-hidden"),
    ("byline", "byline|by-line|authors?"),
)  # fmt: skip
_WORDS = tuple((role, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for role, words in _BY_WORD)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:standfirst|dek|deck|sub-?title|sub-?headline|strap-?line|excerpt|summary)(?![a-z])"
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_IN_TITLES = re.compile(r"\W+")


def marks_of(blocks: Sequence[Block], kept: Kept, facts: PageFacts) -> tuple[Mark, ...]:
    """The role of each block of a page, in their order: a mark covers the whole of its block.

    Roles: title, standfirst, byline, date, heading (within the story), body, caption, navigation, related, newsletter,
    comments, and outside for everything else that is not the story. A page without a story has no body.
    """
    title = _title(blocks, facts)
    markup = _Markup(blocks, kept, title)
    by_markup = {i: role for i, block in enumerate(blocks) if (role := markup.role(block.element))}
    rubbish = by_markup.keys() if title is None else by_markup.keys() | {title}
    story = story_of(blocks, kept, rubbish)
    first = min((i for i in story if not _is_standfirst(blocks[i])), default=len(blocks))
    roles = (
        "title" if i == title
        else by_markup.get(i) or _role(block, i in story, before=i < first, summary=facts.summary)
        for i, block in enumerate(blocks)
    )  # fmt: skip
    return tuple(Mark(block.start, block.end, role) for block, role in zip(blocks, roles, strict=True))


def _role(block: Block, in_story: bool, *, before: bool, summary: str | None) -> str:
    """The role of a block that no markup around it settles."""
    if _is_standfirst(block) or (before and _alike(block.text, summary)):
        return "standfirst"
    if in_story:
        return "heading" if block.element.tag in _HEADINGS else "body"
    return "date" if before and _is_date(block) else "outside"


def _is_standfirst(block: Block) -> bool:
    return _STANDFIRST.search(_words(block.element)) is not None


def _is_date(block: Block) -> bool:
    """Whether a block is a line about a `<time>` ("Published 4 March 2031")."""
    times = [ink(time.text_content()) for time in block.element.iter("time")]
    return bool(times) and 2 * sum(times) >= ink(block.text)


def _title(blocks: Sequence[Block], facts: PageFacts) -> int | None:
    """The block that is the headline: a heading that says what the page calls itself, else its only `<h1>`."""
    headings = [i for i, block in enumerate(blocks) if block.element.tag in ("h1", *_HEADINGS)]
    for title in facts.titles:
        named = [i for i in headings if _alike(blocks[i].text, title)]
        if named:
            return min(named, key=lambda i: (blocks[i].element.tag, i))
    tops = [i for i in headings if blocks[i].element.tag == "h1" and not _alike(blocks[i].text, facts.outlet)]
    return tops[0] if len(tops) == 1 else None


class _Markup:
    """Reads roles off the elements around a block.

    An element that holds more than half of what was kept is never rubbish, whatever it is called: whole pages stand in
    one `<form>`, whole stories in `class="with-sidebar"`.
    """

    def __init__(self, blocks: Sequence[Block], kept: Kept, title: int | None) -> None:
        holding: Counter[HtmlElement] = Counter()
        everything = 0
        for block in blocks:
            if kept.holds(block.text):
                everything += ink(block.text)
                for element in _around(block.element):
                    holding[element] += ink(block.text)
        self._main = {element for element, amount in holding.items() if 2 * amount > everything}
        self._main |= set() if title is None else set(_around(blocks[title].element))
        self._known: dict[HtmlElement, str | None] = {}

    def role(self, element: HtmlElement) -> str | None:
        """The role that the outermost telling element around a block gives to it, None where none does."""
        role = None
        for around in _around(element):
            if around not in self._known:
                self._known[around] = None if around in self._main else _own_role(around)
            role = self._known[around] or role
        return role


def _own_role(element: HtmlElement) -> str | None:
    """The role that an element's own tag, ARIA role, class and id speak of."""
    if element.tag in ("body", "html", "main", "article"):
        return None
    if element.tag in ("header", "footer") and next(element.iterancestors("article"), None) is not None:
        return "outside" if element.tag == "footer" else None
    by_name = _BY_TAG.get(str(element.tag)) or _BY_ARIA.get(element.get("role") or "")
    if by_name and by_name != "related":
        return by_name
    words = _words(element)
    return next((role for role, pattern in _WORDS if pattern.search(words)), by_name)


def _words(element: HtmlElement) -> str:
    """The class and the id of an element in small letters, their words parted: "relatedPosts" is "related-posts"."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _CAPITAL.sub("-", names).lower().replace("_", "-")


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _alike(text: str, other: str | None) -> bool:
    """Whether two texts are the same but for case, spaces and punctuation."""
    return other is not None and _NOT_IN_TITLES.sub("", text).casefold() == _NOT_IN_TITLES.sub("", other).casefold()
