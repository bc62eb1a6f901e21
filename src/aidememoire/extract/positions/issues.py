"""What a position is about: the phrase that follows a cue, to the end of what hangs on it and no further."""

from __future__ import annotations

import re

from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["issue"]
# Before the issue may stand whom it was said to and when: "proposed to the council that", "demanded on Friday that".
_LEADING = re.compile(r"\s*[“”\"‘]?(?:(?:for|that|:)\s+)?[“”\"‘]?", re.IGNORECASE)
_SAID_TO = re.compile(
    r"\s*(?P<whom>(?:to|of)\s+(?:[\w.’'-]+\s+){1,6}?)?(?P<long>for\s+(?:\w+\s+){1,3}?(?=that\b))?(?P<when>(?:[\w.]+\s+){0,4}?)that\s+[“”\"‘]?",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?:on|in|at|late|early|again|also|earlier|later|this|last)\b|[^\w]", re.IGNORECASE)
# Where an issue ends whatever the tree says, and where it ends in a sentence without one.
_END = re.compile(
    rf"[;:]|\sas\s+(?=[“\"])|\s[–—-]\s|\s\((?!\w+\))|\s(?:{either(_WORDS['end'])})\b|[.!?…]+[”\"’]?\s*\Z", re.IGNORECASE
)
_STOP = re.compile(rf"[;:“”\"]|,(?!\d)|\s[–—-]\s|\s(?:{either(_WORDS['stop'])})\b|[.!?…]+[”\"’]?\s*\Z", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"\b(?:suggestions?|proposals?|ideas?|plans?|offers?|demands?|calls?|requests?)\b", re.IGNORECASE
)
_ASIDE_THAT = re.compile(r",\s+(?:which|who|whose)\b[^;:“”\"]*?,\s+that\s+", re.IGNORECASE)
_LAST_DAY = re.compile(
    r"(?<!on)(?<!by)(?<!until)(?<!from)(?<!and)(?<!this)(?<!next)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z"
)
_WHAT_IT = re.compile(r"\s+(?:to\s+\w+\s+)?what\s+(?:it|they|he|she)\Z")
_MARKS = re.compile(r"[“”\"]|(?<!\w)‘|’(?!\w)")
# What is told in passing of somebody: "the army, which has Kestria's support,".
_ASIDE = re.compile(r",\s+(?:which|who|whose)\b[^,;:]*,\s*", re.IGNORECASE)
# What an infinitive and "there must be" open an issue with.
_OPENING = re.compile(r"^(?:to|be(?=\s+(?:an?|the|no|some)\b))\s+(?=\w)", re.IGNORECASE)
_EDGES = " \t\n“”\"‘’'.,;:-–—"
_OTHER_CLAUSE = ("conj", "cc", "parataxis", "appos", "discourse", "vocative", "punct", "dep")
# What may be left off the end of an issue: phrases and clauses on its right that it stands without.
_PARTS = ("nmod", "obl", "acl", "advcl", "conj", "cc", "appos", "advmod")
# An issue longer than this many words is cut at the last phrase that it can stand without.
_LONG = 24
# A long issue keeps at least so many words where it has the choice.
_WHOLE = 8
# How many words a part must be further on to be cut at rather than one that hangs a level higher.
_LEVEL = 3
# Without a tree an issue is cut after so many words.
_BLIND = 14
_LONGEST = 34


def issue_after(scene: Scene, sentence: Span, cue: Span) -> Span | None:
    """The issue that follows a cue in its sentence: None where fewer than three letters do."""
    start = _start(scene, sentence, cue)
    tree = tree_of(scene)
    inside = tree.within(Span(start, sentence.end, ""))
    end = _tree_end(tree, cue, inside, sentence) if inside else None
    stop = (_STOP if end is None else _END).search(scene.text, start, sentence.end)
    end = min(end if end is not None else sentence.end, stop.start() if stop else sentence.end)
    end = _with_substance(scene, sentence, start, end)
    return _trimmed(scene.text, start, _without_day(scene, start, end))


def _with_substance(scene: Scene, sentence: Span, start: int, end: int) -> int:
    """Where an issue ends that is told after an aside: "a proposal by Kestria, which backs it, that the army leave"."""
    if _PROPOSAL.search(scene.text, start, end) is None:
        return end
    that = _ASIDE_THAT.match(scene.text, end, sentence.end)
    stop = _STOP.search(scene.text, that.end(), sentence.end) if that is not None else None
    return stop.start() if stop is not None else end


