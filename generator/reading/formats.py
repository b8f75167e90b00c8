"""Readers of the formats, by the ending of the file."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from msgspec.structs import replace

from generator.model import Article, Guess, Problem
from generator.reading.article import make_article
from generator.reading.draft import Body, Complaint, Metadata, NotReadable, Where
from generator.reading.encoding import Decoded, declared_encoding, decode
from generator.reading.feed import entry_name, read_feed
from generator.reading.files import read_bytes
from generator.reading.front_matter import split_front_matter
from generator.reading.lines import read_lines
from generator.reading.markdown import read_markdown
from generator.reading.metadata import read_metadata
from generator.reading.objects import read_object
from generator.reading.plain import read_plain

Reader = Callable[[BinaryIO, Where], Iterator[Article | Problem]]
BodyReader = Callable[[str, Metadata], tuple[Metadata, Body]]
_LARGEST_PAGE = 16 * 1024 * 1024
_PAGE = re.compile(r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def _document(read_body: BodyReader, decoded: Decoded, where: Where) -> Iterator[Article | Problem]:
    """The article of a file that is a text with or without front matter."""
    fronted = split_front_matter(decoded.text)
    given, complaints = read_metadata(fronted.values)
    named = replace(where, id=given.id or where.id)
    complete, body = read_body(fronted.body, given)
    guesses = (decoded.guess,) if decoded.guess else ()
    wrong = (*([fronted.complaint] if fronted.complaint else []), *_lost(decoded), *complaints)
    yield from make_article(named, complete, replace(body, guesses=(*guesses, *body.guesses)), wrong)


def _lost(decoded: Decoded) -> list[Complaint]:
    count = decoded.lost
    return (
        [Complaint(f"has {count} byte{'s' if count > 1 else ''} that are no UTF-8, shown as �", "save it as UTF-8")]
        if count
        else []
    )


def _plain(text: str, given: Metadata) -> tuple[Metadata, Body]:
    return given, read_plain(text, given.title, given.language)


def _markdown(text: str, given: Metadata) -> tuple[Metadata, Body]:
    body = read_markdown(text)
    if body is not None:
        return given, body
    plain = read_plain(text, given.title, given.language)
    return given, replace(
        plain,
        guesses=(*plain.guesses, Guess("text", "read as plain text", "its size, which no Markdown of a person has")),
    )


def _page(text: str, given: Metadata) -> tuple[Metadata, Body]:
    if not text.strip():
        return given, Body("", ())
    from generator.reading.page import read_page

    return read_page(text, given)


def _read_text(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    decoded = decode(read_bytes(stream))
    page = _PAGE.match(decoded.text) is not None and len(decoded.text) <= _LARGEST_PAGE
    yield from _document(_page if page else _plain, decoded, where)


def _read_markdown(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    yield from _document(_markdown, decode(read_bytes(stream)), where)


def _read_page(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    data = read_bytes(stream, _LARGEST_PAGE)
    yield from _document(_page, decode(data, declared_encoding(data)), where)


def _read_objects(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    """The articles of a JSON file: one object, a list of objects, or a JSON Feed."""
    try:
        values = json.loads(decode(read_bytes(stream)).text, strict=False)
    except (ValueError, RecursionError) as error:
        raise NotReadable("is no valid JSON", "correct it, or delete it") from error
    if values == []:
        raise NotReadable("is empty", "write articles, or delete it")
    if isinstance(values, list):
        for number, value in enumerate(values, 1):
            yield from read_object(value, replace(where, place=f"entry {number}", id=f"{where.id}/{number}"))
    elif (
        isinstance(values, dict)
        and isinstance(values.get("items"), list)
        and "jsonfeed.org" in str(values.get("version"))[:100]
    ):
        yield from _json_feed(values, where)
    else:
        yield from read_object(values, where)


def _json_feed(feed: dict[str, object], where: Where) -> Iterator[Article | Problem]:
    items = feed["items"] if isinstance(feed["items"], list) else []
    if not items:
        raise NotReadable("has no entries", "delete it")
    for number, item in enumerate(items, 1):
        identity = str(item.get("id") or item.get("url") or "") if isinstance(item, dict) else ""
        entry = replace(where, place=f"entry {number}", id=f"{where.id}/{entry_name(identity, number)}")
        shared = {"source": feed.get("title"), "language": feed.get("language"), "authors": feed.get("authors")}
        bare = (
            {**shared, **{key: value for key, value in item.items() if key != "id"}} if isinstance(item, dict) else item
        )
        yield from read_object(bare, entry)


def _read_lines(stream: BinaryIO, where: Where) -> Iterator[Article | Problem]:
    empty = True
    try:
        for item in read_lines(stream, where.path):
            empty = False
            yield item
    except (OSError, EOFError, zlib.error) as error:
        raise NotReadable("is no whole gzipped file", "pack it again") from error
    if empty:
        raise NotReadable("is empty", "write articles, or delete it")


READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), _read_text),
    **dict.fromkeys((".md", ".markdown"), _read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _read_page),
    **dict.fromkeys((".jsonl", ".ndjson"), _read_lines),
    **dict.fromkeys((".xml", ".rss", ".atom"), read_feed),
    ".json": _read_objects,
}
"""The reader for each of `names.ENDINGS`."""
