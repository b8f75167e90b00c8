"""Groups of articles whose pairs are likely to belong together: average linkage inside connected parts."""

from collections.abc import Callable, Sequence

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from generator.relate.hashes import Numbers

LEAST = 3000
"""How likely the pairs of a group are in the mean, at the least, in ten thousandths.

Where weights are fitted on other events, .3 does best on Wikinews and ECB+ together (BCubed F .919 and .945), and also
where most of their articles are alone with their event (.921 and .930); .4 gives .913 and .942.
"""
_STRICTER = (LEAST, 5000, 6000, 7000, 8000, 9000, 9500, 9900)
"""Where articles hang together in a part that is too large, less likely pairs in it no longer join it."""
_LARGEST = 128
"""Articles of a part: its cost grows with their square."""

Pairs = tuple[Numbers, Numbers]
Scorer = Callable[[Pairs], Numbers]
"""How likely pairs are, in ten thousandths."""


def linked(pairs: Pairs, likely: Numbers, size: int, scorer: Scorer) -> list[tuple[int, ...]]:
    """Groups of two or more numbers below `size`, each in order.

    Method: agglomerative, average linkage (Sokal and Michener 1958). The best two groups are joined as long as their
    pairs are likely enough in the mean, so that a group has always some pair that is: none reaches out of its part.
    """
    parts = _parts(pairs, likely, size)
    inner = [np.array(part)[np.column_stack(np.triu_indices(len(part), 1))] for part in parts]
    if not inner:
        return []
    rows = np.concatenate(inner)
    scores = scorer((rows[:, 0], rows[:, 1]))
    ends = np.cumsum([len(each) for each in inner])[:-1]
    groups = (_joined(part, some) for part, some in zip(parts, np.split(scores, ends), strict=True))
    return [group for some in groups for group in some]


def _parts(pairs: Pairs, likely: Numbers, size: int) -> list[list[int]]:
    """Numbers that hang together by likely pairs, each in order, none too many."""
    found: list[list[int]] = []
    for least in _STRICTER:
        kept = likely >= least
        pairs, likely = (pairs[0][kept], pairs[1][kept]), likely[kept]
        graph = sp.csr_matrix((np.ones(len(likely), np.int8), pairs), shape=(size, size))
        _, labels = connected_components(graph, directed=False)
        spread = np.bincount(labels, minlength=1)
        small = (spread[labels] > 1) & (spread[labels] <= _LARGEST)
        order = np.lexsort((np.arange(size), labels))
        order = order[small[order]]
        cuts = np.flatnonzero(np.diff(labels[order])) + 1
        found += [part.tolist() for part in np.split(order, cuts) if len(part)]
        large = spread[labels[pairs[0]]] > _LARGEST
        pairs, likely = (pairs[0][large], pairs[1][large]), likely[large]
        if not len(likely):
            break
    return found


def _joined(part: Sequence[int], scores: Numbers) -> list[tuple[int, ...]]:
    """The groups of a part, from how likely its pairs are; of equals those that come first are joined first."""
    count = len(part)
    sums = np.zeros((count, count), np.int64)
    sums[np.triu_indices(count, 1)] = scores
    sums += sums.T
    sizes = np.ones(count, np.int64)
    groups = [[number] for number in part]
    while True:
        means = sums / (sizes[:, None] * sizes)
        one, other = divmod(int(np.argmax(means)), count)
        if means[one, other] < LEAST:
            return [tuple(sorted(group)) for group in groups if len(group) > 1]
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sums[one, one] = 0
        sums[other], sums[:, other] = 0, 0
        sizes[one] += sizes[other]
        groups[one] += groups[other]
        groups[other] = []
