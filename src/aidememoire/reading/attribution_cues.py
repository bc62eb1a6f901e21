"""The words that introduce speech and thought, with the frames in which each may stand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from aidememoire.lexicon.inflection import Shape, forms

Frame = Literal["clause", "told", "attitude", "infinitive", "object", "naming"]


@dataclass(frozen=True, slots=True)
class CueWord:
    """A form of a reporting verb: its lemma ("call for"), its shape, its frames, how many words it has."""

    lemma: str
    shape: Shape
    frames: frozenset[Frame]
    length: int = 1

    @property
    def nouny(self) -> bool:
        """Whether this form is as often a noun."""
        return self.shape in ("base", "third") and self.lemma in word_list("nouny")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of the section `words` of data/cues.toml."""
    return frozenset(_lists()["words"][name])


@cache
def cue_words() -> Mapping[str, CueWord]:
    """Every form of every one-word cue, by the form in lower case."""
    return {form: cue for form, cue in _all_cues().items() if cue.length == 1}


@cache
def phrasal_cues() -> Mapping[str, tuple[tuple[str, CueWord], ...]]:
    """Cues of several words ("called for"), by their first word: the whole phrase and its cue, longest first."""
    found: dict[str, list[tuple[str, CueWord]]] = {}
    for form, cue in _all_cues().items():
        if cue.length > 1:
            found.setdefault(form.split()[0], []).append((form, cue))
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()}


@cache
def claim_nouns() -> frozenset[str]:
    """Nouns for what was said ("accusation"), singular and plural."""
    return frozenset(form for noun in word_list("claims") for form in (noun, noun + "s"))


@cache
def _all_cues() -> Mapping[str, CueWord]:
    frames: dict[str, set[Frame]] = {}
    for frame, lemmas in _lists()["frames"].items():
        for lemma in lemmas:
            frames.setdefault(lemma, set()).add(frame)  # type: ignore[arg-type]
    found: dict[str, CueWord] = {}
    for lemma, its_frames in frames.items():
        verb, _, particles = lemma.partition(" ")
        for form, shaped in forms(verb).items():
            phrase = f"{form} {particles}".strip()
            found[phrase] = CueWord(lemma, shaped.shape, frozenset(its_frames), len(phrase.split()))
    return found


@cache
def _lists() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("aidememoire.reading").joinpath("data/cues.toml").read_text(encoding="utf-8"))
