"""What tests of more than one folder need: where things are, a browser, how hard Hypothesis tries."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import Environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SYNTAX = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("optimized", "undefined", "finalize", "autoescape", "is_async", "sandboxed"),
)
"""What of an environment's settings a compiled template depends on."""

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


@pytest.fixture(autouse=True, scope="session")
def _templates_compiled_once() -> "Iterator[None]":
    """The same template is compiled once for all sites of a run: elsewise over half of what a small site costs.

    Filters and tests are part of the key, as Jinja works out at once what they make of constants.
    """
    compiled: dict[object, CodeType] = {}
    whole: Callable[..., CodeType] = Environment.compile

    def once(self: Environment, source: object, name: str | None = None, *rest: object, **more: object) -> object:
        if not isinstance(source, str) or more or len(rest) > 1:
            return whole(self, source, name, *rest, **more)
        syntax = tuple(getattr(self, each) for each in SYNTAX)
        tools = tuple(self.filters.items()), tuple(self.tests.items()), tuple(map(type, self.iter_extensions()))
        key = type(self), source, name, syntax, tools
        if key not in compiled:
            compiled[key] = whole(self, source, name, *rest)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", once)
        yield


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
