"""Media by description: which outlet "the Norwegian state news agency" is, or "the party's Dawn TV"."""

from __future__ import annotations

import re
from functools import lru_cache

from aidememoire.lexicon.agencies import agencies, agency_of
from aidememoire.lexicon.countries import country_of

# In small letters: "the Varenian News Agency" is a name, and "Reuters news agency" is Reuters.
_SORT = re.compile(
    r"\b(?:news\s+(?:agency|service|site|website|channel|outlet|portal)|(?:news)?(?:agency|paper)"
    r"|(?:satellite\s+|cable\s+)?(?:TV|television|radio)(?:\s+(?:station|channel|network))?"
    r"|daily|weekly|magazine|broadcaster|channel|station|website|network)\b"
)
_DESCRIBING = frozenset("the The a A an An state official semi-official independent private national local".split())
_OWNED = re.compile(
    r".+-(?:run|owned|controlled|based|backed|linked|affiliated|funded|language|government|opposition)", re.IGNORECASE
)


@lru_cache(maxsize=20_000)
def outlet_name(phrase: str) -> str | None:
    """The name of the outlet that a phrase is about, without what only tells its sort, its owner or its country.

    A state's agency without a name is the one that this state has. None where the phrase speaks of no outlet, or of one
    that it does not name ("state television").
    """
    if _SORT.search(phrase) is None or re.search(r"\band\b", phrase):
        return None
    owner, _, rest = phrase.replace("’", "'").rpartition("'s ")
    named = re.sub(r"\bof\s.*", "", rest)
    words = [w for w in _SORT.sub(" ", named).split() if not _describes(w)]
    if words and words[-1].isupper() and len(words[-1]) > 1:
        # "The Varenian state news agency VNA": the initials are the whole name.
        words = words[-1:]
    if words and all(w[:1].isupper() or w[:3].lower() in ("al-", "el-") for w in words):
        name = " ".join(words)
        agency = agency_of(name)
        return agency.name if agency else name
    return None if words else _of_state(f"{owner} {rest}")


def _describes(word: str) -> bool:
    """Whether a word before an outlet's name only tells whose it is, or of what sort."""
    known = country_of(word)
    adjective = known is not None and known.kind == "adjective"
    return word in _DESCRIBING or adjective or word.endswith(",") or _OWNED.fullmatch(word) is not None


def _of_state(phrase: str) -> str | None:
    """The only agency that a state has, where a phrase says "state" or "official", "agency" and a country."""
    if not re.search(r"\b(?:state|official)\b.*\bagency\b", phrase):
        return None
    known = map(country_of, phrase.split())
    countries = {found.country.name for found in known if found}
    owned = [a for a in agencies() if a.state and a.country in countries]
    return owned[0].name if len(owned) == 1 else None
