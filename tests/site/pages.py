"""Built pages as a browser reads them: their links, anchors and elements."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

LINKING = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"))
LOADING = LINKING[1:]
"""Elements whose address a browser loads without being asked."""
NOT_LOADED = {"canonical", "alternate", "next", "prev", "search"}
"""Relations of `link` that only say where something is."""


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of a site."""

    site: Path
    file: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The parsed page."""
        return html.fromstring(self.file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def leads_to(self) -> str:
        """The address that it leads to at once; empty for a page that is read."""
        (content,) = self.tree.xpath("//meta[@http-equiv='refresh']/@content") or ("",)
        return content.partition("url=")[2]

    @property
    def name(self) -> str:
        """Its path in the site."""
        return self.file.relative_to(self.site).as_posix()

    @cached_property
    def ids(self) -> set[str]:
        """Every anchor."""
        return set(self.tree.xpath("//@id")) | set(self.tree.xpath("//a/@name"))

    def addresses(self, elements: tuple[tuple[str, str], ...] = LINKING) -> list[str]:
        """Addresses of the elements, as they stand there."""
        return [
            address
            for element, attribute in elements
            for found in self.tree.iter(element)
            if (address := found.get(attribute)) is not None
            and not (element == "link" and set(found.get("rel", "").split()) & NOT_LOADED)
        ]

    def target(self, address: str) -> tuple[Path, str]:
        """The file and the anchor that a relative address means."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        file = (self.file.parent / path).resolve() if path else self.file
        return (file / "index.html" if file.is_dir() else file), unquote(parts.fragment)


def pages_of(site: Path) -> dict[Path, BuiltPage]:
    """Every page of the site by file."""
    return {file.resolve(): BuiltPage(site, file.resolve()) for file in sorted(site.rglob("*.html"))}


def broken_links(pages: dict[Path, BuiltPage]) -> list[str]:
    """Every link inside the site that leads to no file or no anchor, as `page: address`."""
    broken: list[str] = []
    for page in pages.values():
        # The page for what is not found is shown at any address, and so has absolute ones.
        for address in [] if page.name == "404.html" else page.addresses():
            if urlsplit(address).scheme or address.startswith("//"):
                continue
            file, anchor = page.target(address)
            known = pages.get(file)
            if not file.is_file() or (anchor and known is not None and anchor not in known.ids):
                broken.append(f"{page.name}: {address}")
    return broken
