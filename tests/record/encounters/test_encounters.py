import random
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article, Paragraph, PublishedHow
from aidememoire.model.facts import ActorKind, Encounter, EncounterKind, EncounterStatus, Role
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Lineage, PassagePair, Story
from aidememoire.model.process import EncounterGroup
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.record.encounters.encounters import encounter_groups


def actor(name: str, kind: ActorKind, *aliases: str, role: tuple[str, str] | None = None) -> Actor:
    roles = (Role(role[0], role[1], Span(0, 1, "x")),) if role else ()
    return Actor(name, name, kind, aliases, roles, None, (name,), ())


ALDOUS = actor("Henrike Aldous", "person", "Aldous", role=("envoy", "Concord of Nations"))
SOLVANE = actor("Petar Solvane", "person", "Solvane", role=("chief negotiator", "Varenia"))
VERHANE = actor("Ilse Verhane", "person", "Verhane", role=("spokeswoman", "United Highland Council"))
MOLDE = actor("Jarek Molde", "person", "Molde", role=("deputy foreign minister", "Kestria"))
COUNCIL = actor("United Highland Council", "organization", "UHC")
VARENIA = actor("Varenia", "state")
KESTRIA = actor("Kestria", "state")
TEAM = actor("UHC delegation", "unnamed")
COMMANDERS = actor("commanders", "unnamed")
CAST = (ALDOUS, SOLVANE, VERHANE, MOLDE, COUNCIL, VARENIA, KESTRIA, TEAM, COMMANDERS)


@dataclass
class Press:
    """Coverage in the making."""

    articles: dict[str, Article] = field(default_factory=dict)
    encounters: list[Encounter] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)

    def article(self, name: str, day: str | None, text: str, **more: object) -> Article:
        how: PublishedHow | None = "given" if day else None
        made = Article(
            id=name, source_id=name, text=text, text_sha256="", title=None, outlet=str(more.get("outlet", name)),
            agencies=(str(more["agency"]),) if "agency" in more else (), bylines=(), published=day, published_how=how,
            dateline=None, language="en", url=None, composite=False, boilerplate=(), credits=(),
            paragraphs=(Paragraph(0, len(text), text, "body"),),
        )  # fmt: skip
        self.articles[name] = made
        return made

    def tell(
        self,
        day: str | None,
        text: str,
        status: EncounterStatus,
        when: str | None = None,
        who: tuple[Actor, ...] = (),
        *,
        kind: EncounterKind = "meeting",
        place: str | None = None,
        source: Actor | None = None,
        track: str | None = None,
        number: int | None = None,
        agency: str | None = None,
    ) -> str:
        """An article of one sentence that tells of an encounter; the encounter's id."""
        name = f"article-{len(self.articles)}"
        made = self.article(name, day, text, **({"agency": agency} if agency else {}))
        e = Encounter(
            id=content_id("encounter", name, kind, status),
            article=name,
            kind=kind,
            status=status,
            participants=tuple(a.id for a in who),
            participant_texts=tuple(a.name for a in who),
            place=place,
            when=When(when, when) if when else None,
            source=source.id if source else None,
            track=track,
            round=number,
            evidence=Span.of(made.text, 0, len(made.text)),
        )
        self.encounters.append(e)
        return e.id

    def share(self, a: str, b: str) -> None:
        """Makes two articles versions of one wire story, shared from end to end."""
        spans = [Span.of(self.articles[x].text, 0, len(self.articles[x].text)) for x in (a, b)]
        passages = (PassagePair(spans[0], spans[1]),)
        self.lineages.append(Lineage(f"{a}{b}", a, b, "wire", 1, 1, "unknown", None, passages, (), ""))

    def groups(self) -> tuple[EncounterGroup, ...]:
        who = {p: a.id for a in CAST for p in a.parties}
        return encounter_groups(self.encounters, who, self.articles, self.lineages, self.stories, CAST)

    def members(self) -> set[frozenset[str]]:
        return {frozenset(g.members) for g in self.groups()}


