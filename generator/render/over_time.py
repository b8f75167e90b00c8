"""How many of some articles each day, week, month or year has: the period that lets a curve be read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.render import dates
from generator.render.editions import week_of

_DAYS, _WEEKS, _MONTHS = 31, 26 * 7, 5 * 366
"""Days between first and last up to which a period is a day, a week, a month."""
_POINTS = 100
"""Of a curve of years, at the most: then a point is several years."""
_DAY, _MONTH = 10, 7
"""Characters of a date that is known to the day, to the month."""


def over_time(isos: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """All periods from the first to the last, oldest first, with their counts.

    A period is `2020-12-07`, `2020-W50`, `2020-12` or `2020`: no shorter than the dates are precise; none without any.
    """
    known = [iso[:_DAY] for iso in isos if dates.moment(iso)]
    if not known:
        return ()
    days = [date.fromisoformat(iso + "0000-01-01"[len(iso) :]) for iso in known]
    first, last, precise = min(days), max(days), min(map(len, known))
    span = (last - first).days
    if precise < _MONTH or span > _MONTHS:
        return _years([day.year for day in days])
    if precise < _DAY or span > _WEEKS:
        return _months([day.year * 12 + day.month - 1 for day in days])
    return _weeks(days) if span > _DAYS else tuple((str(day), count) for day, count in _counted(days, 1))


def _weeks(days: list[date]) -> tuple[tuple[str, int], ...]:
    mondays = _counted([date.fromordinal(day.toordinal() - day.weekday()) for day in days], 7)
    return tuple((week_of(monday.isoformat()), count) for monday, count in mondays)


def _counted(days: list[date], step: int) -> Iterator[tuple[date, int]]:
    counts, first = Counter(days), min(days)
    number = (max(days) - first).days // step + 1
    return ((day, counts[day]) for day in (first + timedelta(step * one) for one in range(number)))


def _months(months: list[int]) -> tuple[tuple[str, int], ...]:
    counts = Counter(months)
    return tuple((f"{one // 12:04}-{one % 12 + 1:02}", counts[one]) for one in range(min(months), max(months) + 1))


def _years(years: list[int]) -> tuple[tuple[str, int], ...]:
    first, last = min(years), max(years)
    step = (last - first) // _POINTS + 1
    counts = Counter((year - first) // step for year in years)
    return tuple((f"{first + step * one:04}", counts[one]) for one in range((last - first) // step + 1))
