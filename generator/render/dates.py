"""Dates as they are known: a year, a month, a day or a moment, and never more than that."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from generator.render.languages import locale_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""What a feed without any date says it was changed: the format wants a moment, and this one is no claim."""

_W3C = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?)?)?"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as a page shows it; all parts empty where it is not known."""

    iso: str
    """W3C form, as precise as known."""
    words: str
    """As a reader of the site's language writes it."""
    month: str
    """`2020-12`; empty where the month is not known."""


@lru_cache(50_000)
def shown(iso: str, language: str) -> Date:
    """The date in the words of a language; unknown where it is no date."""
    match = _W3C.fullmatch(iso)
    if not match or not moment(iso):
        return Date("", "", "")
    _year, month, of_month, _time = match.groups()
    day, locale = _first_day(match), locale_of(language)
    if of_month:
        return Date(iso, _long(day, locale), iso[:7])
    words = format_skeleton("yMMMM" if month else "y", day, locale=locale)
    return Date(iso, str(words), iso[:7] if month else "")


@lru_cache(10_000)
def _long(day: date, locale: Locale) -> str:
    return str(format_date(day, "long", locale))


def month_of(iso: str) -> str:
    """`2020-12`; empty where the month is not known."""
    match = _W3C.fullmatch(iso)
    return iso[:7] if match and match[2] and moment(iso) else ""


@lru_cache(50_000)
def moment(iso: str) -> datetime | None:
    """The earliest moment the date can mean, in UTC where it names no zone; None where it is no date."""
    match = _W3C.fullmatch(iso)
    try:
        if not match:
            return None
        if not match[4]:
            first = _first_day(match)
            return datetime(first.year, first.month, first.day, tzinfo=UTC)
        exact = datetime.fromisoformat(iso)
        return exact.astimezone(UTC) if exact.tzinfo else exact.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


@lru_cache(50_000)
def newest_first(iso: str) -> tuple[int, float]:
    """Sort key: newest first, the undated last."""
    known = moment(iso)
    return (1, 0.0) if known is None else (0, -(known - EPOCH).total_seconds())


def newest(dates: tuple[str, ...]) -> str:
    """The latest of the dates; empty where none is known."""
    return min((iso for iso in dates if moment(iso)), key=newest_first, default="")


def oldest(dates: tuple[str, ...]) -> str:
    """The earliest of the dates; empty where none is known."""
    return max((iso for iso in dates if moment(iso)), key=newest_first, default="")


def sort_key(iso: str) -> str:
    """Ten characters that sort as the dates do: `2020-12-00` for a month, `0000-00-00` for none."""
    return (iso[:10] + "0000-00-00"[len(iso[:10]) :]) if moment(iso) else "0000-00-00"


def _first_day(match: re.Match[str]) -> date:
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
