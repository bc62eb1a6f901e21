"""Which of two versions came from the other, where anything tells."""

from __future__ import annotations

import re

from aidememoire.model.articles import Article
from aidememoire.model.lineage import Direction

# A version that holds nearly nothing of its own and breaks off in mid-sentence was cut from the other.
WHOLE = 0.95

_REVISED = re.compile(r"^\W*(?:CORRECT(?:ED|ION)|UPDATED?(?:\s+\d+)?|REFILE|WRAPUP\s*\d*|RPT)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…:)\]\"”’']\s*$")


def agency(a: Article, b: Article) -> str | None:
    """The agency of a wire: the one that both name, or the only one named; None where they name different ones."""
    both = [name for name in a.agencies if _key(name) in {_key(other) for other in b.agencies}]
    if both:
        return min(both, key=_key)
    named = {_key(name): name for name in (*a.agencies, *b.agencies)}
    return next(iter(named.values())) if len(named) == 1 else None


def agencies_differ(a: Article, b: Article) -> bool:
    """Whether both name agencies and none of them is the same."""
    return bool(a.agencies) and bool(b.agencies) and not {_key(n) for n in a.agencies} & {_key(n) for n in b.agencies}


def direction(a: Article, b: Article, share_a: float, share_b: float) -> Direction:
    """The way that a wire's text took. Credits tell more than corrections, those more than cuts and dates."""
    for told in (_by_credit(a, b), _by_revision(a, b), _by_cut(a, b, share_a, share_b), _by_date(a, b)):
        if told is not None:
            return told
    return "unknown"


def _key(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())


def _by_credit(a: Article, b: Article) -> Direction | None:
    """One is printed by the agency that the other credits, or is an agency's own and the other credits nobody.

    "common source" where both credit one agency.
    """
    from_a = a.outlet is not None and _key(a.outlet) in {_key(name) for name in b.agencies}
    from_b = b.outlet is not None and _key(b.outlet) in {_key(name) for name in a.agencies}
    if from_a != from_b:
        return "a→b" if from_a else "b→a"
    if not from_a and bool(a.agencies) != bool(b.agencies) and (_is_own(a) or _is_own(b)):
        return "a→b" if _is_own(a) else "b→a"
    shared = {_key(name) for name in a.agencies} & {_key(name) for name in b.agencies}
    return "common source" if shared and not from_a else None


def _is_own(article: Article) -> bool:
    """Whether an article is printed by the agency that it credits."""
    return article.outlet is not None and _key(article.outlet) in {_key(name) for name in article.agencies}


def _by_revision(a: Article, b: Article) -> Direction | None:
    """One title says that it is a correction or an update, of what the same house or agency told before."""
    one_house = a.outlet is not None and b.outlet is not None and _key(a.outlet) == _key(b.outlet)
    if not one_house and not {_key(n) for n in a.agencies} & {_key(n) for n in b.agencies}:
        return None
    revised_a, revised_b = (bool(_REVISED.match(article.title or "")) for article in (a, b))
    if revised_a == revised_b:
        return None
    return "b→a" if revised_a else "a→b"


def _by_cut(a: Article, b: Article, share_a: float, share_b: float) -> Direction | None:
    """One version breaks off in the middle of what the other has."""
    cut_a, cut_b = _cut(a, share_a) and share_b < WHOLE, _cut(b, share_b) and share_a < WHOLE
    if cut_a == cut_b:
        return None
    return "b→a" if cut_a else "a→b"


def _cut(article: Article, share: float) -> bool:
    """Whether all of an article is shared and its last sentence has no end."""
    body = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "body"]
    return share >= WHOLE and bool(body) and not _ENDED.search(body[-1])


def _by_date(a: Article, b: Article) -> Direction | None:
    """Without an agency in sight, the version of an earlier day is the source."""
    if a.agencies or b.agencies or a.published is None or b.published is None:
        return None
    if a.published[:10] == b.published[:10]:
        return None
    return "a→b" if a.published < b.published else "b→a"
