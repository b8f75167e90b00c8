"""Sentences of a part of a text, for parting long blocks and for titles."""

from collections.abc import Iterator
from itertools import pairwise

from generator.model import Span

_WINDOW = 5_000
"""Characters that are split at once: a text without sentences must not take longer than its length says."""


def sentence_spans(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """Sentences of `text[start:end]`, one behind the other, with the white space behind them."""
    from generator.annotate.boundaries import find_boundaries  # and with it nupunkt, which texts with a title can spare

    for window in range(start, end, _WINDOW):
        flat = text[window : min(window + _WINDOW, end)].replace("\n", " ").replace("\r", " ")
        for first, last in pairwise([0, *find_boundaries(flat, language), len(flat)]):
            yield Span(window + first, window + last)
