"""Preconditions: what a party will not do unless, until or before something else is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from aidememoire.extract.holders import Holder, of_statement, of_subject, of_subjects, subject_of
from aidememoire.extract.lists import items
from aidememoire.extract.positions.asked import doer
from aidememoire.extract.positions.conditional_nouns import named_conditions
from aidememoire.extract.positions.held import Held
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import tree_of
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import Stance
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["condition"]
# What is refused may have one aside between commas, and a comma before its condition.
_REFUSED = r"(?P<refused>(?:[\w’'“”\".-]+\s+){0,11}?[\w’'“”\".-]+(?:,\s+[^,;:“”\".]{3,50})?,?\s+)"
# What a party is ready for may be long, but holds no other clause.
_READY_FOR = r"(?P<refused>(?:(?!(?:will|would|can|could|and|but|which|who|says?|said)\b)[\w’'“”\".-]+,?\s+){1,24}?)"
_CONDITION = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['refusal'])})\s+{_REFUSED}(?P<link>{either(_WORDS['link'])})\s+",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['no_thing'])}){_REFUSED}(?P<link>until|unless|before|without)\s+",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\b(?:until|unless|without|before)\s+(?P<condition>[^;:“”\"]{{5,200}}?)(?:,\s+[“\"]?|\s+(?=(?:it|they|he|she|we)\s))(?P<who>[^,;:“”\"]{{1,80}}?)\s+(?P<refusal>{either(_WORDS['own'])})\s+(?P<refused>[^,;:“”\".]{{3,100}})",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['willing'])})\s+{_READY_FOR}(?P<link>{either(_WORDS['only'])})\s+",
    re.IGNORECASE,
)
_THREAT = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['threat'])}){_REFUSED}(?P<link>unless)\s+",
    re.IGNORECASE,
)
_TAKEN_ON = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['taken_on'])})\s+{_REFUSED}(?P<link>if)\s+",
    re.IGNORECASE,
)
_OWN = re.compile(either(_WORDS["own"]), re.IGNORECASE)
_ABOUT = re.compile(rf"\b{either(_WORDS['about'])}\b", re.IGNORECASE)
_THING = re.compile(rf"\b(?P<thing>{either(_WORDS['thing'])})\s+\Z", re.IGNORECASE)
_NONE = re.compile(r"no\s+(?P<what>.+?)\s+(?:will|would|can|could|shall)\b", re.IGNORECASE)
_END = re.compile(r"\s[–—-]\s|[;:]|(?<=[,.!?])[“”\"’]|\s(?:said|says|told|according\s+to)\b")
_CLAUSE = re.compile(r"\b(?:\w{3,}s|is|are|be|\w+ed|freed|will|can)\b")
# "Releases detainees", whatever its first word was tagged as.
_BARE = re.compile(r"[a-z]{3,}(?<!s)(?:es|s)\s+(?:the\s+|its\s+|all\s+)?[a-z-]+s(?:\s.*)?")
_COMES = re.compile(r"(?:take\s+place|begin|start|resume|happen|go\s+ahead|proceed|succeed|be\s+held)\b", re.IGNORECASE)
_SAYING = re.compile(r"\b(?:said|says|say|insisted|insists|warned|added|reiterated)\b")
_IF = frozenset(("if", "once", "on condition that", "provided", "provided that"))
# A condition this near to a time is a date ("not before Monday").
_DATE = 5


def conditions(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The preconditions of a sentence, one for each item of a list ("until it does X, Y and Z")."""
    within = scene.text, sentence.start, sentence.end
    for match in _CONDITION.finditer(*within):
        if _firm_link(match) and not _dated(scene, sentence, match.end()):
            yield from _held(scene, sentence, match)
    yield from _put_first(scene, sentence)
    later = (_NOTHING, _ONLY, _TAKEN_ON, _THREAT)
    for match in chain.from_iterable(each.finditer(*within) for each in later):
        if not _dated(scene, sentence, match.end()):
            yield from _held(scene, sentence, match)
    yield from named_conditions(scene, sentence)


def _firm_link(match: re.Match[str]) -> bool:
    """Whether a refusal and its link make a condition: "only if" does; "will not ... if" is a threat."""
    refusal, link = match["refusal"].lower(), " ".join(match["link"].lower().split())
    return ("only" in refusal) == (link in _IF) or link in {"until", "unless"}


def _dated(scene: Scene, sentence: Span, start: int) -> bool:
    following = Span(start, sentence.end, scene.text[start : sentence.end])
    return any(t.span.start - start < _DATE for t in scene.times_in(following))


def _put_first(scene: Scene, sentence: Span) -> Iterator[Held]:
    """A condition that stands before what it is for: "until the siege is lifted, the council will not talk"."""
    for match in _FIRST.finditer(scene.text, sentence.start, sentence.end):
        condition = Span.of(scene.text, *match.span("condition"))
        bare = match.group().lower().startswith("without")
        told = bare or _CLAUSE.search(condition.text) is not None
        if not told or _dated(scene, sentence, condition.start):
            continue
        evidence = Span.trimmed(scene.text, match.start(), match.end())
        for holder in of_subjects(scene, sentence, match.start("refusal"))[:1]:
            found = _listed(scene.text, condition.start, condition.end)
            for item, of in _with_doers(scene, sentence, found, holder):
                yield Held(holder, "precondition", item, match["refused"].strip(), evidence, evidence, of)


