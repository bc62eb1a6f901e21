"""Who says what: the source, the cue and the contents, as they stand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import text_sha256
from aidememoire.model.reading import Attribution
from aidememoire.reading.attributions import attributions
from aidememoire.reading.names import names
from aidememoire.reading.quotations import quotations
from aidememoire.reading.sentences import sentences

Plain = tuple[str | None, str | None, list[str]]
Read = Callable[[str], list[Plain]]


def _read(article: Article) -> tuple[Attribution, ...]:
    found = sentences(article)
    return attributions(article, found, quotations(article, found), names(article, found))


@pytest.fixture
def read(make_article: Callable[[str], Article]) -> Read:
    def attributed(text: str) -> list[Plain]:
        return [_plain(a) for a in _read(make_article(text))]

    return attributed


def _plain(attribution: Attribution) -> Plain:
    source, cue = attribution.source, attribution.cue
    return source.text if source else None, cue.text if cue else None, [c.text for c in attribution.contents]


# Quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road is open,” said Petar Solvane.", ("Petar Solvane", "said", ["The road is open,"])),
        ("“The road is open,” Petar Solvane said.", ("Petar Solvane", "said", ["The road is open,"])),
        ("Petar Solvane said: “The road is open.”", ("Petar Solvane", "said", ["The road is open."])),
        (
            "“The road is open,” Petar Solvane told Meridian Press on Monday, “and it will stay open.”",
            ("Petar Solvane", "told", ["The road is open,", "and it will stay open."]),
        ),
        (
            "“The road is open,” Petar Solvane said. “It will stay open.”",
            ("Petar Solvane", "said", ["The road is open,", "It will stay open."]),
        ),
        (
            "“The road is open,” Ilse Verhane, a delegate and member of the council, told reporters.",
            ("Ilse Verhane, a delegate and member of the council", "told", ["The road is open,"]),
        ),
    ],
)
def test_a_quotation_has_its_speaker_before_after_or_in_the_middle(
    read: Read, text: str, expected: tuple[str | None, str | None, list[str]]
) -> None:
    assert read(text) == [expected]


def test_a_quotation_that_is_a_paragraph_has_no_source(read: Read) -> None:
    found = read("Petar Solvane said the road was open.\n“Nobody has closed it and nobody will.”")
    assert found[1] == (None, None, ["Nobody has closed it and nobody will."])


def test_words_in_scare_quotes_alone_are_nobodys_speech(read: Read) -> None:
    assert read("The town has been a “safe area” for two years.") == []


def test_quoted_words_inside_a_reported_clause_stay_in_it(read: Read) -> None:
    found = read("Petar Solvane said the talks had been “frank and long” but useful.")
    assert found == [("Petar Solvane", "said", ["the talks had been “frank and long” but useful"])]


# Reported clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said that the convoy had reached Halvet.",
            ("The ministry", "said", ["the convoy had reached Halvet"]),
        ),
        (
            "The convoy had reached Halvet, the ministry said on Tuesday.",
            ("the ministry", "said", ["The convoy had reached Halvet"]),
        ),
        (
            "According to Meridian Press, the convoy had reached Halvet.",
            ("Meridian Press", "According to", ["the convoy had reached Halvet"]),
        ),
        (
            "The convoy had reached Halvet, according to the state news agency VNA.",
            ("the state news agency VNA", "according to", ["The convoy had reached Halvet"]),
        ),
        (
            "Kestria on Monday accused the council of hiding rockets near the school.",
            ("Kestria", "accused", ["the council of hiding rockets near the school"]),
        ),
        (
            "The council flatly denied it had moved guns into the valley.",
            ("The council", "denied", ["it had moved guns into the valley"]),
        ),
        (
            "Henrike Aldous has dismissed reports that her mandate was ending.",
            ("Henrike Aldous", "has dismissed", ["reports that her mandate was ending"]),
        ),
        (
            "The council told the envoy on Monday that it would not sign.",
            ("The council", "told", ["it would not sign"]),
        ),
        (
            "Ilse Verhane, speaking to reporters after the first session, said the road was mined.",
            ("Ilse Verhane", "said", ["the road was mined"]),
        ),
        (
            "VNA quoted the foreign ministry as saying the border was shut.",
            ("the foreign ministry", "as saying", ["the border was shut"]),
        ),
        (
            "Tomas Okrelo was quoted by VNA as saying that the border was shut.",
            ("Tomas Okrelo", "as saying", ["the border was shut"]),
        ),
        (
            "Kestria called for a halt to the shelling of Halvet.",
            ("Kestria", "called for", ["a halt to the shelling of Halvet"]),
        ),
        (
            "Kestria urged the council to hand over the maps.",
            ("Kestria", "urged", ["the council to hand over the maps"]),
        ),
    ],
)
def test_a_reported_clause_has_its_source_and_cue(
    read: Read, text: str, expected: tuple[str | None, str | None, list[str]]
) -> None:
    assert read(text) == [expected]


def test_two_who_speak_in_one_sentence_share_it(read: Read) -> None:
    found = read("Okrelo said the village was quiet, but another commander later said it had been shelled.")
    assert found == [
        ("Okrelo", "said", ["the village was quiet"]),
        ("another commander", "said", ["it had been shelled"]),
    ]


def test_a_participle_goes_on_with_the_same_source(read: Read) -> None:
    found = read("Henrike Aldous rejected the charge, saying it was unfair.")
    assert found == [
        ("Henrike Aldous", "rejected", ["the charge"]),
        ("Henrike Aldous", "saying", ["it was unfair"]),
    ]


@pytest.mark.parametrize(
    "ending",
    ["a claim the council promptly denied", "an accusation denied by the council", "a charge the council denied"],
)
def test_a_claim_that_is_denied_is_what_was_said_before(read: Read, ending: str) -> None:
    found = read(f"Kestria said that guns were hidden in Halvet, {ending}.")
    assert [f[2] for f in found] == [["guns were hidden in Halvet"]] * 2
    assert {f[0] for f in found} == {"Kestria", "the council"}


def test_the_subject_of_a_relative_clause_is_not_the_noun_before_it(read: Read) -> None:
    found = read("The council wants to see the envoy alone, a step diplomats say shows new doubts.")
    assert ("diplomats", "say", ["shows new doubts"]) in found


def test_a_refusal_is_its_owners(read: Read) -> None:
    found = read("Petar Solvane’s refusal to leave the room was noted.")
    assert found == [("Petar Solvane", "refusal", ["to leave the room"])]


def test_what_is_reported_inside_a_reported_clause_is_the_outer_sources_to_tell(read: Read) -> None:
    found = read("Okrelo said that the council had denied the charge.")
    assert found == [("Okrelo", "said", ["the council had denied the charge"])]


def test_a_report_of_a_report_keeps_both(read: Read) -> None:
    found = read("Okrelo said that the village was quiet, Meridian Press reported.")
    assert {f[0] for f in found} == {"Okrelo", "Meridian Press"}


@pytest.mark.parametrize(
    "text",
    [
        "The reported deal fell apart in a week.",
        "The council declined to comment.",
        "The ministry could say more on Friday.",
        "The ministry did not say how many had died.",
        "State media and aid groups left the valley.",
        "Claims and demands filled the hall.",
    ],
)
def test_nothing_said_is_no_attribution(read: Read, text: str) -> None:
    assert read(text) == []


def test_headlines_are_left_out() -> None:
    text = "Council says road is open\nThe council said the road was open."
    first, second = text.split("\n")
    paragraphs = (
        Paragraph(0, len(first), first, "title"),
        Paragraph(len(first) + 1, len(text), second, "body"),
    )
    article = Article(
        "a", "a", text, text_sha256(text), None, None, (), (), None, None, None, "en", None, False, (), (), paragraphs
    )  # fmt: skip
    assert [_plain(a) for a in _read(article)] == [("The council", "said", ["the road was open"])]


WORDS = st.sampled_from(
    "the council envoy said , . “ ” told denied that and Kestria Okrelo he to of accused a claim — according as saying "
    "( ) ' ’s \" quoted by which who in on Monday did not will been".split()
)


@given(st.lists(WORDS, max_size=40))
def test_spans_are_exact_slices_and_never_empty(words: list[str]) -> None:
    text = " ".join(words)
    paragraphs = (Paragraph(0, len(text), text, "body"),) if text.strip() else ()
    article = Article(
        "a", "a", text, text_sha256(text), None, None, (), (), None, None, None, "en", None, False, (), (), paragraphs
    )  # fmt: skip
    for attribution in _read(article):
        spans = [*attribution.contents, *(s for s in (attribution.source, attribution.cue) if s)]
        assert all(text[s.start : s.end] == s.text and s.text for s in spans)
        assert attribution.contents == tuple(sorted(attribution.contents))


# Two rules, one speaker


def test_a_possessor_that_a_noun_of_saying_would_have_is_no_second_speaker(read: Read) -> None:
    assert read("MP's Ada Lorne reports that it is rare for so many delegates to come to a meeting.") == [
        ("MP's Ada Lorne", "reports", ["it is rare for so many delegates to come to a meeting"])
    ]
