"""The few sentences of an article that, read alone, tell most of it."""

import math
from collections import Counter
from collections.abc import Sequence

_FEWEST_TERMS = 4
"""Content words below which a sentence says too little to stand alone."""
_MOST_TERMS = 30
"""Content words above which it is no longer short."""
_LENGTH = 0.7
"""Power of the length that a gain is divided by: at 1 the shortest sentences win, at 0 the longest."""
_LEAD = 1.0
"""How much more the first sentence is worth than one far down: news tell the most important first."""


def find_key_sentences(sentence_terms: Sequence[tuple[str, ...]], counts: Counter[str], top: int) -> tuple[int, ...]:
    """Indices of at most `top` sentences, the most telling first.

    Method: greedy coverage of the article's frequent content words, each counted once (after SumBasic, Nenkova and
    Vanderwende 2005, "The impact of frequency on summarization"), with a bonus for standing early.
    """
    left = {
        index: set(terms) for index, terms in enumerate(sentence_terms) if _FEWEST_TERMS <= len(terms) <= _MOST_TERMS
    }
    covered: set[str] = set()
    chosen: list[int] = []
    while left and len(chosen) < top:
        best = max(left, key=lambda index: (_gain(left[index] - covered, len(left[index]), index, counts), -index))
        covered |= left.pop(best)
        chosen.append(best)
    return tuple(chosen)


def stands_alone(sentence: str) -> bool:
    """Whether the sentence is understood by itself: no part of somebody's speech that begins or ends elsewhere."""
    return not sentence.startswith(tuple("“\"«„‘'")) and sentence.count("“") == sentence.count("”")


def _gain(new: set[str], size: int, index: int, counts: Counter[str]) -> float:
    weight = math.fsum(math.log1p(counts[term]) for term in new)
    return round(weight / math.pow(size, _LENGTH) * (1 + _LEAD / (1 + index)), 9)
