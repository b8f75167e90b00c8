"""Markdown (CommonMark with tables) as text with its structure."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import BlockKind, InlineKind
from generator.reading.addresses import link_target
from generator.reading.draft import Body, NotReadable
from generator.reading.elements import INLINE
from generator.reading.markup import TAGS
from generator.reading.writing import Writer

LARGEST, MOST_LINES = 250_000, 20_000
"""Characters and lines of the longest Markdown text: the parser takes some 5 s for ten times as much."""
_MARKS = {"em_open": InlineKind.EMPHASIS, "strong_open": InlineKind.STRONG}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_APART = {"paragraph_open", "heading_close", "tr_open", "table_close", "hr"}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def read_markdown(text: str) -> Body | None:
    """The Markdown text as a reader sees it, with its structure; None where it is too large for that."""
    if len(text) > LARGEST or text.count("\n") + text.count("\r") > MOST_LINES:
        return None
    return _Reading(_parser().parse(text)).body


class _Reading:
    """One pass over the tokens of a text."""

    def __init__(self, tokens: list[Token]) -> None:
        self._writer = Writer()
        self._within: list[str] = []
        for token in tokens:
            self._block(token)
        self.body = self._writer.body()

    def _block(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open", "blockquote_open", "list_item_open"):
            self._within.append(kind)
            self._begin()
        elif kind in ("bullet_list_close", "ordered_list_close", "blockquote_close", "list_item_close"):
            self._within.pop()
            self._begin()
        elif kind == "heading_open":
            self._writer.block(BlockKind.HEADING, int(token.tag[1]))
        elif kind in ("fence", "code_block"):
            self._preformatted(token.content)
        elif kind == "html_block":
            self._html(token.content)
        elif kind == "inline":
            self._inline(token)
        elif kind in ("td_open", "th_open"):
            self._writer.line_break()  # a row of a table is one block
        elif kind in _APART:
            self._begin()

    def _begin(self) -> None:
        lists = [name for name in self._within if name.endswith("list_open")]
        if "blockquote_open" in self._within[-1:] or (self._within and "list_item_open" not in self._within):
            self._writer.block(BlockKind.QUOTATION)
        elif self._within:
            self._writer.block(BlockKind.LIST_ITEM, max(1, len(lists)), ordered=lists[-1:] == ["ordered_list_open"])
        else:
            self._writer.block()

    def _preformatted(self, text: str) -> None:
        self._writer.block(BlockKind.PREFORMATTED)
        self._writer.write(text)
        self._begin()

    def _html(self, text: str) -> None:
        """A block of HTML: what a browser would show of it."""
        from generator.reading.tree import parse_html, write_tree

        self._begin()
        try:
            write_tree(self._writer, parse_html(text))
        except NotReadable:
            return
        self._begin()

    def _inline(self, token: Token) -> None:
        children = token.children or []
        if len(children) == 1 and children[0].type == "image":
            self._writer.block(BlockKind.CAPTION)
        for child in children:
            self._piece(child)

    def _piece(self, token: Token) -> None:
        writer, kind = self._writer, token.type
        if kind in ("text", "text_special"):
            writer.write(token.content)
        elif kind in ("softbreak", "hardbreak"):
            writer.line_break()
        elif kind in _MARKS:
            writer.open(token.tag, _MARKS[kind])
        elif kind in ("em_close", "strong_close", "link_close"):
            writer.close(token.tag)
        elif kind == "link_open":
            writer.open("a", InlineKind.LINK, link_target(str(token.attrGet("href") or "")))
        elif kind == "code_inline":
            writer.open("code", InlineKind.CODE)
            writer.write(token.content)
            writer.close("code")
        elif kind == "image":
            writer.write(token.content)
        elif kind == "html_inline":
            self._tag(token.content)

    def _tag(self, content: str) -> None:
        """A tag among words: markup where it is an element of HTML, text where it is not."""
        match = _TAG.match(content)
        name = match[2].lower() if match else ""
        if not match and content.startswith(("<!--", "<?", "<!")):
            return
        if name not in TAGS:
            self._writer.write(content)
        elif name == "br":
            self._writer.line_break()
        elif name in INLINE and match and match[1]:
            self._writer.close(name)
        elif name in INLINE and name != "a":
            self._writer.open(name, INLINE[name])
