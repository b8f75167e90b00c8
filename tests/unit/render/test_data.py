"""The digest as data."""

import msgspec
import pytest
from crane import COLLATIONS, storied
from harbour import TEMPLATES, VERSIONS, sample, site

from generator.render.data import FILES
from generator.render.pages import render


def files(digest, collations) -> dict[str, str]:
    return {page.path: page.content for page in render(digest, site(), TEMPLATES, VERSIONS, collations)}


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_what_the_schema_says(name):
    made = files(storied(), COLLATIONS)
    lines = made[f"data/{name}.jsonl"].splitlines()
    assert lines
    for line in lines:
        msgspec.json.decode(line, type=FILES[name], strict=True)
    schema = msgspec.json.decode(made[f"data/{name}.schema.json"])
    (definition,) = schema["$defs"].values()
    assert set(definition["properties"]) == set(definition["required"])
    assert set(definition["required"]) == set(msgspec.json.decode(lines[0]))


def test_every_address_in_the_data_is_a_page():
    made = files(storied(), COLLATIONS)
    for name in FILES:
        for line in made[f"data/{name}.jsonl"].splitlines():
            url = msgspec.json.decode(line)["url"]
            assert f"{url.rstrip('/')}.md" in made


def test_an_article_names_its_story_topics_and_copies():
    articles = [msgspec.json.decode(line) for line in files(storied(), COLLATIONS)["data/articles.jsonl"].splitlines()]
    assert {each["story"] for each in articles} > {""}
    assert any(each["topics"] for each in articles)


def test_all_articles_are_there():
    assert len(files(sample(), {})["data/articles.jsonl"].splitlines()) == len(sample().articles)
