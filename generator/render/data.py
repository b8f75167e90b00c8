"""The digest as data: what lists of it say, one JSON value a line, so that any number of them can be read one by one.

Made of entries alone: no article is loaded for them.
"""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Page
from generator.render import addresses
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_name


class ArticleData(msgspec.Struct, frozen=True):
    """A line of `data/articles.jsonl`."""

    id: str
    url: str
    """Its page, relative to the site's address as all here."""
    title: str
    source: str
    date: str
    """As it was given or found: a day, a month or a year; empty where not known."""
    language: str
    minutes: int
    excerpt: str
    """Its most telling sentence."""
    topics: tuple[str, ...]
    """Pages of its topics, the most telling first."""
    story: str
    """Page of its story; empty where it has none."""
    copies: tuple[str, ...]
    """Ids of articles that are the same text."""


class TopicData(msgspec.Struct, frozen=True):
    """A line of `data/topics.jsonl`."""

    url: str
    name: str
    kind: str
    """What it is the name of; empty for a subject."""
    variants: tuple[str, ...]
    articles: tuple[str, ...]
    """Ids."""


class StoryData(msgspec.Struct, frozen=True):
    """A line of `data/stories.jsonl`."""

    url: str
    title: str
    articles: tuple[str, ...]
    """Ids."""
    differences: int
    """In how many places not all of them can be right."""


FILES = {"articles": ArticleData, "topics": TopicData, "stories": StoryData}
"""The files, and what their lines are."""


def data(index: Index) -> Iterator[Page]:
    """The files below `data`, and the JSON Schema of their lines."""
    yield _lines("articles", _articles(index))
    yield _lines("topics", _topics(index))
    yield _lines("stories", _stories(index))
    for name, type_ in FILES.items():
        schema = msgspec.json.format(msgspec.json.encode(msgspec.json.schema(type_)), indent=1)
        yield Page(f"data/{name}.schema.json", schema.decode() + "\n")


def _lines(name: str, values: Iterable[msgspec.Struct]) -> Page:
    return Page(f"data/{name}.jsonl", msgspec.json.Encoder().encode_lines(values).decode())


def _articles(index: Index) -> Iterator[ArticleData]:
    for entry in index.by_date:
        story = index.stories.of.get(entry.id)
        yield ArticleData(
            id=entry.id,
            url=addresses.published(entry.address),
            title=one_line(entry.title),
            source=source_name(index, entry.source),
            date=entry.date,
            language=entry.language,
            minutes=entry.minutes,
            excerpt=one_line(entry.excerpt),
            topics=tuple(
                addresses.published(addresses.topic_address(topic.key)) for topic, _ in index.topics_of[entry.id]
            ),
            story=addresses.published(index.stories.address(story, index.entries)) if story else "",
            copies=index.copies_of.get(entry.id, ()),
        )


def _topics(index: Index) -> Iterator[TopicData]:
    for topic in index.relations.topics:
        yield TopicData(
            url=addresses.published(addresses.topic_address(topic.key)),
            name=one_line(topic.name),
            kind=str(topic.kind or ""),
            variants=tuple(one_line(variant.text) for variant in topic.variants),
            articles=tuple(mention.article for mention in topic.mentions),
        )


def _stories(index: Index) -> Iterator[StoryData]:
    for story in index.stories.ordered:
        yield StoryData(
            url=addresses.published(index.stories.address(story, index.entries)),
            title=one_line(index.entries[index.stories.titled[story.key]].title),
            articles=story.articles,
            differences=index.stories.differing[story.key],
        )
