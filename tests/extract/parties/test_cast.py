"""Parties of one article: names joined, roles as stated, and who "he" is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.parties.cast import Cast, cast
from aidememoire.extract.parties.names import alike, bare, key, same_person
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.ids import content_id
from aidememoire.model.reading import Attribution, Name, NameKind, Reading
from aidememoire.model.spans import Span
from aidememoire.reading.read import reading

KINDS: dict[str, NameKind] = {
    "person": "person", "organization": "organization", "armed_group": "armed group", "government": "government",
    "place": "place", "unnamed": "unnamed",
}  # fmt: skip


def _article(text: str) -> Article:
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line), line, "body"))
        at += len(line) + 1
    return Article(
        "a", "a", text, "", None, None, (), (), None, None, None, "en", None, False, (), (), tuple(paragraphs)
    )


def made(text: str, **kinds: list[str]) -> Cast:
    """The cast of a text in which the words given for each kind are names, wherever they stand."""
    article = _article(text)
    found: list[Name] = []
    for kind, words in kinds.items():
        for word in words:
            start = text.find(word)
            while start >= 0:
                found.append(Name(Span.of(text, start, start + len(word)), KINDS[kind]))
                start = text.find(word, start + 1)
    longest = [n for n in found if not any(o is not n and o.span.covers(n.span) and o.kind == n.kind for o in found)]
    names = tuple(sorted(longest, key=lambda n: (n.span.start, -n.span.end)))
    return cast(article, replace(reading(article), names=names))


def at(whole: Cast, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = whole.text.index(words, start + 1)
    return Span.of(whole.text, start, start + len(words))


def name_of(whole: Cast, words: str, nth: int = 0) -> str | None:
    party = whole.party_of(at(whole, words, nth))
    return party.name if party else None


def kind_of(whole: Cast, words: str, nth: int = 0) -> str | None:
    party = whole.party_of(at(whole, words, nth))
    return party.kind if party else None


# Names joined


def test_a_surname_joins_the_full_name_and_the_full_name_names_the_party() -> None:
    whole = made("Verhane spoke. Ilse Verhane left. Then Verhane’s car came.", person=["Ilse Verhane", "Verhane"])
    (party,) = whole.parties
    assert (party.name, party.kind, len(party.mentions)) == ("Ilse Verhane", "person", 3)
    assert party.id == content_id("party", "a", "Ilse Verhane")


def test_spellings_of_one_surname_join() -> None:
    whole = made("Aurel Dastan came. Dashtan spoke.", person=["Aurel Dastan", "Dashtan"])
    assert [p.name for p in whole.parties] == ["Aurel Dastan"]


def test_two_of_one_surname_stay_apart_and_the_surname_alone_is_nobodys() -> None:
    whole = made("Aurel Dastan met Mira Dastan. Dastan spoke.", person=["Aurel Dastan", "Mira Dastan", "Dastan"])
    assert sorted(p.name for p in whole.parties if p.kind == "person") == ["Aurel Dastan", "Mira Dastan"]
    assert name_of(whole, "Dastan spoke"[:6], nth=2) is None


@pytest.mark.parametrize(
    "text", ["The United Highland Council (UHC) met. The UHC left.", "The United Highland Council met. The UHC left."]
)
def test_an_acronym_joins_its_full_name(text: str) -> None:
    whole = made(text, organization=["United Highland Council", "UHC"])
    assert [(p.name, p.aliases) for p in whole.parties] == [("United Highland Council", ("UHC",))]


def test_an_army_of_a_name_is_not_the_state_of_that_name() -> None:
    whole = made("The Army of Marn fought the Marn State.", armed_group=["Army of Marn"], organization=["Marn State"])
    assert len(whole.parties) == 2


def test_a_ministry_is_known_by_its_state_and_alone_where_only_one_is_meant() -> None:
    text = "The French foreign ministry spoke. France’s foreign ministry wrote. The foreign ministry denied it."
    whole = made(text, government=["The French foreign ministry", "France’s foreign ministry", "The foreign ministry"])
    assert len({p.id for p in whole.parties}) == 1


def test_a_ministry_alone_is_nobodys_where_two_are_named() -> None:
    text = "The French foreign ministry met Chile’s foreign ministry. The foreign ministry denied it."
    names = ["The French foreign ministry", "Chile’s foreign ministry", "The foreign ministry"]
    whole = made(text, government=names)
    assert name_of(whole, "The foreign ministry") not in (name_of(whole, names[0]), name_of(whole, names[1]))


def test_a_capital_that_speaks_is_its_state_and_one_that_is_visited_a_place() -> None:
    whole = made("The envoy landed in Paris. Paris said the plan was dead.", place=["Paris"])
    assert kind_of(whole, "Paris", 0) == "place"
    assert (name_of(whole, "Paris", 1), kind_of(whole, "Paris", 1)) == ("France", "state")


def test_a_party_without_a_name_is_one_for_each_description() -> None:
    whole = made("A senior diplomat came. Diplomats left.", unnamed=["A senior diplomat", "Diplomats"])
    assert {(p.name, p.kind) for p in whole.parties} == {("senior diplomat", "unnamed"), ("Diplomats", "unnamed")}


def test_whoever_speaks_is_a_party_even_unnamed() -> None:
    whole = made("Three shepherds near the ford said the bridge was gone.")
    assert [(p.name, p.kind) for p in whole.parties] == [("Three shepherds near the ford", "unnamed")]


# Roles


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("UHC spokeswoman Ilse Verhane left.", "spokeswoman", "UHC"),
        ("Ilse Verhane, the UHC spokeswoman, left.", "spokeswoman", "UHC"),
        ("Ilse Verhane, a spokeswoman for the UHC, left.", "spokeswoman", "UHC"),
        ("Deputy Kestrian foreign minister Ilse Verhane left.", "deputy foreign minister", "Kestrian"),
        ("The envoy, Ilse Verhane, left.", "envoy", None),
    ],
)
def test_a_role_is_kept_as_stated(text: str, title: str, of: str | None) -> None:
    (party,) = (p for p in made(text, person=["Ilse Verhane"]).parties if p.kind == "person")
    assert [(r.title, r.of) for r in party.roles] == [(title, of)]
    assert all(text[r.evidence.start : r.evidence.end] == r.evidence.text for r in party.roles)


def test_two_roles_in_one_apposition() -> None:
    text = "Ilse Verhane, a negotiator and member of the Marn Valley Front, left."
    (party,) = (p for p in made(text, person=["Ilse Verhane"]).parties if p.kind == "person")
    assert [(r.title, r.of) for r in party.roles] == [("negotiator", None), ("member", "Marn Valley Front")]


# The head of a phrase


def test_the_leader_of_a_body_is_not_the_body() -> None:
    whole = made("The leader of the UHC said it was late.", organization=["UHC"])
    assert name_of(whole, "The leader of the UHC") == "leader of the UHC"


def test_a_title_with_of_in_it_still_ends_in_the_person() -> None:
    whole = made("Secretary of State Ilse Verhane said it was late.", person=["Ilse Verhane"])
    assert name_of(whole, "Secretary of State Ilse Verhane") == "Ilse Verhane"


def test_a_person_of_a_body_is_the_person() -> None:
    whole = made(
        "Tomas Okrelo of the Marn Valley Front said no.", person=["Tomas Okrelo"], armed_group=["Marn Valley Front"]
    )
    assert name_of(whole, "Tomas Okrelo of the Marn Valley Front") == "Tomas Okrelo"


def test_an_apposition_may_begin_with_a_role() -> None:
    text = "A top figure of the opposition, former Prime Minister Petar Solvane, left."
    whole = made(text, person=["Petar Solvane"])
    phrase = "A top figure of the opposition, former Prime Minister Petar Solvane"
    assert name_of(whole, phrase) == "Petar Solvane"


def test_a_surname_read_as_a_governments_is_the_persons() -> None:
    whole = made("Aurel Dastan came. Dastan said no.", person=["Aurel Dastan"], government=["Dastan"])
    assert name_of(whole, "Dastan", 1) == "Aurel Dastan"


def test_sources_keep_what_tells_them_from_others() -> None:
    whole = made("Sources in the governor’s office said the road was shut.")
    assert [p.name for p in whole.parties] == ["Sources in the governor’s office"]


# Named after they are described


@pytest.mark.parametrize(
    "text",
    [
        "The council’s chief negotiator said the road was open. Petar Solvane added that it would stay so.",
        "A spokesman said the road was open. The spokesman, Petar Solvane, said it would stay so.",
    ],
)
def test_who_is_described_first_and_named_next_is_one(text: str) -> None:
    whole = made(text, person=["Petar Solvane"])
    assert name_of(whole, text.split(" said")[0]) == "Petar Solvane"


@pytest.mark.parametrize(
    "text",
    [
        "A commander said the road was open. Petar Solvane said it would stay so.",
        "The commander said the road was open. The rebels said it was not. Petar Solvane said it would stay so.",
        "The commander said the road was open. Petar Solvane, a shepherd, said it would stay so.",
        "Petar Solvane left. The commander said the road was open. Petar Solvane said it was shut.",
    ],
)
def test_who_is_named_next_may_be_another(text: str) -> None:
    whole = made(text, person=["Petar Solvane"], unnamed=["The rebels"])
    start = text.lower().index("commander said")
    party = whole.party_of(Span.of(text, start - (2 if text[0] == "A" else 4), start + len("commander")))
    assert party is not None
    assert party.kind == "unnamed"


def test_two_who_speak_together_are_neither() -> None:
    whole = made("Ilse Verhane and Petar Solvane said it was late.", person=["Ilse Verhane", "Petar Solvane"])
    assert name_of(whole, "Ilse Verhane and Petar Solvane") not in ("Ilse Verhane", "Petar Solvane")


def test_a_role_with_a_name_in_apposition_is_the_person() -> None:
    text = "The group’s leader, Tomas Okrelo, said it was late."
    assert name_of(made(text, person=["Tomas Okrelo"]), "The group’s leader, Tomas Okrelo") == "Tomas Okrelo"


def test_a_role_in_a_body_with_a_name_in_apposition_is_the_person() -> None:
    text = "The chief negotiator of the council, Tomas Okrelo, said it was late."
    whole = made(text, person=["Tomas Okrelo"])
    assert name_of(whole, "The chief negotiator of the council, Tomas Okrelo") == "Tomas Okrelo"


def test_a_description_with_a_name_in_apposition_is_the_person_but_not_one_of_a_list() -> None:
    text = "One rebel officer, Tomas Okrelo from the coast, said it was late."
    assert (
        name_of(made(text, person=["Tomas Okrelo"]), "One rebel officer, Tomas Okrelo from the coast") == "Tomas Okrelo"
    )
    text = "The envoy, Tomas Okrelo and the minister said it was late."
    whole = made(text, person=["Tomas Okrelo"])
    assert name_of(whole, "The envoy, Tomas Okrelo and the minister") != "Tomas Okrelo"


def test_a_document_speaks_for_whoever_issued_it() -> None:
    text = "A statement by the Marn Council said it was late. The Marn Council’s report agreed. A statement was read."
    whole = made(text, organization=["Marn Council"])
    assert name_of(whole, "A statement by the Marn Council") == "Marn Council"
    assert name_of(whole, "The Marn Council’s report") == "Marn Council"
    assert name_of(whole, "A statement was"[:11], nth=1) != "Marn Council"


def test_a_body_of_state_is_known_by_the_state_beside_it() -> None:
    whole = made("The army of Marnia fired. Marnia’s army denied it.", government=["army"], place=["Marnia"])
    assert name_of(whole, "army of Marnia") == name_of(whole, "Marnia’s army")
    assert {p.name for p in whole.parties if p.kind == "government"} == {"army of Marnia"}


def test_one_word_is_not_a_person_here_and_a_state_there() -> None:
    text = "Marnia said it was late. The troops of Marnia left."
    article = _article(text)
    first, second = text.index("Marnia"), text.rindex("Marnia")
    names = (Name(Span.of(text, first, first + 6), "person"), Name(Span.of(text, second, second + 6), "government"))
    whole = cast(article, replace(reading(article), names=names))
    assert [(p.name, p.kind) for p in whole.parties if p.name == "Marnia"] == [("Marnia", "government")]


def test_an_agency_is_also_called_by_what_tells_whose_it_is() -> None:
    text = "Marnian state news agency MNX said it was late. MNX gave no more."
    article = _article(text)
    at_first, at_second = text.index("MNX"), text.rindex("MNX")
    names = tuple(Name(Span.of(text, place, place + 3), "media") for place in (at_first, at_second))
    (party,) = cast(article, replace(reading(article), names=names)).parties
    assert (party.name, party.aliases) == ("MNX", ("Marnian state news agency MNX",))


def test_a_relative_clause_is_about_the_name_before_it() -> None:
    whole = made("He met Tomas Okrelo, who said it was late.", person=["Tomas Okrelo"])
    assert name_of(whole, "who") == "Tomas Okrelo"
    assert name_of(made("He met the people who said it was late.", person=[]), "who") is None


def test_a_list_of_names_is_not_its_first() -> None:
    whole = made("Kestria, Ostmere and Varenia said it was late.", government=["Kestria", "Ostmere", "Varenia"])
    assert name_of(whole, "Kestria, Ostmere and Varenia") not in ("Kestria", "Ostmere", "Varenia")


def test_a_body_is_known_by_its_head_where_only_one_has_it() -> None:
    text = "The United Highland Council met. The Council said it was late."
    whole = made(text, organization=["United Highland Council", "Council"])
    assert name_of(whole, "The Council", nth=0) == "United Highland Council"
    two = made(
        "The Highland Council met the Upland Council. " + text[33:],
        organization=["Highland Council", "Upland Council", "Council"],
    )
    assert name_of(two, "The Council") == "Council"


def test_media_are_named_without_what_describes_them() -> None:
    text = "The council-run Upland Dawn TV station said it was late. Upland Dawn television said so twice."
    whole = made(text)
    assert name_of(whole, "The council-run Upland Dawn TV station") == "Upland Dawn"
    assert name_of(whole, "Upland Dawn television") == "Upland Dawn"
    assert [p.kind for p in whole.parties] == ["media"]


def test_reading_tells_whom_he_stands_for_unless_the_page_breaks_between() -> None:
    text = "Tomas Okrelo met Petar Solvane. He said it was late."
    he, solvane = text.index("He said"), text.index("Petar")
    same = Span.of(text, solvane, solvane + len("Petar Solvane"))
    attributed = Attribution((Span.of(text, he + 8, len(text) - 1),), Span.of(text, he, he + 2), None, same=same)
    for breaks, name in (((), "Petar Solvane"), ((he,), None)):
        lines = (Paragraph(0, he - 1, text[: he - 1], "body"), Paragraph(he, len(text), text[he:], "body"))
        article = replace(_article(text), paragraphs=lines, breaks=breaks)
        names = tuple(
            Name(Span.of(text, text.index(n), text.index(n) + len(n)), "person")
            for n in ("Tomas Okrelo", "Petar Solvane")
        )
        whole = cast(article, replace(reading(article), names=names, attributions=(attributed,)))
        party = whole.party_of(Span.of(text, he, he + 2))
        assert (party and party.name) == name


# He, she, it, the envoy


def test_he_is_the_last_speaker() -> None:
    text = "Tomas Okrelo said the road was shut.\n“Nobody will pass it tonight,” he said."
    assert name_of(made(text, person=["Tomas Okrelo"]), "he said"[:2], nth=0) == "Tomas Okrelo"


def test_he_is_not_a_woman() -> None:
    text = "Tomas Okrelo waited. Spokeswoman Ilse Verhane said the road was shut. He left at noon."
    whole = made(text, person=["Tomas Okrelo", "Ilse Verhane"])
    assert name_of(whole, "He left"[:2]) == "Tomas Okrelo"


def test_he_is_nobody_where_two_could_be_meant() -> None:
    text = "The room was full when Tomas Okrelo met Petar Solvane. He left at noon."
    assert name_of(made(text, person=["Tomas Okrelo", "Petar Solvane"]), "He left"[:2]) is None


def test_she_goes_on_through_a_long_quotation() -> None:
    text = "“Who is there? Who came? Who spoke? Who left? Who stayed?” Ilse Verhane said. “One. Two. Three,” she added."
    assert name_of(made(text, person=["Ilse Verhane"]), "she added"[:3]) == "Ilse Verhane"


def test_the_envoy_is_the_only_one_with_that_post() -> None:
    text = "UN envoy Henrike Aldous arrived.\nThe mediator said little."
    whole = made(text, person=["Henrike Aldous"], unnamed=["The mediator"])
    assert name_of(whole, "The mediator") == "Henrike Aldous"


def test_the_envoy_is_no_one_named_where_two_have_the_post() -> None:
    text = "UN envoy Henrike Aldous met Kestrian envoy Petar Solvane. The envoy said little."
    whole = made(text, person=["Henrike Aldous", "Petar Solvane"], unnamed=["The envoy"])
    assert name_of(whole, "The envoy") == "envoy"


def test_the_group_is_the_only_armed_group() -> None:
    text = "The Marn Valley Front moved north. The group said it was done."
    assert name_of(made(text, armed_group=["Marn Valley Front"]), "The group") == "Marn Valley Front"


# Names compared


def test_names_compared() -> None:
    assert bare("the envoy’s") == "envoy"
    assert key("The Councils") == key("council")
    assert alike("verhane", "verhan")
    assert not alike("dastan", "aldous")
    assert same_person("I. Verhane", "Ilse Verhane")
    assert not same_person("Mira Dastan", "Aurel Dastan")


@given(
    st.lists(
        st.sampled_from("Ilse Verhane Petar Solvane said he , . the envoy of UHC “ ” Paris told".split()), max_size=30
    )
)
def test_every_mention_is_an_exact_slice_and_ids_do_not_change(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    first, again = (made(text, person=["Ilse Verhane", "Solvane"], organization=["UHC"], place=["Paris"]) for _ in "12")
    assert first == again
    assert all(text[m.start : m.end] == m.text for p in first.parties for m in p.mentions)
    assert len({p.id for p in first.parties}) == len(first.parties)


def test_a_source_without_a_word_of_its_own_is_no_party() -> None:
    article = _article("“The road is open,” ’s said.")
    said = Attribution((Span.of(article.text, 1, 17),), Span.of(article.text, 20, 22), Span.of(article.text, 23, 27))
    assert cast(article, Reading("a", attributions=(said,))).parties == ()


def test_a_crowd_that_is_only_counted_is_no_party() -> None:
    crowds = ["more than 13,000 prisoners", "Thousands of people", "Rebel commanders"]
    whole = made("Rebel commanders met. Thousands of people and more than 13,000 prisoners waited.", unnamed=crowds)
    assert [p.name for p in whole.parties] == ["Rebel commanders"]


# Nearer ones


@pytest.mark.parametrize(
    "text",
    [
        "“Dastan will not come,” Okrelo said. “I never saw it,” he added.",
        "Dastan left. Okrelo said the road was open. Then he added that it was not.",
    ],
)
def test_he_is_the_nearer_one_where_reading_sees_another(text: str) -> None:
    whole = made(text, person=["Dastan", "Okrelo"])
    he = Span.of(text, text.index("he added"), text.index("he added") + 2)
    seen = replace(whole, same={he.end: at(whole, "Dastan")})
    party = seen.party_of(he)
    assert party is not None
    assert party.name == "Okrelo"
