import json
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from generator.config import SiteConfig
from generator.intake import read_all
from generator.model import Article
from generator.reading.folder import DECISIONS_FILE
from generator.workers import Serial
from pages import LOADING, BuiltPage, broken_links, pages_of
from project import ROOT
from site_address import ADDRESS


@pytest.fixture(scope="module")
def all_pages(site: Path) -> dict[Path, BuiltPage]:
    return pages_of(site)


@pytest.fixture(scope="module")
def pages(all_pages: dict[Path, BuiltPage]) -> dict[Path, BuiltPage]:
    """Those that are read, and do not only lead to another."""
    return {file: page for file, page in all_pages.items() if not page.leads_to}


def kinds(pages: dict[Path, BuiltPage], folder: str) -> list[BuiltPage]:
    return [page for page in pages.values() if page.name.startswith(folder)]


def test_no_link_is_broken(all_pages: dict[Path, BuiltPage]) -> None:
    assert broken_links(all_pages) == []


def test_every_article_of_a_story_leads_to_it(all_pages: dict[Path, BuiltPage]) -> None:
    """A story's address stays whichever of its articles would give it one."""
    stories = {page.file: page for page in kinds(all_pages, "stories/") if page.name != "stories/index.html"}
    read = [page for page in stories.values() if not page.leads_to]
    leading = [page for page in stories.values() if page.leads_to]
    assert read
    assert leading
    for page in leading:
        file, _ = page.target(page.leads_to)
        assert stories[file] in read
        (canonical,) = page.tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == ADDRESS + stories[file].name.removesuffix("index.html")


def test_nothing_is_loaded_from_another_host(pages: dict[Path, BuiltPage]) -> None:
    foreign = [
        f"{page.name}: {address}" for page in pages.values() for address in page.addresses(LOADING)
        if urlsplit(address).netloc not in {"", urlsplit(ADDRESS).netloc}
    ]  # fmt: skip
    assert foreign == []


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    assert [file.name for file in site.rglob("*.css") if "url(http" in file.read_text(encoding="utf-8")] == []


def test_every_page_says_what_it_is(pages: dict[Path, BuiltPage]) -> None:
    for page in pages.values():
        assert page.tree.findtext("head/title"), page.name
        assert page.tree.get("lang"), page.name
        assert len(page.tree.xpath("//h1")) == 1, page.name
        assert page.tree.xpath("//main"), page.name


def test_no_two_elements_of_a_page_share_an_id(pages: dict[Path, BuiltPage]) -> None:
    for page in pages.values():
        ids = page.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), page.name


def test_every_page_has_its_canonical_address(site: Path, pages: dict[Path, BuiltPage]) -> None:
    for page in pages.values():
        if page.name != "404.html":
            (address,) = page.tree.xpath("//link[@rel='canonical']/@href")
            assert address == ADDRESS + page.name.removesuffix("index.html")
    assert (site / "404.html").exists()


def test_every_file_of_the_seeds_is_on_the_site_or_in_the_report(demonstration: SiteConfig, site: Path) -> None:
    articles = [item for item in read_all(demonstration.seeds, Serial()) if isinstance(item, Article)]
    files = {path.relative_to(ROOT / "seeds").as_posix() for path in (ROOT / "seeds").rglob("*") if path.is_file()}
    assert {article.path for article in articles} == files - {DECISIONS_FILE}
    published = list((site / "articles").rglob("index.html"))
    assert len(published) == len(articles)


