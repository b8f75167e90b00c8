import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.search import merge
from hosting import serve
from project import built, make_project
from sample import SEEDS

pytestmark = pytest.mark.browser

SHEEP = "Sheep hold up the morning ferry"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The sample with an index in as many pieces as that of thousands of articles: its address and its folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merge, "_CHUNK", 500)
        patch.setattr(merge, "_FACET", 10)
        patch.setattr(merge, "_SHARD", 5)
        config = make_project(tmp_path_factory.mktemp("large"), {f"{seed.name}.md": seed.markdown for seed in SEEDS})
        assert built(config).problems == ()
    for address in serve(config.site_dir, "/"):
        yield address, config.site_dir


def dialog(page: Page):
    return page.get_by_role("dialog", name="Search")


def status(page: Page):
    return dialog(page).get_by_role("status")


def hits(page: Page):
    return dialog(page).locator(".hit > a")


def links(page: Page):
    """Hits, those folded into others among them."""
    return dialog(page).locator(".search-hits a")


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    dialog(page).get_by_role("searchbox").fill(words)


def settled(page: Page) -> None:
    """Wait until the answer to the last question is drawn."""
    expect(dialog(page).get_by_role("region", name="Results")).to_have_attribute("aria-busy", "false")


def found(page: Page) -> int:
    """How many results there are, once the search has answered."""
    settled(page)
    expect(status(page)).to_have_text(re.compile(r"^\d+ results?$"))
    return int(status(page).inner_text().split()[0])


def test_typing_finds(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "sheep")
    hit = dialog(page).locator(".hit").filter(has=page.get_by_role("link", name=SHEEP))
    expect(hit.locator(".hit-facts")).to_have_text("Island Letter · 11 December 2020")
    assert found(page) < 5


def test_works_at_the_root_of_a_host(page: Page, address_at_root: str) -> None:
    page.goto(address_at_root)
    search(page, "sheep")
    hits(page).filter(has_text=SHEEP).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SHEEP)


def test_nothing_of_the_search_is_fetched_before_it_is_used(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in fetched if "search" in url or "pagefind" in url]


def test_words_are_marked_in_excerpts_and_text_stays_text(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "fresh")
    excerpt = dialog(page).locator(".hit-excerpt").first
    expect(excerpt.locator("mark").first).to_have_text(re.compile("fresh"))
    expect(excerpt).to_contain_text("The tag <b>fresh</b> on the counter &amp; the truth")
    assert excerpt.locator("b").count() == 0


def test_results_come_ten_at_a_time(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "ferry")
    total = found(page)
    assert total > 10
    expect(links(page)).to_have_count(10)
    dialog(page).get_by_role("button", name=re.compile(r"Show \d+ more")).click()
    expect(links(page)).to_have_count(min(20, total))
    assert page.evaluate(
        "document.activeElement.closest('dialog') !== null && document.activeElement.tagName !== 'DIALOG'"
    )


