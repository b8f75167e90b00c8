"""Notes on an article: beside their lines where there is a margin, at the end of the text where there is none."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from visits import a_report

pytestmark = pytest.mark.browser

_NEAR = 30
"""Pixels from its mark within which a note stands that has room; a line of the text is 27."""

NOTES = """() => [...document.querySelectorAll(".notes li")]
  .filter((one) => one.getClientRects().length).map((note) => {
  const mark = document.querySelector(`.text a.against[href="#${note.id}"]`);
  const { top, bottom } = note.getBoundingClientRect();
  return { top, bottom, mark: mark?.getClientRects()[0]?.top ?? null };
})"""
MOVED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300));
})"""


@pytest.fixture
def wide(page: Page, stories: str) -> Page:
    """A report that differs from another, at a desk, its notes in their places."""
    page.set_viewport_size({"width": 1440, "height": 900})
    a_report(page, stories)
    expect(page.locator(".notes.placed")).to_be_attached()
    return page


def apart(notes: list[dict[str, float]]) -> bool:
    return all(one["bottom"] <= following["top"] + 0.1 for one, following in pairwise(notes))


def test_each_note_stands_beside_its_mark_and_none_over_another(wide: Page) -> None:
    notes = wide.evaluate(NOTES)
    assert len(notes) > 1
    assert apart(notes)
    end = 0.0
    for note in notes:
        if note["mark"] >= end:  # it has room
            assert abs(note["top"] - note["mark"]) < _NEAR
        end = note["bottom"]
    below = wide.locator(".rail-right").bounding_box()
    assert below
    assert notes[-1]["bottom"] <= below["y"]


def test_notes_that_want_one_place_stand_below_each_other_and_all_within_the_margin(wide: Page) -> None:
    wide.set_viewport_size({"width": 1230, "height": 900})
    # Where each would stand alone, and what room there is: one place for all, none for the last, more than enough.
    tops = wide.evaluate(
        """async () => {
          const site = document.querySelector('script[src$="site.js"]').src;
          const { placed } = await import(new URL("notes.js", site).href);
          const notes = (...wants) => wants.map((want) => ({ want, height: 10 }));
          return [placed(notes(5, 5, 5), 100), placed(notes(0, 50, 99), 60), placed(notes(0, 40), 100)];
        }"""
    )
    assert tops == [[5, 15, 25], [0, 40, 50], [0, 40]]
    assert apart(wide.evaluate(NOTES))


def test_marks_that_are_switched_off_take_their_notes_along(wide: Page) -> None:
    before = wide.evaluate(NOTES)
    wide.get_by_role("checkbox", name="differences").uncheck()
    assert wide.evaluate(NOTES) == []
    wide.get_by_role("checkbox", name="names").uncheck()
    wide.get_by_role("checkbox", name="differences").check()
    wide.wait_for_function(f"({NOTES})().length === {len(before)}")
    assert apart(wide.evaluate(NOTES))


def test_a_sentence_that_is_not_shown_has_no_note(wide: Page) -> None:
    before = wide.evaluate(NOTES)
    wide.evaluate("document.querySelector('.text .s:has(a.against)').style.setProperty('display', 'none')")
    wide.get_by_role("checkbox", name="names").uncheck()  # any switch
    after = wide.evaluate(NOTES)
    assert 0 < len(after) < len(before)
    assert apart(after)


def test_notes_follow_when_the_text_grows(wide: Page) -> None:
    before = wide.evaluate(NOTES)[0]
    wide.evaluate("document.querySelector('h1').style.setProperty('padding-bottom', '200px')")
    wide.wait_for_function(f"({NOTES})()[0].top > {before['top'] + 150}")
    after = wide.evaluate(NOTES)
    assert abs(after[0]["top"] - after[0]["mark"]) < _NEAR
    assert apart(after)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_number_leads_to_its_note_and_the_note_back(
    browser: Browser, stories: str, width: int, *, scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        a_report(page, stories)
        expect(page.locator(".notes li")).to_have_count(page.locator(".text a.against").count())
        number = page.locator(".text a.against").last
        sign = number.inner_text()
        number.click()
        note = page.locator(".notes li:target")
        expect(note).to_contain_text(sign)
        expect(note).to_be_in_viewport()
        note.locator("> a").click()
        expect(page.locator(".text .s:target")).to_contain_text(sign)
        expect(page.locator(".text .s:target")).to_be_in_viewport()


def test_on_a_phone_notes_stand_below_the_text(phone: BrowserContext, stories: str) -> None:
    page = phone.new_page()
    a_report(page, stories)
    notes, text = page.locator(".notes").bounding_box(), page.locator(".text").bounding_box()
    assert notes
    assert text
    assert notes["y"] >= text["y"] + text["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_an_article_loads(browser: Browser, stories: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        a_report(page, stories)
        page.goto(page.url)  # no key or press, after which shifts do not count
        assert page.evaluate(MOVED) < 0.01
