"""The front page: the latest edition."""

from collections.abc import Iterator
from functools import partial

from generator.model import Entry, Story
from generator.render import addresses, dates, story_words, structured, words
from generator.render.edition_view import edition_link, trends_of, week_shown, week_token
from generator.render.editions import Edition
from generator.render.index import Index
from generator.render.listing import counted_topics, listed, most_topics, topics_token
from generator.render.recipes import Recipe, key_of
from generator.render.views import FrontView, Head, Link

_STORIES = 9
_TOPICS = 20
_LISTS = (
    (words.ALL_TOPICS, addresses.TOPICS),
    (story_words.ALL_STORIES, addresses.STORIES),
    (words.PEOPLE, addresses.PEOPLE),
    (words.QUOTES, addresses.QUOTES),
    (words.FIGURES, addresses.FIGURES),
)


def front_recipe(index: Index) -> Recipe:
    """The front page."""
    last = dates.newest(tuple(entry.date for entry in index.entries.values()))
    counts = (len(index.entries), len(index.sources), len(index.topics), len(index.editions), _without_day(index))
    edition = _latest(index)
    if edition:
        topics: object = trends_of(index, edition)
        shown = (edition.week, len(edition.entries), week_token(index, _items(index, edition)))
    else:
        topics = most_topics(index, index.entries.values(), _TOPICS)
        shown = ("", 0, week_token(index, _newest(index)))
    key = key_of("front", counts, topics, topics_token(index, topics), shown)  # type: ignore[arg-type]  # keys of both
    return Recipe(addresses.FRONT, key, last, partial(front_view, index))


def front_view(index: Index) -> FrontView:
    """What the front page shows."""
    here, site, edition = addresses.FRONT, index.site, _latest(index)
    entries = tuple(index.entries.values())
    return FrontView(
        address=here,
        head=Head(
            title=site.name,
            description=site.description or words.articles(len(entries)),
            kind="front",
            jsonld=structured.website(site),
            lang=site.language,
            lastmod=dates.newest(tuple(entry.date for entry in entries)),
        ),
        title=site.name,
        description=site.description,
        facts=(words.articles(len(entries)), words.sources(len(index.sources)), words.topics(len(index.topics))),
        week=week_shown(index, here, edition, _items(index, edition), is_whole=True) if edition else None,
        articles=() if edition else tuple(listed(index, here, one, with_excerpt=True) for one in _newest(index)),
        topics=() if edition else counted_topics(index, here, most_topics(index, entries, _TOPICS)),
        links=tuple(_links(index, edition)),
        lists=tuple(Link(text, addresses.relative(here, there)) for text, there in _LISTS),
    )


def _latest(index: Index) -> Edition | None:
    return next(iter(index.editions.values()), None)


def _items(index: Index, edition: Edition) -> list[Story | Entry]:
    """The weightiest stories of an edition, and the newest of its other articles."""
    return [*edition.stories[:_STORIES], *edition.short[: index.site.settings.render.front_articles]]


def _newest(index: Index) -> list[Entry]:
    return list(index.entries.values())[: index.site.settings.render.front_articles]


def _without_day(index: Index) -> int:
    return len(index.entries) - sum(len(edition.entries) for edition in index.editions.values())


def _links(index: Index, edition: Edition | None) -> Iterator[Link]:
    here = addresses.FRONT
    if edition:
        if len(_items(index, edition)) < len(edition.stories) + len(edition.short):
            there = edition_link(here, edition.week).href
            yield Link(words.whole_week(len(edition.entries)), there)
        yield Link(words.ALL_EDITIONS, addresses.relative(here, addresses.EDITIONS))
        if count := _without_day(index):
            yield Link(words.undated(count), addresses.relative(here, addresses.ARCHIVE))
    yield Link(words.ALL_ARTICLES, addresses.relative(here, addresses.ARCHIVE))
