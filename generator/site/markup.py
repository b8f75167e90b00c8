"""The HTML of a page, for the forms of Markdown that the page templates write.

Python-Markdown takes some fifty milliseconds for the page of a short article, of which it spends most on what no page
has. Text of articles is escaped, so that all Markdown on a page is of the templates, and they use a few forms only:
HTML elements on lines of their own, headings, paragraphs, flat lists, quotations, links. These are made here, line by
line, into what Python-Markdown makes of them with the extensions `attr_list`, `md_in_html` and `toc`. Where a page has
anything else, there is no result, and Python-Markdown is asked. Tests hold the two against each other.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique

Resolve = Callable[[str], str | None]
"""The address, on the site, of a link as it stands in Markdown; None where that is not for us to say."""


class UnknownForm(Exception):  # noqa: N818 - no error: it is Python-Markdown's turn
    """The page has a form of Markdown that is not made here."""


@dataclass(slots=True)
class Heading:
    """A heading of a page."""

    level: int
    id: str
    name: str
    """Its text as HTML without elements."""


@dataclass(slots=True)
class Made:
    """A page as HTML."""

    content: str
    headings: list[Heading]


_HEADINGS = frozenset("#" * level for level in range(1, 7))
_ITEM = re.compile(r"(-|\d+\.) (.*)")
_NESTED = re.compile(r"[ \t#>-]|\d+\. ")
_QUOTE = re.compile(r"> (.*)")
_OPENING = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?P<rest>(?: [^<>]*)?)>")
_MARKDOWN = re.compile(r' markdown(?:="1")?(?=[ >])')
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)(?:\{ ([^{}]*) \})?")
_ATTRIBUTE = re.compile(r'\.([\w-]+)|([\w:-]+)="([^"]*)"')
_SIGNS = "[]{}*`\\_"
_LEFT_OVER = re.compile(r"[\[\]{}*`\\]|(?<![^\W_])_|_(?![^\W_])")
_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_WHOLE = frozenset({"pre", "script", "style"})
_WHOLE_BEGIN = tuple(f"<{tag}" for tag in sorted(_WHOLE))
_REPEATED = 10_000
"""Headings, attributes of links and openings of elements that are kept: most stand on many pages."""


def make(markdown: str, resolve: Resolve) -> Made:
    """The page as HTML. Raises UnknownForm where it has a form that is not known here."""
    page = _Page(resolve)
    lines = markdown.split("\n")
    at = 0
    while at < len(lines):
        at = page.block(lines, at)
    content = "\n".join(page.made)
    if _has_left_over(content):
        raise UnknownForm(content[:80])
    return Made(content, page.headings)


@dataclass(slots=True)
class _Page:
    resolve: Resolve
    made: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def block(self, lines: list[str], at: int) -> int:
        """Make the block that begins at a line; the line behind it."""
        line = lines[at]
        if not line:
            return at + 1
        first = line[0]
        if first == "<":
            return self._html(lines, at)
        if first == "#":
            self._heading(line)
            return at + 1
        if first == ">":
            return self._quotation(lines, at)
        is_number = first.isdigit()
        if (first == "-" or is_number) and _ITEM.fullmatch(line):
            return self._list(lines, at)
        if first in " \t-+=_~:|" or (is_number and re.match(r"\d+[.)]", line)):
            raise UnknownForm(line[:80])
        return self._paragraph(lines, at)

    def _html(self, lines: list[str], at: int) -> int:
        """An HTML element or the end of one, line by line; a line that begins inside a paragraph is one."""
        line = lines[at]
        if line.startswith("</"):
            self.made.append(line)
            return at + 1
        opening = line[: line.find(">") + 1]
        tag, written, has_markdown = _opened(opening)
        if tag in _WHOLE:
            return self._verbatim(lines, at, tag)
        if tag not in _BLOCKS:
            return self._paragraph(lines, at)
        if has_markdown:
            line = written + self._inline(line[len(opening) :])
        self.made.append(line)
        return self._rest_of_html(lines, at + 1)

    def _rest_of_html(self, lines: list[str], at: int) -> int:
        """The lines right behind a line of HTML belong to it."""
        while at < len(lines) and lines[at]:
            line = lines[at]
            if line[0] == "[" or (line[0] == "<" and _has_markdown(line)):
                return at
            self.made.append(line)
            at += 1
        return at

    def _verbatim(self, lines: list[str], at: int, tag: str) -> int:
        end = f"</{tag}>"
        while at < len(lines):
            self.made.append(lines[at] if lines[at].strip(" ") else "")  # as Python-Markdown has it
            at += 1
            if end in lines[at - 1]:
                return at
        raise UnknownForm(tag)

    def _heading(self, line: str) -> None:
        signs, _, rest = line.partition(" ")
        if not rest or signs not in _HEADINGS:
            raise UnknownForm(line[:80])
        text, given = _behind(rest)
        text = self._inline(text.strip())
        name, slug = _named(text)
        id_ = unique(slug, self.ids)
        self.headings.append(Heading(len(signs), id_, name))
        self.made.append(f"<h{len(signs)}{_written({**_attributes(given), 'id': id_})}>{text}</h{len(signs)}>")

    def _quotation(self, lines: list[str], at: int) -> int:
        """Paragraphs that begin with `>`, blank lines between them."""
        self.made.append("<blockquote>")
        while at < len(lines) and (match := _QUOTE.fullmatch(lines[at])):
            text = match[1]
            if text[:1] in {"", " ", "#", ">", "-", "<"} and not _is_inline(text):
                raise UnknownForm(lines[at][:80])
            if at + 1 < len(lines) and lines[at + 1]:
                raise UnknownForm(lines[at + 1][:80])
            self.made.append(f"<p>{self._inline(text.rstrip())}</p>")
            at = _behind_blanks(lines, at + 1)
        if self.made[-1] == "<blockquote>":
            raise UnknownForm(lines[at][:80])
        self.made.append("</blockquote>")
        return at

    def _list(self, lines: list[str], at: int) -> int:
        """A list of items of one line each, all of them apart or none."""
        match = _ITEM.fullmatch(lines[at])
        ordered = bool(match and match[1] != "-")
        if ordered and match and match[1] != "1.":
            raise UnknownForm(lines[at][:80])
        items: list[str] = []
        gaps: set[bool] = set()
        while match and (match[1] != "-") is ordered:
            if not match[2] or _NESTED.match(match[2]):
                raise UnknownForm(lines[at][:80])
            items.append(self._inline(match[2].rstrip()))
            behind = _behind_blanks(lines, at + 1)
            is_apart = behind > at + 1
            at = behind
            match = _ITEM.fullmatch(lines[at]) if at < len(lines) else None
            if match:
                gaps.add(is_apart)
            elif at < len(lines) and not is_apart and not lines[at].startswith("</"):
                raise UnknownForm(lines[at][:80])
        if match or len(gaps) > 1 or (at < len(lines) and lines[at].startswith((" ", "\t"))):
            raise UnknownForm("a list of several kinds")
        before, after = ("<li>\n<p>", "</p>\n</li>") if True in gaps else ("<li>", "</li>")
        tag = "ol" if ordered else "ul"
        self.made += [f"<{tag}>", *(f"{before}{item}{after}" for item in items), f"</{tag}>"]
        return at

    def _paragraph(self, lines: list[str], at: int) -> int:
        """The lines up to a blank one, or to one that ends an element."""
        start = at
        while at < len(lines) and lines[at] and not lines[at].startswith("</"):
            if at > start and (lines[at][0] in "#>=- \t" or _ITEM.fullmatch(lines[at]) or _is_block(lines[at])):
                raise UnknownForm(lines[at][:80])
            at += 1
        text = "\n".join(lines[start:at])
        if "  \n" in text or text[:1].isspace():
            raise UnknownForm(text[:80])
        self.made.append(f"<p>{self._inline(text.rstrip())}</p>")
        return at

    def _inline(self, text: str) -> str:
        """Links as HTML, all else as it is."""
        return _LINK.sub(self._link, text) if "](" in text else text

    def _link(self, match: re.Match[str]) -> str:
        text, address, given = match.groups()
        resolved = self.resolve(address)
        if resolved is None:
            raise UnknownForm(address)
        before, after = _around_href(given) if given else ("", "")
        return f'<a{before} href="{resolved}"{after}>{text}</a>'


def _has_left_over(content: str) -> bool:
    """Whether HTML that was made has anything that could be Markdown, outside its tags."""
    if not any(sign in content for sign in _SIGNS):
        return False
    return _LEFT_OVER.search(_TAG.sub("<>", content)) is not None


@lru_cache(_REPEATED)
def _opened(opening: str) -> tuple[str, str, bool]:
    """The tag of an element that begins, how that is written, and whether Markdown is read inside."""
    match = _OPENING.fullmatch(opening)
    if not match:
        raise UnknownForm(opening[:80])
    return match["tag"], _MARKDOWN.sub("", opening, count=1), " markdown" in match["rest"]


def _has_markdown(line: str) -> bool:
    """Whether a line of HTML begins with an element that is not taken as it stands."""
    if line.startswith(_WHOLE_BEGIN) or " markdown" in line:
        match = _OPENING.match(line)
        return bool(match and (match["tag"] in _WHOLE or " markdown" in match["rest"]))
    return False


def _behind(heading: str) -> tuple[str, str]:
    """The text of a heading, and the attributes behind it."""
    text, sign, given = heading.removesuffix(" }").rpartition(" { ")
    has_attributes = text and sign and heading.endswith(" }") and not ("{" in given or "}" in given)
    return (text, given) if has_attributes else (heading, "")


@lru_cache(_REPEATED)
def _named(text: str) -> tuple[str, str]:
    """A heading's name, which is its text without elements, and what its id is made of."""
    name = " ".join(_TAG.sub("", text).split())
    return name, slugify(html.unescape(name), "-")


