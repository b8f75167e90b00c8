"""Figures of a text: amounts of money, shares, counts, measures and dates.

Dates are found first. What is left of the numbers is an amount, share or measure where a sign or word of a unit stands
beside it, else a count, unless its surroundings say that it names something (a rank, a channel, a score).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from generator.annotate.counted import counted, is_other_word, measured
from generator.annotate.dates import Date, dates
from generator.annotate.numerals import GAP, Numeral, numerals
from generator.annotate.units import Unit, unit_after, unit_before
from generator.model import Figure, Record, Span
from generator.text import base_language

_PRECISION = Decimal("0.000001")
"""Digits that are kept of what cannot be written out, such as a third."""
_LARGE = 18
"""Digits before the point from which on those behind it say nothing, and would be too many for a Decimal."""


class _Found(Record, frozen=True):
    """A number with what stands beside it."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int
    what: str
    scale: Decimal

    @property
    def value(self) -> Decimal:
        return self.numeral.mantissa * self.scale * (self.unit.factor if self.unit else 1)


def find_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Amounts of money, shares, counts, measures and dates of the text, in reading order, apart."""
    days = dates(text, language)
    found = [_beside(text, each, language) for each in _outside(numerals(text, language), days)]
    linked = _linked(text, found)
    figures = list(_fractions(text)) if base_language(language) == "en" else []
    figures += (_date(text, each) for each in days)
    figures += (_figure(text, each) for each in linked if _is_figure(text, each))
    return tuple(_apart(sorted(figures, key=lambda figure: (figure.span.start, -figure.span.end))))


def _outside(found: list[Numeral], days: Sequence[Date]) -> Iterator[Numeral]:
    """The numbers that are no part of a date."""
    index = 0
    for numeral in found:
        while index < len(days) and days[index].end <= numeral.start:
            index += 1
        if index == len(days) or days[index].start >= numeral.end:
            yield numeral


def _apart(figures: list[Figure]) -> Iterator[Figure]:
    end = 0
    for figure in figures:
        if figure.span.start >= end:
            yield figure
            end = figure.span.end


def _beside(text: str, numeral: Numeral, language: str) -> _Found:
    """The number with its unit or what it counts."""
    before, after = unit_before(text, numeral.start), unit_after(text, numeral.end, language)
    if before:
        unit, start = before
        end = after[1] if after and after[0].code == unit.code else numeral.end
        return _Found(numeral, unit, start, end, measured(text, end), numeral.scale)
    if after:
        return _Found(numeral, after[0], numeral.start, after[1], measured(text, after[1]), numeral.scale)
    what, end = counted(text, numeral.end)
    if not what and _METRES.search(text, numeral.start, numeral.end):
        return _Found(numeral, Unit("m"), numeral.start, numeral.end, "", Decimal(1))
    return _Found(numeral, None, numeral.start, max(end, numeral.end), what, numeral.scale)


_METRES = re.compile(r"\d\.\d+m$|(?<!\d)[1-9]\d{1,3}m$")
"""Digits with an "m" behind them that counts nothing: a jump, a race."""


_LINK = re.compile(rf"{GAP}?(?P<word>-|–|,)?{GAP}?(?P<and>to\b|and\b|or\b|against\b|vs\b)?{GAP}?")
_LONGEST_LINK = 10


def _linked(text: str, found: list[_Found]) -> list[_Found]:
    """The numbers, each with the unit of the next or the one before where it shares it ("26-28 billion dollars")."""
    for index in range(len(found) - 2, -1, -1):
        found[index] = _from_next(text, found[index], found[index + 1])
    for index in range(1, len(found)):
        found[index] = _from_last(text, found[index - 1], found[index])
    return found


def _link(text: str, left: int, right: int) -> str:
    """What joins two numbers: `to`, `and`, `or`, `-`, `,`; empty where something else stands between them."""
    if right - left > _LONGEST_LINK or not (match := _LINK.fullmatch(text, left, right)):
        return ""
    word = (match["and"] or match["word"] or "").replace("–", "-")
    return "" if word in ("against", "vs") else word


def _from_next(text: str, this: _Found, following: _Found) -> _Found:
    if this.unit or this.what or this.end != this.numeral.end:
        return this
    link = _link(text, this.end, following.start)
    if not link or not (following.unit or following.what):
        return this
    scale = this.scale
    if scale == 1 and link in ("to", "or", "-") and this.numeral.mantissa < following.numeral.mantissa:
        scale = following.scale
    if following.unit is None and link in (",", "and"):
        return this
    if this.scale > following.scale:  # "27 million, or 50 per cent"
        return this
    return replace(this, unit=following.unit, what=following.what, scale=scale)


def _from_last(text: str, last: _Found, this: _Found) -> _Found:
    """A number behind a sign of money: "$10-15" or "£5m to 6m"."""
    if this.unit or this.what or not last.unit or last.start == last.numeral.start:
        return this
    return replace(this, unit=last.unit) if _link(text, last.end, this.start) in ("to", "-") else this


def _figure(text: str, found: _Found) -> Figure:
    return Figure(
        text=text[found.start : found.end],
        value=_plain(found.value),
        unit=found.unit.code if found.unit else "",
        what=found.what,
        span=Span(found.start, found.end),
    )


def _plain(value: Decimal) -> str:
    """The number without exponent and closing noughts."""
    if value != value.to_integral_value():
        value = value.quantize(_PRECISION if value.adjusted() < _LARGE else Decimal(1))
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _date(text: str, date: Date) -> Figure:
    return Figure(text[date.start : date.end], date.value, "date", "", Span(date.start, date.end))


_WORD_BEFORE = re.compile(rf"(?:^|(?<=[^\w’'-]))([^\W\d_][\w’'-]{{0,24}}){GAP}$")
_WINDOW = 30
_RANKS = frozenset(
    """
    number numbers no nos round chapter radio channel seeded ranked rated group part level grade class phase
    stage page act article section room flight route highway bbc itv terminal gate platform junction pier unit
    type version series volume issue formula apollo boeing airbus windows division tier row category
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Words that make the number behind them a name or a rank."""
_PLACES = frozenset(
    """
    last top final first bottom
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Words that make a bare number behind them a rank ("the last eight"), but not one with a noun."""
_BEGINS = frozenset(
    """
    in on at by for from of to with the a an and but or about around over under some only nearly almost after
    before since than more least most up as its their his her our these those all another out into between it
    he she they when while where is are was were has have had if that which who not just also so every monday
    tuesday wednesday thursday friday saturday sunday net shr shrs revs sales avg oper qtly year profit loss
    record pay
    """.split()  # noqa: SIM905 - a list of words reads as one
)
_RATIO = re.compile(r"-to-")
_CLOCK = re.compile(rf"{GAP}?(?:GMT|BST|EST|EDT|CET|[ap]\.?m\.?(?!\w)|hrs\b|o[’']clock|:\d)|:\d|[.,:/]\d")
_DIRECTLY = re.compile(r"[\w@#%]|[-/]\d")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…][\"”’»)\]]*|[\"“‘«(\[—–-]|\n\s*)\s*$")
_SPELT_DURATION = re.compile(r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|year-olds?|pct|day|man|woman|nil")


def _is_figure(text: str, found: _Found) -> bool:
    """Whether the number states how much or how many."""
    numeral = found.numeral
    after = text[numeral.end : numeral.end + 12]
    if found.unit:
        return (
            found.end != numeral.end or found.start != numeral.start or not _DIRECTLY.match(after) or "-" in after[:1]
        )
    if numeral.is_plain and not numeral.in_words and _is_dialled(text, numeral):
        return False
    if (
        is_other_word(text, numeral.end)
        or _RATIO.match(after)
        or _CLOCK.match(after)
        or (found.end == numeral.end and _DIRECTLY.match(after))
    ):
        return False
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    if _is_name(before, found) or _is_listed(text, found):
        return False
    return not (numeral.in_words and numeral.value == 1 and not _SPELT_DURATION.fullmatch(found.what))


def _is_dialled(text: str, numeral: Numeral) -> bool:
    """Whether the digits are those of a telephone number or a code."""
    is_padded = text[numeral.start] == "0" and numeral.end - numeral.start > 1
    return is_padded or re.search(rf"\d{GAP}$", text[max(0, numeral.start - 2) : numeral.start]) is not None


def _is_name(before: str, found: _Found) -> bool:
    """Whether the number belongs to a name, a rank or a score."""
    if re.search(r"\w-$", before) or before.endswith("'"):
        return True
    match = _WORD_BEFORE.search(before)
    word = match[1] if match else ""
    if word.lower() in _RANKS:
        return True
    if word.lower() in _PLACES and not found.what:
        return True
    is_bare = found.numeral.is_plain and not found.what
    return bool(is_bare and word[:1].isupper() and word.lower() not in _BEGINS and not found.numeral.in_words)


def _is_listed(text: str, found: _Found) -> bool:
    """Whether the number is that of a list ("3 Ann Lee"), or a word of a name ("Six Nations")."""
    numeral = found.numeral
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    if numeral.in_words:
        return text[numeral.start].isupper() and (not _SENTENCE_START.search(before) or _is_title(text, found))
    is_number_of_line = numeral.is_plain and _LIST_NUMBER.match(text, numeral.end) is not None
    return is_number_of_line and _LINE_START.search(before) is not None


_LINE_START = re.compile(r"(?:^|\n)[ \t]*$")
_LIST_NUMBER = re.compile(rf"[.)]?{GAP}[A-ZÀ-Þ]|[.)]{GAP}")
_CAPITAL = re.compile(rf"{GAP}[A-Z]")


def _is_title(text: str, found: _Found) -> bool:
    """Whether all that follows the number has a capital, too."""
    heads = found.what.split()
    if not heads:
        return _CAPITAL.match(text, found.numeral.end) is not None
    return all(head[0].isupper() for head in heads)


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_PART = re.compile(r"[htqfse](?:alf|hird|uarter|ifth|ixth|ighth|enth)(?P<plural>s?)\b")
_TOP = re.compile(rf"\b(?P<top>{'|'.join(_TOPS)})(?P<join>-|{GAP})$", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"{GAP}(?:of|the|its|their|his|her|our|all)\b")
_OF = re.compile(rf"{GAP}of\b")
_NO_HALF = re.compile(
    rf"(?:\b(?:first|second|other|latter|opening|closing|opposite|top|bottom|last|final|third|1st){GAP}|[\w-])$"
)


def _fractions(text: str) -> Iterator[Figure]:
    """Shares in words: "two-thirds", "a quarter of", "half of"."""
    for match in _PART.finditer(text):
        part, place, end = match.group().removesuffix("s"), match.start(), match.end()
        window = text[max(0, place - _WINDOW) : place]
        if part == "half":
            if _OF_WHOLE.match(text, end) and not _NO_HALF.search(window):
                yield _fraction(text, place, end, Decimal("0.5"))
        elif part in _PARTS and (top := _TOP.search(window)) and (top["join"] == "-" or _OF.match(text, end)):
            value = Decimal(_TOPS[top["top"].lower()]) / _PARTS[part]
            yield _fraction(text, place - (len(window) - top.start()), end, value)


def _fraction(text: str, start: int, end: int, value: Decimal) -> Figure:
    return Figure(text[start:end], _plain(value), "share", measured(text, end), Span(start, end))
