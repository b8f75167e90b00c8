"""Articles as vectors of whole numbers, so that what they have in common is the same sum in any order."""

import math

import numpy as np
import scipy.sparse as sp

from generator.relate.hashes import Numbers

UNIT = 1 << 15
"""Length of a vector."""
_AT_ONCE = 1 << 14
"""Pairs that are worked out at once."""


def logarithms(numbers: Numbers) -> Numbers:
    """The natural logarithm of each whole number from 1 on.

    They come from `math`, one number at a time: numpy's differ in the last place between processors.
    """
    table = np.zeros(int(numbers.max(initial=0)) + 1, np.float64)
    known = np.flatnonzero(np.bincount(numbers, minlength=1))
    table[known] = [math.log(number) for number in known.tolist()] if len(numbers) else 0.0
    return table[numbers]


def unit_vectors(weights: Numbers, columns: Numbers, rows: Numbers, shape: tuple[int, int]) -> sp.csr_matrix:
    """Vectors of one length, from the weights of their parts (0 to some 200), given row by row."""
    raw = np.rint(weights * UNIT).astype(np.int64)
    starts = np.searchsorted(rows, np.arange(shape[0] + 1)).astype(np.int32)
    sums = np.concatenate(([0], np.cumsum(raw * raw >> 16)))
    lengths = np.sqrt(np.maximum(1, sums[starts[1:]] - sums[starts[:-1]]) * 65536.0)
    data = np.rint(raw * UNIT / lengths[rows]).astype(np.int32)
    vectors = sp.csr_matrix((data, columns.astype(np.int32), starts), shape=shape)
    vectors.sort_indices()
    return vectors


def cosines(ones: sp.csr_matrix, others: sp.csr_matrix, pairs: tuple[Numbers, Numbers]) -> Numbers:
    """The cosine of each pair, a row of the ones and a row of the others, to four places."""
    first, second = pairs
    sums = np.zeros(len(first), np.int64)
    for start in range(0, len(first), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        sums[some] = np.asarray(ones[first[some]].multiply(others[second[some]]).sum(axis=1, dtype=np.int64)).ravel()
    return np.clip(np.round(sums / UNIT**2, 4), 0.0, 1.0)
