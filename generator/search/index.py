"""The search index of a site, put together of parts, each of which is kept as long as its pages are the same."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from generator.model import Record
from generator.search.folder import Folder
from generator.search.kept import Kept
from generator.search.lexicon import Known, Lexicon
from generator.search.merge import index_of, page_names, source_marks
from generator.search.names import digest
from generator.search.pagefind import ENTRY, entry_file, index_words, packed, pagefind_version, scripts
from generator.search.parts import VERSION, Part, Stretch, in_parts, page_digest, part_of, shown, text_of
from generator.search.records import Searched, SearchRecord, TopicRecord
from generator.search.spelling import offered
from generator.search.topics import topic_lists

FOLDER = "pagefind"
"""Where the index is in a site."""
OWN = "search.json"
"""What the site's own script reads first."""
_NAME = 8
"""Letters of a hash in the name of the list of words."""

Read = Callable[[Sequence[str]], Sequence[SearchRecord]]
"""The records of the pages at addresses."""


class IndexChanges(Record, frozen=True):
    """Files of a site by path, in order."""

    written: dict[str, bytes]
    """Hashes of their contents."""
    removed: tuple[str, ...]


class _Whole(Record, frozen=True):
    """An index that is in a folder."""

    key: str
    """What it was made of."""
    files: dict[str, str]
    """What each of its files was made of, by path."""


def index_site(  # noqa: PLR0913 - what is searched, and where everything is
    searched: Iterable[Searched],
    read: Read,
    topics: Iterable[TopicRecord],
    target: Path,
    *,
    kept: Path,
    language: str,
) -> IndexChanges:
    """Brings the folder `pagefind` of the site `target` to the index of these pages and topics, and no other file.

    `read` is asked for the pages of parts that have changed, and for those whose file is missing. What is made of a
    part is kept in the folder `kept`, and so is what the files of the target are made of. Files are made anew or
    removed and never written over, so that they may be hard links. Raises DigestError where Pagefind gives up.
    """
    parts, topics, language = list(in_parts(searched)), sorted(topics), language.partition("-")[0]
    results = Kept(kept, VERSION, pagefind_version(), language)
    here, key = results.use("whole"), results.key((parts, topics))
    whole = results.find(here, "whole", _Whole) or _Whole("", {})
    folder = Folder(target / FOLDER, whole.files, partial(results.drop, here, "whole"))
    same = key == whole.key and all([folder.has(*file) for file in whole.files.items()])  # noqa: C419 - asks for all
    if parts and not same:
        with _unwatched():
            _bring(_Maker(folder, read, results, language), parts, topics)
    removed = folder.drop_others()
    if removed or not same:
        results.put(here, "whole", _Whole(key, folder.made_of))
    if not same:
        results.tidy()
    written = {f"{FOLDER}/{file}": folder.written[file] for file in sorted(folder.written)}
    return IndexChanges(written, tuple(f"{FOLDER}/{file}" for file in removed))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what is not kept or not there."""

    folder: Folder
    read: Read
    kept: Kept
    language: str

    @contextmanager
    def lexicon(self) -> Iterator[Lexicon]:
        """What words are found by; what is learnt is kept."""
        key = self.kept.use("lexicon")
        ask = partial(index_words, language=self.language, folder=self.kept.folder)
        lexicon = Lexicon(ask, self.kept.find(key, "lexicon", Known) or Known())
        yield lexicon
        if lexicon.has_grown:
            self.kept.put(key, "lexicon", lexicon.known())

    def part(self, stretch: Stretch, files: Sequence[tuple[str, str]], lexicon: Lexicon) -> Part:
        """The part of the pages; their files, each with what it is made of, are in the folder then."""
        key = self.kept.use(stretch)
        part = self.kept.find(key, "part", Part)
        missing = {file for file in files if not self.folder.has(*file)}
        wanted = [each for each in zip(stretch.pages, files, strict=True) if part is None or each[1] in missing]
        records = self.read([page.address for page, _ in wanted]) if wanted else ()
        texts = [text_of(record) for record in records]
        for (_, file), record, text in zip(wanted, records, texts, strict=True):
            if file in missing:
                self.folder.put(*file, packed(shown(record, text)))
        if part is None:
            part = part_of(stretch.numbers, records, texts, lexicon)
            self.kept.put(key, "part", part)
        return part

    def scripts(self) -> dict[str, bytes]:
        """The files that any pages have, by name."""
        key = self.kept.use("scripts")
        found = self.kept.find(key, "scripts", dict[str, bytes])
        if found is None:
            found = scripts(self.language, self.kept.folder)
            self.kept.put(key, "scripts", found)
        return found

    def put(self, files: Mapping[str, bytes], form: Callable[[bytes], bytes] = bytes) -> None:
        """Files of these contents, in some form."""
        for path, content in files.items():
            made_of = digest(content)
            if not self.folder.has(path, made_of):
                self.folder.put(path, made_of, form(content))


def _bring(maker: _Maker, in_parts: Sequence[Stretch], topics: Sequence[TopicRecord]) -> None:
    """Puts all files of an index into the folder."""
    pages = {page: page_digest(page) for stretch in in_parts for page in stretch.pages}
    marks = source_marks(pages)
    names = page_names(pages, marks)
    parts = []
    with maker.lexicon() as lexicon:
        for stretch in in_parts:
            files = [(f"fragment/{names[page]}.pf_fragment", pages[page]) for page in stretch.pages]
            parts.append((stretch, maker.part(stretch, files, lexicon)))
    index, lists, same = index_of(parts, names), topic_lists(topics), maker.scripts()
    own = {"sources": {mark: source for source, mark in marks.items()}, "shards": index.shards, "often": index.often}
    words = msgspec.json.encode(offered([part.spellings for _, part in parts], len(pages)))
    spelling = f"words.{digest(words)[:_NAME]}.json"
    own |= {"languages": index.languages, "words": spelling}
    own |= {"topics": lists.count, "lists": lists.words}
    maker.put(same | {ENTRY: entry_file(same[ENTRY], index.meta, len(pages)), OWN: msgspec.json.encode(own)})
    maker.put(index.files, packed)
    maker.put(index.first, partial(packed, level=9))
    maker.put(lists.files | {spelling: words})


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
