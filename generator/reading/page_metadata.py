"""What an HTML page says of itself: JSON-LD, OpenGraph and other `meta` elements, and attributes."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement as Element
from msgspec.structs import replace

from generator.model import Guess
from generator.reading.dates import EARLIEST, LATEST
from generator.reading.draft import Metadata
from generator.reading.metadata import read_metadata

_LARGEST_SCRIPT = 512 * 1024
_MOST = 200
"""Objects of JSON-LD that are looked at."""
_ARTICLES = re.compile(r"(?:[A-Z][A-Za-z]*)?(?:Article|Posting|Report|Review)")
"""Types of schema.org that are articles."""
_STATED = (
    *("headline", "name", "datePublished", "dateModified", "author"),
    *("publisher", "inLanguage", "url", "keywords"),
)
_PREFIXES = ("og:", "article:", "dcterms.", "dc.", "dc:", "dcterms:", "parsely-", "citation_", "sailthru.")
_NOT_THE_ARTICLE = {"id", "identifier", "guid", "name", "by", "original"}
_FIELDS = ("title", "source", "authors", "date", "updated", "language", "url", "tags")

_METHODS = {
    "title": "the title that the page shows",
    "source": "the name that the page gives its site",
    "authors": "the byline that the page shows",
    "date": "the markup of the page, by htmldate",
    "url": "the address that the page gives as its own",
}


def stated(tree: Element) -> Metadata:
    """The metadata that the page states for machines; what is unusable in it is nobody's here to mend."""
    found = Metadata()
    for values in (_linked_data(tree), _meta(tree), _attributes(tree)):
        found = completed(found, read_metadata(values)[0])
    return found


def completed(first: Metadata, then: Metadata) -> Metadata:
    """The first metadata, with what it leaves open from the other."""
    return replace(first, **{field: getattr(then, field) for field in _FIELDS if not getattr(first, field)})


def looked_for(tree: Element, known: Metadata) -> tuple[Metadata, tuple[Guess, ...]]:
    """What the page shows and does not state: its title, author, site and date; and how they were found."""
    from trafilatura.metadata import extract_metadata

    nothing = {"extensive_search": False, "max_date": f"{EARLIEST}-01-02"}
    try:
        document = extract_metadata(tree, date_config=nothing)
    except Exception:  # noqa: BLE001 - heuristics on whatever a page may hold
        return known, ()
    values = {"title": document.title, "author": document.author, "site": document.sitename, "url": document.url}
    shown = read_metadata({**values, "date": _date(tree) if not known.date else None})[0]
    found = completed(known, shown)
    return found, tuple(
        Guess(field, _as_text(getattr(found, field)), method)
        for field, method in _METHODS.items()
        if getattr(found, field) and not getattr(known, field)
    )


def _as_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _date(tree: Element) -> str | None:
    """A day that the markup of the page states as its date; never one that the text only mentions."""
    from htmldate import find_date

    try:
        return find_date(
            tree, extensive_search=False, original_date=True, min_date=f"{EARLIEST}-01-01", max_date=LATEST.isoformat()
        )
    except (ValueError, TypeError, OverflowError, AttributeError, RecursionError):
        return None


def _linked_data(tree: Element) -> dict[str, Any]:
    """What the first article among the page's JSON-LD objects states."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and len(script.text or "") <= _LARGEST_SCRIPT:
            for item in _objects(_parsed(script.text or "")):
                kinds = item.get("@type")
                if any(_ARTICLES.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    return {key: item[key] for key in _STATED if key in item}
    return {}


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    pending = [value]
    for _ in range(_MOST):
        if not pending:
            return
        item = pending.pop(0)
        if isinstance(item, list):
            pending[:0] = item[:_MOST]
        elif isinstance(item, dict):
            yield item
            pending[:0] = [item[key] for key in ("@graph", "mainEntity") if key in item]


def _meta(tree: Element) -> dict[str, Any]:
    """Contents of `meta` elements by name; several of one name as a list."""
    values: dict[str, Any] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        prefix = next((prefix for prefix in _PREFIXES if name.startswith(prefix)), "")
        key, content = name.removeprefix(prefix), (element.get("content") or "").strip()
        if not content or key in _NOT_THE_ARTICLE or (key == "site" and not prefix):
            continue
        if key == "tag":
            values.setdefault("tag", []).append(content)
        elif key == "author" and isinstance(values.get(key), list) and len(values[key]) < _MOST:
            values[key].append(content)
        else:
            values.setdefault(key, [content] if key == "author" else content)
    return values


def _attributes(tree: Element) -> dict[str, Any]:
    root = tree.getroottree().getroot()
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    return {"lang": root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"), "canonical": canonical}
