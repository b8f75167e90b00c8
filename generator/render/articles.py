"""The articles of a digest as pages look them up: what lists need at once, the rest when it is asked for."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from generator.model import Annotated, Entry
from generator.render.entries import entry_of

_HELD = 4000
"""Articles that are held in memory at once: those of the pages made just now."""


@dataclass(frozen=True, slots=True)
class Articles:
    """All articles of a digest."""

    entries: dict[str, Entry]
    """By id."""
    tokens: dict[str, bytes]
    """By id: hash of the article with its annotations, by which a page knows that one has changed."""
    load: Callable[[str], Annotated]
    """The article of an id."""


def articles_of(articles: Iterable[Annotated]) -> Articles:
    """Articles that are in memory."""
    known = {each.article.id: each for each in articles}
    return Articles(
        entries={id_: entry_of(each) for id_, each in known.items()},
        tokens={id_: hashlib.sha256(msgspec.msgpack.encode(each)).digest() for id_, each in known.items()},
        load=known.__getitem__,
    )


class Shelf(Mapping[str, Annotated]):
    """Articles by id, in a given order, each loaded when it is looked at."""

    def __init__(self, ids: Iterable[str], load: Callable[[str], Annotated]) -> None:
        self._ids = dict.fromkeys(ids)
        self._load = lru_cache(_HELD)(load)

    def __getitem__(self, id_: str) -> Annotated:
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._load(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
