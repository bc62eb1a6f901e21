"""Who is first described and named only afterwards: "The council's chief negotiator said ... Petar Solvane added"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.context import Context, Known
from aidememoire.extract.parties.fit import fits
from aidememoire.extract.parties.heads import is_role
from aidememoire.extract.parties.pronouns import is_pronoun
from aidememoire.extract.parties.roles import role_words, same_post
from aidememoire.lexicon.outlets import outlet_name
from aidememoire.model.facts import Party
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span

# How many sentences later the name may come, those in quotations not counted: a lead and what explains it.
_REACH = 3
_DEFINITE = re.compile(r"(?:the|its|his|her|their)\s|.*['’]s?\s", re.IGNORECASE)

_APPOSED = re.compile(r",\s(?:who|whose|an?|the)\s")
_NAMED = re.compile(r",\s[A-Z]")


def named_later(text: str, description: Span, context: Context, sources: Ordered[Span]) -> Party | None:
    """The person whom the sentences after a description of one name first, and who speaks there.

    Nobody else may speak between. It must be the first time that person is named, with no post that is not the
    described one: who comes into a story by bare name alone has been introduced before. An indefinite description ("a
    spokesman") needs the very post.
    """
    if not is_role(description.text) or not any(True for _ in sources.touching(description)):
        return None
    first = next(_persons_after(description, context), None)
    if (
        first is None
        or first.span != first.party.mentions[0]
        or not _speaks_next(text, description, first.span, context, sources)
    ):
        return None
    posts = [r for r in first.party.roles if r.title not in role_words()["ranks"]]
    very = any(same_post(_title(description.text), r.title) for r in posts)
    may = very or (not posts and _DEFINITE.match(description.text) is not None)
    return first.party if may and fits(description.text, first.party) else None


def _persons_after(description: Span, context: Context) -> Iterator[Known]:
    layout = context.layout
    for sentence in layout.sentences[layout.sentence_at(description.start) + 1 :]:
        if layout.reach(sentence.start, _REACH) > description.start:
            return
        inside = context.mentions.at.inside(sentence)
        yield from (k for k in inside if k.party.kind == "person" and not layout.is_quoted(k.span))


def _speaks_next(text: str, description: Span, name: Span, context: Context, sources: Ordered[Span]) -> bool:
    """Whether a name is the next to speak after the sentence of a description, and no apposition tells of either."""
    sentence = context.layout.sentences[context.layout.sentence_at(description.start)]
    between = sources.starting(sentence.end, name.start)
    others = any(not is_pronoun(s.text) and outlet_name(s.text) is None and not s.covers(name) for s in between)
    speaks = any(True for _ in sources.over(name))
    apposed = _APPOSED.match(text, name.end) or _NAMED.match(text, description.end)
    return speaks and not others and apposed is None


def _title(description: str) -> str:
    """The title that a description is about: "a senior military spokesman of the council" gives "spokesman"."""
    about = re.split(r"\s(?:of|for|to|at|in)\s", " ".join(description.lower().split()))[0]
    fitting = [t for t in role_words()["titles"] if about == t or about.endswith(" " + t)]
    return max(fitting, key=len, default=about)
