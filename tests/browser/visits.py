"""Ways of a reader through the sample."""

from playwright.sync_api import Page, expect


def an_article(page: Page, address: str) -> None:
    """Opens an article of the sample, as a reader comes to it: by its month."""
    page.goto(f"{address}archive/2021/03/")
    page.get_by_role("link", name="The night ferry returns to the island").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The night ferry returns to the island")


def a_story(page: Page, site: str) -> None:
    """Opens the first of all stories, one with differences, by their list."""
    page.goto(f"{site}stories/")
    page.locator("main h3 a, main h2 a").first.click()
    expect(page.get_by_role("heading", name="Where they differ")).to_be_visible()
