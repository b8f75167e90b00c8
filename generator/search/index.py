"""The search index of a site, put together of parts, each of which is kept as long as its pages are the same."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from generator.model import Record
from generator.search.kept import Kept
from generator.search.merge import index_of
from generator.search.pagefind import ENTRY, entry_file, index_words, packed, pagefind_version, scripts
from generator.search.parts import VERSION, Part, in_parts, part_of
from generator.search.records import Searched, SearchRecord, TopicRecord
from generator.search.topics import topic_lists

FOLDER = "pagefind"
"""Where the index is in a site."""
OWN = "search.json"
"""What the site's own script reads first."""

Pages = tuple[Searched, ...]


class IndexChanges(Record, frozen=True):
    """Files of a site by path, in order."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


class _Whole(Record, frozen=True):
    """An index: the files that are named by their content, and the others."""

    paths: tuple[str, ...]
    named: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what is not kept."""

    read: Callable[[str], SearchRecord]
    """The record of the page at an address."""
    kept: Kept
    language: str
    made: set[Pages] = field(default_factory=set)
    """Parts that were not kept."""

    def key(self, parts: Sequence[Pages], topics: Sequence[TopicRecord]) -> str:
        """What an index of these is kept under; what its parts are is used, too."""
        return self.kept.use(([self.kept.use(pages) for pages in parts], topics))

    def part(self, pages: Pages) -> Part:
        """The part of the pages."""
        return self.kept.get(self.kept.use(pages), "part", Part, lambda: self._made(pages))

    def shown(self, pages: Pages) -> tuple[bytes, ...]:
        """The files of what is shown of its pages, in its order."""
        return self.kept.get(self.kept.use(pages), "shown", tuple[bytes, ...], lambda: self._made(pages))

    def scripts(self) -> dict[str, bytes]:
        """The files that any pages have, by name."""
        made = partial(scripts, self.language, self.kept.folder)
        return self.kept.get(self.kept.use(()), "scripts", dict[str, bytes], lambda: {"scripts": made()})

    def _made(self, pages: Pages) -> dict[str, object]:
        self.made.add(pages)
        records = [self.read(page.address) for page in pages]
        words = partial(index_words, language=self.language, folder=self.kept.folder)
        part, shown = part_of(pages, records, words)
        return {"shown": shown, "part": part}


def index_site(  # noqa: PLR0913 - what is searched, and where everything is
    searched: Iterable[Searched],
    read: Callable[[str], SearchRecord],
    topics: Iterable[TopicRecord],
    target: Path,
    *,
    kept: Path,
    language: str,
    jobs: int = 1,
) -> IndexChanges:
    """Brings the folder `pagefind` of the site `target` to the index of these pages and topics, and no other file.

    `read` has the record of the page at an address; it is asked for those of parts that have changed, in threads where
    there is more than one of the `jobs`. What is made of a part is kept in the folder `kept`. Files are made anew or
    removed and never written over, so that they may be hard links; those named by their content are left alone.
    Raises DigestError where Pagefind gives up.
    """
    parts, topics = list(in_parts(searched)), sorted(topics)
    if not parts:
        return _bring(target, {}, {})
    language = language.partition("-")[0]
    maker = _Maker(read, Kept(kept, VERSION, pagefind_version(), language), language)
    known = maker.kept.find(maker.key(parts, topics), "whole", _Whole)
    if known and set(known.paths) <= _present(target):
        changes = _bring(target, known.named, dict.fromkeys(known.paths, bytes))  # none of these is missing
    else:
        with _unwatched():
            named, by_content, new = _files(maker, parts, topics, jobs)
        maker.kept.put(maker.key(parts, topics), "whole", _Whole(tuple(by_content), named))
        # Names of pages are short: one that is new may, once in a million times, have that of one that is gone.
        compared = {path: by_content[path]() for path in by_content if path in new}
        changes = _bring(target, named | compared, by_content)
    maker.kept.tidy()
    return changes


