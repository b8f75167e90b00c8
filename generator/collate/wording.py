"""What sentences that say the same thing have in common word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.collate.said import Word, words_of
from generator.model import Span

_LONG = 3
"""Words of which a run without any that carries something is no chance."""
_MOST = 150
"""Words of a text that are compared: of texts that repeat a few words, time grows with the third power."""
_ALL_PAIRS = 4
"""Sentences of which each is compared with each; further ones are compared with the first ones."""


def shared_wording(texts: Sequence[str], language: str) -> tuple[tuple[Span, ...], ...]:
    """For each text the spans that stand in another one too, in reading order and apart.

    They are runs of the same words, in any inflection, in the same order; a run of words that carry nothing ("of the")
    counts only where it is long. Of a very long text only the beginning is looked at.
    """
    words = [words_of(text, language) for text in texts]
    shared: list[set[int]] = [set() for _ in texts]
    for second in range(len(texts)):
        for first in range(min(second, _ALL_PAIRS)):
            for start, begin, size in _runs(words[first], words[second]):
                shared[first].update(range(start, start + size))
                shared[second].update(range(begin, begin + size))
    return tuple(tuple(_spans(found, numbers)) for found, numbers in zip(words, shared, strict=True))


def _runs(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Where the same words stand in both, and how many."""
    ours, theirs = ([word.stem for word in each[:_MOST]] for each in (one, other))
    for start, begin, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if size >= _LONG or not all(word.is_stop for word in one[start : start + size]):
            yield start, begin, size


def _spans(words: Sequence[Word], numbers: set[int]) -> Iterator[Span]:
    """The words of these numbers, those that follow each other as one."""
    start = None
    for number in sorted(numbers):
        start = number if start is None else start
        if number + 1 not in numbers:
            yield Span(words[start].span.start, words[number].span.end)
            start = None
