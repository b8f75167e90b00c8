"""The files of a site hold together: links lead somewhere, long lists go on, nothing is left out."""

import posixpath
import re
from pathlib import Path

import msgspec
import pytest
import yaml
from harbour import HOSTILE, TEMPLATES, VERSIONS, P, article, mention, sample, site, views_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_escaping import ANY_TEXT, OURS, content, rendered

from generator.model import (
    Annotated,
    Digest,
    Figure,
    Mention,
    Name,
    NameKind,
    Problem,
    Quote,
    Relations,
    Topic,
)
from generator.render.index import index
from generator.render.pages import recipes, render

LINK = re.compile(r"\]\(([^)]*)\)")


def made(digest=None, config=None, templates=TEMPLATES) -> dict[str, str]:
    pages = list(render(digest or sample(), config or site(), templates, VERSIONS))
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page.content for page in pages}


def broken(pages: dict[str, str]) -> list[str]:
    """Links to pages and places that are not there."""
    found = []
    for path, text in pages.items():
        for link in LINK.findall(text.partition("\n---\n")[2]) if path.endswith(".md") else ():
            file, _, anchor = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if there not in pages or (anchor and f'id="{anchor}"' not in pages[there]):
                found.append(f"{path}: {link}")
    return found


def test_every_link_leads_to_a_page_and_a_place_that_are_there():
    assert broken(made()) == []
    assert broken(made(config=site(page_items=1))) == []


def test_front_matter_is_what_the_theme_reads():
    kinds = set()
    for path, text in made().items():
        if path.endswith(".md"):
            head = yaml.safe_load(text.split("\n---\n")[0])
            assert set(head) >= {"title", "description", "kind", "lang", "og_type", "hide", "jsonld"}
            assert ("search" in head) == (head["kind"] in {"article", "topic", "story"})
            kinds.add(head["kind"])
    assert kinds == {
        *("front", "article", "topic", "topics", "source", "sources", "month", "archive", "about", "report"),
        *("people", "quotes", "figures", "stories", "differences", "edition", "editions", "map", "year"),
    }


def test_a_long_list_goes_on_on_further_pages():
    articles = [
        article(f"a{number:02}", [(P, "A ferry")], keywords={"ferry": 0.5}, source=f"Wire {number}", date="2021-02-03")
        for number in range(20)
    ]
    ferry = Topic("ferry", "ferry", None, (), tuple(mention(each, "ferry") for each in articles))
    pages = made(Digest(tuple(articles), Relations((), (ferry,), {}), ()), site(page_items=3))
    for first in ("topics/ferry.md", "sources/index.md", "archive/2021/02.md"):
        steps = chain(pages, first, "next")
        assert len(steps) > 2
        assert steps == chain(pages, first, "prev")
        assert broken(pages) == []


def chain(pages: dict[str, str], first: str, way: str) -> set[tuple[str, str]]:
    """From which page of a list one gets to which: by the links to the `next`, or by those to the `prev`."""
    found = set()
    for path, text in pages.items():
        if path == first or path.startswith(f"{first.removesuffix('.md').removesuffix('/index')}/from/"):
            for href in re.findall(rf'\[[^\]]*\]\(([^)]*)\){{ rel="{way}" }}', text):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
                found.add((path, there) if way == "next" else (there, path))
    return found


def test_an_empty_digest_has_all_its_pages():
    pages = made(Digest((), Relations((), (), {}), ()))
    assert "No articles yet." in pages["index.md"]
    assert "Nothing was left out" in pages["report.md"]
    assert broken(pages) == []


def test_everything_left_out_guessed_or_wrong_is_in_the_report():
    report = made()["report.md"]
    for problem in sample().problems:
        assert problem.file in report
        assert problem.what in report
    for each in sample().articles:
        for guess in each.article.guesses:
            assert guess.method in report


def test_a_site_without_an_address_has_no_absolute_one():
    pages = made(config=site(""))
    assert "sitemap.xml" not in pages
    assert "opensearch.xml" not in pages
    assert "Sitemap" not in pages["robots.txt"]
    assert "example.org" not in "".join(pages.values())


def test_the_sitemap_names_every_page_and_when_it_changed():
    pages = made()
    urls = etree.fromstring(pages["sitemap.xml"].encode())
    assert len(urls) == sum(path.endswith(".md") for path in pages)
    changed = {url[0].text: url[1].text for url in urls if len(url) > 1}
    ferry = "https://example.org/digest/articles/2021/02/ferry-fares-rise-in-spring-5k7dz/"
    assert changed[ferry] == "2021-02-12"
    assert "Sitemap: https://example.org/digest/sitemap.xml" in pages["robots.txt"]


