"""Credits: bylines, "(Reporting by ...)", sources; the persons and the bodies that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.lexicon.agencies import agency_of
from aidememoire.text.dates import dates_in, stamp_at
from aidememoire.text.pieces import Piece, plain
from aidememoire.text.titles import PRESS_WORDS

_WORK = (
    r"(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|translat(?:ing|ed|"
    r"ion)|produc(?:ing|ed)|contribut(?:ions?|ed|ing)|graphics?|research(?:ing|ed)?)"
)
_EXTRA = r"(?:additional|further|with|and|writing|by|extra|some|original|,|&)"
_WORKED = re.compile(
    rf"\(? ?(?:{_EXTRA} )*{_WORK}(?: (?:and|&) (?:{_EXTRA} )*{_WORK})?,? (?:by|from|for|(?-i:[A-Z])).{{2,900}}",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(rf"\( ?(?:{_EXTRA} )*{_WORK}\b.{{2,900}}\)\W*", re.IGNORECASE | re.DOTALL)
_HELPED = re.compile(
    r"(?-i:[A-Z]).{2,300}\bcontributed (?:to (?:this|the) (?:report|story|article|dispatch|"
    r"piece)|reporting(?: from .{2,60}| to this .{2,20})?)\W*"
    r"|contribut(?:ing|ors?|ed)(?: by)? ?: ?.{2,300}"
    r"|with (?:additional )?(?:inputs?|files|reporting|reports|contributions?) (?:from|by) (?-i:[A-Z])[^.!?]{2,120}\.?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\(? ?(?:sources?|via|courtesy) ?: ?(?P<names>[^.!?]{2,140}?)\)?\.?|source (?P<bare>[A-Z][^.!?]{1,60})",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|al-\w+|el-\w+|al|el|de|van|von|bin|ben|da|di|la)){0,4}"
_BY = re.compile(
    r"(?:by|written by|reported by|posted by|story by|text by|author ?:|reporter ?:) ?:? ?(?P<who>\S.{1,160})",
    re.IGNORECASE,
)
_BY_WORDS = frozenset(
    "by and in for of the at with on last updated published posted our own staff reporter "
    "reporters correspondent correspondents "
    "special to writer writers editor agencies news agency diplomatic political senior chief "
    "bureau from a special foreign am pm".split()
)
_SIGNED = re.compile(
    rf"{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}}(?:, | ?[|–—/-] | in [A-Z][\w ]+, | in )(?P<body>.{{2,40}})"
)
_EXTRA_WORDS = frozenset(
    "additional further writing reporting editing near outside newsroom bureau al el bin de van".split()
)
_THERE = re.compile(
    rf"(?P<who>{_NAME}(?:(?:, | and ){_NAME}){{0,2}}) (?:in|near|at) {_NAME}(?:(?:, | and ){_NAME}){{0,2}}"
)
_LIST = re.compile(r"\s*(?:,|;|/|\||\s[-–—]\s)\s*(?:and\s+)?|\s+(?:and|&|with)\s+")
_BODIES = re.compile(
    r"(?:staff (?:and|with|&) |(?:news )?)?(?:agencies|wires?|news services)(?: in .{2,30})?|"
    r"wire (?:reports?|services?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit says: the persons who reported or wrote, the bodies it names, and the day where it gives one.

    `sources` are bodies of a source line, where outlets stand beside agencies.
    """

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    day: str | None = None


def is_credit(text: str) -> bool:
    """Whether a line is a credit wherever it stands: of reporters, of editors, of sources, of an agency alone."""
    line = " ".join(plain(text).split())
    if len(line) > 1000:
        return False
    if _BRACKETED.fullmatch(line) or _HELPED.fullmatch(line) or _SOURCE.fullmatch(line):
        return True
    bare = bool(_WORKED.fullmatch(line)) and (";" in line or len(line) < 160) and not _narrates(line)
    return bare or is_agency_alone(line)


def is_byline(text: str) -> bool:
    """Whether a line above the story is a byline: "By Ilse Verhane", "By Meridian - Mar 13, 2031"."""
    line = " ".join(plain(text).split())
    if len(line) > 170 or (match := _BY.fullmatch(line)) is None:
        signed = _SIGNED.fullmatch(line) if len(line) <= 120 else None
        return bool(signed) and _is_body(signed["body"] if signed else "")
    rest = match["who"]
    for start, end, _ in reversed(dates_in(rest)):
        rest = rest[:start] + rest[end:]
    lower = [word for word in re.findall(r"\b[a-z][a-z]+\b", rest) if word not in _BY_WORDS]
    return len(lower) <= 1 and bool(
        re.match(r"[\"'@]?[A-Z]|our |staff|a |agencies|news agenc", rest, re.IGNORECASE if rest[:1].islower() else 0)
    )


