"""Related articles: the nearest by the whole text, each with the reason."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import scipy.sparse as sp
from sparse_dot_topn import sp_matmul_topn

from generator.config import RelateSettings
from generator.model import Annotated, ClosestSentences, Related, Topic

_FEWEST_WORDS = 4
"""Content words below which a sentence says too little to be a reason."""
_SHARED_WORDS = 5
"""How many of the shared words a reason names at the most."""


def find_related(
    articles: Sequence[Annotated], topics: Sequence[Topic], copies: Sequence[tuple[str, ...]], settings: RelateSettings
) -> dict[str, tuple[Related, ...]]:
    """For every article id its nearest others, nearest first; of copies only the first is anyone's neighbour.

    Method: cosine of TF-IDF vectors (logarithmic term frequency, smoothed inverse document frequency; Manning,
    Raghavan and Schütze 2008, "Introduction to Information Retrieval", ch. 6) over stemmed content words.
    """
    first = {id_: group[0] for group in copies for id_ in group}
    shown = [each for each in articles if first.get(each.article.id, each.article.id) == each.article.id]
    rarity = _rarity(articles)
    neighbours = _nearest(shown, rarity, settings)
    reasons = _Reasons({each.article.id: each for each in articles}, _topics_by_article(topics), rarity)
    return {
        id_: tuple(reasons.related(id_, other, score) for other, score in neighbours[first.get(id_, id_)])
        for id_ in (each.article.id for each in articles)
    }


def _rarity(articles: Sequence[Annotated]) -> dict[str, float]:
    """Smoothed inverse document frequency of every term."""
    counts: defaultdict[str, int] = defaultdict(int)
    for each in articles:
        for term in each.annotations.terms:
            counts[term.text] += 1
    return {term: math.log((1 + len(articles)) / (1 + count)) + 1 for term, count in sorted(counts.items())}


def _nearest(
    articles: Sequence[Annotated], rarity: Mapping[str, float], settings: RelateSettings
) -> dict[str, list[tuple[str, float]]]:
    ids = [each.article.id for each in articles]
    if len(ids) < 2 or settings.related == 0:  # noqa: PLR2004 - nobody is related to oneself
        return {id_: [] for id_ in ids}
    matrix = _vectors(articles, rarity)
    # One more than wanted, since every article is nearest to itself; one thread, since two cores share a process each.
    near = sp_matmul_topn(matrix, matrix.T.tocsr(), settings.related + 1, settings.least_similarity, sort=True)
    return {
        id_: sorted(
            (
                (ids[other], round(float(score), 4))
                for other, score in _row(near, row)
                if other != row
            ),
            key=lambda pair: (-pair[1], pair[0]),
        )[: settings.related]
        for row, id_ in enumerate(ids)
    }  # fmt: skip


def _row(matrix: sp.csr_matrix, row: int) -> Iterable[tuple[int, float]]:
    start, end = matrix.indptr[row], matrix.indptr[row + 1]
    return zip(matrix.indices[start:end], matrix.data[start:end], strict=True)


def _vectors(articles: Sequence[Annotated], rarity: Mapping[str, float]) -> sp.csr_matrix:
    """A row an article, a column a term: unit vectors of TF-IDF weights.

    Logarithms and norms come from `math`, one number at a time: numpy's differ in the last place between processors.
    """
    column = {term: index for index, term in enumerate(rarity)}
    indices: list[int] = []
    data: list[float] = []
    indptr = [0]
    for each in articles:
        weights = [(1 + math.log(term.count)) * rarity[term.text] for term in each.annotations.terms]
        norm = math.sqrt(math.fsum(weight * weight for weight in weights)) or 1.0
        indices.extend(column[term.text] for term in each.annotations.terms)
        data.extend(weight / norm for weight in weights)
        indptr.append(len(indices))
    arrays = (np.array(data, np.float64), np.array(indices, np.int32), np.array(indptr, np.int32))
    return sp.csr_matrix(arrays, shape=(len(articles), len(column)))


def _topics_by_article(topics: Sequence[Topic]) -> dict[str, list[tuple[int, str]]]:
    """Of every article its topics as (number of articles, key)."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for topic in topics:
        for mention in topic.mentions:
            found[mention.article].append((len(topic.mentions), topic.key))
    return found


class _Reasons:
    """Why two articles are linked; keeps what it has worked out for one direction for the other."""

    def __init__(
        self,
        articles: Mapping[str, Annotated],
        topics: Mapping[str, list[tuple[int, str]]],
        rarity: Mapping[str, float],
    ) -> None:
        self._articles = articles
        self._topics = topics
        self._rarity = rarity
        self._places: dict[str, dict[str, list[int]]] = {}
        self._norms: dict[str, list[float]] = {}

    def related(self, here: str, there: str, score: float) -> Related:
        shared = sorted(set(self._topics.get(here, ())) & set(self._topics.get(there, ())))
        return Related(there, min(score, 1.0), tuple(key for _, key in shared), self._closest(here, there))

    def _closest(self, here: str, there: str) -> ClosestSentences | None:
        """The pair of sentences with the greatest cosine over their distinct words, weighted by rarity."""
        ours, theirs = self._index(here), self._index(there)
        common: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        for term in sorted(ours.keys() & theirs.keys()):
            weight = self._rarity[term] ** 2
            for one in ours[term]:
                for other in theirs[term]:
                    common[one, other].append(weight)
        if not common:
            return None
        norms, their_norms = self._norms[here], self._norms[there]
        scores = {
            pair: round(math.fsum(weights) / (norms[pair[0]] * their_norms[pair[1]]), 9)
            for pair, weights in common.items()
        }
        one, other = min(scores, key=lambda pair: (-scores[pair], pair))
        return ClosestSentences(one, other, self._shared(here, one, there, other))

    def _shared(self, here: str, one: int, there: str, other: int) -> tuple[str, ...]:
        ours = self._articles[here].annotations.sentence_terms[one]
        theirs = self._articles[there].annotations.sentence_terms[other]
        return tuple(sorted(set(ours) & set(theirs), key=lambda term: (-self._rarity[term], term))[:_SHARED_WORDS])

    def _index(self, id_: str) -> dict[str, list[int]]:
        """For every word of the article the telling sentences it stands in; the norms of all along with it."""
        if id_ not in self._places:
            places: defaultdict[str, list[int]] = defaultdict(list)
            sentences = self._articles[id_].annotations.sentence_terms
            for index, terms in enumerate(sentences):
                for term in terms if len(terms) >= _FEWEST_WORDS else ():
                    places[term].append(index)
            self._norms[id_] = [
                math.sqrt(math.fsum(self._rarity[term] ** 2 for term in terms)) or 1.0 for terms in sentences
            ]
            self._places[id_] = dict(places)
        return self._places[id_]
