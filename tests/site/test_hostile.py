"""No input can run script in a reader's browser, break a page or stop the build of the others."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import pytest
from lxml import etree

from generator.build import Built
from generator.config import SiteConfig, load_config
from generator.model import Article
from generator.reading.folder import read_file
from generator.reading.names import shown
from hostile import FORMS, hostile_seeds, read_inputs
from page_facts import PageFacts, folded, read_facts
from pages import BuiltPage
from project import ROOT, built, make_project
from site_address import ADDRESS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

EVERYTHING = """---
title: Everything that an article can have
authors: [A. Writer, B. Writer]
date: 2021-03-04T10:00:00Z
updated: 2021-03-05T10:00:00Z
url: https://paper.example/everything
tags: [ferry]
---
# Everything that an article can have

The *night* ferry **sails** with `code` and [a link](https://paper.example/) on board.
A letter: <mailto:a@paper.example>.

## A heading

### One below
#### And below
##### And below
###### And the last

- a list
    - in a list
        - in a list
            - in a list

1. one
    1. one of one

> The captain was quoted.
>
> > And quoted within.

    preformatted lines
    of the log

![a picture](picture.png)

Read more: the night ferry sails again
"""
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><title>العبارة</title></head>
<body><article><h1>العبارة الليلية</h1>
<p>تبحر <a href="https://paper.example/">العبارة</a> <b>الليلية</b> <i>مرة</i> <code>أخرى</code>
يوم الاثنين من المرفأ.</p>
<figure><figcaption>العبارة في المرفأ</figcaption></figure></article></body></html>"""
CLEAN = {
    "every.md": EVERYTHING,
    "every.txt": EVERYTHING,
    "arabic.html": PAGE,
    "arabic/copy.html": PAGE,
    "empty.txt": "",
    **{f"wire/{number}.txt": f"The night ferry {number}\n\nThe night ferry sails again." for number in range(9)},
}
"""Articles without harm, of which every piece of a page is made that there is."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """The site of all hostile articles."""

    config: SiteConfig
    seeds: dict[str, bytes]
    result: Built
    pages: tuple[PageFacts, ...]


@pytest.fixture(scope="module")
def clean_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of articles without harm, its lists cut into short parts."""
    config = make_project(tmp_path_factory.mktemp("clean"), ROOT / "seeds")
    for path, content in CLEAN.items():
        file = config.seeds / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    settings = config.file.read_text(encoding="utf-8").replace("page_items: 100", "page_items: 3")
    config.file.write_text(settings, encoding="utf-8")
    with at_address():
        built(load_config(config.file))
    return config.site_dir


@contextmanager
def at_address() -> Iterator[None]:
    """Builds are for the address of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_SITE_URL", ADDRESS)
        yield


@pytest.fixture(scope="module")
def clean(clean_site: Path) -> tuple[PageFacts, ...]:
    return tuple(read_facts(clean_site))


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The site of all inputs in all forms."""
    seeds = hostile_seeds(read_inputs(shared))
    with at_address():
        config = make_project(tmp_path_factory.mktemp("hostile"), seeds)
        result = built(config, jobs=2)
    return Hostile(config, seeds, result, tuple(read_facts(config.site_dir)))


def test_the_builder_has_nothing_to_warn_of(hostile: Hostile) -> None:
    assert [problem for problem in hostile.result.problems if problem.file == "mkdocs.yml"] == []


def test_every_file_is_on_the_site_or_in_the_report(hostile: Hostile) -> None:
    published = {page.file for page in hostile.pages}
    left_out = {folded(problem.file) for problem in hostile.result.problems if problem.left_out}
    assert {folded(shown(path)) for path in hostile.seeds} - published - left_out == set()
    report = "".join(
        folded(BuiltPage(hostile.config.site_dir, hostile.config.site_dir / page.name).tree.text_content())
        for page in hostile.pages
        if page.name.startswith("report/")
    )
    assert [file for file in left_out if file not in report] == []


def test_nearly_every_input_is_an_article(hostile: Hostile) -> None:
    """What is left out has a reason; were it much, the other tests would test little."""
    assert hostile.result.articles > 0.8 * len(hostile.seeds)


def test_pages_are_made_of_what_pages_without_harm_are_made_of(hostile: Hostile, clean: tuple[PageFacts, ...]) -> None:
    known = frozenset().union(*(page.vocabulary for page in clean))
    assert {page.name: new for page in hostile.pages if (new := set(page.vocabulary - known))} == {}


def test_no_page_has_a_script_of_its_own(hostile: Hostile, clean: tuple[PageFacts, ...]) -> None:
    known = frozenset().union(*(page.scripts for page in clean))
    assert "type application/ld+json" in known
    assert {page.name: new for page in hostile.pages if (new := set(page.scripts - known))} == {}


def test_no_element_or_attribute_runs_script_in_any_page(clean: tuple[PageFacts, ...]) -> None:
    """What holds for pages without harm holds, by the tests above, for all."""
    known = frozenset().union(*(page.vocabulary for page in clean))
    assert {word for word in known if "[on" in word or word.endswith(("[style]", "[srcdoc]", "[srcset]"))} == set()
    assert known.isdisjoint({"style", "iframe", "object", "embed", "form", "base", "math"})


@pytest.mark.parametrize(
    ("fact", "allowed"),
    [
        pytest.param(
            "schemes", {"", "http", "https", "mailto"}, id="addresses are of the web, of mail or of this site"
        ),
        pytest.param("hosts", {urlsplit(ADDRESS).netloc}, id="nothing is loaded from elsewhere"),
        pytest.param("doubled", set(), id="no two elements share an id"),
        pytest.param("controls", set(), id="no unseen character changes what is seen"),
    ],
)
def test_pages_hold_what_they_should(hostile: Hostile, fact: str, allowed: set[str]) -> None:
    assert {page.name: bad for page in hostile.pages if (bad := set(getattr(page, fact)) - allowed)} == {}


def test_a_page_has_one_title_in_all_places(hostile: Hostile) -> None:
    articles = [page for page in hostile.pages if page.name.startswith("articles/")]
    assert {page.name: page.titles for page in articles if len(page.titles) != 3 or len(set(page.titles)) > 1} == {}
    wrong = [page.name for page in articles if not page.titles[0].startswith(folded(page.data["headline"]))]
    assert wrong == []


def test_titles_say_what_the_articles_say(hostile: Hostile) -> None:
    pages = {page.file: page.titles[0] for page in hostile.pages if page.file}
    given = {
        folded(item.path): folded(item.title)
        for path in hostile.seeds
        if path.startswith(("title/", "yaml/", "toml/"))
        for item in read_file(hostile.config.seeds, shown(path))
        if isinstance(item, Article)
    }
    assert {file: (title, pages[file]) for file, title in given.items() if file in pages and pages[file] != title} == {}


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml", "sitemap.xml"])
def test_what_machines_read_is_well_formed(hostile: Hostile, name: str) -> None:
    assert len(etree.parse(hostile.config.site_dir / name).getroot())


def test_the_json_feed_can_be_read(hostile: Hostile) -> None:
    feed = json.loads((hostile.config.site_dir / "feed.json").read_bytes())
    assert all(item["url"].startswith(ADDRESS) for item in feed["items"])


def test_all_articles_can_be_searched(hostile: Hostile) -> None:
    entry = json.loads((hostile.config.site_dir / "pagefind" / "pagefind-entry.json").read_bytes())
    assert sum(language["page_count"] for language in entry["languages"].values()) >= hostile.result.articles


QUERIES = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "{{7*7}}",
    "\0\u202e%00",
    "[" * 200,
    "night ferry",
)
LISTS = (
    "index.html",
    "topics/index.html",
    "sources/index.html",
    "archive/index.html",
    "report/index.html",
    "about/index.html",
    "404.html",
)
OF_EACH_KIND = 1
TRAPS = """
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = text => told(name + " " + text);
  document.write = text => told("document.write " + text);
  let pwned;
  Object.defineProperty(window, "__pwned", {get: () => pwned, set: value => { pwned = value; told("__pwned") }});
  addEventListener("securitypolicyviolation", event => told("forbidden " + event.violatedDirective + event.blockedURI));
"""
"""What scripts of attacks do first, and what the page's policy forbids, told to the test."""


