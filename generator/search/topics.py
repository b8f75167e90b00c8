"""Lists of topics by the words of their names, in pieces of which a search fetches the one its word is in."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from generator.search.names import digest, short_names
from generator.search.records import TopicRecord

_SIZE = 100
"""Topics in one list, by and large: two or three kilobytes."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class TopicLists:
    """The lists, each for words from one on up to the first of the next."""

    count: int
    """How many topics there are."""
    words: list[tuple[str, str]]
    """For each list its first word and what its file is called; words are in order."""
    files: dict[str, bytes]
    """By path, which is another when the list is."""


def topic_lists(topics: Iterable[TopicRecord]) -> TopicLists:
    """Lists in which every topic stands with each word of each of its names.

    A row for each topic, by address: address, name, other names, number of articles, date.
    """
    listed = sorted(topics, key=lambda topic: topic.address)
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, topic in enumerate(listed):
        for word in folded(" ".join((topic.name, *topic.forms))):
            by_word[word].add(number)
    rows = [msgspec.json.encode(topic) for topic in listed]
    pieces = list(_pieces(sorted(by_word.items())))
    contents = [b"[%b]" % b",".join(rows[number] for number in sorted(some)) for _, some in pieces]
    names = short_names([("", digest(content)) for content in contents])
    return TopicLists(
        count=len(listed),
        words=[(word, name) for (word, _), name in zip(pieces, names, strict=True)],
        files={f"topics/{name}.json": content for name, content in zip(names, contents, strict=True)},
    )


def folded(text: str) -> list[str]:
    """The words of the text as they are compared: without marks on letters, in small letters."""
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
    return _WORD.findall(text.lower())


def _pieces(words: Sequence[tuple[str, set[int]]]) -> Iterator[tuple[str, set[int]]]:
    first, some = "", set[int]()
    for word, topics in words:
        if some and len(some) + len(topics) > _SIZE:
            yield first, some
            some = set()
        first = first if some else word
        some |= topics
    if some:
        yield first, some
