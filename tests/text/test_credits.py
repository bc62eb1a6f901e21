from __future__ import annotations

import pytest

from aidememoire.text.credits import Credit, credit_of, is_byline, is_credit, is_signature, trailing_credit
from aidememoire.text.pieces import pieces


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (
            "(Reporting by Lena Ostrup in Lugarno and Davit Marsh, and Ilse Falk; Editing by Paul Wray)",
            Credit(persons=("Lena Ostrup", "Davit Marsh", "Ilse Falk")),
        ),
        ("(Writing by Lena Ostrup/Davit Marsh, editing by Paul Wray)", Credit(persons=("Lena Ostrup", "Davit Marsh"))),
        ("(Editing by Paul Wray)", Credit()),
        ("Source: Isle Broadcasting, News Agencies", Credit(sources=("Isle Broadcasting", "News Agencies"))),
        ("Lena Ostrup in Lugarno contributed to this report.", Credit(persons=("Lena Ostrup",))),
        (
            "Associated Press writers Lena Ostrup in Lugarno and Davit Marsh in Orlune contributed to this report.",
            Credit(persons=("Lena Ostrup", "Davit Marsh"), bodies=("Associated Press",)),
        ),
        ("AFP", Credit(bodies=("AFP",))),
        ("(With AFP and Reuters)", Credit(bodies=("AFP", "Reuters"))),
    ],
)
def test_credits_are_known_and_read(line: str, credit: Credit) -> None:
    assert is_credit(line)
    assert credit_of(line) == credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("By Ilse Falk and Lena Ostrup", Credit(persons=("Ilse Falk", "Lena Ostrup"))),
        ("By Ilse Falk in Orlune", Credit(persons=("Ilse Falk",))),
        ("By Meridian Press", Credit(bodies=("Meridian Press",))),
        ("By Meridian - Mar 13,2031", Credit(bodies=("Meridian",), day="2031-03-13")),
        ("By our diplomatic correspondent", Credit()),
        ("Ilse Falk, Meridian Press", Credit(persons=("Ilse Falk",), bodies=("Meridian Press",))),
    ],
)
def test_bylines_are_known_and_read(line: str, credit: Credit) -> None:
    assert is_byline(line)
    assert credit_of(line) == credit


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left the bridge and the lorries could pass.",
        "Reported by the mission, the clashes killed twelve.",
        "Sources said the talks would go on. They did not say where.",
        "With the envoy gone, nobody met.",
        "Writing off the debt took years",
    ],
)
def test_sentences_are_neither(line: str) -> None:
    assert not is_credit(line)
    assert not is_byline(line)


def test_a_signature_is_persons_and_a_place() -> None:
    assert is_signature("Sunniva Hale near Tessaly Ford")
    assert not is_signature("Talks stall in Lugarno again")


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("The lorries passed. (Reporting by Ilse Falk)", "(Reporting by Ilse Falk)"),
        ("The lorries passed.--Reuters", "--Reuters"),
        ("The lorries passed. - MP", "- MP"),
        ("The lorries passed. (With AFP and Reuters)", "(With AFP and Reuters)"),
        ("“They passed.” – Ilse Falk with Lena Ostrup in Orlune, AFP", "– Ilse Falk with Lena Ostrup in Orlune, AFP"),
    ],
)
def test_a_credit_behind_the_last_words_is_found(paragraph: str, credit: str) -> None:
    at = trailing_credit(pieces(paragraph)[0], frozenset(["MP"]))
    assert at is not None
    assert paragraph[at:].strip() == credit


@pytest.mark.parametrize("paragraph", ["He leads the Marn Valley Front (MVF)", "They passed - Okrelo", "AFP"])
def test_a_paragraph_s_own_end_is_none(paragraph: str) -> None:
    assert trailing_credit(pieces(paragraph)[0]) is None
