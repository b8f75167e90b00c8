"""An article as it is read: switches, key sentences only, links to sentences, previews of links."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from visits import an_article

pytestmark = pytest.mark.browser


def test_nothing_but_the_key_sentences_is_shown_by_keyboard(page: Page, address: str) -> None:
    an_article(page, address)
    sentences = page.locator(".text .s")
    keys = page.locator(".text .s.key")
    assert sentences.count() > keys.count() > 0
    only = page.get_by_role("checkbox", name="only key sentences")
    only.focus()
    page.keyboard.press("Space")
    assert [one.is_visible() for one in sentences.all()] == [
        "key" in one.get_attribute("class") for one in sentences.all()
    ]
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in sentences.all())  # on paper it is whole
    page.emulate_media(media="screen")
    only.focus()
    page.keyboard.press("Space")
    assert all(one.is_visible() for one in sentences.all())
    only.check()
    page.reload()
    expect(only).not_to_be_checked()  # it was for that page


def test_a_switch_is_remembered_on_the_next_page(page: Page, address: str) -> None:
    an_article(page, address)
    page.get_by_role("checkbox", name="key sentences", exact=True).uncheck()
    page.goto(f"{address}archive/")
    an_article(page, address)
    expect(page.get_by_role("checkbox", name="key sentences", exact=True)).not_to_be_checked()


def test_on_a_phone_a_link_at_the_top_leads_to_the_switches(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    an_article(page, address)
    page.get_by_role("link", name="Marks", exact=True).tap()
    expect(page.get_by_role("checkbox", name="key sentences", exact=True)).to_be_in_viewport()


def test_a_sentence_gives_its_link(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    an_article(page, address)
    page.wait_for_load_state("networkidle")
    sentence = page.locator(".text .s").nth(1)
    sentence.hover()
    page.get_by_role("button", name="Copy the link to this sentence").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_attached()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.endswith(f"#{sentence.get_attribute('id')}")


def link_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Copy the link to this sentence")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_link_to_a_sentence_stands_where_its_line_begins_and_follows_it(
    page: Page, address: str, direction: str
) -> None:
    an_article(page, address)
    page.locator(".text").evaluate("(text, direction) => { text.dir = direction }", direction)
    expect(link_button(page)).to_be_attached()
    sentence = page.locator(".text .s:not(.key)").first  # the bar of a key sentence is below the button
    for width in (1280, 1100, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        if width == 1280:
            sentence.hover()
            page.mouse.move(1, 1)  # else another sentence comes to be below it
        expect(link_button(page)).to_be_visible()
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        paragraph = sentence.locator("xpath=..").bounding_box()
        first = sentence.evaluate("one => one.getClientRects()[0].top")
        box = link_button(page).bounding_box()
        assert paragraph
        assert box
        assert abs(box["y"] - first) < 2
        if direction == "ltr":
            assert 0 < paragraph["x"] - (box["x"] + box["width"]) < 40
        else:
            assert 0 < box["x"] - (paragraph["x"] + paragraph["width"]) < 40


def test_on_a_phone_the_link_to_a_selected_sentence_is_in_the_window_and_covers_nothing_of_it(
    phone: BrowserContext, address: str
) -> None:
    page = phone.new_page()
    an_article(page, address)
    expect(link_button(page)).to_be_attached()
    sentence = page.locator(".text .s").first
    sentence.evaluate("one => getSelection().selectAllChildren(one)")
    sentence.scroll_into_view_if_needed()
    expect(link_button(page)).to_be_in_viewport(ratio=1)
    box, text = link_button(page).bounding_box(), sentence.bounding_box()
    assert box
    assert text
    assert box["y"] >= text["y"] + text["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    link_button(page).tap()
    expect(page).to_have_url(re.compile(f"#{sentence.get_attribute('id')}$"))


def test_the_link_to_any_sentence_is_reached_by_keyboard(page: Page, address: str) -> None:
    an_article(page, address)
    sentences = page.locator(".text .s")
    button = link_button(page)
    expect(button).to_be_attached()
    assert button.evaluate("button => getComputedStyle(button).opacity") == "0"  # nobody has asked for it
    page.locator("main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    assert button.evaluate("button => getComputedStyle(button).opacity") == "1"
    at = [one.get_attribute("id") for one in sentences.all()].index(button.get_attribute("aria-describedby"))
    for key, goal in (("ArrowDown", at + 1), ("ArrowDown", at + 2), ("ArrowUp", at + 1)):
        page.keyboard.press(key)
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-describedby", sentences.nth(goal).get_attribute("id") or "")
        expect(sentences.nth(goal)).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{sentences.nth(at + 1).get_attribute('id')}$"))


@pytest.mark.parametrize("how", ["pointer", "focus"])
def test_a_link_shows_what_is_behind_it(page: Page, address: str, how: str) -> None:
    an_article(page, address)
    page.wait_for_load_state("networkidle")
    link = page.locator(".rel a").first
    preview = page.get_by_role("tooltip")
    if how == "pointer":
        link.hover()
        expect(preview.locator("b")).to_have_text(link.inner_text())
        preview.hover()  # it stays while the pointer is on it
        page.wait_for_timeout(400)
    else:
        before = page.locator(".mark-lists summary").last
        before.focus()
        while not link.evaluate("link => link === document.activeElement"):
            page.keyboard.press("Tab")
    expect(preview.locator("b")).to_have_text(link.inner_text())
    assert preview.locator("p").inner_text()
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)


def test_escape_calls_off_a_preview_whose_page_is_on_its_way(page: Page, address: str) -> None:
    asked: list[Route] = []
    an_article(page, address)
    page.wait_for_load_state("networkidle")
    page.route("**/articles/**", lambda route: asked.append(route))  # noqa: PLW0108 (a built-in will not do)
    with page.expect_request("**/articles/**"):
        page.locator(".rel a").first.hover()
    page.keyboard.press("Escape")
    with page.expect_response("**/articles/**"):
        asked[0].continue_()
    page.wait_for_timeout(200)
    expect(page.get_by_role("tooltip")).to_have_count(0)
