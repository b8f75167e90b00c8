"""The blocks of an article as Markdown."""

from collections.abc import Callable, Mapping
from itertools import groupby

import msgspec

from generator.model import Annotated, Article, Block, BlockKind, Span
from generator.render.escaping import Safe, escape, one_line
from generator.render.language import Language
from generator.render.marked_text import NO_MARKS, MarkedText, StoryMarks, TopicLink, marked_text


def body(each: Annotated, language: Language, links: Mapping[Span, TopicLink], marks: StoryMarks = NO_MARKS) -> Safe:
    """The article's blocks as Markdown; `links` are the places that lead to a topic, `marks` those of its story.

    The language is that of the interface.
    """
    text, shown = marked_text(each, language, links, marks), _shown_blocks(each.article)
    groups = groupby(enumerate(shown), key=_group)
    parts = (
        (_as_html if is_long else _WRITERS[kind])(text, [block for _, block in group])
        for (kind, is_long, _), group in groups
    )
    return Safe("\n\n".join(parts))


def _group(numbered: tuple[int, Block]) -> tuple[BlockKind, bool, int]:
    """What neighbouring blocks have in common that are written as one."""
    number, block = numbered
    is_long = block.kind is not BlockKind.PREFORMATTED and block.span.end - block.span.start > _LONGEST
    return block.kind, is_long, -1 if block.kind in _TOGETHER and not is_long else number


def _shown_blocks(article: Article) -> list[Block]:
    """The blocks that have text, without a heading at the top that only says the title again.

    Levels of headings are counted from the highest there is, so that none is skipped below the title.
    """
    full = [block for block in article.blocks if _plain(article, block)]
    title = one_line(article.title).casefold()
    if full and full[0].kind is BlockKind.HEADING and _plain(article, full[0]).casefold() == title:
        del full[0]
    top = min((block.level for block in full if block.kind is BlockKind.HEADING), default=1)
    return [
        msgspec.structs.replace(block, level=block.level - top + 1) if block.kind is BlockKind.HEADING else block
        for block in full
    ]


def _plain(article: Article, block: Block) -> str:
    return one_line(article.text[block.span.start : block.span.end])


def _paragraph(text: MarkedText, blocks: list[Block]) -> str:
    return text.line(blocks[0].span)


def _heading(text: MarkedText, blocks: list[Block]) -> str:
    # The page's own heading is the title; what the article has comes below it.
    return f"{'#' * min(6, blocks[0].level + 1)} {text.line(blocks[0].span)}"


def _caption(text: MarkedText, blocks: list[Block]) -> str:
    return f'<p class="caption" markdown>{text.line(blocks[0].span)}</p>'


def _preformatted(text: MarkedText, blocks: list[Block]) -> str:
    return f"<pre>{text.lines(blocks[0].span)}</pre>"


def _quotation(text: MarkedText, blocks: list[Block]) -> str:
    return "\n>\n".join(f"> {text.line(block.span)}" for block in blocks)


def _list(text: MarkedText, blocks: list[Block]) -> str:
    lines, depth = [], 0
    for block in blocks:
        depth = min(block.level, depth + 1) or 1  # an item cannot be two levels below the one before it
        lines.append(f"{' ' * 4 * (depth - 1)}{'1.' if block.ordered else '-'} {text.line(block.span)}")
    return "\n".join(lines)


def _set_aside(text: MarkedText, blocks: list[Block]) -> str:
    lines = (escape(one_line(text.text[block.span.start : block.span.end])) for block in blocks)
    summary = _summary(text)
    return "\n\n".join(['<details class="set-aside" data-pagefind-ignore markdown>', summary, *lines, "</details>"])


def _summary(text: MarkedText) -> str:
    said = text.language.gettext("Set aside: text of the page this came from")
    return f"<summary{text.own}>{escape(said)}</summary>"


def _as_html(text: MarkedText, blocks: list[Block]) -> str:
    """A block that Markdown would take minutes for: its time grows with the square of a paragraph."""
    before, after = _ELEMENTS.get(blocks[0].kind, ("<p>", "</p>"))
    if blocks[0].kind is BlockKind.BOILERPLATE:
        summary = _summary(text)
        before = f'<details class="set-aside" data-pagefind-ignore>{summary}<p>'
        after = "</p></details>"
    return f"{before}{text.html(blocks[0].span)}{after}"


_LONGEST = 20_000
"""Characters of the longest block that is written as Markdown; no person writes longer ones."""
_ELEMENTS = {
    BlockKind.HEADING: ("<h2>", "</h2>"),
    BlockKind.LIST_ITEM: ("<ul><li>", "</li></ul>"),
    BlockKind.QUOTATION: ("<blockquote><p>", "</p></blockquote>"),
    BlockKind.CAPTION: ('<p class="caption">', "</p>"),
}
_TOGETHER = {BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.BOILERPLATE}
"""Kinds whose neighbours are one list, one quotation, one aside."""
_WRITERS: dict[BlockKind, Callable[[MarkedText, list[Block]], str]] = {
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.HEADING: _heading,
    BlockKind.LIST_ITEM: _list,
    BlockKind.QUOTATION: _quotation,
    BlockKind.CAPTION: _caption,
    BlockKind.PREFORMATTED: _preformatted,
    BlockKind.BOILERPLATE: _set_aside,
}
