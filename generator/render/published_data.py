"""What all data of a digest say of an article."""

import msgspec

from generator.model import Entry
from generator.render import addresses
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_spelling


class PublishedData(msgspec.Struct, frozen=True):
    """An article that has a page."""

    id: str
    url: str
    """Its page, relative to the site's address as all data have addresses."""
    title: str
    source: str
    date: str
    """As it was given or found: a day, a month or a year; empty where not known."""


def published_data(index: Index, entry: Entry) -> dict[str, str]:
    """The values of these fields."""
    return {
        "id": entry.id,
        "url": addresses.published(entry.address),
        "title": one_line(entry.title),
        "source": source_spelling(index, entry.source),
        "date": entry.date,
    }
