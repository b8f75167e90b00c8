"""What a topic's first page says of the whole: its curve over time, best sentences, stories, and who it meets."""

from collections.abc import Iterator, Sequence

from generator.model import Entry, Story, Topic
from generator.render import addresses, dates, topic_words
from generator.render.curve import curve
from generator.render.editions import days_of
from generator.render.index import Index
from generator.render.listing import text_link, topic_link
from generator.render.over_time import over_time
from generator.render.views import Counted, Link, Meeting, Row, TopicCurve

_PERIODS = 3
_STORIES = 6
"""Stories of a topic that are named, the newest."""


def topic_curve(index: Index, entries: Sequence[Entry]) -> TopicCurve | None:
    """The articles over time; none where there are too few periods for a curve."""
    periods = over_time(entry.date for entry in entries)
    if len(periods) < _PERIODS:
        return None
    language = index.language
    named = [(_named(index, period), count) for period, count in periods]
    most = max(named, key=lambda one: one[1])
    return TopicCurve(
        picture=curve([count for _, count in named], topic_words.curve(language, named[0][0], named[-1][0], *most)),
        rows=tuple(Row(name, language.number(count)) for name, count in named if count),
    )


def _named(index: Index, period: str) -> str:
    is_week = "W" in period
    name = dates.shown(days_of(period)[0] if is_week else period, index.language.tag).words
    return topic_words.week_of(index.language, name) if is_week else name


def dossier_token(index: Index, topic: Topic, entries: Sequence[Entry]) -> object:
    """What these say that is not in the topic's own articles, names and neighbours."""
    stories = [
        (story.key, count, index.tokens[story.key], index.tokens[index.stories.titled[story.key]])
        for story, count in _stories(index, entries)
    ]
    met = [(id_, index.tokens[id_]) for _, _, id_ in _met(index, topic, entries)]
    copies = [index.copies_of.get(entry.id) for entry in entries]
    return stories, met, copies, over_time(entry.date for entry in entries)


def topic_stories(index: Index, here: str, entries: Sequence[Entry]) -> tuple[Counted, ...]:
    """The newest stories that have articles of the topic, each with how many."""
    return tuple(Counted(_story_link(index, here, story), count) for story, count in _stories(index, entries))


def _stories(index: Index, entries: Sequence[Entry]) -> list[tuple[Story, int]]:
    counts: dict[str, int] = {}
    for entry in entries:
        story = index.stories.of.get(entry.id)
        if story:
            counts[story.key] = counts.get(story.key, 0) + 1
    return [(index.stories.of[key], count) for key, count in list(counts.items())[:_STORIES]]


def _story_link(index: Index, here: str, story: Story) -> Link:
    titled = index.entries[index.stories.titled[story.key]]
    there = index.stories.address(story, index.entries)
    return text_link(index, titled.language, titled.title, addresses.relative(here, there))


def meetings(index: Index, here: str, topic: Topic, entries: Sequence[Entry]) -> tuple[Meeting, ...]:
    """The neighbours of a topic, each with the newest article that has both."""
    return tuple(
        _meeting(index, here, key, count, index.entries[id_]) for key, count, id_ in _met(index, topic, entries)
    )


def _meeting(index: Index, here: str, key: str, count: int, entry: Entry) -> Meeting:
    where = text_link(index, entry.language, entry.title, addresses.relative(here, entry.address))
    return Meeting(topic_link(index, here, key), topic_words.shared(index.language, count), where)


def _met(index: Index, topic: Topic, entries: Sequence[Entry]) -> Iterator[tuple[str, int, str]]:
    """Neighbours, each with how many articles have both, and the id of the newest of these."""
    near = index.neighbours[topic.key]
    left, newest = {key for key, _ in near}, dict[str, str]()
    for entry in entries:
        if not left:
            break
        for other, _ in index.topics_of[entry.id]:
            if other.key in left:
                left.remove(other.key)
                newest[other.key] = entry.id
    return ((key, count, newest[key]) for key, count in near)
