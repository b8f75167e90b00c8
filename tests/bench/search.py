"""What the search costs: to index, and in bytes over the wire, beside plain Pagefind in one piece over the same pages.

    .venv/bin/python tests/bench/search.py [--articles N | --site FOLDER]

The site is built of the first N articles of the test data (`DIGEST_DATA`), or is one that is already there. Plain
Pagefind reads its pages as they are; ours reads the same texts, titles, topics, stories and languages. Then a browser
opens plain Pagefind and the site with the index it was published with, asks, and waits for the first result. Bytes are
counted where they leave the host, with 200 for the head of each answer. The host packs scripts, styles and JSON, as
GitHub Pages does; what Pagefind has packed is sent as it is.
"""

import argparse
import functools
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pagefind_bin
from lxml import html
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from generator.search.index import index_site  # noqa: E402 - found only now
from generator.search.records import Searched, SearchRecord, SearchSentence, TopicRecord  # noqa: E402 - the same

if TYPE_CHECKING:
    from playwright.sync_api import Page

DATA = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus"
QUERIES = ("oil prices", "interest rates japan", "wheat", "company chairman resigned")
"""The first is asked of a browser that has nothing yet; the others come after it, each on top of those before."""
PACKED = (".html", ".js", ".css", ".json")
HEAD = 200
"""Bytes of the head of an answer, about."""
MEBIBYTE = 2**20
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
PLAIN_PAGE = b"""<!doctype html><html lang="en"><title>Plain</title><script type="module">
import * as pagefind from "./pagefind/pagefind.js";
window.ask = async (words) => {
  const found = await pagefind.search(words);
  await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return found.results.length;
};
</script></html>"""
"""Asks Pagefind and fetches ten results."""


@dataclass(slots=True)
class Traffic:
    """Bytes that a host has sent."""

    bytes: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Host(SimpleHTTPRequestHandler):
    """A static host of one folder, whose folder `pagefind` is elsewhere."""

    protocol_version = "HTTP/1.1"
    traffic: Traffic
    index: Path

    def do_GET(self) -> None:
        """Sends a file, packed where that is usual."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in PACKED:
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        with self.traffic.lock:
            self.traffic.bytes += HEAD + len(content)
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        """The file of an address."""
        inside = path.partition("?")[0].removeprefix("/")
        return str((self.index.parent if inside.startswith("pagefind/") else Path(self.directory)) / inside)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


@contextmanager
def served(folder: Path, index: Path) -> Iterator[tuple[str, Traffic]]:
    """The address of the folder with that index, and what was sent from it."""
    handler = type("Counting", (Host,), {"traffic": Traffic(), "index": index})
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", handler.traffic
        server.shutdown()


def cost(*command: str) -> tuple[float, float, float]:
    """Seconds, processor seconds and mebibytes of the largest process of a command; SystemExit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} has failed")
    seconds = time.perf_counter() - start
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT / MEBIBYTE


def records(site: Path) -> tuple[list[SearchRecord], list[TopicRecord]]:
    """What a site's pages say of themselves: its articles, its topics."""
    articles, topics = list[SearchRecord](), list[TopicRecord]()
    facets = _facets(site)
    for folder in ("articles", "topics"):
        for file in sorted((site / folder).rglob("index.html")):
            page, address = html.fromstring(file.read_bytes().decode()), f"{file.parent.relative_to(site).as_posix()}/"
            kind = _meta(page).get("kind")
            if kind == "article":
                articles.append(_article(address, page, *facets[address]))
            elif kind == "topic":
                topics.append(_topic(address, page))
    return articles, topics


def _facets(site: Path) -> dict[str, tuple[str, str]]:
    """Language and title of the story of each article, by its address, from the site's own data."""
    stories = {each["url"]: each["title"] for each in _lines(site / "data/stories.jsonl")}
    return {
        each["url"]: (each["language"], stories.get(each["story"], "")) for each in _lines(site / "data/articles.jsonl")
    }


def _lines(file: Path) -> list[Any]:
    return msgspec.json.Decoder().decode_lines(file.read_bytes())


def _meta(page: Any) -> dict[str, str]:
    return {each.get("name", "").removeprefix("digest:"): each.get("content", "") for each in page.iter("meta")}


def _article(address: str, page: Any, language: str, story: str) -> SearchRecord:
    meta = _meta(page)
    topics = tuple(map(str, page.xpath('//meta[@name="digest:topic"]/@content')))
    texts = page.xpath(
        '//*[@data-pagefind-body]//*[starts-with(@id, "s-") and not(ancestor::*[@data-pagefind-ignore])]'
    )
    sentences = tuple(SearchSentence(each.get("id"), str(each.text_content())) for each in texts)
    return SearchRecord(
        address, meta["title"], "article", meta["date"], meta.get("source", ""), topics, language, sentences, story
    )


