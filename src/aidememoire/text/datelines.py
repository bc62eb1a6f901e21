"""Datelines: where a story was filed, on which day, by which agency ("ORLUNE, Varenia (Meridian Press) - ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.lexicon.agencies import agency_of
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.text.dates import dates_in

_CAP = r"A-ZÀ-ÖØ-Þ"
_CAPS_WORD = rf"(?:[{_CAP}][{_CAP}'’.-]*[{_CAP}.]|[{_CAP}]['’][{_CAP}]+)"
_CAPS_RUN = rf"{_CAPS_WORD}(?: {_CAPS_WORD}| (?:al|el|de|la|le|sur|on|of)-?{_CAPS_WORD}){{0,4}}"
_CAPS = re.compile(rf"{_CAPS_RUN}(?: ?/ ?{_CAPS_RUN}){{0,3}}(?![\w'’])")
_TITLED = re.compile(
    rf"[{_CAP}][\w'’.-]+(?:[ -](?:[{_CAP}][\w'’.-]+|of|the|on|de|la|al|el|sur)){{0,3}}(?:/[{_CAP}][\w'’.-]+){{0,2}}"
)
_DASH = re.compile(r"\s*(?:[—–―─-]+|:)\s*(?=\S)|\s+\.{3}\s+")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf",? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} "
    rf"{_MONTH})(?:,? \d{{4}})?(?!\d)"
)
_REGION = re.compile(rf", ?(?P<name>(?:the )?[{_CAP}][\w.'’-]*(?:[ -](?:of|the|and|[{_CAP}][\w.'’-]*)){{0,4}})")
_BRACKET = re.compile(rf"\s*\((?P<name>[{_CAP}][\w.&'’/, -]{{1,50}})\)")
_SENTENCE = re.compile(
    rf"""(?:["“'‘(]\s?)?(?:[{_CAP}][a-zß-ÿ'’]|[{_CAP}]+[a-zß-ÿ]|[AI] |\d|[{_CAP}][{_CAP}.-]+['’]?s? [\w"“]"""
    rf"""|[{_CAP}]['’]?[{_CAP}a-z]|[a-z]+-?[{_CAP}])"""
)
_LOWER = re.compile(r"[a-zß-ÿ]{2}")
# Words of a place's name that are never its last.
_PARTICLES = frozenset(
    "NEW SAN SANTA ST ST. SAINT LA LE LOS LAS EL AL TEL DEIR PORT FORT ABU ADDIS KUALA HO CHI "
    "RIO SAO BAD DAR KHAN TELL".split()
)
# Initials that open a sentence as often as a place opens a dateline.
_INITIALS = frozenset(
    "UN US EU UK UAE USA NATO OSCE OPCW ICRC UNHCR UNICEF UNESCO UNRWA OCHA IAEA ASEAN IGAD ECOWAS OPEC WHO WFP IMF "
    "MSF NGO NGOS AU AMISOM MONUSCO MINUSCA UNIFIL UNMISS UNAMA UNAMI FIFA UEFA CIA FBI PM FM TV IS ISIS ISIL".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the place (None where it names an agency alone), the agency as it stands, the day where it gives a
    year, and the characters it takes from where the text begins (its dash and the space after it included)."""

    place: str | None
    agency: str | None
    agency_start: int
    agency_end: int
    day: str | None
    end: int


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the place: region, agency (at `span`), day, and whether a dash or colon closes it."""

    region: str | None
    agency: str | None
    span: tuple[int, int]
    dated: bool
    day: str | None
    end: int
    closed: bool


def dateline_at(text: str, article: str) -> Dateline | None:
    """The dateline that a paragraph begins with, None where it has none.

    `text` is the paragraph, `article` all of the text: a word in capitals that stands there in capitals again is
    somebody's initials, and a place written as other names are must be spoken of as a place there.
    """
    return _bracket_alone(text) or _capitals(text, article) or _titled(text, article)


def _bracket_alone(text: str) -> Dateline | None:
    """ "(Meridian Press) - The talks ..."."""
    match = _BRACKET.match(text)
    if match is None or not (dash := _DASH.match(text, match.end())) or not _SENTENCE.match(text, dash.end()):
        return None
    return Dateline(None, match["name"], match.start("name"), match.end("name"), None, dash.end())


def _capitals(text: str, article: str) -> Dateline | None:
    """ "ORLUNE: ", "ORLUNE, Varenia (MP) - ", and, as scraped pages have it, "ORLUNE/CALDER The talks ..."."""
    run = _CAPS.match(text)
    if run is None:
        return None
    tail = _tail(text, run.end(), article)
    if not tail.closed:
        return _unmarked(text, run.group(), tail, article)
    if not _follows(text, tail.end) or not _stands_for_place(run.group(), tail, text, article):
        return None
    return _dateline(run.group(), tail)


def _stands_for_place(place: str, tail: _Tail, text: str, article: str) -> bool:
    """Whether capitals before a dash or a colon name a place: a country, an agency or a day beside them says so, or
    the article does. A dash alone is enough for one or two words, a colon is not: it introduces speakers too."""
    first = _first(place)
    if first in _HEADINGS or len(first) < 4 or _is_body(first):
        return False
    if tail.region or tail.agency or tail.dated or _is_place(first, article):
        return True
    return ":" not in text[len(place) : tail.end] and len(first.split()) < 3 and not _initials(first, article)


def _unmarked(text: str, run: str, tail: _Tail, article: str) -> Dateline | None:
    """A dateline without its dash: the capitals end where a sentence begins, and must be known for a place."""
    if tail.region or tail.agency or tail.dated:
        place, end, known = run, tail.end, True
    else:
        place = _without_initials(run, article)
        end, known = len(place), _is_place(_first(place), article) or _are_places(place)
    rest = _skip(text, end)
    if not known or _is_body(_first(place)) or rest == end or not _follows(text, rest):
        return None
    return _dateline(place, tail, rest)


def _titled(text: str, article: str) -> Dateline | None:
    """ "Orlune (MP) - ...", "Orlune, Varenia - ...", "Orlune: ...": only where an agency or the text vouches for it."""
    run = _TITLED.match(text)
    named = country_of(run.group()) if run else None
    if run is None or (named is not None and named.kind != "capital") or _is_body(run.group()):
        return None
    tail = _tail(text, run.end(), article)
    rest = tail.end if tail.closed else _skip(text, tail.end)
    if not _follows(text, rest):
        return None
    spoken_of = _is_place(run.group(), article)
    if not tail.closed:
        signed = tail.agency is not None and (agency_of(tail.agency) is not None or tail.agency.isupper())
        return _dateline(run.group(), tail, rest) if signed and spoken_of else None
    in_country = tail.region is not None and country_of(tail.region) is not None
    return _dateline(run.group(), tail) if tail.agency or in_country or spoken_of else None


def _tail(text: str, at: int, article: str) -> _Tail:
    """Region, day, agency in brackets and dash after a place, each where it is there."""
    region = agency = None
    span = (0, 0)
    dated = _DAY.match(text, at)
    if dated is None and (named := _region(text, at, article)):
        region, at = named
        dated = _DAY.match(text, at)
    at = dated.end() if dated else at
    if bracket := _BRACKET.match(text, at):
        agency, span, at = bracket["name"], bracket.span("name"), bracket.end()
    elif region is not None and agency_of(region) is not None:
        agency, span = region, (at - len(region), at)
    dash = _DASH.match(text, at)
    day = _full_day(dated.group()) if dated else None
    return _Tail(region, agency, span, dated is not None, day, dash.end() if dash else at, dash is not None)


def _region(text: str, at: int, article: str) -> tuple[str, int] | None:
    """The country or region after a place and where it ends: the longest name of a country or of something that the
    article names again, else all that stands before a dash."""
    match = _REGION.match(text, at)
    if match is None:
        return None
    name, start = match["name"], match.start("name")
    if name.isupper() and "." not in name and not _is_country(name):
        return None
    shorter = [name[: word.end()] for word in re.finditer(r"\S+", name)]
    for known in (_is_country, lambda part: article.count(part) > 1):
        for part in reversed(shorter):
            if known(part):
                return part, start + len(part)
    closed = _DASH.match(text, match.end()) or _BRACKET.match(text, match.end())
    return (name, match.end()) if closed else None


def _is_country(name: str) -> bool:
    found = country_of(name)
    return (found is not None and found.kind == "name") or agency_of(name) is not None


def _dateline(place: str, tail: _Tail, end: int | None = None) -> Dateline:
    return Dateline(place, tail.agency, *tail.span, tail.day, end or tail.end)


def _full_day(text: str) -> str | None:
    dates = dates_in(text)
    return dates[0][2] if dates else None


def _skip(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _follows(text: str, at: int) -> bool:
    """Whether a sentence in ordinary letters begins here."""
    return bool(_SENTENCE.match(text, at)) and len(_LOWER.findall(text[at : at + 60])) >= 3


def _without_initials(place: str, article: str) -> str:
    """Capitals that run from the place into the sentence, cut back to the place: "ORLUNE CN" is "ORLUNE"."""
    words = place.split(" ")
    while len(words) > 1 and words[-2] not in _PARTICLES and _initials(words[-1], article):
        words.pop()
    return " ".join(words)


def _initials(word: str, article: str) -> bool:
    bare = word.strip(".")
    if "." in bare or len(bare) < 3 or bare in _INITIALS:
        return True
    known = organization_of(bare) is not None or agency_of(bare) is not None
    return known or len(re.findall(rf"(?<![\w'’-]){re.escape(bare)}(?![\w-])", article)) > 1


# What stands in capitals before a colon or a dash in a newspaper, and is no place.
_HEADINGS = frozenset(
    "WATCH READ VIDEO LIVE UPDATE UPDATED UPDATES BREAKING EXCLUSIVE ANALYSIS OPINION "
    "EDITORIAL COMMENT FACTBOX TIMELINE "
    "EXPLAINER INTERVIEW CORRECTION NOTE PHOTO PHOTOS FILE RELATED ADVERTISEMENT QUESTION ANSWER WARNING ALERT".split()
)


def _is_body(name: str) -> bool:
    """Whether capitals are an agency's or an organization's; the seat of the United Nations goes by its name."""
    return name != "UNITED NATIONS" and (
        name in _INITIALS or agency_of(name) is not None or organization_of(name) is not None
    )


def _first(place: str) -> str:
    """The first place of several ("ORLUNE/CALDER")."""
    return re.split(r" ?/ ?", place)[0]


def _are_places(place: str) -> bool:
    """Whether capitals are several names with a stroke between them, as only datelines have them."""
    parts = re.split(r" ?/ ?", place)
    return len(parts) > 1 and all(len(part) > 3 and not _is_body(part) for part in parts)


def _is_place(name: str, article: str) -> bool:
    """Whether a name is a capital's or of a city that papers name without its country, or the article elsewhere speaks
    of it as of a place."""
    first = _first(name)
    usual = first.title() if first.isupper() else first
    found = country_of(usual)
    if usual.upper() in _ALONE or (found is not None and usual in found.country.capitals):
        return True
    spelt = re.escape(first).replace(r"\ ", r"\s")
    return any(
        not m[1].isupper() and m[1][0].isupper()
        for m in re.finditer(rf"(?i:{_BEFORE_PLACE}) ((?i:{spelt}))(?![\w-])", article)
    )


_BEFORE_PLACE = r"\b(?:in|at|near|into|outside|around|inside|reached|capital,?|city|town|port(?: of)?|city of|town of)"
# Cities that the agencies' style lets stand without their country, beside the capitals.
_ALONE = frozenset(
    (
        "ATLANTA,BALTIMORE,BOSTON,CHICAGO,CINCINNATI,CLEVELAND,DALLAS,DENVER,DETROIT,HONOLULU,HOUSTON,INDIANAPOLIS,"
        "LAS VEGAS,LOS ANGELES,MIAMI,MILWAUKEE,MINNEAPOLIS,NEW ORLEANS,NEW YORK,OKLAHOMA CITY,PHILADELPHIA,PHOENIX,"
        "PITTSBURGH,ST. LOUIS,SALT LAKE CITY,SAN ANTONIO,SAN DIEGO,SAN FRANCISCO,SEATTLE,WASHINGTON,UNITED NATIONS,"
        "BARCELONA,BONN,BOMBAY,CALCUTTA,DUBAI,DUSSELDORF,EDINBURGH,FRANKFURT,GENEVA,GIBRALTAR,THE HAGUE,HAMBURG,"
        "HONG KONG,ISTANBUL,JERUSALEM,JOHANNESBURG,KARACHI,LAUSANNE,MACAU,MARSEILLE,MILAN,MONTREAL,MUMBAI,MUNICH,"
        "NAPLES,OSAKA,QUEBEC CITY,RIO DE JANEIRO,SAO PAULO,SHANGHAI,ST. PETERSBURG,STRASBOURG,SYDNEY,TEL AVIV,TORONTO,"
        "VANCOUVER,VATICAN CITY,ZURICH"
    ).split(",")
)
