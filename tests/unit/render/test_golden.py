"""The pages of the sample digests, as they are kept in `tests/golden/render` and `tests/golden/stories`.

`DIGEST_UPDATE_GOLDEN=1 pytest tests/unit/render/test_golden.py` writes them again: read what changed.
"""

import os
import shutil

import pytest
from crane import COLLATIONS, storied
from harbour import ROOT, TEMPLATES, VERSIONS, sample, site

from generator.render.pages import render

GOLDEN = ROOT / "tests" / "golden"


def made(digest, collations) -> dict[str, str]:
    return {page.path: page.content for page in render(digest, site(), TEMPLATES, VERSIONS, collations)}


PLAIN = made(sample(), {})
WITH_STORIES = {path: content for path, content in made(storied(), COLLATIONS).items() if PLAIN.get(path) != content}
"""Pages that a story changes, and its own."""
PAGES = {"render": PLAIN, "stories": WITH_STORIES}
FILES = [(folder, path) for folder, pages in PAGES.items() for path in pages]

if os.environ.get("DIGEST_UPDATE_GOLDEN"):
    for folder, path in FILES:
        if path == next(iter(PAGES[folder])):
            shutil.rmtree(GOLDEN / folder, ignore_errors=True)
        (GOLDEN / folder / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / folder / path).write_bytes(PAGES[folder][path].encode())


@pytest.mark.parametrize("folder", PAGES)
def test_the_same_files_are_made(folder):
    kept = GOLDEN / folder
    assert sorted(PAGES[folder]) == sorted(
        file.relative_to(kept).as_posix() for file in kept.rglob("*") if file.is_file()
    )


@pytest.mark.parametrize(("folder", "path"), FILES)
def test_page_is_as_kept(folder, path):
    assert PAGES[folder][path].encode() == (GOLDEN / folder / path).read_bytes()


def test_a_second_run_makes_the_same_bytes_in_the_same_order():
    assert list(made(sample(), {}).items()) == list(PLAIN.items())
    again = made(storied(), COLLATIONS)
    assert {path: again[path] for path in WITH_STORIES} == WITH_STORIES
