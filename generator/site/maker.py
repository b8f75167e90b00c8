"""Makes pages: from what a page shows to its Markdown and HTML, with MkDocs' own configuration, theme and navigation.

What `mkdocs build` makes of the same Markdown is the same, but for the way attributes are written; it takes all pages
at once, and all of them every time.
"""

import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from generator.render.frontmatter import body_of, metadata
from generator.render.templates import page_writer
from generator.render.views import View
from generator.site import markup
from generator.site.document import Documents

NO_DATE = "0"
"""What MkDocs takes for today: nothing on the site depends on the day it was built."""
_WEB = frozenset({"http", "https", "mailto"})
_INDEXES = frozenset({"index", "README"})
_KEPT = 50_000
"""Ways from a folder to a page that are kept: what one page leads to, its neighbours do too."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages have in common. Small, so that it can be sent to other processes."""

    file: Path
    """The `mkdocs.yml`."""
    docs: Path
    """Folder of the Markdown pages."""
    built: Path
    """Folder of the built site."""
    templates: tuple[Path, ...]
    """Folders of the templates of pages."""
    directories: bool
    """Whether pages have addresses that end in `/`: `use_directory_urls`."""
    key: bytes
    """Hash of all of it: configuration, templates, theme, program."""
    pages: tuple[str, ...]
    """Files of the pages that the navigation leads to, of those that there are."""
    language: str = "en"
    """Of the interface, as it is set."""
    fonts: Path = Path()
    """Folder of the typeface that cards are set in."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page in both its forms."""

    path: str
    """Of its Markdown: `topics/ferry.md`."""
    markdown: str
    name: str
    """Of its HTML: `topics/ferry/index.html`."""
    html: str
    links: frozenset[str]
    """Paths of the Markdown of the pages it leads to."""


@lru_cache(maxsize=1)
def load(frame: Frame) -> Any:  # noqa: ANN401 - MkDocs has no types of its own for it that outlive a release
    """MkDocs' configuration, after hooks have seen it."""
    config = unprepared(frame)
    return config.plugins.on_config(config)


def unprepared(frame: Frame) -> Any:  # noqa: ANN401 - the same
    """MkDocs' configuration as it stands in its file."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["SOURCE_DATE_EPOCH"] = NO_DATE
    from mkdocs.config import load_config

    return load_config(str(frame.file), docs_dir=str(frame.docs), site_dir=str(frame.built))


@lru_cache(maxsize=1)
def maker(frame: Frame) -> Callable[[View], MadePage]:
    """The function that makes the page of a view; in a worker made once for all the pages it gets."""
    return _Maker(frame).page


class _Maker:
    def __init__(self, frame: Frame) -> None:
        from mkdocs.commands.build import get_context
        from mkdocs.structure.files import File, Files
        from mkdocs.structure.nav import get_navigation

        self._config = config = load(frame)
        self._file = lambda path: File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        listed = [self._file(path) for path in frame.pages]  # type: ignore[no-untyped-call]
        self._nav = get_navigation(Files(listed), config)
        self._listed = {file.src_uri: file.page for file in listed if file.page is not None}
        self._documents = Documents(config.theme.get_env(), lambda page: get_context(self._nav, (), config, page))
        self._write = page_writer(frame.templates, frame.language)
        self._way = lru_cache(_KEPT)(self._find_way)

    def page(self, view: View) -> MadePage:
        from mkdocs.structure.pages import Page

        written = self._write(view)
        page = self._listed.get(written.path) or Page(None, self._file(written.path), self._config)  # type: ignore[no-untyped-call]
        page.markdown, page.meta = body_of(written.content), metadata(view.head)
        links: set[str] = set()
        page.content = self._content(page, links)
        page.active = True
        try:
            html = self._documents.html(page, is_listed=written.path in self._listed)
        finally:
            page.active = False
        return MadePage(written.path, written.content, page.file.dest_uri, html, frozenset(links))

    def _content(self, page: Any, links: set[str]) -> str:  # noqa: ANN401 - a page of MkDocs
        folder, here = posixpath.dirname(page.file.src_uri), page.file.url.removeprefix("./")
        above = posixpath.dirname(here.removesuffix("/"))

        def resolve(link: str) -> str | None:
            if link.startswith("#"):
                return link
            path, sign, fragment = link.partition("#")
            if not path.endswith(".md"):
                return link if urlsplit(link).scheme in _WEB else None
            way = self._way(folder, above, path)
            links.add(way.target)
            there = way.link
            if here.endswith("/"):
                there = way.address[len(here) :] if way.address.startswith(here) else f"../{there}"
            return f"{there or './'}{sign}{fragment}"

        made = self._made(page.markdown, resolve)
        if made is None:
            links.clear()
            page.render(self._config, _AnyFile(self._file, links))
            return str(page.content)
        page.toc = _Toc(made)
        return made.content

    def _find_way(self, folder: str, above: str, path: str) -> "_Way":
        target = posixpath.normpath(posixpath.join(folder, path))
        address = _address(target, directories=self._config.use_directory_urls)
        return _Way(target, address, _link(f"{above}/" if above else "", address).removeprefix("./"))

    def _made(self, markdown: str, resolve: markup.Resolve) -> markup.Made | None:
        """The page as HTML; None where Python-Markdown has to make it."""
        if self._config.markdown_extensions != _EXTENSIONS or self._config.mdx_configs != _OPTIONS:
            return None
        try:
            return markup.make(markdown, resolve)
        except markup.UnknownForm:
            return None


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a link leads."""

    target: str
    """Path of the Markdown of the page."""
    address: str
    """Of the page, relative to that of the site."""
    link: str
    """To it from the folder in which the page with the link lies, with its own folder; empty to that itself."""


_EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
"""The extensions for which `markup` stands in: MkDocs' own, and those of our `mkdocs.yml`."""
_OPTIONS: dict[str, dict[str, object]] = {"toc": {"permalink": False}}


def _address(path: str, *, directories: bool) -> str:
    """Where MkDocs publishes the page of a Markdown file, relative to the address of the site."""
    stem = path.removesuffix(".md")
    folder, sign, name = stem.rpartition("/")
    if name in _INDEXES:
        return quote(f"{folder}{sign}" if directories else f"{folder}{sign}index.html")
    return quote(f"{stem}/" if directories else f"{stem}.html")


def _link(here: str, there: str) -> str:
    """Link from the page at one address to the page at another: up as far as needed, and down."""
    shared = posixpath.commonprefix((here, there)).rpartition("/")[0]
    start = len(shared) + 1 if shared else 0
    return ("../" * here.count("/", start) + there[start:]) or "./"


class _Toc:
    """The table of contents of a page, as a theme finds it. Ours has none: it is put together when it is asked for."""

    def __init__(self, made: markup.Made) -> None:
        self._made = made

    @cached_property
    def items(self) -> list[Any]:
        """Links to the headings of the first level, which have those of the second."""
        from mkdocs.structure.toc import get_toc

        return get_toc(markup.toc_of(self._made)).items  # type: ignore[arg-type]  # as the extension makes them

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class _AnyFile:
    """Takes every path for a page that there is: whether there is one, is looked at when all are known."""

    def __init__(self, file: Callable[[str], Any], links: set[str]) -> None:
        self._make = file
        self._links = links

    def get_file_from_path(self, path: str) -> Any:  # noqa: ANN401 - a file of MkDocs
        """The file of a path."""
        if path.endswith(".md"):
            self._links.add(path)
        return self._make(path)
