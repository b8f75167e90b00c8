"""How heavy the pages of a large digest are, and how soon they are seen.

    .venv/bin/python tests/bench/pages.py [--articles N] [--corpus FILE] [--site FOLDER] [--lighthouse]

For the heaviest page of each kind: kilobytes of its HTML as gzip sends it, and milliseconds from the request to the
first paint in Chromium, from a server on this machine, the median of five visits with nothing kept. With
`--lighthouse` also Lighthouse's score of speed on a slowed-down phone. `--site` takes a site that is built already.
"""

import argparse
import gzip
import statistics
import sys
import tempfile
from pathlib import Path

from run import cost, make_project, seeds_from

sys.path.append(str(Path(__file__).resolve().parents[1] / "browser"))

from playwright.sync_api import Browser, sync_playwright

from checkers import heaviest, lighthouse
from hosting import serve
from project import program

PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
VISITS = 5


def first_paint(browser: Browser, address: str) -> float:
    """Milliseconds to the first paint of a page."""
    seen = []
    for _ in range(VISITS):
        with browser.new_context(viewport={"width": 360, "height": 740}) as context:
            page = context.new_page()
            page.goto(address)
            page.wait_for_function(f"{PAINT} > 0")
            seen.append(page.evaluate(PAINT))
    return statistics.median(seen)


def measure(site: Path, *, speed: bool) -> None:
    """Prints the table."""
    pages = heaviest(site)
    with sync_playwright() as playwright:
        for host in serve(site, "/"):
            browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
            for kind, path in sorted(pages.items()):
                file = site / path / "index.html" if path.endswith("/") or not path else site / path
                size = len(gzip.compress(file.read_bytes(), 6)) / 1000
                row = f"{kind:<14}{size:>8.1f} kB{first_paint(browser, host + path):>8.0f} ms"
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
