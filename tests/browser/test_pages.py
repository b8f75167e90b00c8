import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from visits import an_article

pytestmark = pytest.mark.browser

SECTIONS = [
    "",
    "stories/",
    "differences/",
    "topics/",
    "editions/",
    "archive/",
    "map/",
    "people/",
    "quotes/",
    "figures/",
    "sources/",
    "about/",
]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section or "front")
def test_a_phone_shows_a_page_without_sideways_scrolling(phone: BrowserContext, address: str, section: str) -> None:
    page = phone.new_page()
    page.goto(address + section)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_article_fits_a_phone(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    an_article(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_every_section_is_reached_on_a_phone(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    for section in SECTIONS:
        page.goto(f"{address}report/")
        sections = page.get_by_role("navigation", name="Sections")
        link = sections.locator("a").nth(SECTIONS.index(section))
        if not link.is_visible():
            sections.get_by_role("button", name="More").tap()
        link.tap()
        expect(page).to_have_url(address + section)
        expect(sections.locator("[aria-current=page]")).to_have_count(1)


def test_without_scripts_pages_are_read_and_links_work(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        an_article(page, address)
        expect(page.get_by_role("checkbox")).to_have_count(0)
        sections = page.get_by_role("navigation", name="Sections")
        sections.get_by_role("link", name="Topics").click()
        expect(page).to_have_url(f"{address}topics/")
        expect(page.get_by_role("button")).to_have_text(["More"])
        page.get_by_role("button", name="More").click()
        sections.get_by_role("link", name="Quotes").click()
        expect(page).to_have_url(f"{address}quotes/")


def test_the_further_sections_are_opened_and_closed_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    more = page.get_by_role("button", name="More")
    more.focus()
    more.press("Enter")
    quotes = page.get_by_role("link", name="Quotes", exact=True)
    expect(quotes).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(quotes).to_be_hidden()
    expect(more).to_be_focused()


def test_letters_are_the_sites_own_and_move_no_line(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Digest Serif\"'))")
    moved = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 1000))"""
    )
    assert moved == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system(browser: Browser, address: str, scheme: str) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        assert is_dark(page) == (scheme == "dark")


def test_the_readers_colours_are_kept_from_page_to_page(page: Page, address: str) -> None:
    page.goto(address)
    switch = page.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.goto(f"{address}topics/")
    assert is_dark(page)
    switch.click()
    page.reload()
    assert not is_dark(page)


def is_dark(page: Page) -> bool:
    red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    return int(red) < 128


def test_marks_are_switched_off_and_stay_off(page: Page, address: str) -> None:
    an_article(page, address)
    switch = page.locator("input[data-mark=keyword]")
    dotted = "getComputedStyle(document.querySelector('.text .keyword:not(a *)')).textDecorationLine"
    assert page.evaluate(dotted) == "underline"
    switch.uncheck()
    assert page.evaluate(dotted) == "none"
    page.reload()
    expect(switch).not_to_be_checked()
    assert page.evaluate(dotted) == "none"
    expect(page.locator("input[data-mark=key]")).to_be_checked()
    switch.check()
    assert page.evaluate(dotted) == "underline"


def test_a_link_to_a_sentence_shows_it_below_the_header(page: Page, address: str) -> None:
    an_article(page, address)
    page.set_viewport_size({"width": 1280, "height": 300})
    page.locator(".short a").last.click()
    sentence = page.locator(".s:target")
    expect(sentence).to_be_in_viewport()
    header = page.locator("header.top").bounding_box()
    box = sentence.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"]


def test_the_first_key_skips_to_the_text(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_missing_page_offers_to_search_for_it(browser: Browser, address: str) -> None:
    with browser.new_context() as context:  # not a quiet one: the missing page itself is told on the console
        page = context.new_page()
        response = page.goto(f"{address}articles/2021/03/sheep-hold-u")
        assert response
        assert response.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
        expect(page.get_by_role("main").get_by_role("link", name="Archive")).to_be_visible()
        page.get_by_role("button", name="Search for it").click()
        expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("articles sheep hold")
        page.get_by_role("main").get_by_role("link", name="Archive")


def test_no_page_has_a_script_or_style_within(site) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*( src=|application/ld\+json))|<style|\sstyle=|\son\w+=", html), file


def test_titles_are_escaped_once_in_every_place(page: Page, address: str) -> None:
    page.goto(f"{address}archive/undated/")
    page.get_by_role("link", name="bread & butter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A letter about bread & butter <and> jam")
    expect(page).to_have_title(re.compile("^A letter about bread & butter <and> jam · "))
    preview = page.locator("meta[property='og:title']")
    expect(preview).to_have_attribute("content", "A letter about bread & butter <and> jam")


# The policy of the pages forbids the way in which the browser would wait for a condition.
SEEN = "async () => { while (!localStorage['digest.seen']) await new Promise((done) => setTimeout(done, 20)); }"


def test_what_came_since_the_last_visit_is_marked(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator(".since")).not_to_be_visible()  # the first visit
        page.evaluate(SEEN)
        # As if the last visit had been before the first of the cards came; and this is another visit.
        page.evaluate("localStorage['digest.seen'] = JSON.stringify(JSON.parse(localStorage['digest.seen']).slice(1))")
        later = context.new_page()
        later.goto(address)
        expect(later.locator(".since")).to_have_text("· 1 new since your last visit")
        expect(later.locator(".card:has(.is-new)")).to_have_count(1)
        later.reload()
        expect(later.locator(".card:has(.is-new)")).to_have_count(1)
        again = context.new_page()
        again.goto(address)
        expect(again.locator(".since")).not_to_be_visible()


def test_a_story_that_has_grown_since_the_last_visit_says_so(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(SEEN)
    # As if every story had had a report less at the last visit, and this is another.
    page.evaluate(
        """() => {
            const seen = JSON.parse(localStorage["digest.seen"]);
            const less = seen.map(([path, reports]) => [path, Math.max(1, reports - 1)]);
            localStorage["digest.seen"] = JSON.stringify(less);
            sessionStorage.clear();
        }"""
    )
    page.reload()
    stories = page.locator(".front-main .card:has([data-reports])")
    assert stories.count() > 0
    expect(stories.locator(".is-new")).to_have_text(["has grown"] * stories.count())
    expect(page.locator(".card:has(.is-new)")).to_have_count(stories.count())


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_front_page_leads_to_its_edition(browser: Browser, address: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("main").get_by_role("link", name="Week 9, 2021").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Week 9, 2021")
        page.get_by_role("link", name="← Week 7, 2021").click()
        expect(page.get_by_role("link", name="Week 9, 2021 →")).to_be_visible()
