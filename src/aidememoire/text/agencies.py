"""Which news agencies an article is from or was told to: by credit, dateline and site, and by what it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from aidememoire.lexicon.agencies import agency_of, agency_pattern
from aidememoire.text.pieces import plain

_WORD = r"[A-ZÀ-Þ][\w&'-]*(?:\.\w+)*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_AGENCY_WORDS = r"(?:Press|News Agency|Press Agency|Newswire|Wire Service)"
_KIND = r"(?:(?:[\w-]+ ){0,3}?(?:news )?agency )?"
_TOLD = (
    r"(?:told|telling|tells|(?:speak|spoke|talk|talked|speaking|talking) (?:to|with)|"
    r"interview(?:ed)? (?:with|by|to)|informed"
    r"|(?:comments|remarks|statements?) to|said to|confirmed to)"
)
_HOUSE = (
    r"(?:journalists?|reporters?|correspondents?|photographers?|witness(?:es)?|cameram[ae]n|tally|count|(?:news )?team"
    r"|(?:could not|couldn't|was (?:not able|unable) to|has not|did not) (?:immediately |"
    r"independently )*(?:verify|confirm|reach))"
)
# Broadcasters and papers that sign datelines with their own name: outlets, not agencies.
_SAYS_SO = re.compile(rf"\b{_AGENCY_WORDS}$")
_GENERIC = re.compile(
    r"(?:the )?(?:state|official|local|national|private|independent|foreign|international)(?: "
    r"(?:news|press))? (?:agency|press)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"^[\w]+-(?:linked|backed|run|based|owned|affiliated|controlled|aligned|funded) ")
_OUTLETS = frozenset(
    "CNN BBC NPR CBS NBC ABC CBC PBS ITV VOA RFE RFE/RL RFI DW NHK SBS RTE RT TRT CGTN CCTV MSNBC FOX SKY".split()
)
_OUTLET_WORDS = frozenset(
    "News Times Post Herald Tribune Standard Courier Voice Ledger TV Radio Television "
    "Broadcasting Journal Online Guardian Telegraph".split()
)
_NOBODY = frozenset(
    "Staff Admin Administrator Editor Editors Newsroom Desk Web Agencies Agency Reporter "
    "Correspondent Wire Wires Team Author Guest "
    "Online Monitoring Report Source Archive File Photo Handout Pool".split()
)


def credited(names: Iterable[str]) -> tuple[str, ...]:
    """The agencies among the names that a byline or a dateline gives, by their usual names."""
    parts = [part for name in names for part in re.split(r"\s*(?:/|,|\band\b)\s*", name)]
    return tuple(dict.fromkeys(usual for part in parts if (usual := _usual(part))))


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """The agencies among the names of a source line, which names outlets as well: those of the list, and those that
    say that they are agencies ("Meridian Press")."""
    found = [usual for name in names if (usual := _usual(name)) and (agency_of(name) or _SAYS_SO.search(name))]
    return tuple(dict.fromkeys(found))


def spoken_to(body: str, known: Sequence[str]) -> tuple[str, ...]:
    """The agencies that the body of an article says it is from: "told Meridian Press", "reports Meridian Press".

    `known` are those credited. A state's agency whose reports an article cites is a source of what they say, not of
    the article: it counts only where words were said to it, and nobody else is credited. Nor does a report cited from
    one agency make an article credited to another its own.
    """
    text = plain(body)
    found = [name for name in _told(text, known) if not (known and _is_state(name, text))]
    if not known:
        found += [name for name in _reported(text, found) if not _is_state(name, text)]
    return tuple(dict.fromkeys(found))


def merged(names: Iterable[str]) -> tuple[str, ...]:
    """The names without initials that stand for a fuller one of them ("MP" beside "Meridian Press")."""
    unique = tuple(dict.fromkeys(names))
    initials = {"".join(word[0] for word in name.split() if word[0].isupper()): name for name in unique if " " in name}
    return tuple(dict.fromkeys(initials.get(name, name) for name in unique))


def _usual(name: str) -> str | None:
    bare = _ATTACHED.sub("", re.sub(r"^[Tt]he |\s+(?:staff|news service)$", "", name.strip(" .-–—")))
    if known := agency_of(bare):
        return known.name
    return bare if _may_be_agency(bare) else None


def _may_be_agency(name: str) -> bool:
    """Whether an unknown name where an agency's stands may be one: up to four words with capitals, no outlet's."""
    words = name.split()
    if not 1 <= len(words) <= 4 or not all(word[0].isupper() for word in words) or _GENERIC.fullmatch(name):
        return False
    if name in _OUTLETS or words[-1] in _OUTLET_WORDS or not _NOBODY.isdisjoint(words):
        return False
    return name.isupper() or len(name) > 3


def _told(text: str, known: Sequence[str]) -> list[str]:
    found = [_listed(m) for m in _told_listed().finditer(text)] + [_listed(m) for m in _house_listed().finditer(text)]
    found += [m["name"] for m in _TOLD_AGENCY.finditer(text)] + [m["name"] for m in _TOLD_PRESS.finditer(text)]
    found += [name for name in known if re.search(rf"\b{_TOLD} (?:the )?{re.escape(name)}\b", text)]
    return [usual for name in found if name and (usual := _usual(name))]


def _reported(text: str, told: Sequence[str]) -> list[str]:
    """Agencies named where a sentence says who reported it. Those of the list, and those that it calls an agency."""
    found = [_listed(m) for m in _reported_listed().finditer(text)]
    found += [m["name"] or m["after"] for m in _REPORTED_PRESS.finditer(text)]
    return [usual for name in found if name and (usual := _usual(name)) and usual not in told]


def _listed(match: re.Match[str]) -> str | None:
    """An agency of the list, None where its name is also an ordinary word and nothing beside it says "agency"."""
    name = " ".join((match["name"] or match["after"] or "").split())
    known = agency_of(name)
    ordinary = known is not None and name in known.ordinary
    return None if ordinary and "agency" not in match.group() else name


def _is_state(name: str, text: str) -> bool:
    known = agency_of(name)
    if known is not None and known.state:
        return True
    own = rf"{re.escape(name)}\b"
    return bool(
        re.search(
            rf"\b(?:state|official|government|semi-official|state-run|state-owned|government-run) "
            rf"(?:[\w-]+ ){{0,3}}{own}",
            text,
        )
        or re.search(
            rf"{own},? (?:the |its |[A-Z]\w+'s )(?:\w+ )?(?:state|official|government|state-run|state-owned)\b", text
        )
    )


_TOLD_AGENCY = re.compile(rf"\b{_TOLD} (?:the )?(?P<name>{_NAME}) (?:news agency|newswire|wire service|agency)\b")
_TOLD_PRESS = re.compile(rf"\b{_TOLD} (?:the )?{_KIND}(?P<name>(?:{_WORD} ){{1,3}}{_AGENCY_WORDS})\b(?! [A-Z])")
_REPORTED_PRESS = re.compile(
    rf"[,\"'] ?(?:as )?(?:reports?|reported by) (?:the )?{_KIND}(?P<name>(?:{_WORD} "
    rf"){{1,3}}{_AGENCY_WORDS})\b(?! [A-Z])"
    rf"|[,\"] (?:the )?(?P<after>(?:[A-ZÀ-Þ][\w&'.-]* ){{1,3}}{_AGENCY_WORDS}) (?:news agency )?report(?:s|ed)\b"
)


@cache
def _told_listed() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_TOLD} (?:the )?{_KIND}(?P<name>{agency_pattern()})(?![\w-])(?P<after>)(?: news agency| agency)?"
    )


@cache
def _house_listed() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{agency_pattern()})(?P<after>)(?: news agency)? {_HOUSE}\b")


@cache
def _reported_listed() -> re.Pattern[str]:
    names = agency_pattern()
    return re.compile(
        rf"[,\"'] ?(?:as )?(?:reports?|reported by) (?:the )?{_KIND}(?P<name>{names})(?![\w-])"
        rf"|(?:[,\"] |\. )(?:the |The )?{_KIND}(?P<after>{names})(?: news agency)? report(?:s|ed)\b"
    )
