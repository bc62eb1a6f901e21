"""An instrument as one article tells of it: all its mentions there, and what tells it from another instrument."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, AgreementKind
from aidememoire.record.days import Days, agree, days, iso_day
from aidememoire.record.naming.names import fold

_CARDINAL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(r"\b\d{2,}\b")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_SCOPE = re.compile(r"\s(?:in|for|on|near|to)\s")
# A word before the noun that tells a lesser instrument from the one for the whole country.
_LOCAL = re.compile(
    r"\b(?:local|humanitarian|partial|brief|unilateral|indefinite|regional|one-day|\d+-(?:hour|day))\b", re.IGNORECASE
)
_NEW = re.compile(
    r"\b(?:an?|another|new|other)\s+(?:(?!(?:the|this|that|its|of|to|in|on|for|with|by)\b)[\w’'.“”\"-]+\s+){0,4}[“‘\"]?\Z",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"[”’\"]?\s+(?:agreement\s+|deal\s+)?(?:collapsed|ended|expired|broke\s+down|failed|fell\s+apart|lapsed)\b",
    re.IGNORECASE,
)
# What a truce that is not new has done.
_HELD = re.compile(
    r"[”’\"]?,?\s+(?:agreement\s+|deal\s+)?(?:that|which)\s+(?:has|had)\s+(?:\w+ly\s+)?(?:held|lasted|been|brought|reduced|failed)\b",
    re.IGNORECASE,
)
# "A two-year truce", "the decade-old pact": it was made so long before.
_AGED = re.compile(rf"\b(?P<years>\d+|{'|'.join(_CARDINAL)})[\s\w/-]*-years?\b(?:-(?:old|long))?", re.IGNORECASE)
# Words of a deal's name that tell nothing of which it is.
_CALENDAR = frozenset(
    (*day_name, *month_name, "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
)
_PLAIN = frozenset(
    "a an the deal deals accord accords agreement agreements pact treaty cease fire ceasefire truce truces cessation "
    "of hostilities fighting armistice final interim provisional peace resolution resolutions u n un united nations "
    "security council communiqué communique statement declaration joint zones safe prisoner swap exchange plan "
    "principle".split()
)
# How far before an instrument its adjectives stand, in characters.
_BEFORE = 45


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells instruments apart: days (of a value that gives none, the value), numbers, where, words of a name."""

    value: str = ""
    days: Days | None = None
    numbers: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()
    start: Days | None = None

    def meets(self, other: Marks) -> Days | None:
        """The days that both give: of their making, or of the start of one that is told by when it took effect."""
        pairs = ((self.days, other.days), (self.start, other.start), (self.start, other.days), (self.days, other.start))
        both = (mine.both(theirs) for mine, theirs in pairs if mine and theirs)
        return next((b for b in both if b is not None), None)

    def fits(self, other: Marks) -> bool:
        """Whether nothing says that the two are of two instruments."""
        met = self.meets(other)
        if met is None and self.value and other.value and agree(self.value, other.value) == "apart":
            return False
        if met is None and self.days and other.days:
            return False
        pairs = ((self.numbers, other.numbers), (self.where, other.where), (self.name, other.name))
        return all(not mine or not theirs or mine & theirs for mine, theirs in pairs)

    def with_(self, other: Marks) -> Marks:
        """The marks of an instrument that has both; the days are those that both may mean."""
        mine = self.days.both(other.days) if self.days and other.days else self.days or other.days
        # One is told by its making, the other by its start: it was made first.
        mine = mine or min((d for d in (self.days, other.days) if d), key=lambda d: d.first, default=None)
        narrower = [m.value for m in (self, other) if m.value and (m.days is None or m.days == mine)]
        return Marks(
            min(narrower, default=self.value or other.value, key=lambda v: (-len(v), v)),
            mine,
            self.numbers | other.numbers,
            self.where | other.where,
            self.name | other.name,
            self.start or other.start,
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """An instrument in one article: its mentions, and the names around them. `day` is when that was published.

    `new` where it is told as new there ("a truce"), `over` where such a one is told to have ended.
    """

    article: str
    kind: AgreementKind
    marks: Marks
    members: tuple[Agreement, ...]
    day: date | None
    context: str = field(repr=False, default="")
    new: bool = False
    over: bool = False


def tellings(agreements: Iterable[Agreement], articles: Mapping[str, Article]) -> tuple[Telling, ...]:
    """The instruments of each article: a mention joins the last one of its kind before it that it does not contradict.

    "A truce" after another one is told as new, unless both are of one day.
    """
    by_article: dict[str, list[Agreement]] = {}
    for agreement in sorted(agreements, key=lambda a: (a.article, a.evidence.start, a.id)):
        by_article.setdefault(agreement.article, []).append(agreement)
    return tuple(t for article, told in by_article.items() for t in _of_article(articles[article], told))


def _of_article(article: Article, told: Sequence[Agreement]) -> list[Telling]:
    found: list[Telling] = []
    for agreement in told:
        marks, new = _marks(agreement, article), _is_new(agreement)
        at = next((i for i in reversed(range(len(found))) if _joins(found[i], agreement, marks, new)), None)
        context = _names_around(article, agreement)
        if at is None:
            day = iso_day(article.published)
            around = f"{context} {_names(article.title or '')}"
            over = new and _is_over(agreement)
            found.append(Telling(article.id, agreement.kind, marks, (agreement,), day, around, new, over))
            continue
        old = found[at]
        found[at] = replace(
            old,
            marks=old.marks.with_(marks),
            members=(*old.members, agreement),
            context=f"{old.context} {context}",
        )
    return found


def _joins(old: Telling, agreement: Agreement, marks: Marks, new: bool) -> bool:
    if not old.marks.fits(marks):
        return False
    if old.kind != agreement.kind:
        # "The agreement" after a truce was told is that truce.
        return agreement.kind == "other" and old.kind != "resolution" and not (new or marks.name or marks.where)
    shared = bool(old.marks.numbers & marks.numbers or old.marks.name & marks.name)
    same_day = bool(old.marks.days and marks.days)
    return shared or same_day or not new


def _marks(agreement: Agreement, article: Article) -> Marks:
    value = agreement.when.value if agreement.when else ""
    noun, _, scope = _parts(agreement.what)
    before = _before(agreement)[-_BEFORE:]
    where = {fold(w) for w in _CAPITAL.findall(scope)} | {w.lower() for w in _LOCAL.findall(before)}
    named = agreement.kind not in {"ceasefire", "resolution"}
    name = frozenset(w for w in re.findall(r"\w+", noun.casefold()) if named and w not in _PLAIN and not w.isdigit())
    numbers = frozenset(_NUMBER.findall(noun)) if agreement.kind == "resolution" else frozenset()
    made = days(value) or _aged(before, article)
    return Marks(value, _widened(value, made), numbers, frozenset(where), name, _start(agreement))


def _start(agreement: Agreement) -> Days | None:
    """The day on which an instrument is told to start, None where none is told or no single day."""
    told = (days(t.when.value) for t in agreement.terms if t.kind == "starts" and t.when is not None)
    return next((d for d in told if d is not None and d.narrow), None)


def _widened(value: str, made: Days | None) -> Days | None:
    """The days of "the weekend" with the Friday night before it, on which many a meeting ends."""
    return Days(made.first - timedelta(days=1), made.last) if made and value.endswith("-WE") else made


def _aged(before: str, article: Article) -> Days | None:
    """The days in which "a two-year truce" may have been made, None where no age is told."""
    found, printed = _AGED.search(before), iso_day(article.published)
    if found is None or printed is None:
        return None
    word = found["years"].lower()
    years = _CARDINAL.index(word) + 1 if word in _CARDINAL else int(word)
    return Days(date.min, printed - timedelta(days=365 * years)) if years < _AGES else None


# Of a number of years as great no truce of the press is.
_AGES = 200


def _parts(what: str) -> tuple[str, str, str]:
    """The noun of an instrument, and what it is for or where it holds."""
    found = _SCOPE.search(f"{what} ")
    return (what[: found.start()], found.group(), what[found.end() :]) if found else (what, "", "")


def _before(agreement: Agreement) -> str:
    at = agreement.evidence.text.find(agreement.what)
    return agreement.evidence.text[:at] if at >= 0 else ""


def _is_new(agreement: Agreement) -> bool:
    """Whether it is told as new ("a truce"): not where the text goes on to say that it has held for some time."""
    at = agreement.evidence.text.find(agreement.what)
    held = at >= 0 and _HELD.match(agreement.evidence.text, at + len(agreement.what)) is not None
    return not held and _NEW.search(_before(agreement)) is not None


def _is_over(agreement: Agreement) -> bool:
    at = agreement.evidence.text.find(agreement.what)
    return at >= 0 and _OVER.match(agreement.evidence.text, at + len(agreement.what)) is not None


def _names_around(article: Article, agreement: Agreement) -> str:
    """The names in the paragraph of a mention: of which conflict it is."""
    at = article.paragraph_at(agreement.evidence.start)
    return _names(article.paragraphs[at].text if at >= 0 else agreement.evidence.text)


def _names(words: str) -> str:
    """The names in some words, of a people its country; days, months and the words that open sentences are none."""
    inside = re.sub(r"(?:^|(?<=[.!?]\s)|(?<=[“\"]))[A-Z][a-z]{0,4}\b", " ", words)
    return " ".join(_country(w) for w in _CAPITAL.findall(inside) if w not in _CALENDAR)


def _country(word: str) -> str:
    known = country_of(word)
    return known.country.name if known is not None else word
