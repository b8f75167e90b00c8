"""The front page: the latest edition."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.model import Entry, Story
from generator.render import addresses, dates, structured, words
from generator.render.card_names import card_of
from generator.render.edition_view import Trends, edition_link, trends_of, week_shown, week_token
from generator.render.editions import Edition
from generator.render.index import Index
from generator.render.language import N_
from generator.render.listing import counted_topics, listed, most_topics, topics_token
from generator.render.recipes import Recipe, key_of
from generator.render.views import FrontView, Head, Link

_STORIES = 9
_TOPICS = 20
_LISTS = (
    (N_("All topics"), addresses.TOPICS),
    (N_("All stories"), addresses.STORIES),
    (N_("People and organisations"), addresses.PEOPLE),
    (N_("Quotes by speaker"), addresses.QUOTES),
    (N_("Figures"), addresses.FIGURES),
)


def front_recipe(index: Index) -> Recipe:
    """The front page."""
    last = dates.newest(tuple(entry.date for entry in index.entries.values()))
    counts = (len(index.entries), len(index.sources), len(index.topics), len(index.editions), _without_day(index))
    edition = _latest(index)
    trends = trends_of(index, edition) if edition else {}
    topics = {} if edition else most_topics(index, index.entries.values(), _TOPICS)
    named = topics_token(index, (*trends, *topics))
    week = (edition.week, len(edition.entries)) if edition else ("", 0)
    items = week_token(index, _items(index, edition) if edition else _newest(index))
    key = key_of("front", last, counts, trends, topics, named, week, items)
    return Recipe(addresses.FRONT, key, last, partial(_front_view, index, last, trends, topics))


def _front_view(index: Index, last: str, trends: Trends, topics: Mapping[str, int]) -> FrontView:
    here, site, edition = addresses.FRONT, index.site, _latest(index)
    return FrontView(
        address=here,
        head=Head(
            title=site.name,
            description=site.description or words.articles(index.language, len(index.entries)),
            kind="front",
            jsonld=structured.website(site),
            card=card_of(site, here, site.name),
            lang=index.language.tag,
            lastmod=last,
        ),
        title=site.name,
        description=site.description,
        facts=(
            words.articles(index.language, len(index.entries)),
            words.sources(index.language, len(index.sources)),
            words.topics(index.language, len(index.topics)),
        ),
        week=week_shown(index, here, edition, _items(index, edition), trends) if edition else None,
        articles=() if edition else tuple(listed(index, here, one, with_excerpt=True) for one in _newest(index)),
        topics=counted_topics(index, here, topics),
        links=tuple(_links(index, edition)),
        lists=tuple(Link(index.language.gettext(text), addresses.relative(here, there)) for text, there in _LISTS),
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
            there = edition_link(index, here, edition.week).href
            yield Link(index.language.gettext("All %(count)s articles of this week", count=len(edition.entries)), there)
        yield Link(index.language.gettext("All editions"), addresses.relative(here, addresses.EDITIONS))
        if count := _without_day(index):
            yield Link(
                index.language.ngettext("%(count)s article without a day", "%(count)s articles without a day", count),
                addresses.relative(here, addresses.ARCHIVE),
            )
    yield Link(index.language.gettext("All articles by month"), addresses.relative(here, addresses.ARCHIVE))
