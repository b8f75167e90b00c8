"""How well an article is found by words out of it: our search beside plain Pagefind's, over the whole BBC corpus.

    python tests/quality/finding.py [--queries 300] [-v]

Each query is three to five content words of one article's text: no stop words, three letters or more, drawn from
anywhere in it. Articles and words are drawn by a hash, so that they are the same everywhere and nobody has chosen
them. A query has found its article where that is among the first FIRST results; of articles that the corpus has
twice, word for word, either will do. Words in the title are used like any others where the text has them too.

Both engines are the real ones, in Chromium: ours is `search-engine.js` with the index that a build makes of these
articles, without topics; the other is Pagefind as it comes, its own index of plain pages that say the same, asked with
its own defaults.
"""

import argparse
import functools
import gzip
import hashlib
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.search.index import index_site
from generator.search.records import Searched, SearchRecord, SearchSentence
from generator.text import stop_words
from sentences import DATA

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "site_templates/theme/assets/digest"
CORPUS = "corpus/bbc2225.jsonl.gz"
ENGINES = ("generator", "plain")
QUERIES = 300
FIRST = 5
LETTERS = 3
_WORD = re.compile(r"[a-z]+")

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Finding</title><script type="module">
import { find } from "./assets/digest/search-engine.js";
import { hitOf } from "./assets/digest/search-hit.js";
const chosen = { topic: [], source: [], month: [], kind: [], story: [], language: [] };
const plain = await import("./plain/pagefind/pagefind.js");
const ask = {
  generator: async (words, first) => {
    const found = await find(new URL("./", location), { words, sort: "", chosen });
    return Promise.all(found.hits.slice(0, first).map(async (hit) => (await hitOf(hit)).address));
  },
  plain: async (words, first) => {
    const found = await plain.search(words);
    return Promise.all(found.results.slice(0, first).map(async (result) => (await result.data()).url));
  },
};
window.asked = async (engine, queries, first) => {
  const answers = [];
  for (const words of queries) answers.push(await ask[engine](words, first));
  return answers;
};
</script></html>"""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """Words, and the article they were taken from."""

    words: str
    article: Article


@lru_cache(maxsize=1)
def corpus() -> tuple[Article, ...]:
    """All articles."""
    lines = io.BytesIO(gzip.decompress((DATA / "data" / CORPUS).read_bytes()))
    rows = (json.loads(line) for line in lines)
    return tuple(Article(row["id"], row["title"], row["text"]) for row in rows)


def _drawn(*of: object) -> str:
    """What things are put in order by where chance would do."""
    return hashlib.sha256(json.dumps(of).encode()).hexdigest()


def queries(articles: Sequence[Article], count: int) -> list[Query]:
    """So many queries, each of another article."""
    some = sorted(articles, key=lambda article: _drawn(article.id))[:count]
    return [Query(" ".join(_words(article)), article) for article in some]


def _words(article: Article) -> list[str]:
    """Three to five content words of the article."""
    known = stop_words("en")
    words = {word for word in _WORD.findall(article.text.lower()) if len(word) >= LETTERS} - known
    count = 3 + int(_drawn(article.id, "count"), 16) % 3
    return sorted(words, key=lambda word: _drawn(article.id, word))[:count]


def address(article: Article) -> str:
    """Where the article would be on a site."""
    return f"articles/{article.id}/"


def _record(article: Article) -> SearchRecord:
    lines = tuple(SearchSentence(f"s-{number}", line) for number, line in enumerate(article.text.splitlines()))
    return SearchRecord(address(article), article.title, "article", "0000-00-00", "", (), "en", lines)


def make(site: Path, articles: Sequence[Article]) -> None:
    """A site with both indexes."""
    shutil.copytree(ASSETS, site / "assets/digest")
    (site / "index.html").write_text(_PAGE, encoding="utf-8")
    records = {each.address: each for each in map(_record, articles)}
    searched = [
        Searched(each.address, each.kind, each.date, each.source, _drawn(each.title)) for each in records.values()
    ]
    index_site(searched, lambda pages: [records[page] for page in pages], (), site, kept=site / "kept", language="en")
    _make_plain(site / "plain", articles)


def _make_plain(folder: Path, articles: Sequence[Article]) -> None:
    """Pages, and Pagefind's own index of them."""
    import pagefind_bin

    for article in articles:
        page = folder / address(article) / "index.html"
        page.parent.mkdir(parents=True)
        text = "".join(f"<p>{html.escape(line)}</p>" for line in article.text.splitlines())
        body = f"<body><h1>{html.escape(article.title)}</h1>{text}</body>"
        page.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8">{body}</html>', encoding="utf-8")
    subprocess.run([pagefind_bin.get_executable(), "--site", folder, "--silent"], check=True)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def answers(site: Path, asked: Sequence[str]) -> dict[str, list[list[str]]]:
    """The addresses that each engine answers each query with, in Chromium."""
    # Playwright goes once only in each thread, and the tests have theirs open.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_answers, site, asked).result()


def _answers(site: Path, asked: Sequence[str]) -> dict[str, list[list[str]]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, _served(site) as host:
        program = os.environ.get("DIGEST_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(host)
        page.wait_for_function("window.asked !== undefined")
        call = "([engine, queries, first]) => window.asked(engine, queries, first)"
        found = {engine: page.evaluate(call, [engine, list(asked), FIRST]) for engine in ENGINES}
        browser.close()
    return found


def is_found(query: Query, addresses: Sequence[str], same: Mapping[str, str]) -> bool:
    """Whether the article, or one of the same text, is among the addresses; `same` has the texts of all articles."""
    return any(same.get(each) == query.article.text for each in addresses)


@lru_cache(maxsize=2)
def shares(count: int) -> dict[str, float]:
    """The share of so many queries that found their article, by engine."""
    asked, found = _asked(count)
    same = {address(article): article.text for article in corpus()}
    return {
        engine: sum(
            is_found(query, [_path(each) for each in addresses], same)
            for query, addresses in zip(asked, found[engine], strict=True)
        )
        / count
        for engine in ENGINES
    }


def _path(address: str) -> str:
    return re.search(r"articles/[^/]+/", address)[0]  # type: ignore[index]  # every page has one


@lru_cache(maxsize=2)
def _asked(count: int) -> tuple[list[Query], dict[str, list[list[str]]]]:
    asked = queries(corpus(), count)
    with tempfile.TemporaryDirectory(prefix="digest-finding-") as name:
        make(Path(name), corpus())
        return asked, answers(Path(name), [query.words for query in asked])


def main() -> int:
    """Print the share for each engine, and with -v what ours has not found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--queries", type=int, default=QUERIES, metavar="N", help=f"how many ({QUERIES})")
    parser.add_argument("-v", "--verbose", action="store_true", help="what was not found")
    options = parser.parse_args()
    for engine, share in shares(options.queries).items():
        print(f"{engine:12}{share:8.3f}")
    if options.verbose:
        asked, found = _asked(options.queries)
        same = {address(article): article.text for article in corpus()}
        for query, addresses in zip(asked, found["generator"], strict=True):
            paths = [_path(each) for each in addresses]
            if not is_found(query, paths, same):
                print(f"{query.article.id:24}{query.words:50}{' '.join(paths)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
