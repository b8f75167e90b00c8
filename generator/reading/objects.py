"""An article as a JSON object."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.model import Article, Problem
from generator.reading.article import make_article
from generator.reading.draft import Body, Metadata, Where
from generator.reading.metadata import folded, read_metadata
from generator.reading.plain import read_plain

_TEXTS = ("text", "body", "content", "contenttext", "articlebody", "rawtext", "fulltext", "maintext")
_PAGES = ("contenthtml", "html", "bodyhtml")
_LAST = ("summary", "description", "excerpt", "abstract")
"""Names of what an article says, without `-`, `_` and capitals, the fullest first."""


def read_object(values: object, where: Where) -> Iterator[Article | Problem]:
    """The article that a JSON object is."""
    if not isinstance(values, dict):
        yield where.problem("is no JSON object", 'write {"text": "..."}', left_out=True)
        return
    given, complaints = read_metadata(values)
    names = {folded(key): key for key in values}
    named = replace(where, id=given.id or where.id)
    for name in (*_TEXTS, *_PAGES, *_LAST):
        value = values[names[name]] if name in names else None
        if isinstance(value, str) and value.strip():
            yield from make_article(named, given, _body(name, value, given), complaints)
            return
    yield named.problem("has no text", 'give the article under "text"', left_out=True)


def _body(name: str, value: str, given: Metadata) -> Body:
    if name in _PAGES:
        from generator.reading.tree import read_fragment

        return read_fragment(value)
    return read_plain(value, given.title, given.language)