def is_signature(text: str) -> bool:
    """Whether a line is reporters and where they are: "Ilse Verhane in Orlune", "A B and C D near Halvet"."""
    match = _THERE.fullmatch(" ".join(plain(text).split()))
    return bool(match) and all(_is_person(name) for name in _LIST.split(match["who"] if match else ""))


def is_agency_alone(text: str) -> bool:
    """Whether a line is nothing but agencies: "AFP", "AP, Reuters", "Staff and agencies"."""
    line = re.sub(r"^(?:with|from) ", "", plain(text).strip(" -–—()[].|/"), flags=re.IGNORECASE)
    if _BODIES.fullmatch(line):
        return True
    head = re.sub(r" in [A-Z][\w ,]{2,30}$", "", line)
    names = re.split(r"\s*(?:,|/|\||&|\band\b)\s*", head)
    return bool(head) and len(names) <= 4 and all(agency_of(name) or _BODIES.fullmatch(name) for name in names)


def credit_of(text: str) -> Credit:
    """What a credit names. Editors and translators are left out: they had no part in the reporting."""
    line = " ".join(plain(text).split()).strip("() ")
    days = dates_in(line)
    if source := _SOURCE.fullmatch(line):
        return Credit(sources=_split_bodies(source["names"] or source["bare"]))
    if _WORKED.match(line) or _BRACKETED.match(line):
        return Credit(persons=_workers(line))
    if helped := re.match(r"(.{2,300}?) contributed\b", line):
        staff = re.match(
            r"(?:the )?(.{2,40}?) (?:staff )?(?:writers?|journalists?|reporters?)\b", helped[1], re.IGNORECASE
        )
        return Credit(persons=_persons(helped[1]), bodies=(staff[1],) if staff and _is_body(staff[1]) else ())
    if helped := re.match(r"contribut\w+(?: by)? ?: ?(.+)", line, re.IGNORECASE):
        return _people_and_bodies(helped[1])
    if by := _BY.fullmatch(line):
        stamp = stamp_at(line[days[0][0] :]) if days else None
        day = stamp.day if stamp else None
        return _with_day(_people_and_bodies(_before_stamp(by["who"])), day)
    return _people_and_bodies(line)


def trailing_credit(piece: Piece, bodies: frozenset[str] = frozenset()) -> int | None:
    """Where in a story's last paragraph a credit begins, None where none does. `bodies` are agencies known here."""
    line = piece.plain
    for pattern in _TRAILING:
        match = pattern.search(line)
        if match and match.start() > 0 and _credits(match, bodies):
            return match.start()
    return None


_TRAILING = (
    re.compile(rf"\((?:{_EXTRA} )*{_WORK} (?:by|from|for)\b[^()]*\)\W*$", re.IGNORECASE),
    re.compile(
        rf"(?<=[.!?\"'] )(?:additional )?{_WORK}(?: and (?:additional )?{_WORK})? by [A-Z][^.!?]*;[^!?]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<=[.!?\"'] )(?:(?:additional )?(?:reporting|writing|editing) by [A-Z][\w' ,-]{3,80}\.?)$", re.IGNORECASE
    ),
    re.compile(r"\((?P<names>(?:with |source: ?|from )?[^()]{2,60})\)\W*$", re.IGNORECASE),
    re.compile(r"(?:(?<=[.!?\"'])|(?<=\w ))\s*[-–—]+\s*(?P<names>[A-Z][\w.&' /-]{1,40}?)\W*$"),
    re.compile(r"(?<=[.!?\"'] )source:? (?P<names>[A-Z][^.!?]{1,60})$", re.IGNORECASE),
    re.compile(
        r"(?<=[.!?\"'])\s*[-–—]+\s+(?P<names>[A-Z][\w.' -]+(?: (?:with|and|in) [\w.' -]+)*, [A-Z][^!?\"]{1,80})$"
    ),
)


