"""What two sentences that say nearly the same turn round: opposites at the matching place, roles, done and not done.

English; nothing is found in other languages.
"""

from generator.collate.comparable import are_comparable
from generator.collate.found import Found
from generator.collate.negation import denied
from generator.collate.opposites import CONVERSE, opposed
from generator.collate.pairing import Pairing, Token, context, pairing, same_side
from generator.collate.roles import find_roles
from generator.collate.said import Said
from generator.collate.senses import is_number, senses
from generator.collate.undone import find_undone
from generator.collate.word_lists import listed
from generator.collate.wordings import because, extent, phrase, shown
from generator.model import DifferenceKind, Record

_LEAST = 0.3
"""Confidence below which nothing is told."""
_SHOWN = 0.5
_AROUND, _AROUND_CONVERSE = 0.25, 0.3
"""How much of what stands around two opposites must be the same for the difference to be as likely as not."""
_SAME_SIDE, _LOOSE = 0.5, 0.15
"""How much must stand on the same side of what both sides of an event may say; and how little a partner may have in
common with its word for the word to be free for another."""
_MOST = 400
"""Pairs of such words that two sentences have at the most; what has more of them is a list."""
_VERY_SAME = 0.85
"""Overlap from which two sentences speak of one moment, even if a figure differs as well."""
_FIGURES = 4
"""Words behind an opposite in which its figure stands."""
_CLASSES = listed(
    "private/public domestic/foreign local/national export/import indoor/outdoor majority/minority large/small"
)
"""Axes whose ends tell two things of one kind apart, more often than they contradict each other."""


class Opposite(Record, frozen=True):
    """Two words that are opposites, one of each sentence."""

    here: int
    there: int
    axes: tuple[str, ...]
    around: float
    """How much of what stands around the one stands around the other."""
    side: float
    """Whether what stands before and after them does so in both, 1, or the other way round, -1."""
    compared: bool
    """Whether one of them compares two things: "more than"."""


def find_meaning(a: Said, b: Said) -> tuple[Found, ...]:
    """What one of two sentences turns round of the other, the surest first; of each kind one at most."""
    if not are_comparable(a, b):
        return ()
    found = (*_opposites(a, b), *find_undone(a, b), *find_roles(a, b))
    return tuple(sorted(found, key=lambda one: (-one.confidence, one.a, one.b)))


def _opposites(a: Said, b: Said) -> tuple[Found, ...]:
    if not (any(senses(a)) and any(senses(b))):
        return ()
    pairs = pairing(a, b)
    found = (_found(a, b, one, pairs) for one in opposites(a, b))
    kept = sorted((one for one in found if one.confidence >= _LEAST), key=lambda one: (-one.confidence, one.a, one.b))
    return tuple(kept[:1])


def opposites(a: Said, b: Said) -> list[Opposite]:
    """Words of which one says the opposite of the other; the same whichever sentence is given first."""
    if a.text <= b.text:
        return _in_order(a, b, pairing(a, b))
    turned_round = _in_order(b, a, pairing(b, a))
    return [Opposite(one.there, one.here, one.axes, one.around, one.side, one.compared) for one in turned_round]


def _in_order(a: Said, b: Said, pairs: Pairing) -> list[Opposite]:
    """Words without a partner of which one says the opposite of the other, and no more or less denied than it."""
    ours = [(place, ends) for place, ends in enumerate(senses(a)) if ends and _is_free(pairs, place, pairs.of_a[place])]
    theirs = [
        (place, ends) for place, ends in enumerate(senses(b)) if ends and _is_free(pairs, pairs.of_b[place], place)
    ]
    if len(ours) * len(theirs) > _MOST:
        return []
    return [
        Opposite(
            here,
            there,
            axes,
            context(pairs, here, there),
            same_side(pairs, here, there),
            _compares(pairs.a, here) or _compares(pairs.b, there),
        )
        for here, one in ours
        for there, other in theirs
        if (axes := opposed(one, other)) and denied(a, here) == denied(b, there)
    ]


def _is_free(pairs: Pairing, here: int, there: int) -> bool:
    """Whether a word has no partner, or one that stands in quite another place."""
    return here < 0 or there < 0 or context(pairs, here, there) < _LOOSE


def _compares(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word compares two things and not one with a figure."""
    after = [word.lower for word in words[at + 1 : at + 4]]
    return "than" in after and not any(map(is_number, after[after.index("than") + 1 :][:1]))


def _confidence(one: Opposite, overlap: float) -> float:
    """How sure two opposites contradict each other: the more of their surroundings is the same, the surer.

    What both sides of one event say of it (sold, bought; before, after) does so only where all stands on one side.
    """
    converse = not CONVERSE.isdisjoint(one.axes) and not (one.axes[0] == "amount" and not one.compared)
    if converse and one.side < _SAME_SIDE:
        return 0.0
    least = _AROUND_CONVERSE if converse else _AROUND
    return round(min(0.95, max(0.0, _SHOWN + 0.6 * (one.around - least) + 0.2 * min(0.0, overlap - 0.3))), 3)


def _found(a: Said, b: Said, one: Opposite, pairs: Pairing) -> Found:
    mine, yours = extent(a, (one.here,)), extent(b, (one.there,))
    why = because(f"One says {shown(a, phrase(a, one.here))}", f"the other {shown(b, phrase(b, one.there))}")
    apart = pairs.overlap < _VERY_SAME and _other_figures(pairs, one)
    varies = apart or not _CLASSES.isdisjoint(one.axes)
    return Found(DifferenceKind.MEANING, _confidence(one, pairs.overlap), varies, why, mine, yours)


def _other_figures(pairs: Pairing, one: Opposite) -> bool:
    """Whether each has a figure of its own beside it: they may well speak of two moments or two companies."""
    here, there = _figure(pairs.a, one.here), _figure(pairs.b, one.there)
    return here >= 0 and there >= 0 and pairs.a[here].key != pairs.b[there].key


def _figure(words: tuple[Token, ...], at: int) -> int:
    """The first figure behind a word, -1 where there is none close by."""
    places = range(at + 1, min(len(words), at + 1 + _FIGURES))
    return next((place for place in places if words[place].lower[0].isdigit()), -1)
