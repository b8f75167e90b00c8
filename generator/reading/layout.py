"""Blocks of a plain text, told from its lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model import Block, BlockKind, Record, Span
from generator.reading.markup import Break
from generator.reading.sentences import sentence_spans
from generator.reading.telling import tell

MOST_BLOCKS = 10_000
"""Of one article; what follows stays one block, since no person wrote it."""
_NARROW, _WIDE = 40, 90
"""Width of lines that were wrapped: shorter ones are verse or lists, longer ones are paragraphs."""
_INDENT = 2
_LONG_ALONE, _LONG = 1_200, 2_400
"""Characters of a line that has to be parted: where it is all there is, and among others."""
_LONGEST = 50_000
"""Characters of a line that no person wrote, and that is left as it is."""
_SENTENCES, _FEW, _CHARACTERS = 5, 3, 450
"""A paragraph made of a long line: this many sentences, or a few with this many characters."""
_SEEN = re.compile(r"\S")
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:。！？][\"”’')\]»]*$")


class Line(Record, frozen=True):
    """A line with something on it."""

    start: int
    """Place of its first character that is no white space."""
    end: int
    """Place behind its last such character."""
    indent: int
    gap: bool
    """Whether a blank line, or the beginning of the text, is before it."""

    @property
    def length(self) -> int:
        """Width of the line."""
        return self.indent + self.end - self.start


def find_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Lines of `text[start:end]` that are not blank."""
    behind = start
    match = _SEEN.search(text, start, end)
    while match:
        first = match.start()
        between = text[behind:first]
        stop = _LINE_END.search(text, first, end)
        line_end = stop.start() if stop else end
        indent = len(between) - max(between.rfind(char) for char in "\r\n\u2028\u2029") - 1
        ends = between.replace("\r\n", "\n")
        gap = behind == start or sum(map(ends.count, "\n\r\u2028")) > 1 or "\u2029" in ends
        yield Line(first, first + len(text[first:line_end].rstrip()), indent, gap)
        behind = line_end
        match = _SEEN.search(text, behind, end)


def find_blocks(text: str, breaks: Sequence[Break], language: str) -> tuple[Block, ...]:
    """Blocks of the text, by its lines and by what its markup says."""
    blocks: list[Block] = []
    starts = [Break(0, None), *breaks]
    ends = [*(item.place for item in breaks), len(text)]
    for item, end in zip(starts, ends, strict=True):
        if len(blocks) >= MOST_BLOCKS:
            return _cover(text, blocks)
        blocks.extend(_segment(text, item, end))
    blocks = _joined_quotations(text, blocks)
    return _cover(text, _parted(text, blocks, language)[:MOST_BLOCKS])


