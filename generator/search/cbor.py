"""CBOR of numbers and words, and the heads of arrays: an index has them by the hundred thousand."""

from functools import cache

import cbor2


@cache
def array_head(length: int) -> bytes:
    """What an array of so many items begins with."""
    return _head(length, 0x80)


@cache
def _text_head(length: int) -> bytes:
    return _head(length, 0x60)


def _head(length: int, kind: int) -> bytes:
    same = cbor2.dumps(length)  # a length is written as a number is, but for the three bits that say what it is of
    return bytes([same[0] | kind]) + same[1:]


def text(content: str) -> bytes:
    """A text."""
    written = content.encode()
    return _text_head(len(written)) + written


PAIR, TRIPLE = array_head(2), array_head(3)


class _Steps(dict[int, bytes]):
    """What each triple begins with that has this number first, made when it is asked for."""

    def __missing__(self, number: int) -> bytes:
        self[number] = TRIPLE + cbor2.dumps(number)
        return self[number]


step_head = _Steps().__getitem__
"""What a triple begins with whose first item is this number."""
