"""Copies: articles that are the same text, exactly or nearly."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rensa import RMinHash

from generator.model import Copy, CopyKind
from generator.relate.hashes import Numbers, distinct, distinct_sorted
from generator.relate.passages import HASH_BITS, LOW, Words, keyed
from generator.relate.traits import Traits

_RUN = 3
"""Words of a run: long enough that two reports of one event share few (Broder 1997, "On the resemblance and
containment of documents", takes ten and fewer)."""
_NEAR = 0.6
"""Share of their runs that copies have in common, at the least: one word changed of every six or so."""
_WITHIN = 0.85
"""Or share of the runs of the shorter one that the longer one has: it was cut, or something was added."""
_SHORTEST = 0.5
"""Length of the shorter one of those, beside that of the longer."""
_FEWEST = 20
"""Runs of the shortest text that is looked at: of two lines that are alike nobody can say which copies which."""
_NUMBERS = 64
_BAND = 4
"""Numbers of a band: texts that share six tenths of their runs share a band in 9 of 10 cases, those that share eight
tenths always, those that share two tenths in 1 of 40."""
_SEED = 1
_ODD = np.uint64(0x9E37_79B9_7F4A_7C15)
_MOST_ALIKE = 32
"""How far apart two texts may stand among those with one band in common: all pairs of hundreds would take long, and
what is one text comes together by its neighbours."""

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """The different runs of words of all articles."""

    hashes: Numbers
    """Those of each article in turn, the smallest first."""
    starts: Numbers
    """Where those of each article start, and where the last end."""

    def of(self, number: int) -> Numbers:
        """Those of one article."""
        return self.hashes[self.starts[number] : self.starts[number + 1]]


def find_copies(articles: Sequence[Traits], runs: Runs, order: Sequence[int]) -> tuple[Group, ...]:
    """Groups of numbers of articles that are one text; the first of each in `order` leads it."""
    rank = {number: place for place, number in enumerate(order)}
    exact = _exact([each.fingerprint for each in articles])
    lead = firsts(exact, len(articles))
    groups: dict[int, list[int]] = {number: [number] for number in range(len(articles))}
    of = list(range(len(articles)))
    joined = [(one, other) for group in exact for one, other in pairwise(group)]
    joined += [pair for pair in _likely(runs) if lead[pair[0]] != lead[pair[1]] and _is_near(*_shared(runs, *pair))]
    for one, other in joined:
        into, gone = sorted((of[one], of[other]))
        if into != gone:
            for number in groups[gone]:
                of[number] = into
            groups[into] += groups.pop(gone)
    return tuple(tuple(sorted(group, key=lambda one: rank[one])) for group in groups.values() if len(group) > 1)


def firsts(copies: Sequence[Sequence[int]], size: int) -> list[int]:
    """For each article the first of its group of copies; itself where it has none."""
    found = list(range(size))
    for group in copies:
        for number in group:
            found[number] = group[0]
    return found


def describe_copies(articles: Sequence[Traits], runs: Runs, copies: Sequence[Group]) -> tuple[Copy, ...]:
    """Every copy but the first of each group, by id."""
    return tuple(
        sorted(
            (_copy(articles, runs, group[0], other) for group in copies for other in group[1:]),
            key=lambda copy: copy.id,
        )
    )


def _copy(articles: Sequence[Traits], runs: Runs, first: int, other: int) -> Copy:
    exact = articles[first].fingerprint == articles[other].fingerprint
    shared = 1.0 if exact else round(_shared(runs, first, other)[0], 4)
    return Copy(articles[other].id, articles[first].id, CopyKind.EXACT if exact else CopyKind.NEAR, shared)


def _exact(fingerprints: Sequence[bytes]) -> tuple[Group, ...]:
    groups: defaultdict[bytes, list[int]] = defaultdict(list)
    for number, fingerprint in enumerate(fingerprints):
        groups[fingerprint].append(number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def runs_of(words: Words) -> Runs:
    """The runs of the words."""
    hashes, articles = words.runs(_RUN)
    codes = distinct_sorted(keyed(articles, hashes))
    bounds = np.arange(words.size + 1, dtype=np.uint64) << np.uint64(HASH_BITS)
    return Runs(codes & np.uint64(LOW), np.searchsorted(codes, bounds))


def _likely(runs: Runs) -> list[tuple[int, int]]:
    """Pairs of articles that may be near copies, the lower number first, in order (Broder 1997; banded signatures)."""
    long = np.flatnonzero(np.diff(runs.starts) >= _FEWEST)
    if len(long) < 2:  # noqa: PLR2004 - nobody is a copy of oneself
        return []
    hashes = np.concatenate([runs.of(number) for number in long.tolist()])
    starts = np.concatenate(([0], np.cumsum(np.diff(runs.starts)[long]))).astype(np.uint64)
    signed = RMinHash.digest_matrix_from_flat_token_hashes(hashes, starts, _NUMBERS, _SEED)
    rows = np.array(signed.to_rows(), np.uint64)
    size = len(runs.starts)
    found = [_alike(rows[:, place : place + _BAND], long, size) for place in range(0, _NUMBERS, _BAND)]
    pairs = distinct(np.concatenate(found))
    return [(pair // size, pair % size) for pair in pairs.tolist()]


def _alike(band: Numbers, long: Numbers, size: int) -> Numbers:
    """The pairs of articles with the same band, as one number each."""
    mixed = np.zeros(len(band), np.uint64)
    for column in band.T:
        mixed = mixed * _ODD + column
    order = np.argsort(mixed, kind="stable")
    mixed, numbers = mixed[order], long[order].astype(np.int64)
    found = [np.zeros(0, np.int64)]
    for apart in range(1, min(_MOST_ALIKE, len(mixed))):
        same = mixed[apart:] == mixed[:-apart]
        if not same.any():
            break
        found.append(numbers[:-apart][same] * size + numbers[apart:][same])
    return np.concatenate(found)


def _shared(runs: Runs, one: int, other: int) -> tuple[float, float, float]:
    """Share of the runs of both that both have, of those of the shorter, and how long that is beside the longer."""
    few, many = sorted((runs.of(one), runs.of(other)), key=len)
    common = len(np.intersect1d(few, many, assume_unique=True))
    union = len(few) + len(many) - common
    return common / max(1, union), common / max(1, len(few)), len(few) / max(1, len(many))


def _is_near(jaccard: float, within: float, length: float) -> bool:
    return jaccard >= _NEAR or (within >= _WITHIN and length >= _SHORTEST)
