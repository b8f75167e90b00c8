"""Done in one sentence and not done in the other: "stopped short of" and "on the verge of", "was derailed" left out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.collate.found import Found
from generator.collate.negation import denied, negative
from generator.collate.opposites import basic_form
from generator.collate.pairing import Pairing, pairing, turned
from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.collate.wordings import because, extent, shown
from generator.model import DifferenceKind, Span

_SHORT = re.compile(r"\b(?:stop(?:s|ped|ping)?|fell|fall(?:s|ing)?|fallen) short of\b", re.IGNORECASE)
_VERGE = re.compile(
    r"\b(?:on|at|to) the (?:verge|brink|point|cusp|threshold) of\b|\b(?:went|gone|go|going) (?:as far|so far) as\b"
    r"|\b(?:is|are|was|were) (?:about|poised|ready|preparing|set) to\b",
    re.IGNORECASE,
)
_ENDS_IT = listed("""
    derail cancel scrap torpedo scuttle abort shelve abandon foil thwart halt block suspend postpone call-off ditch veto
    quash overturn annul avert
    """)
"""What makes that something did not take place."""
_BE = listed("is are was were be been being got has have had")
_SINCE = listed("now already later also then since again")
_SURE, _ENDED = 0.8, 0.6
_NEAR = 4
"""Words on either side in which the other sentence may say the same in other words."""


def find_undone(a: Said, b: Said) -> tuple[Found, ...]:
    """Where one says of something that it was done, or nearly, and the other that it was not."""
    found = [*_nearing(a, b, swapped=False), *_nearing(b, a, swapped=True)]
    found += [*_ended(a, b, swapped=False), *_ended(b, a, swapped=True)]
    return tuple(found[:1])


def _nearing(a: Said, b: Said, *, swapped: bool) -> Iterator[Found]:
    """One stopped short of what the other says is about to come."""
    for here in _SHORT.finditer(a.text):
        for there in _VERGE.finditer(b.text):
            pairs = pairing(b, a) if swapped else pairing(a, b)
            pairs = turned(pairs) if swapped else pairs
            if not _goes_on_alike(a, here.end(), b, there.end(), pairs):
                continue
            mine, yours = _with_next(a, here.span()), _with_next(b, there.span())
            why = because(f"One says {shown(a, mine)}", f"the other {shown(b, yours)}")
            yield _found(_SURE, why, mine, yours, swapped=swapped)


def _goes_on_alike(a: Said, here: int, b: Said, there: int, pairs: Pairing) -> bool:
    """Whether the words that follow are the same: the next word has its partner among the next of the other."""
    ours = [at for at, word in enumerate(a.words) if word.span.start >= here][:1]
    theirs = [at for at, word in enumerate(b.words) if word.span.start >= there][:2]
    return any(pairs.of_a[at] in theirs for at in ours)


def _with_next(said: Said, place: tuple[int, int]) -> Span:
    end = next((word.span.end for word in said.words if word.span.start >= place[1]), place[1])
    return Span(place[0], end)


@lru_cache(16)
def _endings(said: Said) -> tuple[int, ...]:
    """Words that say of what stands before them that it did not take place: "was derailed"."""
    return tuple(
        at
        for at, word in enumerate(said.words)
        if at > 1
        and word.lower.endswith(("ed", "ned"))
        and said.words[at - 1].lower in _BE
        and basic_form(word.lower) in _ENDS_IT
    )


def _ended(a: Said, b: Said, *, swapped: bool) -> Iterator[Found]:
    """One says that something was ended; in the other what stands before and after that is there, and it is not."""
    for at in _endings(a):
        pairs = turned(pairing(b, a)) if swapped else pairing(a, b)
        first = at - 1
        while first > 0 and (
            a.words[first].lower in _BE or a.words[first].lower.endswith("ly") or a.words[first].lower in _SINCE
        ):
            first -= 1
        if pairs.of_a[at] >= 0 or at + 1 >= len(a.words) or pairs.of_a[first] < 0:
            continue
        if pairs.of_a[at + 1] != pairs.of_a[first] + 1 or _says_so(b, pairs, pairs.of_a[first]):
            continue
        mine, yours = extent(a, (first, at)), extent(b, (pairs.of_a[first],))
        why = because(f"One says {shown(a, mine)}", f"the other speaks of {shown(b, yours)} as if it had taken place")
        yield _found(_ENDED, why, mine, yours, swapped=swapped)


def _says_so(said: Said, pairs: Pairing, at: int) -> bool:
    """Whether words of the second sentence near a place that have no partner say the same in other words."""
    return denied(said, at) or any(
        pairs.of_b[place] < 0 and (negative(said.words[place].lower) or basic_form(said.words[place].lower) in _ENDS_IT)
        for place in range(max(0, at - _NEAR), min(len(said.words), at + _NEAR + 1))
    )


def _found(confidence: float, why: str, mine: Span, yours: Span, *, swapped: bool) -> Found:
    first, second = (yours, mine) if swapped else (mine, yours)
    return Found(DifferenceKind.MEANING, confidence, False, why, first, second)
