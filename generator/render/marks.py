"""Marks over a block, which overlap as they like, as runs that nest.

Marks come in layers, the outermost first: sentences, links, emphasis, keywords. Within a
layer they are apart; a mark that crosses the end of one in a layer further out is cut there,
and goes on as a second run behind it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from generator.model import Span

Body = TypeVar("Body")
Piece = TypeVar("Piece")


class Mark(msgspec.Struct, Generic[Body], frozen=True, gc=False):
    """A span with what it means."""

    span: Span
    body: Body


class Run(msgspec.Struct, Generic[Body], frozen=True, gc=False):
    """A piece of a block: under a mark (with the runs in it), or plain text."""

    span: Span
    body: Body | None
    inside: "tuple[Run[Body], ...]"
    """In order and without a gap; empty for plain text."""


def runs(span: Span, layers: Sequence[Sequence[Mark[Body]]]) -> tuple[Run[Body], ...]:
    """The runs of `text[span.start:span.end]`, in order and without a gap; the marks of a layer are `apart`."""

    def plain(start: int, end: int) -> Run[Body]:
        return Run(Span(start, end), None, ())

    def marked(start: int, end: int, body: Body, inside: list[Run[Body]]) -> Run[Body]:
        return Run(Span(start, end), body, tuple(inside))

    return tuple(pieces(span.start, span.end, layers, plain, marked))


def pieces(
    start: int,
    end: int,
    layers: Sequence[Sequence[Mark[Body]]],
    plain: Callable[[int, int], Piece],
    marked: Callable[[int, int, Body, list[Piece]], Piece],
) -> list[Piece]:
    """What the two functions make of the runs of `text[start:end]`, the inner ones first; no run for each is made."""
    if start >= end:
        return []
    # Most pieces of a text have marks of one or two layers only.
    there = [marks for layer in layers if (marks := touching(layer, start, end))]
    if not there:
        return [plain(start, end)]
    first, *others = there
    found: list[Piece] = []
    at = start
    for mark in first:
        begin, stop = max(mark.span.start, at), min(mark.span.end, end)
        if at < begin:
            found += pieces(at, begin, others, plain, marked)
        inside = pieces(begin, stop, others, plain, marked) if others else [plain(begin, stop)]
        found.append(marked(begin, stop, mark.body, inside))
        at = stop
    return found + pieces(at, end, others, plain, marked)


def touching(marks: Sequence[Mark[Body]], start: int, end: int) -> Sequence[Mark[Body]]:
    """Those of the marks, which are `apart`, that have a character between the two places."""
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
    at = -1
    for mark in sorted(marks, key=_longer_first):
        start, end = mark.span.start, mark.span.end
        if start < end and start >= at:
            kept.append(mark)
            at = end
    return tuple(kept)


def _longer_first(mark: Mark[Body]) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
