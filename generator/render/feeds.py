"""Feeds of the newest articles of the whole site, each in three formats."""

from generator.model import Annotated, Page
from generator.render import addresses, dates, languages
from generator.render.escaping import href, one_line
from generator.render.feed_formats import Channel, Format, Item, Written, atom, json_feed, rss, urn, written
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import key_sentences, sentence_text, title_of

FORMATS: dict[str, Format] = {"feed.xml": atom, "rss.xml": rss, "feed.json": json_feed}
"""What writes each of the files."""
_NAME = "Digest"
"""Of a site that has none: each format asks for one."""


def feeds(index: Index) -> tuple[Page, ...]:
    """The feeds of the whole site."""
    newest = list(index.entries)[: index.site.settings.render.feed_items]
    items = [written(_item(index, index.articles[id_]), index.site.url, "") for id_ in newest]
    channel = _channel(index, items)
    return tuple(Page(name, format_(channel, items)) for name, format_ in FORMATS.items())


def _channel(index: Index, items: list[Written]) -> Channel:
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
        updated=max((each.updated for each in items), default=dates.EPOCH),
    )


def _item(index: Index, each: Annotated) -> Item:
    article = each.article
    published = dates.moment(article.date)
    return Item(
        id=urn(f"article {article.id}"),
        title=title_of(each),
        link=addresses.published(index.entries[article.id].address),
        summary=" ".join(sentence_text(each, one) for one in key_sentences(each)) or title_of(each),
        authors=tuple(filter(None, map(one_line, article.authors))) or (source_name(index, article.source) or _NAME,),
        language=languages.tag(article.language),
        published=published,
        updated=dates.moment(article.updated) or published or dates.EPOCH,
        topics=tuple(one_line(topic.name) for topic, _ in index.topics_of.get(article.id, ())),
        original=href(article.url),
    )
