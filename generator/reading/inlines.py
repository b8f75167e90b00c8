"""Inline elements, each inside one block."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.model import Block, Inline, Span


def within_blocks(text: str, inlines: Iterable[Inline], blocks: Sequence[Block]) -> tuple[Inline, ...]:
    """The inlines, each divided among the blocks it covers and without white space at its ends."""
    starts = [block.span.start for block in blocks]
    pieces: dict[Inline, None] = {}
    for inline in inlines:
        index = max(0, bisect_right(starts, inline.span.start) - 1)
        while index < len(blocks) and starts[index] < inline.span.end:
            span = _common(text, inline.span, blocks[index].span)
            if span.start < span.end:
                pieces[Inline(inline.kind, span, inline.target)] = None
            index += 1
    return tuple(sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end)))


def _common(text: str, one: Span, other: Span) -> Span:
    start, end = max(one.start, other.start), min(one.end, other.end)
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Span(start, max(start, min(start + len(part.strip()), end)))
