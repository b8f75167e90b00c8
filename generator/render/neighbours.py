"""Topics of the same articles, found for all topics at once."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import scipy.sparse as sp

from generator.model import Topic
from generator.relate.hashes import Numbers
from generator.render.spoken import Spoken

Pairs = tuple[tuple[str, int], ...]


class Neighbours(Mapping[str, Pairs]):
    """For the key of each topic others, each with how many articles have both, the most first, then by key."""

    def __init__(self, topics: Sequence[Topic], rows: tuple[Numbers, Numbers, Numbers]) -> None:
        """Of every topic its rows: where they begin, numbers of other topics, and counts."""
        self._topics = topics
        self._numbers = {topic.key: number for number, topic in enumerate(topics)}
        self._starts, self._others, self._counts = rows

    def __getitem__(self, key: str) -> Pairs:
        number = self._numbers[key]
        some = slice(*self._starts[number : number + 2].tolist())
        others, counts = self._others[some].tolist(), self._counts[some].tolist()
        return tuple([(self._topics[other].key, count) for other, count in zip(others, counts, strict=True)])

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def tokens(self, named: Mapping[str, bytes]) -> dict[str, bytes]:
        """For the key of every topic what tells its neighbours from others, given what tells a topic and its name."""
        size = len(next(iter(named.values()), b"."))
        all_ = np.frombuffer(b"".join([named[topic.key] for topic in self._topics]), np.dtype((np.void, size)))
        tokens, counts = all_[self._others].tobytes(), self._counts.astype("<u4").tobytes()
        starts = self._starts.tolist()
        return {
            topic.key: tokens[size * start : size * end] + counts[4 * start : 4 * end]
            for topic, start, end in zip(self._topics, starts[:-1], starts[1:], strict=True)
        }


def find_neighbours(topics: Sequence[Topic], spoken: Spoken, top: int) -> Neighbours:
    """The neighbours of the topics, which are sorted by key; at the most `top` of each."""
    size = len(topics)
    if not size or not top:
        return Neighbours(topics, (np.zeros(size + 1, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)))
    together = _together(spoken, size)
    most = int(together.data.max(initial=0)) + 1
    # Sorted as one number each, which has room for two million topics of two million articles; one array for all, since
    # there are hundreds for each topic.
    pairs = np.repeat(np.arange(size, dtype=np.int64), np.diff(together.indptr))
    apart = pairs != together.indices
    pairs = pairs * most + (most - 1) - together.data
    pairs *= size
    pairs += together.indices
    pairs = pairs[apart]
    pairs.sort()
    begins = np.searchsorted(pairs, np.arange(size + 1) * (most * size))
    few = np.minimum(np.diff(begins), top)
    starts = np.concatenate(([0], np.cumsum(few)))
    best = pairs[np.repeat(begins[:-1] - starts[:-1], few) + np.arange(starts[-1])]
    return Neighbours(topics, (starts, best % size, most - 1 - best // size % most))


def _together(spoken: Spoken, size: int) -> sp.csr_matrix:
    """How many articles every two topics have in common; a row and a column a topic."""
    ones = np.ones(len(spoken.articles), np.int32)
    having = sp.csr_matrix((ones, spoken.articles, spoken.starts), shape=(size, len(spoken.numbers)))
    return having @ having.T.tocsr()