def test_reports_of_one_story_are_folded_into_one_result_that_opens(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "ferry")
    found(page)
    story = dialog(page).locator(".hit").filter(has=page.locator(".hit-others")).first
    others = story.locator(".hit-others a")
    expect(others.first).to_be_hidden()
    story.locator("summary").click()
    expect(others.first).to_be_visible()
    title = others.first.inner_text()
    others.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_all_of_a_story_that_was_chosen_is_shown_unfolded(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ferry")
    found(page)
    story, count = next(iter(values(page, "story").items()))
    box(page, "story", story).check()
    expect(status(page)).to_have_text(f"{count} results")
    settled(page)
    expect(hits(page)).to_have_count(min(10, count))


def values(page: Page, facet: str) -> dict[str, int]:
    """The values of a facet and how many results each would leave."""
    labels = dialog(page).locator(f"[data-facet={facet}] label:visible").all_inner_texts()
    return {name: int(count) for name, count in (label.rsplit(maxsplit=1) for label in labels)}


def box(page: Page, facet: str, value: str):
    named = page.get_by_text(value, exact=True)
    return dialog(page).locator(f"[data-facet={facet}] label").filter(has=named).get_by_role("checkbox")


@pytest.mark.parametrize("facet", ["topic", "source", "month", "kind", "story"])
def test_a_facet_narrows_to_what_it_counts(page: Page, address: str, facet: str) -> None:
    page.goto(address)
    search(page, "ferry")
    before = found(page)
    value, count = list(values(page, facet).items())[-1]
    assert count < before
    box(page, facet, value).check()
    expect(status(page)).to_have_text(f"{count} result{'s' * (count != 1)}")
    expect(box(page, facet, value)).to_be_focused()
    box(page, facet, value).uncheck()
    expect(status(page)).to_have_text(f"{before} results")


def test_two_values_of_one_facet_add_up(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "ferry")
    found(page)
    (first, few), (second, more) = values(page, "source").items()
    box(page, "source", first).check()
    expect(status(page)).to_have_text(f"{few} results")
    assert values(page, "source") == {first: few, second: more}
    box(page, "source", second).check()
    expect(status(page)).to_have_text(f"{few + more} results")


def test_two_topics_both_have_to_be_there(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ferry")
    found(page)
    for _ in range(2):
        topic, count = list(values(page, "topic").items())[-1]
        box(page, "topic", topic).check()
        expect(status(page)).to_have_text(f"{count} result{'s' * (count != 1)}")


def test_sorting_by_date_puts_the_newest_first_and_keeps_the_undated(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "ferry")
    found(page)
    articles = values(page, "kind")["Articles"]
    box(page, "kind", "Articles").check()
    expect(status(page)).to_have_text(f"{articles} results")
    dialog(page).get_by_label("Sort by").select_option("newest first")
    expect(hits(page).first).to_have_text("The night ferry returns to the island")
    dialog(page).get_by_role("button", name=re.compile(r"Show \d+ more")).click()
    expect(links(page)).to_have_count(articles)
    expect(links(page).filter(has_text="bread & butter")).to_have_count(1)


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    field = dialog(page).get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("lighthouse")
    expect(page).to_have_url(re.compile("q=lighthouse$"))
    page.wait_for_timeout(500)  # what is typed letter by letter is looked for letter by letter
    settled(page)
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(dialog(page).locator(".search-hits :focus")).to_have_count(1)
    expect(hits(page).nth(0)).not_to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    expect(field).to_have_value("lighthouse")
    settled(page)
    page.keyboard.press("ArrowDown")
    title = hits(page).first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_result_keeps_the_focus_when_the_results_are_drawn_anew(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "sheep")
    settled(page)
    page.keyboard.press("ArrowDown")
    dialog(page).get_by_label("Sort by").evaluate("sort => sort.dispatchEvent(new Event('change'))")
    settled(page)
    expect(hits(page).first).to_be_focused()
    dialog(page).get_by_role("searchbox").evaluate("field => { field.value = 'lighthouse' }")
    dialog(page).get_by_label("Sort by").evaluate("sort => sort.dispatchEvent(new Event('change'))")
    settled(page)
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()


def test_what_is_typed_before_the_search_is_there_is_not_lost(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.type("/lighthouse")
    expect(dialog(page).get_by_role("searchbox")).to_have_value("lighthouse")
    assert found(page) > 0


def test_a_slash_typed_into_the_search_is_a_slash(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "")
    page.keyboard.type("a/b")
    expect(dialog(page).get_by_role("searchbox")).to_have_value("a/b")


def test_the_question_is_in_the_address_and_comes_back_from_it(page: Page, address: str, desk: BrowserContext) -> None:
    page.goto(address)
    search(page, "ferry")
    found(page)
    box(page, "source", "Island Letter").check()
    dialog(page).get_by_label("Sort by").select_option("newest first")
    expect(page).to_have_url(re.compile(r"\?q=ferry&source=Island\+Letter&sort=date$"))
    expect(hits(page).first).to_have_text("What the lighthouse keeper wrote down")
    other = desk.new_page()
    other.goto(page.url)
    expect(hits(other)).to_have_text(hits(page).all_inner_texts())
    expect(dialog(other).get_by_role("searchbox")).to_have_value("ferry")
    expect(dialog(other).get_by_label("Sort by")).to_have_value("date")
    expect(dialog(other).get_by_role("checkbox", name="Island Letter")).to_be_checked()


def test_back_closes_and_forward_opens(page: Page, address: str) -> None:
    page.goto(f"{address}topics/")
    search(page, "sheep")
    before = found(page)
    page.go_back()
    expect(dialog(page)).to_be_hidden()
    expect(page).to_have_url(f"{address}topics/")
    page.go_forward()
    expect(dialog(page)).to_be_visible()
    expect(hits(page)).to_have_count(before)


def test_back_from_a_hit_is_the_search(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "sheep")
    titles = hits(page).filter(has_text=SHEEP)
    titles.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SHEEP)
    page.go_back()
    expect(titles).to_be_visible()


def test_closing_a_shared_search_leaves_the_page_it_is_on(page: Page, address: str) -> None:
    page.goto(f"{address}topics/?q=sheep")
    expect(hits(page).first).to_be_visible()
    dialog(page).get_by_role("button", name="Close").click()
    expect(dialog(page)).to_be_hidden()
    expect(page).to_have_url(f"{address}topics/")


def test_a_hit_opens_at_its_sentence_with_the_words_marked(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "crew crossing")
    hits(page).filter(has_text="The night ferry returns").click()
    expect(page.locator(":target")).to_contain_text("A crew of nine will work the crossing in turns.")
    expect(page.locator(":target mark.found")).to_have_text(["crew", "crossing"])
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_facet_alone_is_a_question(page: Page, address: str) -> None:
    page.goto(f"{address}?q=&source=Harbour+Post")
    assert found(page) > 1


def test_a_choice_that_nothing_has_can_be_taken_away(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ferry&source=Nobody")
    expect(status(page)).to_have_text("No results")
    box(page, "source", "Nobody").click()
    assert found(page) > 1


def test_long_facets_unfold(page: Page, address: str) -> None:
    page.goto(f"{address}?q=")
    months = dialog(page).locator("[data-facet=month] label")
    expect(months).to_have_count(6)
    dialog(page).locator("[data-facet=month]").get_by_role("button").click()
    expect(months.nth(6).get_by_role("checkbox")).to_be_focused()
    search_again = dialog(page).get_by_role("searchbox")
    search_again.fill("ferry")
    found(page)
    assert months.count() > 6


def test_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "zeppelinquartz")
    expect(status(page)).to_have_text("No results")
    expect(dialog(page)).to_contain_text("Try fewer or other words")


def test_a_missing_index_is_said_and_can_be_tried_again(browser, without_index: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{without_index}?q=ferry")
        expect(status(page)).to_have_text("Search does not answer")
        dialog(page).get_by_role("button", name="Try again").click()
        expect(status(page)).to_have_text("Search does not answer")


def test_a_piece_that_cannot_be_fetched_is_no_missing_result_and_can_be_tried_again(browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*.pf_index", lambda route: route.abort())
        page.goto(f"{address}?q=ferry")
        expect(status(page)).to_have_text("Search does not answer")
        page.unroute("**/*.pf_index")
        dialog(page).get_by_role("button", name="Try again").click()
        assert found(page) > 1


def test_a_slow_network_is_said(page: Page, address: str) -> None:
    held = []
    page.route("**/search.json", lambda route: held.append(route))  # noqa: PLW0108 - a method cannot be wrapped
    page.goto(f"{address}?q=ferry")
    expect(status(page)).to_have_text("Still searching: the network is slow.")
    held[0].continue_()
    assert found(page) > 1


def test_what_was_searched_for_is_offered_again_until_it_is_forgotten(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "sheep")
    found(page)
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)
    search(page, "")
    settled(page)
    dialog(page).get_by_role("button", name="sheep", exact=True).click()
    assert found(page) > 0
    dialog(page).get_by_role("searchbox").fill("")
    settled(page)
    dialog(page).get_by_role("button", name="Forget them").click()
    expect(dialog(page).get_by_role("heading", name="Recent searches")).to_have_count(0)
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    assert page.evaluate("localStorage.getItem('digest.searches')") is None


def test_before_anything_is_typed_topics_are_offered(page: Page, address: str) -> None:
    page.goto(f"{address}?q=")
    settled(page)
    topic = dialog(page).locator(".search-note").get_by_role("button").first
    name = topic.inner_text()
    topic.click()
    assert found(page) > 0
    expect(box(page, "topic", name)).to_be_checked()


def test_all_choices_can_be_taken_away_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ferry")
    before = found(page)
    box(page, "kind", "Articles").check()
    box(page, "source", "Island Letter").check()
    dialog(page).get_by_role("button", name="Clear all choices").click()
    expect(status(page)).to_have_text(f"{before} results")
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=ferry$"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("yarbour", "harbour", id="another first letter"),
        pytest.param("qighthuose", "lighthouse", id="one wrong and two exchanged"),
    ],
)
def test_a_mistyped_word_that_finds_nothing_is_corrected(page: Page, address: str, typed: str, meant: str) -> None:
    page.goto(address)
    search(page, typed)
    expect(status(page)).to_have_text("No results")
    dialog(page).locator(".search-meant").get_by_role("button", name=meant, exact=True).click()
    assert found(page) > 0
    expect(dialog(page).get_by_role("searchbox")).to_have_value(meant)


def test_letters_on_a_phone_are_so_large_that_nothing_zooms(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}?q=ferry")
    found(page)
    size = "field => parseFloat(getComputedStyle(field).fontSize)"
    fields = dialog(page).locator("input[type=text], select")
    assert min(field.evaluate(size) for field in fields.all()) >= 16
    assert dialog(page).bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}


