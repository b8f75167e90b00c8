"""What articles speak of: the topics of each, found for all at once and put together when one is looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from generator.model import Mention, Topic

Pairs = tuple[tuple[Topic, Mention], ...]


class Spoken(Mapping[str, Pairs]):
    """The topics of every article by its id, each with where it speaks of it, the highest score first, then by key."""

    def __init__(self, topics: Sequence[Topic], ids: Iterable[str]) -> None:
        """The topics are sorted by key."""
        self.numbers = {id_: number for number, id_ in enumerate(ids)}
        """Of every article by id, in the given order."""
        self._topics = topics
        self._mentions = [mention for topic in topics for mention in topic.mentions]
        size = len(self._mentions)
        self.articles = np.fromiter((self.numbers[one.article] for one in self._mentions), np.int32, size)
        """Numbers of the articles of the topics, topic by topic."""
        self.starts = np.cumsum([0, *(len(topic.mentions) for topic in topics)])
        """Where those of each topic begin; the last number is how many there are."""
        scores = np.fromiter((one.score for one in self._mentions), np.float64, size)
        of_mention = np.repeat(np.arange(len(topics), dtype=np.int32), np.diff(self.starts))
        self._order = np.lexsort((-scores, self.articles))  # which leaves topics of one score in their order
        self._of_order = of_mention[self._order]
        self._bounds = np.searchsorted(self.articles[self._order], np.arange(len(self.numbers) + 1))

    def __getitem__(self, id_: str) -> Pairs:
        number = self.numbers[id_]
        some = slice(*self._bounds[number : number + 2].tolist())
        pairs = zip(self._of_order[some].tolist(), self._order[some].tolist(), strict=True)
        return tuple([(self._topics[topic], self._mentions[mention]) for topic, mention in pairs])

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    def first_ids(self) -> Iterator[str]:
        """For every topic the first of its articles, in the order of the ids; empty where it has none."""
        ids, bounds = list(self.numbers), self.starts.tolist()
        articles = self.articles.tolist()
        for start, end in pairwise(bounds):
            yield ids[min(articles[start:end])] if end > start else ""

    def most(self, ids: Iterable[str], top: int) -> dict[str, int]:
        """Keys of the topics that most of the articles have, the most first, each with how many have it."""
        chosen = np.zeros(len(self.numbers), bool)
        chosen[[self.numbers[id_] for id_ in ids]] = True
        sums = np.concatenate(([0], np.cumsum(chosen[self.articles])))[self.starts]
        counts = np.diff(sums)
        known = np.flatnonzero(counts)
        best = known[np.lexsort((known, -counts[known]))[:top]]
        return {self._topics[number].key: int(counts[number]) for number in best.tolist()}
