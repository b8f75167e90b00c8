"""The built site: a folder that is brought from what it was to what it should be, file by file.

Two folders go together: `docs` has the Markdown pages and what is published as it is, `built` the site. The ledger
says what is in `built`, and is true at every moment: a row goes before its file is touched and comes after that is
written. So a build that dies costs the next one a few pages, and nothing else.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from generator.errors import DigestError
from generator.model import Page, Problem
from generator.render import addresses
from generator.render.recipes import FileRecipe, Recipe
from generator.render.views import View
from generator.site import mkdocs
from generator.site.files import link, names, remove, write
from generator.site.ledger import Ledger, Row
from generator.site.maker import Frame, maker
from generator.workers import Workers

T = TypeVar("T")
_BATCH = 256
"""Pages or files after which the ledger is written."""


@dataclass(frozen=True, slots=True)
class Task:
    """A page that has to be made."""

    recipe: Recipe
    name: str
    """Of its file in the site."""
    made_of: bytes


class Builder:
    """Brings the folders of a frame to what the recipes say."""

    def __init__(self, frame: Frame, ledger: Ledger) -> None:
        self._frame = frame
        self._key = frame.key
        self._ledger = ledger

    def tasks(self, recipes: Sequence[Recipe]) -> list[Task]:
        """The pages that have to be made.

        Raises DigestError where two pages have one address: these are made so that chance hardly ever does that.
        """
        before = self._ledger.made_of("page")
        seen: set[str] = set()
        found: list[Task] = []
        for recipe in recipes:
            task = Task(recipe, self._name(recipe.address), _hash(recipe.key + self._key))
            if task.name in seen:
                what, mend = "would be the page of two articles", "change the id or title of one"
                raise DigestError(Problem(addresses.file_of(recipe.address), "", what, mend))
            seen.add(task.name)
            if before.get(task.name) != task.made_of:
                found.append(task)
        return found

    def make(self, tasks: Sequence[Task], known: frozenset[str], crew: Workers) -> Iterator[str]:
        """Makes pages; the name of each as it is done. `known` are the files of all Markdown pages."""
        self._remove_other_sources(tasks)
        self._ledger.strike(task.name for task in tasks)
        if tasks:
            maker(self._frame)  # so that processes that are copies of this one have it as well
        made = crew.map_of(_view, partial(_make, self._frame), tasks)
        pairs = zip(tasks, made, strict=True)
        while some := list(islice(pairs, _BATCH)):
            rows = [
                Row(
                    task.name,
                    "page",
                    task.made_of,
                    done.content,
                    addresses.file_of(task.recipe.address),
                    self._missing(task, done.links - known, known),
                )
                for task, done in some
            ]
            self._ledger.enter(rows)
            yield from (row.name for row in rows)

    def put(self, files: Iterable[Page]) -> None:
        """Writes what is published as it is, where it has changed; what was and is no more goes."""
        before = self._ledger.made_of("file")
        contents = {file.path: file.content.encode("utf-8") for file in files}
        rows = {name: Row(name, "file", _hash(content), _hash(content), name) for name, content in contents.items()}
        new = [row for name, row in rows.items() if before.get(name) != row.made_of]
        self._ledger.strike(row.name for row in new)
        for row in new:
            write(self._frame.docs, row.name, contents[row.name])
            write(self._frame.built, row.name, contents[row.name])
        self._ledger.enter(new)
        self.remove(before.keys() - rows.keys())

    def put_made(
        self, kind: str, recipes: Sequence[FileRecipe[T]], common: bytes, form: Callable[[T], bytes], crew: Workers
    ) -> Iterator[str]:
        """Makes the files of a kind that are new or others than before, and removes those that are no more.

        Gives the name of each as it is done. `common` is what they all depend on beside their own keys; `form` makes
        the bytes, and has to be picklable.
        """
        before = self._ledger.made_of(kind)
        made_of = {recipe.path: _hash(recipe.key + common) for recipe in recipes}
        new = [recipe for recipe in recipes if before.get(recipe.path) != made_of[recipe.path]]
        self._ledger.strike(recipe.path for recipe in new)
        pairs = zip(new, crew.map_of(_named, partial(_publish, self._frame, form), new), strict=True)
        while some := list(islice(pairs, _BATCH)):
            self._ledger.enter([Row(one.path, kind, made_of[one.path], content, one.path) for one, content in some])
            yield from (one.path for one, _ in some)
        self.remove(before.keys() - made_of.keys())

    def _remove_other_sources(self, tasks: Sequence[Task]) -> None:
        """Where a page comes into the place of another file (an address that led elsewhere), that one's source goes."""
        sources = self._ledger.sources(task.name for task in tasks)
        own = {task.name: addresses.file_of(task.recipe.address) for task in tasks}
        remove(self._frame.docs, [source for name, source in sources.items() if source and source != own[name]])

    def put_theme(self) -> None:
        """Writes the files of the theme, where the frame is a new one."""
        if self._ledger.fact("theme") == self._key:
            return
        before = self._ledger.made_of("theme")
        self._ledger.note({"theme": b""})
        self._ledger.strike(before)
        rows = [
            Row(name, "theme", self._key, _hash((self._frame.built / name).read_bytes()))
            for name in mkdocs.write_theme(self._frame)
        ]
        self._ledger.enter(rows)
        remove(self._frame.built, before.keys() - {row.name for row in rows})
        self._ledger.note({"theme": self._key})

    def remove_pages(self, recipes: Iterable[Recipe]) -> int:
        """Removes the pages that have no recipe any more; how many."""
        gone = self._ledger.made_of("page").keys() - {self._name(recipe.address) for recipe in recipes}
        self.remove(gone)
        return len(gone)

    def remove(self, gone: Iterable[str]) -> None:
        """Removes files of the site with their Markdown."""
        sources = self._ledger.sources(gone)
        self._ledger.strike(sources)
        remove(self._frame.built, sources)
        remove(self._frame.docs, filter(None, sources.values()))

    def clear_foreign(self) -> None:
        """Removes what is in the folders and of which the ledger does not know: a build has died there."""
        known = self._ledger.sources(self._ledger.contents())
        remove(self._frame.built, sorted(names(self._frame.built) - known.keys()))
        remove(self._frame.docs, sorted(names(self._frame.docs) - set(known.values())))

    def _name(self, address: str) -> str:
        if not self._frame.directories or address.rpartition("/")[2] == "index":
            return f"{address}.html"
        return f"{address}/index.html"

    def _missing(self, task: Task, links: frozenset[str], known: frozenset[str]) -> tuple[str, ...]:
        """What MkDocs says of links that lead nowhere."""
        if not links:
            return ()
        return mkdocs.complaints(self._frame, addresses.file_of(task.recipe.address), known)


