"""The marks of articles as W3C Web Annotations."""

import re
from html import unescape

import msgspec
import pytest
from crane import COLLATIONS, storied
from harbour import TEMPLATES, VERSIONS, sample, site

from generator.render.pages import render

MOTIVATIONS = {"highlighting", "tagging", "identifying", "describing", "commenting"}
TAG = re.compile(r"<[^>]*>")
SIGN = re.compile(r"\[[^\]]*\]\([^)]*\)\{ \.against [^}]*\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)\{ \.topic [^}]*\}")


def made(digest=None, collations=None, **settings) -> dict[str, str]:
    pages = render(digest or storied(), site(**settings), TEMPLATES, VERSIONS, COLLATIONS if collations is None else {})
    return {page.path: page.content for page in pages}


def listed(value: object) -> list:
    return value if isinstance(value, list) else [value]


def annotations(files: dict[str, str]) -> list[tuple[str, dict]]:
    """Every file of annotations, with the path of its article's page."""
    return [
        (path.replace("/annotations.json", ".md"), msgspec.json.decode(content))
        for path, content in files.items()
        if path.endswith("/annotations.json")
    ]


FILES = made()
ALL = annotations(FILES)


def read(page: str) -> str:
    """What a reader reads on a page, on one line."""
    plain = unescape(TAG.sub("", LINK.sub(r"\1", SIGN.sub("", page))))
    return " ".join(plain.split())


def test_every_article_has_its_annotations():
    pages = {path for path in FILES if path.startswith("articles/") and path.endswith(".md")}
    assert {page for page, _ in ALL} == pages


def test_each_is_what_the_data_model_asks_for():
    for _, file in ALL:
        assert file["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert file["type"] == "AnnotationPage"
        assert file["id"]
        assert file["partOf"]["type"] == "AnnotationCollection"
        assert file["partOf"]["total"] == len(file["items"])
        assert len({one["id"] for one in file["items"]}) == len(file["items"])
        for one in file["items"]:
            assert one["type"] == "Annotation"
            assert one["motivation"] in MOTIVATIONS
            for target in listed(one["target"]):
                assert target["source"].endswith("/")
                assert target["selector"]["type"] in {"FragmentSelector", "TextQuoteSelector"}
            for body in listed(one.get("body", [])):
                assert body.get("value") if body["type"] == "TextualBody" else body["source"]


def test_every_kind_of_mark_is_there():
    assert {one["motivation"] for _, file in ALL for one in file["items"]} == MOTIVATIONS


def test_every_target_is_a_sentence_of_the_page_and_its_words_stand_there():
    checked = 0
    for path, file in ALL:
        page = FILES[path]
        text = read(page)
        for target in (target for one in file["items"] for target in listed(one["target"])):
            selector = target["selector"]
            if selector["type"] == "FragmentSelector":
                assert f'id="{selector["value"]}"' in page
                selector = selector.get("refinedBy", {})
            if selector:
                checked += 1
                assert selector["exact"] in text, path
    assert checked


def test_every_body_that_leads_somewhere_leads_to_a_page():
    found = 0
    for path, file in ALL:
        top = "../" * (path.count("/") + 1)
        for body in (body for one in file["items"] for body in listed(one.get("body", [])) if "source" in body):
            found += 1
            assert body["source"].startswith(top)
            assert f"{body['source'].removeprefix(top).rstrip('/')}.md" in FILES
    assert found


@pytest.mark.parametrize("wanted", [True, False], ids=["wanted", "not wanted"])
def test_they_are_there_and_linked_where_the_settings_want_them(wanted):
    files = made(sample(), {}, annotations=wanted)
    assert bool(annotations(files)) is wanted
    assert any("\nannotations: " in content for content in files.values()) is wanted
