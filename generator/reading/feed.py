"""Saved RSS and Atom feeds: an article for each entry."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec.structs import replace

from generator.model import Article, Problem
from generator.reading.article import make_article
from generator.reading.draft import Body, Metadata, NotReadable, Where
from generator.reading.files import read_bytes
from generator.reading.metadata import read_metadata
from generator.reading.plain import read_plain

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest feed."""


def read_feed(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    """The articles of a feed."""
    import feedparser

    # As a stream: bytes alone would be taken for the name of a file or an address first.
    try:
        feed = feedparser.parse(io.BytesIO(read_bytes(stream, LARGEST)))
    except (
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        IndexError,
        RecursionError,
        LookupError,
        AssertionError,
    ) as error:
        raise NotReadable("is no feed that can be read", "save it again as RSS or Atom") from error
    if not feed.get("version") and not feed.entries:
        raise NotReadable("is no feed (RSS or Atom)", "save it as text, or delete it")
    if not feed.entries:
        raise NotReadable("has no entries", "delete it")
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(
            entry,
            feed.feed,
            replace(where, place=f"entry {number}", id=f"{where.id}/{entry_name(_identity(entry), number)}"),
        )


def _identity(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("link") or entry.get("title") or "")


def entry_name(identity: str, number: int) -> str:
    """A short name for an entry of a feed, made of its id; of its number where it has none."""
    return hashlib.blake2s(identity.encode("utf-8", "replace"), digest_size=5).hexdigest() if identity else str(number)


def _entry(entry: dict[str, Any], feed: dict[str, Any], where: Where) -> Iterator[Article | Problem]:
    values = {
        "title": entry.get("title"),
        "source": (entry.get("source") or {}).get("title") or entry.get("publisher") or feed.get("title"),
        "authors": [author.get("name") for author in entry.get("authors") or () if author.get("name")]
        or entry.get("author"),
        "date": entry.get("published") or entry.get("created"),
        "updated": dict.get(entry, "updated"),  # its own `get` gives `published` instead, with a warning
        "language": _language(entry) or feed.get("language"),
        "url": entry.get("link"),
        "tags": [tag.get("label") or tag.get("term") for tag in entry.get("tags") or ()],
    }
    given, complaints = read_metadata(values)
    if not given.date and given.updated:
        given = replace(given, date=given.updated)  # RFC 4287: an entry that never changed may have `updated` alone
    yield from make_article(where, given, _body(entry, given), complaints)


def _language(entry: dict[str, Any]) -> str | None:
    return next((content["language"] for content in entry.get("content") or () if content.get("language")), None)


def _body(entry: dict[str, Any], given: Metadata) -> Body:
    """The fullest content of the entry, else its summary."""
    from generator.reading.tree import read_fragment

    contents = [*(entry.get("content") or ()), entry.get("summary_detail") or {"value": entry.get("summary")}]
    texts = [content for content in contents if isinstance(content.get("value"), str) and content["value"].strip()]
    if not texts:
        return Body("", ())
    first = max(texts[:-1] or texts, key=lambda content: len(content["value"]))
    return (
        read_plain(first["value"], given.title, given.language)
        if first.get("type") == "text/plain"
        else read_fragment(first["value"])
    )
