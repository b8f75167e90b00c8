"""Pagefind: what its program makes of words, and the form of the files that its scripts read.

Its program could make the index of whole pages, too. It counts pages in the order in which the file system lists them,
another on every machine, and takes ten times as long; so it is asked for every word once, and the pages are counted
here.
"""

import gzip
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2
import numpy as np
from numpy.typing import NDArray

from generator.errors import DigestError
from generator.model import Problem

ENTRY, SCRIPT = "pagefind-entry.json", "pagefind.js"
_SIGNATURE = b"pagefind_dcd"
"""What every unpacked file of an index begins with; CBOR or JSON follows."""
_ITS_OWN = re.compile("___(?:END_)?PAGEFIND_")
"""How words begin by which Pagefind speaks to itself."""
_ALWAYS = "a"
"""A word beside the others: Pagefind gives up where there is none."""
_LEVEL = 5
"""Of compression; the highest takes three times as long for a fortieth."""
_FULL = 24
"""What Pagefind weighs a word in running text by."""


BEFORE_FORM = "\0"
"""Sorts before every letter, and stands in no word."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class IndexWords:
    """What words of texts are found by: by themselves, and by their parts where they have some."""

    keys: list[str]
    """Words of the index, stems in small letters without marks; behind those that have a form with marks, BEFORE_FORM
    and that."""
    word: Numbers
    """Which of the words it is: the first column of a table, and in order."""
    key: Numbers
    """By which of the keys it is found."""
    parts: Numbers
    """How many parts the word has of which this is one; 0 where it is the whole."""


@cache
def pagefind_version() -> str:
    """The version of Pagefind: all its files depend on it."""
    return version("pagefind-bin")


def packed(content: bytes, level: int = _LEVEL) -> bytes:
    """A file of the index with the content."""
    return gzip.compress(_SIGNATURE + content, level, mtime=0)


def index_words(words: Sequence[str], language: str, folder: Path) -> IndexWords:
    """What each of these different words is found by; Pagefind works in the folder.

    Words without letters and digits are found by nothing. Raises DigestError where Pagefind gives up.
    """
    with _run(words, language, folder) as made:
        (entry,) = json.loads((made / ENTRY).read_bytes())["languages"].values()
        _, ((page, _),), chunks, *_ = cbor2.loads(_unpacked(made / f"pagefind.{entry['hash']}.pf_meta"))
        text = json.loads(_unpacked(made / "fragment" / f"{page}.pf_fragment"))["content"].split(" ")
        found = [each for *_, name in chunks for each in cbor2.loads(_unpacked(made / "index" / f"{name}.pf_index"))[0]]
    places = dict(sorted(_by_key(found)))
    numbers = {word: number for number, word in enumerate(words)}
    at = np.array([*(numbers.get(word, -1) for word in text[:-1]), -1])  # the last is _ALWAYS
    key, weight, place = _weighed(list(places.values()))
    rows = np.flatnonzero(at[place] >= 0)
    rows = rows[np.argsort(at[place[rows]], kind="stable")]
    word, key, is_part = at[place[rows]], key[rows], weight[rows] != _FULL
    parts = np.bincount(word[is_part], minlength=len(words))
    return IndexWords(list(places), word, key, np.where(is_part, parts[word], 0))


def scripts(language: str, folder: Path) -> dict[str, bytes]:
    """The files of every index of a language, by name; ENTRY is to be completed."""
    with _run((), language, folder) as made:
        (entry,) = json.loads((made / ENTRY).read_bytes())["languages"].values()
        names = (ENTRY, SCRIPT, f"wasm.{entry['wasm'] or 'unknown'}.pagefind")
        return {name: (made / name).read_bytes() for name in names}


def entry_file(template: bytes, meta: str, pages: int) -> bytes:
    """The file that Pagefind's script reads first, for an index of so many pages with that metadata."""
    content = json.loads(template)
    for language in content["languages"].values():
        language.update(hash=meta, page_count=pages)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


@contextmanager
def _run(words: Iterable[str], language: str, folder: Path) -> Iterator[Path]:
    """The folder of Pagefind's index of one page with these words."""
    import pagefind_bin

    text = escape(" ".join((*(word for word in words if not _ITS_OWN.match(word)), _ALWAYS)))
    with tempfile.TemporaryDirectory(prefix="new-", dir=folder) as name:
        site, made = Path(name, "site"), Path(name, "index")
        site.mkdir()
        page = f'<!doctype html><html><head><meta charset="utf-8"></head><body><p>{text}</p></body></html>'
        (site / "index.html").write_bytes(page.encode(errors="replace"))
        # One language for all: Pagefind would otherwise keep an index for each and search only that of the page.
        options = ("--site", site, "--output-path", made, "--force-language", language, "--silent")
        command = [pagefind_bin.get_executable(), *options]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            why = " ".join((done.stderr or done.stdout).split())
            raise DigestError(Problem("search index", "", f"Pagefind gave up ({why})", "build again, or report this"))
        yield made


def _unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)


def _by_key(words: Iterable[list[Any]]) -> Iterator[tuple[str, list[int]]]:
    """Every word in every form, with its places in the one page there is."""
    for word, pages, variants in words:
        for form, own in (("", pages), *variants):
            for _, places, _ in own:
                yield f"{word}{BEFORE_FORM}{form}" if form else word, places


def _weighed(places: list[list[int]]) -> tuple[Numbers, Numbers, Numbers]:
    """Row, weight and place of each occurrence.

    Pagefind writes steps from place to place, and as a number below 0 a weight, from which on they begin at 0 again.
    """
    flat = np.array([number for each in places for number in each], dtype=np.int64)
    row = np.repeat(np.arange(len(places)), [len(each) for each in places])
    is_mark = flat < 0
    mark = np.maximum.accumulate(np.where(is_mark, np.arange(len(flat)), 0))
    total = np.cumsum(np.where(is_mark, 0, flat))
    return row[~is_mark], (-1 - flat[mark])[~is_mark], (total - total[mark])[~is_mark]