def _credits(match: re.Match[str], bodies: frozenset[str]) -> bool:
    """Whether the names at the end of a paragraph are all a credit's: agencies, or "X and agencies"."""
    if "names" not in match.re.groupindex:
        return True
    names = re.sub(r"^(?:with|source:?|from) ", "", match["names"].strip(), flags=re.IGNORECASE)
    parts = [part for part in re.split(r"\s*(?:,|/|&|\band\b)\s*", names) if part]
    if match.group().lower().startswith(("(source", "source", "(with")):
        return any(_is_body(part) for part in parts) or match.group().lower().startswith("(source")
    if re.match(r"\s*[-–—]", match.group()) and "," in names:
        return any(_is_body(part) or part in bodies for part in parts)
    return all(_is_body(part) or part in bodies for part in parts)


def _is_body(name: str) -> bool:
    bare = name.strip(" .")
    return bool(
        agency_of(bare)
        or _BODIES.fullmatch(bare)
        or re.fullmatch(r"(?:[A-Z][\w']+ ){1,3}(?:News Agency|Press Agency|Newswire)", bare)
    ) or (bool(re.fullmatch(r"(?:[A-Z][\w']+ ){1,2}Press", bare)))


def _narrates(line: str) -> bool:
    """Whether a line that begins as a credit goes on as a sentence ("Reported by the mission, the clashes ...")."""
    words = re.findall(r"(?<![\w@'-])[a-z]{2,}\b", line)
    return any(word not in _BY_WORDS and not re.fullmatch(_WORK, word) and word not in _EXTRA_WORDS for word in words)


def _workers(line: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in re.split(
        r"[;.](?=\s)|,\s*(?=(?:editing|writing|additional)\b)|(?<=\w) (?=editing by)", line, flags=re.IGNORECASE
    ):
        head = re.match(
            rf"\(? ?(?P<head>(?:{_EXTRA} )*{_WORK}(?: and (?:{_EXTRA} )*{_WORK})?)(?: by| from)?[: ]+(?P<who>.+)",
            part.strip(),
            re.IGNORECASE,
        )
        if head and not re.match(r"(?:edit|translat|graphic|produc)", head["head"].strip(), re.IGNORECASE):
            found.extend(_persons(head["who"]))
    return tuple(dict.fromkeys(found))


def _persons(text: str) -> tuple[str, ...]:
    """The persons of a list such as "A B and C D in Orlune, E F in Halvet"."""
    found: list[str] = []
    for part in _LIST.split(text.strip(" .()")):
        name = re.sub(r"\s+(?:in|at|on|near|from|for|outside|aboard) .*$", "", part)
        name = re.sub(r"^(?:with|source:?) ", "", name, flags=re.IGNORECASE)
        name = re.sub(r"^.*\b(?:writers?|journalists?|reporters?|correspondents?|producers?) ", "", name).strip(" .")
        if re.fullmatch(_NAME, name) and 2 <= len(name.split()) <= 5 and not _is_body(name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _is_person(name: str) -> bool:
    """Whether a name of a credit is a person's: two to five words, none of them an agency's or a desk's."""
    words = name.split()
    if not 2 <= len(words) <= 5 or not re.fullmatch(_NAME, name) or _is_body(name):
        return False
    if not PRESS_WORDS.isdisjoint(word.lower() for word in words):
        return False
    return words[0].lower() not in ("our", "staff", "special") and not any(agency_of(word) for word in words)


def _split_bodies(text: str) -> tuple[str, ...]:
    parts = re.split(r"\s*(?:,|/|\||;| and | & |\+)\s*", text.strip(" .()"))
    return tuple(part for part in parts if part and part[0].isalnum())


def _before_stamp(text: str) -> str:
    """A byline without its dates and what introduces them."""
    days = dates_in(text)
    head = text[: days[0][0]] if days else text
    return re.sub(r"(?:[-–—|,·•]|\b(?:published|posted|updated|on|at|last)\b|\s)+$", "", head, flags=re.IGNORECASE)


def _people_and_bodies(text: str) -> Credit:
    persons: list[str] = []
    bodies: list[str] = []
    parts = _LIST.split(text.strip(" .()-–—"))
    for part in parts:
        name = re.sub(
            r"\s+(?:in|at|from|for) .*$", "", re.sub(r"^(?:with|source:?|from) ", "", part, flags=re.IGNORECASE)
        ).strip(" .")
        if _is_body(name) or agency_of(name):
            bodies.append(name)
        elif _is_person(name):
            persons.append(name)
        elif re.fullmatch(_NAME, name) and len(parts) == 1:
            bodies.append(name)
    return Credit(tuple(dict.fromkeys(persons)), tuple(dict.fromkeys(bodies)))


def _with_day(credit: Credit, day: str | None) -> Credit:
    return Credit(credit.persons, credit.bodies, credit.sources, day)
