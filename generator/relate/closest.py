"""Closest sentences: those two of two articles that have most in common, so that a reader sees why they are linked."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from generator.model import Annotated, ClosestSentences, Rarity
from generator.relate.rarity import KEPT, Weights, weights_of

_FEWEST_WORDS = 4
"""Content words below which a sentence says too little to be a reason."""
_SHARED_WORDS = 5
"""How many of the shared words a reason names at the most."""
_UNIT = 1 << 10
"""Weights are whole numbers of such parts of one, so that their sums are the same in any order."""
ClosestTo = Callable[[Annotated], ClosestSentences | None]
"""For another article, the two sentences that it and a given one have most in common in."""


def closest(here: Annotated, there: Annotated, rarity: Rarity) -> ClosestSentences | None:
    """The pair of sentences with the greatest cosine over their distinct words, weighted by rarity.

    None where no sentence of one shares a word with one of the other.
    """
    return closest_to(here, rarity)(there)


def closest_to(here: Annotated, rarity: Rarity) -> ClosestTo:
    """The function that gives, for another article, the `closest` sentences of the two."""
    ours = here.annotations.sentence_terms
    weights = weights_of(rarity)
    square = _squares(weights)
    places, our_sizes = _places(ours), [sum(map(square, terms)) for terms in ours]

    def found(there: Annotated) -> ClosestSentences | None:
        theirs = there.annotations.sentence_terms
        best: tuple[float, int, int] | None = None
        for other, terms in enumerate(theirs):
            if len(terms) >= _FEWEST_WORDS and not places.keys().isdisjoint(terms):
                size, shared = 0, dict[int, int]()
                for term in terms:
                    value = square(term)
                    size += value
                    for one in places.get(term, ()):
                        shared[one] = shared.get(one, 0) + value
                scored = ((-common / math.sqrt(our_sizes[one] * size), one, other) for one, common in shared.items())
                best = min(scored) if best is None else min(best, *scored)
        if best is None:
            return None
        _, one, other = best
        words = sorted(set(ours[one]) & set(theirs[other]), key=lambda term: (-weights.one(term), term))
        return ClosestSentences(one, other, tuple(words[:_SHARED_WORDS]))

    return found


@lru_cache(maxsize=1)
def _squares(weights: Weights) -> Callable[[str], int]:
    """The square of what a word weighs."""
    return lru_cache(KEPT)(lambda term: round((_UNIT * weights.one(term)) ** 2))


def _places(sentences: Sequence[Sequence[str]]) -> Mapping[str, Sequence[int]]:
    """For every word the telling sentences it stands in."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(sentences):
        for term in terms if len(terms) >= _FEWEST_WORDS else ():
            places[term].append(number)
    return places