def _held(scene: Scene, sentence: Span, match: re.Match[str]) -> Iterator[Held]:
    thing = _THING.search(scene.text[sentence.start : match.start()])
    cue = Span.of(scene.text, match.start(), match.end())
    speaker = of_statement(scene, scene.statement_over(cue))
    nothing = match.re is _NOTHING
    own = next(iter(of_subjects(scene, sentence, match.start())), None) if thing is None and not nothing else None
    holder = own or speaker or _sayer(scene, sentence, match.start())
    firm = _firm(match) or (own is not None and "only" in match["refusal"].lower())
    if holder is None or not (firm or _ABOUT.search(match["refused"]) or thing is not None):
        return
    link = " ".join(match["link"].lower().split())
    stance: Stance = "precondition" if own is not None or "only" not in match["refusal"].lower() else "demand"
    start = sentence.start + thing.start() if thing else match.start()
    found = _listed(scene.text, match.end(), sentence.end)
    for n, (item, of) in enumerate(_with_doers(scene, sentence, found, holder)):
        evidence = Span.of(scene.text, start, item.end) if n == 0 else item
        withheld = _withheld(match, thing) if own or thing or nothing else _told_of(scene, sentence, match)
        made = Held(holder, stance, item, withheld, evidence, cue, of)
        yield made if "as long as" not in link else replace(made, wording=_no_longer(scene, item))


def _withheld(match: re.Match[str], thing: re.Match[str] | None) -> str:
    """What is withheld: talks that cannot begin, what the holder will not do, or what nobody will see done."""
    if thing is not None:
        return " ".join(thing["thing"].split())
    words = " ".join(re.sub(r"[“”\"]", "", match["refused"]).split())
    words = re.sub(r",?(?:\s+but)?\Z", "", words)
    if match.re is _THREAT:
        return f"not {re.sub(r'^not ', '', words)}"
    none = _NONE.match(match["refusal"])
    return f"any {none['what']} {words}" if none is not None else words


def _told_of(scene: Scene, sentence: Span, match: re.Match[str]) -> str:
    """What cannot come about, with its noun: "elections", "the truce last"."""
    words = _withheld(match, None)
    tree = tree_of(scene)
    inside = tree.within(Span(match.start(), sentence.end, ""))
    noun = subject_of(tree, inside[0]) if inside else None
    done = noun is not None and (tree.is_a(noun, "csubj") or tree.words[noun].upos == "VERB")
    if noun is None or not (done or tree.words[noun].upos in {"NOUN", "PROPN"}) or "no " in match["refusal"].lower():
        return words
    whole = scene.text[tree.words[min(tree.below(noun))].start : match.start()] if done else tree.phrase(noun).text
    named = " ".join(whole.split())
    return named if _COMES.match(words) else f"{named} {words}"


def _no_longer(scene: Scene, item: Span) -> str | None:
    """The condition of "as long as": that it is so no longer."""
    tree = tree_of(scene)
    verb = next((at for at in tree.within(item) if tree.words[at].upos in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    cut = tree.words[verb].end if tree.words[verb].upos == "AUX" else tree.words[verb].start
    after = scene.text[cut : item.end].strip()
    if after.startswith("not "):
        return f"{scene.text[item.start : cut].strip()} {after.removeprefix('not ')}"
    return f"{scene.text[item.start : cut].strip()} no longer {after}"


def _firm(match: re.Match[str]) -> bool:
    """Whether a refusal is a position whatever it refuses: "will not ... until"; "will not be able to" is none."""
    if re.search(r"\b(?:that|which|who)\s*\Z", match["refused"]):
        return False
    if match["refused"].lower().startswith(("be ", "have ", "happen ", "cease ", "know ", "see ")):
        return False
    own = _OWN.fullmatch(match["refusal"]) is not None and match["link"].lower() in _WORDS["first_link"]
    return match.re is not _CONDITION or own


def _sayer(scene: Scene, sentence: Span, before: int) -> Holder | None:
    """Who says it, where no statement covers it: the subject of the last verb of saying before it."""
    says = list(_SAYING.finditer(scene.text, sentence.start, before))
    return of_subject(scene, sentence, says[-1].start()) if says else None


def _with_doers(
    scene: Scene, sentence: Span, found: tuple[Span, ...], holder: Holder
) -> Iterator[tuple[Span, str | None]]:
    """Each condition with the party that is to do it; a verb without a subject has that of the item before it."""
    tree = tree_of(scene)
    last: str | None = None
    for item in found:
        inside = tree.within(item)
        of = doer(scene, sentence, item, holder)
        bare = bool(inside) and (
            tree.words[inside[0]].upos in {"VERB", "AUX"} or _BARE.fullmatch(item.text) is not None
        )
        last = of if of is not None or not bare else last
        yield item, last


def _listed(text: str, start: int, end: int) -> tuple[Span, ...]:
    stop = _END.search(text, start, end)
    end = stop.start() if stop else end
    conjunction = re.compile(r"\s(?:and|or)\s").search(text, start, end)
    comma = text.find(",", start, end)
    is_list = conjunction is not None and 0 <= comma < conjunction.start()
    after = text.find(",", conjunction.end() if is_list and conjunction else start, end)
    found = items(text, start, after if after >= 0 else end)
    # "Its tanks and guns" is one condition: only what holds a verb of its own is another.
    if len(found) > 1 and not (is_list or all(len(i.text.split()) > 1 and _CLAUSE.search(i.text) for i in found)):
        return (Span.trimmed(text, found[0].start, found[-1].end),)
    return tuple(_without_that(text, item) for item in found)


def _without_that(text: str, item: Span) -> Span:
    that = re.match(r"that\s+(?=\w)", item.text)
    return Span.of(text, item.start + that.end(), item.end) if that else item