def sampled(pages: tuple[PageFacts, ...]) -> list[str]:
    """Addresses of all lists and of a few articles of every form and kind of input."""
    chosen: dict[tuple[str, str], list[str]] = {}
    for page in sorted(pages, key=lambda page: hashlib.sha256(page.name.encode()).digest()):
        form, _, name = page.file.partition("/")
        if page.file and form in FORMS:
            chosen.setdefault((form, name.rpartition("-")[0]), []).append(page.name)
    articles = [name for names in chosen.values() for name in names[:OF_EACH_KIND]]
    return sorted([*LISTS, *articles])


class Watched:
    """A window in which whatever an attack could do is noted."""

    def __init__(self, browser: "Browser", site: Path) -> None:
        self.faults: list[str] = []
        self.scripts: dict[str, str] = {}
        """Where each script that ran was first seen, by the hash of its text."""
        self._site = site
        self.context: BrowserContext = browser.new_context(service_workers="block")
        self.context.expose_function("told", self._told)
        self.context.add_init_script(TRAPS)
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("popup", lambda page: self.faults.append(f"popup {page.url}"))
        self.page.on("download", lambda download: self.faults.append(f"download {download.url}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error {error}"))
        devtools = self.context.new_cdp_session(self.page)
        devtools.on("Debugger.scriptParsed", lambda each: self.scripts.setdefault(each["hash"], self.page.url))
        devtools.send("Debugger.enable")

    def _told(self, text: str) -> None:
        self.faults.append(text)

    def _answer(self, route) -> None:
        parts = urlsplit(route.request.url)
        if parts.netloc != urlsplit(ADDRESS).netloc:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()
            return
        file = self._site / unquote(parts.path.removeprefix(urlsplit(ADDRESS).path))
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            route.fulfill(path=file)
        else:
            self.faults.append(f"missing {route.request.url}")
            route.fulfill(status=404, body="")

    def visit(self, address: str, *, to_its_end: bool = False) -> list[str]:
        """What went wrong on the page; where `to_its_end`, or with a search, until nothing more is loaded."""
        self.faults.clear()
        self.page.goto(ADDRESS + address, wait_until="networkidle" if to_its_end or "?" in address else "load")
        return [*self.faults]


@pytest.mark.browser
def test_no_page_does_anything_in_a_browser(browser: "Browser", hostile: Hostile, clean_site: Path) -> None:
    known, watched = Watched(browser, clean_site), Watched(browser, hostile.config.site_dir)
    article = next(clean_site.glob("articles/*/*/*/index.html")).relative_to(clean_site).parent.as_posix()
    assert {
        address: faults
        for address in ("", "topics/", f"{article}/", "?q=night%20ferry", "?q=xqzzv")
        if (faults := known.visit(address, to_its_end=True))
    } == {}
    addresses = [quote(name.removesuffix("index.html")) for name in sampled(hostile.pages)]
    addresses += [f"?q={quote(query)}" for query in QUERIES]
    assert {address: faults for address in addresses if (faults := watched.visit(address))} == {}
    ours = {hashlib.sha256(file.read_bytes()).hexdigest() for file in clean_site.rglob("*.js")}
    assert {text: page for text, page in watched.scripts.items() if text not in {*known.scripts, *ours}} == {}
    for each in (known, watched):
        each.context.close()
