"""Filters and orders of lists, by keyboard, in the address, and with the way back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hosting import serve
from project import built, make_project
from test_lists import TEXTS

pytestmark = pytest.mark.browser

ITEM = ".topic-list li"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served whose topics are of several kinds."""
    seeds = {
        f"{name}.md": f"---\ntitle: {name} boat\ndate: {date}\nsource: {name} Post\n---\n{text}"
        for (name, date), text in TEXTS.items()
    }
    config = make_project(tmp_path_factory.mktemp("filters"), seeds)
    assert built(config).problems == ()
    yield from serve(Path(config.site_dir), "/")


def test_a_kind_is_chosen_by_keyboard_counted_and_shared(page: Page, address: str) -> None:
    page.goto(f"{address}topics/")
    everything = page.locator(ITEM).count()
    kind = page.get_by_label("Kind")
    kind.focus()
    page.keyboard.type("organisation")
    expect(page).to_have_url(re.compile(r"\?kind=organisation$"))
    shown = page.locator(f"{ITEM}:visible")
    assert 0 < shown.count() < everything
    expect(page.get_by_role("status").first).to_have_text(f"{shown.count()} of {everything} shown")
    few = shown.count()
    page.reload()
    expect(shown).to_have_count(few)
    page.go_back()
    expect(shown).to_have_count(everything)


def test_the_oldest_come_first_and_come_back_in_their_order(page: Page, address: str) -> None:
    page.goto(f"{address}archive/2021/03/")
    names = page.locator(".cards .card h2")
    before = names.all_text_contents()
    page.get_by_label("Sort by").select_option("old")
    expect(names).to_have_text(before[::-1])
    page.get_by_role("button", name="Show all").click()
    expect(names).to_have_text(before)
    expect(page).to_have_url(f"{address}archive/2021/03/")


def test_nothing_found_says_so_and_what_to_do(page: Page, address: str) -> None:
    page.goto(f"{address}topics/?has=zzzz")
    expect(page.locator(f"{ITEM}:visible")).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text("Nothing here matches")
    expect(page.locator("main h2:visible")).to_have_count(0)


def test_an_address_with_a_value_that_is_none_shows_all(page: Page, address: str) -> None:
    page.goto(f"{address}topics/?kind=nonsense&sort=nonsense")
    expect(page.locator(f"{ITEM}[hidden]")).to_have_count(0)


@pytest.mark.parametrize("path", ["topics/", "sources/", "archive/", "people/"])
def test_filters_fit_a_phone(phone: BrowserContext, address: str, path: str) -> None:
    page = phone.new_page()
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_list_is_whole(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}topics/?kind=organisation")
        assert page.locator(ITEM).count() == page.locator(f"{ITEM}:visible").count() > 0
        expect(page.locator(".list-tools *")).to_have_count(0)
