"""The one place where text of articles becomes harmless.

Text may hold anything; what stands between two tags of a page must not be able to
begin anything there: no Markdown (nor what the usual extensions add to it), no HTML,
no Jinja. Numeric entities do this in all of them at once, since each passes an entity
through untouched, and a browser shows the character. Only characters that could begin
something where they stand are written so: a page stays readable as Markdown.

Attributes are written in double quotes everywhere, so that an apostrophe can stay one;
a test holds the templates to that.
"""

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from markupsafe import Markup

_ODD_SPACE = re.compile(r"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")  # which some call the end of a line
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")  # a no-break space is a letter of French typography, and stays
_FORBIDDEN = re.compile(
    "["
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls; Python-Markdown uses STX and ETX for itself
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"  # no characters in XML or YAML
    "]"
)
_HARMFUL = re.compile(
    r"""
    [&<>"`*{}\[\]\#+!|~^=\\$@_?:wW]        # these alone are looked at one by one, which takes a tenth of the time
    (?: (?<=[&<>"`*{}\[\]\#+!|~^=\\$@])    # these begin something wherever they stand
      | (?<=_)(?:(?<![^\W_]_)|(?![^\W_]))  # emphasis, but not snake_case
      | (?<=\?)(?=[?\d])                   # ??? of a folded block, ?1 of a discussion
      | (?<=:)(?!\ |(?<=\d:)\d+(?![\w:+-]))  # :smile: and http://, but neither "he said: no" nor 10:30
      | (?<=[wW])[wW]{2}\d{0,3}\.          # an address that would link itself
    )
    """,
    re.VERBOSE,
)
_HARMFUL_START = re.compile(r" ?(?:[-/?:]|\d+[.)](?=\s|\Z))")
"""A list item, rule, definition, block; a numbered list item."""
_PLAIN = re.compile(r" ?[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9 .,;'()/%\u2010-\u2027-]*")
"""What most texts are, and what cannot be harmful unless it has `www`."""
_PLAIN_ADDRESS = re.compile(r"(?!//)[A-Za-z0-9_./#-]+")
"""That of a page of this site."""
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_JSON = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\x85\u2028\u2029"}
_JINJA = re.compile(r"\{(?=[{%#])")  # in JSON without spaces, inside strings only
_SCHEMES = frozenset({"http", "https", "mailto"})


class Safe(Markup):
    """Text that can stand on a page as it is; joined with other text, it escapes that first."""

    __slots__ = ()
    if not TYPE_CHECKING:
        # Those of `Markup` are written in Python, and there are hundreds of these texts on a page.
        __new__ = str.__new__
        __str__ = str.__str__

    @classmethod
    def escape(cls, s: object, /) -> "Safe":
        """`escape(s)`, for the operators that `Markup` has."""
        return escape(s)


def one_line(text: str) -> str:
    """The text without what no page can hold (control characters), on one line, its white space collapsed."""
    if text.isprintable() and "  " not in text:  # by far most texts, and in a fraction of the time
        return text.strip()
    return _SPACE.sub(" ", _FORBIDDEN.sub("", text)).strip()


def escape(text: object) -> Safe:
    """The text, harmless in Markdown, HTML, a double-quoted attribute, Jinja and front matter at once.

    White space is collapsed, one space at either end remains: runs of one paragraph are escaped one by one.
    """
    if isinstance(text, Safe):
        return text
    if isinstance(text, Markup):
        return Safe(text)
    return _escaped(str(text))


def printed(text: object) -> Markup:
    """What a template prints: `escape(text)`, without a copy of what another template has made."""
    return text if isinstance(text, Markup) else _escaped(str(text))


@lru_cache(50_000)
def _escaped(text: str) -> Safe:
    return escaped_once(text)


def escaped_once(text: str) -> Safe:
    """The same of a text that hardly ever comes again."""
    if not text.isprintable() or "  " in text:
        text = _SPACE.sub(" ", _FORBIDDEN.sub("", text))
    elif _PLAIN.fullmatch(text) and "www" not in text.lower():
        return Safe(text)
    return Safe(_harmless(text))


def _harmless(line: str) -> str:
    start = _HARMFUL_START.match(line)
    if start:
        return _entity(start) + _HARMFUL.sub(_entity, line[start.end() :])
    return _HARMFUL.sub(_entity, line)


def escape_lines(text: str) -> Safe:
    """Preformatted text, harmless inside an HTML element, its lines and spaces kept."""
    plain = _FORBIDDEN.sub("", text).expandtabs(4)
    return Safe("\n".join(_harmless(_ODD_SPACE.sub(" ", line)) for line in re.split(r"\r\n|[\n\r]", plain)))


def _entity(match: re.Match[str]) -> str:
    """The match, its last character as an entity."""
    found = match.group()
    return found[:-1] + _NAMED.get(found[-1], f"&#{ord(found[-1])};")


def json_script(data: object) -> str:
    """The data as JSON that can stand in a script element, and in a template."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _JINJA.sub(r"\\u007b", _FORBIDDEN.sub("", text).translate(_JSON))


def href(url: str) -> str:
    """The address, percent-encoded, where it leads to the web, to mail or to this site; else empty."""
    line = one_line(url)
    try:
        parts = urlsplit(line)
    except ValueError:
        return ""
    relative = not (parts.scheme or parts.netloc or ":" in line.split("/", 1)[0])
    if parts.scheme not in _SCHEMES and not relative:
        return ""
    return quote(line, safe="/:?#@!$&()*+,;=%~")


@lru_cache(50_000)
def markdown_address(url: str) -> Safe:
    """The address as the target of a Markdown link, which is no place for entities: percent-encoded instead."""
    return Safe(url) if _PLAIN_ADDRESS.fullmatch(url) else Safe(quote(href(url), safe="/#%"))
