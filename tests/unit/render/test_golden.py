"""The pages of the sample digest, as they are kept in `tests/golden/render`.

`DIGEST_UPDATE_GOLDEN=1 pytest tests/unit/render/test_golden.py` writes them again: read what changed.
"""

import os
import shutil

import pytest
from harbour import ROOT, TEMPLATES, VERSIONS, sample, site

from generator.render.pages import render

GOLDEN = ROOT / "tests" / "golden" / "render"
PAGES = {page.path: page.content for page in render(sample(), site(), TEMPLATES, VERSIONS)}

if os.environ.get("DIGEST_UPDATE_GOLDEN"):
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, content in PAGES.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(content.encode())


def test_the_same_files_are_made():
    assert sorted(PAGES) == sorted(file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file())


@pytest.mark.parametrize("path", PAGES)
def test_page_is_as_kept(path):
    assert PAGES[path].encode() == (GOLDEN / path).read_bytes()


def test_a_second_run_makes_the_same_bytes_in_the_same_order():
    again = [(page.path, page.content) for page in render(sample(), site(), TEMPLATES, VERSIONS)]
    assert again == list(PAGES.items())
