"""What a phrase that speaks is about: its head, without what only describes it."""

from __future__ import annotations

import re
from functools import cache

from aidememoire.extract.parties.roles import role_words
from aidememoire.model.facts import ActorKind
from aidememoire.model.spans import Span

_HEAD_ENDS = re.compile(
    r",\s|\s(?:him|her|it|them)sel(?:f|ves)\b|\s\(|\s[–—]\s|\s(?:who|which|that|whose)\s|\s(?:in|at|on|with|to|during|near|from)\s"
    r"|\s(?:[a-z]+ed|known|sent|made|held|led|run|chosen)\s(?:by|in|to|as|for|at|on|with|from)\s"
)
_PHRASE_ENDS = re.compile(r",\s|\s\(|\s[–—-]\s|\s(?:who|which|that|whose)\s")
_NAMED = r"(?:the\s)?[A-Z][\w.'’-]*(?:\s(?:of\s)?[A-Z][\w.'’-]*)*"
_LISTED = re.compile(rf"{_NAMED}(?:,\s{_NAMED})+,?\sand\s{_NAMED}")
# What may follow the name of a body in a phrase that is about it: "the Marn Valley Front group", "Upland TV station".
_SORT = (
    r"(?:\s(?:TV|television|radio|news|agency|newspaper|daily|magazine|website|channel|station|network|broadcaster"
    r"|group|party|movement|militia|faction|alliance|coalition|organi[sz]ation))*"
)
# What may not stand between the head of a phrase and a name that ends it: "the leader of the UHC" is not the UHC, and
# "X and Y" is neither; but "Secretary of State X" is X.
_DEPENDS = re.compile(r"\b(?:and|of|for|by|to|with|in|from|at|against|between)\b")
_DEPENDS_ON_PERSON = re.compile(r"\band\b|\b(?:of|for|by|to|with|in|from|at|against|between)\s+(?:[^A-Z\s]\S*\s+)*$")

# "Tomas Okrelo of the Marn Valley Front" is Okrelo.
_BELONGS = re.compile(r"\s(?:of|from|with)\s")


_FOLLOWS = re.compile(r"\s(?:of|for|to|at|in)\s")


def heads(head: Span, name: Span, kind: ActorKind) -> bool:
    """Whether a name, of a party of that kind, ends the phrase `head` and is what the phrase is about."""
    person = kind == "person"
    if not head.covers(name):
        return False
    lead, rest = head.text[: name.start - head.start], head.text[name.end - head.start :]
    if person and not lead and _BELONGS.match(rest):
        return True
    depends = _DEPENDS_ON_PERSON if person else _DEPENDS
    # "Kestrian television" is not Kestria.
    sort = "" if person or kind in ("state", "government", "place") else _SORT
    return re.fullmatch(rf"{sort}(?:['’]s|['’])?[\s.,]*", rest) is not None and depends.search(lead) is None


def is_role(phrase: str) -> bool:
    """Whether a phrase is about a title: "the group's chief", "coordinator of the committee"."""
    about = _FOLLOWS.split(" ".join(phrase.lower().split()), maxsplit=1)[0]
    return _titles().search(about) is not None


@cache
def _titles() -> re.Pattern[str]:
    """A title at the end of a phrase. As one pattern: a pattern a title cost a twentieth of all reading."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, role_words()['titles']))})$")


def head_of(text: str, span: Span) -> Span:
    """The phrase without what follows its head: no apposition, relative clause or place; a list of names is one."""
    cut = None if _LISTED.fullmatch(span.text) else _HEAD_ENDS.search(span.text)
    return Span.trimmed(text, span.start, span.start + cut.start()) if cut and cut.start() > 0 else span


def phrase_of(text: str, span: Span) -> Span:
    """The phrase with its places and owners, without appositions and clauses: "sources in the minister's office"."""
    cut = _PHRASE_ENDS.search(span.text)
    return Span.trimmed(text, span.start, span.start + cut.start()) if cut and cut.start() > 0 else span
