"""Numbers of a sentence with what they are numbers of, read so that two sentences can be compared in them.

Other than the figures that an article is annotated with, ranks ("the 34th festival"), ages and numbers without a noun
are among them: they too can be one in one report and another in the other. Letter case tells nothing, so that
text in lower case with blanks around its signs ("us $ 5 billion") reads the same.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from generator.annotate.numerals import Numeral, numerals
from generator.collate.hedges import Hedge, hedge
from generator.collate.readings import is_like_year, reading
from generator.collate.said import Said
from generator.model import Record, Span


class Quantity(Record, frozen=True):
    """A number of a sentence."""

    span: Span
    """With the sign or word of its unit."""
    value: Decimal
    number: Decimal
    """As it is written, whatever its unit: 15 of "15 per cent"."""
    unit: str
    """As in `Reading.unit`; measures in their metric unit."""
    step: Decimal
    """What its last written digit that is not a closing nought counts: 10,000 of 90,000, 0.1 of 6.4."""
    rounded: bool
    """Whether it ends in noughts, so that it may be less exact than its last digit."""
    hedge: Hedge
    first: int
    """Index of its first word in the sentence, the sign of money included."""
    last: int
    """Index of the first word behind it and its unit."""
    foreign: bool = False
    """Whether it is a measure that had to be converted (miles) to be compared."""
    like_year: bool = False
    """Whether it stands where years do, bare and in three or four digits."""
    weak: bool = False
    """Whether it only stands for another and says nothing against it ("one", "half", a time of day)."""

    def text(self, sentence: str) -> str:
        """As it stands in the sentence."""
        return sentence[self.span.start : self.span.end]


_METRIC = {
    "mi": ("km", "1.609344"), "ft": ("m", "0.3048"), "yd": ("m", "0.9144"), "in": ("cm", "2.54"),
    "lb": ("kg", "0.45359237"), "oz": ("g", "28.349523"), "acre": ("ha", "0.40468564"), "mph": ("km/h", "1.609344"),
    "ft2": ("m2", "0.09290304"), "mi2": ("km2", "2.589988"),
}  # fmt: skip
_SMALLER = {
    "decade": ("year", "1"),
    "km": ("m", "1000"), "cm": ("m", "0.01"), "mm": ("m", "0.001"), "g": ("kg", "0.001"), "t": ("kg", "1000"),
    "kW": ("MW", "0.001"), "GW": ("MW", "1000"), "MB": ("GB", "0.001"), "ha": ("km2", "0.01"),
    "m2": ("km2", "0.000001"),
}  # fmt: skip
_CENTURY = 100
_ANY = re.compile(
    r"\d|[½¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|thirds?"
    r"|quarters?|hundred|thousand|million|billion|trillion|dozen)\b",
    re.IGNORECASE,
)
"""What a sentence with a number in it has: most are soon done with."""
_CODE_BEFORE = re.compile(r"\d[:/]$|[^\W\d_]-$")
_CODE_AFTER = re.compile(r"[/:]\d|[A-Z]{1,2}\b|[adefhijoqruvwxyz]\b|-[A-Z]")
"""What directly behind digits makes a name of them; a small letter only where it is no unit ("16.5m")."""
_TELEPHONE = re.compile(r"\d{3}-\d{4}(?!\d)|(?<=\d{3}-)\d{4}(?!\d)")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_TOPS = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(
    rf"\b(?:(?P<top>{'|'.join(_TOPS)})[ -])?(?P<part>{'|'.join(_PARTS)})s?\b"
    r"(?=\s(?:of|the|its|their|a|vote|majority)\b)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s?(?:-|–|to|and|or)\s?")
_NOT_SHARED = frozenset({"", "time", "months"})
_CLOSING_NOUGHTS = re.compile(r"[.]\d*?(0+)(?!\d)")
_TEN = 10


@lru_cache(1 << 10)
def quantities(said: Said) -> tuple[Quantity, ...]:
    """The numbers of the sentence, in order, apart."""
    if not _ANY.search(said.text):
        return ()
    found = [
        _quantity(said, numeral) for numeral in numerals(said.text, said.language) if not _is_code(said.text, numeral)
    ]
    whole = sorted((*_linked(said.text, found), *_fractions(said)), key=lambda each: (each.span.start, -each.span.end))
    return tuple(_apart(whole))


def _apart(found: list[Quantity]) -> Iterator[Quantity]:
    end = 0
    for each in found:
        if each.span.start >= end:
            yield each
            end = each.span.end


def _linked(text: str, found: list[Quantity]) -> list[Quantity]:
    """The numbers, each with the unit of the next where it shares it ("13 to 50 per cent")."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        link = _LINK.fullmatch(text, this.span.end, following.span.start)
        if link and not this.unit and following.unit not in _NOT_SHARED:
            factor = following.value / following.number if following.number else Decimal(1)
            found[index] = replace(this, value=this.value * factor, unit=following.unit, step=this.step * factor)
        if link and link.group().strip() == "or":  # "40 or 50" is a guess
            found[index] = replace(found[index], hedge=this.hedge or Hedge.ABOUT)
            found[index + 1] = replace(following, hedge=following.hedge or Hedge.ABOUT)
    return found


