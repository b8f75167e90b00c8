"""The collation of a story as data says what its page says."""

import msgspec
import pytest
from crane import COLLATIONS, storied
from harbour import TEMPLATES, VERSIONS, sample, site

from generator.render.collation_data import CollationData, collation_data, collation_recipes
from generator.render.index import Index, index
from generator.render.pages import render
from generator.render.story_view import story_view


@pytest.fixture
def known() -> Index:
    return index(storied(), site(), COLLATIONS)


@pytest.fixture
def told(known: Index) -> CollationData:
    return collation_data(known, known.relations.stories[0])


def test_each_story_has_a_file_that_the_list_of_stories_names(known: Index) -> None:
    made = {page.path: page.content for page in render(storied(), site(), TEMPLATES, VERSIONS, COLLATIONS)}
    named = [msgspec.json.decode(line)["collation"] for line in made["data/stories.jsonl"].splitlines()]
    assert named == [recipe.path for recipe in collation_recipes(known)]
    for path in named:
        assert msgspec.json.decode(made[path], type=CollationData, strict=True).facts
    assert "CollationData" in made["data/collation.schema.json"]


def test_a_digest_without_stories_has_none() -> None:
    assert list(collation_recipes(index(sample(), site()))) == []


def test_the_reports_are_in_the_order_of_the_page(known: Index, told: CollationData) -> None:
    page = story_view(known, known.relations.stories[0])
    assert [one.title for one in told.articles] == [one.article.link.text for one in page.reports]
    assert [(one.copy, bool(one.copy_of)) for one in told.articles] == [
        ("exact", True) if one.copy else ("", False) for one in page.reports
    ]


def test_every_sentence_is_in_one_fact(known: Index, told: CollationData) -> None:
    said = [sentence.url for fact in told.facts for sentence in fact]
    of_all = sum(len(known.lean[one.id].annotations.sentences) for one in told.articles)
    assert len(said) == len(set(said)) == of_all


def test_the_differences_are_those_of_the_page(known: Index, told: CollationData) -> None:
    page = story_view(known, known.relations.stories[0])
    reasons = [one.why.text for row in page.differences for one in row.because]
    assert sorted(one.why for one in told.differences) == sorted(reasons)
    first = told.differences[0]
    assert first.kind == "name"
    assert [side.words for side in first.sides] == ["north", "south"]
    assert all(side.words in side.sentence.text for one in told.differences for side in one.sides)


def test_a_sentence_leads_to_its_place(told: CollationData) -> None:
    pages = {one.id: one.url for one in told.articles}
    for fact in told.facts:
        for sentence in fact:
            page, _, anchor = sentence.url.partition("#")
            assert (page, anchor[:2]) == (pages[sentence.article], "s-")
