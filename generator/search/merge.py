"""One index of all parts, in the form that Pagefind's scripts read.

Pagefind could put indexes of parts together in the browser, but would then fetch its metadata and every word once
for each part, and weigh a word by how rare it is in its part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby, pairwise
from posixpath import commonprefix

import cbor2
import numpy as np

from generator.search.cbor import PAIR, TRIPLE, array_head, step_head, text
from generator.search.names import digest, short_names
from generator.search.pagefind import BEFORE_FORM, pagefind_version
from generator.search.parts import FIELDS, Part, PartPage, Stretch
from generator.search.postings import Postings
from generator.search.records import Searched

_CHUNK = 16_000
"""Bytes of words that are fetched together, before they are packed; one word alone can have more."""
_FACET = 5_000
"""How many pages the topics have, counted topic by topic, that are fetched all together: some ten kilobytes."""
_SHARD = 500
"""How many those have at most, by and large, that are fetched together where that would be more."""
_STORIES = 200
"""How many reports the stories have that are fetched all together: a title for every few of them takes more."""
_STORY_SHARD = 60
"""How many those have at most, by and large, that are fetched together where that would be more."""
_OFTEN = 5
"""How many topics are offered before anything is asked."""
_LEVELS = 30
"""How often words are told apart by their next letters; from there on each stands for itself."""
_EVERYWHERE = "\ue000"
"""A word of no language that every page has: asked for nothing, Pagefind would fetch all words there are."""
_NO_WORD = ("", BEFORE_FORM)
"""How keys begin that have no word: of some odd letters Pagefind leaves nothing, and nobody can ask for that."""
_SHORTEST = 4
"""Letters of a hash in the name of a page. All names are fetched before the first word is looked up."""

Filters = dict[str, dict[str, list[int]]]
"""Numbers of the pages that have a value, by value, by filter."""


def words_of(parts: Sequence[tuple[Stretch, Part]]) -> list[tuple[str, bytes]]:
    """The words of all parts in order, each with its entry of the index: where it stands as it is, and in its forms."""
    as_it_is, forms = {_EVERYWHERE: _everywhere(_numbers(parts))}, defaultdict[str, list[bytes]](list)
    for key, cbor in _joined(parts):
        word, _, form = key.partition(BEFORE_FORM)
        if form:
            as_it_is.setdefault(word, array_head(0))  # a word comes before its forms
            forms[word].append(PAIR + text(form) + cbor)
        else:
            as_it_is[word] = cbor
    return [(word, _entry(word, as_it_is[word], forms.get(word, ()))) for word in sorted(as_it_is)]


def _entry(word: str, as_it_is: bytes, forms: Sequence[bytes]) -> bytes:
    return b"".join((TRIPLE, text(word), as_it_is, array_head(len(forms)), *forms))


def _starts(parts: Iterable[tuple[Stretch, Part]]) -> list[int]:
    """The first number of each part."""
    return [0, *accumulate(stretch.length for stretch, _ in parts)][:-1]


def _numbers(parts: Sequence[tuple[Stretch, Part]]) -> list[int]:
    """The number of every page."""
    return [start + own for start, (stretch, _) in zip(_starts(parts), parts, strict=True) for own in stretch.numbers]


def _everywhere(numbers: Sequence[int]) -> bytes:
    """The postings of a word that pages of these numbers have, and that stands nowhere."""
    nowhere, steps = array_head(0) * 2, (after - before for before, after in pairwise((0, *numbers)))
    return array_head(len(numbers)) + b"".join(step_head(step) + nowhere for step in steps)


def _joined(parts: Sequence[tuple[Stretch, Part]]) -> Iterator[tuple[str, bytes]]:
    """For each key in order the postings of all parts."""
    tables = [part.postings for _, part in parts]
    every = list(chain.from_iterable(table.keys for table in tables))
    keys = sorted(set(every))
    number_of = dict(zip(keys, range(len(keys)), strict=True))
    key = np.fromiter(map(number_of.__getitem__, every), np.int64, len(every))
    order = np.argsort(key, kind="stable")
    start = np.repeat(_starts(parts), [len(table.keys) for table in tables])
    counts, first, last = (
        np.frombuffer(b"".join(column), np.int32)[order]
        for column in zip(*((table.counts, table.first, table.last) for table in tables), strict=True)
    )
    begins = np.flatnonzero(np.diff(key[order], prepend=-1))
    before = np.concatenate(([0], (start[order] + last)[:-1]))
    before[begins] = 0
    rests = [rest for table in tables for rest in _rests(table)]
    pieces = [b""] * (2 * len(rests))
    pieces[::2] = map(step_head, (start[order] + first - before).tolist())
    pieces[1::2] = map(rests.__getitem__, order.tolist())
    ends = [*(2 * begins).tolist(), len(pieces)]
    totals = np.add.reduceat(counts, begins).tolist() if keys else []
    for own, total, begin, end in zip(keys, totals, ends[:-1], ends[1:], strict=True):
        if own[:1] not in _NO_WORD:
            yield own, array_head(total) + b"".join(pieces[begin:end])


def _rests(table: Postings) -> Iterator[bytes]:
    """The CBOR of each row."""
    end = 0
    for size in np.frombuffer(table.sizes, np.int32).tolist():
        yield table.cbor[end : end + size]
        end += size


def in_chunks(words: Sequence[tuple[str, bytes]], level: int = 0) -> Iterator[Sequence[tuple[str, bytes]]]:
    """Neighbouring words, as many as are fetched together.

    Words that begin alike are together as far as they fit: what is being typed is looked up in one chunk.
    """
    if len(words) == 1 or _size(words) <= _CHUNK:
        yield words
        return
    # All words begin as the first and the last do, since they are sorted. Nobody types further than some levels.
    alike_to = len(commonprefix([words[0][0], words[-1][0]])) + 1 if level < _LEVELS else None
    some, size = list[tuple[str, bytes]](), 0
    for _, alike in groupby(words, key=lambda word: word[0][:alike_to]):
        group = list(alike)
        more = _size(group)
        if some and size + more > _CHUNK:
            yield some
            some, size = [], 0
        if more > _CHUNK:
            yield from in_chunks(group, level + 1)
        else:
            some += group
            size += more
    if some:
        yield some


def _size(words: Iterable[tuple[str, bytes]]) -> int:
    return sum([len(entry) for _, entry in words])


@dataclass(frozen=True, slots=True)
class Index:
    """An index as its files have it before they are packed, and what the site's own script has to know of it."""

    files: dict[str, bytes]
    """Contents by path; paths change with the contents."""
    first: dict[str, bytes]
    """Those that every reader fetches: the metadata."""
    meta: str
    """What stands for the metadata in its file's name."""
    shards: dict[str, int]
    """How many filters the topics and the stories are shared out to; 0 where one has them all."""
    languages: int
    """How many there are."""
    often: list[tuple[str, int]]
    """The topics with the most pages, and how many these are."""


