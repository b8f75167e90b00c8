"""Which words of two sentences stand for each other."""

from collections import defaultdict
from functools import lru_cache

from generator.collate.opposites import basic_form, ends_of
from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.model import Record
from generator.text import stemmed

_FUNCTION = listed("""
    the a an this that these those his her its their our my your of in on at by for with from into onto to as and or
    but nor than if then there here it he she they we i you him them us me who whom whose which what when where while
    is are was were be been being am has have had having do does did doing will would shall should can could may might
    must s also very so such just only more most other some any each both all not n't no never t said says say
    """)
_LIGHT = 0.25
"""What a function word weighs beside a word of content."""
_NEAR, _REACH = 4, 6
"""Words on either side of a place that tell what stands there, and how far from the other place they may stand."""


class Token(Record, frozen=True):
    """A word of a sentence as pairing sees it."""

    lower: str
    key: str
    """Basic form without its ending: what forms of one word share."""
    weight: float
    """How much it says of what the sentence is about."""


class Pairing(Record, frozen=True):
    """The words of two sentences with their partners."""

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    of_a: tuple[int, ...]
    """For each word of the first sentence its partner in the second, -1 where it has none."""
    of_b: tuple[int, ...]
    overlap: float
    """Share of both sentences, by weight, that has a partner; 0 to 1."""


@lru_cache(1 << 16)
def token(lower: str) -> Token:
    """A word by its form in lower case."""
    weight = _LIGHT if lower in _FUNCTION or not any(map(str.isalnum, lower)) else 1.0
    return Token(lower, stemmed(basic_form(lower), "en"), weight)


@lru_cache(8)
def pairing(a: Said, b: Said) -> Pairing:
    """The words of two sentences that stand for each other: forms of one word, then words of one meaning.

    Where a word comes more than once, those pair that have more neighbours in common, then those at nearer places. Ties
    go by the text that is first in the alphabet, so that the same words pair whichever sentence is given first.
    """
    if a.text > b.text:
        return turned(pairing(b, a))
    ours = tuple(token(word.lower) for word in a.words)
    theirs = tuple(token(word.lower) for word in b.words)
    of_a, of_b = [-1] * len(ours), [-1] * len(theirs)
    _pair(ours, theirs, of_a, of_b, by_meaning=False)
    _pair(ours, theirs, of_a, of_b, by_meaning=True)
    return Pairing(ours, theirs, tuple(of_a), tuple(of_b), _overlap(ours, theirs, of_a, of_b))


def _pair(a: tuple[Token, ...], b: tuple[Token, ...], of_a: list[int], of_b: list[int], *, by_meaning: bool) -> None:
    places: dict[object, list[int]] = defaultdict(list)
    for there, one in enumerate(b):
        if of_b[there] < 0:
            for sense in ends_of(one.lower) if by_meaning else (one.key,):
                places[sense].append(there)
    found = []
    for here, one in enumerate(a):
        if of_a[here] < 0:
            for sense in ends_of(one.lower) if by_meaning else (one.key,):
                found += [
                    (-_alike(a, b, here, there), _apart(a, b, here, there), here, there)
                    for there in places.get(sense, ())
                ]
    for _, _, here, there in sorted(found):
        if of_a[here] < 0 and of_b[there] < 0:
            of_a[here], of_b[there] = there, here


def _alike(a: tuple[Token, ...], b: tuple[Token, ...], here: int, there: int) -> int:
    ours = {one.key for one in a[max(0, here - 2) : here + 3]}
    return len(ours & {one.key for one in b[max(0, there - 2) : there + 3]})


def _apart(a: tuple[Token, ...], b: tuple[Token, ...], here: int, there: int) -> float:
    return round(abs(here / len(a) - there / len(b)), 6)


def _overlap(a: tuple[Token, ...], b: tuple[Token, ...], of_a: list[int], of_b: list[int]) -> float:
    total = sum(one.weight for one in a) + sum(one.weight for one in b)
    shared = sum(one.weight for one, to in zip(a, of_a, strict=True) if to >= 0)
    shared += sum(one.weight for one, to in zip(b, of_b, strict=True) if to >= 0)
    return round(shared / total, 6) if total else 0.0


def context(pairs: Pairing, here: int, there: int) -> float:
    """How much of what stands around a word of the first sentence stands around one of the second, 0 to 1."""
    total = shared = 0.0
    for words, partners, at, other in ((pairs.a, pairs.of_a, here, there), (pairs.b, pairs.of_b, there, here)):
        for place in range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1)):
            if place != at:
                weight = words[place].weight / abs(place - at)
                total += weight
                if partners[place] >= 0 and abs(partners[place] - other) <= _REACH:
                    shared += weight
    return round(shared / total, 6) if total else 0.0


def same_side(pairs: Pairing, here: int, there: int) -> float:
    """Whether what stands before and after the one word stands so of the other too: 1 all, -1 all exchanged."""
    total = agreeing = 0.0
    for place, partner in enumerate(pairs.of_a):
        if partner >= 0 and place != here and partner != there and pairs.a[place].weight == 1:
            weight = 1 / (abs(place - here) + abs(partner - there))
            total += weight
            agreeing += weight if (place < here) == (partner < there) else -weight
    return round(agreeing / total, 6) if total else 0.0


def turned(pairs: Pairing) -> Pairing:
    """The same, the second sentence first."""
    return Pairing(pairs.b, pairs.a, pairs.of_b, pairs.of_a, pairs.overlap)
