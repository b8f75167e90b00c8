"""A small built site, served in two places, and pages that report what should not happen on them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hosting import serve
from project import built, make_project
from sample import REPORTS, SEEDS, TEXTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the published sample, for a project's address, which the page for missing addresses depends on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_SITE_URL", "https://digest.example/repo/")
        config = make_project(tmp_path_factory.mktemp("sample"), {f"{seed.name}.md": seed.markdown for seed in SEEDS})
        assert built(config).problems == ()
    return config.site_dir


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: under a path, as a project's Pages are."""
    yield from serve(site, "/repo/")


@pytest.fixture(scope="session")
def address_at_root(site: Path) -> Iterator[str]:
    """The same site, served at the root of a host."""
    yield from serve(site, "/")


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served on which two reports of one event differ."""
    seeds = {
        f"{name}.md": f"---\ntitle: {title}\ndate: {date}\nsource: {source}\n---\n\n{text}\n"
        for name, (title, source, date, text) in REPORTS.items()
    }
    config = make_project(tmp_path_factory.mktemp("stories"), seeds)
    assert built(config).problems == ()
    yield from serve(config.site_dir, "/")


@pytest.fixture(scope="session")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of three articles is served, in which people speak and sums are named."""
    seeds = {
        f"{name}.md": f"---\ntitle: {name} boat\ndate: {date}\nsource: Post\n---\n{text}"
        for (name, date), text in TEXTS.items()
    }
    config = make_project(tmp_path_factory.mktemp("lists"), seeds)
    assert built(config).problems == ()
    yield from serve(config.site_dir, "/")


@pytest.fixture
def without_index(site: Path, tmp_path: Path) -> Iterator[str]:
    """The same site, built without a search index."""
    copy = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    yield from serve(copy, "/")


@pytest.fixture
def desk(browser: "Browser") -> "Iterator[BrowserContext]":
    """A wide window, in which no page may complain or ask another host."""
    yield from quiet(browser, viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: "Browser") -> "Iterator[BrowserContext]":
    """A narrow touch screen, likewise."""
    yield from quiet(browser, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)


@pytest.fixture(autouse=True, scope="session")
def patience() -> None:
    """On a busy machine anything can take long once; what never comes is seen all the same."""
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)


def quiet(browser: "Browser", **options: object) -> "Iterator[BrowserContext]":
    """A context that fails the test at a message on the console, an error, or a request to another host."""
    faults: list[str] = []
    context = browser.new_context(**options)  # type: ignore[arg-type]  # what Playwright takes
    context.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("request", lambda request: _is_here(request.url) or faults.append(f"asked for {request.url}"))
    yield context
    context.close()
    assert faults == []


def _is_here(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


@pytest.fixture
def page(desk: "BrowserContext") -> "Page":
    """A page in a wide window."""
    return desk.new_page()
