"""What sentences that say the same thing have in common word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.model import Span
from generator.text import stop_words

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[$€£¥%]")


def shared_wording(texts: Sequence[str], language: str) -> tuple[tuple[Span, ...], ...]:
    """For each text the spans that stand in another one too, in reading order and apart.

    Runs of the same words in the same order; one that carries nothing ("of the") counts only where it is long.
    """
    stops = stop_words(language)
    words = [[(Span(*match.span()), match.group().casefold()) for match in _WORD.finditer(text)] for text in texts]
    shared: list[set[int]] = [set() for _ in texts]
    for first in range(len(texts)):
        for second in range(first + 1, len(texts)):
            one, other = ([word for _, word in words[number]] for number in (first, second))
            for start, begin, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
                run = one[start : start + size]
                if size > _LONG or any(word not in stops for word in run):
                    shared[first].update(range(start, start + size))
                    shared[second].update(range(begin, begin + size))
    return tuple(
        tuple(_runs([span for span, _ in found], numbers)) for found, numbers in zip(words, shared, strict=True)
    )


_LONG = 2
"""Words of which a run without any that carries something may be chance."""


def _runs(spans: Sequence[Span], numbers: set[int]) -> list[Span]:
    found: list[Span] = []
    before = -2
    for number in sorted(numbers):
        if number == before + 1:
            found[-1] = Span(found[-1].start, spans[number].end)
        else:
            found.append(spans[number])
        before = number
    return found