def test_planned_put_off_and_held_is_one_encounter_with_three_turns() -> None:
    press = Press()
    first = press.tell(
        "2031-03-01", "Aldous will meet Solvane in Lugarno on Monday, Verhane said.", "planned", "2031-03-03",
        (ALDOUS, SOLVANE), place="Lugarno", source=VERHANE,
    )  # fmt: skip
    second = press.tell(
        "2031-03-02", "The meeting of Aldous and Solvane in Lugarno has been put off until Tuesday, Molde said.",
        "postponed", "2031-03-04", (ALDOUS, SOLVANE), place="Lugarno", source=MOLDE,
    )  # fmt: skip
    third = press.tell(
        "2031-03-05", "Aldous received Solvane in Lugarno on Tuesday, her office said.", "held", "2031-03-04",
        (ALDOUS, SOLVANE), place="Lugarno", source=ALDOUS,
    )  # fmt: skip
    (group,) = press.groups()
    assert [(t.status, t.day, t.when and t.when.value, t.sources, t.facts) for t in group.course] == [
        ("planned", "2031-03-01", "2031-03-03", (VERHANE.id,), (first,)),
        ("postponed", "2031-03-02", "2031-03-04", (MOLDE.id,), (second,)),
        ("held", "2031-03-05", "2031-03-04", (ALDOUS.id,), (third,)),
    ]
    assert (group.status, group.earliest, group.latest) == ("held", "2031-03-04", "2031-03-04")
    assert (group.kind, group.place, group.participants) == ("meeting", "Lugarno", (ALDOUS.id, SOLVANE.id))
    assert [t.articles for t in group.course] == [("article-0",), ("article-1",), ("article-2",)]


def test_another_day_without_a_word_of_delay_is_another_meeting() -> None:
    press = Press()
    press.tell("2031-03-01", "Aldous meets Solvane on Monday.", "planned", "2031-03-03", (ALDOUS, SOLVANE))
    press.tell("2031-03-05", "Aldous met Solvane on Tuesday.", "held", "2031-03-04", (ALDOUS, SOLVANE))
    assert len(press.groups()) == 2


def test_what_came_before_a_delay_was_told_is_not_what_was_put_off() -> None:
    press = Press()
    press.tell("2031-03-04", "Aldous met Solvane on Monday.", "held", "2031-03-03", (ALDOUS, SOLVANE))
    press.tell("2031-03-06", "Aldous put off meeting Solvane to Sunday.", "postponed", "2031-03-09", (ALDOUS, SOLVANE))
    assert len(press.groups()) == 2


def test_two_meetings_of_one_day_with_different_parties_stay_apart() -> None:
    press = Press()
    press.tell("2031-03-05", "Aldous met Solvane on Tuesday.", "held", "2031-03-04", (ALDOUS, SOLVANE), place="Lugarno")
    press.tell("2031-03-05", "Aldous met Verhane on Tuesday.", "held", "2031-03-04", (ALDOUS, VERHANE), place="Lugarno")
    assert len(press.groups()) == 2


def test_a_man_and_the_body_that_sent_him_are_one() -> None:
    press = Press()
    press.tell("2031-03-05", "Aldous met Verhane on Tuesday.", "held", "2031-03-04", (ALDOUS, VERHANE))
    press.tell("2031-03-05", "The UHC delegation saw Aldous on Tuesday.", "held", "2031-03-04", (ALDOUS, TEAM))
    (group,) = press.groups()
    assert group.participants == (ALDOUS.id, VERHANE.id)


def test_two_persons_by_themselves_are_not_their_states_among_many() -> None:
    press = Press()
    press.tell("2031-03-05", "Solvane met Molde on Tuesday.", "held", "2031-03-04", (SOLVANE, MOLDE))
    press.tell("2031-03-05", "Five states met on Tuesday.", "held", "2031-03-04", (VARENIA, KESTRIA, COMMANDERS))
    assert len(press.groups()) == 2


