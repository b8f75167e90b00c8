"""Front matter of a page: what the theme and the search engine read of it."""

import json
from collections.abc import Iterator

from generator.render import addresses
from generator.render.escaping import escape, one_line
from generator.render.views import Head, Search


def front_matter(head: Head) -> str:
    """The YAML block, with its fences.

    The theme prints these values as they are, so that texts are escaped here. Values are written as JSON,
    which is YAML too: one line each, and the same bytes whatever library is installed.
    """
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in _values(head) if value)
    return f"---\n{''.join(lines)}jsonld: {_quoted(head.jsonld)}\n---\n"


def metadata(head: Head) -> dict[str, object]:
    """What whoever reads the front matter finds in it."""
    return {**{key: value for key, value in _values(head) if value}, "jsonld": head.jsonld}


def body_of(page: str) -> str:
    """What stands behind the front matter of a page."""
    return page.partition("\n---\n")[2].lstrip("\n")


def _values(head: Head) -> Iterator[tuple[str, object]]:
    yield "title", _text(head.title)
    yield "description", _text(head.description)
    yield "kind", head.kind
    yield "lang", head.lang
    yield "dir", head.dir
    yield "date", head.date
    yield "lastmod", head.lastmod
    yield "authors", [_text(author) for author in head.authors]
    yield "source", _text(head.source)
    yield "feed", head.feed
    yield "feed_rss", addresses.beside(head.feed, "rss.xml")
    yield "feed_json", addresses.beside(head.feed, "feed.json")
    yield "annotations", head.annotations
    yield "collation", addresses.beside(head.feed, "collation.json") if head.kind == "story" else ""
    yield ("site_card" if head.card == addresses.CARD else "card"), head.card
    yield "og_type", "article" if head.kind == "article" else "website"
    yield "search", _search(head.search) if head.search else None
    yield "hide", ["navigation", "toc"]


def _quoted(text: str) -> str:
    """The text between single quotes, in which YAML reads a backslash as one: JSON stays as it is."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def _search(search: Search) -> dict[str, object]:
    return {
        "kind": search.kind,
        "source": _text(search.source),
        "month": search.month,
        "topics": [_text(topic) for topic in search.topics],
        "date": search.date,
    }


def _text(text: str) -> str:
    return str(escape(one_line(text)))
