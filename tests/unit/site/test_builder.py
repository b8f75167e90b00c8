"""The built site is brought to what it should be, page by page, and the ledger is true of it at every moment."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.model import Page
from generator.render import addresses
from generator.render.index import index
from generator.render.pages import recipes
from generator.render.recipes import Recipe
from generator.site import builder as builder_module
from generator.site.builder import Builder
from generator.site.files import names, write
from generator.site.ledger import Ledger, Row
from generator.site.maker import Frame, MadePage
from generator.workers import Serial, Workers
from generator.workers.processes import Processes
from unit.render.harbour import TEMPLATES, VERSIONS, sample, site

ROOT = Path(__file__).resolve().parents[3]
RECIPES = tuple(recipes(index(sample(), site()), VERSIONS))
KNOWN = frozenset(addresses.file_of(recipe.address) for recipe in RECIPES)


@pytest.fixture
def frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Frame:
    """A frame that makes a page of a view in no time."""

    def maker(_frame: Frame):
        def page(view) -> MadePage:
            path = addresses.file_of(view.address)
            name = f"{view.address}.html" if view.address.endswith("index") else f"{view.address}/index.html"
            return MadePage(path, str(view), name, f"<p>{view}</p>", frozenset({"index.md"}))

        return page

    monkeypatch.setattr(builder_module, "maker", maker)
    return Frame(
        file=ROOT / "mkdocs.yml",
        docs=tmp_path / "docs",
        built=tmp_path / "built",
        templates=TEMPLATES,
        directories=True,
        key=b"frame",
        pages=(),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "built.sqlite3")


def make(frame: Frame, ledger: Ledger, some: tuple[Recipe, ...] = RECIPES, crew: Workers | None = None) -> list[str]:
    """Names of the pages that were made, the site being all of these."""
    builder = Builder(frame, ledger)
    done = list(builder.make(builder.tasks(some), KNOWN, crew or Serial()))
    builder.remove_pages(some)
    return done


def test_pages_are_made_once(frame, ledger):
    assert len(make(frame, ledger)) == len(RECIPES)
    assert make(frame, ledger) == []
    assert names(frame.built) == set(ledger.contents())
    assert names(frame.docs) == KNOWN


@pytest.mark.skipif(sys.platform != "linux", reason="other processes do not have the maker of these tests")
def test_several_processes_make_the_same_pages_of_what_this_one_has_in_memory(frame, ledger, tmp_path):
    made = make(frame, ledger)
    other = replace(frame, docs=tmp_path / "other docs", built=tmp_path / "other built")
    crew, book = Processes(2, least=1), Ledger(tmp_path / "other.sqlite3")
    assert make(other, book, crew=crew) == made
    assert book.contents() == ledger.contents()
    for one, two in ((frame.docs, other.docs), (frame.built, other.built)):
        assert {name: (one / name).read_bytes() for name in names(one)} == {
            name: (two / name).read_bytes() for name in names(two)
        }


def test_a_page_with_a_new_key_is_made_again_and_no_other(frame, ledger):
    make(frame, ledger)
    first, *rest = RECIPES
    assert make(frame, ledger, (replace(first, key=b"new"), *rest)) == ["index.html"]


def test_a_new_frame_makes_all_pages_again(frame, ledger):
    make(frame, ledger)
    assert len(make(replace(frame, key=b"another"), ledger)) == len(RECIPES)


def test_a_page_without_a_recipe_goes_with_its_markdown_and_its_row(frame, ledger):
    make(frame, ledger)
    assert make(frame, ledger, RECIPES[2:]) == []
    assert len(names(frame.built)) == len(names(frame.docs)) == len(ledger.contents()) == len(RECIPES) - 2
    assert not (frame.built / "index.html").exists()


def test_rows_go_before_files_are_touched_and_come_after(frame, ledger, monkeypatch):
    make(frame, ledger)
    touched = []

    def checked(folder: Path, name: str, content: bytes) -> bool:
        if folder == frame.built:
            touched.append(name)
            assert name not in ledger.contents()
        return write(folder, name, content)

    monkeypatch.setattr(builder_module, "write", checked)
    make(frame, ledger, tuple(replace(recipe, key=b"new " + recipe.key) for recipe in RECIPES))
    assert len(touched) == len(RECIPES)
    assert set(touched) == set(ledger.contents())


def test_a_build_that_dies_costs_the_next_only_what_was_not_yet_entered(frame, ledger, monkeypatch):
    monkeypatch.setattr(builder_module, "_BATCH", 5)
    left = [12]

    def dying(folder: Path, name: str, content: bytes) -> bool:
        if folder == frame.built:
            left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return write(folder, name, content)

    with monkeypatch.context() as patched:
        patched.setattr(builder_module, "write", dying)
        with pytest.raises(KeyboardInterrupt):
            make(frame, ledger)
    entered = set(ledger.contents())
    assert len(entered) == 10
    assert len(names(frame.built)) == 12
    Builder(frame, ledger).clear_foreign()
    assert names(frame.built) == entered
    assert len(make(frame, ledger)) == len(RECIPES) - 10
    assert names(frame.built) == set(ledger.contents())


def test_what_the_ledger_does_not_know_of_is_cleared_from_both_folders(frame, ledger):
    make(frame, ledger)
    for folder in (frame.built, frame.docs):
        write(folder, "deep/foreign.md", b"of a build that died")
        write(folder, ".half.new", b"ha")
    Builder(frame, ledger).clear_foreign()
    assert names(frame.built) == set(ledger.contents())
    assert names(frame.docs) == KNOWN
    assert not (frame.docs / "deep").exists()


def test_two_pages_of_one_address_are_an_error_before_anything_is_made(frame, ledger):
    first, second, *_ = RECIPES
    with pytest.raises(DigestError, match=r"index\.md: would be"):
        make(frame, ledger, (first, replace(second, address=first.address)))
    assert not frame.built.exists()


def test_other_files_are_put_where_they_are_new_and_go_where_they_are_no_more(frame, ledger):
    builder = Builder(frame, ledger)
    builder.put([Page("feed.xml", "one"), Page("data/robots.txt", "all")])
    time = (frame.built / "data/robots.txt").stat().st_mtime_ns
    builder.put([Page("feed.xml", "two"), Page("data/robots.txt", "all")])
    assert (frame.built / "feed.xml").read_text() == (frame.docs / "feed.xml").read_text() == "two"
    assert (frame.built / "data/robots.txt").stat().st_mtime_ns == time
    builder.put([Page("feed.xml", "two")])
    assert names(frame.built) == names(frame.docs) == set(ledger.contents()) == {"feed.xml"}


def test_a_page_comes_into_the_place_of_another_file_and_the_other_way_round(frame, ledger):
    recipe = next(one for one in RECIPES if not one.address.endswith("index"))
    name = f"{recipe.address}/index.html"
    builder = Builder(frame, ledger)
    for _ in range(2):
        builder.remove_pages(())
        builder.put([Page(name, "moved")])
        assert (frame.built / name).read_text("utf-8") == "moved"
        assert names(frame.docs) == names(frame.built) == {name}
        assert make(frame, ledger, (recipe,)) == [name]
        builder.put([])
        assert (frame.built / name).read_text("utf-8").startswith("<p>")
        assert (names(frame.docs), names(frame.built)) == ({addresses.file_of(recipe.address)}, {name})


def test_what_is_touched_makes_the_step_to_the_next_build(frame, ledger):
    make(frame, ledger)
    ledger.add_step("", "first")
    first, second, *rest = RECIPES
    make(frame, ledger, (replace(first, key=b"new"), *rest))
    Builder(frame, ledger).put([Page("feed.xml", "one")])
    ledger.add_step("first", "second")
    (gone,) = (name for name in ledger.steps()[0].changed if second.address in name)
    assert set(ledger.steps()[1].changed) == {"index.html", "feed.xml", gone}


def test_the_theme_is_written_once_for_a_frame_and_what_it_no_longer_has_goes(frame, ledger, monkeypatch):
    themes = [["a.css", "b.css"], ["b.css", "c.css"]]
    written = []

    def write_theme(_frame: Frame) -> list[str]:
        written.append(themes[len(written)])
        for name in written[-1]:
            write(frame.built, name, str(len(written)).encode())
        return written[-1]

    monkeypatch.setattr(builder_module.mkdocs, "write_theme", write_theme)
    for key in (b"one", b"one", b"two", b"two"):
        Builder(replace(frame, key=key), ledger).put_theme()
    assert written == themes
    assert names(frame.built) == set(ledger.contents()) == {"b.css", "c.css"}


def test_a_theme_whose_build_died_is_written_again(frame, ledger, monkeypatch):
    def dying(_frame: Frame) -> list[str]:
        raise KeyboardInterrupt

    ledger.enter([Row("a.css", "theme", b"old", b"old")])
    with monkeypatch.context() as patched:
        patched.setattr(builder_module.mkdocs, "write_theme", dying)
        with pytest.raises(KeyboardInterrupt):
            Builder(frame, ledger).put_theme()
    assert ledger.contents() == {}
    monkeypatch.setattr(builder_module.mkdocs, "write_theme", lambda _frame: ["a.css"])
    write(frame.built, "a.css", b"new")
    Builder(frame, ledger).put_theme()
    assert ledger.contents().keys() == {"a.css"}


def test_a_link_that_leads_to_no_page_is_said_as_long_as_its_page_stands(frame, ledger, monkeypatch):
    asked = []

    def complaints(_frame: Frame, path: str, _known: frozenset[str]) -> tuple[str, ...]:
        asked.append(path)
        return (f"{path} leads nowhere",)

    monkeypatch.setattr(builder_module.mkdocs, "complaints", complaints)
    builder = Builder(frame, ledger)
    list(builder.make(builder.tasks(RECIPES[:1]), frozenset(), Serial()))
    assert asked == ["index.md"]
    make(frame, ledger, RECIPES[:1])
    assert list(ledger.said()) == [("index.html", "index.md leads nowhere")]
    make(frame, ledger, RECIPES[1:])
    assert list(ledger.said()) == []
