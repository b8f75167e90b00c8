"""Related articles: the nearest by the whole text."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sp
from sparse_dot_topn import sp_matmul_topn

from generator.config import RelateSettings
from generator.model import Rarity, Related, Topic
from generator.relate.hashes import Numbers, distinct
from generator.relate.rarity import Terms, step_weights

_UNIT = 1 << 15
"""Length of a vector. Its parts are whole numbers, so that sums are the same in any order and on any machine."""
_FEW = 1 << 12
"""So many articles are all compared by all their words. Of more, the likely ones are found by the heaviest words."""
_HEAVIEST = 32
"""How many words of an article that are."""
_RARE_STEPS = 4
"""Steps of rarity of which they may be: less than some 1,400 articles have such a word, so that time grows evenly."""
_LIKELY = 16
"""How many articles are looked at closely for each, at the least."""

Nearest = Mapping[int, Sequence[tuple[int, float]]]
"""For an article the nearest others, each with its similarity."""


def find_related(
    ids: Sequence[str], nearest: Nearest, first: Sequence[int], topics: Sequence[Topic]
) -> dict[str, tuple[Related, ...]]:
    """For every article id its nearest others, nearest first; a copy has those of the first of its group."""
    ordered = sorted(topics, key=lambda topic: (len(topic.mentions), topic.key))
    keys = [topic.key for topic in ordered]
    spoken: defaultdict[str, set[int]] = defaultdict(set)
    for number, topic in enumerate(ordered):
        for mention in topic.mentions:
            spoken[mention.article].add(number)
    spoken_of = [spoken[id_] for id_ in ids]
    return {
        id_: tuple(
            [
                Related(ids[other], score, tuple([keys[number] for number in sorted(here & spoken_of[other])]))
                for other, score in nearest.get(of, ())
            ]
        )
        for id_, of, here in zip(ids, first, spoken_of, strict=True)
    }


def find_nearest(terms: Terms, rarity: Rarity, first: Sequence[int], settings: RelateSettings) -> Nearest:
    """The nearest articles of each, nearest first; of copies only the first has any, and is anyone's.

    Method: cosine of TF-IDF vectors (logarithmic term frequency, smoothed inverse document frequency; Manning,
    Raghavan and Schütze 2008, "Introduction to Information Retrieval", ch. 6) over stemmed content words. Where there
    are many articles, it is worked out for those pairs alone that have most in common by their heaviest words.
    """
    if terms.size < 2 or settings.related == 0:  # noqa: PLR2004 - nobody is related to oneself
        return {}
    is_first = np.array(first) == np.arange(terms.size)
    vectors = _vectors(terms, rarity)
    pairs = _likely_pairs(vectors, heaviest(vectors, terms, rarity, is_first), max(_LIKELY, 2 * settings.related))
    ones, others, scores = _scored(vectors, pairs)
    near = scores >= settings.least_similarity
    return _best(ones[near], others[near], scores[near], settings.related)


def _vectors(terms: Terms, rarity: Rarity) -> sp.csr_matrix:
    """A row an article, a column a word: vectors of TF-IDF weights of one length.

    Logarithms come from `math`, one number at a time: numpy's differ in the last place between processors. Weights
    are whole numbers before they are summed.
    """
    logarithms = np.array([0.0, *(1 + math.log(count) for count in range(1, int(terms.counts.max(initial=0)) + 1))])
    weights = np.array(step_weights(rarity.articles))[np.frombuffer(rarity.steps, np.uint8)]
    raw = np.rint(logarithms[terms.counts] * weights[terms.numbers] * _UNIT).astype(np.int64)
    starts = np.searchsorted(terms.articles, np.arange(terms.size + 1)).astype(np.int32)
    sums = np.concatenate(([0], np.cumsum(raw * raw >> 10)))
    lengths = np.sqrt(np.maximum(1, sums[starts[1:]] - sums[starts[:-1]]) * 1024.0)
    data = np.rint(raw * _UNIT / lengths[terms.articles]).astype(np.int32)
    return sp.csr_matrix((data, terms.numbers.astype(np.int32), starts), shape=(terms.size, len(terms.known)))


def heaviest(vectors: sp.csr_matrix, terms: Terms, rarity: Rarity, rows: Numbers) -> sp.csr_matrix:
    """The heaviest words of the given rows; all their words where there are few articles."""
    kept = rows[terms.articles]
    if rarity.articles > _FEW:
        steps = np.frombuffer(rarity.steps, np.uint8)[terms.numbers]
        rare = np.flatnonzero(kept & (steps < _RARE_STEPS))
        articles = terms.articles[rare].astype(np.int64)
        order = np.argsort(articles * (2 * _UNIT) - vectors.data[rare], kind="stable")  # no part is longer than all
        rank = np.arange(len(rare)) - np.searchsorted(articles, articles)
        kept = np.zeros(len(kept), bool)
        kept[rare[order[rank < _HEAVIEST]]] = True
    starts = np.concatenate(([0], np.cumsum(kept)))[vectors.indptr].astype(np.int32)
    return sp.csr_matrix((vectors.data[kept], vectors.indices[kept], starts), shape=vectors.shape)


def _likely_pairs(vectors: sp.csr_matrix, heavy: sp.csr_matrix, most: int) -> tuple[Numbers, Numbers]:
    """Pairs of articles with much in common, the lower number first, each pair once."""
    # One more than wanted, since every article is nearest to itself; one thread, since each core has its process.
    near = sp_matmul_topn(heavy, heavy.T.tocsr(), most + 1, 1)
    ones = np.repeat(np.arange(vectors.shape[0], dtype=np.int64), np.diff(near.indptr))
    others = near.indices.astype(np.int64)
    apart = ones != others
    low, high = np.minimum(ones, others)[apart], np.maximum(ones, others)[apart]
    pairs = distinct(low * vectors.shape[0] + high)
    return pairs // vectors.shape[0], pairs % vectors.shape[0]


_AT_ONCE = 1 << 14
"""Pairs that are worked out at once."""


def _scored(vectors: sp.csr_matrix, pairs: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs in both directions, with their cosines."""
    low, high = pairs
    sums = np.zeros(len(low), np.int64)
    for start in range(0, len(low), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        sums[some] = np.asarray(vectors[low[some]].multiply(vectors[high[some]]).sum(axis=1)).ravel()
    scores = np.minimum(1.0, np.round(sums / _UNIT**2, 4))
    return np.concatenate((low, high)), np.concatenate((high, low)), np.concatenate((scores, scores))


def _best(ones: Numbers, others: Numbers, scores: Numbers, most: int) -> Nearest:
    """For each of the ones its best others."""
    order = np.lexsort((others, -scores, ones))
    ones, others, scores = ones[order], others[order], scores[order]
    rank = np.arange(len(ones)) - np.searchsorted(ones, ones)
    kept = rank < most
    found: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for one, other, score in zip(ones[kept].tolist(), others[kept].tolist(), scores[kept].tolist(), strict=True):
        found[one].append((other, score))
    return found
