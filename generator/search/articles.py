"""What of a digest can be searched: its articles and stories by their text, its topics by their names."""

from collections.abc import Iterator, Sequence

from generator.model import Block, BlockKind, Sentence, Story
from generator.render import addresses, dates, languages
from generator.render.articles import Wording
from generator.render.collated import collated
from generator.render.coverage import label
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.stories import last
from generator.search.records import Searched, SearchRecord, SearchSentence, TopicRecord

_KIND = "article"
_STORY = "story"


def searched(index: Index) -> list[Searched]:
    """Every article and every story that can be searched."""
    sources = {name: source_name(index, name) for name in {entry.source for entry in index.entries.values()}}
    articles = [
        Searched(
            address=addresses.published(entry.address),
            kind=_KIND,
            date=dates.sort_key(entry.date),
            source=sources[entry.source],
            digest=f"{(index.tokens[entry.id] + index.marks[entry.id]).hex()} {_story(index, entry.id)}",
        )
        for entry in index.entries.values()
    ]
    stories = [
        Searched(
            address=_address(index, story),
            kind=_STORY,
            date=dates.sort_key(last(story, index.entries)),
            source="",
            digest=index.stories.tokens[story.key].hex(),
        )
        for story in index.relations.stories
    ]
    return articles + stories


def pages_of(index: Index) -> dict[str, str | Story]:
    """Ids of articles, and stories, by the address of their page."""
    articles = {addresses.published(entry.address): entry.id for entry in index.entries.values()}
    return {**articles, **{_address(index, story): story for story in index.relations.stories}}


def _address(index: Index, story: Story) -> str:
    return addresses.published(index.stories.address(story, index.entries))


def records(index: Index, pages: Sequence[str | Story]) -> list[SearchRecord]:
    """What is searched of articles and stories, and how they are found, sorted and shown."""
    ids = [what for what in pages if isinstance(what, str)]
    wordings = dict(zip(ids, index.wordings(ids), strict=True))
    return [
        _of_story(index, what) if isinstance(what, Story) else _of_article(index, what, wordings[what])
        for what in pages
    ]


def _of_story(index: Index, story: Story) -> SearchRecord:
    """A story by what more than one report says: all else is found in its article."""
    each = collated(index, story)
    return SearchRecord(
        address=_address(index, story),
        title=_title(index, story),
        kind=_STORY,
        date=dates.sort_key(last(story, index.entries)),
        source="",
        topics=(),
        language=languages.tag(index.site.language),
        sentences=tuple(
            SearchSentence(each.row(number), label(each, fact)[0])
            for number, fact in enumerate(each.collation.facts)
            if len(each.saying(fact)) > 1
        ),
        story=one_line(_title(index, story)),
    )


def _title(index: Index, story: Story) -> str:
    return index.entries[index.stories.titled[story.key]].title


def _story(index: Index, id_: str) -> str:
    """What the story of the article is called; empty where it has none."""
    story = index.stories.of.get(id_)
    return one_line(_title(index, story)) if story else ""


def _of_article(index: Index, id_: str, wording: Wording) -> SearchRecord:
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
        story=_story(index, id_),
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
    newest = index.topics_of.first_ids()  # articles stand there the newest first
    for topic, id_ in zip(index.relations.topics, newest, strict=True):
        yield TopicRecord(
            addresses.published(addresses.topic_address(topic.key)),
            one_line(topic.name),
            tuple(one_line(variant.text) for variant in topic.variants),
            len(topic.mentions),
            dates.sort_key(index.entries[id_].date if id_ else ""),
        )
