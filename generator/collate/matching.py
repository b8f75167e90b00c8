"""Matching: which sentences of an article say the same as which of the facts found so far."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.collate.likeness import Numbers, Values
from generator.model import Record

_AROUND = 2
"""Sentences before and behind that speak for a match by matching as well."""
_FURTHER = 0.8
"""What a neighbour one sentence further away is worth."""
_ENOUGH = 0.5
"""Likeness of neighbours from which on they speak no more for it."""
_ORDER = 0.1
"""What neighbours add: order is a hint. It tells which of several sentences alike is meant."""
_FIRM = 0.4
"""Likeness of sentences that say the same whatever else the articles say."""
_RARE, _USUAL = 0.2, 0.45
"""Shares of firm matches up to which a partner is nothing to count on, as among independent reports (most of those of
Wikinews), and from which on every sentence is expected to have one, as in translations and copies (all of the documents
aligned by hand, tests/quality/alignment.py)."""
_BAR_USUAL, BAR = 0.21, 0.43
"""What is needed for a match where partners are expected, and where they are not. Just below the second, half of the
matches between independent reports are wrong."""
_UNSEEN = 2
"""Sentences without a match that are counted besides: of two sentences, the match of one says little of the other."""
_GAIN = 1.1
"""How many times better two sentences have to cover a third than one of them alone, to be its parts."""
_TWICE = 0.8
"""Likeness of two sentences of one article that says something twice."""
NEAR = 2
"""How far apart in their article the parts of a sentence stand at the most."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which facts stand beside which, on one side, in any article; by fact."""

    facts: Numbers
    beside: Numbers
    away: Numbers
    """How many sentences; at least 1."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """How well each sentence of an article goes with each fact."""

    alike: Values
    """Sentences by facts: mean likeness to the sentences of the fact."""
    odds: Values
    """The same with what neighbours add, less what is needed: above 0 where it is enough."""
    among: Values
    """Sentences by sentences: their likeness."""
    weights: Values
    """Of each sentence, how much it says."""


class Part(Record, frozen=True):
    """Something that may be one of two parts of a sentence: how much it says, and how alike the whole it is."""

    weight: float
    alike: float


def candidates(alike: Values, among: Values, weights: Values, sides: tuple[Neighbours, Neighbours]) -> Candidates:
    """How well sentences go with facts, by their likeness and what stands before and behind each fact."""
    hint = _hint(alike, sides[0], -1) + _hint(alike, sides[1], 1)
    return Candidates(alike, np.round(alike + _ORDER * hint - _bar(alike), 6), among, weights)


def _hint(alike: Values, side: Neighbours, step: int) -> Values:
    """How alike the neighbours of sentence and fact on one side are, at the best."""
    hint = np.zeros_like(alike)
    if not len(side.facts):
        return hint
    beside = np.minimum(alike, _ENOUGH)[:, side.beside] * _FURTHER ** (side.away - 1)
    best = np.zeros_like(beside)
    for away in range(1, min(_AROUND, len(alike) - 1) + 1):
        worth = _FURTHER ** (away - 1)
        here, there = (slice(away, None), slice(None, -away))[::-step]
        best[here] = np.maximum(best[here], worth * beside[there])
    starts = np.flatnonzero(np.diff(side.facts, prepend=-1))
    hint[:, side.facts[starts]] = np.maximum.reduceat(best, starts, axis=1)
    return hint


def _bar(alike: Values) -> float:
    """What a match needs."""
    facts = int(alike.any(axis=0).sum())
    rows, columns = alike.argmax(axis=1), alike.argmax(axis=0)
    each = np.arange(len(alike))
    firm = int(((columns[rows] == each) & (alike[each, rows] >= _FIRM)).sum())
    share = firm / (min(len(alike), facts) + _UNSEEN)
    expected = min(max((share - _RARE) / (_USUAL - _RARE), 0.0), 1.0)
    return BAR + (_BAR_USUAL - BAR) * expected


def chosen(found: Candidates) -> Numbers:
    """For each sentence its fact, -1 for none: one to one, so that the sum of what speaks for them is the greatest."""
    from scipy.optimize import linear_sum_assignment  # which takes as long to load as a hundred stories to collate

    rows, columns = linear_sum_assignment(np.maximum(found.odds, 0.0), maximize=True)
    partner = np.full(len(found.odds), -1, np.int64)
    good = found.odds[rows, columns] > 0
    partner[rows[good]] = columns[good]
    return partner


def further_parts(found: Candidates, partner: Numbers) -> Iterator[tuple[int, int]]:
    """Sentences without a partner, each with the fact of a neighbour that it belongs to.

    It says, with the neighbour, what the fact says in one sentence; or it says the same again.
    """
    for one in np.flatnonzero(partner < 0).tolist():
        near = [at for at in range(max(0, one - NEAR), min(len(partner), one + NEAR + 1)) if partner[at] >= 0]
        good = [
            (float(found.odds[one, partner[at]]), -at)
            for at in near
            if found.odds[one, partner[at]] > 0 and _goes_with(found, one, at, int(partner[at]))
        ]
        if good:
            yield one, int(partner[-max(good)[1]])


def _goes_with(found: Candidates, one: int, other: int, fact: int) -> bool:
    between = float(found.among[one, other])
    part, beside = (Part(float(found.weights[at]), float(found.alike[at, fact])) for at in (one, other))
    return between >= _TWICE or are_parts(part, beside, between)


def are_parts(part: Part, other: Part, between: float) -> bool:
    """Whether two texts, of a likeness `between`, together are a whole much better than the second alone."""
    length = math.sqrt(part.weight**2 + other.weight**2 + 2 * part.weight * other.weight * between)
    together = (part.weight * part.alike + other.weight * other.alike) / max(length, 1e-9)
    return together >= _GAIN * other.alike
