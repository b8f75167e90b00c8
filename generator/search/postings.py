"""Where words stand in pages, in the CBOR that Pagefind's script reads.

A word has an array with a triple for each of its pages: how much higher the page's number is than that of the one
before, the places in its text, the places in its fields. Places are steps from one to the next; before the first one,
and where they weigh other than those before, stands their weight (of fields: which field it is) as a number below 0,
and the steps begin at 0 again. numpy writes all of a part at once: one by one would take ten times as long.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.model import Record
from generator.search.pagefind import IndexWords, Numbers

_NUMBER, _BELOW, _ARRAY = 0, 1, 4
"""Kinds of items in CBOR: a number, one below 0 (-1 as 0, -2 as 1), an array."""


class Postings(Record, frozen=True):
    """Where words stand in the pages of a part, which are counted from 0: columns of a table, but for `cbor`."""

    keys: tuple[str, ...] = ()
    """As in `IndexWords`, each once."""
    counts: bytes = b""
    """How many pages have it; all numbers are of 32 bits."""
    first: bytes = b""
    last: bytes = b""
    """The pages."""
    sizes: bytes = b""
    """Bytes of its CBOR, behind how many pages there are and the number of the first."""
    cbor: bytes = b""
    """That of all words, one behind the other."""


class Places(NamedTuple):
    """Words in texts and fields, in any order: columns of a table."""

    word: Numbers
    """Which one it is."""
    page: Numbers
    field: Numbers
    """1 in a field, 0 in the text."""
    weight: Numbers
    """What a whole word weighs there; in a field, which one it is."""
    place: Numbers


def postings(places: Places, found_by: IndexWords) -> Postings:
    """The postings of all that the words are found by where they stand."""
    keys, table = _table(places, found_by)
    if not keys:
        return Postings()
    of_page = np.flatnonzero(_changes(table.word, table.page))  # the first place of each word in each page
    kinds, values, begins = _items(table, of_page)
    cbor, ends = _cbor(kinds, values)
    page = table.page[of_page]
    first = np.flatnonzero(_changes(table.word[of_page]))  # the first page of each word
    last = np.append(first[1:], len(page)) - 1
    start = ends[begins[first] + 1]  # behind the head of the first triple and the number of the first page
    stop = np.append(ends[begins[first[1:]] - 1], len(cbor))
    return Postings(
        keys=tuple(keys),
        counts=_packed(last - first + 1),
        first=_packed(page[first]),
        last=_packed(page[last]),
        sizes=_packed(stop - start),
        cbor=cbor[_ranges(start, stop - start)].tobytes(),
    )


def _packed(column: Numbers) -> bytes:
    return column.astype(np.int32).tobytes()


def _table(places: Places, found_by: IndexWords) -> tuple[list[str], Places]:
    """All that the words are found by, and where these stand, in order."""
    first, stop = (np.searchsorted(found_by.word, places.word, side) for side in ("left", "right"))
    row, entry = np.repeat(np.arange(len(first)), stop - first), _ranges(first, stop - first)
    used, key = np.unique(found_by.key[entry], return_inverse=True)
    _, page, field, whole, place = (column[row] for column in places)
    parts = np.where(field == 0, found_by.parts[entry], 0)
    weight = np.where(parts > 0, np.maximum(1, whole // np.maximum(1, parts)), whole)
    order = np.lexsort((place, field, page, key))
    table = Places(*(column[order] for column in (key, page, field, weight, place)))
    return [found_by.keys[number] for number in used.tolist()], table


def _items(table: Places, of_page: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Kinds and values of the items, and which of them is the first of each word in each page.

    There a word has four items besides its places: the heads of the triple and of two arrays, and the step to the page.
    """
    marked = _changes(table.word, table.page, table.field, table.weight)
    sizes = 1 + marked  # items of each place
    before = np.concatenate(([0], np.cumsum(sizes)))
    rows = np.append(of_page, len(sizes))
    group = np.repeat(np.arange(len(of_page)), np.diff(rows))
    in_fields = np.bincount(group, weights=sizes * table.field).astype(np.int64)
    in_text = np.diff(before[rows]) - in_fields
    begins = 4 * np.arange(len(of_page)) + before[of_page]
    at = 4 * group + 3 + before[:-1] + table.field
    kinds = np.full(4 * len(of_page) + before[-1], _NUMBER)
    values = np.zeros_like(kinds)
    for head, length in ((begins, 3), (begins + 2, in_text), (begins + 3 + in_text, in_fields)):
        kinds[head], values[head] = _ARRAY, length
    values[begins + 1] = _steps(table.page[of_page], _changes(table.word[of_page]))
    kinds[at[marked]], values[at[marked]] = _BELOW, table.weight[marked]
    values[at + marked] = _steps(table.place, marked)
    return kinds, values, begins


def _ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """As many numbers as the size says from each start on."""
    return np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)


def _steps(numbers: Numbers, anew: NDArray[np.bool_]) -> Numbers:
    """From each number to the next; from 0 where it begins anew."""
    return numbers - np.where(anew, 0, np.concatenate(([0], numbers[:-1])))


def _changes(*columns: Numbers) -> NDArray[np.bool_]:
    """Where a row is another than the one before; the first is."""
    return np.append(True, np.logical_or.reduce([column[1:] != column[:-1] for column in columns]))


def _cbor(kinds: Numbers, values: Numbers) -> tuple[NDArray[np.uint8], Numbers]:
    """The items one behind the other, and where each ends."""
    more = np.searchsorted([24, 2**8, 2**16], values, side="right")  # whether bytes follow the first: none, 1, 2 or 4
    sizes = np.array([1, 2, 3, 5])[more]
    ends = np.cumsum(sizes)
    starts = ends - sizes
    data = np.zeros(ends[-1], dtype=np.uint8)
    data[starts] = kinds << 5 | np.where(more, 23 + more, values)
    for byte in range(1, 5):
        long = sizes > byte
        data[starts[long] + byte] = values[long] >> 8 * (sizes[long] - 1 - byte) & 0xFF
    return data, ends
