"""Days of the week and months in which two sentences cannot both be right.

Years and days of a month are numbers and among those of `figures`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.collate.context import Place
from generator.collate.found import Found
from generator.collate.moments import changing, others_named
from generator.collate.said import Said, Word
from generator.collate.sameness import likelihood, likely_odds
from generator.model import DifferenceKind, Record, Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = frozenset("january february march april may june july august september october november december".split())  # noqa: SIM905
_SHORT = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_AFTER_SHORT = re.compile(r"\s?(?:\.|\d)")
"""What stands behind the short name of a month."""
_AMBIGUOUS = frozenset({"may", "march", "mar"})
_BEFORE_MONTH = frozenset({"in", "since", "of", "last", "this", "next", "until", "by", "from", "to", "late", "early"})


class _Mention(Record, frozen=True):
    """A day of the week or a month where it stands."""

    index: int
    """Of its word in the sentence."""
    key: str


def find_date(a: Said, b: Said) -> tuple[Found, ...]:
    """Days of the week, then months, that stand in the same place and are not the same."""
    return (*_differing(a, _weekdays(a), b, _weekdays(b)), *_differing(a, _months(a), b, _months(b)))


def _weekdays(said: Said) -> list[_Mention]:
    return [
        _Mention(index, word.lower.removesuffix("'s"))
        for index, word in enumerate(said.words)
        if word.lower.removesuffix("'s") in _WEEKDAYS
    ]


def _months(said: Said) -> list[_Mention]:
    return [_Mention(index, word.lower[:3]) for index, word in enumerate(said.words) if _is_month(said, index)]


def _is_month(said: Said, index: int) -> bool:
    word = said.words[index]
    if word.lower[:3] not in _MONTHS:
        return False
    if word.lower in _AMBIGUOUS:
        following = said.words[index + 1].text if index + 1 < len(said.words) else ""
        return following[:1].isdigit() or (index > 0 and said.words[index - 1].lower in _BEFORE_MONTH)
    return word.lower in _NAMES or (word.lower in _SHORT and bool(_AFTER_SHORT.match(said.text, word.span.end)))


def _differing(a: Said, ours: Sequence[_Mention], b: Said, theirs: Sequence[_Mention]) -> Iterator[Found]:
    """What only one has, where it is one on each side, as more cannot be told apart.

    The day on which something happened is none of the day on which it was told.
    """
    keys = {each.key for each in ours} & {each.key for each in theirs}
    left_a, left_b = [each for each in ours if each.key not in keys], [each for each in theirs if each.key not in keys]
    if len(left_a) == len(left_b) == 1 and _is_of_saying(a, left_a[0].index) == _is_of_saying(b, left_b[0].index):
        yield _found(a, left_a[0].index, b, left_b[0].index)


def _found(a: Said, at: int, b: Said, there: int) -> Found:
    one, other = a.words[at], b.words[there]
    sure = likelihood(likely_odds(Place(a, at, at + 1), Place(b, there, there + 1)))
    reason = _varies(a, at, b)
    why = f"One says {_shown(one.text)}, the other {_shown(other.text)}" + (f"; {reason}." if reason else ".")
    spans = _bare(one), _bare(other)
    return Found(DifferenceKind.DATE, sure, bool(reason), why, *spans)


def _shown(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s").capitalize()


def _bare(word: Word) -> Span:
    """The word without the ending of a possessive."""
    return Span(word.span.start, word.span.start + len(_shown(word.text)))


_SAYING = frozenset("said says say told tells named announced reported added according statement interview".split())  # noqa: SIM905
_CLOSE = 2
"""Words between a day and the verb that it goes with, at most."""


def _varies(a: Said, at: int, b: Said) -> str:
    """Why both may be right after all, as the end of a sentence; empty where nothing says so."""
    if _is_of_saying(a, at):
        return "it may have been said on both"
    if moment := changing(a, b):
        return f"they may speak of {moment}"
    return "they may speak of others" if others_named(a, b) else ""


def _is_of_saying(said: Said, index: int) -> bool:
    """Whether the day is that on which something was said."""
    near = said.words[max(0, index - _CLOSE) : index + _CLOSE + 1]
    return any(word.lower in _SAYING for word in near)
