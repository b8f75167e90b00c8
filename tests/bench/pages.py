"""How heavy the pages of a large digest are, and how soon they are seen.

    .venv/bin/python tests/bench/pages.py [--articles N] [--corpus FILE] [--site FOLDER] [--lighthouse]

For the heaviest page of each kind: kilobytes of its HTML as gzip sends it, and milliseconds from the request to the
first paint in Chromium, from a server on this machine, the median of seven visits with nothing kept. Beside it the same
page without its styles and scripts, which is what its text alone takes, and, as the least that this browser on this
machine can do, a page of one word. With `--lighthouse` also Lighthouse's score of speed on a slowed-down phone.
`--site` takes a site that is built already.
"""

import argparse
import gzip
import re
import statistics
import sys
import tempfile
from pathlib import Path

from run import cost, make_project, seeds_from

sys.path.append(str(Path(__file__).resolve().parents[1] / "browser"))

from playwright.sync_api import Browser, Page, sync_playwright

from checkers import heaviest, lighthouse
from hosting import serve
from project import program

PAINT = """new Promise(done => new PerformanceObserver(list => {
  const [paint] = list.getEntriesByName("first-contentful-paint");
  if (paint) done(paint.startTime);
}).observe({type: "paint", buffered: true}))"""
VISITS = 7
WORD = "<!doctype html><title>A word</title><p>Word"
DRESS = re.compile(r"<script\b[^>]*\bsrc=[^>]*></script>|<link\b[^>]*\brel=\"?(?:stylesheet|preload)[^>]*>")
"""What a page asks for beside its text."""


def first_paint(browser: Browser, address: str, content: str = "") -> float:
    """Milliseconds to the first paint of a page, or of other content at its address."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        if content:
            page.route(address, lambda route: route.fulfill(body=content, content_type="text/html; charset=utf-8"))
        return statistics.median([_paint(page, address) for _ in range(VISITS + 1)][1:])


def _paint(page: Page, address: str) -> float:
    page.goto(address)
    return float(page.evaluate(PAINT))


def measure(site: Path, *, speed: bool) -> None:
    """Prints the table."""
    pages = heaviest(site)
    with sync_playwright() as playwright:
        for host in serve(site, "/"):
            browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
            print(f"{'':14}{'kB':>8}{'ms':>8}{'text':>8}{'word':>8}")
            for kind, path in sorted(pages.items()):
                file = site / path / "index.html" if path.endswith("/") or not path else site / path
                html = file.read_text("utf-8")
                size = len(gzip.compress(html.encode(), 6)) / 1000
                address = host + path
                times = [first_paint(browser, address, content) for content in ("", DRESS.sub("", html), WORD)]
                row = f"{kind:<14}{size:>8.1f}" + "".join(f"{time:>8.0f}" for time in times)
                if speed:
                    score = lighthouse(host + path, "performance")["performance"]
                    row += f"{score:>7.2f}"
                print(row, path, sep="  ", flush=True)
            browser.close()


def main() -> None:
    """Builds a site, where none is given, and measures it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="how many (2000)")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="articles as JSON Lines")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="a site that is built already")
    parser.add_argument("--lighthouse", action="store_true", help="Lighthouse's score of speed, too")
    options = parser.parse_args()
    if options.site:
        measure(options.site, speed=options.lighthouse)
        return
    with tempfile.TemporaryDirectory(prefix="digest-pages-") as folder:
        config = make_project(Path(folder) / "digest", seeds_from(options.corpus, options.articles, files=False))
        cost(config.root, "-m", "generator", "build", "-q")
        measure(config.site_dir, speed=options.lighthouse)


if __name__ == "__main__":
    main()
