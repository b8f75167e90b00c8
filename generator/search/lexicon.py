"""What words are found by: Pagefind is asked for each once, and its answers are kept."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from generator.model import Record
from generator.search.pagefind import IndexWords

_MOST = 500_000
"""Words that are kept; where there are more, those of parts that do not change are forgotten."""


class Known(Record, frozen=True):
    """A lexicon as it is kept."""

    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    word: bytes = b""
    key: bytes = b""
    parts: bytes = b""


class Lexicon:
    """Words by number, and what they are found by. It grows as words are looked up."""

    def __init__(self, ask: Callable[[Sequence[str]], IndexWords], known: Known) -> None:
        if len(known.words) > _MOST:
            known = Known()
        self.has_grown = False
        self.numbers = {word: number for number, word in enumerate(known.words)}
        self._ask = ask
        self._keys = {key: number for number, key in enumerate(known.keys)}
        self._columns = [np.frombuffer(each, np.int64) for each in (known.word, known.key, known.parts)]

    def look_up(self, words: Iterable[str]) -> IndexWords:
        """What all words that are known are found by, these among them; words are as in `numbers`."""
        new = sorted({*words} - self.numbers.keys())
        if new:
            self._add(new, self._ask(new))
        return IndexWords(list(self._keys), *self._columns)

    def _add(self, words: Sequence[str], found_by: IndexWords) -> None:
        count, self.has_grown = len(self.numbers), True
        self.numbers |= {word: number for number, word in enumerate(words, count)}
        for key in found_by.keys:
            self._keys.setdefault(key, len(self._keys))
        keys = np.array([self._keys[key] for key in found_by.keys], dtype=np.int64)
        added = (found_by.word + count, keys[found_by.key], found_by.parts)
        self._columns = [np.concatenate(pair) for pair in zip(self._columns, added, strict=True)]

    def known(self) -> Known:
        """The lexicon to be kept."""
        return Known(tuple(self.numbers), tuple(self._keys), *(column.tobytes() for column in self._columns))
