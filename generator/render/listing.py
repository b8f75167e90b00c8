"""Pieces that many pages are made of: an article in a list, a topic with its count, parts of a long list."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.model import Annotated, Sentence, Topic
from generator.render import addresses, dates, languages
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.views import Counted, Link, Listed, Part
from generator.text import base_language

Item = TypeVar("Item")

_EXCERPT = 240
_SUMMARY = 200
QUOTED = 600
"""Characters of the longest sentence that other pages quote whole; one may be as long as its article."""


def title_of(each: Annotated) -> str:
    """Title of an article, never empty."""
    return one_line(each.article.title) or one_line(each.article.id) or "?"


def key_sentences(each: Annotated) -> tuple[Sentence, ...]:
    """Key sentences of an article, the most telling first."""
    return tuple(sorted((one for one in each.annotations.sentences if one.key), key=lambda one: one.key))


def sentence_text(each: Annotated, sentence: Sentence) -> str:
    """A sentence on one line, cut where it is longer than any."""
    return shortened(one_line(each.article.text[sentence.span.start : sentence.span.end]), QUOTED)


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word where it is too long."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def excerpt(each: Annotated) -> str:
    """The most telling sentence of an article; the first where none is."""
    best = key_sentences(each)[:1] or each.annotations.sentences[:1]
    return "".join(shortened(sentence_text(each, one), _EXCERPT) for one in best)


def summary(each: Annotated) -> str:
    """As many of the key sentences as a description holds."""
    return shortened(" ".join(sentence_text(each, one) for one in key_sentences(each)), _SUMMARY) or title_of(each)


def text_link(index: Index, each: Annotated, text: str, href: str) -> Link:
    """A link whose text is an article's, and so in its language."""
    ours, theirs = index.site.language, languages.tag(each.article.language)
    way = languages.direction(theirs, text)
    return Link(
        text=text,
        href=href,
        lang=theirs if base_language(theirs) != base_language(ours) else "",
        dir=way if way != languages.direction(ours, "") else "",
    )


def listed(index: Index, here: str, each: Annotated, *, with_excerpt: bool = False) -> Listed:
    """The article as the page at `here` lists it."""
    article = each.article
    there = addresses.relative(here, index.addresses[article.id])
    return Listed(
        link=text_link(index, each, title_of(each), there),
        source=source_link(index, here, article.source),
        date=dates.shown(article.date, index.site.language),
        minutes=each.annotations.minutes,
        excerpt=excerpt(each) if with_excerpt else "",
    )


def source_name(index: Index, name: str) -> str:
    """The source as the digest calls it."""
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


def most_topics(index: Index, articles: Iterable[Annotated], top: int, without: str = "") -> dict[str, int]:
    """Keys of the topics that most of the articles have, the most first, each with how many have it."""
    counts = Counter(
        topic.key for each in articles for topic, _ in index.topics_of.get(each.article.id, ()) if topic.key != without
    )
    return {key: counts[key] for key in sorted(counts, key=lambda key: (-counts[key], key))[:top]}


def counted_topics(index: Index, here: str, counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Topics with their counts as the page at `here` links them."""
    return tuple(Counted(topic_link(index, here, key), count) for key, count in counts.items())


def sentence_at(each: Annotated, place: int) -> int | None:
    """Index of the sentence that holds a place of the text; none where no sentence does."""
    sentences = each.annotations.sentences
    number = bisect_right(sentences, place, key=lambda one: one.span.start) - 1
    return number if number >= 0 and place < sentences[number].span.end else None


def sentence_address(index: Index, here: str, each: Annotated, number: int | None) -> str:
    """Link to a sentence of an article, or to the article."""
    anchor = "" if number is None else addresses.sentence_anchor(each.annotations.sentences[number])
    return addresses.relative(here, index.addresses[each.article.id], anchor)


def others(index: Index, here: str, first: Annotated, articles: Sequence[Annotated]) -> tuple[tuple[Link, ...], int]:
    """Links to articles that have the same as the first one, and how many more there are.

    They go by their titles, those with the title of the first by their sources.
    """
    links = (
        text_link(
            index,
            each,
            source_name(index, each.article.source) if title_of(each) == title_of(first) else title_of(each),
            addresses.relative(here, index.addresses[each.article.id]),
        )
        for each in articles[:_OTHERS]
    )
    return tuple(links), max(0, len(articles) - _OTHERS)


_OTHERS = 3


def parts(address: str, items: Sequence[Item], size: int) -> Iterator[tuple[str, Part, Sequence[Item]]]:
    """The pages of a list: the address of each, which part it is, and its items; at least one."""
    size = max(1, size)
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        here = addresses.continued(address, number)
        part = Part(
            number=number,
            of=count,
            previous=addresses.relative(here, addresses.continued(address, number - 1)) if number > 1 else "",
            next=addresses.relative(here, addresses.continued(address, number + 1)) if number < count else "",
        )
        yield here, part, items[(number - 1) * size : number * size]