def test_rounds_stay_apart_and_one_round_lasts() -> None:
    press = Press()
    press.tell("2031-02-05", "The third round of talks opened in Lugarno.", "held", "2031-02-04",
               kind="talks", place="Lugarno", number=3)  # fmt: skip
    opened = press.tell("2031-03-05", "The fourth round of talks opened in Lugarno.", "held", "2031-03-04",
                        kind="talks", place="Lugarno", number=4)  # fmt: skip
    broken = press.tell("2031-03-13", "The fourth round of talks in Lugarno was broken off.", "suspended", "2031-03-12",
                        kind="talks", place="Lugarno", number=4)  # fmt: skip
    assert frozenset((opened, broken)) in press.members()
    group = next(g for g in press.groups() if g.round == 4)
    assert (group.status, group.earliest, len(press.groups())) == ("suspended", "2031-03-04", 2)


def test_a_collapse_that_three_articles_look_back_on_is_one() -> None:
    press = Press()
    for day in ("2031-03-10", "2031-03-11", "2031-03-12"):
        press.tell(
            day, "The first peace talks since spring collapsed last week.", "suspended", "2031-W10", kind="talks"
        )
    press.tell("2031-03-12", "The talks before those collapsed in 2028.", "suspended", "2028", kind="talks")
    assert sorted(len(g.members) for g in press.groups()) == [1, 3]
    group = next(g for g in press.groups() if len(g.members) > 1)
    assert (group.status, group.earliest, group.when) == ("suspended", None, None)


def test_a_visit_is_not_the_meeting_in_it() -> None:
    press = Press()
    press.tell("2031-03-05", "Molde visited Orlune.", "held", "2031-03-04", (MOLDE, SOLVANE), kind="visit")
    press.tell("2031-03-05", "Molde met Solvane in Orlune.", "held", "2031-03-04", (MOLDE, SOLVANE))
    assert len(press.groups()) == 2


def test_nothing_but_the_kind_joins_nothing() -> None:
    press = Press()
    press.tell("2031-03-05", "Talks were held.", "held", kind="talks")
    press.tell("2031-03-05", "There had been negotiations before.", "held", kind="talks")
    assert len(press.groups()) == 2


def test_a_telling_that_fits_two_encounters_alike_is_joined_to_neither() -> None:
    press = Press()
    press.tell("2031-03-05", "Aldous met Solvane on Tuesday.", "held", "2031-03-04", (ALDOUS, SOLVANE), place="Lugarno")
    press.tell("2031-03-05", "Aldous met a guest on Tuesday.", "held", "2031-03-04", (ALDOUS,), place="Lugarno")
    press.tell("2031-03-05", "Aldous met Verhane on Tuesday.", "held", "2031-03-04", (ALDOUS, VERHANE), place="Lugarno")
    assert [len(g.members) for g in press.groups()] == [1, 1, 1]


def test_a_wire_story_in_three_outlets_is_one_origin() -> None:
    press = Press()
    text = "Aldous received Solvane at the old customs house on Tuesday, her office said."
    for _ in range(3):
        press.tell("2031-03-05", text, "held", "2031-03-04", (ALDOUS, SOLVANE), agency="Meridian Press")
    for a, b in (("article-0", "article-1"), ("article-1", "article-2"), ("article-0", "article-2")):
        press.share(a, b)
    (group,) = press.groups()
    assert (len(group.members), group.origins.low, group.origins.high) == (3, 1, 1)
    assert group.origins.of[0].articles == ("article-0", "article-1", "article-2")


