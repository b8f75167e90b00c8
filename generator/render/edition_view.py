"""The pages of the editions, and what they and the front page show of a week."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.model import Entry, Story
from generator.render import addresses, dates, story_words, words
from generator.render.collated import Collated, collated
from generator.render.curve import curve
from generator.render.difference_lines import differing
from generator.render.editions import Edition, days_of, week_of, weekly, weeks_up_to
from generator.render.escaping import Safe, one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import listed, most_topics, topic_link, topics_token
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.stories import last
from generator.render.stories_view import story_line
from generator.render.timeline import timeline
from generator.render.topic_view import entry_named
from generator.render.views import Contradiction, Counted, EditionsView, EditionView, Link, Trend, Week

_TOPICS = 12
_WEEKS = 12
"""Weeks that a curve goes back."""
_DIFFERENCES = 5
_NAMED = 3
"""Stories that the list of editions names of each."""

_Item = Story | Entry
Trends = Mapping[str, tuple[int, ...]]
"""Of topics, by key, how many articles of each of some weeks speak of them."""


def edition_recipes(index: Index, week: str) -> Iterator[Recipe]:
    """The pages of a week, part by part."""
    edition, weeks = index.editions[week], list(index.editions)
    at = weeks.index(week)
    beside = (weeks[at + 1] if at + 1 < len(weeks) else "", weeks[at - 1] if at else "")
    items: list[_Item] = [*edition.stories, *edition.short]
    trends = trends_of(index, edition)
    for part in parts(
        addresses.edition_address(week), items, index.site.settings.render.page_items, partial(_named, index)
    ):
        whole = (week, beside, len(edition.entries), trends, topics_token(index, trends)) if part.is_first else week
        key = key_of("edition", part.token(), edition.newest, whole, week_token(index, part.items))
        shown = trends if part.is_first else None
        yield Recipe(part.address, key, edition.newest, partial(_edition_view, index, edition, part, beside, shown))


def _named(index: Index, item: _Item) -> tuple[str, str]:
    if isinstance(item, Story):
        return item.key, one_line(index.entries[index.stories.titled[item.key]].title)
    return entry_named(index, item)


def week_token(index: Index, items: Sequence[_Item]) -> list[bytes]:
    """What a page that shows these stories and articles depends on."""
    return [index.stories.tokens[item.key] if isinstance(item, Story) else index.tokens[item.id] for item in items]


def trends_of(index: Index, edition: Edition) -> Trends:
    """The topics of most articles of a week, by key, with their counts of the weeks up to it."""
    weeks = weeks_up_to(edition.week, _WEEKS)
    keys = most_topics(index, edition.entries, _TOPICS)
    return {key: weekly(index.topics[key].mentions, weeks, index.entries) for key in keys}


def _edition_view(
    index: Index, edition: Edition, part: ListPart[_Item], beside: tuple[str, str], trends: Trends | None
) -> EditionView:
    here, title = part.address, part.title(index.language, words.week(index.language, edition.week))
    before, after = (edition_link(index, here, week) if week else None for week in beside)
    week = week_shown(index, here, edition, part.items, trends)
    about = f"{week.days}: {index.language.listed(week.facts)}"
    return EditionView(
        address=here,
        head=collection_head(index, "edition", here, (title, about), edition.newest),
        title=title,
        week=week,
        before=before,
        after=after,
        all_=Link(index.language.gettext("All editions"), addresses.relative(here, addresses.EDITIONS)),
        part=part.part,
    )


def edition_link(index: Index, here: str, week: str) -> Link:
    """Link to the page of a week."""
    return Link(words.week(index.language, week), addresses.relative(here, addresses.edition_address(week)))


def week_shown(index: Index, here: str, edition: Edition, items: Sequence[_Item], trends: Trends | None = None) -> Week:
    """A week with some of its stories and articles, as the page at `here` shows it.

    With `trends`, also with its topics, its differences and the timeline of its first story.
    """
    stories = [collated(index, item) for item in items if isinstance(item, Story)]
    return Week(
        name=edition_link(index, here, edition.week),
        days=days(index, edition.week),
        facts=_facts(index, edition),
        stories=tuple(story_line(index, here, each, sentences=2) for each in stories),
        timeline=_timeline(index, stories[0]) if stories and trends is not None else Safe(""),
        differences=tuple(_differences(index, here, edition, stories)) if trends is not None else (),
        articles=tuple(listed(index, here, item, with_excerpt=True) for item in items if isinstance(item, Entry)),
        topics=tuple(
            Trend(
                Counted(topic_link(index, here, key), counts[-1]),
                curve(counts, words.curve_of(index.language, one_line(index.topics[key].name), counts)),
            )
            for key, counts in (trends or {}).items()
        ),
    )


def days(index: Index, week: str) -> str:
    """`28 December 2020 to 3 January 2021`."""
    return words.from_to(index.language, *(dates.shown(day, index.language.tag).words for day in days_of(week)))


def _facts(index: Index, edition: Edition) -> tuple[str, ...]:
    sources = {addresses.source_key(entry.source) for entry in edition.entries}
    return (
        *((story_words.stories(index.language, len(edition.stories)),) if edition.stories else ()),
        words.articles(index.language, len(edition.entries)),
        words.sources(index.language, len(sources)),
    )


def _timeline(index: Index, each: Collated) -> Safe:
    return timeline(index, each.entries, each.names, frozenset(each.copies))


def _differences(index: Index, here: str, edition: Edition, stories: Sequence[Collated]) -> Iterator[Contradiction]:
    """Differences of the week's stories in one line each: those whose latest article is of this week."""
    left = _DIFFERENCES
    for each in stories:
        if not left or week_of(last(each.story, index.entries)) != edition.week:
            continue
        some = index.stories.differences[each.story.key][:left]
        left -= len(some)
        for number in some:
            row = differing(index, each, here, [each.collation.differences[number]])
            yield Contradiction(row.kind, row.because[0].why, row.row)


def editions_recipes(index: Index) -> Iterator[Recipe]:
    """The list of editions, part by part."""
    all_ = list(index.editions.values())
    size = index.site.settings.render.page_items
    for part in parts(addresses.EDITIONS, all_, size, lambda one: (one.week, words.week(index.language, one.week))):
        tokens = [(one.week, _facts(index, one), week_token(index, one.stories[:_NAMED])) for one in part.items]
        newest = all_[0].newest if all_ else ""
        key = key_of("editions", part.token(), newest, tokens)
        yield Recipe(part.address, key, newest, partial(_editions_view, index, part, newest))


def _editions_view(index: Index, part: ListPart[Edition], newest: str) -> EditionsView:
    here, title = part.address, part.title(index.language, index.language.gettext("Editions"))
    lead = "" if index.editions else index.language.gettext("No article names its day yet.")
    return EditionsView(
        address=here,
        head=collection_head(index, "editions", here, (title, lead or title), newest),
        title=title,
        lead=lead,
        editions=tuple(week_shown(index, here, one, one.stories[:_NAMED]) for one in part.items),
        part=part.part,
    )
