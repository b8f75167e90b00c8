"""The way back from a place in an article's text to the place in the text as it was given."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from generator.model import Cut


def origin(cuts: Sequence[Cut], place: int) -> int:
    """Place in the given text of the character that stands at `place` in `Article.text`.

    The end of a span is `origin(cuts, end - 1) + 1`: what was cut behind its last character is no part of it.
    """
    return place + sum(cut.length for cut in cuts[: bisect_right(cuts, place, key=lambda cut: cut.at)])


class Origins:
    """`origin` for many places in one text."""

    __slots__ = ("_lengths", "_places")

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self._places = [cut.at for cut in cuts]
        self._lengths = [0, *accumulate(cut.length for cut in cuts)]

    def start(self, place: int) -> int:
        """Place in the given text of the character at `place`."""
        return place + self._lengths[bisect_right(self._places, place)]

    def end(self, place: int) -> int:
        """Place in the given text behind the character before `place`."""
        return self.start(place - 1) + 1 if place else 0
