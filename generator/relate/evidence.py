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

_BACKGROUND = 2
"""Of so many articles there is one more thought to be there, of the language at large: it says how common words are
where there are few articles, and keeps a word that all have from weighing nothing."""
_CLOSE_DAYS = 3
"""Days by which reports of one event lie apart."""
MOST_RANK = 16
"""From so many nearer articles on it does not matter how many there are."""
_SOON, _LATE = 2, 14
"""Days between which what speaks against two articles grows that were published apart."""
_ARTICLES = (1 << 20) - 1
"""Numbers of articles stand in the lowest bits of hashes: one sort of one number each is several times as fast as any
that keeps track of places. Of a million different runs, two have the same other bits in one of thirty digests."""
_ALL = (1 << 64) - 1
_PLACES = 40
"""Bits of a place in a list."""
_FIRST_YEAR, _YEARS = 1900, 200

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
    years: Numbers
    """Whether the article speaks of each of the years from 1900 on."""
    days: Sequence[tuple[int, ...]]
    """Those that the text states in full, in order."""
    dates: Numbers
    """The day when it was published; 0 where that is not known."""

    def alike(self, pairs: Pairs) -> Numbers:
        """The cosines of the pairs by all their content words."""
        return cosines(self.whole, self.whole, pairs)

    def features(self, pairs: Pairs, alike: Numbers, ranks: Numbers) -> Numbers:
        """What is compared, a pair a row (see `FEATURES`)."""
        swapped = (pairs[1], pairs[0])
        lead = (cosines(self.lead, self.plain, pairs) + cosines(self.lead, self.plain, swapped)) / 2
        here, there = self.years[pairs[0]], self.years[pairs[1]]
        both = here.any(axis=1) & there.any(axis=1)
        last = [_YEARS - np.argmax(years[:, ::-1], axis=1) for years in (here, there)]
        return np.column_stack((
            logarithms(200 + np.rint(alike * 10000).astype(np.int64)),
            np.sqrt(lead),
            cosines(self.runs, self.runs, pairs),
            np.sqrt(cosines(self.capitals, self.capitals, pairs)),
            np.sqrt(cosines(self.numbers, self.numbers, pairs)),
            self._close(pairs),
            (here & there).any(axis=1),
            both & (last[0] != last[1]),
            logarithms(1 + np.minimum(ranks, MOST_RANK)),
        ))  # fmt: skip

    def days_apart(self, pairs: Pairs) -> Numbers:
        """How far apart they were published: 0 up to two days, or where it is not known, 1 from two weeks on."""
        one, other = self.dates[pairs[0]], self.dates[pairs[1]]
        return np.where((one > 0) & (other > 0), np.clip((np.abs(one - other) - _SOON) / (_LATE - _SOON), 0, 1), 0)

    def _close(self, pairs: Pairs) -> Numbers:
        """Whether both texts state days that are close."""
        stated = np.array([bool(days) for days in self.days], bool)
        found = np.zeros(len(pairs[0]), bool)
        for place in np.flatnonzero(stated[pairs[0]] & stated[pairs[1]]).tolist():
            here, there = self.days[pairs[0][place]], self.days[pairs[1][place]]
            found[place] = any(abs(day - beside) <= _CLOSE_DAYS for day in here for beside in there)
        return found


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
        years=_years(marks, owner, terms.size),
        days=[tuple(found) for found in _values(marks, owner, DAY, terms.size)],
        dates=np.array([day_of(each.date) for each in articles], np.int64),
    )


def _rarity(numbers: Numbers, spread: Numbers, shares: Numbers, size: int) -> Numbers:
    """Inverse document frequency, smoothed by articles in the language at large."""
    more = 1 + size // _BACKGROUND
    having = SHARES * (1 + spread[numbers]) + more * shares.astype(np.int64)
    return logarithms(np.array([SHARES * (1 + size + more)])) - logarithms(having)


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
    codes = hashes & np.uint64(~_ARTICLES & _ALL) | articles.astype(np.uint64)
    codes.sort()
    starts = _starts(codes)
    counts = np.diff(np.append(starts, len(codes)))
    runs, owner = codes[starts] & np.uint64(~_ARTICLES & _ALL), (codes[starts] & np.uint64(_ARTICLES)).astype(np.int64)
    first = _starts(runs)
    spread = np.diff(np.append(first, len(runs)))
    numbers = np.repeat(np.arange(len(first)), spread)
    shared = np.flatnonzero(spread[numbers] > 1)
    shared = np.sort(owner[shared] << _PLACES | shared) & ((1 << _PLACES) - 1)
    numbers, counts, owner = numbers[shared], counts[shared], owner[shared]
    weights = (1 + logarithms(counts)) * _rarity(numbers, spread, np.zeros(len(numbers), np.uint8), words.size)
    return unit_vectors(weights, numbers, owner, (words.size, max(1, len(first))))


def _starts(ordered: Numbers) -> Numbers:
    """Where another number starts."""
    is_new = np.ones(len(ordered), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(is_new)


def _years(marks: Numbers, owner: Numbers, size: int) -> Numbers:
    found = np.zeros((size, _YEARS), bool)
    of_kind = marks["kind"] == YEAR
    found[owner[of_kind], marks["hash"][of_kind].astype(np.int64) - _FIRST_YEAR] = True
    return found


def _values(marks: Numbers, owner: Numbers, kind: int, size: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(size)]
    of_kind = marks["kind"] == kind
    for article, value in zip(owner[of_kind].tolist(), marks["hash"][of_kind].tolist(), strict=True):
        found[article].append(value)
    return found
