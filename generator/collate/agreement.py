"""Whether two numbers of one quantity can both be right: rounded, limited, converted."""

from decimal import Decimal

from generator.collate.hedges import Hedge
from generator.collate.quantities import Quantity

_ROUNDED = Decimal("0.05")
"""How far a number that ends in noughts may be from the exact one: "90,000" for 88,747."""
_ABOUT = Decimal("0.15")
"""How far a number with "about" before it may be from the exact one."""
_CUT = Decimal("0.01")
"""How far a number whose last digits were cut off may be from the exact one: "0.91 million" for 916,000."""
_TINY = Decimal("0.0001")
"""How far two measured numbers may be apart that nobody would call two: 3,610.10 and 3,610.16."""
_CONVERTED = Decimal("0.1")
_OPEN = Decimal("1.5")
"""What "more than ten" may be at most, in tens: who knows of twenty would not write it."""


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether the two are one number, as exact as each is told."""
    if a.value == b.value:
        return True
    low, high = sorted((a, b), key=lambda each: each.value)
    if a.unit == b.unit == "year":
        return low.step > high.step and high.value - low.value < low.step  # "1971" is in "the 1970s"
    if low.value <= 0 or a.unit in _EXACT:
        return False
    if low.hedge is Hedge.OVER and high.hedge is not Hedge.OVER and high.value <= low.value * _OPEN:
        return True
    if high.hedge is Hedge.UNDER and low.hedge is not Hedge.UNDER and high.value <= low.value * _OPEN:
        return True
    return _is_rounded(a, b) or _is_rounded(b, a)


_EXACT = frozenset({"day", "rank", "clock", "age"})
"""Units in which nobody rounds."""


def _is_rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Whether the first number may be the second, rounded."""
    gap = abs(coarse.value - fine.value)
    share = gap / max(coarse.value, fine.value)
    if coarse.hedge is not Hedge.NONE or fine.hedge is not Hedge.NONE:
        return share <= _ABOUT and gap <= max(coarse.step, fine.step)
    if share <= _TINY and max(coarse.step, fine.step) < 1:
        return True
    if coarse.step <= fine.step:
        return False
    if share <= _CUT and gap < coarse.step:
        return True
    return gap <= coarse.step / 2 and (not coarse.rounded or share <= _ROUNDED)


def converted(a: Quantity, b: Quantity) -> bool:
    """Whether the two may be one amount in two units, both rounded."""
    return abs(a.value - b.value) <= _CONVERTED * max(a.value, b.value)
