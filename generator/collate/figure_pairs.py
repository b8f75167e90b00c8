"""Which numbers of two sentences are of one quantity: first those that agree, then those that stand alike."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.collate.agreement import agree, converted
from generator.collate.quantities import Quantity, quantities
from generator.collate.said import Said
from generator.collate.sameness import are_of_two, differing_odds, have_one_unit, is_money, likelihood, number_odds
from generator.model import Record

_MONTH = Decimal(2_629_746)
"""Seconds of a mean month of the Gregorian calendar."""
_CONVERTED = frozenset({"km", "m", "kg", "km2", "m2", "km/h"})
_UNSUMMED = frozenset({"year", "day", "rank", "age"})
"""Numbers that are not added up."""


class Pair(Record, frozen=True):
    """Two numbers that are likely of one quantity."""

    a: Quantity
    b: Quantity
    sureness: float
    """How likely they are of one quantity, by their units and what stands around them; 0 to 1."""


class Pairing(Record, frozen=True):
    """The numbers of two sentences, side by side; each is in one pair at most."""

    agreeing: tuple[Pair, ...]
    differing: tuple[Pair, ...]
    """By their place in the first sentence."""


def pairing(a: Said, b: Said) -> Pairing:
    """The numbers of the two sentences, side by side."""
    ours, theirs = list(quantities(a)), list(quantities(b))
    if not ours or not theirs:
        return Pairing((), ())
    agreeing = _paired(_agreeing(a, ours, b, theirs), ours, theirs)
    left_a, left_b = _left(ours, theirs), _left(theirs, ours)
    currencies = frozenset((pair.a.unit, pair.b.unit) for pair in agreeing if is_money(pair.a) and is_money(pair.b))
    differing = _paired(_differing(a, left_a, b, left_b, currencies), left_a, left_b)
    return Pairing(agreeing, differing)


_Scored = tuple[tuple[float, ...], Pair]


def _paired(scored: Iterable[_Scored], ours: list[Quantity], theirs: list[Quantity]) -> tuple[Pair, ...]:
    """The best pairs, each number in one at most; what is paired is taken from the lists."""
    best = sorted(scored, key=lambda each: (*(-one for one in each[0]), each[1].a.span, each[1].b.span))
    pairs: list[Pair] = []
    for _, pair in best:
        if pair.a in ours and pair.b in theirs:
            ours.remove(pair.a)
            theirs.remove(pair.b)
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda each: each.a.span))


def _agreeing(a: Said, ours: Iterable[Quantity], b: Said, theirs: Sequence[Quantity]) -> Iterator[_Scored]:
    """Pairs that agree: those of one value first, then rounded ones, then those of other units."""
    for x in ours:
        for y in theirs:
            if rank := _rank(x, y):
                sure = likelihood(number_odds(a, x, b, y))
                yield (float(rank), sure), Pair(x, y, sure)


def _rank(x: Quantity, y: Quantity) -> int:
    """How surely the two agree; 0 where they do not."""
    if have_one_unit(x, y):
        if x.value == y.value:
            return 3
        if agree(x, y):
            return 2
    return int(x.number == y.number or _in_other_units(x, y))


def _in_other_units(x: Quantity, y: Quantity) -> bool:
    """Whether the two are one amount, said otherwise: a share and the rest, months and days, miles and kilometres."""
    if x.unit == y.unit == "share":
        return x.value + y.value == 1
    if {x.unit, y.unit} == {"time", "months"}:
        months, time = (x, y) if x.unit == "months" else (y, x)
        return abs(months.value * _MONTH - time.value) <= time.value / 10
    return x.unit == y.unit and x.unit in _CONVERTED and x.foreign != y.foreign and converted(x, y)


def _left(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    """What can differ of the numbers without counterpart: no sum of two of the other sentence that have none either.

    "Two officials and five others" are "seven".
    """
    return [
        each
        for each in these
        if not each.weak and not any(_adds_up(each, one, other) for one, other in combinations(those, 2))
    ]


def _adds_up(whole: Quantity, one: Quantity, other: Quantity) -> bool:
    if not one.unit == other.unit == whole.unit or whole.unit in _UNSUMMED:
        return False
    return one.value + other.value == whole.value


def _differing(
    a: Said, ours: Iterable[Quantity], b: Said, theirs: Sequence[Quantity], currencies: frozenset[tuple[str, str]]
) -> Iterator[_Scored]:
    """Pairs that may be of one quantity; of two currencies only where another sum is told in both."""
    found = [
        (x, y)
        for x in ours
        for y in theirs
        if (have_one_unit(x, y) or (x.unit, y.unit) in currencies) and not are_of_two(a, x, b, y)
    ]
    for x, y in found:
        alone = sum(1 for one, other in found if one == x or other == y) == 1
        sure = likelihood(differing_odds(a, x, b, y, alone=alone))
        yield (sure,), Pair(x, y, sure)
