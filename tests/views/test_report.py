from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from aidememoire.model.articles import Article
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Donor, Story
from aidememoire.model.spans import Span
from aidememoire.store import open_record
from aidememoire.views.report import report
from tests.support import Sample, article, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLE = sample()
HOSTILE = (
    "\"'><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "</style></title><a href=javascript:alert(1)>{{ 7 * 7 }}<svg onload=alert(1)>"
)


def written(folder: Path, what: Sample = SAMPLE) -> Path:
    out = StringIO()
    with open_record(what.save(folder / "r.db")).reader() as reader:
        report(reader, out)
    page = folder / "report.html"
    page.write_text(out.getvalue(), "utf-8", newline="")
    return page


@pytest.fixture
def page(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(written(tmp_path).as_uri())
    yield opened
    opened.close()


def poisoned(value: Any, ids: frozenset[str]) -> Any:
    """The same object with a hostile string for every one that is neither an id nor one of a few fixed words."""
    if isinstance(value, str):
        return value if value in ids else HOSTILE
    if isinstance(value, tuple):
        return tuple(poisoned(each, ids) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    free = {name for name, hint in get_type_hints(type(value)).items() if "Literal" not in str(hint)}
    return dataclasses.replace(value, **{name: poisoned(getattr(value, name), ids) for name in free})


def hostile() -> Sample:
    ids = frozenset(
        [*SAMPLE.ids, *(f.id for _, facts in SAMPLE.readings for f in facts), *(link.id for link in SAMPLE.links)]
    )

    def bad(each: Article) -> Article:
        turned: Article = poisoned(each, ids)
        return dataclasses.replace(turned, source_id=each.source_id + HOSTILE, text=HOSTILE * 9)

    readings = tuple((bad(each), tuple(poisoned(f, ids) for f in facts)) for each, facts in SAMPLE.readings)
    return Sample(readings, tuple(poisoned(link, ids) for link in SAMPLE.links))


def test_a_hostile_record_stays_text(tmp_path: Path) -> None:
    text = written(tmp_path, hostile()).read_text("utf-8")
    assert text.count("&lt;script&gt;") > 100
    for tag in ("<script", "<img", "<svg", "<a href=javascript", ' onerror="'):
        assert tag not in text
    assert "{{ 7 * 7 }}" in text
    assert text.count("</style>") == text.count("</title>") == 1


def test_nothing_of_a_hostile_record_runs(tmp_path: Path, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    file = written(tmp_path, hostile())
    page.goto(file.as_uri())
    assert page.title() == "Aide-mémoire: 3 articles"
    assert (
        page.evaluate("document.querySelectorAll('script, img, svg, iframe, object, [onerror], [onload]').length") == 0
    )
    assert page.evaluate("[...document.links].every(a => a.getAttribute('href').startsWith('#'))")
    assert asked == [file.as_uri()]
    assert told == []
    page.close()


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    text = written(tmp_path).read_text("utf-8")
    for reference in ("http:", "https:", "<link", "src=", "@import", "url("):
        assert reference not in text


def test_the_same_record_gives_the_same_page(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    turned = Sample(SAMPLE.readings[::-1], SAMPLE.links[::-1])
    assert written(tmp_path / "1").read_bytes() == written(tmp_path / "2", turned).read_bytes()


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    text = written(tmp_path, Sample((), ())).read_text("utf-8")
    assert "The record holds no article." in text
    assert "No statement was read." in text


def test_every_article_is_there_in_full(page: Page) -> None:
    shown = page.evaluate("[...document.querySelectorAll('.text')].map(e => e.textContent)")
    assert shown == [each.text for each, _ in SAMPLE.readings]


def test_odd_characters_survive_the_browser(tmp_path: Path, browser: Browser) -> None:
    text = "Title\r\nOne\rtwo\u2028three \u202eevil\u202c\n\n\t<b>&amp;\n"
    page = browser.new_page()
    page.goto(written(tmp_path, Sample(((article("odd", text), ()),), ())).as_uri())
    assert page.evaluate("document.querySelector('.text').textContent") == text
    page.close()


def test_every_link_leads_somewhere_and_every_line_back(page: Page) -> None:
    broken = page.evaluate(
        "[...document.links].map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"
    )
    assert broken == []
    lines = page.evaluate("[...document.querySelectorAll('[id^=l]')].map(e => e.id).filter(i => /^l[0-9]+$/.test(i))")
    assert len(lines) == 23
    for line in lines:
        number = line[1:]
        assert page.locator(f"main a[href='#e{number}']").count() >= 1
        assert page.locator(f".text mark#e{number}").count() == 1
        assert page.locator(f".text a.ref[href='#l{number}']").count() >= 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(set(ids)) == len(ids)


def test_a_line_leads_to_its_words_and_back(page: Page) -> None:
    line = page.locator("li.line.figure").first
    assert line.locator("p").first.text_content() == "14 people were killed"
    line.locator("a.n").click()
    assert page.evaluate("document.querySelector('mark:target').textContent") == "14 people were killed"
    number = page.evaluate("document.querySelector('mark:target').id.slice(1)")
    page.locator(f".text a.ref[href='#l{number}']").click()
    assert page.evaluate("document.querySelector('.line:target p').textContent") == "14 people were killed"


def test_what_is_disputed_shows_both_sides(page: Page) -> None:
    disputes = page.locator("#disputed .dispute")
    assert disputes.count() == 3
    first = disputes.nth(0).inner_text()
    assert "Asserted by" in first
    assert "Varenian government" in first
    assert "Highland Council and Ilse Verhane" in first
    assert "1–2 independent origins" in first
    assert "14 people were killed, says Petar Solvane" in disputes.nth(1).inner_text()
    assert "Alleged breach: the Lune truce" in disputes.nth(2).inner_text()


def test_what_nobody_said_is_nobodys(page: Page) -> None:
    voice = page.locator(".voice").last.inner_text()
    assert voice.startswith("Speaker not stated")
    assert "Envoy hopes" in voice


def test_boilerplate_is_dimmed(page: Page) -> None:
    cut = page.locator(".text .cut")
    assert cut.all_inner_texts() == ["Share this story 41 times"]
    assert cut.get_attribute("title") == "share count"


@pytest.mark.parametrize("width", [360, 768, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_follows_the_light(tmp_path: Path, browser: Browser, width: int, scheme: Any) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(written(tmp_path, hostile()).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    red = page.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])")
    assert red > 200 if scheme == "light" else red < 60
    page.close()


def test_the_contents_stand_beside_the_record_only_where_there_is_room(page: Page) -> None:
    edge = "document.querySelector('{}').getBoundingClientRect().{}"
    beside = f"{edge.format('nav', 'right')} <= {edge.format('main', 'left')}"
    assert page.evaluate(beside)
    page.set_viewport_size({"width": 360, "height": 800})
    assert not page.evaluate(beside)


def test_the_page_prints_without_its_contents(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator(".text").first.is_visible()


def test_a_composite_page_names_its_donors_and_a_story_what_it_goes_on_from(tmp_path: Path) -> None:
    (wire, facts), (herald, herald_facts), (courier, courier_facts) = SAMPLE.readings
    page = dataclasses.replace(courier, composite=True)
    part = page.paragraphs[0]
    donor = Donor(content_id("donor"), page.id, Span.of(page.text, part.start, part.end), wire.id, 0.5)
    first = next(link for link in SAMPLE.links if isinstance(link, Story))
    later = Story(content_id("story", "later"), (wire.id, page.id), "The day after", None, None, first.id)
    articles = ((wire, facts), (herald, herald_facts), (page, courier_facts))
    html = written(tmp_path, Sample(articles, (*SAMPLE.links, donor, later))).read_text("utf-8")
    assert f'goes on from <a href="#{first.id}">Shelling of Halvet</a>' in html
    assert 'its prose also in <a href="#a1">' in html
