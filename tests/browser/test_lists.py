"""Names, quotes and figures in a browser, and what the marks of an article say to whom has no mouse."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PAGES = ["people/", "people/organisations/", "quotes/", "figures/", "topics/"]


@pytest.mark.parametrize("path", PAGES)
def test_lists_fit_a_phone(phone: BrowserContext, lists: str, path: str) -> None:
    page = phone.new_page()
    page.goto(lists + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("main li, main h2").count() > 0


def test_without_scripts_a_quote_leads_to_its_sentence(browser: Browser, lists: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{lists}quotes/")
        page.get_by_role("link", name="Nobody was ever late for it").first.click()
        expect(page.locator(".s:target")).to_contain_text("Nobody was ever late for it")


def test_a_figure_leads_to_its_sentence(page: Page, lists: str) -> None:
    page.goto(f"{lists}figures/")
    expect(page.get_by_role("heading", level=2)).to_have_text(
        ["US dollars", "Percentages and shares", "Counts", "Kilometres"]
    )
    page.get_by_role("link", name="$4.5 million").first.click()
    expect(page.locator(".s:target .figure").first).to_have_text("$4.5 million")


def test_a_figure_and_its_sentence_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(
    page: Page, phone: BrowserContext, lists: str
) -> None:
    small = phone.new_page()
    for each, is_beside in ((page, True), (small, False)):
        each.goto(f"{lists}figures/")
        amount = each.locator(".amount").first.bounding_box()
        sentence = each.locator(".said-in").first.bounding_box()
        assert amount
        assert sentence
        assert (sentence["x"] >= amount["x"] + amount["width"]) == is_beside
        assert (sentence["y"] >= amount["y"] + amount["height"]) != is_beside


def test_the_marks_of_an_article_are_explained_by_keyboard(page: Page, lists: str) -> None:
    page.goto(f"{lists}archive/2021/03/")
    page.get_by_role("link", name="Noon boat").click()
    names = page.locator(".mark-lists summary", has_text="Names in this article")
    keeper = page.locator(".mark-lists li", has_text="Ada Keeper").filter(has_text="person")
    expect(keeper).to_be_hidden()
    names.focus()
    page.keyboard.press("Enter")
    expect(keeper).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".s:target")).to_be_in_viewport()


def test_the_reasons_of_an_article_fit_a_phone_when_open(phone: BrowserContext, lists: str) -> None:
    page = phone.new_page()
    page.goto(f"{lists}archive/2021/03/")
    page.get_by_role("link", name="Noon boat").click()
    summaries = page.locator(".mark-lists summary")
    expect(summaries).to_have_count(4)
    for number in range(4):
        summaries.nth(number).tap()
    expect(page.locator(".mark-lists details[open]")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_sentences_two_articles_share_lead_to_each_other(page: Page, lists: str) -> None:
    page.goto(f"{lists}archive/2021/03/")
    page.get_by_role("link", name="Noon boat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noon boat")
    page.locator(".rel .closest a").nth(1).click()
    expect(page.locator("h1")).not_to_have_text("Noon boat")
    expect(page.locator(".s:target")).to_be_in_viewport()


def test_names_of_another_kind_are_reached_by_keyboard(page: Page, lists: str) -> None:
    page.goto(f"{lists}people/")
    kinds = page.get_by_role("navigation", name="Names by kind")
    expect(kinds.locator("[aria-current]")).to_have_text("People")
    kinds.get_by_role("link", name="Organisations").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lists}people/organisations/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisations")
    sections = page.get_by_role("navigation", name="Sections")
    expect(sections.locator("[aria-current]")).to_have_text("Names")