def _files(
    maker: _Maker, in_part: Sequence[Pages], topics: Sequence[TopicRecord], jobs: int
) -> tuple[dict[str, bytes], dict[str, Callable[[], bytes]], frozenset[str]]:
    """The files of an index that have names of their own, those that are named by their content, the new of these."""
    with ThreadPoolExecutor(max(1, jobs)) as crew:
        parts = list((crew.map if jobs > 1 else map)(maker.part, in_part))
    index, lists, same = index_of(parts), topic_lists(topics), maker.scripts()
    own = {"sources": index.sources, "shards": index.shards, "often": index.often}
    own |= {"topics": lists.count, "lists": lists.words}
    named = same | {ENTRY: entry_file(same[ENTRY], index.meta, len(index.pages)), OWN: msgspec.json.encode(own)}
    paths = (f"fragment/{name}.pf_fragment" for name in index.pages)
    shown = [(path, *each) for path, each in zip(paths, _shown(maker, in_part, parts), strict=True)]
    by_content: dict[str, Callable[[], bytes]] = {path: make for path, _, make in shown}
    by_content |= {path: partial(packed, content) for path, content in index.files.items()}
    by_content |= {path: partial(bytes, content) for path, content in lists.files.items()}
    return named, by_content, frozenset(path for path, new, _ in shown if new)


def _shown(
    maker: _Maker, in_part: Iterable[Pages], parts: Iterable[Part]
) -> Iterator[tuple[bool, Callable[[], bytes]]]:
    """For each page whether its part is new, and what makes its file; those of a part are read together."""
    shown = lru_cache(1)(maker.shown)
    for pages, part in zip(in_part, parts, strict=True):
        new = pages in maker.made
        yield from ((new, partial(_item, shown, pages, number)) for number in range(len(part.pages)))


def _item(shown: Callable[[Pages], tuple[bytes, ...]], pages: Pages, number: int) -> bytes:
    return shown(pages)[number]


@contextmanager
def _unwatched() -> Iterator[None]:
    """Lists by the hundred thousand and no cycles among them: looking for some would take longer than the rest."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def _bring(site: Path, named: Mapping[str, bytes], by_content: Mapping[str, Callable[[], bytes]]) -> IndexChanges:
    """Makes the site's folder of the index hold these files alone; of those named by their content, the missing."""
    folder, present = site / FOLDER, _present(site)
    same = {name for name in present & named.keys() if (folder / name).read_bytes() == named[name]}
    unwanted = present - same - by_content.keys()
    missing: dict[str, Callable[[], bytes]] = {}
    missing |= {name: partial(bytes, content) for name, content in named.items() if name not in same}
    missing |= {path: make for path, make in by_content.items() if path not in present}
    for path in unwanted:
        (folder / path).unlink()
    for parent in {(folder / path).parent for path in missing}:
        parent.mkdir(parents=True, exist_ok=True)
    for path, make in missing.items():
        new = folder / f"{path}.new"  # a file is there whole or not at all
        new.write_bytes(make())
        new.replace(folder / path)
    _drop_empty(folder)
    removed = unwanted - missing.keys()
    return IndexChanges(*(tuple(sorted(f"{FOLDER}/{path}" for path in paths)) for paths in (missing, removed)))


def _present(site: Path) -> set[str]:
    """The files of the site's index, by path in its folder."""
    folder = os.fspath(site / FOLDER)
    found = ((Path(path).relative_to(folder), files) for path, _, files in os.walk(folder))
    return {(inside / file).as_posix() for inside, files in found for file in files}


def _drop_empty(folder: Path) -> None:
    """Removes the folders in which there is nothing, and the folder itself if that is so of it."""
    for path, folders, files in os.walk(folder, topdown=False):
        if not files and not any(Path(path, name).is_dir() for name in folders):
            Path(path).rmdir()
