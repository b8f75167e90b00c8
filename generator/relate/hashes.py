"""Words as whole numbers, the same on every machine and in every run, and rows of numbers packed into bytes."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

_BYTES = 8
"""Of a hash: of a hundred thousand words, two have the same in one of some billion digests."""


@lru_cache(maxsize=1 << 17)
def hashed(text: str) -> int:
    """A number below 2**64 that stands for the text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=_BYTES).digest(), "little")


def packed(rows: Iterable[Any], kind: np.dtype[Any]) -> bytes:
    """The rows of numbers, or the numbers where the kind has no columns, as bytes."""
    pack = _layout(kind).pack
    return b"".join([pack(*row) for row in rows] if kind.names else [pack(number) for number in rows])


@lru_cache(maxsize=64)
def _layout(kind: np.dtype[Any]) -> Struct:
    """How a row of the kind lies in memory; numpy takes several times as long to pack a few rows."""
    columns = [kind[name] for name in kind.names] if kind.names else [kind]
    return Struct("<" + "".join(_CODES[column.str[1:]] for column in columns))


_CODES = {"u1": "B", "i4": "i", "u4": "I", "u8": "Q", "f8": "d"}
"""Kinds of numbers, as numpy and as `struct` calls them."""


def unpacked(parts: Iterable[bytes], kind: np.dtype[Any]) -> Numbers:
    """One array of all that was packed in parts."""
    return np.frombuffer(b"".join(parts), kind)


def owners(parts: Iterable[bytes], kind: np.dtype[Any]) -> Numbers:
    """For each row of all the parts the number of the part it is in."""
    sizes = np.fromiter((len(part) // kind.itemsize for part in parts), np.int32)
    return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)


def distinct(numbers: Numbers) -> Numbers:
    """The numbers without repeats, the smallest first."""
    return distinct_sorted(np.sort(numbers))


def distinct_sorted(ordered: Numbers) -> Numbers:
    """The same of numbers that are sorted."""
    is_new = np.ones(len(ordered), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]
