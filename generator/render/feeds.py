"""Feeds of the newest articles: Atom, RSS and JSON Feed."""

import hashlib
import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from feedgen.feed import FeedGenerator

from generator.config import SiteConfig
from generator.model import Annotated, Page
from generator.render import addresses, dates, languages, structured
from generator.render.escaping import href, one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import key_sentences, sentence_text, title_of


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article as a feed tells of it."""

    id: str
    title: str
    url: str
    """Absolute where the site's address is set, else relative to the feed."""
    summary: str
    authors: tuple[str, ...]
    source: str
    language: str
    published: datetime | None
    updated: datetime | None
    topics: tuple[str, ...]
    original: str


def feeds(index: Index) -> tuple[Page, ...]:
    """`feed.xml` (Atom), `rss.xml` and `feed.json`."""
    site, newest = index.site, list(index.entries)[: index.site.settings.render.feed_items]
    entries = tuple(_entry(index, index.articles[id_]) for id_ in newest)
    updated = max((entry.updated for entry in entries if entry.updated), default=dates.EPOCH)
    atom = _generated(site, "feed.xml", entries, updated)
    # What RSS holds is read as HTML, so that its text is escaped once more.
    rss = _generated(site, "rss.xml", [replace(one, summary=html.escape(one.summary)) for one in entries], updated)
    return (
        Page("feed.xml", _text(atom.atom_str(pretty=True))),
        Page("rss.xml", _text(rss.rss_str(pretty=True))),
        Page("feed.json", _json_feed(site, entries)),
    )


def _entry(index: Index, each: Annotated) -> _Entry:
    article = each.article
    address = index.entries[article.id].address
    published = dates.moment(article.date)
    return _Entry(
        id=urn(f"article {article.id}"),
        title=title_of(each),
        url=structured.absolute(index.site, address) or addresses.published(address),
        summary=" ".join(sentence_text(each, one) for one in key_sentences(each)) or title_of(each),
        authors=tuple(filter(None, map(one_line, article.authors))),
        source=source_name(index, article.source),
        language=languages.tag(article.language),
        published=published,
        updated=dates.moment(article.updated) or published,
        topics=tuple(one_line(topic.name) for topic, _ in index.topics_of.get(article.id, ())),
        original=href(article.url),
    )


def urn(name: str) -> str:
    """A name that stays the same wherever the site moves."""
    return UUID(bytes=hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:16], version=5).urn


def _generated(site: SiteConfig, file: str, entries: Iterable[_Entry], updated: datetime) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(site.url or urn(f"site {site.name}"))
    feed.title(one_line(site.name) or "Digest")
    feed.subtitle(one_line(site.description or site.name) or "Digest")
    feed.language(site.language)
    feed.generator("annotated-digest")
    feed.updated(updated)
    if site.url:
        feed.link(href=f"{site.url}{file}", rel="self")
    feed.link(href=site.url or "./", rel="alternate")  # last: the one that RSS takes
    for entry in entries:
        item = feed.add_entry(order="append")
        item.id(entry.id)
        item.guid(entry.id, permalink=False)
        item.title(entry.title)
        item.summary(entry.summary)
        item.link(href=entry.url, rel="alternate")
        item.author([{"name": author} for author in entry.authors or (entry.source,)])
        item.category([{"term": topic} for topic in entry.topics])
        item.updated(entry.updated or updated)
        if entry.published:
            item.published(entry.published)
    return feed


def _text(xml: bytes) -> str:
    return xml.decode("utf-8").rstrip("\n") + "\n"


def _json_feed(site: SiteConfig, entries: tuple[_Entry, ...]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(site.name),
        "description": one_line(site.description),
        "home_page_url": site.url,
        "feed_url": f"{site.url}feed.json" if site.url else "",
        "language": languages.tag(site.language),
        "items": [_json_item(entry) for entry in entries],
    }
    return json.dumps(_known(feed), ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: _Entry) -> dict[str, object]:
    return _known(
        {
            "id": entry.id,
            "url": entry.url,
            "external_url": entry.original,
            "title": entry.title,
            "content_text": entry.summary,
            "date_published": entry.published.isoformat() if entry.published else "",
            "date_modified": entry.updated.isoformat() if entry.updated else "",
            "authors": [{"name": author} for author in entry.authors or (entry.source,)],
            "tags": list(entry.topics),
            "language": entry.language,
        }
    )


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value != ""}
