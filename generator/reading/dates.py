"""Dates as people and programs write them, in the W3C form, with no part that is not stated.

`dateutil` fills what a text leaves open from a default; a part that changes with the default was not stated, and a
date that changes with the order of day and month is not known.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any

from babel import Locale
from dateutil import parser

EARLIEST = 1400
"""First year of a date of publication: there was no printing before."""
LATEST = date(2100, 12, 31)
"""No clock is looked at, so that the same seeds give the same bytes on any day; a later date is a slip of the pen."""
_SHORTEST, _LONGEST = 6, 80
_DAY = 86_400
_SHORTEST_NAME = 3
_LANGUAGES = ("de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "pl", "ru", "tr", "cs", "fi", "id")
_ZONES = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9,
}  # fmt: skip
"""Hours of the zones that are named in the news and that mean one thing (RFC 822, and a few more)."""
_W3C = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[Tt ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>[Zz]|[+-]\d\d:?\d\d)?)?)?"
)
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号])?(?:\s?(\d{1,2}:\d\d(?::\d\d)?))?")
_COMPACT = re.compile(r"\d{8}")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d{8}|'\d\d")
_ONLY_DIGITS = re.compile(r"[\d\s.,/-]{1,6}")


class NoDate(ValueError):  # noqa: N818 - it says what a value is, and is always caught
    """A value that states no date, or none that can be true; its text says why, as a clause."""


def parse_date(value: object) -> str:
    """The date in the W3C form (`2020-12`, `2020-12-28`, `2020-12-28T08:30:00+08:00`); NoDate where there is none.

    A time without a zone stays without one.
    """
    if isinstance(value, datetime):
        return _checked(_written(value))
    if isinstance(value, date):
        return _checked(value.isoformat())
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NoDate("is no date")
    try:
        text = " ".join(str(value).split()).strip(" .,")
    except ValueError as error:
        raise NoDate("is no date") from error
    if not _SHORTEST <= len(text) <= _LONGEST:
        raise NoDate("is no date with a day or month")
    return _checked(_exact(text) or _free(text))


def _checked(found: str) -> str:
    year = int(found[:4])
    if year < EARLIEST:
        raise NoDate(f"is before {EARLIEST}")
    if found[:10] > LATEST.isoformat()[: len(found)]:
        raise NoDate(f"is after {LATEST.year}")
    return found


def _written(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def _exact(text: str) -> str:
    """The date of a text in one of the forms made for programs, or in Chinese, Japanese or Korean; else nothing."""
    match = _W3C.fullmatch(text)
    if match:
        return _of_parts(match["year"], match["month"], match["day"], match["time"], match["zone"])
    match = _CJK.search(text)
    if match:
        year, month, day, time = match.groups()
        return _of_parts(year, month, day, time, None)
    if _COMPACT.fullmatch(text):
        return _of_parts(text[:4], text[4:6], text[6:], None, None)
    return ""


def _of_parts(year: str, month: str, day: str | None, time: str | None, zone: str | None) -> str:
    try:
        first = date(int(year), int(month), int(day or 1)).isoformat()
        if not day or not time:
            return first if day else first[:7]
        zone = "+00:00" if zone in ("z", "Z") else zone or ""
        return _written(datetime.fromisoformat(f"{first}T{time.zfill(5)}{zone}"))
    except ValueError as error:
        raise NoDate("is no day of the calendar") from error


def _free(text: str) -> str:
    """The date of a text in words or in figures with day, month and year in some order."""
    if not _YEAR.search(text) or _ONLY_DIGITS.fullmatch(text):
        raise NoDate("states no year")
    readings = {_reading(text, day_first=day_first) for day_first in (False, True)}
    if len(readings) > 1:
        raise NoDate("can be read as two dates")
    return readings.pop()


def _reading(text: str, *, day_first: bool) -> str:
    low, high = (_parsed(text, default, day_first=day_first) for default in _DEFAULTS)
    if low.year != high.year or low.month != high.month:
        raise NoDate("states no full date")
    if low.day != high.day:
        return low.date().isoformat()[:7]
    # A time that varies with the default, or is midnight with one default only, is not stated.
    return _written(low) if (low.hour, low.minute) == (high.hour, high.minute) else low.date().isoformat()


_DEFAULTS = (datetime(2000, 1, 1, 0, 0, 0), datetime(2004, 2, 2, 3, 3, 0))  # noqa: DTZ001 - a date without a zone stays so


def _parsed(text: str, default: datetime, *, day_first: bool) -> datetime:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parser().parse(text, default=default, dayfirst=day_first, tzinfos=_zone)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, ArithmeticError) as error:
        raise NoDate("is no date that can be read") from error


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None and abs(offset) < _DAY:
        return timezone(timedelta(seconds=offset))
    hours = _ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))


@cache
def _parser() -> parser.parser:
    return parser.parser(_Words())


_BETWEEN = "de del der den le la el a à às alle ore um uhr kl om г г. в на am em il op | – — -".split()  # noqa: SIM905
"""Words that stand between the parts of a date."""


class _Words(parser.parserinfo):
    """Names of months and days in the languages of `_LANGUAGES`, and the words that stand between them."""

    def __init__(self) -> None:
        english = parser.parserinfo
        self.JUMP = [*english.JUMP, *_BETWEEN]
        self.MONTHS: list[Any] = _with_other_languages(list(english.MONTHS), "months", 1)
        self.WEEKDAYS: list[Any] = _with_other_languages(list(english.WEEKDAYS), "days", 0)
        super().__init__()


def _with_other_languages(english: list[Any], table: str, first: int) -> list[Any]:
    """Names of the months or days in all languages; one that means another in English has no other meaning."""
    taken = {name.lower() for names in english for name in names}
    return [
        (*names, *dict.fromkeys(name for name in _names(table, number) if name not in taken))
        for number, names in enumerate(english, first)
    ]


def _names(table: str, number: int) -> Iterator[str]:
    """Names of one month or day, in lower case."""
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        forms = locale.months["format"] if table == "months" else locale.days["format"]
        for width in ("wide", "abbreviated"):
            name = str(forms[width][number]).lower().strip(".")
            if len(name) >= _SHORTEST_NAME and not name.isdigit():
                yield name
