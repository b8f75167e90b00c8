"""Runs of words that stand in texts: what copies of one text share, and seldom any two others."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.relate.hashes import Numbers, hashed, owners, unpacked
from generator.relate.marks import ASIDE
from generator.relate.occurrences import CLEAN, PIECE
from generator.relate.traits import Traits
from generator.text import stop_words

_MARKS = string.punctuation + "’‘“”„«»–—…•·¿¡、。，「」"
_BASE = np.uint64(0x9E37_79B9_7F4A_7C15)
_MIX = np.uint64(0xBF58_476D_1CE4_E5B9)
HASH_BITS = 44
LOW = (1 << HASH_BITS) - 1
_SLOTS = np.uint64(1 << 16)
_LANGUAGES = 32
"""Languages whose stop words are held."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all articles, one after the other, without what is not their own."""

    hashes: Numbers
    articles: Numbers
    """Number of the article."""
    size: int
    """How many articles there are."""

    def runs(self, length: int, without: Numbers | None = None) -> tuple[Numbers, Numbers]:
        """The runs of so many words, and the number of the article of each; none of the given words alone."""
        count = max(0, len(self.hashes) - length + 1)
        mixed = np.zeros(count, np.uint64)
        for place in range(length):
            mixed = mixed * _BASE + self.hashes[place : place + count]
            mixed ^= mixed >> np.uint64(29)
        kept = self.articles[:count] == self.articles[len(self.hashes) - count :]
        if without is not None:
            empty = _among(self.hashes, without)
            for place in range(length):
                empty[:count] &= empty[place : place + count]
            kept &= ~empty[:count]
        return (mixed * _MIX)[kept], self.articles[:count][kept]


def keyed(first: Numbers, second: Numbers) -> Numbers:
    """Pairs of an article, or a number below 2**20, and a hash or larger number, of which 44 bits are kept, sorted.

    One sort of one number each is several times as fast as any that keeps track of places. Of a million different
    hashes, two have the same 44 bits in one of thirty digests.
    """
    codes = first.astype(np.uint64) << np.uint64(HASH_BITS) | second & np.uint64(LOW)
    codes.sort()
    return codes


def words_of(articles: Sequence[Traits]) -> Words:
    """The words of the articles, in their order."""
    rows = unpacked([each.pieces for each in articles], PIECE)
    owner = owners([each.pieces for each in articles], PIECE)
    hashes = rows["hash"] & np.uint64(CLEAN)
    kept = ~_among(hashes, _marks())
    starts = np.searchsorted(owner, np.arange(len(articles) + 1))
    for number, each in enumerate(articles):
        if each.asides:
            part = slice(starts[number], starts[number + 1])
            kept[part] &= ~_inside(rows["start"][part], np.frombuffer(each.asides, ASIDE))
    return Words(hashes[kept], owner[kept], len(articles))


def stop_hashes(languages: Sequence[str]) -> Numbers:
    """The stop words of the languages, the smallest hash first."""
    found = [_stops(language) for language in sorted(set(languages))]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.uint64)


def _among(hashes: Numbers, known: Numbers) -> Numbers:
    """Whether each is one of the known, which are sorted."""
    if not len(known):
        return np.zeros(len(hashes), bool)
    slots = np.zeros(_SLOTS, bool)
    slots[known % _SLOTS] = True
    likely = np.flatnonzero(slots[hashes % _SLOTS])  # most are told from the known by a few bits
    some = hashes[likely]
    found = np.zeros(len(hashes), bool)
    found[likely] = known[np.minimum(np.searchsorted(known, some), len(known) - 1)] == some
    return found


def _inside(starts: Numbers, asides: Numbers) -> Numbers:
    """Whether each of the places is in one of the parts, which are in order and apart."""
    at = np.searchsorted(asides["start"], starts, "right") - 1
    return (at >= 0) & (starts < asides["end"][at])


@lru_cache(maxsize=1)
def _marks() -> Numbers:
    return np.sort(np.array([hashed(mark) & CLEAN for mark in _MARKS], np.uint64))


@lru_cache(maxsize=_LANGUAGES)
def _stops(language: str) -> Numbers:
    return np.array(sorted(hashed(word) & CLEAN for word in stop_words(language)), np.uint64)
