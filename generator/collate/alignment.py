"""Alignment: the sentences of two articles that say the same thing, one to many where a sentence is split or joined."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from generator.collate.facts import Grouped, group
from generator.collate.likeness import Numbers, Sentences, Values, sentences_of
from generator.collate.matching import BAR
from generator.model import Annotated, Match, Place, Relation

_STEEP = 12.0
"""How fast a match gets surer with what speaks for it: of Wikinews matches just above what is needed half are right,
of those 0.2 above nine of ten."""
_SURE = 0.2
"""Odds from which on sentences say the same, and not only a part of it."""
_MORE = 1.5
"""How many times more than the other a sentence has to say so that the other is a part of it."""
_RELATED = 0.25
"""Likeness of two sentences that speak of one thing."""


def align(a: Annotated, b: Annotated) -> tuple[Match, ...]:
    """The sentences of two articles that say the same or nearly, by place; each is `related` to one other at the most.

    It does not matter which article is which.
    """
    sentences = sentences_of((a, b))
    same = matches_of(group((a, b), sentences), sentences)
    return tuple(sorted((*same, *_related(same, sentences)), key=lambda match: (match.a, match.b)))


def matches_of(grouped: Grouped, sentences: Sentences) -> tuple[Match, ...]:
    """What holds the facts together: each sentence with the one most like it of another article, by place."""
    numbers = {place: number for number, place in enumerate(sentences.places)}
    found: dict[tuple[Place, Place], Match] = {}
    for fact, odds in zip(grouped.facts, grouped.odds, strict=True):
        if len(fact.places) > 1:
            rows = sentences.rows[[numbers[place] for place in fact.places]]
            likeness = sentences.alike(rows)[:, rows]
            for one, other in _nearest(fact.places, likeness):
                pair = fact.places[one], fact.places[other]
                alike = float(likeness[one, other])
                sure = max(_both(odds[one], odds[other]), alike - BAR)
                weights = sorted(sentences.weights[rows[[one, other]]].tolist())
                whole = sure >= _SURE and weights[1] ** 2 < _MORE * weights[0] ** 2 and not _divided(pair, fact.places)
                relation = Relation.SAME if whole or alike == 1.0 else Relation.PARTIAL
                found[pair] = Match(*pair, _score(sure), relation)
    return tuple(sorted(found.values(), key=lambda match: (match.a, match.b)))


def _nearest(places: Sequence[Place], alike: Values) -> Iterator[tuple[int, int]]:
    """Each place with the one most like it of another article, the earlier first."""
    articles = np.array([place.article for place in places])
    apart = np.where(articles[:, None] == articles, -1.0, alike)
    for one, other in enumerate(apart.argmax(axis=1).tolist()):
        if articles[one] != articles[other]:
            yield min(one, other), max(one, other)


def _both(one: float, other: float) -> float:
    """What speaks for two sentences of a fact, where nothing has to speak for the one that was there first."""
    return min(one, other) or max(one, other)


def _divided(pair: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether one of the articles says the fact in several sentences."""
    articles = [place.article for place in places]
    return any(articles.count(place.article) > 1 for place in pair)


def _score(odds: float) -> float:
    return round(1 / (1 + math.exp(-_STEEP * odds)), 4)


def _related(same: Sequence[Match], sentences: Sentences) -> Iterator[Match]:
    """Sentences without a match, each with the one of the other article it has most in common with."""
    matched = {place for match in same for place in (match.a, match.b)}
    sides = [np.flatnonzero([place.article == side for place in sentences.places]) for side in (0, 1)]
    if not all(map(len, sides)):
        return
    alike = sentences.alike(sentences.rows[sides[0]])[:, sentences.rows[sides[1]]]
    for one, other in _mutual(alike):
        pair = sentences.places[sides[0][one]], sentences.places[sides[1][other]]
        if alike[one, other] >= _RELATED and matched.isdisjoint(pair):
            yield Match(*pair, _score(min(float(alike[one, other]) - BAR, 0.0)), Relation.RELATED)


def _mutual(alike: Values) -> Iterator[tuple[int, int]]:
    """Rows and columns that are each other's best."""
    rows: Numbers = alike.argmax(axis=0)
    for one, other in enumerate(alike.argmax(axis=1).tolist()):
        if rows[other] == one:
            yield one, other