def _without_day(scene: Scene, start: int, end: int) -> int:
    """The end of an issue without a bare day or a "what it" that breaks off: "a truce | Saturday"."""
    day = _LAST_DAY.search(scene.text, start, end) or _WHAT_IT.search(scene.text, start, end)
    return day.start() if day is not None else end


def _start(scene: Scene, sentence: Span, cue: Span) -> int:
    said_to = _SAID_TO.match(scene.text, cue.end, sentence.end)
    if said_to is not None:
        when = said_to["when"]
        for time in scene.times_in(Span(cue.end, said_to.end(), "")):
            when = when.replace(time.span.text, " ")
        if (said_to["whom"] and _names_party(scene, said_to)) or not (said_to["whom"] or _SMALL.sub("", when)):
            return said_to.end()
    leading = _LEADING.match(scene.text, cue.end, sentence.end)
    return leading.end() if leading else cue.end


def _names_party(scene: Scene, said_to: re.Match[str]) -> bool:
    """Whether "to" is followed by a party, not by a verb."""
    first = said_to.start("whom") + said_to["whom"].find(" ") + 1
    return any(p.span.start - first in {0, 4} for p in scene.phrases_in(Span(first, said_to.end(), "")))


def branch(scene: Scene, sentence: Span, word: int) -> Span | None:
    """A word with all that hangs on it, inside its sentence and before its end mark."""
    tree = tree_of(scene)
    whole = [at for at in tree.below(word, "parataxis", "discourse") if at in tree.within(sentence)]
    start = min(tree.words[at].start for at in whole)
    stop = _END.search(scene.text, tree.words[word].end, max(tree.words[at].end for at in whole))
    return _trimmed(scene.text, start, stop.start() if stop else max(tree.words[at].end for at in whole))


def phrased(scene: Scene, issue: Span) -> str:
    """The words of an issue: without quotation marks, and where it is long without what it can stand without."""
    tree = tree_of(scene)
    inside = tree.within(issue)
    bare = _ASIDE.sub(" ", issue.text)
    if inside and bare != issue.text and _counted(bare) <= _LONG:
        return _OPENING.sub("", " ".join(_MARKS.sub("", bare).split())).strip(_EDGES)
    end = _short_end(tree, inside) if inside and _counted(issue.text) > _LONG else issue.end
    words = _MARKS.sub("", scene.text[issue.start : end]).split()
    limit = _LONGEST if inside else _BLIND
    return _OPENING.sub("", " ".join(words[:limit])).strip(_EDGES)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span.trimmed(text, start, end) if len(text[start:end].strip()) > 2 else None


def _counted(words: str) -> int:
    return len(words.split())


def _tree_end(tree: Tree, cue: Span, inside: range, sentence: Span) -> int | None:
    """Where what hangs on the cue ends, None where its first word hangs on something else."""
    within = tree.within(Span(cue.start, sentence.end, ""))
    root = _top(tree, inside[0], within)
    last: int | None = None
    for at in inside:
        if tree.words[at].upos == "PUNCT":
            if tree.form(at) == "," and not _goes_on(tree, at, root, inside):
                break
            continue
        joined = tree.text[tree.words[at].start - 1] == "-" and last is not None
        if not joined and not _hangs_on(tree, at, root, inside[0]):
            more = _second_for(tree, cue, at, inside) or _infinitive(tree, cue, at, inside)
            return more or (tree.words[last].end if last is not None else None)
        last = at
    return tree.words[last].end if last is not None else None


def _second_for(tree: Tree, cue: Span, at: int, inside: range) -> int | None:
    """Where "and for" ends after "called for": the second thing that is asked."""
    if (
        not cue.text.lower().endswith("for")
        or at + 2 >= inside.stop
        or (tree.form(at), tree.form(at + 1)) != ("and", "for")
    ):
        return None
    top = _top(tree, at + 2, range(at + 1, inside.stop))
    below = [word for word in tree.below(top, "parataxis", "conj", "appos") if word in inside]
    return max(tree.words[word].end for word in below)


