"""What machines are told of articles and stories, in the words of schema.org."""

import json

import pytest
from crane import COLLATIONS, IDS, WIRE, storied
from harbour import VERSIONS, sample, site
from msgspec.structs import replace

from generator.model import NameKind
from generator.render import addresses
from generator.render.index import Index, index
from generator.render.pages import recipes

URL = "https://example.org/digest/"


def told(known: Index, address: str) -> dict:
    """The JSON-LD of a page."""
    (recipe,) = [one for one in recipes(known, VERSIONS) if one.address == address]
    return json.loads(recipe.view().head.jsonld)


@pytest.fixture(scope="module")
def known() -> Index:
    return index(storied(), site(), COLLATIONS)


def test_an_article_is_part_of_its_story(known):
    story = known.relations.stories[0]
    assert told(known, known.entries[IDS[1]].address)["isPartOf"] == {
        "@type": "CollectionPage",
        "name": "Crane falls into the harbour",
        "url": f"{URL}{known.stories.address(story, known.entries)}/",
    }


def test_an_article_of_no_story_is_part_of_nothing(known):
    assert "isPartOf" not in told(known, known.entries["wire/ferry"].address)


def test_an_article_mentions_the_names_it_speaks_of_with_their_pages(known):
    names = [topic for topic, _ in known.topics_of["wire/ferry"] if topic.kind is not None]
    mentions = told(known, known.entries["wire/ferry"].address)["mentions"]
    assert [(one["name"], one["url"]) for one in mentions] == [
        (topic.name, f"{URL}{addresses.topic_address(topic.key)}/") for topic in names[:3]
    ]
    assert {one["@type"] for one in mentions} == {"Organization"}


def test_what_a_name_is_the_name_of_makes_the_page_another():
    digest = sample()
    keys = set()
    for kind in (NameKind.PERSON, NameKind.PLACE):
        topics = tuple(replace(topic, kind=kind) for topic in digest.relations.topics)
        made = index(replace(digest, relations=replace(digest.relations, topics=topics)), site())
        address = made.entries["wire/ferry"].address
        keys.add(next(one.key for one in recipes(made, VERSIONS) if one.address == address))
    assert len(keys) == 2


def test_an_article_shows_its_own_picture_and_never_that_of_the_site(known):
    address = known.entries[WIRE].address
    assert told(known, address)["image"] == f"{URL}{address}/card.png"
    assert "image" not in told(known, known.entries[IDS[3]].address)  # in Arabic


def test_a_story_lists_its_reports_in_order(known):
    story = known.relations.stories[0]
    data = told(known, known.stories.address(story, known.entries))
    assert data["@type"] == "CollectionPage"
    assert data["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": len(IDS),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "url": f"{URL}{known.entries[id_].address}/"}
            for number, id_ in enumerate(COLLATIONS[WIRE].articles, 1)
        ],
    }


def test_without_an_address_of_the_site_nothing_has_one():
    made = index(storied(), site(""), COLLATIONS)
    for id_ in ("wire/ferry", IDS[1]):
        data = told(made, made.entries[id_].address)
        assert not {"url", "image", "mainEntityOfPage"} & data.keys()
        assert all("url" not in one for one in (*data.get("mentions", ()), data.get("isPartOf", {})))
    assert "mainEntity" not in told(made, made.stories.address(made.relations.stories[0], made.entries))