@dataclass(frozen=True, slots=True)
class _Done:
    """What has become of a page that was written."""

    content: bytes
    links: frozenset[str]


def _view(task: Task) -> View:
    return task.recipe.view()


def _make(frame: Frame, view: View) -> _Done:
    """Makes a page and writes it, in whatever process this is."""
    page = maker(frame)(view)
    write(frame.docs, page.path, page.markdown.encode("utf-8"))
    html = page.html.encode("utf-8", "xmlcharrefreplace")
    write(frame.built, page.name, html)
    return _Done(_hash(html), page.links)


def write_made(
    frame: Frame, recipes: Sequence[FileRecipe[T]], form: Callable[[T], bytes], crew: Workers
) -> Iterator[str]:
    """Makes files among the Markdown pages only, for a builder that makes the site of these; their names."""
    return crew.map_of(_named, partial(_write, frame, form), recipes)


def _named(recipe: FileRecipe[T]) -> tuple[str, T]:
    return recipe.path, recipe.content()


def _publish(frame: Frame, form: Callable[[T], bytes], named: tuple[str, T]) -> bytes:
    """Writes a file into both folders, in whatever process this is; the hash of its bytes."""
    path, value = named
    content = form(value)
    write(frame.docs, path, content)
    link(frame.docs, frame.built, [path])
    return _hash(content)


def _write(frame: Frame, form: Callable[[T], bytes], named: tuple[str, T]) -> str:
    path, value = named
    write(frame.docs, path, form(value))
    return path


def _hash(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()
