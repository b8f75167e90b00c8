"""Stories: articles that report one event."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import scipy.sparse as sp
from sparse_dot_topn import sp_matmul_topn

from generator.model import Rarity, Story
from generator.relate.evidence import MOST_RANK, Evidence, Pairs, evidence_of
from generator.relate.hashes import Numbers, distinct
from generator.relate.linkage import linked
from generator.relate.passages import Words
from generator.relate.rarity import Terms
from generator.relate.related import heaviest
from generator.relate.traits import Traits

_LIKELY = 16
"""How many articles are looked at closely for each, at the least."""
_LEAST_ALIKE = 0.04
"""Cosine of two articles that may report one event: of pairs with less, none does but one in a hundred (Wikinews,
ECB+)."""

_WEIGHTS = (-0.41, 11.72, 15.18, 3.07, 1.63, 2.75, 0.79, -0.86, -0.88)
"""Of what speaks for one event, in the order of `FEATURES`.

Logistic regression over pairs of articles of Wikinews (sources cited for one event) and ECB+ (Cybulska and Vossen
2014), each set weighing the same, and over small samples of both, so that it holds for few articles as well. With the
weights fitted on four fifths of the events at a time, BCubed F on the last fifth is .917 and .945.
"""
_BEFORE = -2.343
_APART = 3.0
"""What counts against articles that were published two weeks apart or more. It is not fitted: what is given as the date
may be when an article was fetched, or last changed, so it turns the scale only where little else speaks for one event:
with dates drawn at random, BCubed F on Wikinews is .845, without any .908."""


def find_stories(
    articles: Sequence[Traits], terms: Terms, rarity: Rarity, words: Words, copies: Sequence[Sequence[int]]
) -> tuple[Story, ...]:
    """The stories of the articles, which are in the order of their ids; all copies of a text are in its story."""
    led = {group[0]: group for group in copies}
    others = {number for group in copies for number in group[1:]}
    alone = np.array([number not in others for number in range(len(articles))], bool)
    evidence = evidence_of(articles, terms, words)
    groups = [
        tuple(each for number in group for each in led.pop(number, (number,)))
        for group in _groups(evidence, heaviest(evidence.whole, terms, rarity, alone))
    ]
    return tuple(sorted((_story(articles, group) for group in (*groups, *led.values())), key=lambda story: story.key))


def in_time(article: Traits) -> tuple[bool, str, str]:
    """What articles are sorted by: their date, those without one last, then their id."""
    return not article.date, _instant(article.date), article.id


def _instant(date: str) -> str:
    """A date that sorts as text, whatever the place it was written at; a month, or a year, behind all its days."""
    if len(date) < len("2020-12-28"):
        return f"{date}~"
    try:
        read = datetime.fromisoformat(date) if "T" in date else None
    except ValueError:
        return date
    return read.astimezone(UTC).isoformat() if read and read.tzinfo else date


def _story(articles: Sequence[Traits], group: Sequence[int]) -> Story:
    ordered = sorted((articles[number] for number in group), key=in_time)
    return Story(ordered[0].id, tuple(each.id for each in ordered))


def _groups(evidence: Evidence, heavy: sp.csr_matrix) -> list[tuple[int, ...]]:
    near = _Near(evidence, heavy)
    return linked(near.pairs, near.likely, heavy.shape[0], near.likelihood)


class _Near:
    """The articles nearest to each."""

    def __init__(self, evidence: Evidence, heavy: sp.csr_matrix) -> None:
        self._evidence = evidence
        self._size = heavy.shape[0]
        self._codes, alike, ranks = self._ranked(*_neighbours(heavy))
        self.pairs: Pairs = (self._codes // self._size, self._codes % self._size)
        """Those that may be in one story, the lower number first, in order."""

        self.likely = self._compared(self.pairs, alike, ranks)
        """How likely it is that each of those reports one event, in ten thousandths."""

    def likelihood(self, pairs: Pairs) -> Numbers:
        """The same of any pairs."""
        codes = pairs[0].astype(np.int64) * self._size + pairs[1]
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        known = self._codes[at] == codes
        found: Numbers = self.likely[at]
        far = (pairs[0][~known], pairs[1][~known])
        found[~known] = self._compared(far, self._evidence.alike(far), np.full(len(far[0]), MOST_RANK))
        return found

    def _compared(self, pairs: Pairs, alike: Numbers, ranks: Numbers) -> Numbers:
        features = self._evidence.features(pairs, alike, ranks)
        for_it = features @ np.array(_WEIGHTS) + _BEFORE - _APART * self._evidence.days_apart(pairs)
        likely: Numbers = np.rint(10_000 / (1 + np.exp(-for_it.clip(-30, 30)))).astype(np.int64)
        return likely

    def _ranked(self, ones: Numbers, others: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The pairs that are alike, as one number each, in order; how alike; how many are nearer to either."""
        low, high = np.minimum(ones, others), np.maximum(ones, others)
        codes = distinct(low * self._size + high)
        low, high = codes // self._size, codes % self._size
        alike = self._evidence.alike((low, high))
        both = np.concatenate((low, high))
        order = np.lexsort((np.concatenate((high, low)), -np.concatenate((alike, alike)), both))
        ranks = np.empty(len(both), np.int64)
        ranks[order] = np.arange(len(both)) - np.searchsorted(both[order], both[order])
        kept = alike >= _LEAST_ALIKE
        return codes[kept], alike[kept], np.minimum(ranks[: len(low)], ranks[len(low) :])[kept]


def _neighbours(heavy: sp.csr_matrix) -> tuple[Numbers, Numbers]:
    """Pairs of articles with most in common by their heaviest words."""
    # One more than wanted, since every article is nearest to itself; one thread, since each core has its process.
    near = sp_matmul_topn(heavy, heavy.T.tocsr(), _LIKELY + 1, 1)
    ones = np.repeat(np.arange(heavy.shape[0], dtype=np.int64), np.diff(near.indptr))
    others = near.indices.astype(np.int64)
    return ones[ones != others], others[ones != others]
