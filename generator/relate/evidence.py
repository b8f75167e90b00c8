"""What speaks for two articles reporting one event, and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from generator.relate.hashes import Numbers, owners, unpacked
from generator.relate.marks import CAPITAL, DAY, LEAD, MARK, NUMBER, SHARES, YEAR, day_of
from generator.relate.passages import Words, stop_hashes
from generator.relate.rarity import Terms
from generator.relate.traits import Traits
from generator.relate.vectors import cosines, logarithms, unit_vectors

_BACKGROUND = 200
"""Articles that are thought to be there besides: they say how common words are where there are few articles."""
_CLOSE_DAYS = 3
"""Days by which reports of one event lie apart."""
MOST_RANK = 16
"""From so many nearer articles on it does not matter how many there are."""
_WEEK, _MONTH = 7, 28

Pairs = tuple[Numbers, Numbers]
"""Numbers of articles, the lower number of each pair first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that two articles are compared by."""

    whole: sp.csr_matrix
    """Content words; an article a row, as in all of these."""
    plain: sp.csr_matrix
    """The same, but it does not matter how often they stand there."""
    lead: sp.csr_matrix
    """Content words of the title and the first sentences."""
    runs: sp.csr_matrix
    """Pairs of neighbouring words."""
    capitals: sp.csr_matrix
    numbers: sp.csr_matrix
    years: Sequence[frozenset[int]]
    days: Sequence[tuple[int, ...]]
    """Those that the text states in full, in order."""
    dates: Numbers
    """The day when it was published; 0 where that is not known."""

    def features(self, pairs: Pairs, ranks: Numbers) -> Numbers:
        """What is compared, a pair a row (see `FEATURES`)."""
        whole = cosines(self.whole, self.whole, pairs)
        swapped = (pairs[1], pairs[0])
        lead = (cosines(self.lead, self.plain, pairs) + cosines(self.lead, self.plain, swapped)) / 2
        dated = [self._dated(one, other) for one, other in zip(*(side.tolist() for side in pairs), strict=True)]
        return np.column_stack((
            logarithms(200 + np.rint(whole * 10000).astype(np.int64)),
            np.sqrt(lead),
            cosines(self.runs, self.runs, pairs),
            np.sqrt(cosines(self.capitals, self.capitals, pairs)),
            np.sqrt(cosines(self.numbers, self.numbers, pairs)),
            np.array(dated, np.float64).reshape(len(whole), 3),
            logarithms(1 + np.minimum(ranks, MOST_RANK)),
        ))  # fmt: skip

    def months_apart(self, pairs: Pairs) -> Numbers:
        """How far apart the articles were published: 0 up to a week or where it is not known, 1 from four weeks on."""
        one, other = self.dates[pairs[0]], self.dates[pairs[1]]
        return np.where((one > 0) & (other > 0), np.clip((np.abs(one - other) - _WEEK) / (_MONTH - _WEEK), 0, 1), 0)

    def _dated(self, one: int, other: int) -> tuple[bool, bool, bool]:
        here, there = self.years[one], self.years[other]
        close = any(abs(day - beside) <= _CLOSE_DAYS for day in self.days[one] for beside in self.days[other])
        return close, bool(here & there), bool(here and there and max(here) != max(there))


FEATURES = (
    "words, logarithm", "lead, root", "runs", "capitals, root", "numbers, root", "close days", "a year in common",
    "another last year", "rank",
)  # fmt: skip


def evidence_of(articles: Sequence[Traits], terms: Terms, words: Words) -> Evidence:
    """What the articles are compared by."""
    parts = [each.marks for each in articles]
    marks, owner = unpacked(parts, MARK), owners(parts, MARK)
    shares = np.frombuffer(b"".join(each.shares for each in articles), np.uint8)
    rare = _rarity(terms.numbers, terms.spread, shares, terms.size) ** 2
    shape = (terms.size, max(1, len(terms.known)))
    frequency = 1 + logarithms(terms.counts)
    return Evidence(
        whole=unit_vectors(frequency * rare, terms.numbers, terms.articles, shape),
        plain=unit_vectors(rare, terms.numbers, terms.articles, shape),
        lead=_lead(terms, rare, marks[marks["kind"] == LEAD], owner[marks["kind"] == LEAD]),
        runs=_pairs_of_words(words, stop_hashes([each.language for each in articles])),
        capitals=_marked(marks, owner, CAPITAL, terms.size),
        numbers=_marked(marks, owner, NUMBER, terms.size),
        years=[frozenset(found) for found in _values(marks, owner, YEAR, terms.size)],
        days=[tuple(found) for found in _values(marks, owner, DAY, terms.size)],
        dates=np.array([day_of(each.date) for each in articles], np.int64),
    )


def _rarity(numbers: Numbers, spread: Numbers, shares: Numbers, size: int) -> Numbers:
    """Inverse document frequency, smoothed by articles in the language at large."""
    having = SHARES * (1 + spread[numbers]) + _BACKGROUND * shares.astype(np.int64)
    return logarithms(np.array([SHARES * (1 + size + _BACKGROUND)])) - logarithms(having)


def _lead(terms: Terms, rare: Numbers, marks: Numbers, owner: Numbers) -> sp.csr_matrix:
    weights = np.zeros(len(terms.known))
    weights[terms.numbers] = rare
    at = np.minimum(np.searchsorted(terms.known, marks["hash"]), max(0, len(terms.known) - 1))
    found = terms.known[at] == marks["hash"] if len(terms.known) else np.zeros(len(marks), bool)
    weight = (1 + logarithms(marks["count"][found])) * weights[at[found]]
    return unit_vectors(weight, at[found], owner[found], (terms.size, max(1, len(terms.known))))


def _marked(marks: Numbers, owner: Numbers, kind: int, size: int) -> sp.csr_matrix:
    of_kind = marks["kind"] == kind
    some = marks[of_kind]
    known, numbers, spread = np.unique(some["hash"], return_inverse=True, return_counts=True)
    weights = (1 + logarithms(some["count"])) * _rarity(numbers, spread, some["share"], size) ** 2
    return unit_vectors(weights, numbers, owner[of_kind], (size, max(1, len(known))))


def _pairs_of_words(words: Words, stops: Numbers) -> sp.csr_matrix:
    """Those that at least two articles have, and that are no two stop words."""
    hashes, articles = words.runs(2, without=stops)
    order = np.lexsort((hashes, articles))
    hashes, articles = hashes[order], articles[order]
    new = np.ones(len(hashes), bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
    at = np.flatnonzero(new)
    counts = np.diff(np.append(at, len(hashes)))
    known, numbers, spread = np.unique(hashes[at], return_inverse=True, return_counts=True)
    shared = spread[numbers] > 1
    numbers, counts, owner = numbers[shared], counts[shared], articles[at][shared]
    weights = (1 + logarithms(counts)) * _rarity(numbers, spread, np.zeros(len(numbers), np.uint8), words.size)
    return unit_vectors(weights, numbers, owner, (words.size, max(1, len(known))))


def _values(marks: Numbers, owner: Numbers, kind: int, size: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(size)]
    of_kind = marks["kind"] == kind
    for article, value in zip(owner[of_kind].tolist(), marks["hash"][of_kind].tolist(), strict=True):
        found[article].append(value)
    return found
