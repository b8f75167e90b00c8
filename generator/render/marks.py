"""Marks over a block, which overlap as they like, as runs that nest.

Marks come in layers, the outermost first: sentences, links, emphasis, keywords. Within a
layer they are apart; a mark that crosses the end of one in a layer further out is cut there,
and goes on as a second run behind it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Span

Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Body]):
    """A span with what it means."""

    span: Span
    body: Body


@dataclass(frozen=True, slots=True)
class Run(Generic[Body]):
    """A piece of a block: under a mark (with the runs in it), or plain text."""

    span: Span
    body: Body | None
    inside: "tuple[Run[Body], ...]"
    """In order and without a gap; empty for plain text."""


def runs(span: Span, layers: Sequence[Sequence[Mark[Body]]]) -> tuple[Run[Body], ...]:
    """The runs of `text[span.start:span.end]`, in order and without a gap; the marks of a layer are `apart`."""
    if span.start >= span.end:
        return ()
    # Most pieces of a text have marks of one or two layers only.
    there = [marks for layer in layers if (marks := touching(layer, span))]
    if not there:
        return (Run(span, None, ()),)
    first, *others = there
    found: list[Run[Body]] = []
    at = span.start
    for mark in first:
        part = Span(max(mark.span.start, at), min(mark.span.end, span.end))
        found += runs(Span(at, part.start), others)
        found.append(Run(part, mark.body, runs(part, others)))
        at = part.end
    return (*found, *runs(Span(at, span.end), others))


def touching(marks: Sequence[Mark[Body]], span: Span) -> Sequence[Mark[Body]]:
    """Those of the marks, which are `apart`, that have a character in the span."""
    start, end = span.start, span.end
    if len(marks) <= _FEW:
        return [mark for mark in marks if mark.span.end > start and mark.span.start < end]
    first = bisect_right(marks, start, key=lambda mark: mark.span.end)
    last = bisect_left(marks, end, key=lambda mark: mark.span.start)
    return marks[first:last]


_FEW = 6
"""Marks that are looked at one by one sooner than they are searched."""


def apart(marks: Iterable[Mark[Body]]) -> tuple[Mark[Body], ...]:
    """The marks in order, without the empty and those that begin inside another; of two at one place the longer."""
    kept: list[Mark[Body]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.start < mark.span.end and (not kept or mark.span.start >= kept[-1].span.end):
            kept.append(mark)
    return tuple(kept)
