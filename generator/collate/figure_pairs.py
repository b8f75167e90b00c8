"""Which numbers of two sentences are of one quantity: first those that agree, then those that stand alike."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.collate.agreement import agree, converted
from generator.collate.context import Context, Place, context, noun_agreement
from generator.collate.quantities import Quantity, quantities
from generator.collate.said import Said
from generator.model import Record

_MONEY = 3
"""Letters of a currency's code."""
_LARGE = Decimal(1_000_000)
"""A bare number from here on may be money whose unit is not said again."""
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
    currencies = frozenset((pair.a.unit, pair.b.unit) for pair in agreeing if _is_money(pair.a, pair.b))
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
            rank = _rank(x, y)
            if rank:
                pair = Pair(x, y, _sureness(a, x, b, y))
                yield (float(rank), pair.sureness), pair


def _rank(x: Quantity, y: Quantity) -> int:
    """How surely the two agree; 0 where they do not."""
    if unit_agreement(x, y):
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
    return [each for each in these if not any(_adds_up(each, one, other) for one, other in combinations(those, 2))]


def _adds_up(whole: Quantity, one: Quantity, other: Quantity) -> bool:
    if not one.unit == other.unit == whole.unit or whole.unit in _UNSUMMED:
        return False
    return one.value + other.value == whole.value


def _is_money(x: Quantity, y: Quantity) -> bool:
    return all(len(each.unit) == _MONEY and each.unit.isupper() for each in (x, y))


def _differing(
    a: Said, ours: Iterable[Quantity], b: Said, theirs: Sequence[Quantity], currencies: frozenset[tuple[str, str]]
) -> Iterator[_Scored]:
    """Pairs that may be of one quantity; of two currencies only where another sum is told in both."""
    found = [
        (x, y)
        for x in ours
        for y in theirs
        if (unit_agreement(x, y) or (x.unit, y.unit) in currencies)
        and not (x.weak or y.weak or any(apart(a, x, b, y) for apart in (_opposed, _counts_rest, _is_one_more)))
    ]
    for x, y in found:
        alone = sum(1 for one, other in found if one == x or other == y) == 1
        sure = _adjusted(_sureness(a, x, b, y), _ALONE * alone - _magnitude(x, y) - _SMALL * _are_few(a, x, b, y))
        yield (sure,), Pair(x, y, sure)


_ALONE = 2.0
"""What it adds that both numbers have no rival. In sentences of msrpc and mtref that say the same with one number each,
of one unit, 15 of 16 that the words around them leave doubtful (below 0.35) are equal."""
_SMALL = 2.0
"""What speaks against two small numbers of different nouns: "two men and a girl" are "three friends"."""
_FEW = 10
_TENS = 0.7
"""Powers of ten that two values of one quantity may lie apart before it speaks against them."""


def _adjusted(sureness: float, by: float) -> float:
    """The likelihood with something added to its log odds."""
    clipped = min(max(sureness, 1e-6), 1 - 1e-6)
    return round(1 / (1 + math.exp(-math.log(clipped / (1 - clipped)) - by)), 6)


def _magnitude(x: Quantity, y: Quantity) -> float:
    """What speaks against the two for how many times the one is the other; nothing for a slip of the scale alone."""
    if x.value <= 0 or y.value <= 0 or x.value.normalize().as_tuple().digits == y.value.normalize().as_tuple().digits:
        return 0.0
    return max(0.0, abs(math.log10(x.value / y.value)) - _TENS)


def _are_few(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether two small bare numbers count what has different names."""
    if x.unit or y.unit or max(x.value, y.value) >= _FEW:
        return False
    return noun_agreement(Place(a, x.first, x.last), Place(b, y.first, y.last)) == 0


_MORE = re.compile(r"\s(?:other|others|more|another|further|additional|extra)\b", re.IGNORECASE)


_AND_ONE = re.compile(r"\s[^\W\d_]+\sand an?\b", re.IGNORECASE)


def _is_one_more(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one is the other and one more: "two men and a girl" are "three friends"."""
    return (y.value - x.value == 1 and bool(_AND_ONE.match(a.text, x.span.end))) or (
        x.value - y.value == 1 and bool(_AND_ONE.match(b.text, y.span.end))
    )


def _counts_rest(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one alone counts what is left of something ("two others")."""
    return bool(_MORE.match(a.text, x.span.end)) != bool(_MORE.match(b.text, y.span.end))


_FROM = frozenset({"since", "from", "after"})
_UNTIL = frozenset({"until", "till", "through", "to", "by", "before"})


def _opposed(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one is where something begins, and the other where it ends."""
    one, other = (said.words[each.first - 1].lower if each.first else "" for said, each in ((a, x), (b, y)))
    return (one in _FROM and other in _UNTIL) or (one in _UNTIL and other in _FROM)


def unit_agreement(x: Quantity, y: Quantity) -> float:
    """How well their units agree: 1 where they are one, 0 where they cannot be of one quantity."""
    if x.unit == y.unit:
        return 1.0 if x.unit else 0.5
    units = {x.unit, y.unit}
    if units == {"rank", "day"}:
        return 0.5
    if "" in units:
        bare, other = (x, y) if not x.unit else (y, x)
        return 0.5 if _may_be(bare, other) else 0.0
    return 0.0


def _may_be(bare: Quantity, other: Quantity) -> bool:
    """Whether a number without unit may be one of the other's."""
    if other.unit == "year":
        return bare.like_year
    if len(other.unit) == _MONEY and other.unit.isupper():
        return min(bare.value, other.value) >= _LARGE
    return False


_BIAS = -0.85
_WEIGHTS = (1.14, 0.61, 0.56, 2.08, 1.4, 0.87, -3.28)
"""Of before, after, sides, led, noun, unit, shift. Logistic regression on numbers of aligned sentences, of msrpc and
mtref together: equal ones, which are of one quantity, against others beside them, which are not."""


def _sureness(a: Said, x: Quantity, b: Said, y: Quantity) -> float:
    """How likely the two numbers are of one quantity, whatever their values; 0 to 1."""
    return sureness(context(Place(a, x.first, x.last), Place(b, y.first, y.last)), unit_agreement(x, y))


def sureness(found: Context, unit: float) -> float:
    """How likely two numbers are of one quantity, by what is around them and how well their units agree."""
    features = (found.before, found.after, found.sides, found.led, found.noun, 2 * unit - 1, found.shift)
    total = _BIAS + sum(weight * feature for weight, feature in zip(_WEIGHTS, features, strict=True))
    return round(1 / (1 + math.exp(-total)), 6)
