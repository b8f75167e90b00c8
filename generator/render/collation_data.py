"""The collation of a story as data: who says what, and where they cannot all be right."""

from collections.abc import Iterator
from functools import partial

import msgspec

from generator.model import TITLE, Difference, Passage, Place, Story
from generator.render import addresses
from generator.render.collated import Collated, collated
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.published_data import PublishedData, published_data
from generator.render.recipes import FileRecipe, key_of
from generator.render.texts import sentence_text


class ReportData(PublishedData, frozen=True):
    """A report of a story."""

    copy_of: str
    """Id of the report whose text it repeats; empty where it has its own."""
    copy: str
    """How: `exact`, `near` or `reworded`; empty where it is none."""
    shared: float
    """Share of the text that is the same, 0 to 1."""


class SentenceData(msgspec.Struct, frozen=True):
    """A sentence of a report; its headline, where the address has no `#`."""

    article: str
    """Id of the report."""
    url: str
    """Its place on the page of the report."""
    text: str


class SideData(msgspec.Struct, frozen=True):
    """One of two sentences that cannot both be right."""

    sentence: SentenceData
    words: str
    """The part of it that the other contradicts."""


class DifferenceData(msgspec.Struct, frozen=True):
    """Where two reports cannot both be right."""

    kind: str
    """`figure`, `name`, `date`, `polarity` (said and denied) or `meaning` (turned round)."""
    confidence: float
    varies: bool
    """Whether both may be right after all: they speak of another moment, another company."""
    why: str
    sides: tuple[SideData, SideData]


class CollationData(msgspec.Struct, frozen=True):
    """What `collation.json` beside the page of a story holds."""

    url: str
    title: str
    articles: tuple[ReportData, ...]
    facts: tuple[tuple[SentenceData, ...], ...]
    """Sentences that say the same thing, in the order in which a reader would meet them."""
    differences: tuple[DifferenceData, ...]
    doubts: tuple[DifferenceData, ...]
    """Worded differently, and below what is called a difference."""


def collation_recipes(index: Index) -> Iterator[FileRecipe[str]]:
    """`collation.json` of every story."""
    for story in index.relations.stories:
        address = index.stories.address(story, index.entries)
        key = key_of("collation", index.stories.tokens[story.key])
        yield FileRecipe(addresses.collation_of(address), key, partial(_written, index, story))


def _written(index: Index, story: Story) -> str:
    return msgspec.json.encode(collation_data(index, story)).decode() + "\n"


def collation_data(index: Index, story: Story) -> CollationData:
    """A story with all that its reports say."""
    each = collated(index, story)
    return CollationData(
        url=addresses.published(each.address),
        title=one_line(index.entries[index.stories.titled[story.key]].title),
        articles=tuple(_report(index, each, number) for number in range(len(each.entries))),
        facts=tuple(tuple(_sentence(each, place) for place in fact.places) for fact in each.collation.facts),
        differences=tuple(_difference(each, one) for one in each.collation.differences),
        doubts=tuple(_difference(each, one) for one in each.collation.doubts),
    )


def _report(index: Index, each: Collated, number: int) -> ReportData:
    entry = each.entries[number]
    copy = each.copies.get(entry.id)
    return ReportData(
        **published_data(index, entry),
        copy_of=copy.of if copy else "",
        copy=copy.kind.value if copy else "",
        shared=round(copy.shared, 3) if copy else 0.0,
    )


def _sentence(each: Collated, place: Place) -> SentenceData:
    entry, article = each.entries[place.article], each.articles[place.article]
    url = addresses.published(entry.address)
    if place.sentence == TITLE:
        return SentenceData(entry.id, url, one_line(entry.title))
    sentence = each.sentence(place)
    return SentenceData(entry.id, f"{url}#{addresses.sentence_anchor(sentence)}", sentence_text(article, sentence))


def _difference(each: Collated, one: Difference) -> DifferenceData:
    return DifferenceData(
        kind=one.kind.value,
        confidence=round(one.confidence, 3),
        varies=one.varies,
        why=one_line(one.why),
        sides=(_side(each, one.a), _side(each, one.b)),
    )


def _side(each: Collated, passage: Passage) -> SideData:
    text, _ = each.text(passage.place)
    return SideData(_sentence(each, passage.place), one_line(text[passage.span.start : passage.span.end]))
