"""Words with a capital letter that stand together as one phrase."""

from collections.abc import Iterator
from itertools import pairwise

from generator.annotate.capital_words import Word, capital_words, is_blank
from generator.annotate.name_links import Reading, is_linked
from generator.model import Record, Span

_MOSTLY_CAPITALS = 0.85
_FEW_WORDS = 6
_LONGEST = 14
"""Most words of a phrase; what is longer is no name, and would cost more than its length."""


class Phrase(Record, frozen=True):
    """Words with a capital that stand together."""

    words: tuple[Word, ...]
    weak: bool
    """Whether nearly all words around it have a capital as well."""


def phrases(text: str, spans: tuple[Span, ...], reading: Reading) -> Iterator[Phrase]:
    """The phrases of all sentences, in reading order."""
    for span in spans:
        found, total = capital_words(text, span, reading.owning)
        weak = reading.language != "de" and _is_weak(found, total)
        for group in _groups(text, found, reading):
            yield Phrase(tuple(group), weak)


def _is_weak(found: list[Word], total: int) -> bool:
    """Whether a sentence of so many words has these with a capital as a headline has, or is in upper case."""
    if total >= _FEW_WORDS:
        return len(found) > _MOSTLY_CAPITALS * total
    return len(found) == total > 1 and all(word.text.isupper() for word in found)


def _groups(text: str, found: list[Word], reading: Reading) -> Iterator[list[Word]]:
    beside = [not left.possessive and is_blank(text[left.end : right.start]) for left, right in pairwise(found)]
    ends = _chain_ends(beside, len(found))
    group: list[Word] = []
    for place, word in enumerate(found):
        if group and (
            len(group) == _LONGEST
            or not (beside[place - 1] or is_linked(text, group, found[place : ends[place] + 1], reading))
        ):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _chain_ends(beside: list[bool], length: int) -> list[int]:
    """For each word the last of those that follow one another with nothing but blanks between."""
    ends = list(range(length))
    for place in range(length - 2, -1, -1):
        if beside[place]:
            ends[place] = ends[place + 1]
    return ends
