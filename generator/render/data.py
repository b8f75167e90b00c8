"""The digest as data: what lists of it say, one JSON value a line, so that any number of them can be read one by one.

Made of entries alone: no article is loaded for them.
"""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Page
from generator.render import addresses
from generator.render.collation_data import CollationData
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.published_data import PublishedData, published_data


class ArticleData(PublishedData, frozen=True):
    """A line of `data/articles.jsonl`."""

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
    collation: str
    """The file that says who says what, and where they differ."""
    title: str
    articles: tuple[str, ...]
    """Ids."""
    differences: int
    """In how many places not all of them can be right."""


class QuoteData(msgspec.Struct, frozen=True):
    """A line of `data/quotes.jsonl`."""

    url: str
    """Page of the newest article that has it; its words are among the annotations there."""
    speaker: str
    topic: str
    """Page of the topic that the speaker is; empty where none."""
    articles: tuple[str, ...]
    """Ids of all articles with these words, the newest first."""


class FigureData(msgspec.Struct, frozen=True):
    """A line of `data/figures.jsonl`."""

    url: str
    """Page of the newest article that has it; its words are among the annotations there."""
    value: str
    """A plain decimal number; a share of one, not of a hundred."""
    unit: str
    """Code of a currency (ISO 4217), `share`, a unit of measure; empty for a bare count."""
    articles: tuple[str, ...]
    """Ids of all articles with this figure in the same sentence, the newest first."""


class SourceData(msgspec.Struct, frozen=True):
    """A line of `data/sources.jsonl`."""

    url: str
    name: str
    articles: tuple[str, ...]
    """Ids, the newest first."""


class EditionData(msgspec.Struct, frozen=True):
    """A line of `data/editions.jsonl`."""

    url: str
    week: str
    """As ISO 8601 writes it: `2020-W53`."""
    articles: tuple[str, ...]
    """Ids."""


FILES = {
    "articles": ArticleData,
    "topics": TopicData,
    "stories": StoryData,
    "quotes": QuoteData,
    "figures": FigureData,
    "sources": SourceData,
    "editions": EditionData,
}
"""The files, and what their lines are."""


def data(index: Index) -> Iterator[Page]:
    """The files below `data`, and the JSON Schema of their lines."""
    yield _lines("articles", _articles(index))
    yield _lines("topics", _topics(index))
    yield _lines("stories", _stories(index))
    yield _lines("quotes", _quotes(index))
    yield _lines("figures", _figures(index))
    yield _lines("sources", _sources(index))
    yield _lines("editions", _editions(index))
    for name, type_ in {**FILES, "collation": CollationData}.items():
        schema = msgspec.json.format(msgspec.json.encode(msgspec.json.schema(type_)), indent=1)
        yield Page(f"data/{name}.schema.json", schema.decode() + "\n")


def _lines(name: str, values: Iterable[msgspec.Struct]) -> Page:
    return Page(f"data/{name}.jsonl", msgspec.json.Encoder().encode_lines(values).decode())


def _articles(index: Index) -> Iterator[ArticleData]:
    for entry in index.by_date:
        story = index.stories.of.get(entry.id)
        yield ArticleData(
            **published_data(index, entry),
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
        address = index.stories.address(story, index.entries)
        yield StoryData(
            url=addresses.published(address),
            collation=addresses.collation_of(address),
            title=one_line(index.entries[index.stories.titled[story.key]].title),
            articles=story.articles,
            differences=index.stories.differing[story.key],
        )


def _quotes(index: Index) -> Iterator[QuoteData]:
    for speaker in index.speakers.ordered:
        topic = addresses.published(addresses.topic_address(speaker.topic)) if speaker.topic else ""
        for said in speaker.said:
            yield QuoteData(
                url=addresses.published(said.entry.address),
                speaker=one_line(speaker.name),
                topic=topic,
                articles=(said.entry.id, *(other.id for other in said.others)),
            )


def _figures(index: Index) -> Iterator[FigureData]:
    for unit, figures in index.stated.by_unit.items():
        for stated in figures:
            yield FigureData(
                url=addresses.published(stated.entry.address),
                value=stated.figure.value,
                unit=unit,
                articles=(stated.entry.id, *(other.id for other in stated.others)),
            )


def _sources(index: Index) -> Iterator[SourceData]:
    for name, entries in index.sources.items():
        yield SourceData(
            url=addresses.published(addresses.source_address(name)),
            name=one_line(name),
            articles=tuple(entry.id for entry in entries),
        )


def _editions(index: Index) -> Iterator[EditionData]:
    for week, edition in index.editions.items():
        yield EditionData(
            url=addresses.published(addresses.edition_address(week)),
            week=week,
            articles=tuple(entry.id for entry in edition.entries),
        )
