"""Parts of the index: neighbouring pages, and where each word stands in them.

Where a part ends is told by its last page alone, so that an article more or less changes the part it lies in and no
other, and the parts of a set of pages are the same however the set came about.

The index knows pages by number. In a part each has a number near one that is told by its address alone, and there are
more numbers than pages: one page more gives another number to a few others, and so leaves alone all files but those
that have words or topics of these.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np

from generator.model import Record
from generator.search.lexicon import Lexicon
from generator.search.names import digest
from generator.search.postings import Places, Postings, postings
from generator.search.records import Searched, SearchRecord, SearchSentence
from generator.search.spelling import spellings

VERSION = 3
"""To be raised when something else is made of the same records."""
FIELDS = ("source", "title")
"""What is searched besides the text."""
_SIZE = 256
"""How many pages a part has, by and large: few enough to be soon made anew, and so many that parts are few."""
_MARK_BYTES = 4
_SHELF = 16
"""How many numbers are one behind the other, the first of them taken: gaps are long and few, which takes less space."""
_MORE = 8
"""Numbers of a part behind the last shelf."""
_WEIGHTS = (24, 168, 144, 120, 96, 72, 48)
"""What Pagefind weighs words by in running text and in headings of each level; the title is one of the first."""
_TITLE = 1
_NO_SPACE = str.maketrans({"\ufeff": " ", "\u200b": ""})
"""What is white space in a browser only; and by what Pagefind's script would take for a language without spaces."""
_SENTENCE_END = re.compile(r"[\w'\")$*]$")
"""How a heading ends that gets a full stop, so that an excerpt can be read."""


class Stretch(Record, frozen=True):
    """The pages of a part."""

    pages: tuple[Searched, ...]
    numbers: tuple[int, ...]
    """Of each page, ascending from 0 or more."""
    length: int
    """How many numbers the part takes up."""


class PartPage(Record, frozen=True):
    """What the index has to know of a page besides what is in `Searched`."""

    topics: tuple[str, ...]
    words: int
    """How many it has, about: long pages weigh less."""
    story: str = ""
    language: str = ""


class Part(Record, frozen=True):
    """All the index needs of a part, but what is shown of its pages."""

    pages: tuple[PartPage, ...]
    """In the order of its `Stretch`."""
    postings: Postings
    spellings: dict[str, int] = {}  # noqa: RUF012 - msgspec gives each its own
    """How many of the pages have a word, in small letters: what is offered where one is mistyped."""


class Text(Record, frozen=True):
    """The words of a page as they stand there, the title's first."""

    words: tuple[str, ...]
    levels: tuple[int, ...]
    """For each word the level of the heading it is in; 0 in running text."""
    anchors: tuple[tuple[str, int], ...]
    """Ids of elements, and which word is the first of each."""


def page_digest(page: Searched) -> str:
    """Hash of all that is shown of the page."""
    return digest(msgspec.json.encode((VERSION, page.address, page.digest)))


def in_parts(searched: Iterable[Searched]) -> Iterator[Stretch]:
    """The pages part by part, the latest last, so that a new one changes no part but one."""
    part: list[tuple[int, Searched]] = []
    for page in sorted(searched, key=lambda page: (page.date, page.address)):
        mark = int.from_bytes(hashlib.sha256(page.address.encode()).digest()[:_MARK_BYTES])
        part.append((mark, page))
        if mark % _SIZE == 0:
            yield _stretch(part)
            part = []
    if part:
        yield _stretch(part)


def _stretch(part: list[tuple[int, Searched]]) -> Stretch:
    """The pages at the numbers that their marks tell, or at the next ones that are free."""
    shelves, numbers, last = _shelves(len(part)), list[int](), -1
    part.sort()
    for mark, _ in part:
        last = max(last + 1, (mark * shelves >> 8 * _MARK_BYTES) * _SHELF)
        numbers.append(last)
    return Stretch(tuple(page for _, page in part), tuple(numbers), max(shelves * _SHELF + _MORE, last + 1))


def _shelves(pages: int) -> int:
    """How many shelves so many pages stand on: in large steps, since then all pages of later parts move."""
    least = pages * 5 // (3 * _SHELF) + 1
    power = 1 << (least - 1).bit_length()
    return power * 3 // 4 if least <= power * 3 // 4 else power


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


def _fields(record: SearchRecord) -> Iterator[tuple[int, str]]:
    """What FIELDS are of the page, each with its number."""
    return enumerate((record.source, record.title))


def part_of(numbers: Sequence[int], records: Sequence[SearchRecord], texts: Sequence[Text], lexicon: Lexicon) -> Part:
    """The part of the pages with these numbers, records and texts."""
    fields = [
        (page, field, words_of(value))
        for page, each in zip(numbers, records, strict=True)
        for field, value in _fields(each)
    ]
    of_texts, of_fields = (text.words for text in texts), (words for *_, words in fields)
    found_by = lexicon.look_up(word for words in (*of_texts, *of_fields) for word in words)
    return Part(
        pages=tuple(
            PartPage(_topics(record), _rounded(len(text.words)), record.story, record.language.partition("-")[0])
            for record, text in zip(records, texts, strict=True)
        ),
        postings=postings(_places(numbers, texts, fields, lexicon.numbers), found_by),
        spellings=spellings(text.words for text in texts),
    )


def _topics(record: SearchRecord) -> tuple[str, ...]:
    """The names of the record's topics, once: two topics can have one name."""
    return tuple(dict.fromkeys(record.topics))


def _rounded(number: int) -> int:
    """The number in steps of a sixteenth or less, which take half the space: all that is done with it is to compare."""
    step = 1 << max(0, number.bit_length() - 4)
    return (number + step // 2) // step * step


def shown(record: SearchRecord, text: Text) -> bytes:
    """What Pagefind's script has of a page once it is a hit to be shown."""
    return msgspec.json.encode(
        {
            "url": f"/{record.address}",
            "content": " ".join(text.words),
            "meta": {FIELDS[field]: value for field, value in _fields(record)},
            "filters": {"topic": _topics(record), "story": [record.story] if record.story else []},
            "anchors": [{"id": anchor, "location": word} for anchor, word in text.anchors],
        }
    )


def _places(
    pages: Sequence[int],
    texts: Sequence[Text],
    fields: Iterable[tuple[int, int, list[str]]],
    numbers: Mapping[str, int],
) -> Places:
    """Where words, by number, stand in the texts of pages and in fields (page, which field, words)."""
    in_fields = [
        (numbers[word], page, 1, field, place) for page, field, words in fields for place, word in enumerate(words)
    ]
    lengths = [len(text.words) for text in texts]
    levels = np.fromiter((level for text in texts for level in text.levels), np.int64)
    in_texts = np.column_stack(
        (
            np.fromiter((numbers[word] for text in texts for word in text.words), np.int64),
            np.repeat(pages, lengths),
            np.zeros_like(levels),
            np.array(_WEIGHTS)[levels],
            np.arange(len(levels)) - np.repeat(np.cumsum(lengths) - lengths, lengths),
        )
    )
    return Places(*np.concatenate((in_texts, np.array(in_fields, dtype=np.int64).reshape(-1, 5))).T)
