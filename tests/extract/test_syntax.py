from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.syntax import Tree
from aidememoire.extract.tree_mending import mend
from aidememoire.model.reading import Word


def tree(*rows: str) -> Tree:
    """A tree of "word/UPOS/head/label" rows."""
    words, text = [], ""
    for row in rows:
        form, upos, head, label = row.rsplit("/", 3)
        start = len(text) + (1 if text and form not in {",", ".", "’s"} else 0)
        text = text.ljust(start) + form
        words.append(Word(start, len(text), upos, form.lower(), int(head), label))
    return Tree.of(text, tuple(words))


SHELLED = tree(
    "The/DET/1/det", "army/NOUN/2/nsubj", "shelled/VERB/-1/root", "Halvet/PROPN/2/obj", "and/CCONJ/5/cc",
    "burnt/VERB/2/conj", "the/DET/7/det", "mill/NOUN/5/obj", "near/ADP/10/case", "the/DET/10/det", "river/NOUN/5/obl",
    "./PUNCT/2/punct",
)  # fmt: skip
PASSIVE = tree(
    "Halvet/PROPN/2/nsubj:pass", "was/AUX/2/aux:pass", "shelled/VERB/-1/root", "by/ADP/5/case", "Varenian/ADJ/5/amod",
    "troops/NOUN/2/obl:agent",
)  # fmt: skip


def test_subject_and_object_of_verbs_joined_by_and() -> None:
    assert (SHELLED.subject(2), SHELLED.patient(2)) == (1, 3)
    assert (SHELLED.subject(5), SHELLED.patient(5)) == (1, 7)
    assert SHELLED.obliques(5) == (("near", 10),)


def test_passive_is_done_by_its_agent_to_its_subject() -> None:
    assert (PASSIVE.subject(2), PASSIVE.patient(2)) == (5, 0)
    assert PASSIVE.phrase(5).text == "Varenian troops"


def test_infinitive_has_the_subject_of_the_verb_above_or_its_object() -> None:
    agreed = tree("Dastan/PROPN/1/nsubj", "agreed/VERB/-1/root", "to/PART/3/mark", "talk/VERB/1/xcomp")
    urged = tree(
        "Dastan/PROPN/1/nsubj", "urged/VERB/-1/root", "rebels/NOUN/1/obj", "to/PART/4/mark", "talk/VERB/1/xcomp"
    )
    assert agreed.subject(3) == 0
    assert urged.subject(4) == 2


def test_a_phrase_leaves_out_clauses_asides_and_what_is_joined_to_it() -> None:
    leader = tree(
        "The/DET/1/det", "envoy/NOUN/8/nsubj", "of/ADP/4/case", "the/DET/4/det", "Concord/PROPN/1/nmod",
        ",/PUNCT/1/punct",
        "who/PRON/7/nsubj", "waited/VERB/1/acl:relcl", "left/VERB/-1/root",
    )  # fmt: skip
    assert leader.phrase(1).text == "The envoy of the Concord"


def test_negation_and_particle() -> None:
    off = tree(
        "They/PRON/3/nsubj", "did/AUX/3/aux", "not/PART/3/advmod", "call/VERB/-1/root", "off/ADP/3/compound:prt",
        "talks/NOUN/3/obj",
    )  # fmt: skip
    assert off.negated(3)
    assert off.particle(3) == "off"
    assert not SHELLED.negated(2)


def test_a_subject_tied_to_the_object_is_hung_on_the_verb() -> None:
    mended = tree("Solvane/PROPN/2/appos", "met/VERB/-1/root", "Aldous/PROPN/1/obj")
    assert mended.words[0].label == "nsubj"
    assert mended.subject(1) == 0


def test_an_object_tied_to_the_subject_is_hung_on_the_verb() -> None:
    mended = tree(
        "Rebels/NOUN/1/nsubj", "opened/VERB/-1/root", "fire/NOUN/0/compound", "on/ADP/4/case", "troops/NOUN/0/nmod"
    )
    assert mended.patient(1) == 2
    assert mended.obliques(1) == (("on", 4),)


@given(st.lists(st.sampled_from(["NOUN", "VERB", "PROPN", "ADP"]), min_size=1, max_size=12), st.data())
def test_mending_keeps_a_tree_a_tree(tags: list[str], data: st.DataObject) -> None:
    labels = ["nsubj", "obj", "nmod", "appos", "conj", "ccomp", "aux"]
    words = [Word(0, 1, tags[0], "a", -1, "root")]
    for at in range(1, len(tags)):
        head = data.draw(st.integers(0, at - 1))
        words.append(Word(2 * at, 2 * at + 1, tags[at], "a", head, data.draw(st.sampled_from(labels))))
    mended = mend(tuple(words))
    for at in range(len(mended)):
        seen: set[int] = set()
        while at >= 0:
            assert at not in seen
            seen.add(at)
            at = mended[at].head


def test_of_two_objects_the_first_gets_the_second() -> None:
    gave = tree(
        "Ostmere/PROPN/1/nsubj", "gave/VERB/-1/root", "Kestria/PROPN/1/obj", "an/DET/4/det", "ultimatum/NOUN/1/obj"
    )
    assert (gave.receivers(1), gave.patient(1)) == ((2,), 4)


def test_whoever_stands_beside_a_verb_of_saying_without_a_subject_says_it() -> None:
    said = tree(
        "Kestria/PROPN/1/nsubj", "agreed/VERB/5/ccomp", ",/PUNCT/5/punct", "its/PRON/4/nmod:poss",
        "minister/NOUN/0/appos", "said/VERB/-1/root",
    )  # fmt: skip
    assert said.speaker(5) == 4
    assert SHELLED.speaker(2) == 1
