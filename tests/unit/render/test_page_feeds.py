"""Topics, sources, stories and editions have feeds that can be read."""

from dataclasses import replace
from itertools import islice

import feedparser
import msgspec
import pytest
from harbour import HOSTILE, sample, site
from lxml import etree

from feed_checks import CHECKS
from generator.render import addresses
from generator.render.index import index
from generator.render.page_feeds import feed_recipes

ATOM = "{http://www.w3.org/2005/Atom}"


def made(url="https://example.org/digest/", **render) -> dict[str, str]:
    return {file.path: file.content() for file in feed_recipes(index(sample(), site(url, **render)))}


def atom(url="https://example.org/digest/") -> dict[str, str]:
    return {path: content for path, content in made(url).items() if path.endswith("/feed.xml")}


def test_every_topic_source_and_edition_has_one():
    known = index(sample(), site())
    paths = [
        *map(addresses.topic_address, known.topics),
        *map(addresses.source_address, known.sources),
        *map(addresses.edition_address, known.editions),
    ]
    assert {f"{path}/{name}" for path in paths for name in CHECKS} <= made().keys()


@pytest.mark.parametrize("url", ["https://example.org/digest/", ""], ids=["with an address", "without one"])
def test_each_has_what_atom_asks_for(url):
    for content in atom(url).values():
        root = etree.fromstring(content.encode())
        for each in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(each.findall(f"{ATOM}{name}")) == 1
        assert all(entry.find(f"{ATOM}author/{ATOM}name").text for entry in root.iter(f"{ATOM}entry"))
        assert not feedparser.parse(content.encode()).bozo


@pytest.mark.parametrize("url", ["https://example.org/digest/", ""], ids=["with an address", "without one"])
@pytest.mark.parametrize("name", CHECKS)
def test_each_is_what_its_format_asks_for(name, url):
    feeds = [content for path, content in made(url).items() if path.endswith(f"/{name}")]
    assert feeds
    for content in feeds:
        CHECKS[name](content)


def test_the_formats_of_a_feed_tell_of_the_same_articles_in_the_same_order():
    files = made()
    for path in files:
        folder = path.rpartition("/")[0]
        entries = feedparser.parse(files[f"{folder}/feed.xml"]).entries
        items = msgspec.json.decode(files[f"{folder}/feed.json"])["items"]
        rss = feedparser.parse(files[f"{folder}/rss.xml"]).entries
        assert [(one.id, one.link, one.title) for one in entries] == [(one.id, one.link, one.title) for one in rss]
        assert [(one.id, one.link, one.title) for one in entries] == [
            (one["id"], one["url"], one["title"]) for one in items
        ]


def test_ids_of_feeds_differ():
    ids = [etree.fromstring(content.encode()).findtext(f"{ATOM}id") for content in atom("").values()]
    assert len(set(ids)) == len(ids)


def test_a_topic_has_its_articles_the_newest_first():
    known = index(sample(), site())
    topic = max(known.relations.topics, key=lambda each: len(each.mentions))
    read = feedparser.parse(made()[f"{addresses.topic_address(topic.key)}/feed.xml"])
    ids = sorted((mention.article for mention in topic.mentions), key=known.rank.__getitem__)
    assert [one.link for one in read.entries] == [
        f"https://example.org/digest/{addresses.published(known.entries[id_].address)}" for id_ in ids
    ]


def test_only_the_newest_are_in():
    assert max(content.count("<entry") for content in made(feed_items=1).values()) == 1


def test_links_of_a_site_without_an_address_lead_to_its_root():
    for content in atom("").values():
        assert 'xml:base="../../"' in content
        assert 'href="articles/' in content


def test_a_title_cannot_leave_its_element():
    digest = sample()
    hostile = tuple(msgspec.structs.replace(topic, name=HOSTILE) for topic in digest.relations.topics)
    known = index(digest, site())
    relations = msgspec.structs.replace(known.relations, topics=hostile)
    files = {
        file.path.rpartition("/")[2]: file.content()
        for file in islice(feed_recipes(replace(known, relations=relations)), 3)
    }
    assert etree.fromstring(files["feed.xml"].encode()).findtext(f"{ATOM}title").startswith(HOSTILE)
    assert etree.fromstring(files["rss.xml"].encode()).findtext("channel/title").startswith(HOSTILE)
    assert msgspec.json.decode(files["feed.json"])["title"].startswith(HOSTILE)
