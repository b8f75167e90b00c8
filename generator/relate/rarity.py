"""How rare words are among all articles, in steps so wide that one article more hardly ever changes one."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.model import Rarity
from generator.relate.hashes import Numbers, hashed, owners, unpacked
from generator.relate.traits import TERM

_STEP = 3
"""Doublings of the number of articles with a word from one step to the next.

Of the five nearest articles as many report the same event, or are of the same category, as by the exact numbers (ECB+
.962 and .964, Wikinews .519 and .518, Reuters .687 and .686); but where an article comes to ten thousand, some ten
instead of several hundred have a word whose step changes.
"""
_STEPS = 12
KEPT = 1 << 16
"""Words whose weight is held in memory."""
_BOUNDS = np.array([math.ceil(2 ** (_STEP * (step - 0.5))) for step in range(1, _STEPS)], np.int64)
"""Articles with a word from which on it is of the next step: 3, 23, 182 ..."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The content words of all articles, one after the other."""

    numbers: Numbers
    """Number of the word among all that there are, by hash."""
    counts: Numbers
    """How often it stands in the article."""
    articles: Numbers
    """Number of the article."""
    known: Numbers
    """The hashes of all words, the smallest first."""
    spread: Numbers
    """How many articles have each of them."""
    size: int
    """How many articles there are."""

    def containing(self, hash_: Numbers) -> Numbers:
        """How many articles have the words with the hashes."""
        if not len(self.known):
            return np.zeros(len(hash_), np.int64)
        at = np.minimum(np.searchsorted(self.known, hash_), len(self.known) - 1)
        return np.where(self.known[at] == hash_, self.spread[at], 0)


def terms_of(parts: Sequence[bytes]) -> Terms:
    """The words of articles, given as rows of `TERM`."""
    rows = unpacked(parts, TERM)
    known, numbers, spread = np.unique(rows["hash"], return_inverse=True, return_counts=True)
    return Terms(numbers, rows["count"], owners(parts, TERM), known, spread, len(parts))


def rarity_of(terms: Terms) -> Rarity:
    """The rarity of all words."""
    size = 1 << (terms.size - 1).bit_length() if terms.size else 0
    return Rarity(
        size, terms.known.tobytes(), np.searchsorted(_BOUNDS, terms.spread, "right").astype(np.uint8).tobytes()
    )


def step_weights(size: int) -> list[float]:
    """What a word of each step weighs: its smoothed inverse document frequency (Manning, Raghavan and Schütze 2008)."""
    return [math.log((1 + size) / (1 + min(size, 2 ** (_STEP * step)))) + 1 for step in range(_STEPS)]


class Weights:
    """What words weigh."""

    def __init__(self, rarity: Rarity) -> None:
        self._known = np.frombuffer(rarity.words, "<u8")
        self._steps = rarity.steps
        self._weights = step_weights(rarity.articles)
        self.one = lru_cache(KEPT)(self._one)
        """What one word weighs."""

    def of(self, terms: Iterable[str]) -> dict[str, float]:
        """What each of the words weighs; a word that no article has, as much as one that hardly any has."""
        return {term: self.one(term) for term in terms}

    def _one(self, term: str) -> float:
        hash_ = np.uint64(hashed(term))
        place = int(np.searchsorted(self._known, hash_))
        return self._weights[self._steps[place] if place < len(self._steps) and self._known[place] == hash_ else 0]


@lru_cache(maxsize=1)
def weights_of(rarity: Rarity) -> Weights:
    """What words of that rarity weigh."""
    return Weights(rarity)


def signatures(terms: Terms, rarity: Rarity) -> list[int]:
    """For each article a number that is another one where the rarity of any of its words is."""
    steps = np.frombuffer(rarity.steps, np.uint8)
    mixed = terms.known * np.uint64(_ODD) + (steps.astype(np.uint64) + np.uint64(1)) * np.uint64(_MIX)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(_MIX)
    sums = np.zeros(terms.size, np.uint64)
    np.add.at(sums, terms.articles, mixed[terms.numbers])
    return [(one ^ rarity.articles) for one in sums.tolist()]


_ODD = 0x9E37_79B9_7F4A_7C15
_MIX = 0xBF58_476D_1CE4_E5B9