def _topic(address: str, page: Any) -> TopicRecord:
    meta = _meta(page)
    forms = tuple(str(form.text_content()) for form in page.xpath('//dl[@class="variants"]//q'))
    count = re.search(r"([\d,]+) article", "".join(page.xpath('//p[@class="meta"]//text()')))
    return TopicRecord(address, meta["title"], forms, int(count[1].replace(",", "")) if count else 1, meta["date"])


class Texts(msgspec.Struct):
    """What is indexed, as it lies in a file."""

    articles: list[SearchRecord]
    topics: list[TopicRecord]


def bring(folder: Path, without: int) -> None:
    """Makes or mends the index of the texts in the folder, without the article of that number."""
    texts = msgspec.msgpack.decode((folder / "texts").read_bytes(), type=Texts)
    searched = [
        Searched(each.address, each.kind, each.date, each.source, hashlib.sha256(msgspec.json.encode(each)).hexdigest())
        for number, each in enumerate(texts.articles)
        if number != without
    ]
    records = {each.address: each for each in texts.articles}

    def read(addresses: Sequence[str]) -> list[SearchRecord]:
        return [records[address] for address in addresses]

    index_site(searched, read, texts.topics, folder / "ours", kept=folder / "kept", language="en")


def ours_asked(page: "Page", words: str) -> None:
    """The answer of the site's own search."""
    field = page.get_by_role("searchbox", name="Search")
    if not field.is_visible():
        page.keyboard.press("/")
    page.locator(".search-found[aria-busy=false]").wait_for()
    field.fill(words)
    page.locator(".search-found[aria-busy=true]").wait_for()
    page.locator(".search-found[aria-busy=false] .hit").first.wait_for(state="attached")


def plain_asked(page: "Page", words: str) -> None:
    """The answer of plain Pagefind."""
    page.evaluate("words => window.ask(words)", words)


def sent(page: "Page", address: str, traffic: Traffic, ask: "Callable[[Page, str], None]") -> Iterator[float]:
    """Kilobytes that each question has cost; the page itself is left out."""
    page.goto(address, wait_until="networkidle")
    for words in QUERIES:
        before = traffic.bytes
        ask(page, words)
        page.wait_for_load_state("networkidle")
        yield (traffic.bytes - before) / 1000


def asked(site: Path, index: Path, ask: "Callable[[Page, str], None]") -> list[float]:
    """The same in a browser of its own."""
    with sync_playwright() as playwright, served(site, index) as (address, traffic):
        program = os.environ.get("DIGEST_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        found = list(sent(browser.new_page(), address, traffic, ask))
        browser.close()
    return found


def built(folder: Path, articles: int) -> Path:
    """A site of the first articles of the test data."""
    from project import built as build
    from project import make_project

    lines = gzip.decompress((DATA / "reuters21578.jsonl.gz").read_bytes()).splitlines(keepends=True)
    config = make_project(folder / "digest", {"corpus.jsonl": b"".join(lines[:articles])})
    build(config)
    return config.site_dir


def measure(site: Path, folder: Path) -> None:
    """Prints the tables."""
    articles, topics = records(site)
    print(f"{len(articles)} articles, {len(topics)} topics")
    (folder / "texts").write_bytes(msgspec.msgpack.encode(Texts(articles, topics)))
    ours = (sys.executable, __file__, "--folder", str(folder), "--without")
    pages = ("--glob", "{articles,topics}/**/*.html", "--output-path", str(folder / "plain/pagefind"), "--silent")
    commands = {
        "plain Pagefind": (pagefind_bin.get_executable(), "--site", str(site), *pages),
        "ours, clean": (*ours, "-1"),
        "ours, the same": (*ours, "-1"),
        "ours, one less": (*ours, str(len(articles) // 2)),
        "ours, one more": (*ours, "-1"),
    }
    print(f"{'':16}{'s':>8}{'CPU s':>8}{'MiB':>8}")
    for name, command in commands.items():
        seconds, cpu, memory = cost(*command)
        print(f"{name:16}{seconds:8.2f}{cpu:8.2f}{memory:8.0f}", flush=True)
    (folder / "plain/index.html").write_bytes(PLAIN_PAGE)
    plain = asked(folder / "plain", folder / "plain/pagefind", plain_asked)
    own = asked(site, site / "pagefind", ours_asked)
    print(f"\n{'kB sent for':28}{'plain':>8}{'ours':>8}")
    for words, *kilobytes in zip(QUERIES, plain, own, strict=True):
        print(f"{words:28}" + "".join(f"{each:8.1f}" for each in kilobytes))


def main() -> None:
    """Builds the site and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="the first N articles (2000)")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="a site that is already built")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--without", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        bring(options.folder, options.without)
        return
    with tempfile.TemporaryDirectory(prefix="digest-bench-") as name:
        measure(options.site or built(Path(name), options.articles), Path(name))


if __name__ == "__main__":
    main()
