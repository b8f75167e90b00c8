"""Feeds are well-formed, say what is known, and do not look at the clock."""

import json

import feedparser
import pytest
from harbour import P, article, sample, site
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feed_checks import CHECKS
from generator.model import Digest, Relations
from generator.render.feeds import feeds
from generator.render.index import index


def made(digest=None, url="https://example.org/digest/", **render) -> dict[str, str]:
    return {page.path: page.content for page in feeds(index(digest or sample(), site(url, **render)))}


@pytest.mark.parametrize("file", ["feed.xml", "rss.xml"])
def test_a_feed_reader_reads_it(file):
    read = feedparser.parse(made()[file])
    assert not read.bozo
    assert read.feed.title == "Harbour Digest"
    assert read.feed.link == "https://example.org/digest/"
    first = read.entries[1]
    assert first.title == "Ferry fares rise in spring"
    assert first.link == "https://example.org/digest/articles/2021/02/ferry-fares-rise-in-spring-5k7dz/"
    assert first.summary.startswith("The ferry company will raise its fares")
    assert first.published_parsed[:5] == (2021, 2, 11, 6, 30)


@pytest.mark.parametrize("file", CHECKS)
def test_a_feed_is_what_its_format_asks_for(file):
    CHECKS[file](made()[file])


def test_newest_first_and_the_undated_last():
    titles = [entry["title"] for entry in json.loads(made()["feed.json"])["items"]]
    assert titles[0] == "أسعار العبّارات ترتفع"
    assert titles[-1] == "North pier closed"


def test_an_undated_article_has_no_date_where_the_format_allows():
    feed = made()
    assert "date_published" not in json.loads(feed["feed.json"])["items"][-1]
    assert "published_parsed" not in feedparser.parse(feed["rss.xml"]).entries[-1]
    assert feedparser.parse(feed["feed.xml"]).entries[-1].updated == "1970-01-01T00:00:00+00:00"


def test_a_feed_without_articles_says_the_epoch_and_not_now():
    empty = made(Digest((), Relations((), (), {}), ()))
    assert "<updated>1970-01-01T00:00:00+00:00</updated>" in empty["feed.xml"]
    assert "<lastBuildDate>Thu, 01 Jan 1970 00:00:00 +0000</lastBuildDate>" in empty["rss.xml"]


def test_a_site_without_an_address_has_relative_links():
    feed = made(url="")
    assert "https://example.org" not in "".join(feed.values())
    assert json.loads(feed["feed.json"])["items"][1]["url"].startswith("articles/2021/02/")


def test_only_the_newest_are_in():
    assert len(json.loads(made(feed_items=2)["feed.json"])["items"]) == 2


def test_markup_in_an_article_is_text_in_every_format():
    feed = made()
    rss = feedparser.parse(feed["rss.xml"], sanitize_html=False)
    assert "<script>" not in "".join(entry.summary for entry in rss.entries)
    assert "<script>alert" in json.loads(feed["feed.json"])["items"][3]["content_text"]


@given(st.text(), st.text())
def test_any_text_gives_well_formed_feeds(text, date):
    each = article("a", [(P, f"*{text}")], title=text, authors=(text,), source=text, date=date, url=text, language=text)
    feed = made(Digest((each,), Relations((), (), {"a": ()}), ()))
    assert etree.fromstring(feed["feed.xml"].encode()).tag.endswith("feed")
    assert etree.fromstring(feed["rss.xml"].encode()).tag == "rss"
    assert json.loads(feed["feed.json"])["items"][0]["title"]
