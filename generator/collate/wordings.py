"""How differences of meaning are told to a reader."""

import re

from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.model import Span

_PHRASE = 6
"""Words that show what is meant."""
_MARK = re.compile(r"[,;:.!?()“”\"–—]")
_FIGURE = re.compile(r"[$€£¥]|\d.*")
_SIGNS = listed("$ € £ ¥")
_SCALE = listed("million billion trillion percent per cent cents % points")
_OPEN = listed(
    "a an the of to its their his her in for with on from by and or as at that over under into during so since until"
)
"""Words that a phrase does not end with."""


def extent(said: Said, places: tuple[int, ...]) -> Span:
    """From the first to the last of some words; an empty span where the sentence has none."""
    known = [place for place in places if 0 <= place < len(said.words)]
    if not known:
        return Span(0, 0)
    return Span(said.words[min(known)].span.start, said.words[max(known)].span.end)


def phrase(said: Said, first: int) -> Span:
    """Some words from one on, as a reader would cut them: at a mark, and not within a figure."""
    last = first
    while last + 1 < len(said.words) and not _MARK.search(_between(said, last)):
        if last - first + 1 >= _PHRASE and not _in_figure(said, last):
            break
        last += 1
    while last > first and said.words[last].lower in _OPEN:
        last -= 1
    return extent(said, (first, last))


def _in_figure(said: Said, last: int) -> bool:
    """Whether a figure goes on behind a word: "$" before "200", "200" before "billion"."""
    return bool(_FIGURE.fullmatch(said.words[last].lower)) and (
        said.words[last].lower in _SIGNS or said.words[last + 1].lower in _SCALE
    )


def _between(said: Said, at: int) -> str:
    return said.text[said.words[at].span.end : said.words[at + 1].span.start]


def shown(said: Said, span: Span) -> str:
    """The words of a span in quotation marks, on one line."""
    return f"“{' '.join(said.text[span.start : span.end].split())}”"


def because(one: str, other: str) -> str:
    """The reason as one sentence."""
    return f"{one}, {other}."
