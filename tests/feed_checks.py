"""What each format asks of a feed."""

import re
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

import msgspec
from lxml import etree

_ATOM = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "atom.rng"))
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


class Author(msgspec.Struct, forbid_unknown_fields=True):
    name: str


class JsonItem(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    url: str
    content_text: str
    title: str = ""
    external_url: str = ""
    date_published: str = "2000-01-01T00:00:00Z"
    date_modified: str = "2000-01-01T00:00:00Z"
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = "en"


class JsonFeed(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    title: str
    items: tuple[JsonItem, ...]
    description: str = ""
    home_page_url: str = ""
    feed_url: str = ""
    language: str = "en"


def check_atom(content: str) -> None:
    """Holds a feed against RFC 4287."""
    _ATOM.assertValid(etree.fromstring(content.encode()))


def check_rss(content: str) -> None:
    """Holds a feed against RSS 2.0 and the profile of the RSS Advisory Board."""
    root = etree.fromstring(content.encode())
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    assert channel.tag == "channel"
    for name in ("title", "link", "description"):
        assert [bool(one.text) for one in channel.findall(name)] == [True]
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    assert all(guids)
    assert len(set(guids)) == len(guids)
    for item in items:
        assert item.findtext("title") or item.findtext("description")
        assert item.find("guid").get("isPermaLink") == "false"
        assert max(len(item.findall(name)) for name in ("title", "link", "description", "pubDate", "guid")) == 1
    for date in (*channel.iter("pubDate"), *channel.iter("lastBuildDate")):
        assert format_datetime(parsedate_to_datetime(date.text)) == date.text


def check_json(content: str) -> None:
    """Holds a feed against JSON Feed 1.1."""
    feed = msgspec.json.decode(content, type=JsonFeed, strict=True)
    assert feed.version == "https://jsonfeed.org/version/1.1"
    assert feed.title
    assert len({item.id for item in feed.items}) == len(feed.items)
    for item in feed.items:
        assert item.id
        assert item.url
        assert item.language
        assert _DATE.fullmatch(item.date_published)
        assert _DATE.fullmatch(item.date_modified)


CHECKS = {"feed.xml": check_atom, "rss.xml": check_rss, "feed.json": check_json}