def test_fits_a_phone(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(address)
    page.get_by_role("button", name="Search").tap()
    dialog(page).get_by_role("searchbox").fill("ferry")
    total = found(page)
    dialog(page).get_by_text("Narrow down").tap()
    label = dialog(page).locator("[data-facet=kind] label", has_text="Articles")
    label.tap()
    expect(status(page)).not_to_have_text(f"{total} results")
    width = page.evaluate("document.querySelector('dialog .search-body').scrollWidth")
    assert width <= 360
    dialog(page).get_by_role("button", name="Close").tap()
    expect(dialog(page)).to_be_hidden()


def test_a_topic_is_found_by_how_its_name_begins(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "stage")
    found(page)
    box(page, "kind", "Topics").check()
    hit = dialog(page).locator(".hit").filter(has=page.get_by_role("link", name="landing stage", exact=True))
    expect(hit.locator(".hit-facts")).to_have_text("Topic · last seen 4 March 2021")
    expect(hit.locator(".hit-excerpt")).to_contain_text("3 articles")
    hit.get_by_role("link").click()
    expect(page).to_have_url(f"{address}topics/landing-stage/")


def test_the_topic_that_is_called_what_was_asked_comes_first(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "Crossing")
    found(page)
    expect(hits(page).first).to_have_text("crossings")
    expect(dialog(page).locator(".hit-excerpt").first).to_contain_text("also written “crossing”")


def test_signs_alone_find_no_topics(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "?!")
    expect(status(page)).to_have_text("No results")


def test_all_topics_can_be_listed(page: Page, address: str) -> None:
    page.goto(f"{address}?q=")
    settled(page)
    topics = values(page, "kind")["Topics"]
    box(page, "kind", "Topics").check()
    expect(status(page)).to_have_text(f"{topics} results")


def test_of_many_topics_those_are_offered_that_the_first_hits_have(page: Page, large: tuple[str, Path]) -> None:
    page.goto(large[0])
    search(page, "ferry")
    before = found(page)
    for topic, count in list(values(page, "topic").items())[:2]:
        assert 0 < count < before
        box(page, "topic", topic).check()
        expect(status(page)).to_have_text(f"{count} result{'s' * (count != 1)}")
        box(page, "topic", topic).uncheck()
        expect(status(page)).to_have_text(f"{before} results")


def test_of_many_topics_any_can_be_chosen_by_address(page: Page, large: tuple[str, Path]) -> None:
    page.goto(f"{large[0]}?q=&topic=landing+stage")
    assert found(page) == 3
    expect(box(page, "topic", "landing stage")).to_be_checked()


@pytest.mark.parametrize("question", ["", "?q=", "?q=&source=Harbour+Post", "?q=sheep", "?q=&kind=article&sort=date"])
def test_a_question_fetches_only_the_words_it_has(page: Page, large: tuple[str, Path], question: str) -> None:
    address, site = large
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}{question}")
    if not question:
        search(page, "")
    settled(page)
    assert len(list((site / "pagefind" / "index").iterdir())) > 10
    assert len([url for url in fetched if url.endswith(".pf_index")]) <= 2
    assert len([url for url in fetched if url.endswith(".pf_fragment")]) <= 10
