"""The forms of English verbs: third person, past, participles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["base", "third", "past", "participle", "gerund"]

# lemma: past, past participle; regular verbs are not listed.
IRREGULAR: dict[str, tuple[str, str]] = {
    "bear": ("bore", "borne"), "become": ("became", "become"), "begin": ("began", "begun"), "bet": ("bet", "bet"),
    "bid": ("bid", "bid"), "break": ("broke", "broken"), "bring": ("brought", "brought"), "buy": ("bought", "bought"),
    "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"), "dream": ("dreamt", "dreamt"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "feel": ("felt", "felt"), "fight": ("fought", "fought"),
    "find": ("found", "found"), "flee": ("fled", "fled"), "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"), "forget": ("forgot", "forgotten"), "forgive": ("forgave", "forgiven"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "hear": ("heard", "heard"),
    "hit": ("hit", "hit"), "hold": ("held", "held"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "learn": ("learnt", "learnt"), "leave": ("left", "left"),
    "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"),
    "meet": ("met", "met"), "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "rebut": ("rebutted", "rebutted"), "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"),
    "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shoot": ("shot", "shot"), "show": ("showed", "shown"), "shut": ("shut", "shut"), "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"), "spend": ("spent", "spent"), "stand": ("stood", "stood"),
    "strike": ("struck", "struck"), "swear": ("swore", "sworn"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "understand": ("understood", "understood"), "vow": ("vowed", "vowed"),
    "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip
PAST_FORMS = frozenset(past for past, _ in IRREGULAR.values())
DOUBLING = frozenset(
    "admit permit submit commit omit rebut bar ban beg bet plan plot refer prefer defer confer infer concur occur "
    "regret spot stop drop chat quip pin slam swap rap rip tip jab nod".split()
)
VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: `lemma` "say", `shape` "past"."""

    lemma: str
    shape: Shape


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in DOUBLING else lemma


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return _stem(lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _stem(lemma) + "ing"


def forms(lemma: str) -> dict[str, Form]:
    """The forms of a verb, each with the shape that it most often has: past where past and participle are one."""
    past, participle = IRREGULAR.get(lemma, (_past(lemma), _past(lemma)))
    found = {
        participle: Form(lemma, "participle"),
        past: Form(lemma, "past"),
        _gerund(lemma): Form(lemma, "gerund"),
        _third(lemma): Form(lemma, "third"),
    }
    found.setdefault(lemma, Form(lemma, "base"))
    return found
