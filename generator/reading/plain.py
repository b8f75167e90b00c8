"""Plain text: its paragraphs and its headline."""

from itertools import pairwise

from generator.model import Block, BlockKind
from generator.reading.characters import one_line
from generator.reading.draft import Body
from generator.reading.inlines import within_blocks
from generator.reading.language import find_language
from generator.reading.layout import find_blocks
from generator.reading.left_overs import counted
from generator.reading.markup import scan
from generator.reading.telling import tell
from generator.reading.titles import is_headline


def read_plain(given: str, title: str, language: str) -> Body:
    """The text with its structure; `title` and `language` as given, empty where they are not."""
    scanned = scan(given)
    text = scanned.text
    blocks = find_blocks(text, scanned.breaks, language or find_language(text))
    done = (
        (
            sum(_parted(text, *pair) for pair in pairwise(blocks)),
            "paragraph break",
            "added",
            "the ends of sentences, in a line too long to read",
        ),
        (scanned.harmful, "control character", "left out", "its code point"),
    )
    blocks = _with_headline(text, blocks, title)
    return Body(text, blocks, within_blocks(text, scanned.inlines, blocks), scanned.cuts, guesses=tuple(counted(done)))


def _with_headline(text: str, blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks, the first one a heading where it is the headline."""
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return blocks
    first = blocks[0].span
    line = text[first.start : first.end]
    if title:
        headline = len(line) < len(title) * 2 and one_line(line).casefold() == one_line(title).casefold()
    else:
        following = text[first.end : first.end + 2_000].strip()
        headline = (
            "\n" not in line and _stands_apart(text, blocks) and is_headline(line, following) and not tell(line).told
        )
    return (Block(BlockKind.HEADING, first, 1), *blocks[1:]) if headline else blocks


def _stands_apart(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a blank line, or a line that is much longer, is behind the first block."""
    if len(blocks) == 1:
        return False
    between = text[blocks[0].span.end : blocks[1].span.start].replace("\r\n", "\n")
    first, second = (block.span.end - block.span.start for block in blocks[:2])
    return between.count("\n") + between.count("\r") != 1 or second > 2 * first


def _parted(text: str, one: Block, other: Block) -> bool:
    """Whether the two were one line."""
    between = text[one.span.end : other.span.start]
    return (
        one.kind is other.kind is BlockKind.PARAGRAPH and bool(between) and "\n" not in between and "\r" not in between
    )
