"""Whether a pronoun or a description can stand for a party: by number, by humanity and by post."""

from __future__ import annotations

import re

from aidememoire.extract.parties.heads import is_role
from aidememoire.extract.parties.names import bare
from aidememoire.extract.parties.roles import role_words, same_post
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party

HE_SHE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
IT = frozenset(("it", "its"))
THEY = frozenset(("they", "them", "their"))
# Whoever is called a source is not named in that article.
_NAMELESS = re.compile(r"\bsources?$")
_CROWD = re.compile(r"(?:(?<!s)s|people|men|women|children|staff|media|\band\b.*)$")


def fits(words: str, party: Party) -> bool:
    """Whether `words`, a pronoun or a description, can stand for a party; True where nothing speaks against it."""
    low = bare(words).lower()
    if low in HE_SHE:
        return party.kind == "person" or (party.kind == "unnamed" and not is_crowd(party))
    if low in THEY:
        return party.kind not in ("person", "place") and (party.kind != "unnamed" or is_crowd(party))
    if low in IT:
        return party.kind not in ("person", "place")
    if _NAMELESS.search(low.split(" of ")[0].split(" in ")[0].split(" close ")[0]):
        return party.kind == "unnamed"
    if is_role(low):
        return _may_hold(bare(words), party)
    return party.kind != "person" or not (_is_body(low) or _CROWD.search(low))


def is_crowd(party: Party) -> bool:
    """Whether a description is of several: "the rebels", "two sources close to the talks"."""
    return _CROWD.search(re.split(r"\s(?:of|in|from|with|close|who|that)\s", bare(party.name))[0].lower()) is not None


def _may_hold(description: str, party: Party) -> bool:
    """Whether a party may be "the Kestrian foreign minister": one human being, with no such post of another state."""
    if party.kind == "unnamed":
        return not is_crowd(party) and not _is_body(bare(party.name).lower())
    if party.kind != "person":
        return False
    owner = next((found for word in description.split() if (found := country_of(word))), None)
    posts = [r for r in party.roles if r.of and same_post(description.lower(), r.title)]
    known = {found.country.name for r in posts if (found := country_of(r.of or ""))}
    return owner is None or not known or owner.country.name in known


def _is_body(description: str) -> bool:
    last = description.split()[-1] if description else ""
    return last in role_words()["stand_for"] or any(last in nouns for nouns in role_words()["states"].values())