def _infinitive(tree: Tree, cue: Span, at: int, inside: range) -> int | None:
    """Where the infinitive ends that is asked of somebody: "called for the rebels | to leave the bridge"."""
    if not cue.text.lower().endswith("for") or at + 1 >= inside.stop or at == inside[0]:
        return None
    if tree.form(at) != "to" or tree.words[at + 1].upos != "VERB":
        return None
    below = [word for word in tree.below(at + 1, "parataxis", "conj", "appos", "punct") if word in inside]
    return max(tree.words[word].end for word in below)


def _top(tree: Tree, at: int, within: range) -> int:
    while tree.words[at].head in within:
        at = tree.words[at].head
    return at


def _hangs_on(tree: Tree, at: int, root: int, first: int) -> bool:
    """Whether a word belongs to what a cue governs, not to another clause joined to the cue's own."""
    path = [at]
    while path[-1] != root:
        head = tree.words[path[-1]].head
        if head < 0 or len(path) > 60:
            return False
        path.append(head)
    if len(path) < 2:
        return True
    child = path[-2]
    if root >= first and tree.is_a(child, "conj", "cc"):
        return not tree.kids(child, "nsubj", "aux") if tree.is_a(child, "conj") else True
    if tree.is_a(child, "advcl"):
        return child < first or _of_purpose(tree, child)
    return not tree.is_a(child, *_OTHER_CLAUSE)


def _of_purpose(tree: Tree, verb: int) -> bool:
    """Whether an adverbial clause tells what for, or under which condition: "to end the war", "if they leave"."""
    return tree.form(min(tree.below(verb))) in {"to", "if", "in", "without"}


def _goes_on(tree: Tree, comma: int, root: int, inside: range) -> bool:
    """Whether an issue goes on after a comma: with another item of a list, or another adjective."""
    after = next((at for at in range(comma + 1, inside.stop) if tree.words[at].upos != "PUNCT"), None)
    if after is None:
        return False
    if any(
        tree.words[at].head in range(comma, inside.stop) and tree.is_a(at, "nsubj") for at in range(inside[0], comma)
    ):
        return True
    if _object_follows(tree, comma, inside):
        return True
    top = _top(tree, after, range(comma + 1, inside.stop))
    head = tree.words[top].head
    if tree.is_a(top, "obj") and head >= inside.start:
        return True
    listed = tree.is_a(top, "conj", "amod", "nummod") and head != root
    return listed and head >= inside.start and not tree.kids(top, "nsubj")


def _object_follows(tree: Tree, comma: int, inside: range) -> bool:
    """Whether an aside parts a verb from its object: "explore, case by case, the return of"."""
    verb = comma - 1
    second = next((at for at in range(comma + 1, inside.stop) if tree.form(at) == ","), None)
    after = second is not None and any(kid > second for kid in tree.kids(verb, "obj"))
    return after and tree.words[verb].upos == "VERB"


def _short_end(tree: Tree, inside: range) -> int:
    """Where a long issue may end: before the last part on its right that lets it be short enough."""
    ends = [
        at
        for at in inside[3 : _LONG + 1]
        if tree.words[at - 1].upos not in {"PUNCT", "ADP", "CCONJ", "VERB", "AUX", "ADJ"}
        and _begins_part(tree, at, inside)
        and not any(at <= tree.words[before].head < inside.stop for before in range(inside[0], at))
    ]
    if not ends:
        return tree.words[inside[min(len(inside), _LONGEST) - 1]].end
    ends = [at for at in ends if tree.form(at) not in {"and", "or"}] or ends
    whole = [at for at in ends if at - inside[0] >= _WHOLE] or ends
    return tree.words[max(whole, key=lambda at: at - _LEVEL * _depth(tree, at, inside)) - 1].end


def _depth(tree: Tree, at: int, inside: range) -> int:
    """How far below the issue's own head the part hangs that begins at a word."""
    while tree.words[at].head > at:
        at = tree.words[at].head
    depth = 0
    while tree.words[at].head in inside and depth < len(inside):
        at, depth = tree.words[at].head, depth + 1
    return depth


def _begins_part(tree: Tree, at: int, inside: range) -> bool:
    """Whether a phrase or clause begins at a word that hangs on something before it."""
    top = at
    while tree.words[top].head > at or (tree.words[top].head in inside and min(tree.below(tree.words[top].head)) == at):
        top = tree.words[top].head
    return tree.words[top].head < at and tree.is_a(top, *_PARTS) and min(tree.below(top)) == at
