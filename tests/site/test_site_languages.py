"""The demonstration site with its interface in other languages; articles stay in theirs."""

from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from pages import BuiltPage, broken_links, pages_of
from project import ROOT, built, make_project

LANGUAGES = {"en": "Englisch", "pt": "Portugiesisch"}
"""Of the articles, as German calls them."""


def set_language(config: SiteConfig, tag: str) -> SiteConfig:
    """The configuration with another `theme.language`."""
    lines = config.file.read_text(encoding="utf-8").splitlines()
    changed = [f"  language: {tag}" if line.startswith("  language: ") else line for line in lines]
    config.file.write_text("\n".join(changed), encoding="utf-8")
    return load_config(config.file)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> SiteConfig:
    """A built site in English, to be built again in other languages."""
    made = make_project(tmp_path_factory.mktemp("languages"), ROOT / "seeds")
    built(made)
    return made


@pytest.fixture(scope="module")
def german(config: SiteConfig) -> dict[Path, BuiltPage]:
    """Its pages after it was built in English before."""
    changed = set_language(config, "de")
    assert built(changed).problems == ()
    return read(changed)


def read(config: SiteConfig) -> dict[Path, BuiltPage]:
    return {file: page for file, page in pages_of(config.site_dir).items() if not page.leads_to}


def named(pages: dict[Path, BuiltPage], name: str) -> BuiltPage:
    return next(page for page in pages.values() if page.name == name)


def texts(page: BuiltPage, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in page.tree.xpath(path)]


def test_a_change_of_the_language_makes_every_page_again(german: dict[Path, BuiltPage]) -> None:
    assert {page.tree.get("lang") for page in german.values()} == {"de"}
    assert broken_links(german) == []


def test_the_frame_of_a_page_is_german(german: dict[Path, BuiltPage]) -> None:
    front = named(german, "index.html")
    assert texts(front, "//a[@class='skip']") == ["Zum Text"]
    assert {"Titelseite", "Ereignisse", "Widersprüche", "Archiv"} <= set(texts(front, "//nav[@class='sections']//a"))
    assert "Protokoll der Erstellung" in texts(front, "//footer//a")
    assert texts(named(german, "404.html"), "//h1") == ["Diese Seite gibt es nicht"]


def test_an_article_stays_in_its_language_on_a_german_page(german: dict[Path, BuiltPage]) -> None:
    pages = [page for page in german.values() if page.name.startswith("articles/2020/12/")]
    assert pages
    for page in pages:
        (text,) = page.tree.xpath("//div[@class='text']")
        assert text.get("lang") in LANGUAGES
        (meta,) = page.tree.xpath("//div[@class='text']/p[@class='meta']")
        assert meta.get("lang") == "de"
        assert LANGUAGES[text.get("lang")] in meta.text_content()
    assert any("28. Dezember 2020" in page.tree.xpath("//time")[0].text_content() for page in pages)
    assert "Wie diese Seite entstand" in texts(pages[0], "//h2")


def test_the_reason_of_a_difference_is_marked_as_english(german: dict[Path, BuiltPage]) -> None:
    """It is a kept result, put together before anybody knows who reads it."""
    reasons = [
        reason
        for page in german.values()
        if page.name.startswith("stories/")
        for reason in page.tree.xpath("//span[@class='because']/span[1]")
    ]
    assert reasons
    assert {reason.get("lang") for reason in reasons} == {"en"}


def test_no_english_of_the_interface_is_left(german: dict[Path, BuiltPage]) -> None:
    """Titles, headings and labels, wherever they are not said to be English."""
    english = {
        "Topics",
        "Keywords",
        "Marks",
        "Related",
        "Reports",
        "Side by side",
        "Sources",
        "Stories",
        "Previous page",
    }
    shown = {
        text
        for page in german.values()
        for text in (*texts(page, "//h1|//h2|//summary|//label|//th"), *page.tree.xpath("//@aria-label"))
    }
    assert shown & english == set()


def test_the_scripts_get_their_words(german: dict[Path, BuiltPage], config: SiteConfig) -> None:
    tag = named(german, "index.html").tree.get("lang")
    words = Path(config.site_dir) / "assets" / "digest" / "words" / f"{tag}.js"
    assert '"No results": "Keine Ergebnisse"' in words.read_text("utf-8")


def test_the_same_site_in_chinese_and_in_a_language_nobody_has_translated(
    config: SiteConfig,
    german: dict[Path, BuiltPage],  # noqa: ARG001 - built before
) -> None:
    chinese = set_language(config, "zh")
    built(chinese)
    pages = read(chinese)
    article = next(page for page in pages.values() if page.name.startswith("articles/2020/12/"))
    assert article.tree.get("lang") == "zh"
    assert "2020年12月28日" in {text for page in pages.values() for text in texts(page, "//time")}
    assert "关键词" in texts(article, "//h2")

    finnish = set_language(config, "fi")
    built(finnish)
    pages = read(finnish)
    assert named(pages, "index.html").tree.get("lang") == "en"
    assert "in “fi” yet" in named(pages, "about/index.html").tree.text_content()
