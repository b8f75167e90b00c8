"""Facts: the sentences of a story, of any number of articles, that say the same thing.

Articles are taken one after the other, the earliest first, and each is aligned to the facts found so far (progressive
alignment, as of sequences: Feng and Doolittle 1987). A sentence belongs to a fact as far as it is like its sentences in
the mean (average link), so that no chain of sentences leads from one thing to another. The cost grows with articles
times facts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from generator.collate.likeness import COMPARED, Numbers, Sentences, Values
from generator.collate.matching import (
    NEAR,
    Candidates,
    Neighbours,
    Part,
    are_parts,
    candidates,
    chosen,
    further_parts,
)
from generator.model import Annotated, Fact, Record


class Grouped(Record, frozen=True):
    """The facts of articles."""

    facts: tuple[Fact, ...]
    """Every sentence is in one: in the order in which a reader would meet them."""
    odds: tuple[tuple[float, ...], ...]
    """Of the places of each fact, what spoke for them beyond what was needed; 0 for the first of its fact."""


def group(articles: Sequence[Annotated], sentences: Sentences) -> Grouped:
    """The facts of the articles.

    A reader meets them in the first article first; what only others say stands behind what it follows there. Which
    sentences belong together does not depend on the order of the articles.
    """
    labels, odds = _grouped(articles, sentences)
    places: dict[int, list[int]] = {}
    for at, label in enumerate(labels.tolist()):
        places.setdefault(label, []).append(at)
    order = _reading_order(len(articles), sentences, labels)
    return Grouped(
        tuple(Fact(tuple(sentences.places[at] for at in places[label])) for label in order),
        tuple(tuple(float(odds[at]) for at in places[label]) for label in order),
    )


def _grouped(articles: Sequence[Annotated], sentences: Sentences) -> tuple[Numbers, Values]:
    """For each place its fact, and what spoke for it, found with the places in the order of the ages of articles."""
    ages = sorted(range(len(articles)), key=lambda number: _age(articles[number]))
    ranks = {number: rank for rank, number in enumerate(ages)}
    order = np.array(sorted(range(len(sentences.places)), key=lambda at: ranks[sentences.places[at].article]), np.int64)
    places = tuple(sentences.places[at] for at in order)
    grouping = _Grouping(replace(sentences, places=places, rows=sentences.rows[order]))
    for number in ages:
        grouping.add(number)
    grouping.finish()
    back = np.argsort(order)
    return grouping.labels[back], grouping.odds[back]


def _age(each: Annotated) -> tuple[bool, str, str]:
    """The earliest first, those without a date last; by id where dates are the same."""
    return not each.article.date, each.article.date, each.article.id


class _Grouping:
    """Which fact each sentence is of, while articles are added."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._articles = np.array([place.article for place in sentences.places], np.int64)
        self.labels = np.full(len(sentences.places), -1, np.int64)
        """The fact of each place, a number; -1 before its article is added."""
        self.odds = np.zeros(len(sentences.places))

    def add(self, article: int) -> None:
        """Gives the sentences of the article their facts."""
        places = np.flatnonzero(self._articles == article)[:COMPARED]
        before = np.flatnonzero(self.labels >= 0)
        if len(places) and len(before):
            self._match(places, before)
        self._found(places)

    def finish(self) -> None:
        """Gives the sentences that are not compared facts of their own."""
        self._found(np.arange(len(self.labels)))

    def _found(self, places: Numbers) -> None:
        """Gives those of the places that have no fact new ones."""
        new = places[self.labels[places] < 0]
        self.labels[new] = np.arange(len(new)) + 1 + self.labels.max(initial=-1)

    def _match(self, places: Numbers, before: Numbers) -> None:
        found = self._candidates(places, before)
        partner = chosen(found)
        joined = list(self._joined(found, partner))
        for one, fact in list(further_parts(found, partner)):
            partner[one] = fact
        matched = np.flatnonzero(partner >= 0)
        self.labels[places[matched]] = partner[matched]
        self.odds[places[matched]] = found.odds[matched, partner[matched]]
        for part, whole, odds in joined:
            self.odds[self.labels == part] = odds
            self.labels[self.labels == part] = whole

    def _candidates(self, places: Numbers, before: Numbers) -> Candidates:
        sentences, labels = self._sentences, self.labels[before]
        rows = sentences.rows[places]
        alike = sentences.alike(rows)
        means = np.round(alike @ _means(sentences.rows[before], labels, alike.shape[1]), 6)
        sides = self._neighbours(before, -1), self._neighbours(before, 1)
        return candidates(means, alike[:, rows], sentences.weights[rows], sides)

    def _neighbours(self, before: Numbers, step: int) -> Neighbours:
        """The facts that stand before (-1) or behind (1) each fact in any article."""
        count = int(self.labels.max()) + 1
        found: list[Numbers] = []
        for away in range(1, NEAR + 1):
            beside = before + step * away
            inside = (beside >= 0) & (beside < len(self.labels))
            here, there = before[inside], beside[inside]
            same = self._articles[here] == self._articles[there]
            found.append((self.labels[here[same]] * count + self.labels[there[same]]) * (NEAR + 1) + away)
        coded = np.unique(np.concatenate(found))
        pairs = coded // (NEAR + 1)
        return Neighbours(pairs // count, pairs % count, coded % (NEAR + 1))

    def _joined(self, found: Candidates, partner: Numbers) -> Iterator[tuple[int, int, float]]:
        """Facts without a partner that belong to another fact, since an article says both in one sentence."""
        best = found.odds.argmax(axis=0)
        odds = found.odds[best, np.arange(len(best))]
        odds[partner[partner >= 0]] = 0.0
        for fact in np.flatnonzero(odds > 0).tolist():
            one = int(best[fact])
            whole = int(partner[one])
            if whole >= 0 and self._are_parts(found, one, fact, whole):
                yield fact, whole, float(odds[fact])

    def _are_parts(self, found: Candidates, one: int, fact: int, whole: int) -> bool:
        """Whether the facts are said in neighbouring sentences, which together are much more like the one."""
        pair = self._side_by_side(fact, whole)
        if pair is None:
            return False
        rows, weights = self._sentences.rows[list(pair)], self._sentences.weights
        between = float(self._sentences.likeness[int(rows[0]), int(rows[1])])
        part, other = (
            Part(float(weights[row]), float(found.alike[one, label]))
            for row, label in zip(rows, (fact, whole), strict=True)
        )
        return are_parts(part, other, between)

    def _side_by_side(self, fact: int, other: int) -> tuple[int, int] | None:
        """Two places of one article that have the facts, and stand near each other."""
        ours, theirs = np.flatnonzero(self.labels == fact), np.flatnonzero(self.labels == other)
        near = (abs(ours[:, None] - theirs) <= NEAR) & (self._articles[ours][:, None] == self._articles[theirs])
        at = np.argwhere(near)
        return (int(ours[at[0][0]]), int(theirs[at[0][1]])) if len(at) else None


def _means(rows: Numbers, labels: Numbers, count: int) -> csr_matrix:
    """Rows by facts: what each row of a fact adds to its mean. Sentences of the same words count once."""
    pairs = np.unique(np.stack([labels, rows]), axis=1)
    sizes = np.bincount(pairs[0])
    return csr_matrix((1.0 / sizes[pairs[0]], (pairs[1], pairs[0])), (count, len(sizes)))


def _reading_order(count: int, sentences: Sentences, labels: Numbers) -> list[int]:
    """The facts as a reader of one article after the other meets them, each new one behind the one it follows."""
    following: dict[int, int] = {-1: -1}
    rows: list[list[int]] = [[] for _ in range(count)]
    for place, label in zip(sentences.places, labels.tolist(), strict=True):
        rows[place.article].append(label)
    for row in rows:
        for before, label in pairwise([-1, *row]):
            if label not in following:
                following[label], following[before] = following[before], label
    order: list[int] = []
    at = following[-1]
    while at >= 0:
        order.append(at)
        at = following[at]
    return order
