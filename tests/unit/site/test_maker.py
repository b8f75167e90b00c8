"""Pages are those of MkDocs, with its configuration, theme and navigation."""

import posixpath
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url, meta

from generator.render import addresses
from generator.render.escaping import json_script
from generator.render.frontmatter import body_of, front_matter, metadata
from generator.render.index import index
from generator.render.pages import recipes
from generator.render.recipes import Recipe
from generator.render.views import Head, Search
from generator.site import maker as maker_module
from generator.site import mkdocs
from generator.site.maker import Frame, load, maker
from generator.site.markup import UnknownForm, make
from unit.render.harbour import TEMPLATES, VERSIONS, sample, site

ROOT = Path(__file__).resolve().parents[3]
RECIPES = tuple(recipes(index(sample(), site()), VERSIONS))
PATHS = frozenset(addresses.file_of(recipe.address) for recipe in RECIPES)
ADDRESSES = [recipe.address for recipe in RECIPES]


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    folder = tmp_path_factory.mktemp("frame")
    for name in ("docs", "built"):
        (folder / name).mkdir()
    return Frame(
        file=ROOT / "mkdocs.yml",
        docs=folder / "docs",
        built=folder / "built",
        templates=TEMPLATES,
        directories=True,
        key=b"",
        pages=tuple(sorted(path for path in PATHS if path in {"index.md", "topics/index.md", "about.md"})),
    )


def page_of(frame: Frame, recipe: Recipe):
    return maker.__wrapped__(frame)(recipe.view())


def refuse(*_of: object) -> None:
    raise UnknownForm("any")


@pytest.mark.parametrize("recipe", RECIPES, ids=ADDRESSES)
def test_page_is_the_same_with_and_without_our_own_markup(frame, recipe, monkeypatch):
    ours = page_of(frame, recipe)
    monkeypatch.setattr(maker_module.markup, "make", refuse)
    theirs = page_of(frame, recipe)
    assert (ours.path, ours.name, ours.markdown, ours.links) == (
        theirs.path, theirs.name, theirs.markdown, theirs.links
    )  # fmt: skip
    assert plain(ours.html) == plain(theirs.html)


def plain(html: str) -> list[tuple[str, dict[str, str], str, str]]:
    """The elements of a page with their texts, white space aside."""
    return [
        (
            str(element.tag),
            {name: "" if name == value else value for name, value in element.attrib.items()},
            " ".join((element.text or "").split()),
            " ".join((element.tail or "").split()),
        )
        for element in lxml_html.document_fromstring(html).iter()
    ]


@pytest.mark.parametrize("recipe", RECIPES, ids=ADDRESSES)
def test_links_of_a_page_are_the_pages_it_leads_to(frame, recipe):
    made = page_of(frame, recipe)
    folder = posixpath.dirname(made.path)
    files = re.findall(r"\]\(([^)#]*\.md)", made.markdown)
    assert made.links == {posixpath.normpath(posixpath.join(folder, file)) for file in files}
    assert made.links <= PATHS


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_pages_lie_where_their_links_lead(frame, directories, tmp_path):
    text = (ROOT / "mkdocs.yml").read_text().replace("use_directory_urls: true", f"use_directory_urls: {directories}")
    for name in ("theme", "serve_hook.py"):
        (tmp_path / "site_templates").mkdir(exist_ok=True)
        (tmp_path / "site_templates" / name).symlink_to(ROOT / "site_templates" / name)
    (tmp_path / "mkdocs.yml").write_text(text)
    other = replace(frame, file=tmp_path / "mkdocs.yml", directories=directories)
    page = maker.__wrapped__(other)
    all_ = recipes(index(sample(), replace(site(), directories=directories)), VERSIONS)
    pages = {made.name: made.html for made in (page(recipe.view()) for recipe in all_)}
    assert ("topics/ferry-company/index.html" in pages) == directories
    for name, html in pages.items():
        for href in lxml_html.document_fromstring(html).xpath("//main//a/@href"):
            if "://" not in href and not href.startswith("#"):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(name), href.partition("#")[0]))
                assert there in pages or posixpath.normpath(f"{there}/index.html") in pages, (name, href)


