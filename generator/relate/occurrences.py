"""Where forms stand in the texts of all articles: as whole words, in any letter case.

A text is a row of pieces: words (letters and digits), and marks. Each piece is a number, made of what it is; a form of
several pieces is found by a number made of theirs, for all places of all texts at once (Karp and Rabin 1987).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from generator.model import Span
from generator.relate.hashes import Numbers, hashed, owners, unpacked

PIECE = np.dtype([("hash", "<u8"), ("start", "<i4"), ("end", "<i4")])
"""A word or a mark of a text."""
FORM = np.dtype([("hash", "<u8"), ("start", "<u8"), ("size", "<u4")])
"""A form: the numbers that stand for it and for its first two pieces, and how many pieces it has."""

FOUND = np.dtype([
    ("form", "<i4"), ("article", "<i4"), ("first", "<i8"), ("last", "<i8"), ("start", "<i4"), ("end", "<i4"),
    ("named", "?"),
])  # fmt: skip
"""A place of a form: number of the form, number of the article, first and last piece among those of all articles, span,
and whether a name shares a piece with it."""

_AT_ONCE = 1000
"""Articles that are looked through at once."""
_START = 2
"""Pieces by which the places are found where a longer form may begin."""
_LONGEST = 16
"""Pieces of the longest form that is looked for: no longer one is used by anybody."""
_PIECE = re.compile(r"[^\W_]+|\S")
_SPACED = 1
"""Set in the hash of a piece that has a space before it."""
_NAMED = 2
"""Set in the hash of a piece that is part of a name."""
CLEAN = 0xFFFF_FFFF_FFFF_FFFC
"""What is left of the hash of a piece without these."""
_BASE = 0x9E37_79B9_7F4A_7C15
_ALL = 0xFFFF_FFFF_FFFF_FFFF


def pieces(text: str, named: Sequence[Span]) -> Numbers:
    """The words and marks of the text, as rows of `PIECE`; names are at the given spans, in order and apart."""
    found = [(match[0], match.start()) for match in _PIECE.finditer(text)]
    rows = np.empty(len(found), PIECE)
    rows["hash"] = np.fromiter([_piece_hash(piece) for piece, _ in found], np.uint64, len(found))
    rows["start"] = [start for _, start in found]
    rows["end"] = [start + len(piece) for piece, start in found]
    spaced = np.ones(len(rows), bool)
    spaced[1:] = rows["start"][1:] != rows["end"][:-1]
    before = np.searchsorted([span.start for span in named], rows["end"]) - 1
    ends = np.array([*(span.end for span in named), 0])
    in_name = ends[before] > rows["start"]
    rows["hash"] = rows["hash"] & np.uint64(CLEAN) | spaced * np.uint64(_SPACED) | in_name * np.uint64(_NAMED)
    return rows


@lru_cache(maxsize=1 << 16)
def _piece_hash(piece: str) -> int:
    return hashed(piece.lower())


@lru_cache(maxsize=1 << 16)
def form_row(form: str) -> tuple[int, int, int]:
    """The form as a row of `FORM`."""
    found, start, size, before = 0, 0, 0, 0
    for match in _PIECE.finditer(form):
        spaced = _SPACED if size and match.start() != before else 0
        found = (found * _BASE + (hashed(match[0].lower()) & CLEAN | spaced)) & _ALL
        before = match.end()
        size += 1
        start = found if size <= _START else start
    return found, start, size


def form_rows(forms: Iterable[str]) -> Numbers:
    """The forms as rows of `FORM`."""
    return np.array([form_row(form) for form in forms], FORM)


class Text(Protocol):
    """An article as far as its text is looked at."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def pieces(self) -> bytes:
        """The words and marks of its text, as rows of `PIECE`."""


class Texts:
    """The texts of all articles, in the order of their ids."""

    def __init__(self, articles: Sequence[Text]) -> None:
        self.numbers = {each.id: number for number, each in enumerate(articles)}
        """Of each article its number, by id."""
        self._articles = articles

    def find(self, forms: Numbers) -> Numbers:
        """All places of the forms (rows of `FORM`), as rows of `FOUND`: by their beginning, the longer first.

        Those inside others are among them. Some articles are looked through after the others, to spare memory.
        """
        wanted = _Wanted(forms)
        found = [np.empty(0, FOUND)]
        before = 0
        for start in range(0, len(self._articles), _AT_ONCE):
            parts = [each.pieces for each in self._articles[start : start + _AT_ONCE]]
            some = _found(unpacked(parts, PIECE), owners(parts, PIECE), wanted)
            for name in ("first", "last"):
                some[name] += before
            some["article"] += start
            before += sum(map(len, parts)) // PIECE.itemsize
            found.append(some)
        return np.concatenate(found)

    def read(self, places: Numbers) -> tuple[list[Span], list[str]]:
        """The span of each of the places, rows of `FOUND`, and what stands there, on one line."""
        starts, ends = places["start"].tolist(), places["end"].tolist()
        on_one_line = _OneLine()
        texts = [self._articles[number].text for number in places["article"].tolist()]
        written = [on_one_line[text[start:end]] for text, start, end in zip(texts, starts, ends, strict=True)]
        return list(map(Span, starts, ends)), written


