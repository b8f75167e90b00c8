"""The articles of a digest as pages look them up: what lists need at once, the rest when it is asked for."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from msgspec import structs

from generator.model import Annotated, Annotations, Block, Entry, Record, Sentence
from generator.render.entries import entry_of

HELD = 200
"""Whole articles that are held in memory at once: those of the pages made just now."""
HELD_LEAN = 2_000
"""The same of those that have only what other pages quote, a tenth of the size."""


class Wording(Record, frozen=True):
    """What a reader reads in an article."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Articles:
    """All articles of a digest."""

    entries: dict[str, Entry]
    """By id."""
    tokens: dict[str, bytes]
    """By id: hash of the article with its annotations, by which a page knows that one has changed."""
    load: Callable[[str], Annotated]
    """The article of an id."""
    load_lean: Callable[[str], Annotated]
    """The same with no more than `lean` leaves."""
    load_wordings: Callable[[Sequence[str]], list[Wording]]
    """What is read in the articles of these ids."""


def articles_of(articles: Iterable[Annotated]) -> Articles:
    """Articles that are in memory."""
    known = {each.article.id: each for each in articles}
    return Articles(
        entries={id_: entry_of(each) for id_, each in known.items()},
        tokens={id_: hashlib.sha256(msgspec.msgpack.encode(each)).digest() for id_, each in known.items()},
        load=known.__getitem__,
        load_lean=lambda id_: lean(known[id_]),
        load_wordings=lambda ids: [_wording(known[id_]) for id_ in ids],
    )


def _wording(each: Annotated) -> Wording:
    return Wording(each.article.text, each.article.blocks, each.annotations.sentences)


def lean(each: Annotated) -> Annotated:
    """The article with what pages of others quote of it and nothing else: its text, sentences, figures and quotes."""
    article, notes = each.article, each.annotations
    return Annotated(
        structs.replace(article, blocks=(), inlines=(), cuts=(), guesses=(), tags=()),
        Annotations(
            sentences=notes.sentences,
            keywords=(),
            words=notes.words,
            minutes=notes.minutes,
            terms=(),
            sentence_terms=notes.sentence_terms,
            figures=notes.figures,
            quotes=notes.quotes,
        ),
    )


class Shelf(Mapping[str, Annotated]):
    """Articles by id, in a given order, each loaded when it is looked at."""

    def __init__(self, ids: Iterable[str], load: Callable[[str], Annotated], held: int) -> None:
        self._ids = dict.fromkeys(ids)
        self._load = lru_cache(held)(load)

    def __getitem__(self, id_: str) -> Annotated:
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._load(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
