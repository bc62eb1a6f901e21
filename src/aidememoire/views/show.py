"""`aidememoire show`: a record on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from aidememoire.model.lineage import Lineage
from aidememoire.queries.answers import Answers
from aidememoire.queries.process import ProcessAnswers
from aidememoire.queries.shapes import StatementView, StoryView
from aidememoire.views.lines import heard, line, more, short, title
from aidememoire.views.show_process import show_process


def show(answers: Answers, console: Console, limit: int) -> None:
    """Prints what a reader wants first of a record, at most `limit` lines of each kind."""
    _head(answers, console)
    _process(answers, console)
    show_process(ProcessAnswers(answers), console, limit)
    _statements(answers, console, limit)
    _disputed(answers, console, limit)
    _stories(answers, console, limit)


def _head(answers: Answers, console: Console) -> None:
    articles = answers.articles.values()
    days = sorted(a.published for a in articles if a.published)
    outlets = {a.outlet for a in articles if a.outlet}
    span = f", {days[0]} to {days[-1]}" if days else ""
    undated = sum(not a.published for a in articles)
    console.print(
        Text(f"{len(answers.articles)} articles of {len(outlets)} outlets{span}", style="bold")
        + Text(f" ({undated} without a date)" if undated else "")
    )


def _process(answers: Answers, console: Console) -> None:
    title(console, "The process")
    for track in answers.tracks():
        rounds = f", round {', '.join(map(str, track.rounds))}" if track.rounds else ""
        who = [f"mediator {track.mediator}"] if track.mediator else []
        who += [f"sponsors {', '.join(track.sponsors)}"] if track.sponsors else []
        line(console, (track.name, "bold"), f" track{rounds}", f" — {'; '.join(who)}" if who else "")
    baskets = answers.baskets()
    if baskets:
        line(console, "on the agenda: ", "; ".join(b.name for b in baskets))


def _statements(answers: Answers, console: Console, limit: int) -> None:
    found = answers.statements()
    unattributed = sum(s.speaker is None for s in found)
    title(console, f"Who said what ({len(found)} statements, {unattributed} of them by nobody in reach)")
    for speaker, said in _by_speaker(found)[:limit]:
        line(console, (speaker, "bold"), (f"  {len(said)}", "dim"))
        for s in _spread(said, 2):
            chain = "".join(f", with {other}" for other in s.joint)
            chain += "".join(f", through {v}" for v in s.via) + (f", to {s.addressee}" if s.addressee else "")
            where = f" [{answers.outlet(s.evidence.article)}]"
            line(console, "  ", (s.act, "italic"), (chain, ""), ": ", short(s.text), (where, "dim"))
    more(console, len(_by_speaker(found)), limit)


def _by_speaker(statements: Iterable[StatementView]) -> list[tuple[str, list[StatementView]]]:
    by: dict[str, list[StatementView]] = {}
    for s in statements:
        if s.speaker:
            by.setdefault(s.speaker, []).append(s)
    return sorted(by.items(), key=lambda item: (-len(item[1]), item[0]))


def _spread(said: Sequence[StatementView], n: int) -> Sequence[StatementView]:
    """At most `n`, each of another article and in other words: copies of one report are no reason to read it twice."""
    kept: dict[str, StatementView] = {}
    for s in said:
        if s.text not in {k.text for k in kept.values()}:
            kept.setdefault(s.evidence.article, s)
    return list(kept.values())[:n]


def _disputed(answers: Answers, console: Console, limit: int) -> None:
    claims, breaches = answers.disputed(), answers.breaches()
    figures = [f for f in answers.figures() if f.disputed]
    title(console, f"What is disputed ({len(claims)} claims, {len(figures)} figures, {len(breaches)} alleged breaches)")
    for c in claims[:limit]:
        line(console, "“", short(c.text), "”")
        line(
            console,
            f"    asserted by {', '.join(c.asserted_by)}; denied by {', '.join(c.denied_by)}",
            heard(c.origins),
        )
    more(console, len(claims), limit)
    for f in figures[:limit]:
        values = dict.fromkeys(f"{m.text} [{answers.outlet(m.article)}]" for m in f.members)
        line(console, (f.subject, "bold"), ": ", " / ".join(values))
    for b in breaches[:limit]:
        by = ", ".join(b.alleged_by) or "somebody not named"
        line(console, (b.by, "bold"), f": {short(b.what)} — broken, {by} alleges", heard(b.origins))


def _stories(answers: Answers, console: Console, limit: int) -> None:
    stories = answers.stories()
    title(console, f"Which articles are one story ({len(stories)})")
    for story in stories[:limit]:
        line(console, (story.title or "untitled", "bold"))
        if story.follows:
            line(console, "  ", (f"goes on from: {story.follows}", "dim"))
        for a in story.articles:
            line(console, "  ", a.published or "no date", "  ", a.outlet or a.source_id, (f"  {a.title or ''}", "dim"))
        for x in _closest(story):
            pair = f"{answers.outlet(x.a)} – {answers.outlet(x.b)}"
            line(console, "  ", (f"{x.relation}: {pair}: {x.why}; {len(x.edits)} edits", "dim"))
    more(console, len(stories), limit)


def _closest(story: StoryView) -> list[Lineage]:
    """For each article the pair in which it shares most of itself, each pair once: six articles have fifteen pairs."""
    closest: dict[str, Lineage] = {}
    for article in story.articles:
        mine = [x for x in story.lineage if article.id in (x.a, x.b)]
        if mine:
            best = max(mine, key=lambda x: (x.share_a if x.a == article.id else x.share_b, x.id))
            closest[best.id] = best
    return list(closest.values())
