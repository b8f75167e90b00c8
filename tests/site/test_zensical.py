"""Zensical, the successor that Material names, makes the same pages from the same folder of generated pages."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import SiteConfig
from page_facts import folded
from pages import BuiltPage, broken_links, pages_of
from site_address import ADDRESS


@pytest.fixture(scope="module")
def other(demonstration: SiteConfig) -> Path:
    """The demonstration site, built by Zensical."""
    # Beside the Python that runs the tests first: the set-up puts it there, on no search path.
    program = shutil.which("zensical", path=Path(sys.executable).parent) or shutil.which("zensical")
    if program is None:
        pytest.skip("zensical is not installed: pip install zensical")
    lines = demonstration.file.read_text(encoding="utf-8").splitlines()
    file = demonstration.root / "zensical.yml"
    file.write_text(
        "\n".join("site_dir: zensical" if line.startswith("site_dir:") else line for line in lines), encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_SITE_URL", ADDRESS)
        command = [program, "build", "--clean", "--config-file", str(file)]
        done = subprocess.run(command, cwd=demonstration.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return demonstration.root / "zensical"


def main_texts(site: Path) -> dict[str, str]:
    """The main text of every page by address; of one that only leads to another, where to.

    White space between two cells of a table is nothing that a reader sees.
    """
    pages = (BuiltPage(site, file) for file in sorted(site.rglob("*.html")))
    return {page.name: page.leads_to or folded(" ".join(page.tree.xpath("//main")[0].itertext())) for page in pages}


def test_it_makes_the_same_pages_with_the_same_text(site: Path, other: Path) -> None:
    assert main_texts(other) == main_texts(site)


def test_it_publishes_every_file_but_the_index_and_the_mark_of_a_build(site: Path, other: Path) -> None:
    ours, theirs = (
        {file.relative_to(each).as_posix() for file in each.rglob("*") if file.is_file()} for each in (site, other)
    )
    assert {file for file in ours - theirs if not file.startswith("pagefind/")} == {"digest.json"}


def test_no_link_is_broken_there_either(other: Path) -> None:
    assert broken_links(pages_of(other)) == []
