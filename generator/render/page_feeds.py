"""Feeds of single pages: topics, sources, stories and editions, each in three formats.

There are thousands of them, made only where an article in them has changed. They hold nothing that is not in the
entries of the articles, so that no article is loaded for them.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from generator.model import Entry
from generator.render import addresses, words
from generator.render.escaping import one_line
from generator.render.feed_formats import FORMATS, Channel, Format, Written, urn, written
from generator.render.feeds import item
from generator.render.index import Index
from generator.render.listing import source_name, tokens_of
from generator.render.recipes import FileRecipe, key_of

_UP = "../../"
"""From a feed to the root of the site: each lies two folders below it."""


def feed_recipes(index: Index) -> Iterator[FileRecipe[str]]:
    """Feeds of each topic, source, story and edition below its page: its newest articles, the newest first."""
    most, told = index.site.settings.render.feed_items, _Told(index)
    for address, title, entries in chain(_topics(index), _sources(index), _stories(index), _editions(index)):
        newest = sorted(entries, key=lambda entry: index.rank[entry.id])[:most]
        key = key_of("feed", title, tokens_of(index, newest))
        for name, format_ in FORMATS.items():
            yield FileRecipe(f"{address}/{name}", key, partial(told.feed, address, title, newest, format_))


class _Told:
    """Writes feeds, and keeps what tells of an article: it is in many."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._items: dict[str, Written] = {}

    def feed(self, address: str, title: str, entries: Sequence[Entry], format_: Format) -> str:
        """The feed of the page at an address in a format."""
        items = [self._item(entry) for entry in entries]
        return format_(_channel(self._index, address, title), items)

    def _item(self, entry: Entry) -> Written:
        if entry.id not in self._items:
            self._items[entry.id] = written(item(self._index, entry), self._index.site.url, _UP)
        return self._items[entry.id]


_Feed = tuple[str, str, Iterable[Entry]]
"""Address of the page, its title, its articles."""


def _topics(index: Index) -> Iterator[_Feed]:
    for topic in index.relations.topics:
        entries = (index.entries[mention.article] for mention in topic.mentions)
        yield addresses.topic_address(topic.key), topic.name, entries


def _sources(index: Index) -> Iterator[_Feed]:
    for name, entries in index.sources.items():
        yield addresses.source_address(name), source_name(index, name), entries


def _stories(index: Index) -> Iterator[_Feed]:
    for story in index.relations.stories:
        title = index.entries[index.stories.titled[story.key]].title
        yield index.stories.address(story, index.entries), title, (index.entries[id_] for id_ in story.articles)


def _editions(index: Index) -> Iterator[_Feed]:
    for week, edition in index.editions.items():
        yield addresses.edition_address(week), words.week(index.language, week), edition.entries


def _channel(index: Index, address: str, title: str) -> Channel:
    site, link = index.site, addresses.published(address)
    title = words.title_of_feed(one_line(title), one_line(site.name))
    return Channel(
        id=site.url + link if site.url else urn(f"page {site.name} {address}"),
        title=title,
        description=title,
        url=site.url,
        up=_UP,
        folder=f"{address}/",
        link=link,
        language=index.language.tag,
    )
