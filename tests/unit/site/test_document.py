"""A document that is made for all pages of a shape is that which the theme makes of each."""

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from mkdocs.utils.templates import url_filter

from generator.render.index import index
from generator.render.pages import recipes
from generator.site import document
from generator.site.document import Documents
from generator.site.maker import Frame, maker
from unit.render.harbour import TEMPLATES, VERSIONS, sample, site

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Page:
    """As much of a page as the templates here ask for."""

    url: str = "topics/ferry/"
    content: str = "<p>Text</p>"
    canonical_url: str | None = None
    meta: dict[str, object] = field(default_factory=lambda: {"title": "Ferry", "kind": "topic"})
    title: str = "Ferry"


def context(page) -> dict[str, object]:
    return {"base_url": "../" * page.url.count("/"), "config": SimpleNamespace(site_name="Harbour")}


def environment(template: str) -> Environment:
    made = Environment(loader=DictLoader({"main.html": template}))  # noqa: S701 - as MkDocs has it
    made.filters["url"] = url_filter
    return made


def in_full(template: str, page: Page) -> str:
    return environment(template).get_template("main.html").render({**context(page), "page": page})


def documents(template: str) -> Documents:
    return Documents(environment(template), context)


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_every_page_is_as_the_template_makes_it(tmp_path, monkeypatch, directories):
    text = (ROOT / "mkdocs.yml").read_text().replace("use_directory_urls: true", f"use_directory_urls: {directories}")
    for name in ("site_templates", "docs", "built"):
        (tmp_path / name).mkdir()
    for name in ("theme", "serve_hook.py"):
        (tmp_path / "site_templates" / name).symlink_to(ROOT / "site_templates" / name)
    (tmp_path / "mkdocs.yml").write_text(
        text.replace('[DIGEST_SITE_URL, ""]', '[DIGEST_NONE, "https://example.org/a/"]')
    )
    pages = ("about.md", "index.md", "topics/index.md")
    frame = Frame(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "built", TEMPLATES, directories, b"", pages)
    made, full, asked = maker.__wrapped__(frame), maker.__wrapped__(frame), []
    monkeypatch.setattr(
        full.__self__._documents, "html", lambda page, **_: Documents._in_full(full.__self__._documents, page)
    )
    monkeypatch.setattr(Documents, "_in_full", counted(Documents._in_full, asked))
    views = [recipe.view() for recipe in recipes(index(sample(), site()), VERSIONS)] * 2
    first = [made(view).html for view in views]
    assert len(asked) < len(views) * 0.7
    assert first == [full(view).html for view in views]


def counted(function, asked: list[object]):
    def counting(self, page):
        asked.append(page)
        return function(self, page)

    return counting


PRINTING = (
    "{{ page.meta.title }} {% if page.meta.date %}{{ page.meta.date }}{% endif %} {{ page.meta.kind | upper }}"
    "{% for one in page.meta.authors or [] %}<b>{{ one }}</b>{% endfor %}{{ 'topics/' | url }} {{ 'feed.xml' | url }}"
    "{{ (page.meta.search or {}).source or 'none' }} {{ page.canonical_url }} {{ config.site_name }}{{ page.content }}"
)
TEXT = st.one_of(st.text(), st.sampled_from(["", " a ", '\ue000<"0&>\ue001', "{{ a }}", "<b>"]))
PAGES = st.builds(
    Page,
    url=st.sampled_from(["topics/a/", "topics/b/", "topics/from/a/", "a/b/c/d/", "a/b.html", "a/", "", "topics/"]),
    content=TEXT,
    canonical_url=st.none() | TEXT,
    meta=st.fixed_dictionaries(
        {"title": TEXT, "kind": st.sampled_from(["topic", "article"])},
        optional={
            "date": TEXT,
            "authors": st.lists(TEXT, max_size=2),
            "search": st.fixed_dictionaries({"source": TEXT}),
        },
    ),
)


@given(st.lists(PAGES, max_size=8))
def test_any_page_is_as_the_template_makes_it(pages):
    made = documents(PRINTING)
    for page in pages * 2:
        assert made.html(page, is_listed=False) == in_full(PRINTING, page)


def page(title: str, url: str = "topics/a/") -> Page:
    return Page(url=url, content=f"<p>{title}</p>", title=title, meta={"title": title, "kind": "topic", "date": title})


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ page.meta.title | e }}", id="escapes a text"),
        pytest.param("{{ page.meta.title | trim }}", id="trims a text"),
        pytest.param("{{ page.meta.title | length }}", id="counts letters"),
        pytest.param("{{ page.meta.title ~ '!' }}", id="joins a text to another"),
        pytest.param("{{ page.meta.title + '!' }}", id="adds to a text"),
        pytest.param("{{ page.meta.title[:3] }}", id="cuts a text"),
        pytest.param("{{ page.meta.title.upper() }}", id="asks for a form of a text"),
        pytest.param("{% if page.meta.title == 'Ferry' %}1{% endif %}", id="compares a text"),
        pytest.param("{% if page.meta.title in ['Ferry'] %}1{% endif %}", id="looks for a text"),
        pytest.param("{% if 'e' in page.meta.title %}1{% endif %}", id="looks into a text"),
        pytest.param("{% if page.meta.title is string %}1{% endif %}", id="asks for a type"),
        pytest.param("{{ page.meta | tojson }}", id="writes all"),
        pytest.param("{{ {'Ferry': 1}[page.meta.title] }}", id="looks a text up"),
        pytest.param("{{ page.meta.authors | join(',') }}", id="joins nothing"),
        pytest.param("{{ page.title }}", id="asks for more"),
        pytest.param("{{ page.url }}", id="asks for the address"),
        pytest.param("{{ page.missing }}", id="asks for what is not there"),
        pytest.param("{{ page.content | replace('a', 'b') }}", id="changes the content"),
        pytest.param("{{ page.meta.title | url }}", id="leads to a text"),
        pytest.param("{{ 'topics/b/' | url }} {{ '/topics/a/from/c/' | url }}", id="leads to pages"),
        pytest.param('\ue000<"0&>\ue001', id="has what stands for a hole"),
    ],
)
def test_template_that_does_more_than_print_is_asked_for_each_page(template):
    made = documents(template)
    for each in [page("Ferry"), page(" Harbour "), page("Ferry", "topics/b/"), page("Quay", "topics/c/")] * 2:
        try:
            full = in_full(template, each)
        except Exception as error:  # noqa: BLE001 - the same has to be raised
            with pytest.raises(type(error)):
                made.html(each, is_listed=False)
        else:
            assert made.html(each, is_listed=False) == full


def test_only_so_many_shapes_are_kept(monkeypatch):
    monkeypatch.setattr(document, "_KEPT", 2)
    made = documents(PRINTING)
    for number in range(5):
        made.html(page("Ferry", f"a{number}/b/"), is_listed=False)
    assert len(made._known) <= 2
