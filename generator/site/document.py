"""The document around a page: made by the theme once for all pages of one shape, with holes for what differs.

Two pages are of one shape if their metadata has the same keys, lists of the same lengths, and the same kind and
language, and if they lie equally deep in one folder of the site. The template of the theme is given holes in the place
of their texts. It can print a hole, or ask whether there is one; whatever else it does with one raises an error. So
what it makes of a shape is what it makes of each page of that shape, but for the texts. Where a template wants to know
more of a page, and where the navigation leads to a page, it makes the document of each page anew.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, NoReturn

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

_KEPT = 1000
"""Shapes whose documents are kept."""
_COMPARED = frozenset({"kind", "lang", "dir", "og_type", "hide"})
"""Metadata of which a template may want to know what it says: it is a part of the shape."""
_NEVER = "\ue000"
"""A folder that no page is in."""
_HOLE = re.compile(r'\ue000<"(\d+)&>\ue001')


@dataclass(frozen=True, slots=True)
class _Document:
    """What the template makes of all pages of a shape."""

    pieces: list[str]
    """What it prints; every second piece is the number of a text."""
    addresses: frozenset[str]
    """Folders that it leads to: for pages in one of these, the links are others."""

    def around(self, texts: list[str]) -> str:
        """The document with the texts of a page."""
        pieces = self.pieces.copy()
        pieces[1::2] = [texts[int(number)] for number in pieces[1::2]]
        return "".join(pieces)


class Documents:
    """Puts pages into the template of a theme."""

    def __init__(self, environment: Environment, context: Callable[[Any], Mapping[str, Any]]) -> None:
        """`context` gives what the template is given besides a page, for something with the `url` of that."""
        environment.finalize = _printed
        environment.filters["url"] = _url
        self._template = environment.get_template("main.html")
        self._context = context
        self._known: dict[object, _Document | None] = {}

    def html(self, page: Any, *, is_listed: bool) -> str:  # noqa: ANN401 - a page of MkDocs
        """The document of a page; `is_listed` says that the navigation leads to it."""
        top, *folders = page.url.split("/")
        if is_listed or not folders:
            return self._in_full(page)
        texts: list[str] = []
        shape = top, len(folders), folders[-1] == "", _shape(_told(page), texts)
        if shape not in self._known:
            full = self._in_full(page)
            document = self._of_all_like(page)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[shape] = document if document and document.around(texts) == full else None
            return full
        document = self._known[shape]
        return (
            document.around(texts) if document and _folder(page.url) not in document.addresses else self._in_full(page)
        )

    def _in_full(self, page: Any) -> str:  # noqa: ANN401 - a page of MkDocs
        return self._template.render({**self._context(page), "page": page})

    def _of_all_like(self, page: Any) -> _Document | None:  # noqa: ANN401 - a page of MkDocs
        """The document of the shape of a page; None where the template wants to know more of it."""
        numbers = count()
        told = {key: _holed(value, numbers) for key, value in _told(page).items()}
        holed = _Holed(_anywhere(page.url), told["content"], told["canonical_url"], told["meta"])
        try:
            html = self._template.render({**self._context(_At(holed.at)), "page": holed})
        except Exception:  # noqa: BLE001 - of a hole, or one that the page itself raises as well
            return None
        return _Document(_HOLE.split(html), frozenset(map(_folder, holed.addresses)))


def _told(page: Any) -> dict[str, Any]:  # noqa: ANN401 - a page of MkDocs
    """All that a template can know of a page without wanting more."""
    return {"content": page.content, "canonical_url": page.canonical_url, "meta": page.meta}


def _shape(value: object, texts: list[str]) -> object:
    """What is known of a value without its texts; these are added to the list."""
    if isinstance(value, str) and value:
        texts.append(value)
        return True
    if isinstance(value, dict):
        return tuple((key, repr(each) if key in _COMPARED else _shape(each, texts)) for key, each in value.items())
    if isinstance(value, list):
        return tuple(_shape(each, texts) for each in value)
    return value


def _holed(value: object, numbers: Iterator[int]) -> object:
    """The value with a hole for every text, numbered in the same order."""
    if isinstance(value, str) and value:
        return _Hole(next(numbers))
    if isinstance(value, dict):
        return {key: each if key in _COMPARED else _holed(each, numbers) for key, each in value.items()}
    if isinstance(value, list):
        return [_holed(each, numbers) for each in value]
    return value


def _anywhere(url: str) -> str:
    """An address in the same folder of the site and as deep, that no page has."""
    top, *folders = url.split("/")
    last = folders.pop()
    return "/".join([top, *(_NEVER for _ in folders), last and f"{_NEVER}.html"])


def _folder(url: str) -> str:
    """The two uppermost folders of an address."""
    return "/".join(posixpath.normpath(url).lstrip("/").split("/")[:2])


class _MoreWanted(Exception):  # noqa: N818 - no error: the template has to see the page itself
    """A template wants to know what is in a hole, or more of a page than that."""


@dataclass(frozen=True, slots=True)
class _At:
    url: str


class _Hole:
    """Stands for a text. It can be printed by a template, and is true."""

    def __init__(self, number: int) -> None:
        self.token = f'{_NEVER}<"{number}&>\ue001'

    def __bool__(self) -> bool:
        return True

    def __getattr__(self, name: str) -> NoReturn:
        raise _MoreWanted(name)

    def _refuse(self, *_of: object) -> NoReturn:
        raise _MoreWanted

    __str__ = __repr__ = __format__ = __eq__ = __hash__ = _refuse


class _Holed:
    """Stands for all pages of a shape."""

    def __init__(self, at: str, content: object, canonical_url: object, meta: object) -> None:
        self.at = at
        self.content = content
        self.canonical_url = canonical_url
        self.meta = meta
        self.addresses: set[str] = set()
        """To which the template leads."""

    def __getattr__(self, name: str) -> NoReturn:
        raise _MoreWanted(name)


def _printed(value: object) -> object:
    """What a template prints of a value."""
    return value.token if type(value) is _Hole else value


@pass_context
def _url(context: Context, value: object) -> str:
    """MkDocs' filter of that name, for pages and for what stands for them."""
    from mkdocs.utils import normalize_url

    page, address = context["page"], str(value)
    if isinstance(page, _Holed):
        page.addresses.add(address)
        page = _At(page.at)
    return normalize_url(address, page=page, base=context["base_url"])