def test_a_browser_is_told_how_to_search_a_site_that_has_an_address():
    description = etree.fromstring(made()["opensearch.xml"].encode())
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert description.find("o:Url", names).get("template") == "https://example.org/digest/?q={searchTerms}"
    assert 0 < len(description.findtext("o:ShortName", namespaces=names)) <= 16


def test_templates_of_the_publisher_come_before_ours(tmp_path):
    (tmp_path / "about.md.jinja").write_text("Ours: {{ view.title }}")
    pages = made(templates=(tmp_path, *TEMPLATES))
    assert pages["about.md"].endswith("---\n\nOurs: How this digest is made\n")
    assert pages["report.md"] == made()["report.md"]


def test_a_view_changes_only_where_its_page_does():
    digest = sample()
    before = {view.address: view for view in views_of(recipes(index(digest, site()), VERSIONS))}
    other = article("z", [(P, "*Something else")], title="Else", source="Elsewhere", date="2019-01-01")
    more = msgspec.structs.replace(digest, articles=(*digest.articles, other))
    after = {view.address: view for view in views_of(recipes(index(more, site()), VERSIONS))}
    changed = {address for address, view in after.items() if before.get(address) != view}
    assert changed == {
        *("index", "archive/index", "archive/2019/index", "archive/2019/01", "sources/index", "sources/elsewhere"),
        *("editions/index", "editions/2019-w01", "editions/2021-w06"),
        index(more, site()).entries["z"].address,
    }
    assert hash(before["index"])


def test_no_page_of_a_hostile_article_has_an_element_or_link_of_its_own():
    for path, text in made().items():
        if path.endswith(".md"):
            head, _, markdown = text.partition("\n---\n")
            shown = rendered(markdown, [*OURS, "tables"])
            assert not {"script", "img", "i"} & set(shown.elements)
            assert not [
                value for name, value in shown.attributes if name == "href" and "javascript" in (value or "")[:10]
            ]
            assert content(str(yaml.safe_load(head)["title"])).elements == []
    assert HOSTILE in "".join(content(made()["archive/undated.md"]).text)


FIELDS = ("title", "source", "date", "language")


def marked(each: Annotated, text: str) -> Annotated:
    """The article with a name, a figure and a quote that say anything."""
    span = each.annotations.sentences[0].span
    marks = msgspec.structs.replace(
        each.annotations,
        names=(Name(text, NameKind.PERSON, (span,)),),
        figures=(Figure(text, "12", text, text, span),),
        quotes=(Quote(span, text, text),),
    )
    return msgspec.structs.replace(each, annotations=marks)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_TEXT, min_size=1, max_size=4, unique=True), st.lists(ANY_TEXT, max_size=3))
def test_any_digest_gives_pages_whose_links_all_lead_somewhere(texts, others):
    articles = [
        marked(article(text, [(P, f"*{text}. {text}")], **dict.fromkeys(FIELDS, text), keywords={"a": 0.5}), text)
        for text in texts
    ]
    with_word = [each for each in articles if each.annotations.keywords[0].spans]
    topics = tuple(
        Topic(
            key,
            key,
            None,
            (),
            tuple(Mention(each.article.id, 0.5, each.annotations.keywords[0].spans) for each in with_word),
        )
        for key in sorted({*others})
    )
    problems = tuple(Problem(text, text, text, text, bool(number % 2)) for number, text in enumerate(others))
    articles.sort(key=lambda each: each.article.id)
    digest = Digest(tuple(articles), Relations((), topics, {}), problems)
    assert broken(made(digest, site(page_items=2))) == []


def test_no_link_has_a_q_within():
    # Chromium misses the click on a q whose link looks otherwise under the pointer.
    for path, text in made().items():
        assert not re.search(r"\[[^\]]*<q\b|<a [^>]*>\s*<q\b", text), path


@pytest.mark.parametrize("template", sorted(TEMPLATES[0].glob("*.jinja")), ids=lambda file: file.name)
def test_templates_leave_escaping_to_the_one_function(template: Path):
    text = template.read_text()
    assert not re.search(r"\|\s*(safe|e|escape|forceescape|join|tojson|striptags)\b|\bautoescape\b", text)
    assert not re.search(r"\{\{[^}]*~", text)
    assert not re.search(r"=\s*'", text), "attributes are in double quotes"
