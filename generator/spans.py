"""Spans beside spans."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from generator.model import Span


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a character with one of the others, which are apart and in order."""
    place = bisect_left(others, Span(span.end, 0))
    return place > 0 and others[place - 1].end > span.start


def mostly(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether most of the spans share characters with the others, which are apart and in order."""
    return 2 * sum(overlaps(span, others) for span in spans) > len(spans)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order; of those that overlap the first, of those that begin together the longest."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def one_line(text: str, span: Span) -> str:
    """What stands at the span, with single blanks."""
    return " ".join(text[span.start : span.end].split())
