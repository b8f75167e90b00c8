"""HTML pages: the article in them, without what belongs to the site."""

import copy
import logging
from collections.abc import Iterator

from lxml.html import HtmlElement as Element
from msgspec import structs

from generator.model import Block, BlockKind, Guess
from generator.reading.draft import Body, Metadata, NotReadable
from generator.reading.page_metadata import completed, looked_for, stated
from generator.reading.plain import read_plain
from generator.reading.tree import parse_html, read_tree

_MOST_ELEMENTS = 50_000
"""Of a page that the heuristics are tried on: they take more than linear time."""
_NAMES = {
    "p": "p",
    "quote": "blockquote",
    "item": "li",
    "table": "table",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "code": "code",
}
_RENDITIONS = {"#b": "strong", "#i": "em", "#t": "code"}


def read_page(text: str, given: Metadata) -> tuple[Metadata, Body]:
    """The metadata and the article of a page."""
    try:
        tree = parse_html(text)
    except NotReadable:
        plain = read_plain(text, given.title, given.language)
        return given, structs.replace(
            plain,
            guesses=(
                *plain.guesses,
                Guess("text", "read as plain text", "markup that is broken or too deep for a page"),
            ),
        )
    known = completed(given, stated(tree))
    known, guesses = looked_for(copy.deepcopy(tree), known)
    body = _extracted(tree, known.url)
    if body is None:
        body = read_tree(tree)
        guesses = (
            *guesses,
            Guess("text", "the whole page", "taking all of it, since no article could be told from the rest"),
        )
    return known, structs.replace(body, guesses=(*body.guesses, *guesses))


def _extracted(tree: Element, url: str) -> Body | None:
    """The article that trafilatura finds in the page, or None."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    marked = copy.deepcopy(tree)
    captions, preformatted = (
        set(_show_captions(marked)),
        {_words(element.text_content()) for element in tree.iter("pre")},
    )
    try:
        document = bare_extraction(
            marked,
            url=url or None,
            fast=True,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
        )
    except Exception:  # noqa: BLE001 - heuristics on whatever a page may hold; the page is then read as it stands
        return None
    if not isinstance(document, Document) or document.body is None:
        return None
    body = read_tree(_as_html(document.body, preformatted))
    blocks = tuple(_named(body.text, block, captions) for block in body.blocks)
    return structs.replace(body, blocks=blocks) if blocks else None


def _show_captions(tree: Element) -> Iterator[str]:
    """Captions of figures, which are made paragraphs so that the heuristics keep them."""
    for element in list(tree.iter("figure", "figcaption")):
        if element.tag == "figcaption":
            yield _words(element.text_content())
        element.tag = "p" if element.tag == "figcaption" else "div"


def _words(text: str) -> str:
    return " ".join(text.split())


def _as_html(body: Element, preformatted: set[str]) -> Element:
    """The tree with the names of HTML."""
    for element in body.iter():
        name = element.tag
        if name == "head":
            rendition = element.get("rend") or ""
            element.tag = rendition if rendition in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"
        elif name == "list":
            element.tag = "ol" if element.get("rend") == "ol" else "ul"
        elif name == "quote" and _words("".join(element.itertext())) in preformatted:
            element.tag = "pre"
        elif name == "hi":
            element.tag = _RENDITIONS.get(element.get("rend") or "", "span")
        elif name == "ref":
            element.tag = "a"
            element.set("href", element.get("target") or "")
        else:
            element.tag = _NAMES.get(str(name), "span" if name != "body" else "body")
    return body


def _named(text: str, block: Block, captions: set[str]) -> Block:
    """The block, a caption where the page had it so."""
    caption = block.kind is BlockKind.PARAGRAPH and _words(text[block.span.start : block.span.end]) in captions
    return structs.replace(block, kind=BlockKind.CAPTION) if caption else block
