"""A text with its structure, written piece by piece: what the readers of whole documents have in common."""

import re

from generator.model import Block, BlockKind, Inline, InlineKind, Span
from generator.reading.characters import harmless
from generator.reading.draft import Body
from generator.reading.inlines import within_blocks
from generator.reading.layout import MOST_BLOCKS

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 16


class Writer:
    """Collects blocks; white space is as on a page, one blank between words, but in preformatted text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []
        self._open: list[tuple[str, InlineKind, int, str]] = []
        self._next = Block(BlockKind.PARAGRAPH, Span(0, 0))
        self._start = -1
        """Where the block that is being written begins; -1 between blocks."""
        self._blank = False
        """Whether a blank comes before the next word."""

    def block(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, *, ordered: bool = False) -> None:
        """What comes next is a new block of this kind."""
        if self._start >= 0 and len(self._blocks) < MOST_BLOCKS:
            self._blocks.append(
                Block(self._next.kind, Span(self._start, self._length), self._next.level, self._next.ordered)
            )
            self._start = -1
        elif self._start >= 0:
            self._blank = True
        self._next = (
            Block(kind, Span(0, 0), level, ordered)
            if len(self._blocks) < MOST_BLOCKS
            else Block(BlockKind.PARAGRAPH, Span(0, 0))
        )

    def write(self, text: str) -> None:
        """Words of the current block."""
        text = harmless(text)
        if self._next.kind is BlockKind.PREFORMATTED:
            self._append(text if self._start >= 0 else text.lstrip("\r\n"))
            return
        words = text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)
        self._blank = self._blank or words[:1] == " "
        if words != " " and words:
            bare = words.strip(" ")
            self._append(f" {bare}" if self._blank and self._start >= 0 else bare)
            self._blank = words[-1:] == " "

    def _append(self, text: str) -> None:
        if not text or (self._start < 0 and not text.strip()):
            return
        if self._start < 0:
            if self._length:
                self._raw(
                    "\n"
                    if self._next.kind is BlockKind.LIST_ITEM and self._blocks[-1].kind is BlockKind.LIST_ITEM
                    else "\n\n"
                )
            lead = len(text) - len(text.lstrip()) if self._next.kind is not BlockKind.PREFORMATTED else 0
            text = text[lead:]
            self._start = self._length
        self._raw(text)

    def _raw(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def line_break(self) -> None:
        """A new line of the same block: a new block in all but name, so that words do not run together."""
        if self._next.kind is BlockKind.PREFORMATTED:
            self._append("\n")
        else:
            self._blank = True

    def open(self, name: str, kind: InlineKind, target: str = "") -> None:
        """An inline element of that name begins."""
        if len(self._open) < _DEEPEST:
            self._open.append((name, kind, self._length, target))

    def close(self, name: str) -> None:
        """The innermost open element of that name ends, with all that were opened in it."""
        if all(element[0] != name for element in self._open):
            return
        while True:
            element, kind, start, target = self._open.pop()
            if self._length > start and (target or kind is not InlineKind.LINK):
                self._inlines.append(Inline(kind, Span(start, self._length), target))
            if element == name:
                return

    def body(self) -> Body:
        """All that was written."""
        self.block()
        while self._open:
            self.close(self._open[-1][0])
        text = "".join(self._parts)
        if self._start >= 0:
            self._blocks.append(Block(BlockKind.PARAGRAPH, Span(self._start, self._length)))
        blocks = tuple(
            block for block in (_trimmed(text, block) for block in self._blocks) if block.span.start < block.span.end
        )
        return Body(text, blocks, within_blocks(text, self._inlines, blocks))


def _trimmed(text: str, block: Block) -> Block:
    part = text[block.span.start : block.span.end]
    start = block.span.start + len(part) - len(part.lstrip())
    return Block(block.kind, Span(start, max(start, block.span.start + len(part.rstrip()))), block.level, block.ordered)
