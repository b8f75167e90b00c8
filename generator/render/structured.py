"""JSON-LD of pages, in the words of schema.org. Only what is known is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from generator.config import SiteConfig
from generator.model import UNKNOWN_SOURCE, Annotated, NameKind, Topic
from generator.render import addresses, dates, languages
from generator.render.escaping import href, json_script, one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import summary, title_of

"""The source where nobody says who published it."""
_TYPES: dict[NameKind | None, str] = {
    NameKind.PERSON: "Person",
    NameKind.ORGANISATION: "Organization",
    NameKind.PLACE: "Place",
    NameKind.LAW: "Legislation",
    NameKind.WORK: "CreativeWork",
}
_LONGEST_HEADLINE = 110  # what search engines show of it
_MENTIONED = 3
"""Names of an article that are told: each takes some hundred bytes of its page."""
_LISTED = 8
"""Articles of a story that are told by their addresses; of a longer one the number of all."""


def absolute(site: SiteConfig, address: str) -> str:
    """Where a page will be published; empty where the site's address is not set."""
    return site.url + addresses.published(address) if site.url else ""


def article(index: Index, each: Annotated, card: str) -> str:
    """NewsArticle of an article, `card` being the file of its picture."""
    given, url = each.article, absolute(index.site, index.entries[each.article.id].address)
    known = given.source != UNKNOWN_SOURCE
    return _script(
        {
            "@type": "NewsArticle",
            "headline": title_of(each)[:_LONGEST_HEADLINE],
            "description": summary(each),
            "url": url,
            "mainEntityOfPage": url,
            "image": _picture(index.site, card),
            "datePublished": given.date if dates.moment(given.date) else "",
            "dateModified": given.updated if dates.moment(given.updated) else "",
            "inLanguage": languages.tag(given.language),
            "author": [{"@type": "Person", "name": one_line(author)} for author in given.authors],
            "publisher": {"@type": "Organization", "name": source_name(index, given.source)} if known else {},
            "isBasedOn": href(given.url),
            "isPartOf": _story(index, given.id),
            "mentions": [_mentioned(index, topic) for topic in _named(index, given.id)],
            "keywords": [one_line(each.text) for each in each.annotations.keywords],
            "wordCount": each.annotations.words,
            "isAccessibleForFree": True,
        }
    )


def mentions_token(index: Index, id_: str) -> list[str]:
    """What an article's page depends on for the names that are told of it, besides the topics of the article."""
    return [str(topic.kind) for topic in _named(index, id_)]


def _named(index: Index, id_: str) -> tuple[Topic, ...]:
    """The names that say most of what an article is about, as far as they are topics."""
    named = (topic for topic, _ in index.topics_of.get(id_, ()) if topic.kind is not None)
    return tuple(islice(named, _MENTIONED))


def _mentioned(index: Index, topic: Topic) -> dict[str, object]:
    url = absolute(index.site, addresses.topic_address(topic.key))
    return _known({**thing(one_line(topic.name), topic.kind), "url": url})


def _story(index: Index, id_: str) -> dict[str, object]:
    """The page on which an article stands beside other reports; empty where there is none."""
    story = index.stories.of.get(id_)
    if story is None:
        return {}
    title = index.entries[index.stories.titled[story.key]].title
    url = absolute(index.site, index.stories.address(story, index.entries))
    return _known({"@type": "CollectionPage", "name": title, "url": url})


def _picture(site: SiteConfig, card: str) -> str:
    """Where a picture will be published; empty where it is that of the site, which shows nothing of a page."""
    return "" if card in {"", addresses.CARD} else f"{site.url}{card}"


def thing(name: str, kind: NameKind | None) -> dict[str, object]:
    """What a topic is; a `Thing` where nobody can tell."""
    return {"@type": _TYPES.get(kind, "Thing"), "name": name}


@dataclass(frozen=True, slots=True)
class Told:
    """What else is told of a page that lists articles, as far as it is known."""

    lastmod: str = ""
    card: str = ""
    """File of its picture."""
    listed: tuple[str, ...] = ()
    """Addresses of the articles that it is made of, in their order."""


def collection(
    site: SiteConfig,
    address: str,
    name: str,
    about: Mapping[str, object] = MappingProxyType({}),
    told: Told = Told(),
) -> str:
    """CollectionPage of a page that lists articles, or what articles say."""
    return _script(
        {
            "@type": "CollectionPage",
            "name": name,
            "url": absolute(site, address),
            "image": _picture(site, told.card),
            "about": dict(about),
            "dateModified": told.lastmod if told.listed else "",
            "inLanguage": languages.tag(site.language),
            "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.url} if site.url else {},
            "mainEntity": _list(site, told.listed),
        }
    )


def _list(site: SiteConfig, listed: tuple[str, ...]) -> dict[str, object]:
    """ItemList of pages, of which the first are named; empty where these have no whole addresses."""
    if not (site.url and listed):
        return {}
    items = [
        {"@type": "ListItem", "position": number, "url": absolute(site, address)}
        for number, address in enumerate(listed[:_LISTED], 1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(listed), "itemListElement": items}


def website(site: SiteConfig) -> str:
    """WebSite, of the front page."""
    return _script(
        {
            "@type": "WebSite",
            "name": site.name,
            "description": site.description,
            "url": site.url,
            "inLanguage": languages.tag(site.language),
        }
    )


def webpage(site: SiteConfig, address: str, name: str) -> str:
    """WebPage of a page about the digest itself."""
    return _script(
        {
            "@type": "WebPage",
            "name": name,
            "url": absolute(site, address),
            "inLanguage": languages.tag(site.language),
        }
    )


def _script(values: Mapping[str, object]) -> str:
    return json_script({"@context": "https://schema.org", **_known(values)})


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", [], {})}
