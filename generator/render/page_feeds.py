"""Atom feeds of single pages: topics, sources, stories and editions.

There are thousands of them, and an article is in many: what tells of it is written once and joined, where feedgen
takes milliseconds an entry. They hold nothing that is not in the entries of the articles, so that no article is loaded
for them. One format is enough here: every feed reader takes Atom (RFC 4287), and each further one would be as many
files again as there are topics.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from generator.model import Entry, Page
from generator.render import addresses, dates, languages, words
from generator.render.escaping import one_line
from generator.render.feeds import urn
from generator.render.index import Index
from generator.render.listing import source_name

_UP = "../../"
"""From a feed to the site's address: each lies two folders below it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An article in a feed."""

    updated: datetime
    xml: str


def page_feeds(index: Index) -> Iterator[Page]:
    """`<page>/feed.xml` of each topic, source, story and edition: its newest articles, the newest first."""
    most = index.site.settings.render.feed_items
    told: dict[str, _Told] = {}
    for address, title, entries in chain(_topics(index), _sources(index), _stories(index), _editions(index)):
        newest = sorted(entries, key=lambda entry: index.rank[entry.id])[:most]
        for entry in newest:
            if entry.id not in told:
                told[entry.id] = _told(index, entry)
        yield Page(f"{address}/feed.xml", _feed(index, address, title, [told[entry.id] for entry in newest]))


_Feed = tuple[str, str, Iterable[Entry]]
"""Address of the page, its title, its articles."""


def _topics(index: Index) -> Iterator[_Feed]:
    for topic in index.relations.topics:
        entries = (index.entries[mention.article] for mention in topic.mentions)
        yield addresses.topic_address(topic.key), topic.name, entries


def _sources(index: Index) -> Iterator[_Feed]:
    for name, entries in index.sources.items():
        yield addresses.source_address(name), name, entries


def _stories(index: Index) -> Iterator[_Feed]:
    for story in index.relations.stories:
        title = index.entries[index.stories.titled[story.key]].title
        yield index.stories.address(story, index.entries), title, (index.entries[id_] for id_ in story.articles)


def _editions(index: Index) -> Iterator[_Feed]:
    for week, edition in index.editions.items():
        yield addresses.edition_address(week), words.week(week), edition.entries


def _told(index: Index, entry: Entry) -> _Told:
    published = dates.moment(entry.date)
    updated = dates.moment(entry.changed) or published or dates.EPOCH
    parts = {
        "id": urn(f"article {entry.id}"),
        "title": one_line(entry.title),
        "updated": updated.isoformat(),
        "published": published.isoformat() if published else "",
        "summary": one_line(entry.excerpt),
    }
    link = {"href": index.site.url + addresses.published(entry.address)}
    author = f"<author>{_element('name', source_name(index, entry.source) or '?')}</author>"
    language = languages.tag(entry.language)
    start = f"<entry xml:lang={quoteattr(language)}>" if language else "<entry>"
    said = "".join(_element(name, text) for name, text in parts.items() if text)
    return _Told(updated, f"{start}{said}{_link(link)}{author}</entry>\n")


def _feed(index: Index, address: str, title: str, told: list[_Told]) -> str:
    site = index.site
    here = site.url + addresses.published(address)
    # Without an address of the site, links are relative to its root.
    base = "" if site.url else f' xml:base="{_UP}"'
    own = _link({"rel": "self", "href": f"{site.url}{address}/feed.xml"}) if site.url else ""
    updated = max((each.updated for each in told), default=dates.EPOCH)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"{base}>'
        f"{_element('id', here if site.url else urn(f'page {site.name} {address}'))}"
        f"{_element('title', words.title_of_feed(one_line(title), one_line(site.name)))}"
        f"{_element('updated', updated.isoformat())}{own}{_link({'rel': 'alternate', 'href': here})}\n"
        f"{''.join(each.xml for each in told)}</feed>\n"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _link(values: Mapping[str, str]) -> str:
    return f"<link {' '.join(f'{name}={quoteattr(value)}' for name, value in values.items())}/>"
