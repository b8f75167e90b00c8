"""CBOR of numbers, and the heads of arrays: an index has them by the hundred thousand."""

from functools import cache

import cbor2


class _Numbers(dict[int, bytes]):
    """The CBOR of each number, made when it is asked for."""

    def __missing__(self, number: int) -> bytes:
        self[number] = cbor2.dumps(number)
        return self[number]


number = _Numbers().__getitem__
"""The CBOR of a number."""


@cache
def array_head(length: int) -> bytes:
    """What an array of so many items begins with."""
    same = number(length)  # an array's length is written as a number is, but for the three bits that say what it is
    return bytes([same[0] | 0x80]) + same[1:]


PAIR, TRIPLE = array_head(2), array_head(3)
