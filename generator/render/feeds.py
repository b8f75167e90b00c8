"""Feeds of the newest articles of the whole site, each in three formats."""

from dataclasses import replace

from generator.model import Annotated, Entry, Page
from generator.render import addresses, dates, languages
from generator.render.escaping import href, one_line
from generator.render.feed_formats import FORMATS, Channel, Item, urn, written
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import key_sentences, sentence_text

_NAME = "Digest"
"""Of a site that has none: each format asks for one."""


def feeds(index: Index) -> tuple[Page, ...]:
    """The feeds of the whole site."""
    newest = list(index.entries)[: index.site.settings.render.feed_items]
    items = [written(_told(index, index.articles[id_]), index.site.url, "") for id_ in newest]
    channel = _channel(index)
    return tuple(Page(name, format_(channel, items)) for name, format_ in FORMATS.items())


def _channel(index: Index) -> Channel:
    site = index.site
    title = one_line(site.name) or _NAME
    return Channel(
        id=site.url or urn(f"site {site.name}"),
        title=title,
        description=one_line(site.description) or title,
        url=site.url,
        up="",
        folder="",
        link="" if site.url else "./",
        language=index.language.tag,
    )


def item(index: Index, entry: Entry) -> Item:
    """What lists know of an article."""
    published = dates.moment(entry.date)
    return Item(
        id=urn(f"article {entry.id}"),
        title=one_line(entry.title),
        link=addresses.published(entry.address),
        summary=one_line(entry.excerpt),
        authors=(source_name(index, entry.source) or "?",),
        language=languages.tag(entry.language),
        published=published,
        updated=dates.moment(entry.changed) or published or dates.EPOCH,
    )


def _told(index: Index, each: Annotated) -> Item:
    """The same with what the article itself says."""
    article, listed = each.article, item(index, index.entries[each.article.id])
    return replace(
        listed,
        summary=" ".join(sentence_text(each, one) for one in key_sentences(each)) or listed.title,
        authors=tuple(filter(None, map(one_line, article.authors))) or listed.authors,
        topics=tuple(one_line(topic.name) for topic, _ in index.topics_of.get(article.id, ())),
        original=href(article.url),
    )
