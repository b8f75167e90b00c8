"""Cards are kept: one is drawn only where what stands on it is another than before."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.render.cards import Card, CardRecipe
from generator.render.recipes import FileRecipe
from generator.site.builder import Builder
from generator.site.cards import put_cards, write_cards
from generator.site.files import names
from generator.site.ledger import Ledger
from generator.site.maker import Frame
from generator.workers import Serial
from project import ROOT

FONTS = ROOT / "site_templates" / "theme" / "assets" / "digest" / "fonts"


@pytest.fixture
def frame(tmp_path: Path) -> Frame:
    return Frame(
        file=ROOT / "mkdocs.yml",
        docs=tmp_path / "docs",
        built=tmp_path / "built",
        templates=(),
        directories=True,
        key=b"frame",
        pages=(),
        fonts=FONTS,
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "built.sqlite3")


def recipe(path: str, title: str) -> CardRecipe:
    return FileRecipe(path, title.encode(), lambda: Card(title))


def put(frame: Frame, ledger: Ledger, *recipes: CardRecipe) -> list[str]:
    return list(put_cards(frame, recipes, Builder(frame, ledger), Serial()))


ONE, TWO = recipe("card.png", "One"), recipe("stories/two/card.png", "Two")


def test_they_are_drawn_once_into_both_folders(frame, ledger):
    assert put(frame, ledger, ONE, TWO) == [ONE.path, TWO.path]
    assert put(frame, ledger, ONE, TWO) == []
    assert names(frame.docs) == names(frame.built) == set(ledger.contents()) == {ONE.path, TWO.path}
    assert (frame.docs / ONE.path).read_bytes() == (frame.built / ONE.path).read_bytes() != b""


def test_only_what_has_changed_is_drawn_and_what_is_no_more_goes(frame, ledger):
    put(frame, ledger, ONE, TWO)
    before = (frame.built / ONE.path).read_bytes()
    assert put(frame, ledger, recipe(ONE.path, "Another")) == [ONE.path]
    assert (frame.built / ONE.path).read_bytes() != before
    assert names(frame.docs) == names(frame.built) == set(ledger.contents()) == {ONE.path}


def test_other_templates_leave_them_as_they_are_and_another_language_does_not(frame, ledger):
    put(frame, ledger, ONE)
    assert put(replace(frame, key=b"other templates"), ledger, ONE) == []
    assert put(replace(frame, language="de"), ledger, ONE) == [ONE.path]


def test_a_builder_of_whole_sites_finds_them_among_the_pages(frame):
    assert list(write_cards(frame, (ONE, TWO), Serial())) == [ONE.path, TWO.path]
    assert names(frame.docs) == {ONE.path, TWO.path}
    assert not frame.built.exists()
