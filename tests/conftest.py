"""What tests of more than one folder need: where things are, a browser, how hard Hypothesis tries."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent

# Every run tries the same examples, so that a change is never blamed for another's luck; to look for new ones:
# pytest --hypothesis-profile=explore. No limits of time: on a busy machine any example can be slow once.
settings.register_profile(
    "same",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("same")


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the test data, which no one may pass on and which so is not in the repository."""
    folder = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the test data are not here: name their folder with DIGEST_DATA")
    return folder


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The browser of `program`."""
    from playwright.sync_api import sync_playwright

    from project import program

    with sync_playwright() as playwright:
        # The sandbox cannot be had as root; the pages are our own.
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        yield browser
        browser.close()
