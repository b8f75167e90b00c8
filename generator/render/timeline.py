"""When the reports of a story came, as a picture: dots on a line, drawn as SVG.

Places are in per cent, so that the picture is as wide as there is room and its letters keep their size; colours are
those of the page.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.model import Entry
from generator.render import dates, story_words
from generator.render.escaping import Safe, escape
from generator.render.index import Index

_FROM, _TO = 3, 97
"""Where the line begins and ends, in per cent of the width."""
_STEPS = 24
"""Places along the line; reports at one place are one dot with a number."""
_NAMED = 12
"""Reports that the words for the picture name."""
_DAY = len("2020-12-28")
_LEAST = timedelta(hours=1)
"""Between the first report and the last for a picture to tell anything."""


@dataclass(frozen=True, slots=True)
class _Dated:
    at: datetime
    said: str
    is_copy: bool


def timeline(index: Index, entries: Sequence[Entry], names: Sequence[str], copies: frozenset[str]) -> Safe:
    """The picture of the dates of the articles, each with its name; empty where there are not two of them."""
    dated = [
        (entry, name)
        for entry, name in zip(entries, names, strict=True)
        if len(entry.date) >= _DAY and dates.moment(entry.date)
    ]
    length = None if all(len(entry.date) > _DAY for entry, _ in dated) else _DAY
    known = sorted(
        (
            _Dated(at, _said(index, entry, name), entry.id in copies)
            for entry, name in dated
            if (at := dates.moment(entry.date[:length]))
        ),
        key=lambda one: (one.at, one.said),
    )
    if not known or known[-1].at - known[0].at < _LEAST:
        return Safe("")
    label = story_words.timeline(index.language, [one.said for one in known[:_NAMED]], max(0, len(known) - _NAMED))
    lines = [
        f'<svg class="timeline" role="img" aria-label="{escape(label)}" width="100%" height="64">',
        f'<line x1="{_FROM}%" x2="{_TO}%" y1="30" y2="30" stroke="currentColor"></line>',
        *_dots(known),
        *_ends(index, known[0].at, known[-1].at),
        "</svg>",
    ]
    return Safe("\n".join(lines))


def _ends(index: Index, first: datetime, last: datetime) -> Iterator[str]:
    """The first and the last day; of one day the hours."""
    is_day = first.date() == last.date()
    for x, anchor, at in ((f"{_FROM - 2}%", "start", first), (f"{_TO + 2}%", "end", last)):
        day = dates.shown(at.date().isoformat(), index.language.tag).words
        said = story_words.at_hour(day if at is first else "", f"{at:%H:%M}") if is_day else day
        yield f'<text x="{x}" y="58" text-anchor="{anchor}" fill="currentColor">{escape(said)}</text>'


def _dots(known: Sequence[_Dated]) -> list[str]:
    start, whole = known[0].at, (known[-1].at - known[0].at).total_seconds()
    places: defaultdict[int, list[_Dated]] = defaultdict(list)
    for one in known:
        places[round((one.at - start).total_seconds() / whole * _STEPS)].append(one)
    return [line for step in sorted(places) for line in _dot(step, places[step])]


def _dot(step: int, some: Sequence[_Dated]) -> list[str]:
    x = f"{_FROM + (_TO - _FROM) * step / _STEPS:.2f}%"
    kind = "copy" if all(one.is_copy for one in some) else "own"
    title = escape("; ".join(one.said for one in some[:_NAMED]))
    dot = f'<circle class="{kind}" cx="{x}" cy="30" r="6"><title>{title}</title></circle>'
    count = (
        [f'<text x="{x}" y="16" text-anchor="middle" fill="currentColor">{len(some)}</text>'] if len(some) > 1 else []
    )
    return [dot, *count]


def _said(index: Index, entry: Entry, name: str) -> str:
    return f"{dates.shown(entry.date, index.language.tag).words}, {name}"