def index_of(parts: Sequence[tuple[Stretch, Part]], names: Mapping[Searched, str]) -> Index:
    """The index of the parts; each page has a name that stands for it in its file's."""
    chunks = list(_chunks(in_chunks(words_of(parts))))
    chunk_names = _names(content for *_, content in chunks)
    inside = [page for _, part in parts for page in part.pages]
    pages = [page for stretch, _ in parts for page in stretch.pages]
    numbers = _numbers(parts)
    filters, shards = filters_of(zip(numbers, pages, inside, strict=True))
    listed: list[list[object]] = [["", sum(page.words for page in inside) // len(inside)]]
    listed *= sum(stretch.length for stretch, _ in parts)  # numbers of no page, as long as pages are by and large
    for own, page, its in zip(numbers, pages, inside, strict=True):
        listed[own] = [names[page], its.words]
    filter_files = {name: cbor2.dumps([name, sorted(values.items())]) for name, values in filters.items()}
    filter_names = _names(filter_files.values())
    content = [
        pagefind_version(),
        listed,
        [[first, last, name] for (first, last, _), name in zip(chunks, chunk_names, strict=True)],
        [[of, name] for of, name in zip(filter_files, filter_names, strict=True)],
        [],  # by what else to sort: the site's own script sorts, by the names of pages
        FIELDS,
    ]
    meta = cbor2.dumps(content)
    (meta_name,) = _names([meta])
    return Index(
        files={
            **{f"index/{name}.pf_index": chunk for name, (*_, chunk) in zip(chunk_names, chunks, strict=True)},
            **{
                f"filter/{name}.pf_filter": file for name, file in zip(filter_names, filter_files.values(), strict=True)
            },
        },
        first={f"pagefind.{meta_name}.pf_meta": meta},
        meta=meta_name,
        shards=shards,
        languages=len({page.language for page in inside} - {""}),
        often=_often(filters) if shards["topic"] else [],
    )


def _names(contents: Iterable[bytes]) -> list[str]:
    return short_names([("", digest(content)) for content in contents])


def _chunks(chunks: Iterable[Sequence[tuple[str, bytes]]]) -> Iterator[tuple[str, str, bytes]]:
    """From where to where each chunk goes, and what it is; it begins in as few letters as tell it from the last one."""
    before = ""
    for words in chunks:
        first, last = words[0][0], words[-1][0]
        shorter = (first[:length] for length in range(1, len(first)))
        begin = next((some for some in shorter if some > before), first)
        yield begin, last, array_head(1) + array_head(len(words)) + b"".join(entry for _, entry in words)
        before = last


def source_marks(pages: Iterable[Searched]) -> dict[str, str]:
    """What stands for each source in the names of pages."""
    sources = sorted({page.source for page in pages} - {""})
    return dict(zip(sources, short_names([("", digest(source.encode())) for source in sources], 1), strict=True))


def page_names(pages: Mapping[Searched, str], marks: Mapping[str, str]) -> dict[Searched, str]:
    """Kind, date and source of each page, by which hits are counted and sorted before they are fetched, and a hash."""
    begins = (f"{page.kind}-{page.date.replace('-', '')}-{marks.get(page.source, '')}-" for page in pages)
    return dict(zip(pages, short_names([*zip(begins, pages.values(), strict=True)], _SHORTEST), strict=True))


def filters_of(pages: Iterable[tuple[int, Searched, PartPage]]) -> tuple[Filters, dict[str, int]]:
    """Which pages have which values, and how many filters topics and stories are shared out to; 0 where one has all.

    A topic is then in the filter that its name says. Pages come with their numbers, and in the order of these.
    """
    filters: Filters = defaultdict(lambda: defaultdict(list))
    for page_number, page, own in pages:
        values = {"kind": page.kind, "source": page.source, "month": _month(page.date)}
        values |= {"story": own.story, "language": own.language}
        for name, value in values.items():
            if value:
                filters[name][value].append(page_number)
        for topic in own.topics:
            filters["topic"][topic].append(page_number)
    if len(filters["language"]) < 2:  # noqa: PLR2004 - of one there is nothing to choose
        del filters["language"]
    limits = {"topic": (_FACET, _SHARD), "story": (_STORIES, _STORY_SHARD)}
    shards = {name: _share_out(filters, name, *limit) for name, limit in limits.items()}
    return {name: filters[name] for name in sorted(filters) if filters[name]}, shards


def _share_out(filters: Filters, name: str, most: int, each: int) -> int:
    """Shares the values of a filter out to several where it has more pages than `most`; how many these are, or 0."""
    size = sum(map(len, filters[name].values()))
    shards = 1 << (size // each).bit_length() if size > most else 0  # seldom another: all values move then
    if shards:
        for value, numbers in filters.pop(name).items():
            filters[f"{name} {shard_of(value, shards)}"][value] = numbers
    return shards


def _often(filters: Filters) -> list[tuple[str, int]]:
    """The topics with the most pages, and how many these are."""
    of_topics = (values for name, values in filters.items() if name.startswith("topic "))
    counts = [(topic, len(numbers)) for values in of_topics for topic, numbers in values.items()]
    return sorted(counts, key=lambda topic: (-topic[1], topic[0]))[:_OFTEN]


def _month(date: str) -> str:
    return "" if date[5:7] == "00" else date[:7]


def shard_of(topic: str, shards: int) -> int:
    """Number of the filter that has the topic; the site's own script finds it in the same way."""
    number = 0
    for letter in topic:
        number = (number * 31 + ord(letter)) % 65_521
    return number % shards