def test_every_article_has_structured_data(pages: dict[Path, BuiltPage]) -> None:
    articles = kinds(pages, "articles/")
    assert articles
    for page in articles:
        (text,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
        data = json.loads(text)
        assert data["@type"] == "NewsArticle"
        assert data["headline"]
        assert page.tree.xpath("//meta[@property='og:title']/@content")


def test_every_page_shows_a_picture_that_is_there(site: Path, pages: dict[Path, BuiltPage]) -> None:
    own = 0
    for page in pages.values():
        if page.name == "404.html":
            continue
        said = {name: page.tree.xpath(f"//meta[@property='og:image{name}']/@content")
                for name in ("", ":width", ":height", ":alt")}  # fmt: skip
        assert [len(values) for values in said.values()] == [1] * 4, page.name
        (address,) = said[""]
        assert address.startswith(ADDRESS)
        content = (site / address.removeprefix(ADDRESS)).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert [int.from_bytes(content[at : at + 4]) for at in (16, 20)] == [
            int(said[name][0]) for name in (":width", ":height")
        ]
        assert said[":alt"][0]
        assert page.tree.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
        own += address != f"{ADDRESS}card.png"
    assert own > len(kinds(pages, "articles/"))


def test_every_link_to_a_related_article_says_why(pages: dict[Path, BuiltPage]) -> None:
    related = [each for page in kinds(pages, "articles/") for each in page.tree.xpath("//*[contains(@class,'rel')]")
               if "rel" in each.get("class").split()]  # fmt: skip
    assert related
    for each in related:
        assert each.xpath(".//*[contains(@class,'why')]")[0].text_content().strip()


def test_whatever_a_mark_says_is_in_the_lists_below_the_article(pages: dict[Path, BuiltPage]) -> None:
    told = 0
    for page in kinds(pages, "articles/"):
        listed = page.tree.xpath("//*[@class='mark-lists']//details")
        for title, mark in (("Why these keywords", "keyword"), ("Names", "name"), ("Figures", "figure")):
            marks = page.tree.xpath(f"//*[@data-pagefind-body]//*[@class='{mark}']")
            items = [item for each in listed if each.findtext("summary").startswith(title) for item in each.iter("li")]
            assert items or not marks, f"{page.name}: {mark}"
            told += len(items)
        for address in page.tree.xpath("//*[@class='mark-lists']//a/@href"):
            assert address.removeprefix("#") in page.ids, page.name
    assert told


def test_people_quotes_and_figures_have_their_pages(pages: dict[Path, BuiltPage]) -> None:
    found = {page.name: page for page in pages.values()}
    for path, items in (
        ("people/index.html", "//*[@class='names']//li"),
        ("people/organisations/index.html", "//*[@class='names']//li"),
        ("quotes/index.html", "//*[@class='said']//li"),
        ("figures/index.html", "//*[@class='amounts']//li"),
    ):
        assert found[path].tree.xpath(items), path
        (current,) = found[path].tree.xpath("//nav[@class='sections']//a[@aria-current]")
        assert found[path].target(current.get("href"))[0] == found[path.split("/", 1)[0] + "/index.html"].file


def test_every_quote_and_figure_leads_to_its_sentence(pages: dict[Path, BuiltPage]) -> None:
    lists = [*kinds(pages, "quotes/"), *kinds(pages, "figures/")]
    links = [(page, link) for page in lists for link in page.tree.xpath("//*[@class='said']//li/a | //data/a")]
    assert links
    for page, link in links:
        file, anchor = page.target(link.get("href"))
        (sentence,) = pages[file].tree.xpath(f"//*[@id='{anchor}']")
        first = link.text_content().strip("“”…").split(".")[0]
        assert "".join(first.split()) in "".join(sentence.text_content().split()), page.name


def test_every_keyword_says_its_score_and_the_page_what_made_it(pages: dict[Path, BuiltPage]) -> None:
    for page in kinds(pages, "articles/"):
        for mark in page.tree.xpath("//*[@data-score]"):
            assert mark.get("title").startswith("keyword, score "), page.name
        why = page.tree.xpath('//*[@class="mark-lists"]/details[1]')
        assert all("Score by digest" in each.text_content() for each in why), page.name


def test_only_the_text_of_articles_topics_and_stories_is_indexed(pages: dict[Path, BuiltPage]) -> None:
    for page in pages.values():
        indexed = bool(page.tree.xpath("//*[@data-pagefind-body]"))
        is_text = page.name.startswith(("articles/", "topics/", "stories/")) and page.name.count("/") > 1
        assert indexed == is_text, page.name


def test_the_search_index_is_there(site: Path) -> None:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text())
    assert sum(language["page_count"] for language in entry["languages"].values()) > 10


def test_the_sitemap_lists_every_page_and_true_dates(site: Path, pages: dict[Path, BuiltPage]) -> None:
    tree = etree.parse(site / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = set(tree.xpath("//s:loc/text()", namespaces=names))
    assert listed == {
        ADDRESS + page.name.removesuffix("index.html") for page in pages.values() if page.name != "404.html"
    }
    assert not (site / "sitemap.xml.gz").exists()
    for changed in tree.xpath("//s:lastmod/text()", namespaces=names):
        assert date.fromisoformat(changed[:10]).year == 2020


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_feeds_can_be_read(site: Path, name: str) -> None:
    feed = feedparser.parse((site / name).read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == len(list((site / "articles").rglob("index.html")))
    for entry in feed.entries:
        assert entry.title
        assert (site / entry.link.removeprefix(ADDRESS) / "index.html").is_file()


def test_the_json_feed_can_be_read(site: Path) -> None:
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(item["id"] and item["url"].startswith(ADDRESS) for item in feed["items"])


def test_generated_pages_can_be_read_as_they_are(demonstration: SiteConfig) -> None:
    for file in (demonstration.work / "docs" / "articles").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("---\n")
        assert "\n# " in text


def test_pages_with_a_feed_of_their_own_lead_to_it(site: Path) -> None:
    feeds = [feed for feed in site.rglob("feed.xml") if feed.parent != site]
    assert feeds
    for feed in feeds:
        page = (feed.parent / "index.html").read_text(encoding="utf-8")
        assert page.count('href="feed.xml"') == 2, feed  # for programs, and for readers
        for name in ("rss.xml", "feed.json"):
            assert (feed.parent / name).is_file()
            assert page.count(f'href="{name}"') == 1, feed