def test_a_page_has_no_trace_of_the_one_made_before(frame):
    page = maker.__wrapped__(frame)
    first, second, *_ = RECIPES
    before = [page(one.view()).html for one in (first, second)]
    after = [page(one.view()).html for one in (second, first)][::-1]
    assert before == after


def test_the_navigation_shows_which_page_one_is_at(frame):
    front = page_of(frame, RECIPES[0])
    assert front.name == "index.html"
    links = lxml_html.document_fromstring(front.html).xpath("//nav//a[@aria-current='page']")
    assert {link.text_content().strip() for link in links} <= {"Front"}


def test_files_of_the_theme_are_those_that_mkdocs_publishes(frame):
    from mkdocs.structure.files import Files

    config = load(frame)
    theirs = Files([])
    theirs.add_files_from_theme(config.theme.get_env(), config)
    assert set(mkdocs._theme_files(config)) == {file.dest_uri for file in theirs}


def test_a_link_that_leads_nowhere_is_complained_of_in_the_words_of_mkdocs(frame):
    (frame.docs / "index.md").write_text("[a](missing.md)\n\n[b](about.md)\n")
    (said,) = mkdocs.complaints(frame, "index.md", frozenset({"index.md", "about.md"}))
    assert "'missing.md'" in said
    assert mkdocs.complaints(frame, "index.md", frozenset({"index.md", "about.md", "missing.md"})) == ()


FOLDERS = st.lists(st.sampled_from(["a", "b", "ab", "a-b", "a.b"]), max_size=3).map("/".join)
URLS = st.one_of(
    FOLDERS.map(lambda path: f"{path}/" if path else ""),
    st.tuples(FOLDERS, st.sampled_from(["index.html", "a.html"])).map(lambda two: "/".join(filter(None, two))),
)


@given(URLS, URLS)
def test_a_link_is_the_one_that_mkdocs_writes(here, there):
    made, theirs = maker_module._link(here, there), get_relative_url(there or ".", here)
    assert urljoin(f"https://example.org/{here}", made) == urljoin(f"https://example.org/{here}", theirs)


ANY = st.one_of(st.text(), st.text("a'\"\\:#-{}%\n\x85\u2028\x7f\x9f\ufeff\ud800 ", max_size=8))
DATES = st.sampled_from(["", "2024", "2024-03", "2024-03-02", "2024-03-02T12:00:00"])
HEADS = st.builds(
    Head,
    title=ANY,
    description=ANY,
    kind=st.sampled_from(["article", "topic"]),
    jsonld=ANY.map(lambda text: json_script({"a": text})),
    lang=st.sampled_from(["", "no", "en"]),
    dir=st.sampled_from(["", "rtl"]),
    date=DATES,
    lastmod=DATES,
    authors=st.lists(ANY, max_size=2).map(tuple),
    source=ANY,
    search=st.none()
    | st.builds(Search, kind=st.just("topic"), date=DATES, source=ANY, month=DATES, topics=st.tuples(ANY)),
)


@given(HEADS, st.text("ab-\n", max_size=20).map(str.strip))
def test_metadata_of_a_page_is_what_mkdocs_reads_of_its_front_matter(head, body):
    page = f"{front_matter(head)}\n{body}\n"
    assert (body_of(page), metadata(head)) == meta.get_data(page)


@pytest.mark.parametrize("recipe", RECIPES, ids=ADDRESSES)
def test_metadata_of_a_made_page_is_what_mkdocs_reads_of_it(frame, recipe):
    view = recipe.view()
    page = page_of(frame, recipe).markdown
    assert (body_of(page), metadata(view.head)) == meta.get_data(page)


def test_table_of_contents_is_put_together_when_it_is_asked_for():
    toc = maker_module._Toc(make("# A\n\n## B\n\n# C", str))
    assert len(toc) == 2
    assert [(link.title, link.url, [child.title for child in link.children]) for link in toc] == [
        ("A", "#a", ["B"]), ("C", "#c", [])
    ]  # fmt: skip


@given(FOLDERS, st.sampled_from(["index", "README", "a", "a b", "a.b", "from", "\u00e9"]), st.booleans())
def test_a_page_is_where_mkdocs_publishes_it(folder, name, directories):
    path = posixpath.join(folder, f"{name}.md")
    theirs = File(path, "", "", directories).url
    assert maker_module._address(path, directories=directories) == theirs.removeprefix("./")
