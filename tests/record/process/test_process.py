from aidememoire.model.mentions import BasketMention, RoundMention, TrackMention
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.record.process.process import baskets, rounds, tracks

HERE = Span(0, 4, "here")


def test_one_track_told_by_two_articles_is_one_with_all_its_sponsors() -> None:
    told = [
        TrackMention("1", "a", "Lugarno", "p-aldous", ("p-concord",), HERE, venue="Lugarno"),
        TrackMention("2", "b", "Lugarno", "p-aldous-2", ("p-ostmere",), HERE, venue="Lugarno"),
    ]
    actor = {"p-aldous": "aldous", "p-aldous-2": "aldous", "p-concord": "concord", "p-ostmere": "ostmere"}
    (track,) = tracks(told, actor)
    assert (track.name, track.mediator, track.sponsors) == ("Lugarno", "aldous", ("concord", "ostmere"))
    assert [e.article for e in track.evidence] == ["a", "b"]


def test_a_round_belongs_to_its_track_and_number() -> None:
    told = [
        RoundMention(str(i), "a", n, t, None, HERE)
        for i, (n, t) in enumerate([(3, "Lugarno"), (3, "Dravik"), (3, "Lugarno")])
    ]
    assert sorted((r.number, r.track) for r in rounds(told)) == [(3, "Dravik"), (3, "Lugarno")]


def test_an_item_of_the_agenda_in_two_inflections_is_one_basket() -> None:
    told = [
        BasketMention("1", "a", "customs revenue", None, HERE),
        BasketMention("2", "b", "the customs revenues", "Lugarno", HERE),
    ]
    (basket,) = baskets(told)
    assert basket.track == "Lugarno"
    assert len(basket.evidence) == 2


def track(number: int, name: str, venue: str | None, *sponsors: str) -> TrackMention:
    return TrackMention(str(number), f"a{number}", name, None, sponsors, HERE, venue=venue)


def test_talks_called_by_their_sponsor_are_those_of_its_one_venue() -> None:
    told = [
        track(1, "Lugarno", "Lugarno", "p-concord"),
        track(2, "CN-led talks", None, "p-concord"),
        track(3, "Dravik", "Dravik", "p-kestria"),
    ]
    assert [(t.name, len(t.evidence)) for t in sorted(tracks(told, {}), key=lambda t: t.name)] == [
        ("Dravik", 1),
        ("Lugarno", 2),
    ]


def test_talks_of_a_sponsor_with_two_venues_may_be_either_and_are_no_track() -> None:
    told = [
        track(1, "Lugarno", "Lugarno", "p-kestria"),
        track(2, "Dravik", "Dravik", "p-kestria"),
        track(3, "Kestrian-led talks", None, "p-kestria"),
    ]
    assert sorted(t.name for t in tracks(told, {})) == ["Dravik", "Lugarno"]


def test_talks_of_a_sponsor_without_a_venue_are_a_track() -> None:
    (only,) = tracks([track(1, "CN-led talks", None, "p-concord")], {"p-concord": "concord"})
    assert (only.name, only.venue, only.sponsors) == ("CN-led talks", None, ("concord",))


def on(value: str) -> When:
    return When(value, value)


def test_a_round_opens_and_closes_on_the_days_that_most_tell() -> None:
    told = [
        RoundMention("1", "a", 4, "Lugarno", None, HERE, opened=on("2031-03-03")),
        RoundMention("2", "b", 4, "Lugarno", None, HERE, opened=on("2031-03-04")),
        RoundMention("3", "c", 4, "Lugarno", None, HERE, opened=on("2031-03-04")),
        RoundMention("4", "d", 4, "Lugarno", None, HERE, opened=on("XXXX-WXX-2"), closed=on("2031-03-21")),
    ]
    (only,) = rounds(told)
    assert (only.opened, only.closed) == (on("2031-03-04"), on("2031-03-21"))


def test_a_round_without_a_track_is_the_one_that_has_its_number_and_its_weeks() -> None:
    named = RoundMention("1", "a", 4, "Lugarno", None, HERE, opened=on("2031-03-04"))
    near = RoundMention("2", "b", 4, None, None, HERE, closed=on("2031-03-21"))
    far = RoundMention("3", "c", 4, None, None, HERE, closed=on("2033-01-21"))
    assert [(r.track, len(r.evidence)) for r in rounds([named, near])] == [("Lugarno", 2)]
    assert {r.track for r in rounds([named, far])} == {"Lugarno", None}
    assert {r.track for r in rounds([named, far], published={"c": "2031-03-09"})} == {"Lugarno", None}


def test_a_rounds_baskets_are_those_of_the_articles_about_it_alone() -> None:
    told = [
        RoundMention("1", "a", 3, "Lugarno", None, HERE),
        RoundMention("2", "b", 3, "Lugarno", None, HERE),
        RoundMention("3", "b", 2, "Lugarno", None, HERE),
    ]
    agenda = [BasketMention("4", "a", "amnesty", None, HERE), BasketMention("5", "b", "the dams", None, HERE)]
    ids = {b.name: b.id for b in baskets(agenda)}
    third = next(r for r in rounds(told, agenda) if r.number == 3)
    assert third.baskets == (ids["amnesty"],)


def test_a_bare_item_is_the_fuller_one_where_there_is_but_one() -> None:
    names = ["self-rule", "self-rule for the valley", "return of refugees", "return of soldiers", "the return"]
    told = [BasketMention(str(n), "a", name, None, HERE) for n, name in enumerate(names)]
    assert len(baskets(told)) == 4
    assert len(baskets(told[:2])) == 1
