"""Names, quotes and figures in a browser, and what the marks of an article say to whom has no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hosting import serve
from project import built, make_project

pytestmark = pytest.mark.browser

SAID = """
“The night ferry sails again from Monday,” said Ada Keeper, head of Harbour Ferries Ltd. The company pays $4.5 million
for a landing stage in Northport, and 12 per cent of all fares go to the crew.

“Nobody was ever late for it,” Ada Keeper said. “We lost $300,000 in a single winter,” said Bo Digger, who counts the
boats. The quay is 3 km long.
"""
TEXTS = {
    ("Early", "2021-03-01"): SAID
    + """
Sheep stood on the gangway at dawn, forty of them, and would not be moved by dog or horn. The farmer blamed a gate that
the council had promised to mend since autumn. Passengers fed them biscuits until a shepherd came over the hill with a
whistle, and the flock walked off in single file past the ticket window without a glance at anybody.
""",
    ("Noon", "2021-03-16"): """
Bread on board is baked before sunrise by a cook from Elm Valley, who learned her trade in a monastery and sells rye,
spelt and seven kinds of rolls. Her oven runs on apple wood. A loaf costs less than on the mainland, and whoever brings
back a basket gets a bun for nothing; last summer children brought back baskets that had never been hers.

Ada Keeper, head of Harbour Ferries Ltd, eats there, too: 12 per cent of all fares go to the crew, and half of that to
the cook. “Nobody was ever late for it,” Ada Keeper said of breakfast. “We lost $300,000 in a single winter,” said Bo
Digger.
""",
    ("Late", "2021-03-31"): """
Fog closed the sound for eleven nights in a row, and the lamp of the old lighthouse was lit again for the first time in
thirty years. Pilots steered by bells. A museum in Northport lent its brass horn, which a trombone player blew every two
minutes, and hotels put up four hundred travellers in ballrooms, classrooms and one bowling alley.

Harbour Ferries Ltd carried 51,000 people last year. Ada Keeper pays $4.5 million for a landing stage in Northport.
“We lost $300,000 in a single winter,” said Bo Digger, who counts the boats, and this one cost as much again.
""",
}


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of three articles is served, in which people speak and sums are named."""
    seeds = {
        f"{name}.md": f"---\ntitle: {name} boat\ndate: {date}\nsource: Post\n---\n{text}"
        for (name, date), text in TEXTS.items()
    }
    config = make_project(tmp_path_factory.mktemp("lists"), seeds)
    assert built(config).problems == ()
    yield from serve(Path(config.site_dir), "/")


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
