"""From the front page to where two reports differ: by keyboard alone, and with clicks alone where no script runs."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from visits import a_story

pytestmark = pytest.mark.browser

_MOST = 150
"""Keys in one place until it counts as not reachable."""


def tab_to(page: Page, goal: Locator, key: str = "Tab") -> None:
    """Presses the key until the goal has the focus; it has to be where it can be seen then."""
    for _ in range(_MOST):
        if goal.evaluate("goal => goal === document.activeElement"):
            break
        page.keyboard.press(key)
    expect(goal).to_be_focused()
    expect(goal).to_be_in_viewport()
    assert is_uncovered(goal)


def is_uncovered(goal: Locator) -> bool:
    """Whether its middle is not below something else, such as the head of the page."""
    return goal.evaluate("""goal => {
        const {left, top, width, height} = goal.getClientRects()[0];
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return goal.contains(there) || there.contains(goal);
    }""")


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_from_the_search_to_the_other_report_and_back_by_keyboard_alone(
    browser: Browser, stories: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(stories)
        find_a_report(page, is_narrow=width <= 768)
        switch_differences_off_and_on(page)
        follow_a_difference_and_come_back(page)


def find_a_report(page: Page, *, is_narrow: bool) -> None:
    tab_to(page, page.get_by_role("button", name="Search"))
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("raised fares")
    hits = dialog.locator(".hit > a")
    expect(hits).to_have_count(1)
    expect(dialog.locator(".hit-others")).to_have_count(1)  # the other report of the event
    if is_narrow:
        tab_to(page, dialog.locator("summary", has_text="Narrow down"))
        page.keyboard.press("Enter")
    source = dialog.get_by_role("checkbox", name="Harbour Wire")
    tab_to(page, source)
    page.keyboard.press("Space")
    expect(dialog.get_by_role("status")).to_have_text("1 result")
    expect(source).to_be_focused()  # it was drawn anew
    expect(dialog.get_by_role("region", name="Results")).to_have_attribute("aria-busy", "false")
    hit = hits.filter(has_text="Harbour board raises ferry fares")
    tab_to(page, hit)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour board raises ferry fares")
    expect(page.locator(".s:target")).to_contain_text("raised the fares")


def switch_differences_off_and_on(page: Page) -> None:
    switch = page.get_by_role("checkbox", name="differences")
    sign = page.locator(".text a.against").first
    expect(sign).to_be_visible()
    tab_to(page, switch)
    page.keyboard.press("Space")
    expect(sign).to_be_hidden()
    expect(switch).to_be_focused()
    page.keyboard.press("Space")
    expect(sign).to_be_visible()


def follow_a_difference_and_come_back(page: Page) -> None:
    title = page.get_by_role("heading", level=1)
    here = title.inner_text()
    tab_to(page, page.locator(".text a.against").first, "Shift+Tab")
    page.keyboard.press("Enter")
    follow_the_note(page)
    expect(title).not_to_have_text(here)
    there = page.locator(".s:target")
    expect(there).to_contain_text("raised the fares")
    expect(there).to_be_in_viewport()
    page.keyboard.press("Tab")  # goes on from the sentence, not from the start of the page
    expect(page.locator(".s:target :focus")).to_have_count(1)
    page.go_back()  # Alt+ArrowLeft is a key of the window, which a browser without one does not know
    expect(title).to_have_text(here)
    tab_to(page, page.locator(".text a.against").first)
    page.keyboard.press("Enter")
    follow_the_note(page)
    expect(title).not_to_have_text(here)
    back = page.locator(".s:target a.against").first
    tab_to(page, back)
    page.keyboard.press("Enter")
    follow_the_note(page)
    expect(title).to_have_text(here)
    expect(page.locator(".s:target")).to_contain_text("raised the fares")


def follow_the_note(page: Page) -> None:
    """From the note that a number has led to on to the other report."""
    tab_to(page, page.locator(".notes li:target .why a").first)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [360, 1440])
def test_without_scripts_pages_are_read_by_clicks_and_offer_nothing_that_needs_one(
    browser: Browser, stories: str, width: int
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(stories)
        nothing_needs_a_script(page)
        page.get_by_role("main").get_by_role("link", name=re.compile("ferry")).first.click()
        nothing_needs_a_script(page)
        a_story(page, stories)
        nothing_needs_a_script(page)
        page.locator(".reports a").first.click()
        expect(page.locator(".text a.against").first).to_be_visible()
        nothing_needs_a_script(page)
        note = page.locator(".mark-lists details").first
        note.locator("summary").click()
        note.get_by_role("link").first.click()
        expect(page.locator(".s:target")).to_be_in_viewport()
        sections = page.get_by_role("navigation", name="Sections")
        sections.get_by_role("button", name="More").click()
        sections.get_by_role("link", name="Figures").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Figures")
        nothing_needs_a_script(page)
        page.get_by_role("main").get_by_role("link", name="4%").first.click()
        expect(page.locator(".s:target")).to_contain_text("4%")
        sections.get_by_role("link", name="Topics").click()
        page.get_by_role("main").get_by_role("link").first.click()
        nothing_needs_a_script(page)


def nothing_needs_a_script(page: Page) -> None:
    page.wait_for_load_state()  # its styles, which hide what needs one
    assert [one for one in page.locator(".needs-script").all() if one.is_visible()] == []
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    without_target = page.locator("button:visible:not([popovertarget])")
    expect(without_target).to_have_count(0)
