"""HTML as it stands, without heuristics: fragments of feeds, of Markdown, and pages that nothing else reads."""

from collections.abc import Iterator

import lxml.html
from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement as Element

from generator.model import BlockKind
from generator.reading.addresses import link_target
from generator.reading.characters import harmless
from generator.reading.draft import Body, NotReadable
from generator.reading.elements import APART, BLOCKS, CELLS, INLINE, LISTS, block_of
from generator.reading.plain import read_plain
from generator.reading.writing import Writer

_UNSEEN = frozenset(
    """
    script style template iframe svg math head noscript object embed applet audio video canvas select
    textarea button input title noembed noframes frameset
    """.split()  # noqa: SIM905 - read as a list of names
)
_OF_HEAD = frozenset(["title", "base", "link", "meta", "style", "script", "noscript", "template"])
"""The only elements that a head can have (HTML, 4.2.1)."""
_MOST_ELEMENTS = 200_000


def parse_html(text: str) -> Element:
    """The tree of a page or fragment; NotReadable where there is none."""
    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8"
    )
    try:
        tree = lxml.html.document_fromstring(harmless(text).encode("utf-8"), parser=parser, ensure_head_body=True)
    except (LxmlError, ParserError, ValueError, AssertionError, TypeError, AttributeError) as error:
        raise NotReadable("has no content", "write the article, or delete it") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise NotReadable("has elements too deep within each other", "save the text of it")
    _begin_body(tree)
    return tree


def _begin_body(tree: Element) -> None:
    """Moves into the body what begins it where the page leaves out `<body>`: libxml2 keeps new elements in the head."""
    head, body = tree.find("head"), tree.find("body")
    if head is None or body is None:
        return
    children = list(head)
    first = next((place for place, child in enumerate(children) if child.tag not in _OF_HEAD), len(children))
    moved = children[first:]
    if moved:
        moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
        body.text = None
    for place, child in enumerate(moved):
        body.insert(place, child)


def read_fragment(text: str) -> Body:
    """The fragment of HTML as text with its structure."""
    try:
        return read_tree(parse_html(text)) if text.strip() else Body("", ())
    except NotReadable:
        return read_plain(text, "", "")


def read_tree(tree: Element) -> Body:
    """What a browser would show of the tree, with its structure."""
    writer = Writer()
    write_tree(writer, tree)
    return writer.body()


def write_tree(writer: Writer, tree: Element) -> None:
    """What a browser would show of the tree, written."""
    within: list[str] = []
    for begins, element in _walk(tree):
        name = element.tag
        if name in INLINE:
            _inline(writer, element, begins=begins)
        elif name in CELLS:
            writer.line_break()  # a row of a table is one block
        elif name == "br":
            if begins:
                _line_break(writer, within)
        elif name in BLOCKS or name in APART:
            if name in BLOCKS or name in LISTS:
                if begins:
                    within.append(name)
                else:
                    within.pop()
            _begin(writer, within)
        words = element.text if begins else element.tail
        if words and (begins or element is not tree):
            writer.write(words)


def _walk(tree: Element) -> Iterator[tuple[bool, Element]]:
    """Each element that is shown, when it begins and when it ends; without recursion."""
    pending: list[tuple[bool, Element]] = [(True, tree)]
    count = 0
    while pending:
        begins, element = pending.pop()
        shown = isinstance(element.tag, str) and element.tag not in _UNSEEN and "hidden" not in element.attrib
        count += begins
        if not begins or not shown or count > _MOST_ELEMENTS:
            yield False, _Tail(element) if begins else element
            continue
        yield True, element
        pending.append((False, element))
        pending.extend((True, child) for child in element.iterchildren(reversed=True))


class _Tail:
    """What is behind an element that is not shown."""

    __slots__ = ("tag", "tail", "text")

    def __init__(self, element: Element) -> None:
        self.tag = ""
        self.text = None
        self.tail = element.tail


def _inline(writer: Writer, element: Element, *, begins: bool) -> None:
    name = str(element.tag)
    if begins:
        target = link_target(element.get("href") or "") if name == "a" else ""
        writer.open(name, INLINE[name], target)
    else:
        writer.close(name)


def _line_break(writer: Writer, within: list[str]) -> None:
    if within and within[-1] in ("li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption", "caption"):
        writer.line_break()
    else:
        _begin(writer, within)


def _begin(writer: Writer, within: list[str]) -> None:
    """Begin a block of the kind that the elements around it make it."""
    kind, level, ordered = block_of(within)
    writer.block(kind or BlockKind.PARAGRAPH, level, ordered=ordered)
