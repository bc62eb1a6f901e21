from aidememoire.model.facts import BasketMention, RoundMention, TrackMention
from aidememoire.model.spans import Span
from aidememoire.record.process import baskets, rounds, tracks

HERE = Span(0, 4, "here")


def test_one_track_told_by_two_articles_is_one_with_all_its_sponsors() -> None:
    told = [
        TrackMention("1", "a", "Lugarno", "p-aldous", ("p-concord",), HERE),
        TrackMention("2", "b", "Lugarno", "p-aldous-2", ("p-ostmere",), HERE),
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
