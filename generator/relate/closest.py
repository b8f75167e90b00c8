"""Closest sentences: those two of two articles that have most in common, so that a reader sees why they are linked."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Annotated, ClosestSentences, Rarity
from generator.relate.rarity import Weights

_FEWEST_WORDS = 4
"""Content words below which a sentence says too little to be a reason."""
_SHARED_WORDS = 5
"""How many of the shared words a reason names at the most."""
_UNIT = 1 << 10
"""Weights are whole numbers of such parts of one, so that their sums are the same in any order."""


def closest(here: Annotated, there: Annotated, rarity: Rarity) -> ClosestSentences | None:
    """The pair of sentences with the greatest cosine over their distinct words, weighted by rarity.

    None where no sentence of one shares a word with one of the other.
    """
    ours, theirs = here.annotations.sentence_terms, there.annotations.sentence_terms
    our_places, their_places = _places(ours), _places(theirs)
    common = our_places.keys() & their_places.keys()
    if not common:
        return None
    weights = Weights(rarity).of({term for sentences in (ours, theirs) for terms in sentences for term in terms})
    squares = {term: round((_UNIT * weight) ** 2) for term, weight in weights.items()}
    shared: Counter[tuple[int, int]] = Counter()
    for term in common:
        for one in our_places[term]:
            for other in their_places[term]:
                shared[one, other] += squares[term]
    our_sizes, their_sizes = _sizes(ours, squares), _sizes(theirs, squares)
    one, other = min(
        shared, key=lambda pair: (-shared[pair] / math.sqrt(our_sizes[pair[0]] * their_sizes[pair[1]]), pair)
    )
    words = sorted(set(ours[one]) & set(theirs[other]), key=lambda term: (-weights[term], term))
    return ClosestSentences(one, other, tuple(words[:_SHARED_WORDS]))


def _places(sentences: Sequence[Sequence[str]]) -> Mapping[str, Sequence[int]]:
    """For every word the telling sentences it stands in."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(sentences):
        for term in terms if len(terms) >= _FEWEST_WORDS else ():
            places[term].append(number)
    return places


def _sizes(sentences: Sequence[Sequence[str]], squares: Mapping[str, int]) -> list[int]:
    return [sum(squares[term] for term in terms) for terms in sentences]
