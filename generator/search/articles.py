"""What of a digest can be searched: its articles by their text, its topics by their names."""

from collections.abc import Iterator, Sequence

from generator.model import Block, BlockKind, Sentence
from generator.render import addresses, dates, languages
from generator.render.articles import Wording
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.search.records import Searched, SearchRecord, SearchSentence, TopicRecord

_KIND = "article"


def searched(index: Index) -> list[Searched]:
    """Every article that can be searched."""
    sources = {name: source_name(index, name) for name in {entry.source for entry in index.entries.values()}}
    return [
        Searched(
            address=addresses.published(entry.address),
            kind=_KIND,
            date=dates.sort_key(entry.date),
            source=sources[entry.source],
            digest=(index.tokens[entry.id] + index.marks[entry.id]).hex(),
        )
        for entry in index.entries.values()
    ]


def ids_of(index: Index) -> dict[str, str]:
    """Ids of articles by the address of their page."""
    return {addresses.published(entry.address): entry.id for entry in index.entries.values()}


def records(index: Index, ids: Sequence[str]) -> list[SearchRecord]:
    """What is searched of articles, and how they are found, sorted and shown."""
    return [_record(index, *each) for each in zip(ids, index.wordings(ids), strict=True)]


def _record(index: Index, id_: str, wording: Wording) -> SearchRecord:
    entry = index.entries[id_]
    return SearchRecord(
        address=addresses.published(entry.address),
        title=entry.title,
        kind=_KIND,
        date=dates.sort_key(entry.date),
        source=source_name(index, entry.source),
        topics=_topics(index, id_),
        language=languages.tag(entry.language),
        sentences=tuple(_sentences(wording)),
    )


def _topics(index: Index, id_: str) -> tuple[str, ...]:
    return tuple(one_line(topic.name) for topic, _ in index.topics_of.get(id_, ()))


def _sentences(each: Wording) -> Iterator[SearchSentence]:
    """The sentences in reading order, headings between them."""
    parts: list[tuple[int, Sentence | Block]] = [(one.span.start, one) for one in each.sentences]
    parts += [(one.span.start, one) for one in each.blocks if one.kind is BlockKind.HEADING]
    for _, part in sorted(parts, key=lambda pair: pair[0]):
        text = one_line(each.text[part.span.start : part.span.end])
        if isinstance(part, Sentence):
            yield SearchSentence(addresses.sentence_anchor(part), text)
        elif text:
            yield SearchSentence("", text, min(6, max(1, part.level)))


def topic_records(index: Index) -> Iterator[TopicRecord]:
    """Every topic as it is found by its names."""
    last: dict[str, str] = {}
    for id_, entry in index.entries.items():  # the newest first
        for topic, _ in index.topics_of.get(id_, ()):
            last.setdefault(topic.key, entry.date)
    for topic in index.relations.topics:
        yield TopicRecord(
            addresses.published(addresses.topic_address(topic.key)),
            one_line(topic.name),
            tuple(one_line(variant.text) for variant in topic.variants),
            len(topic.mentions),
            dates.sort_key(last.get(topic.key, "")),
        )
