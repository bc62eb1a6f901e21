"""The text of an article with its records marked: each with its number, a label, and a link to where it is told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from aidememoire.queries.desk.article import ArticlePage, Entry
from aidememoire.queries.desk.compare import ComparePage
from aidememoire.queries.desk.shapes import Cited
from aidememoire.views.highlight import Highlight, render

HERE = "here"


@dataclass(frozen=True, slots=True)
class Pin:
    """What a numbered highlight bears: its `anchor`, the one that its link leads to, what is `shown`, and its label."""

    kind: str
    anchor: str
    leads_to: str
    shown: str
    label: str


class PinTags:
    """Marks that the keyboard steps through: behind the first stretch of each stands its link."""

    def __init__(self, pins: Mapping[int, Pin]) -> None:
        self._pins = pins
        self._linked: set[int] = set()

    def opening(self, highlight: Highlight, *, first: bool) -> Markup:
        """A `mark` that bears its pin's number, or a `span` for what is no record."""
        if highlight.number is None:
            return _span(highlight, first=first)
        pin = self._pins[highlight.number]
        name = Markup(' id="{}"').format(pin.anchor) if first else Markup("")
        return Markup('<mark class="{}" data-pin="{}"{}>').format(highlight.kind, pin.shown, name)

    def closing(self, highlight: Highlight) -> Markup:
        """The end of the `mark` or the `span`."""
        return Markup("</span>") if highlight.number is None else Markup("</mark>")

    def reference(self, number: int) -> Markup:
        """The link, once."""
        if number in self._linked:
            return Markup("")
        self._linked.add(number)
        pin = self._pins[number]
        link = '<a class="ref {}" href="#{}" data-stop data-pin="{}" aria-label="{}"></a>'
        return Markup(link).format(pin.kind, pin.leads_to, pin.shown, pin.label)


def _span(highlight: Highlight, *, first: bool) -> Markup:
    name = Markup(' id="here"') if first and highlight.kind == HERE else Markup("")
    note = Markup(' title="{}"').format(highlight.note) if highlight.note else Markup("")
    return Markup('<span class="{}"{}{}>').format(highlight.kind, name, note)


def marked_article(view: ArticlePage) -> Markup:
    """The text of the article with its records, what is not of the story, and the place that was asked for."""
    marks = [Highlight(each.start, each.end, each.kind, note=each.note) for each in view.apart]
    marks += [Highlight(s.start, s.end, row.kind, row.number) for row in view.rows for s in row.stretches]
    if view.here is not None:
        marks.append(Highlight(view.here.start, view.here.end, HERE))
    pins = {row.number: _pin(row) for row in view.rows}
    return render(view.text, marks, PinTags(pins))


def _pin(row: Entry) -> Pin:
    return Pin(row.kind, f"e{row.number}", f"l{row.number}", str(row.number), _label(row))


def _label(row: Entry) -> str:
    who = ", ".join(" ".join(each.name.split()) for each in row.who)
    if not who and row.kind != "process":
        who = "who is not stated"
    return f"{row.number}: {row.kind}, {row.label}" + (f"; {who}" if who else "")


def marked_side(view: ComparePage, right: bool) -> Markup:
    """One of two articles with the passages that both have and the edits, numbered alike on both sides."""
    own, other = ("b", "a") if right else ("a", "b")
    passages = [(p.number, p.right if right else p.left) for p in view.passages]
    edits = [(e.number, e.kind, (e.right if right else e.left), (e.left if right else e.right)) for e in view.rows]
    pins = {
        n: Pin("shared", f"{own}p{n}", f"{other}p{n}", f"P{n}", f"passage {n} in the other article")
        for n, _ in passages
    }
    marks = [_mark(where, "shared", number) for number, where in passages]
    after = len(passages)
    for number, kind, here, there in edits:
        if here is not None:
            leads_to = f"{other}e{number}" if there else f"edit{number}"
            label = f"edit {number}, {kind}: " + ("in the other article" if there else "not in the other article")
            pins[after + number] = Pin(kind, f"{own}e{number}", leads_to, f"E{number}", label)
            marks.append(_mark(here, kind, after + number))
    side = view.right if right else view.left
    marks += [Highlight(cut.start, cut.end, "cut", note="not of the story") for cut in side.cuts]
    return render(side.text, marks, PinTags(pins))


def _mark(where: Cited, kind: str, number: int) -> Highlight:
    return Highlight(where.start, where.end, kind, number)
