"""The three formats of feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.

An article is in many feeds: what tells of it is written once for each format and joined, where a library would build a
tree of each feed.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape as escape_html
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from generator.render.dates import EPOCH

GENERATOR = "annotated-digest"


@dataclass(frozen=True, slots=True)
class Item:
    """An article as a feed tells of it. Texts are on one line each."""

    id: str
    title: str
    link: str
    """Relative to the site's address."""
    summary: str
    authors: tuple[str, ...]
    """At least one."""
    language: str
    """Empty where not known."""
    published: datetime | None
    updated: datetime
    topics: tuple[str, ...] = ()
    original: str = ""
    """Address of where the article came from."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed of a page, or of the site."""

    id: str
    title: str
    description: str
    url: str
    """Of the site; empty where it is not set: links are then relative to the feed."""
    up: str
    """From the feed to the root of the site: `../../`."""
    folder: str
    """Of the feed, relative to the root, with a slash at the end; empty for that of the site."""
    link: str
    """To the page, relative to the site's address."""
    language: str
    """Of the title."""

    @property
    def root(self) -> str:
        """What links begin with where a format knows no base."""
        return self.url or self.up

    def itself(self, file: str) -> str:
        """The address of the feed; empty where that of the site is not set."""
        return f"{self.url}{self.folder}{file}" if self.url else ""


@dataclass(frozen=True, slots=True)
class Written:
    """What tells of an article in each format."""

    updated: datetime
    atom: str
    rss: str
    json: str


def urn(name: str) -> str:
    """A name that stays the same wherever the site moves."""
    return UUID(bytes=hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:16], version=5).urn


def written(item: Item, url: str, up: str) -> Written:
    """An article in each format; `url` is that of the site and `up` the way there from the feed, as in `Channel`."""
    return Written(item.updated, _atom_entry(item, url), _rss_item(item, url or up), _json_item(item, url or up))


def atom(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as Atom."""
    # Without an address of the site, links are relative to its root.
    base = f' xml:base="{channel.up}"' if channel.up and not channel.url else ""
    own = channel.itself("feed.xml")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(channel.language)}{base}>'
        f"{_element('id', channel.id)}{_element('title', channel.title)}"
        f"{_element('subtitle', channel.description)}{_element('updated', _updated(items).isoformat())}"
        f"{_link({'rel': 'self', 'href': own}) if own else ''}"
        f"{_link({'rel': 'alternate', 'href': channel.url + channel.link})}{_element('generator', GENERATOR)}\n"
        f"{''.join([each.atom for each in items])}</feed>\n"
    )


def rss(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as RSS 2.0, after the profile of the RSS Advisory Board."""
    own = channel.itself("rss.xml")
    itself = f'<atom:link href={quoteattr(own)} rel="self" type="application/rss+xml"/>' if own else ""
    title = _element("title", channel.title)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{title}{_element('link', channel.root + channel.link)}"
        f"{_element('description', channel.description)}{_element('language', channel.language)}"
        f"{_element('lastBuildDate', format_datetime(_updated(items)))}{_element('generator', GENERATOR)}{itself}\n"
        f"{''.join([each.rss for each in items])}</channel></rss>\n"
    )


def json_feed(channel: Channel, items: Sequence[Written]) -> str:
    """The feed as JSON Feed 1.1."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": channel.root + channel.link,
        **({"feed_url": own} if (own := channel.itself("feed.json")) else {}),
        "language": channel.language,
    }
    return f'{_json(head)[:-1]},"items":[\n{f",{chr(10)}".join([each.json for each in items])}]}}\n'


Format = Callable[[Channel, Sequence[Written]], str]
"""Writes a feed."""
FORMATS: dict[str, Format] = {"feed.xml": atom, "rss.xml": rss, "feed.json": json_feed}
"""What writes each of the files of a feed."""


def _updated(items: Sequence[Written]) -> datetime:
    """When the newest of the articles was changed."""
    return max((each.updated for each in items), default=EPOCH)


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
    authors = "".join([f"<author>{_element('name', author)}</author>" for author in item.authors])
    topics = "".join([f"<category term={quoteattr(topic)}/>" for topic in item.topics])
    return f"{start}{said}{_link({'href': url + item.link})}{authors}{topics}</entry>\n"


def _rss_item(item: Item, url: str) -> str:
    date = _element("pubDate", format_datetime(item.published)) if item.published else ""
    # What a description holds is read as HTML, so that its text is escaped once more.
    return (
        f"<item>{_element('title', item.title)}{_element('link', url + item.link)}"
        f"{_element('description', escape_html(item.summary or item.title, quote=False))}"
        f"{''.join([_element('dc:creator', author) for author in item.authors])}"
        f"{''.join([_element('category', topic) for topic in item.topics])}"
        f'<guid isPermaLink="false">{escape(item.id)}</guid>{date}</item>\n'
    )


def _json_item(item: Item, url: str) -> str:
    values = {
        "id": item.id,
        "url": url + item.link,
        "external_url": item.original,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published.isoformat() if item.published else "",
        "date_modified": item.updated.isoformat() if item.updated.timestamp() else "",
        "authors": [{"name": author} for author in item.authors],
        "tags": item.topics,
        "language": item.language,
    }
    return _json({key: value for key, value in values.items() if value})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _link(values: Mapping[str, str]) -> str:
    return f"<link {' '.join([f'{name}={quoteattr(value)}' for name, value in values.items()])}/>"
