"""What a built page has that could do harm: taken down once, page by page, so that many pages fit into memory."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pages import LOADING, BuiltPage

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)")
_ADDRESSES = {
    *("action", "background", "cite", "codebase", "data", "formaction", "href", "longdesc", "manifest"),
    *("ping", "poster", "src", "srcdoc", "srcset", "xlink:href"),
}
_FILE = re.compile(r"file: (?P<path>.*?)(?:: (?:entry|line) \d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page has."""

    name: str
    vocabulary: frozenset[str]
    """Every element, each with every class and every attribute: `p`, `p.meta`, `p[lang]`."""
    scripts: frozenset[str]
    """Addresses in the site of scripts, and types of those within the page."""
    schemes: frozenset[str]
    """Of all addresses, as a browser reads them; empty for those of this site."""
    hosts: frozenset[str]
    """From which something is loaded without being asked."""
    doubled: tuple[str, ...]
    """Ids that more than one element has."""
    controls: tuple[str, ...]
    """Characters that are not seen and change what is seen."""
    titles: tuple[str, ...]
    """In the order of `read_titles`."""
    data: dict[str, object]
    """Structured data."""
    file: str
    """Of an article: the file it came from."""


def read_facts(site: Path) -> Iterator[PageFacts]:
    """The facts of every page of the site."""
    for file in sorted(site.rglob("*.html")):
        yield page_facts(BuiltPage(site, file))


def page_facts(page: BuiltPage) -> PageFacts:
    """The facts of one page."""
    elements = [element for element in page.tree.iter() if isinstance(element.tag, str)]
    ids = [element.get("id") for element in elements if element.get("id") is not None]
    return PageFacts(
        name=page.name,
        vocabulary=frozenset(word for element in elements for word in _words(element)),
        scripts=frozenset(_script(page, element) for element in elements if element.tag == "script"),
        schemes=frozenset(
            _scheme(value) for element in elements for name, value in element.items() if name in _ADDRESSES
        ),
        hosts=frozenset(urlsplit(address).netloc for address in page.addresses(LOADING)) - {""},
        doubled=tuple(sorted({each for each in ids if ids.count(each) > 1})) if len(set(ids)) < len(ids) else (),
        controls=tuple(map(ascii, _CONTROLS.findall(html.unescape(page.file.read_text(encoding="utf-8"))))),
        titles=read_titles(page),
        data=read_data(page),
        file=read_file_name(page),
    )


def _words(element) -> Iterator[str]:
    yield element.tag
    yield from (f"{element.tag}[{name}]" for name in element.attrib)
    yield from (f"{element.tag}.{name}" for name in element.get("class", "").split())


def _script(page: BuiltPage, element) -> str:
    address = element.get("src")
    if address is None or urlsplit(address).netloc:
        return f"type {element.get('type')}" if address is None else address
    file, _ = page.target(address)
    return file.relative_to(page.site.resolve()).as_posix() if page.name != "404.html" else "404"


def _scheme(address: str) -> str:
    found = _SCHEME.match(re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33)))).lower())
    return found.group() if found else ""


def folded(text: str | None) -> str:
    """The text with single blanks."""
    return " ".join((text or "").split())


def read_titles(page: BuiltPage) -> tuple[str, ...]:
    """The title in the window, in previews and on the page."""
    heading = page.tree.xpath("//h1")
    preview = page.tree.xpath("//meta[@property='og:title']/@content")
    return (
        folded(page.tree.findtext("head/title")).rpartition(" · ")[0],
        *map(folded, preview),
        *(folded(each.text_content()) for each in heading),
    )


def read_data(page: BuiltPage) -> dict[str, object]:
    """The structured data; none where there is not exactly one piece of it."""
    scripts = page.tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(scripts[0]) if len(scripts) == 1 else {}


def read_file_name(page: BuiltPage) -> str:
    """The file that the article says it was made from."""
    lines = page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' made ')]//li")
    match = _FILE.fullmatch(folded(lines[-1].text_content())) if lines else None
    return match["path"] if match else ""
