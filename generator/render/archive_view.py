"""The archive: all months, and each year with its months, its topics and its sources."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from generator.model import Entry
from generator.render import addresses, dates, words
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import counted_topics, most_topics, source_link, topics_token
from generator.render.recipes import Recipe, key_of
from generator.render.views import Counted, Group, GroupsView, Link, Part

_MOST = 12
"""Topics, and sources, that a year names."""


def archive_recipes(index: Index) -> Iterator[Recipe]:
    """The archive, and each of its years."""
    counts = [(month, len(entries)) for month, entries in index.months.items()]
    yield Recipe(addresses.ARCHIVE, key_of("archive", counts), "", partial(_archive_view, index))
    for year, months in groupby(index.months, key=_year_of):
        if year:
            yield _year_recipe(index, year, list(months))


def _year_of(month: str) -> str:
    return month[:4]


def _archive_view(index: Index) -> GroupsView:
    here = addresses.ARCHIVE
    about = words.articles(index.language, len(index.entries))
    return GroupsView(
        address=here,
        head=collection_head(index, "archive", here, (index.language.gettext("Archive"), about)),
        title=index.language.gettext("Archive"),
        lead=about,
        groups=tuple(
            Group(
                year or index.language.gettext("Month not known"),
                tuple(_counted_month(index, here, month) for month in some),
                addresses.relative(here, addresses.year_address(year)) if year else "",
            )
            for year, some in groupby(index.months, key=_year_of)
        ),
        part=Part(),
    )


def _year_recipe(index: Index, year: str, months: Sequence[str]) -> Recipe:
    entries = [entry for month in months for entry in index.months[month]]
    topics, sources = most_topics(index, entries, _MOST), _most_sources(index, entries)
    counts = [(month, len(index.months[month])) for month in months]
    key = key_of("year", year, counts, topics, topics_token(index, topics), sources)
    whole = len(entries), topics, sources
    return Recipe(addresses.year_address(year), key, "", partial(_year_view, index, year, months, whole))


def _most_sources(index: Index, entries: Sequence[Entry]) -> list[tuple[str, int]]:
    counts = Counter(addresses.source_key(entry.source) for entry in entries)
    named = [(index.source_names[key], count) for key, count in counts.items()]
    return sorted(named, key=lambda one: (-one[1], one[0]))[:_MOST]


def _year_view(
    index: Index, year: str, months: Sequence[str], whole: tuple[int, Mapping[str, int], Sequence[tuple[str, int]]]
) -> GroupsView:
    here, title = addresses.year_address(year), dates.shown(year, index.language.tag).words
    count, topics, most_sources = whole
    about = words.articles(index.language, count)
    sources = tuple(Counted(source_link(index, here, name), count) for name, count in most_sources)
    of_year = index.language.gettext("%(articles)s: %(month)s", articles=about, month=title)
    return GroupsView(
        address=here,
        head=collection_head(index, "year", here, (title, of_year)),
        title=title,
        lead=about,
        groups=(
            Group(index.language.gettext("Months"), tuple(_counted_month(index, here, month) for month in months)),
            *([Group(index.language.gettext("Topics"), counted_topics(index, here, topics))] if topics else []),
            *([Group(index.language.gettext("Sources"), sources)] if sources else []),
        ),
        part=Part(),
    )


def _counted_month(index: Index, here: str, month: str) -> Counted:
    title = dates.shown(month, index.language.tag).words or index.language.gettext("Month not known")
    link = Link(title, addresses.relative(here, addresses.month_address(month)))
    return Counted(link, len(index.months[month]))
