"""Takes the pictures of the README from the demonstration site.

.venv/bin/python tests/browser/pictures.py
"""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402 - found only now

from hosting import serve  # noqa: E402 - the same
from project import ROOT, built, make_project, program  # noqa: E402 - the same

FOLDER = ROOT / ".github"
WIDTH = 1280


def front(page: Page, host: str) -> None:
    """The front page from its top."""
    page.goto(host)


def story(page: Page, host: str) -> None:
    """Where the reports of the first story differ."""
    page.goto(f"{host}stories/")
    page.locator(".story-list h2 a").first.click()
    page.goto(f"{page.url}#differences")


def article(page: Page, host: str) -> None:
    """An article with notes in its margin."""
    page.goto(f"{host}stories/")
    page.locator(".story-list h2 a").first.click()
    page.locator(".reports a", has_text="For the second session").first.click()
    page.locator(".notes li").first.wait_for()
    page.evaluate("scrollBy(0, 330)")


def search(page: Page, host: str) -> None:
    """The search with results."""
    page.goto(f"{host}?q=Ant+Group")
    page.locator(".search-found[aria-busy=false] .hit").first.wait_for()


PICTURES = {
    "front": (front, 860, "light"),
    "story": (story, 860, "light"),
    "screenshot": (article, 900, "light"),
    "search": (search, 820, "dark"),
}


def take(browser: Browser, host: str) -> None:
    """Writes all pictures."""
    for name, (way, height, scheme) in PICTURES.items():
        with browser.new_context(viewport={"width": WIDTH, "height": height}, color_scheme=scheme) as context:
            page = context.new_page()
            way(page, host)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    """Builds the demonstration site, and takes the pictures of it."""
    with tempfile.TemporaryDirectory(prefix="digest-pictures-") as folder:
        config = make_project(Path(folder) / "digest", ROOT / "seeds")
        built(config)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
            for host in serve(config.site_dir, "/"):
                take(browser, host)
            browser.close()


if __name__ == "__main__":
    main()