@lru_cache(_REPEATED)
def _around_href(given: str) -> tuple[str, str]:
    """The attributes of a link that stand before its address, and those behind it."""
    attributes = _attributes(given)
    before = {name: value for name, value in attributes.items() if name < "href"}
    return _written(before), _written({name: value for name, value in attributes.items() if name > "href"})


def _attributes(given: str) -> dict[str, str]:
    """Attributes as `attr_list` reads them."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(given):
        if match[1]:
            found["class"] = f"{found['class']} {match[1]}" if "class" in found else match[1]
        else:
            found[match[2]] = match[3]
    if _ATTRIBUTE.sub("", given).strip():
        raise UnknownForm(given)
    return found


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in sorted(attributes.items()))


def _behind_blanks(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at]:
        at += 1
    return at


def _is_block(line: str) -> bool:
    match = _OPENING.match(line)
    return bool(match and match["tag"] in _BLOCKS)


def _is_inline(line: str) -> bool:
    match = _OPENING.match(line)
    return bool(match and match["tag"] not in _BLOCKS and match["tag"] not in _WHOLE)


def toc_of(made: Made) -> list[dict[str, Any]]:
    """The headings nested as the extension `toc` gives them."""
    tokens = [{"level": one.level, "id": one.id, "name": one.name} for one in made.headings]
    nested: list[dict[str, Any]] = nest_toc_tokens(tokens)
    return nested
