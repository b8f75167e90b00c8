"""Pieces that many pages are made of: an article in a list, a topic with its count."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.model import UNKNOWN_SOURCE, Entry, Topic
from generator.render import addresses, dates, languages
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.language import ENGLISH
from generator.render.views import Counted, Link, Listed
from generator.text import base_language

_OTHERS = 3


def text_link(index: Index, given: str, text: str, href: str) -> Link:
    """A link whose text is an article's, and so in the language given with that."""
    shown, way, ours = _language(given, index.language.tag)
    way = way or languages.direction("", text)
    return Link(text, href, shown, way if way != ours else "")


def kept_text(index: Index, text: str) -> Link:
    """A text that an earlier stage made, which is English where it has no translation; it leads nowhere."""
    if index.language.knows(text):
        return Link(index.language.gettext(text), "")
    return text_link(index, ENGLISH, text, "")


@lru_cache(maxsize=256)
def _language(given: str, ours: str) -> tuple[str, str, str]:
    """The tag of a language where it is not the site's, its direction where that is known, and the site's."""
    theirs = languages.tag(given)
    shown = theirs if base_language(theirs) != base_language(ours) else ""
    return shown, languages.known_direction(theirs), languages.direction(ours, "")


def listed(index: Index, here: str, entry: Entry, *, with_excerpt: bool = False) -> Listed:
    """The article as the page at `here` lists it."""
    return Listed(
        link=text_link(index, entry.language, entry.title, addresses.relative(here, entry.address)),
        source=source_link(index, here, entry.source),
        date=dates.shown(entry.date, index.language.tag),
        minutes=entry.minutes,
        excerpt=entry.excerpt if with_excerpt else "",
    )


def source_name(index: Index, name: str) -> str:
    """The source as the digest calls it."""
    if name == UNKNOWN_SOURCE:
        return index.language.gettext("Unknown source")
    return source_spelling(index, name)


def source_spelling(index: Index, name: str) -> str:
    """The same as data have it: that of no known source is in no language."""
    return one_line(index.source_names[addresses.source_key(name)])


def source_link(index: Index, here: str, name: str) -> Link:
    """Link to the page of a source."""
    return Link(source_name(index, name), addresses.relative(here, addresses.source_address(name)))


def topic_link(index: Index, here: str, key: str) -> Link:
    """Link to the page of a topic."""
    return Link(one_line(index.topics[key].name), addresses.relative(here, addresses.topic_address(key)))


def letter_of(topic: Topic) -> str:
    """The heading a topic stands under; empty for what begins with no letter, which comes first."""
    first = one_line(topic.name)[:1].upper()
    return first if first.isalpha() else ""


def by_letter(topics: Iterable[Topic]) -> list[Topic]:
    """Topics in the order of a list with a heading for each first letter."""
    return sorted(topics, key=lambda topic: (letter_of(topic), one_line(topic.name).casefold(), topic.key))


def topic_named(topic: Topic) -> tuple[str, str]:
    """What tells a topic from others in a list, and what it is called there."""
    return topic.key, one_line(topic.name)


def most_topics(index: Index, entries: Iterable[Entry], top: int) -> dict[str, int]:
    """Keys of the topics that most of the articles have, the most first, each with how many have it."""
    return index.topics_of.most((each.id for each in entries), top)


def counted_topics(index: Index, here: str, counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Topics with their counts as the page at `here` links them."""
    return tuple(Counted(topic_link(index, here, key), count) for key, count in counts.items())


def topics_token(index: Index, keys: Iterable[str]) -> bytes:
    """What a page that links topics depends on: their keys and names."""
    return b"".join([index.named[key] for key in keys])


def tokens_of(index: Index, entries: Iterable[Entry]) -> bytes:
    """What a page that shows articles depends on: all that may be said of them."""
    return b"".join([index.tokens[entry.id] for entry in entries])


def sentence_address(index: Index, here: str, entry: Entry, number: int | None) -> str:
    """Link to a sentence of an article, or to the article."""
    if number is None:
        return addresses.relative(here, entry.address)
    sentence = index.lean[entry.id].annotations.sentences[number]
    return addresses.relative(here, entry.address, addresses.sentence_anchor(sentence))


def others(index: Index, here: str, first: Entry, entries: Sequence[Entry]) -> tuple[tuple[Link, ...], int]:
    """Links to articles that have the same as the first one, and how many more there are.

    They go by their titles, those with the title of the first by their sources.
    """
    links = (
        text_link(
            index,
            entry.language,
            source_name(index, entry.source) if entry.title == first.title else entry.title,
            addresses.relative(here, entry.address),
        )
        for entry in entries[:_OTHERS]
    )
    return tuple(links), max(0, len(entries) - _OTHERS)


def others_token(index: Index, entries: Sequence[Entry]) -> tuple[bytes, int]:
    """What `others` depends on."""
    return (tokens_of(index, entries[:_OTHERS]), len(entries)) if entries else (b"", 0)
