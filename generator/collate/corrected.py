"""What a sentence had wrong that was sent again as corrected.

Agencies mark a correction in its headline ("CORRECTED - …") and say what was wrong in a note of a fixed form, at its
head or its end: "(corrects cts per share)", "Corrects paragraph 2 to show a profit, not a loss", "… to X from Y"
(Reuters Handbook of Journalism, on corrections, refiles, kills, repeats and embargoes). So where a sentence is
otherwise the same, what it says instead is not other wording: its own source says that the first was wrong.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.collate.corrections import Correction
from generator.collate.found import Found
from generator.collate.pairing import pairing
from generator.collate.said import Said, Word
from generator.collate.wordings import extent, shown
from generator.model import DifferenceKind, Span
from generator.text import commonness

_NAMED = re.compile(
    r"\b(?:to|was|is|show|read|say)\s+(?P<right>[^,;]+?),?\s+(?:from|rather than|instead of|not)\s+(?P<wrong>[^,;]+)"
    r"|\bfrom\s+(?P<was>[^,;]+?)\s+to\s+(?P<now>[^,;]+)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:in|on|for|of|at)\s.*$|[\s.)]+$", re.DOTALL)
_NEARLY_SAME = 0.7
"""Share of their words that two sentences must have in common, in order, for the rest to be what was corrected."""
_MOST = 6
"""Words of what was put in the place of others."""
_SLIP, _COMMON = 0.75, 2.0
"""Likeness, letter by letter, of a word and one that is in no dictionary, from which on that is a slip of the pen."""
_SURE, _TOLD = 0.75, 0.9
_LONGEST = 200
"""Words of the longest sentence that is compared."""

_Runs = tuple[range, range]
"""Places of words of the first sentence, and of those in whose place they stand in the second."""


def find_corrected(first: Said, second: Said, made: Correction) -> tuple[Found, ...]:
    """What a sentence of a dispatch says otherwise than that of the second, which is sent as its correction."""
    runs = list(_runs(first.words, second.words))
    told = list(_told(first, second, made))
    pairs = pairing(first, second) if runs else None
    found = [
        _found(first, second, one, made, _SURE) for one in runs if pairs and _is_other(first, second, one, pairs.of_a)
    ]
    named = [_found(first, second, one, made, _TOLD) for one in told]
    return (*named, *(one for one in found if not any(_meet(one.a, each.a) for each in named)))


def _runs(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Runs]:
    """Words put in the place of others, where the sentences are otherwise nearly the same."""
    matcher = SequenceMatcher(None, [one.lower for one in ours], [one.lower for one in theirs], autojunk=False)
    if len(ours) > _LONGEST or len(theirs) > _LONGEST or matcher.ratio() < _NEARLY_SAME:
        return
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and max(b - a, d - c) <= _MOST:
            yield range(a, b), range(c, d)


def _is_other(first: Said, second: Said, runs: _Runs, partners: Sequence[int]) -> bool:
    """Whether words say something else than those in whose place they stand, and are not only spelled otherwise."""
    ours, theirs = runs
    one = [first.words[at] for at in ours if not first.words[at].is_stop and partners[at] not in theirs]
    taken = {partners[at] for at in ours}
    other = [second.words[at] for at in theirs if not second.words[at].is_stop and at not in taken]
    if not one or not other:
        return False
    values = [_values(said, words) for said, words in ((first, ours), (second, theirs))]
    return not (values[0] and values[0] == values[1]) and not _is_slip(one, other)


def _values(said: Said, words: range) -> list[tuple[str, str]]:
    span = extent(said, tuple(words))
    return sorted((one.value, one.unit) for one in said.figures if _meet(one.span, span))


def _is_slip(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether the words differ by a slip of the pen only: "gaons", "gains"; a name is no slip."""
    joined = ["".join(word.lower for word in words) for words in (one, other)]
    unknown = any(word.islower() and commonness(word, "en") < _COMMON for word in (one[0].text, other[0].text))
    return joined[0] == joined[1] or (
        unknown and SequenceMatcher(None, joined[0], joined[1], autojunk=False).ratio() >= _SLIP
    )


def _told(first: Said, second: Said, made: Correction) -> Iterator[_Runs]:
    """Where the first has the words that the note calls wrong, and the second those that it calls right."""
    for match in _NAMED.finditer(made.note):
        wrong, right = (_cleaned(match[one] or match[other]) for one, other in (("wrong", "was"), ("right", "now")))
        here, there = _place(first.words, wrong), _place(second.words, right)
        if here and there and not _place(second.words, wrong) and not _place(first.words, right):
            yield here, there


def _cleaned(words: str) -> list[str]:
    """Words of a note, without quotation marks, article and what follows them ("in paragraph 2")."""
    plain = _TAIL.sub("", words.strip(" '\"‘’“”")).strip(" '\"‘’“”.").casefold()
    return re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[$€£¥%]", re.sub(r"^(?:a|an|the)\s", "", plain))


def _place(words: Sequence[Word], wanted: list[str]) -> range | None:
    lowers = [one.lower for one in words]
    size = len(wanted)
    starts = (at for at in range(len(lowers) - size + 1) if size and lowers[at : at + size] == wanted)
    start = next(starts, -1)
    return range(start, start + size) if start >= 0 else None


def _found(first: Said, second: Said, runs: _Runs, made: Correction, sure: float) -> Found:
    ours, theirs = runs
    a, b = extent(first, tuple(ours)), extent(second, tuple(theirs))
    says = f"One is sent as a correction (“{made.note}”)" if made.note else "One is headed as a correction"
    why = f"{says} and has {shown(second, b)} for {shown(first, a)}."
    return Found(_kind(first, second, a, b), sure, False, why, a, b)


def _kind(first: Said, second: Said, a: Span, b: Span) -> DifferenceKind:
    sides = ((first, a), (second, b))
    if all(any(_meet(one.span, span) for one in said.figures) for said, span in sides):
        return DifferenceKind.FIGURE
    if all(any(_meet(one, span) for one, _ in said.names) or _is_unknown(said, span) for said, span in sides):
        return DifferenceKind.NAME
    return DifferenceKind.MEANING


def _is_unknown(said: Said, span: Span) -> bool:
    """Whether a word in capitals is hardly a word of the language, and so a name or sign."""
    words = said.text[span.start : span.end].split()
    return any(word[:1].isupper() and commonness(word, "en") < _COMMON for word in words)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
