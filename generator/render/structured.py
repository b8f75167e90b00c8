"""JSON-LD of pages, in the words of schema.org. Only what is known is said."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.config import SiteConfig
from generator.model import Annotated, NameKind
from generator.render import addresses, dates, languages
from generator.render.escaping import href, json_script, one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import summary, title_of

_UNKNOWN = "unknown"  # the source where nobody says who published it
_TYPES: dict[NameKind | None, str] = {
    NameKind.PERSON: "Person",
    NameKind.ORGANISATION: "Organization",
    NameKind.PLACE: "Place",
    NameKind.LAW: "Legislation",
    NameKind.WORK: "CreativeWork",
}
_LONGEST_HEADLINE = 110  # what search engines show of it


def absolute(site: SiteConfig, address: str) -> str:
    """Where a page will be published; empty where the site's address is not set."""
    return site.url + addresses.published(address) if site.url else ""


def article(index: Index, each: Annotated) -> str:
    """NewsArticle of an article."""
    given, url = each.article, absolute(index.site, index.entries[each.article.id].address)
    known = given.source != _UNKNOWN
    return _script(
        {
            "@type": "NewsArticle",
            "headline": title_of(each)[:_LONGEST_HEADLINE],
            "description": summary(each),
            "url": url,
            "mainEntityOfPage": url,
            "datePublished": given.date if dates.moment(given.date) else "",
            "dateModified": given.updated if dates.moment(given.updated) else "",
            "inLanguage": languages.tag(given.language),
            "author": [{"@type": "Person", "name": one_line(author)} for author in given.authors],
            "publisher": {"@type": "Organization", "name": source_name(index, given.source)} if known else {},
            "isBasedOn": href(given.url),
            "keywords": [one_line(each.text) for each in each.annotations.keywords],
            "wordCount": each.annotations.words,
            "isAccessibleForFree": True,
        }
    )


def thing(name: str, kind: NameKind | None) -> dict[str, object]:
    """What a topic is; a `Thing` where nobody can tell."""
    return {"@type": _TYPES.get(kind, "Thing"), "name": name}


def collection(site: SiteConfig, address: str, name: str, about: Mapping[str, object] = MappingProxyType({})) -> str:
    """CollectionPage of a page that lists articles, or what articles say."""
    return _script(
        {
            "@type": "CollectionPage",
            "name": name,
            "url": absolute(site, address),
            "about": dict(about),
            "inLanguage": languages.tag(site.language),
            "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.url} if site.url else {},
        }
    )


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
    known = {key: value for key, value in values.items() if value not in ("", [], {})}
    return json_script({"@context": "https://schema.org", **known})
