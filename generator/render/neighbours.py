"""Topics of the same articles, found for all topics at once."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from generator.model import Topic

Neighbours = dict[str, tuple[tuple[str, int], ...]]
"""For the key of every topic those of others, each with how many articles have both, the most first, then by key."""


def find_neighbours(topics: Sequence[Topic], top: int) -> Neighbours:
    """The neighbours of the topics, which are sorted by key; at the most `top` of each."""
    if not topics or not top:
        return {topic.key: () for topic in topics}
    together = _together(topics)
    keys = [topic.key for topic in topics]
    found: Neighbours = {}
    for row, key in enumerate(keys):
        start, end = together.indptr[row], together.indptr[row + 1]
        others, counts = together.indices[start:end], together.data[start:end]
        order = np.lexsort((others, -counts))[: top + 1]
        pairs = [(keys[others[place]], int(counts[place])) for place in order if others[place] != row]
        found[key] = tuple(pairs[:top])
    return found


def _together(topics: Sequence[Topic]) -> sp.csr_matrix:
    """How many articles every two topics have in common; a row and a column a topic."""
    numbers: dict[str, int] = {}
    columns = [numbers.setdefault(mention.article, len(numbers)) for topic in topics for mention in topic.mentions]
    starts = np.cumsum([0, *(len(topic.mentions) for topic in topics)])
    ones = np.ones(len(columns), np.int32)
    having = sp.csr_matrix((ones, np.array(columns, np.int32), starts), shape=(len(topics), len(numbers)))
    return having @ having.T.tocsr()
