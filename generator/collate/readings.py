"""What a number of a sentence is a number of: money, a share, a measure, a day, a year, an age, a rank, a time."""

import re
from collections.abc import Callable
from decimal import Decimal

from generator.annotate.numerals import Numeral
from generator.annotate.units import Unit, unit_after, unit_before
from generator.model import Record


class Reading(Record, frozen=True):
    """What a number turns out to be."""

    unit: str
    """As in `Figure.unit`, or `day` (of a month), `year`, `decade`, `rank`, `age`, `clock`, `time`, `months`.

    Empty for none.
    """
    start: int
    end: int
    """Its sign or word included."""
    factor: Decimal = Decimal(1)
    """What the number is multiplied by: 604,800 for weeks."""


_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:[a-z]{0,7})\b\.?"
_GAP = r"[ \t\xa0\u202f\n-]?"
_SECONDS = {
    "second": 1, "minute": 60, "min": 60, "hour": 3600, "hr": 3600, "day": 86_400, "night": 86_400, "week": 604_800,
    "fortnight": 1_209_600,
}  # fmt: skip
"""Lengths of time of the unit `time`."""
_MONTHLY = {"month": 1, "mth": 1, "year": 12, "yr": 12, "decade": 120, "century": 1200}
"""Those that are no fixed number of days, of the unit `months`."""
_DAYS = 100
"""No day of a month, not even a mistaken one, and no age in a comma has three digits."""
_FIRST_YEAR, _MODERN, _LAST_YEAR = 1000, 1900, 2100
"""Four digits from the first to the last are a year where years stand, from the second on unless they count."""
_WINDOW = 24
"""Characters before a number in which a month, or what makes it a year, is looked for."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_DECADE = re.compile(r"(?:(?<=0)\s)?['’]?s\b")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?{_GAP}(?:of{_GAP})?{_MONTHS}", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}{_GAP}\.?{_GAP}$", re.IGNORECASE)
_MISSPELT = re.compile(r"\s(?:pecent|precent|percents|perecent)\b", re.IGNORECASE)
_DOLLARS = re.compile(r"\s(?:u\.?\s?s\.?|american)\s(?:dollars?|dlrs?)\b", re.IGNORECASE)
_WORD_AFTER = re.compile(rf"{_GAP}([a-z]+?)s?(?![a-z])(?:{_GAP}(old)\b)?", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?(?: of)?|turned)\s$", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"[^\W\d_][.’'\w]*\s?[,(]\s?$")
_AGE_AFTER = re.compile(r"\s?[,)]")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|by|year|of|from|during|early|late|mid|fiscal|for)|[^\W\d_]{3,}\s?,?"
    r"|\d{4}\s?(?:to|and|or|–|-))[\s-]?$",
    re.IGNORECASE,
)
_SHORT_YEAR_BEFORE = re.compile(r"\b(?:in|since|until|before|after|by|year)\s$", re.IGNORECASE)
_COUNTS = re.compile(r"\s[^\W\d_]+(?:s|people|men|women)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<=\d)[:.]\d\d\s?(?:[ap]\.?m\b|gmt|est|edt|et\b)|:\d\d|\s?[ap]\.?m\b|\s?o['’]\s?clock", re.IGNORECASE
)


def reading(text: str, numeral: Numeral, language: str) -> Reading:
    """What the number is, by the first of the readings that fits; itself alone where none does."""
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    for read in _READINGS:
        if found := read(text, numeral, before):
            return found
    return _unit(text, numeral, language)


def is_like_year(text: str, numeral: Numeral) -> bool:
    """Whether the number stands where years do, in three or four digits."""
    digits = text[numeral.start : numeral.end]
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    pattern = _YEAR_BEFORE if len(digits) == len(str(_MODERN)) else _SHORT_YEAR_BEFORE
    return digits.isdigit() and len(digits) in (3, 4) and bool(pattern.search(before))


def _clock(text: str, numeral: Numeral, _: str) -> Reading | None:
    match = _CLOCK.match(text, numeral.end)
    return Reading("clock", numeral.start, match.end()) if match else None


def _day(text: str, numeral: Numeral, before: str) -> Reading | None:
    """A day of a month; digits that are none ("April 35rd") too, as they were meant to be one."""
    if not numeral.is_plain or numeral.in_words or numeral.value >= _DAYS:
        return None
    if after := _MONTH_AFTER.match(text, numeral.end):
        return Reading("day", numeral.start, after.end())
    if month := _MONTH_BEFORE.search(before):
        ordinal = _ORDINAL.match(text, numeral.end)
        return Reading("day", numeral.start - len(before) + month.start(), ordinal.end() if ordinal else numeral.end)
    return None


def _rank(text: str, numeral: Numeral, _: str) -> Reading | None:
    match = None if numeral.in_words else _ORDINAL.match(text, numeral.end)
    return Reading("rank", numeral.start, match.end()) if match else None


def _decade(text: str, numeral: Numeral, _: str) -> Reading | None:
    match = _DECADE.match(text, numeral.end) if numeral.is_plain and not numeral.in_words else None
    return Reading("decade", numeral.start, match.end()) if match else None


def _time(text: str, numeral: Numeral, before: str) -> Reading | None:
    """An age or a length of time."""
    start, end = numeral.start, numeral.end
    word = _WORD_AFTER.match(text, end)
    name = word[1].lower() if word else ""
    if word and word[2] and name == "year":
        return Reading("age", start, word.end())
    if word and name in _SECONDS:
        return Reading("time", start, word.end(), Decimal(_SECONDS[name]))
    if word and name in _MONTHLY:
        return Reading("months", start, word.end(), Decimal(_MONTHLY[name]))
    in_commas = _AGE_BEFORE.search(before) and _AGE_AFTER.match(text, end)
    if numeral.is_plain and 0 < numeral.value < _DAYS and (_AGED.search(before) or in_commas):
        return Reading("age", start, end)
    return None


def _year(text: str, numeral: Numeral, before: str) -> Reading | None:
    digits = text[numeral.start : numeral.end]
    if len(digits) == len(str(_MODERN)) and digits.isdigit() and _FIRST_YEAR <= numeral.value < _LAST_YEAR:
        counts = numeral.value < _MODERN or _COUNTS.match(text, numeral.end)
        if not counts or _YEAR_BEFORE.search(before):
            return Reading("year", numeral.start, numeral.end)
    return None


_READINGS: tuple[Callable[[str, Numeral, str], Reading | None], ...] = (_clock, _day, _rank, _decade, _time, _year)


def _unit(text: str, numeral: Numeral, language: str) -> Reading:
    """A number with the sign or word of a unit, as the annotations have it, and a few that only loose texts have."""
    if typo := _MISSPELT.match(text, numeral.end):
        return Reading("share", numeral.start, typo.end(), Decimal("0.01"))
    if dollars := _DOLLARS.match(text, numeral.end):
        return Reading("USD", numeral.start, dollars.end())
    before, after = unit_before(text, numeral.start), unit_after(text, numeral.end, language)
    start, unit = (before[1], before[0]) if before else (numeral.start, after[0] if after else Unit(""))
    end = after[1] if after and after[0].code == unit.code else numeral.end
    return Reading(unit.code, start, end, unit.factor)
