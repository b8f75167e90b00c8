"""The three formats of the feeds of single pages: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.

An article is in many feeds: what tells of it is written once for each format and joined, where feedgen would build a
tree of each.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape as escape_html
from xml.sax.saxutils import escape, quoteattr

UP = "../../"
"""From a feed to the site's address: each lies two folders below it."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as a feed tells of it. Texts are on one line each."""

    id: str
    title: str
    link: str
    """Relative to the site's address."""
    summary: str
    author: str
    language: str
    """Empty where not known."""
    published: datetime | None
    updated: datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed of a page."""

    id: str
    title: str
    url: str
    """Of the site; empty where it is not set: links are then relative to the feed."""
    address: str
    """Of the page, relative to the site's address, without a slash at the end."""
    link: str
    """To the page, relative to the site's address."""
    language: str
    """Of the title."""
    updated: datetime
    """When the newest of its articles was changed."""


@dataclass(frozen=True, slots=True)
class Written:
    """What tells of an article in each format."""

    updated: datetime
    atom: str
    rss: str
    json: str


def written(item: Item, url: str) -> Written:
    """An article in each format; `url` is that of the site."""
    return Written(item.updated, _atom_entry(item, url), _rss_item(item, url or UP), _json_item(item, url or UP))


def atom(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as Atom."""
    # Without an address of the site, links are relative to its root.
    base = "" if channel.url else f' xml:base="{UP}"'
    own = _link({"rel": "self", "href": f"{channel.url}{channel.address}/feed.xml"}) if channel.url else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(channel.language)}{base}>'
        f"{_element('id', channel.id)}{_element('title', channel.title)}"
        f"{_element('updated', channel.updated.isoformat())}{own}"
        f"{_link({'rel': 'alternate', 'href': channel.url + channel.link})}\n"
        f"{''.join([each.atom for each in items])}</feed>\n"
    )


def rss(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as RSS 2.0, after the profile of the RSS Advisory Board."""
    own = f"{channel.url}{channel.address}/rss.xml"
    itself = f'<atom:link href={quoteattr(own)} rel="self" type="application/rss+xml"/>' if channel.url else ""
    title = _element("title", channel.title)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{title}{_element('link', (channel.url or UP) + channel.link)}"
        f"{_element('description', channel.title)}{_element('language', channel.language)}"
        f"{_element('lastBuildDate', format_datetime(channel.updated))}{itself}\n"
        f"{''.join([each.rss for each in items])}</channel></rss>\n"
    )


def json_feed(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as JSON Feed 1.1."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": (channel.url or UP) + channel.link,
        **({"feed_url": f"{channel.url}{channel.address}/feed.json"} if channel.url else {}),
        "language": channel.language,
    }
    return f'{_json(head)[:-1]},"items":[\n{f",{chr(10)}".join([each.json for each in items])}]}}\n'


def _atom_entry(item: Item, url: str) -> str:
    parts = {
        "id": item.id,
        "title": item.title,
        "updated": item.updated.isoformat(),
        "published": item.published.isoformat() if item.published else "",
        "summary": item.summary,
    }
    start = f"<entry xml:lang={quoteattr(item.language)}>" if item.language else "<entry>"
    said = "".join([_element(name, text) for name, text in parts.items() if text])
    author = f"<author>{_element('name', item.author)}</author>"
    return f"{start}{said}{_link({'href': url + item.link})}{author}</entry>\n"


def _rss_item(item: Item, url: str) -> str:
    date = _element("pubDate", format_datetime(item.published)) if item.published else ""
    # What a description holds is read as HTML, so that its text is escaped once more.
    return (
        f"<item>{_element('title', item.title)}{_element('link', url + item.link)}"
        f"{_element('description', escape_html(item.summary or item.title, quote=False))}"
        f"{_element('dc:creator', item.author)}"
        f'<guid isPermaLink="false">{escape(item.id)}</guid>{date}</item>\n'
    )


def _json_item(item: Item, url: str) -> str:
    values = {
        "id": item.id,
        "url": url + item.link,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published.isoformat() if item.published else "",
        "date_modified": item.updated.isoformat() if item.updated.timestamp() else "",
        "authors": [{"name": item.author}],
        "language": item.language,
    }
    return _json({key: value for key, value in values.items() if value})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _link(values: Mapping[str, str]) -> str:
    return f"<link {' '.join([f'{name}={quoteattr(value)}' for name, value in values.items()])}/>"