def _quantity(said: Said, numeral: Numeral) -> Quantity:
    text = said.text
    read = reading(text, numeral, said.language)
    unit, scale = _common(read.unit)
    value = numeral.value * read.factor * scale
    step, rounded = _step(text[numeral.start : numeral.end], numeral)
    span = Span(read.start, read.end)
    first, last = _word_range(said, span)
    return Quantity(
        span=span,
        value=value + _MILLENNIUM if read.unit == "decade" and value < _CENTURY else value,
        number=numeral.value,
        unit=unit,
        step=_YEARS.get(read.unit) or step * read.factor * scale,
        rounded=rounded,
        hedge=hedge(text, span),
        first=first,
        last=last,
        foreign=read.unit in _METRIC,
        like_year=is_like_year(text, numeral),
        weak=unit == "clock" or (not unit and numeral.in_words and numeral.value == 1),
    )


_YEARS = {"year": Decimal(1), "decade": Decimal(10)}
"""How exact years are."""
_MILLENNIUM = 1900
"""What "the 90s" leave out."""


def _is_code(text: str, numeral: Numeral) -> bool:
    """Whether the digits are a part of a name, a telephone number, a web address."""
    if numeral.in_words:
        return False
    before = text[max(0, numeral.start - 2) : numeral.start]
    return bool(
        _CODE_AFTER.match(text, numeral.end) or _CODE_BEFORE.search(before) or _TELEPHONE.match(text, numeral.start)
    )


def _step(written: str, numeral: Numeral) -> tuple[Decimal, bool]:
    """What the last digit counts that is not a closing nought, and whether any noughts close it."""
    if numeral.in_words:
        return numeral.scale, numeral.value >= _TEN and not numeral.value % _TEN
    exponent = int(numeral.mantissa.normalize().as_tuple().exponent)
    step = Decimal(_TEN) ** exponent * numeral.scale
    if shown := _CLOSING_NOUGHTS.search(written):  # "3.50": the nought is meant
        step /= Decimal(_TEN) ** len(shown[1])
    return step, exponent > 0


def _common(unit: str) -> tuple[str, Decimal]:
    """The unit in which measures of one kind are compared, and what a number is multiplied by."""
    scale = Decimal(1)
    for table in (_METRIC, _SMALLER):
        if unit in table:
            unit, factor = table[unit]
            scale *= Decimal(factor)
    return unit, scale


def _word_range(said: Said, span: Span) -> tuple[int, int]:
    """Index of the first word in the span, and of the first behind it."""
    first = next((n for n, word in enumerate(said.words) if word.span.end > span.start), len(said.words))
    last = next((n for n, word in enumerate(said.words) if word.span.start >= span.end), len(said.words))
    return first, last


def _fractions(said: Said) -> Iterator[Quantity]:
    """Shares in words: "half of", "two thirds of"."""
    for match in _FRACTION.finditer(said.text):
        value = Decimal(_TOPS[(match["top"] or "a").lower()]) / _PARTS[match["part"].lower()]
        span = Span(*match.span())
        first, last = _word_range(said, span)
        yield Quantity(
            span, value, value, "share", Decimal("0.1"), True, hedge(said.text, span), first, last, weak=True
        )