def _cover(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, with one more for what was left behind the last."""
    rest = _trimmed(text, blocks[-1].span.end if blocks else 0, len(text))
    return (*blocks, Block(BlockKind.PARAGRAPH, rest)) if rest.start < rest.end else tuple(blocks)


def _segment(text: str, item: Break, end: int) -> Iterator[Block]:
    whole = _trimmed(text, item.place, end)
    if whole.start == whole.end:
        return
    if item.kind is None:
        yield from (Block(BlockKind.PARAGRAPH, span) for span in _paragraphs(text, item.place, end))
    elif item.kind is BlockKind.PREFORMATTED:
        yield Block(item.kind, whole)
    elif item.marked:
        stop = _marked_end(text, item, end)
        yield Block(item.kind, _trimmed(text, item.place, stop), item.level, item.ordered)
        yield from (Block(BlockKind.PARAGRAPH, span) for span in _paragraphs(text, stop, end))
    else:
        for first, last in _groups(text, item.place, end):
            yield Block(item.kind, Span(first, last), item.level, item.ordered)


def _groups(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line in them."""
    first = last = None
    for line in islice(find_lines(text, start, end), MOST_BLOCKS):
        if line.gap and first is not None and last is not None:
            yield first, last
            first = None
        first = line.start if first is None else first
        last = line.end
    if first is not None and last is not None:
        yield first, last


def _marked_end(text: str, item: Break, end: int) -> int:
    """Place behind a list item or quoted line, and behind the lines that continue it."""
    lines = islice(find_lines(text, item.place, end), MOST_BLOCKS)
    last = next(lines)
    for line in lines:
        indented = line.indent >= _INDENT and item.kind is BlockKind.LIST_ITEM
        begins = indented and line.indent > _INDENT and _is_closed(text, last)
        if line.gap or not (text[line.start].islower() or (indented and not begins)):
            break
        last = line
    return last.end


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    lines = list(islice(find_lines(text, start, end), MOST_BLOCKS))
    width = _width(text, lines)
    indents = any(line.indent >= _INDENT for line in lines) and any(line.indent < _INDENT for line in lines)
    first: Line | None = None
    last: Line | None = None
    for line in lines:
        if first and last and not _continues(text, last, line, width, indents=indents):
            yield Span(first.start, last.end)
            first = None
        first = first or line
        last = line
    if first and last:
        yield Span(first.start, last.end)


def _width(text: str, lines: list[Line]) -> int:
    """Width at which the lines were wrapped; 0 where they were not, or where each ends with its sentence."""
    width = max((line.length for line in lines), default=0)
    adjoining = any(not line.gap for line in lines)
    wrapped = adjoining and _NARROW <= width <= _WIDE and not all(_is_closed(text, line) for line in lines)
    return width if wrapped else 0


def _is_closed(text: str, line: Line) -> bool:
    return _CLOSED.search(text[max(line.start, line.end - 8) : line.end]) is not None


def _continues(text: str, last: Line, line: Line, width: int, *, indents: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if line.gap or not width:
        return False
    if _is_closed(text, last) and tell(text[line.start : line.end]).told:
        return False
    if tell(text[last.start : last.end]).told and not text[line.start].islower():
        return False
    if indents:
        return line.indent < _INDENT
    word = text[line.start : line.end].split(None, 1)[0]
    full = last.length + 1 + len(word) > width * 0.9
    return full or text[line.start].islower() or (not _is_closed(text, last) and last.length > width * 0.5)


def _joined_quotations(text: str, blocks: list[Block]) -> list[Block]:
    """Quoted lines that follow each other, as one block."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind is block.kind is BlockKind.QUOTATION
            and text[last.span.end : block.span.start].replace("\r\n", "\n").strip(" \t") == "\n"
        ):
            joined[-1] = Block(block.kind, Span(last.span.start, block.span.end))
        else:
            joined.append(block)
    return joined


def _parted(text: str, blocks: list[Block], language: str) -> list[Block]:
    """The blocks, with long lines parted at ends of sentences."""
    longest = _LONG_ALONE if len(blocks) == 1 else _LONG
    parted: list[Block] = []
    for block in blocks:
        span = block.span
        if (
            block.kind is BlockKind.PARAGRAPH
            and longest < span.end - span.start <= _LONGEST
            and not _breaks(text, span)
        ):
            parted.extend(Block(block.kind, part) for part in _parts(text, span, language))
        else:
            parted.append(block)
    return parted


def _breaks(text: str, span: Span) -> bool:
    return _LINE_END.search(text, span.start, span.end) is not None


def _parts(text: str, span: Span, language: str) -> Iterator[Span]:
    start, count, parts = span.start, 0, []
    for sentence in sentence_spans(text, span.start, span.end, language):
        count += 1
        length = sentence.end - start
        if (count >= _SENTENCES or (count >= _FEW and length >= _CHARACTERS)) and not _quoting(
            text, start, sentence.end
        ):
            parts.append((start, sentence.end))
            start, count = sentence.end, 0
    if parts and start < span.end and count < _FEW - 1:
        parts[-1] = (parts[-1][0], span.end)
    elif start < span.end:
        parts.append((start, span.end))
    return (_trimmed(text, *part) for part in parts)


def _quoting(text: str, start: int, end: int) -> bool:
    """Whether a quotation is open at the end."""
    part = text[start:end][-2000:]
    return part.rfind("“") > part.rfind("”") or part.count('"') % 2 == 1 or part.rfind("«") > part.rfind("»")


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return Span(start + lead, max(start + lead, start + len(part.rstrip())))