class _OneLine(dict[str, str]):
    """Phrases on one line, each made once."""

    def __missing__(self, phrase: str) -> str:
        self[phrase] = found = " ".join(phrase.split())
        return found


class _Wanted:
    """Forms to be looked for, rows of `FORM`."""

    def __init__(self, forms: Numbers) -> None:
        self._order = np.argsort(forms["hash"])
        self._hashes = forms["hash"][self._order]
        self._ends = _table(self._hashes)
        self._starts = _table(forms["start"][forms["size"] > _START])
        self.longest = min(int(forms["size"].max(initial=0)), _LONGEST)

    def going_on(self, hashes: Numbers) -> Numbers:
        """Numbers of those hashes with which a form may begin that is longer than its start."""
        return np.flatnonzero(self._starts[_slot(hashes)])

    def standing(self, hashes: Numbers) -> tuple[Numbers, Numbers]:
        """Numbers of the forms that the hashes stand for, and which of the hashes do."""
        likely = np.flatnonzero(self._ends[_slot(hashes)])
        at = np.searchsorted(self._hashes, hashes[likely])
        right = self._hashes[np.minimum(at, len(self._hashes) - 1)] == hashes[likely]
        return self._order[at[right]], likely[right]


_SLOTS = 1 << 21


def _table(hashes: Numbers) -> Numbers:
    """Whether a hash may be among these, by its slot: true for all that are, and for few others."""
    table = np.zeros(_SLOTS, bool)
    table[_slot(hashes)] = True
    return table


def _slot(hashes: Numbers) -> Numbers:
    return (hashes >> np.uint64(40)) & np.uint64(_SLOTS - 1)


def _found(rows: Numbers, articles: Numbers, wanted: _Wanted) -> Numbers:
    """The places of the wanted forms among the pieces of some articles, as rows of `FOUND`."""
    found: list[tuple[Numbers, Numbers, Numbers]] = []
    for size, hashes, firsts in _runs(rows["hash"], wanted):
        forms, which = wanted.standing(hashes)
        found.append((forms, firsts[which], firsts[which] + (size - 1)))
    forms, firsts, lasts = (np.concatenate(part) for part in zip(*found, strict=True))
    inside = articles[firsts] == articles[lasts]
    order = np.flatnonzero(inside)[np.lexsort((-lasts[inside], firsts[inside]))]
    places = np.empty(len(order), FOUND)
    places["form"], places["first"], places["last"] = forms[order], firsts[order], lasts[order]
    places["article"] = articles[places["first"]]
    places["start"], places["end"] = rows["start"][places["first"]], rows["end"][places["last"]]
    named = np.concatenate(([0], np.cumsum((rows["hash"] & np.uint64(_NAMED)) != 0)))
    places["named"] = named[places["last"] + 1] > named[places["first"]]
    return places


def _runs(pieces_: Numbers, wanted: _Wanted) -> Iterator[tuple[int, Numbers, Numbers]]:
    """The hashes of runs of pieces, each with its first piece, by size: all that may be forms."""
    hashes, others = pieces_ & np.uint64(CLEAN), pieces_ & np.uint64(CLEAN | _SPACED)
    firsts = np.arange(len(hashes))
    yield 1, hashes, firsts
    for size in range(2, wanted.longest + 1):
        if size == _START + 1:
            likely = wanted.going_on(hashes)
            hashes, firsts = hashes[likely], firsts[likely]
        going_on = firsts + size <= len(others)
        hashes, firsts = hashes[going_on], firsts[going_on]
        hashes = hashes * np.uint64(_BASE) + others[firsts + (size - 1)]
        yield size, hashes, firsts


def apart(places: Numbers) -> Numbers:
    """The places, of those that overlap the first, of those that begin together the longest; rows of `FOUND`."""
    longest = np.ones(len(places), bool)
    longest[1:] = places["first"][1:] != places["first"][:-1]
    places = places[longest]
    firsts, lasts = places["first"], places["last"]
    touching = np.zeros(len(places), bool)
    touching[1:] = firsts[1:] <= np.maximum.accumulate(lasts)[:-1]
    kept = np.ones(len(places), bool)
    doubtful = np.flatnonzero(touching | np.append(touching[1:], False))
    end = -1
    for number, first, last in zip(doubtful.tolist(), firsts[doubtful].tolist(), lasts[doubtful].tolist(), strict=True):
        if first <= end:
            kept[number] = False
        else:
            end = last
    return places[kept]
