"""The demonstration site before the field's own checkers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checkers import heaviest, html_validate, lighthouse, nu, violations
from hosting import serve
from project import ROOT, built, make_project

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that go by colours: all that can be otherwise in another scheme."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the published demonstration site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_SITE_URL", "https://digest.example/")
        config = make_project(tmp_path_factory.mktemp("demonstration"), ROOT / "seeds")
        built(config)
    return config.site_dir


@pytest.fixture(scope="module")
def kinds(demonstration: Path) -> dict[str, str]:
    """The heaviest page of each kind there is: its address in the site by kind."""
    return heaviest(demonstration)


@pytest.fixture(scope="module")
def host(demonstration: Path) -> Iterator[str]:
    """Where it is served."""
    yield from serve(demonstration, "/")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, host: str, kinds: dict[str, str], width: int, scheme: str
) -> None:
    found, rules = [], COLOURS if scheme == "dark" else ()
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for kind, path in sorted(kinds.items()):
            page.goto(host + path)
            found += [f"{kind}: {one}" for one in violations(page, *rules)]
    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_the_search(browser: Browser, host: str, width: int, scheme: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(host)
        page.keyboard.press("/")
        page.get_by_role("dialog").wait_for()
        assert violations(page) == []
        page.keyboard.type("Alibaba")
        page.get_by_role("dialog").get_by_role("link").first.wait_for()
        assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_a_preview(browser: Browser, host: str, kinds: dict[str, str], scheme: str) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(host + kinds["article"])
        page.wait_for_load_state("networkidle")
        page.locator(".text a.topic").first.hover()
        page.get_by_role("tooltip").locator("p").wait_for()
        assert violations(page) == []


def test_html_validate_finds_nothing(demonstration: Path) -> None:
    assert sorted(set(html_validate(demonstration))) == []


def test_the_checker_of_the_w3c_finds_nothing(demonstration: Path) -> None:
    assert sorted(set(nu(demonstration))) == []


@pytest.mark.parametrize("kind", ["front", "article", "story", "search"])
def test_lighthouse_has_nothing_to_add(demonstration: Path, kinds: dict[str, str], kind: str) -> None:
    path = {**kinds, "search": "?q=Alibaba"}[kind]
    for address in serve(demonstration, "/"):
        audits = lighthouse(address + path, "accessibility", "best-practices", "seo")
    assert audits == {"accessibility": 1, "best-practices": 1, "seo": 1}