def test_a_plan_told_after_it_was_held_changes_nothing() -> None:
    press = Press()
    press.tell("2031-03-02", "Aldous will meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    press.tell("2031-03-05", "Aldous met Solvane on Tuesday.", "held", "2031-03-04", (ALDOUS, SOLVANE))
    press.tell("2031-03-06", "Aldous was to meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    (group,) = press.groups()
    assert [(t.status, t.day, len(t.facts)) for t in group.course] == [
        ("planned", "2031-03-02", 2),
        ("held", "2031-03-05", 1),
    ]
    assert group.status == "held"


def test_a_plan_first_told_after_it_was_held_stands_before_it_with_its_own_day() -> None:
    press = Press()
    press.tell("2031-03-05", "Aldous met Solvane on Tuesday.", "held", "2031-03-04", (ALDOUS, SOLVANE))
    press.tell("2031-03-06", "Aldous was to meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    (group,) = press.groups()
    assert [(t.status, t.day) for t in group.course] == [("planned", "2031-03-06"), ("held", "2031-03-05")]


def test_an_article_without_a_day_comes_last_and_says_so() -> None:
    press = Press()
    press.tell(None, "Aldous met Solvane on March 4.", "held", "2031-03-04", (ALDOUS, SOLVANE))
    press.tell("2031-03-02", "Aldous will meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    (group,) = press.groups()
    assert [(t.status, t.day) for t in group.course] == [("planned", "2031-03-02"), ("held", None)]


def test_put_off_for_good_has_no_day() -> None:
    press = Press()
    press.tell("2031-03-02", "Aldous will meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    press.tell("2031-03-03", "Aldous's meeting with Solvane was put off.", "postponed", None, (ALDOUS, SOLVANE))
    (group,) = press.groups()
    assert (group.status, group.when, group.earliest, group.latest) == ("postponed", None, None, None)


def test_a_week_and_a_day_of_it_agree_on_the_day() -> None:
    press = Press()
    press.tell("2031-03-01", "Aldous will meet Solvane next week.", "planned", "2031-W10", (ALDOUS, SOLVANE))
    press.tell("2031-03-03", "Aldous will meet Solvane on Tuesday.", "planned", "2031-03-04", (ALDOUS, SOLVANE))
    (group,) = press.groups()
    assert (group.earliest, group.latest, len(group.course)) == ("2031-03-04", "2031-03-04", 1)


def test_an_attack_that_is_denied_keeps_both_turns() -> None:
    press = Press()
    text = "Verhane said army shells hit the market at Tessaly Ford on Wednesday, killing nine people."
    denial = "Solvane denied that army shells hit the market at Tessaly Ford on Wednesday."
    press.tell("2031-03-12", text, "alleged", "2031-03-12", kind="attack", place="Tessaly Ford", source=VERHANE)
    press.tell("2031-03-13", denial, "denied", "2031-03-12", kind="attack", place="Tessaly Ford", source=SOLVANE)
    (group,) = press.groups()
    assert [(t.status, t.sources) for t in group.course] == [("alleged", (VERHANE.id,)), ("denied", (SOLVANE.id,))]


def test_attacks_of_other_weapons_days_or_places_stay_apart() -> None:
    press = Press()
    for text, day, place in (
        ("Shells hit Tessaly Ford on Wednesday.", "2031-03-12", "Tessaly Ford"),
        ("Warplanes struck Tessaly Ford on Wednesday.", "2031-03-12", "Tessaly Ford"),
        ("Shells hit Tessaly Ford on Thursday.", "2031-03-13", "Tessaly Ford"),
        ("Shells hit Brenmark on Wednesday.", "2031-03-12", "Brenmark"),
    ):
        press.tell("2031-03-14", text, "held", day, kind="attack", place=place)
    assert len(press.groups()) == 4


STATUSES: tuple[EncounterStatus, ...] = ("planned", "held", "postponed", "cancelled", "suspended")
WHO = ((), (ALDOUS,), (ALDOUS, SOLVANE), (ALDOUS, VERHANE), (ALDOUS, TEAM), (COMMANDERS,))
DAYS = (None, "2031-03-02", "2031-03-04", "2031-03-05", "2031-03-20")
TIMES = (None, "2031-03-04", "2031-03-05", "2031-W10", "2031-03", "XXXX-WXX-2", "P2D")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(STATUSES), st.sampled_from(WHO), st.sampled_from(DAYS), st.sampled_from(TIMES),
            st.sampled_from((None, "Lugarno", "Dravik")), st.sampled_from((None, 3, 4)),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_each_encounter_is_in_one_group_whatever_the_order(
    told: list[tuple[EncounterStatus, tuple[Actor, ...], str | None, str | None, str | None, int | None]],
    shuffle: random.Random,
) -> None:
    press = Press()
    for status, who, day, when, place, number in told:
        press.tell(day, f"{status} of talks {place}", status, when, who, kind="talks", place=place, number=number)
    groups = press.groups()
    assert sorted(m for g in groups for m in g.members) == sorted(e.id for e in press.encounters)
    for g in groups:
        assert sorted(f for t in g.course for f in t.facts) == list(g.members)
        assert g.course[-1].status == g.status
        assert (g.earliest or "") <= (g.latest or "")
    shuffle.shuffle(press.encounters)
    press.articles = dict(sorted(press.articles.items(), key=lambda _: shuffle.random()))
    assert press.groups() == groups


def test_one_sitting_is_opened_and_breaks_up_under_days_of_their_own() -> None:
    press = Press()
    press.tell("2031-03-01", "Peace talks are to open in Lugarno on Tuesday.", "planned", "2031-03-04",
               kind="talks", place="Lugarno")  # fmt: skip
    press.tell("2031-03-05", "The peace talks in Lugarno opened on Tuesday.", "held", "2031-03-04",
               kind="talks", place="Lugarno")  # fmt: skip
    press.tell("2031-03-19", "The peace talks in Lugarno collapsed last week.", "suspended", "2031-W11",
               kind="talks", place="Lugarno")  # fmt: skip
    press.tell("2031-03-28", "Peace talks in Lugarno collapsed on March 12.", "suspended", "2031-03-12",
               kind="talks", place="Lugarno")  # fmt: skip
    (group,) = press.groups()
    assert [(t.status, t.earliest, t.latest) for t in group.course] == [
        ("planned", "2031-03-04", "2031-03-04"),
        ("held", "2031-03-04", "2031-03-04"),
        ("suspended", "2031-03-12", "2031-03-12"),
    ]
    assert (group.earliest, group.status) == ("2031-03-04", "suspended")


def test_talks_that_broke_up_are_not_those_called_a_month_later() -> None:
    press = Press()
    press.tell("2031-03-12", "The peace talks in Lugarno collapsed last week.", "suspended", "2031-W10",
               kind="talks", place="Lugarno")  # fmt: skip
    press.tell("2031-04-10", "Peace talks are to open in Lugarno on Monday.", "planned", "2031-04-14",
               kind="talks", place="Lugarno")  # fmt: skip
    assert len(press.groups()) == 2


def test_powers_and_a_minister_among_them_are_one_conference() -> None:
    press = Press()
    powers = actor("neighbouring powers", "unnamed")
    press.tell("2031-03-03", "The neighbouring powers are to meet in Lugarno on Tuesday.", "planned", "2031-03-04",
               (powers,), place="Lugarno")  # fmt: skip
    press.tell("2031-03-05", "Ministers of nine countries met in Lugarno.", "held", None,
               (actor("ministers of nine countries", "unnamed"),), place="Lugarno")  # fmt: skip
    (group,) = press.groups()
    assert (group.status, group.earliest) == ("held", "2031-03-04")


def test_a_suburb_told_with_its_city_is_in_it() -> None:
    press = Press()
    press.tell("2031-03-13", "Shells hit the market of Halvet on Wednesday, killing nine.", "held", "2031-03-12",
               kind="attack", place="Halvet")  # fmt: skip
    press.tell("2031-03-13", "Shells hit a market in Lower Marn, a district of Halvet, on Wednesday.", "held",
               "2031-03-12", kind="attack", place="Lower Marn")  # fmt: skip
    press.tell("2031-03-13", "Shells hit a market in Brenmark on Wednesday.", "held",
               "2031-03-12", kind="attack", place="Brenmark")  # fmt: skip
    assert sorted(len(g.members) for g in press.groups()) == [1, 2]
