"""Metadata under the names that programs and people give it, checked.

The names are those of Hugo, Jekyll, Pelican, Atom, RSS, JSON Feed, JSON-LD (schema.org), OpenGraph and trafilatura.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.reading.addresses import host, web_address
from generator.reading.characters import is_seen, one_line
from generator.reading.dates import NoDate, parse_date
from generator.reading.draft import Complaint, Metadata
from generator.reading.language import language_tag
from generator.reading.markup import scan
from generator.reading.titles import LONGEST, shortened

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id", "identifier", "guid"),
    "title": ("title", "headline", "name"),
    "source": ("source", "publisher", "site", "outlet", "sitename", "publication", "sourcename", "hostname"),
    "authors": ("author", "authors", "creator", "byline", "by"),
    "date": ("date", "published", "pubdate", "publishdate", "publisheddate", "datepublished", "publishedat",
             "publishedtime", "created", "createdat", "datecreated", "issued"),
    "updated": ("updated", "modified", "lastmod", "lastmodified", "datemodified", "modifiedtime", "updatedtime",
                "updatedat", "lastmodifiedat", "dateupdated"),
    "language": ("language", "lang", "locale", "inlanguage"),
    "url": ("url", "link", "canonical", "canonicalurl", "permalink", "original", "originalurl", "externalurl",
            "sourceurl"),
    "tags": ("tags", "tag", "categories", "category", "keywords", "topics", "topic", "subject", "subjects",
             "articlesection"),
}  # fmt: skip
"""Names of each field, without `-`, `_`, blanks and capitals; the first that is there and usable counts."""
_FIELDS = {alias: field for field, aliases in ALIASES.items() for alias in aliases}
_LONGEST_WORDS, _LONGEST_SHOWN = 200, 60
_MOST = 50
"""Authors or tags of one article."""
_Reader = Callable[[Any], object]


class _Unusable(ValueError):  # noqa: N818 - it says what a value is, and is always caught
    """A value that a field cannot have; its text says why, as a clause."""


def folded(name: object) -> str:
    """The name of a key without `-`, `_`, blanks and capitals."""
    return "".join(char for char in str(name)[:60].lower() if char not in "-_ ")


def read_metadata(values: Mapping[Any, Any]) -> tuple[Metadata, tuple[Complaint, ...]]:
    """The fields of an article that the mapping states, and what is wrong with it."""
    readers: dict[str, _Reader] = {
        "id": _id, "title": _title, "source": _source, "authors": _people, "date": _date,
        "updated": _date, "language": _language, "url": _url, "tags": _tags,
    }  # fmt: skip
    fields: dict[str, Any] = {}
    complaints: list[Complaint] = []
    for key, field, value in _in_order(values):
        if fields.get(field) or _is_nothing(value):
            continue
        try:
            fields[field] = readers[field](value)
        except (_Unusable, NoDate) as error:
            complaints.append(Complaint(f"{_shown(key)}: {_shown(value)} {error}", f"correct or delete {_shown(key)}"))
    return Metadata(**fields), tuple(complaints)


def _in_order(values: Mapping[Any, Any]) -> Iterable[tuple[object, str, object]]:
    """Keys, fields and values, by the rank of the key among the names of its field."""
    known = {folded(key): key for key in reversed(list(values)) if folded(key) in _FIELDS}
    return ((known[alias], _FIELDS[alias], values[known[alias]]) for alias in _FIELDS if alias in known)


def _is_nothing(value: object) -> bool:
    return (
        value is None
        or (isinstance(value, str) and not value.strip())
        or (isinstance(value, list | tuple | dict) and not value)
    )


def _shown(value: object) -> str:
    """A value as it may stand in a problem."""
    if isinstance(value, list | tuple | dict | set):
        return "a list" if not isinstance(value, dict) else "a mapping"
    try:
        text = one_line(str(value)[:200])
    except ValueError:
        text = "a number"
    return f"{text[:_LONGEST_SHOWN]}…" if len(text) > _LONGEST_SHOWN else text


def _words(value: object) -> str:
    """A text, a number, or the name in a mapping (`{"name": "A. Writer"}`)."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "title", "label", "term", "text") if value.get(key)), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Unusable("is no text")
    text = one_line(scan(str(value)[: LONGEST * 4]).text)
    if not is_seen(text):
        raise _Unusable("has nothing to see")
    return text


def _id(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Unusable("is no text")
    try:
        str(value).encode()
    except ValueError as error:
        raise _Unusable("has half a character (a lone surrogate)") from error
    return str(value)


def _title(value: object) -> str:
    if isinstance(value, dict):
        raise _Unusable("is no text")
    try:
        return shortened(_words(value))
    except _Unusable:
        literal = one_line(value[: LONGEST * 4]) if isinstance(value, str) else ""
        if not is_seen(literal):
            raise
        return shortened(literal)  # markup from end to end is shown as it is


def _source(value: object) -> str:
    if isinstance(value, list | tuple):
        value = value[0]
    if isinstance(value, str) and (address := web_address(value)):
        return host(address)
    return _words(value)[:_LONGEST_WORDS]


def _people(value: object) -> tuple[str, ...]:
    """Names; an address is none (OpenGraph gives the addresses of profiles)."""
    names = [_words(item).strip(" ,;")[:_LONGEST_WORDS] for item in _items(value)]
    names = [part.strip() for name in names for part in name.split(";")] if len(names) == 1 else names
    return tuple(dict.fromkeys(name for name in names if is_seen(name) and "://" not in name))


def _date(value: object) -> str:
    return parse_date(value[0] if isinstance(value, list) and len(value) == 1 else value)


def _language(value: object) -> str:
    tag = language_tag(value[0] if isinstance(value, list) and len(value) == 1 else value)
    if not tag:
        raise _Unusable("is no language tag")
    return tag


def _url(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("href") or value.get("url")
    address = web_address(value) if isinstance(value, str) else ""
    if not address:
        raise _Unusable("is no absolute http or https address")
    return address


def _tags(value: object) -> tuple[str, ...]:
    parts = value.split("," if "," in value else ";") if isinstance(value, str) else _items(value)
    words = (_words(part)[:_LONGEST_WORDS] for part in parts[:_MOST] if not _is_nothing(part))
    return tuple(dict.fromkeys(word.lstrip("#") for word in words if is_seen(word.lstrip("#"))))


def _items(value: object) -> list[Any]:
    return [item for item in value if not _is_nothing(item)][:_MOST] if isinstance(value, list | tuple) else [value]
