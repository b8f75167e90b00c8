"""In what two sentences that say the same thing cannot both be right: all kinds of it together."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from generator.collate.context import likeness, roots
from generator.collate.dates import find_date
from generator.collate.descriptions import find_description
from generator.collate.figures import find_figure
from generator.collate.found import Found
from generator.collate.meaning import find_meaning
from generator.collate.names import find_name
from generator.collate.polarity import find_polarity
from generator.collate.said import Said
from generator.collate.sameness import likelihood, odds
from generator.model import DifferenceKind, Span

FLOOR = 0.5
"""Confidence from which on a difference is shown as one; what is below is "worded differently"."""
_FINDERS: tuple[Callable[[Said, Said], tuple[Found, ...]], ...] = (
    find_figure,
    find_date,
    find_name,
    find_description,
    find_polarity,
    find_meaning,
)
"""By how sure they are: of two that find the same, the first counts."""


_LONG, _EXTRA = 13, 0.25
"""Words that only one of two sentences has, from which on a denial in one is mostly of something that the other does
not speak of, and what each more takes off the log odds that it is not. Denials planted in translations have no more."""
_ALIKE = 0.5
"""Share of their words that sentences of any length have in common (Dice) that tell of one thing."""


def find_differences(a: Said, b: Said) -> tuple[Found, ...]:
    """Parts of two aligned sentences that cannot both be right, by their place in the first, apart.

    It does not matter which is which: the other way round gives the same, with the spans exchanged.
    """
    if a.text == b.text:
        return ()
    if a.text > b.text:
        return _ordered(replace(each, a=each.b, b=each.a) for each in find_differences(b, a))
    return _ordered(_apart(_tempered(each, a, b) for find in _FINDERS for each in find(a, b)))


def _tempered(found: Found, a: Said, b: Said) -> Found:
    """A denial, the less sure the more the sentences speak of otherwise; other kinds see to that themselves."""
    extra = len(roots(a) ^ roots(b)) - _LONG
    if found.kind is not DifferenceKind.POLARITY or extra <= 0 or likeness(a, b) >= _ALIKE:
        return found
    return replace(found, confidence=likelihood(odds(found.confidence) - _EXTRA * extra))


def _apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """The surest first, without what is found of the same words again."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: -one.confidence):
        if not any(_overlap(each.a, one.a) or _overlap(each.b, one.b) for one in kept):
            kept.append(each)
    return tuple(kept)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _ordered(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda each: (each.a, each.b, each.kind)))
