"""What is stated in numbers: the figures of all articles by what they are figures of."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model import Annotated, Figure, Mention, Span, Topic
from generator.render import addresses
from generator.render.listing import sentence_at

_TOPICS = 4
_SMALL = 10
"""The largest count that says nothing unless the text says what it counts."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in its sentence."""

    each: Annotated
    """The newest article that has it."""
    figure: Figure
    sentence: int
    """Index in the sentences of the article."""
    topics: tuple[str, ...]
    """Keys of the first topics that the sentence names."""
    others: tuple[Annotated, ...]
    """Other articles with that figure in the same sentence, the newest first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of all articles."""

    by_unit: dict[str, tuple[Stated, ...]]
    """The largest first. Money, shares, counts, measures; of money and of measures those with most figures first."""
    left_out: int
    """How many figures are not listed."""


TopicsOf = Mapping[str, Sequence[tuple[Topic, Mention]]]


def find_stated(articles: Iterable[Annotated], topics_of: TopicsOf) -> Figures:
    """The figures of the articles, which are in the order to show, by unit; the same sentence counts once."""
    found: defaultdict[str, dict[tuple[str, str], list[Stated]]] = defaultdict(dict)
    left_out = 0
    for each in articles:
        listed = tuple(_in_sentences(each, topics_of.get(each.article.id, ())))
        left_out += len(each.annotations.figures) - len(listed)
        for one in listed:
            found[one.figure.unit].setdefault(_sameness(one), []).append(one)
    groups = {unit: tuple(_largest_first(sames.values())) for unit, sames in found.items()}
    ordered = sorted(groups, key=lambda unit: (_rank(unit), -len(groups[unit]), unit))
    return Figures({unit: groups[unit] for unit in ordered}, left_out)


def _in_sentences(each: Annotated, pairs: Sequence[tuple[Topic, Mention]]) -> Iterator[Stated]:
    """The figures of an article that are listed."""
    telling = [figure for figure in each.annotations.figures if _is_telling(figure)]
    places = sorted((span.start, topic.key) for topic, mention in pairs for span in mention.spans) if telling else []
    for figure in telling:
        number = sentence_at(each, figure.span.start)
        if number is not None:
            yield Stated(each, figure, number, _topics(places, each.annotations.sentences[number].span), ())


def _topics(places: Sequence[tuple[int, str]], sentence: Span) -> tuple[str, ...]:
    named = places[bisect_left(places, (sentence.start, "")) : bisect_left(places, (sentence.end, ""))]
    return tuple(dict.fromkeys(key for _, key in named))[:_TOPICS]


def _is_telling(figure: Figure) -> bool:
    """Whether a figure says something by itself: no date, and no small count of nothing that is told."""
    return figure.unit != "date" and bool(figure.unit or figure.what or abs(Decimal(figure.value)) > _SMALL)


def _sameness(stated: Stated) -> tuple[str, str]:
    """What two reports of one figure share: its value, and the words of the sentence."""
    span = stated.each.annotations.sentences[stated.sentence].span
    return stated.figure.value, re.sub(r"\W+", " ", stated.each.article.text[span.start : span.end].casefold())


def _largest_first(sames: Iterable[list[Stated]]) -> Iterator[Stated]:
    for first, *others in sorted(sames, key=lambda same: -Decimal(same[0].figure.value)):
        articles = {one.each.article.id: one.each for one in others if one.each is not first.each}
        yield replace(first, others=tuple(articles.values()))


def _rank(unit: str) -> int:
    """Money before shares, shares before counts, counts before measures."""
    return 0 if addresses.is_money(unit) else {"share": 1, "": 2}.get(unit, 3)
