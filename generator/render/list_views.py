"""The pages that list articles: of a source, of a month; and the list of sources."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.model import Entry
from generator.render import addresses, dates, words
from generator.render.escaping import one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import counted_topics, listed, most_topics, source_link, source_name, topics_token
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.topic_view import entry_named
from generator.render.views import ArticlesView, Counted, Group, GroupsView

_TOPICS = 12
"""How many topics a list of articles names."""


def source_recipes(index: Index, name: str) -> Iterator[Recipe]:
    """The pages of a source, part by part."""
    title = source_name(index, name)
    about = index.language.gettext(
        "%(articles)s from %(source)s", articles=words.articles(index.language, len(index.sources[name])), source=title
    )
    return _articles_recipes(
        index, addresses.source_address(name), ("source", title), (title, about), index.sources[name]
    )


def month_recipes(index: Index, month: str) -> Iterator[Recipe]:
    """The pages of a month, part by part; `` is the month of articles whose month is not known."""
    entries = index.months[month]
    title = dates.shown(month, index.language.tag).words or index.language.gettext("Month not known")
    about = index.language.gettext(
        "%(articles)s: %(month)s", articles=words.articles(index.language, len(entries)), month=title
    )
    return _articles_recipes(index, addresses.month_address(month), ("month", month), (title, about), entries)


def _articles_recipes(
    index: Index, address: str, of: tuple[str, str], said: tuple[str, str], entries: Sequence[Entry]
) -> Iterator[Recipe]:
    newest = dates.newest(tuple(entry.date for entry in entries))
    topics = most_topics(index, entries, _TOPICS)
    for part in parts(address, entries, index.site.settings.render.page_items, partial(entry_named, index)):
        whole = (said, newest, topics, topics_token(index, topics)) if part.is_first else said[0]
        tokens = [index.tokens[entry.id] for entry in part.items]
        key = key_of("articles", part.token(), of, whole, tokens)
        count = len(entries)
        yield Recipe(part.address, key, newest, partial(_articles_view, index, of, said, part, (newest, count, topics)))


def _articles_view(
    index: Index,
    of: tuple[str, str],
    said: tuple[str, str],
    part: ListPart[Entry],
    whole: tuple[str, int, Mapping[str, int]],
) -> ArticlesView:
    (title, about), here = said, part.address
    newest, count, topics = whole if part.is_first else ("", 0, {})
    shown = part.title(index.language, title)
    return ArticlesView(
        address=here,
        head=collection_head(index, of[0], here, (shown, about if part.is_first else shown), newest),
        title=shown,
        lead=words.articles(index.language, count) if part.is_first else "",
        articles=tuple(listed(index, here, entry, with_excerpt=True) for entry in part.items),
        topics=counted_topics(index, here, topics),
        scope="=".join(of) if of[1] else "",
        part=part.part,
    )


def sources_recipes(index: Index) -> Iterator[Recipe]:
    """The list of sources, part by part."""
    size, names = index.site.settings.render.page_items, list(index.sources)
    for part in parts(addresses.SOURCES, names, size, lambda name: (name, one_line(name))):
        counts = [(name, len(index.sources[name])) for name in part.items]
        key = key_of("sources", part.token(), counts, part.is_first and len(names))
        yield Recipe(part.address, key, "", partial(_sources_view, index, part))


def _sources_view(index: Index, part: ListPart[str]) -> GroupsView:
    here, title = part.address, part.title(index.language, index.language.gettext("Sources"))
    counted = tuple(Counted(source_link(index, here, name), len(index.sources[name])) for name in part.items)
    about = words.sources(index.language, len(index.sources)) if part.is_first else ""
    return GroupsView(
        address=here,
        head=collection_head(index, "sources", here, (title, about or title)),
        title=index.language.gettext("Sources"),
        lead=about,
        groups=(Group("", counted),) if counted else (),
        part=part.part,
    )
