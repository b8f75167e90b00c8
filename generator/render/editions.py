"""Editions: what came in one week, by ISO 8601 from Monday to Sunday. What has no day is in none."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Entry, Mention, Story
from generator.render import addresses, dates
from generator.render.stories import Stories

_DAY = len("2020-12-28")


@dataclass(frozen=True, slots=True)
class Edition:
    """The digest of one week."""

    week: str
    """`2020-W53`."""
    entries: tuple[Entry, ...]
    """What came in it, the newest first."""
    stories: tuple[Story, ...]
    """Those to which an article of it belongs, the weightiest first."""
    short: tuple[Entry, ...]
    """The articles of it that belong to none."""


def week_of(iso: str) -> str:
    """`2020-W53`, for a date that names a day; else empty."""
    if len(iso) < _DAY or not dates.moment(iso):
        return ""
    year, week, _ = date.fromisoformat(iso[:_DAY]).isocalendar()
    return f"{year:04}-W{week:02}"


def days_of(week: str) -> tuple[str, str]:
    """Monday and Sunday of a week, as ISO dates."""
    monday = date.fromisocalendar(int(week[:4]), int(week[-2:]), 1)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def weeks_up_to(week: str, count: int) -> tuple[str, ...]:
    """So many weeks, of which the last is the given one."""
    monday = date.fromisocalendar(int(week[:4]), int(week[-2:]), 1)
    return tuple(week_of((monday - timedelta(weeks=back)).isoformat()) for back in reversed(range(count)))


def find_editions(entries: Mapping[str, Entry], stories: Stories) -> dict[str, Edition]:
    """The editions by week, the newest first, of the entries by id, which come the newest first."""
    by_week: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if week := week_of(entry.date):
            by_week[week].append(entry)
    return {week: _edition(week, by_week[week], stories, entries) for week in sorted(by_week, reverse=True)}


def _edition(week: str, entries: Sequence[Entry], stories: Stories, all_: Mapping[str, Entry]) -> Edition:
    found = {story.key: story for entry in entries if (story := stories.of.get(entry.id))}
    return Edition(
        week=week,
        entries=tuple(entries),
        stories=tuple(sorted(found.values(), key=lambda story: _weight(story, stories, all_))),
        short=tuple(entry for entry in entries if entry.id not in stories.of),
    )


def _weight(story: Story, stories: Stories, all_: Mapping[str, Entry]) -> tuple[int, int, int, str]:
    """Sort key: what most sources report, copies aside, comes first; then most reports, most differences."""
    own = [id_ for id_ in story.articles if id_ not in stories.copies]
    sources = {addresses.source_key(all_[id_].source) for id_ in own}
    return -len(sources), -len(own), -stories.differing[story.key], story.key


def weekly(mentions: Iterable[Mention], weeks: Sequence[str], entries: Mapping[str, Entry]) -> tuple[int, ...]:
    """How many articles of each of the weeks speak of a topic, by its mentions."""
    counts = Counter(week_of(entries[mention.article].date) for mention in mentions)
    return tuple(counts[week] for week in weeks)
