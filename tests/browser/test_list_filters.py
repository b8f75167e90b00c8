"""Filters and orders of lists, by keyboard, in the address, and with the way back."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ITEM = ".topic-list li"
SEEN = 0.001
"""Layout shift from which on somebody sees it: below, a word has gone a pixel, as when its typeface comes."""


def test_a_kind_is_chosen_by_keyboard_counted_and_shared(page: Page, lists: str) -> None:
    page.goto(f"{lists}topics/")
    everything = page.locator(ITEM).count()
    kind = page.get_by_label("Kind")
    kind.focus()
    page.keyboard.type("organisation")
    expect(page).to_have_url(re.compile(r"\?list-kind=organisation$"))
    shown = page.locator(f"{ITEM}:visible")
    assert 0 < shown.count() < everything
    expect(page.get_by_role("status").first).to_have_text(f"{shown.count()} of {everything} shown")
    few = shown.count()
    page.reload()
    expect(shown).to_have_count(few)
    page.go_back()
    expect(shown).to_have_count(everything)


def test_those_of_most_articles_come_first_and_the_list_comes_back_in_its_order(page: Page, lists: str) -> None:
    page.goto(f"{lists}topics/")
    counts = page.locator(f"{ITEM} .count")
    before = counts.all_text_contents()
    page.get_by_label("Sort by").select_option("count")
    expect(counts).to_have_text(sorted(before, key=int, reverse=True))
    expect(page).to_have_url(f"{lists}topics/?list-sort=count")
    page.get_by_role("button", name="Show all").click()
    expect(counts).to_have_text(before)
    expect(page).to_have_url(f"{lists}topics/")


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_form_moves_nothing_when_it_comes(browser: Browser, lists: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 10})  # parts come one by one
        page.add_init_script(
            "window.moved = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) "
            "window.moved.push([one.value, ...one.sources.map(({ node }) => node?.textContent)]); })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page.goto(f"{lists}topics/")
        expect(page.get_by_text("Filter and sort this list")).to_be_visible()
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert [each for each in page.evaluate("window.moved") if each[0] >= SEEN] == []


def test_nothing_found_says_so_and_what_to_do(page: Page, lists: str) -> None:
    page.goto(f"{lists}topics/?list-text=zzzz")
    expect(page.locator(f"{ITEM}:visible")).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text("Nothing here matches")
    expect(page.locator("main h2:visible")).to_have_count(0)


def test_an_address_with_a_value_that_is_none_shows_all(page: Page, lists: str) -> None:
    page.goto(f"{lists}topics/?list-kind=nonsense&list-sort=nonsense")
    expect(page.locator(f"{ITEM}[hidden]")).to_have_count(0)


@pytest.mark.parametrize("path", ["topics/", "sources/", "archive/", "people/"])
def test_filters_fit_a_phone(phone: BrowserContext, lists: str, path: str) -> None:
    page = phone.new_page()
    page.goto(lists + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_list_is_whole(browser: Browser, lists: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{lists}topics/?list-kind=organisation")
        assert page.locator(ITEM).count() == page.locator(f"{ITEM}:visible").count() > 0
        expect(page.locator(".list-tools *")).to_have_count(0)
