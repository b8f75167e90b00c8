"""Dates of a text: days, months and years."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.annotate.numerals import GAP, locale
from generator.model import Record
from generator.text import base_language

_DAYS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
"""Days that wire services write in words: "April four"."""
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\w]|[-/.,]\d|%)"
_DAY_AFTER = re.compile(
    rf"\.?{GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%:/]|[.,]\d)"
    rf"(?:(?P<link>(?:{GAP}?[-–]|{GAP}(?:to|and|or)){GAP}?)(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%:/]|[.,]\d|{GAP}(?:per|pct|%|[a-z]+s)\b))?"
    rf"(?:,?{GAP}{_YEAR})?"
)
_WORD_AFTER = re.compile(rf"{GAP}(?P<day>{'|'.join(_DAYS)})\b")
_YEAR_AFTER = re.compile(rf"\.?,?{GAP}(?:(?:of|de|del){GAP})?{_YEAR}")
_DAY_BEFORE = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?P<link>{GAP}?[-–]{GAP}?|{GAP}(?:to|and|or){GAP}))?"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?{GAP}(?:(?:of|de){GAP})?$"
)
_DAY_WINDOW = 24
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[^\W\d_]+")
_FOUR_DIGITS = re.compile(
    r"(?P<year>(?:1[0-9]|20)\d\d)(?:(?P<day>-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w/]|-\d)"
    r"|[-–](?P<last>(?:1[89]|20)\d\d)(?![\w:/%-]|[.,]\d)|(?![\w:/%]|[.,-]\d|-[a-z]))"
)
_IN_NUMBER = re.compile(r"[\w.,:/$£€¥#%+-]")
_MID = re.compile(r"\b[Mm]id-")
_PART_OF_YEAR = re.compile(
    rf"(?:(?:\b[Tt]he{GAP}|\b)(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose){GAP}of{GAP}|\b[Mm]id-|\b(?:[Ee]arly|[Ll]ate){GAP})$"
)
_PART_WINDOW = 20
_NOT_A_YEAR = re.compile(
    rf"{GAP}(?:dlrs?|pct|per{GAP}cent|percent|mln|bln|bn|million|billion|people|dollars|euros|pounds|yen|GMT|hrs|hours|metres|meters|miles|km)\b"
)
_OLD_BEFORE = re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y|[Yy]ear|[Oo]f){GAP}$")
_MODERN = 1900
"""Four digits from here on are a year by themselves; lower ones only after "in", "since" and the like."""
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Date(Record, frozen=True):
    """A date as a text writes it."""

    start: int
    end: int
    value: str
    """As W3C writes it: `2020-12-28`, `2020-12`, `2020`; `--12-28` (XML Schema) where no year is told."""


def dates(text: str, language: str) -> list[Date]:
    """The dates of the text, in order, apart. Weekdays, months and decades alone are none."""
    found = [*_in_digits(text), *_with_month(text, base_language(language))]
    return list(_apart(sorted(found, key=lambda date: (date.start, -date.end))))


def _apart(found: list[Date]) -> Iterator[Date]:
    end = 0
    for date in found:
        if date.start >= end:
            yield date
            end = date.end


@lru_cache(maxsize=64)
def _months(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Pattern of the names of months, short ones too, and the number of each."""
    forms = locale(language).months["format"]
    names = {form.rstrip("."): number for width in ("abbreviated", "wide") for number, form in forms[width].items()}
    if language == "en":
        names["Sept"] = 9
    names = {name: number for name, number in names.items() if not name.isdigit()}
    either = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:{either or '(?!)'})\b(?![-/])"), names


def _with_month(text: str, language: str) -> Iterator[Date]:
    pattern, names = _months(language)
    for match in pattern.finditer(text):
        if match.start() and _LETTER.match(text, match.start() - 1):
            continue
        month = names[match.group()]
        before = _DAY_BEFORE.search(text, max(0, match.start() - _DAY_WINDOW), match.start())
        after = _DAY_AFTER.match(text, match.end())
        year = _YEAR_AFTER.match(text, match.end())
        if before and _is_day(before["day"], month):
            yield from _days_before(before, month, year)
        elif after and _is_day(after["day"], month):
            yield from _days_after(match.start(), after, month)
        elif year:
            yield Date(match.start(), year.end(), f"{year['year']}-{month:02}")
        elif language == "en" and (word := _WORD_AFTER.match(text, match.end())):
            yield Date(match.start(), word.end(), _written("", month, _DAYS[word["day"]]))


def _is_day(day: str, month: int) -> bool:
    return 1 <= int(day) <= _LONGEST_MONTH[month - 1]


def _written(year: str, month: int, day: int) -> str:
    return f"{year or '-'}-{month:02}-{day:02}"


def _days_before(before: re.Match[str], month: int, year: re.Match[str] | None) -> Iterator[Date]:
    """Dates like "28 December 2020" and "10-12 March"."""
    text = before.string
    number = year["year"] if year else ""
    end = year.end() if year else _month_end(text, before.end())
    if before["first"] and _is_day(before["first"], month) and int(before["first"]) < int(before["day"]):
        yield Date(before.start("first"), before.end("first"), _written(number, month, int(before["first"])))
    yield Date(before.start("day"), end, _written(number, month, int(before["day"])))


def _month_end(text: str, place: int) -> int:
    match = _WORD.match(text, place)
    return match.end() if match else place


def _days_after(start: int, after: re.Match[str], month: int) -> Iterator[Date]:
    """Dates like "Feb 22", "April 30, 1990" and "March 10-12"."""
    year = after["year"] or ""
    last = after["last"]
    if last and _is_day(last, month) and int(after["day"]) < int(last):
        yield Date(start, after.end("day"), _written(year, month, int(after["day"])))
        yield Date(after.start("last"), after.end(), _written(year, month, int(last)))
    else:
        end = after.end("day") if last else after.end()
        yield Date(start, end, _written("" if last else year, month, int(after["day"])))


def _in_digits(text: str) -> Iterator[Date]:
    """Days as computers write them, years, and both years of "1999-2001"."""
    for match in _FOUR_DIGITS.finditer(text):
        start, year = match.start(), match["year"]
        if start and _IN_NUMBER.match(text, start - 1) and not _MID.match(text, max(0, start - len("mid-"))):
            continue
        if match["day"]:
            yield Date(start, match.end(), match.group())
        elif match["last"]:
            yield Date(start, match.end("year"), year)
            yield Date(match.start("last"), match.end(), match["last"])
        else:
            yield from _bare_year(text, start, match.end(), year)


def _bare_year(text: str, start: int, end: int, year: str) -> Iterator[Date]:
    if _NOT_A_YEAR.match(text, end):
        return
    window = text[max(0, start - _PART_WINDOW) : start]
    if int(year) >= _MODERN or _OLD_BEFORE.search(window):
        part = _PART_OF_YEAR.search(window)
        yield Date(start - (len(window) - part.start() if part else 0), end, year)
