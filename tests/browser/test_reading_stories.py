"""A story in a browser: from where two reports differ to the other and back, on desk and phone, without scripts."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from visits import a_story

pytestmark = pytest.mark.browser


def test_a_story_fits_a_phone_and_a_desk(page: Page, phone: BrowserContext, stories: str) -> None:
    for each, width in ((page, None), (phone.new_page(), 360)):
        a_story(each, stories)
        if width:
            assert each.evaluate("document.documentElement.scrollWidth") <= width
        columns = each.locator(".rows .row:not(.heads) [role=cell]")
        first, second = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
        assert first
        assert second
        assert (second["x"] > first["x"]) == (width is None)


def test_the_names_of_the_columns_stay_in_sight_at_a_desk(page: Page, stories: str) -> None:
    a_story(page, stories)
    page.set_viewport_size({"width": 1024, "height": 300})
    heads, header, row = page.evaluate(
        """() => {
          const row = document.querySelector(".rows .row:last-child");
          row.scrollIntoView({ behavior: "instant" });
          const of = (one) => document.querySelector(one).getBoundingClientRect();
          return [of(".heads"), of(".top").bottom, row.getBoundingClientRect()];
        }"""
    )
    assert heads["top"] >= header - 1
    assert 0 < heads["bottom"] <= row["top"]
    head = page.locator(".heads > *").nth(1).bounding_box()
    cell = page.locator(".rows .row:last-child > *").nth(1).bounding_box()
    assert head
    assert cell
    assert abs(head["x"] - cell["x"]) < 1


def test_every_difference_shows_both_sentences_and_its_reason(page: Page, stories: str) -> None:
    a_story(page, stories)
    table = page.locator("#differences")
    expect(table).to_contain_text("4%")
    expect(table).to_contain_text("7%")
    expect(table.locator("mark.differ").first).to_be_visible()
    expect(table).to_contain_text(re.compile(r"One says .*4%|One says .*7%"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_difference_leads_to_the_other_report_and_back(browser: Browser, stories: str, *, scripts: bool) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        a_story(page, stories)
        page.locator("#differences").get_by_role("link", name=re.compile("raised the fares")).first.click()
        expect(page.locator(".s:target")).to_contain_text("raised the fares")
        here = page.locator("h1").inner_text()
        page.locator("a.against").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).not_to_have_text(here)
        expect(page.locator(".s:target")).to_contain_text("raised the fares")
        page.locator("a.against").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(here)


def test_a_story_is_found_under_the_name_of_each_of_its_reports(page: Page, stories: str) -> None:
    a_story(page, stories)
    there = page.url
    page.goto(f"{stories}archive/2021/04/")
    page.get_by_role("link", name="Night ferry becomes dearer").first.click()
    slug = page.url.rstrip("/").rpartition("/")[2]
    page.goto(f"{stories}stories/{slug}/")
    expect(page).to_have_url(there)


def test_marks_of_differences_can_be_switched_off(page: Page, stories: str) -> None:
    a_story(page, stories)
    page.locator(".reports a").first.click()
    mark = page.locator("a.against").first
    expect(mark).to_be_visible()
    page.get_by_label("differences").uncheck()
    expect(mark).to_be_hidden()
