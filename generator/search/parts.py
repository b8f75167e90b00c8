"""Parts of the index: neighbouring pages, and where each word stands in them.

Where a part ends is told by its last page alone, so that an article more or less changes the part it lies in and no
other, and the parts of a set of pages are the same however the set came about.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
import numpy as np

from generator.model import Record
from generator.search.names import digest
from generator.search.pagefind import IndexWords, packed
from generator.search.postings import Places, Posting, postings
from generator.search.records import Searched, SearchRecord, SearchSentence

VERSION = 1
"""To be raised when something else is made of the same records."""
FIELDS = ("source", "title")
"""What is searched besides the text."""
_SIZE = 256
"""How many pages a part has, by and large: few enough to be soon made anew, and so many that parts are few."""
_WEIGHTS = (24, 168, 144, 120, 96, 72, 48)
"""What Pagefind weighs words by in running text and in headings of each level; the title is one of the first."""
_TITLE = 1
_NO_SPACE = str.maketrans({"\ufeff": " ", "\u200b": ""})
"""What is white space in a browser only; and by what Pagefind's script would take for a language without spaces."""
_SENTENCE_END = re.compile(r"[\w'\")$*]$")
"""How a heading ends that gets a full stop, so that an excerpt can be read."""


Words = Callable[[Sequence[str]], IndexWords]
"""What different words are found by."""


class PartPage(Record, frozen=True):
    """What a page is named, counted, chosen and sorted by."""

    digest: str
    """Hash of all that is shown of it."""
    kind: str
    date: str
    source: str
    topics: tuple[str, ...]
    words: int
    """How many it has, about: long pages weigh less."""


class Part(Record, frozen=True):
    """All the index needs of a part, but what is shown of its pages."""

    pages: tuple[PartPage, ...]
    postings: tuple[Posting, ...]


class Text(Record, frozen=True):
    """The words of a page as they stand there, the title's first."""

    words: tuple[str, ...]
    levels: tuple[int, ...]
    """For each word the level of the heading it is in; 0 in running text."""
    anchors: tuple[tuple[str, int], ...]
    """Ids of elements, and which word is the first of each."""


def in_parts(searched: Iterable[Searched]) -> Iterator[tuple[Searched, ...]]:
    """The pages part by part, the latest last, so that a new one moves no other; those of a day by the hash they have.

    The index has the pages in this order, in which their names take the least space.
    """
    part: list[Searched] = []
    for page in sorted(searched, key=lambda page: (page.date, page_digest(page), page.address)):
        part.append(page)
        if int.from_bytes(hashlib.sha256(page.address.encode()).digest()[:4]) % _SIZE == 0:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def page_digest(page: Searched) -> str:
    """Hash of all that is shown of a page."""
    return digest(msgspec.json.encode((VERSION, page.address, page.digest)))


def text_of(record: SearchRecord) -> Text:
    """The words of the record's page."""
    words, levels, anchors = list[str](), list[int](), list[tuple[str, int]]()
    for each in (SearchSentence("", record.title, _TITLE), *record.sentences):
        own = words_of(each.text)
        if own and each.level and _SENTENCE_END.search(own[-1]):
            own[-1] += "."
        if each.anchor:
            anchors.append((each.anchor, len(words)))
        words += own
        levels += [each.level] * len(own)
    return Text(tuple(words), tuple(levels), tuple(anchors))


def words_of(text: str) -> list[str]:
    """The words of a text, as Pagefind's script will count them."""
    return text.translate(_NO_SPACE).split()


def _different(records: Iterable[SearchRecord], texts: Iterable[Text]) -> list[str]:
    """Every word that stands somewhere, once and in order."""
    fields = (word for record in records for field in _fields(record) for word in words_of(field))
    return sorted({*fields, *(word for text in texts for word in text.words)})


def _fields(record: SearchRecord) -> tuple[str, str]:
    """What FIELDS are of the page."""
    return record.source, record.title


def part_of(pages: Sequence[Searched], records: Sequence[SearchRecord], words: Words) -> tuple[Part, tuple[bytes, ...]]:
    """The part of the pages, and for each the file of what is shown of it."""
    texts = [text_of(record) for record in records]
    shown = (packed(msgspec.json.encode(_shown(record, text))) for record, text in zip(records, texts, strict=True))
    different = _different(records, texts)
    return (
        Part(
            pages=tuple(_page(*each) for each in zip(pages, records, texts, strict=True)),
            postings=postings(_places(different, records, texts), words(different)),
        ),
        tuple(shown),
    )


def _page(page: Searched, record: SearchRecord, text: Text) -> PartPage:
    return PartPage(
        digest=page_digest(page),
        kind=record.kind,
        date=record.date,
        source=record.source,
        topics=_topics(record),
        words=_rounded(len(text.words)),
    )


def _topics(record: SearchRecord) -> tuple[str, ...]:
    """The names of the record's topics, once: two topics can have one name."""
    return tuple(dict.fromkeys(record.topics))


def _rounded(number: int) -> int:
    """The number in steps of a sixteenth or less, which take half the space: all that is done with it is to compare."""
    step = 1 << max(0, number.bit_length() - 4)
    return (number + step // 2) // step * step


def _shown(record: SearchRecord, text: Text) -> dict[str, object]:
    """What Pagefind's script has of a page once it is a hit to be shown."""
    return {
        "url": f"/{record.address}",
        "content": " ".join(text.words),
        "meta": dict(zip(FIELDS, _fields(record), strict=True)),
        "filters": {"topic": _topics(record)},
        "anchors": [{"id": anchor, "location": word} for anchor, word in text.anchors],
    }


def _places(words: Sequence[str], records: Sequence[SearchRecord], texts: Sequence[Text]) -> Places:
    """Where the words stand in texts and fields."""
    numbers = {word: number for number, word in enumerate(words)}
    in_fields = [
        (numbers[word], page, 1, field, place)
        for page, record in enumerate(records)
        for field, value in enumerate(_fields(record))
        for place, word in enumerate(words_of(value))
    ]
    lengths = [len(text.words) for text in texts]
    in_texts = np.column_stack(
        (
            [numbers[word] for text in texts for word in text.words],
            np.repeat(np.arange(len(texts)), lengths),
            np.zeros(sum(lengths), dtype=np.int64),
            [_WEIGHTS[level] for text in texts for level in text.levels],
            [place for length in lengths for place in range(length)],
        )
    )
    table = np.concatenate((in_texts, np.array(in_fields, dtype=np.int64).reshape(-1, 5))).astype(np.int64)
    return Places(*table.T)
