"""What a statement does, by its cue and by its words."""

import pytest

from aidememoire.extract.statements.acts import act_of, by_content, lemma_of, named_after
from aidememoire.model.spans import Span


def _cue(words: str) -> Span:
    return Span.of(words, 0, len(words))


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "the convoy had arrived", "assert"),
        ("denied", "it had moved guns", "deny"),
        ("accused", "the council of hiding rockets", "accuse"),
        ("has called for", "a halt to the shelling", "demand"),
        ("dismissed", "reports that her mandate was ending", "deny"),
        ("dismissed", "the plan", "reject"),
        ("rejected", "a suggestion by Kestria that the valley be split", "reject"),
        ("refused", "to leave the room", "reject"),
        ("offered", "to open the road", "offer"),
        ("vowed", "to keep the road open", "promise"),
        ("threatened", "to leave the talks", "threaten"),
        ("welcomed", "the release", "praise"),
        ("condemned", "the raid", "condemn"),
        ("hopes", "to sign in May", "hope"),
        ("wants", "to see the envoy", "want"),
        ("repeated", "a call for a longer truce", "demand"),
        ("refusal", "to leave the room", "reject"),
    ],
)
def test_the_cue_tells_the_act(cue: str, content: str, act: str) -> None:
    assert act_of(_cue(cue), content) == act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the guns must leave the valley", "demand"),
        ("Kestria has to leave", "demand"),
        ("all parties have a duty to shelter those whom the fighting drove out, not to breach it", "demand"),
        ("there can be no vote, and not one hour of it, before the camps are emptied", "demand"),
        ("we will not disarm unless the passes are reopened", "threaten"),
        ("we will retaliate for every shell", "threaten"),
        ("the army did not honour the truce", "accuse"),
        ("the guards tried to sabotage the exchange", "accuse"),
        ("these charges are baseless", "deny"),
        ("such terms are unacceptable", "reject"),
        ("they are willing to come", "accept"),
        ("we hope that snow holds off", "hope"),
        ("this was a historic step forward", "praise"),
        ("when will it end?", "ask"),
        ("the session was about prisoners", "assert"),
        ("the truce was holding despite repeated violations", "assert"),
    ],
)
def test_the_words_tell_what_said_does_not(content: str, act: str) -> None:
    assert by_content(content) == act
    assert act_of(_cue("said"), content) == act


def test_a_denied_denial_accepts() -> None:
    assert act_of(_cue("did not deny"), "the raid", negated=True) == "accept"


def test_no_cue_leaves_the_words() -> None:
    assert act_of(None, "you must stop") == "demand"


def test_the_lemma_is_the_last_verb_with_its_particle() -> None:
    assert lemma_of("has repeatedly called for") == "call for"
    assert lemma_of("said") is None


def test_an_apposition_names_the_act() -> None:
    assert named_after(", an accusation the ministry denied") == "accuse"
    assert named_after(", the ministry said") is None
