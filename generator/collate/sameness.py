"""How likely two numbers, days or names of two sentences are of one thing, whatever they say of it."""

import math
import re
from collections.abc import Callable
from decimal import Decimal

from generator.collate.context import Context, Place, context, noun_agreement, roots
from generator.collate.quantities import Quantity
from generator.collate.said import Said

_BIAS = -2.26
_WEIGHTS = (1.01, 1.77, 2.0, 0.96, -1.31)
"""Of before, after, led, noun, shift: logistic regression, with the two below. Fitted on numbers of aligned sentences
(msrpc, mtref, Wikinews, ECB+), those that are equal, and so of one quantity, against others beside them, which are not;
classes weighed alike. Left out of the fit, each of the five sets has an area under the curve of 0.84 to 0.95."""
_UNIT, _ALONE = 0.77, 1.7
"""What it adds that both have the same unit, and that neither has a rival."""
_ALIGNED, _EXTRA = 3.0, 0.2
"""What it adds that the sentences are held to say the same, and what each word takes off that only one of them has: a
long sentence speaks of more than one thing."""
_SMALL, _FEW = 2.0, 10
"""What speaks against two small numbers of different nouns: "two men", "three friends"."""
_TENS = 0.7
"""Powers of ten that two values of one quantity may lie apart before it speaks against them."""
_MONEY = 3
"""Letters of a currency's code."""
_LARGE = Decimal(1_000_000)
"""A bare number from here on may be money whose unit is not said again."""


def likelihood(odds: float) -> float:
    """The share that log odds stand for, 0 to 1."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


def odds(share: float) -> float:
    """The log odds that stand for a share."""
    clipped = min(max(share, 1e-6), 1 - 1e-6)
    return math.log(clipped / (1 - clipped))


def likely_odds(a: Place, b: Place) -> float:
    """Log odds that what stands alone at the two places of aligned sentences is in the same role."""
    return around_odds(context(a, b)) + _UNIT + _ALONE + aligned_odds(a.said, b.said)


def around_odds(found: Context) -> float:
    """Log odds by what stands around two places, in sentences of which nothing is known."""
    features = (found.before, found.after, found.led, found.noun, found.shift)
    return _BIAS + sum(weight * feature for weight, feature in zip(_WEIGHTS, features, strict=True))


def aligned_odds(a: Said, b: Said) -> float:
    """What it adds that the sentences say the same, the less the more words only one of them has."""
    return _ALIGNED - _EXTRA * len(roots(a) ^ roots(b))


def number_odds(a: Said, x: Quantity, b: Said, y: Quantity) -> float:
    """Log odds that two numbers are of one quantity, by their units and what stands around them."""
    found = context(Place(a, x.first, x.last), Place(b, y.first, y.last))
    return around_odds(found) + _UNIT * bool(x.unit and x.unit == y.unit)


def differing_odds(a: Said, x: Quantity, b: Said, y: Quantity, *, alone: bool) -> float:
    """Log odds that two numbers that do not agree, in aligned sentences, are of one quantity."""
    against = _magnitude(x, y) + _SMALL * _are_few(a, x, b, y)
    return number_odds(a, x, b, y) + aligned_odds(a, b) + _ALONE * alone - against


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


def have_one_unit(x: Quantity, y: Quantity) -> bool:
    """Whether the two may be of one quantity for their units."""
    if x.unit == y.unit or {x.unit, y.unit} == {"rank", "day"}:
        return True
    return (not x.unit and _may_be(x, y)) or (not y.unit and _may_be(y, x))


def is_money(x: Quantity) -> bool:
    """Whether the unit is the code of a currency."""
    return len(x.unit) == _MONEY and x.unit.isupper()


def _may_be(bare: Quantity, other: Quantity) -> bool:
    """Whether a number without unit may be one of the other's."""
    if other.unit == "year":
        return bare.like_year
    return is_money(other) and min(bare.value, other.value) >= _LARGE


_MORE = re.compile(r"\s(?:other|others|more|another|further|additional|extra)\b", re.IGNORECASE)
_AND_ONE = re.compile(r"\s[^\W\d_]+\sand an?\b", re.IGNORECASE)
_FROM = frozenset({"since", "from", "after"})
_UNTIL = frozenset({"until", "till", "through", "to", "by", "before"})


def are_of_two(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether the words beside the numbers say that they are of two quantities."""
    return any(rule(a, x, b, y) for rule in _RULES)


def _counts_rest(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one alone counts what is left of something ("two others")."""
    return bool(_MORE.match(a.text, x.span.end)) != bool(_MORE.match(b.text, y.span.end))


def _is_one_more(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one is the other and one more: "two men and a girl" are "three friends"."""
    return (y.value - x.value == 1 and bool(_AND_ONE.match(a.text, x.span.end))) or (
        x.value - y.value == 1 and bool(_AND_ONE.match(b.text, y.span.end))
    )


def _opposed(a: Said, x: Quantity, b: Said, y: Quantity) -> bool:
    """Whether one is where something begins, and the other where it ends."""
    one, other = (said.words[each.first - 1].lower if each.first else "" for said, each in ((a, x), (b, y)))
    return (one in _FROM and other in _UNTIL) or (one in _UNTIL and other in _FROM)


_RULES: tuple[Callable[[Said, Quantity, Said, Quantity], bool], ...] = (_counts_rest, _is_one_more, _opposed)
