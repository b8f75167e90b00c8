"""The pages that list articles: of a source, of a month, all of them, and the front page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Annotated
from generator.render import addresses, dates, structured, words
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import counted_topics, listed, most_topics, parts, source_link
from generator.render.views import ArticlesView, Counted, FrontView, Group, GroupsView, Head, Link, Part

_TOPICS = 12
"""How many topics a list of articles names."""
_FRONT_TOPICS = 20
_LISTS = (
    (words.PEOPLE, addresses.PEOPLE),
    (words.QUOTES, addresses.QUOTES),
    (words.FIGURES, addresses.FIGURES),
)


def source_views(index: Index, name: str) -> Iterator[ArticlesView]:
    """What the pages of a source show, part by part."""
    articles = index.sources[name]
    title = one_line(name)
    about = words.source_description(title, len(articles))
    return _articles_views(index, addresses.source_address(name), "source", (title, about), articles)


def month_views(index: Index, month: str) -> Iterator[ArticlesView]:
    """What the pages of a month show, part by part; `` is the month of articles whose month is not known."""
    articles = index.months[month]
    title = dates.shown(month, index.site.language).words or words.UNDATED
    about = words.month_description(title, len(articles))
    return _articles_views(index, addresses.month_address(month), "month", (title, about), articles)


def _articles_views(
    index: Index, address: str, kind: str, said: tuple[str, str], articles: Sequence[Annotated]
) -> Iterator[ArticlesView]:
    title, about = said
    newest = dates.newest(tuple(each.article.date for each in articles))
    topics = most_topics(index, articles, _TOPICS)
    for here, part, some in parts(address, articles, index.site.settings.render.page_items):
        yield ArticlesView(
            address=here,
            head=_head(index, kind, here, (words.title_of_part(title, part.number), about), newest),
            title=title,
            lead=words.articles(len(articles)),
            articles=tuple(listed(index, here, each, with_excerpt=True) for each in some),
            topics=counted_topics(index, here, topics),
            part=part,
        )


def sources_views(index: Index) -> Iterator[GroupsView]:
    """What the list of sources shows."""
    size = index.site.settings.render.page_items
    for here, part, some in parts(addresses.SOURCES, list(index.sources), size):
        counted = tuple(Counted(source_link(index, here, name), len(index.sources[name])) for name in some)
        about = words.sources(len(index.sources))
        yield GroupsView(
            address=here,
            head=_head(index, "sources", here, (words.title_of_part(words.SOURCES, part.number), about)),
            title=words.SOURCES,
            lead=about,
            groups=(Group("", counted),) if counted else (),
            part=part,
        )


def archive_view(index: Index) -> GroupsView:
    """What the archive shows: every month, by year."""
    here = addresses.ARCHIVE
    months = groupby(index.months, key=lambda month: month[:4])
    about = words.articles(len(index.articles))
    return GroupsView(
        address=here,
        head=_head(index, "archive", here, (words.ARCHIVE, about)),
        title=words.ARCHIVE,
        lead=about,
        groups=tuple(
            Group(year or words.UNDATED, tuple(_counted_month(index, month) for month in some)) for year, some in months
        ),
        part=Part(1, 1),
    )


def _counted_month(index: Index, month: str) -> Counted:
    title = dates.shown(month, index.site.language).words or words.UNDATED
    link = Link(title, addresses.relative(addresses.ARCHIVE, addresses.month_address(month)))
    return Counted(link, len(index.months[month]))


def front_view(index: Index) -> FrontView:
    """What the front page shows."""
    here, site, language = addresses.FRONT, index.site, index.site.language
    articles = tuple(index.articles.values())
    known = tuple(each.article.date for each in articles)
    first, last = (dates.shown(one, language).words for one in (dates.oldest(known), dates.newest(known)))
    return FrontView(
        address=here,
        head=Head(
            title=site.name,
            description=site.description or words.articles(len(articles)),
            kind="front",
            jsonld=structured.website(site),
            lang=language,
            lastmod=dates.newest(known),
        ),
        title=site.name,
        description=site.description,
        facts=(
            words.articles(len(articles)),
            words.sources(len(index.sources)),
            words.topics(len(index.topics)),
            *((words.from_to(first, last),) if first else ()),
        ),
        articles=tuple(
            listed(index, here, each, with_excerpt=True) for each in articles[: site.settings.render.front_articles]
        ),
        topics=counted_topics(index, here, most_topics(index, articles, _FRONT_TOPICS)),
        more=Link(words.ALL_ARTICLES, addresses.relative(here, addresses.ARCHIVE)),
        all_topics=Link(words.ALL_TOPICS, addresses.relative(here, addresses.TOPICS)),
        lists=tuple(Link(text, addresses.relative(here, there)) for text, there in _LISTS),
    )


def _head(index: Index, kind: str, here: str, said: tuple[str, str], newest: str = "") -> Head:
    title, about = said
    return Head(
        title=title,
        description=about,
        kind=kind,
        jsonld=structured.collection(index.site, here, title),
        lang=index.site.language,
        lastmod=newest,
    )
