"""How alike two places of two sentences are, by the words around them."""

from functools import lru_cache

from generator.collate.said import Said
from generator.model import Record

_NEAR = 6
"""Words on each side of a place that tell what it is about."""
_BEHIND = 3
"""Words behind a number among which is what it counts."""
_ROOT = 5
"""Letters that two words of one root begin with: "yanukovych", "yanukovich"."""
_PAUSES = frozenset(',;:.()!?"“”')


class Place(Record, frozen=True):
    """A place in a sentence, by words."""

    said: Said
    first: int
    """Index of its first word."""
    last: int
    """Index of the first word behind it."""


class Context(Record, frozen=True):
    """How alike two places are, by what tells it; each from 0 to 1."""

    before: float
    """Share of the words before each that stand before the other too, near ones weighing more."""
    after: float
    """The same of the words behind them."""
    led: float
    """Whether the word before them is the same ("to", "from", "or")."""
    noun: float
    """Whether a word close behind is the same; half where there is none."""
    shift: float
    """How far apart they are, as a share of the sentence."""


def context(a: Place, b: Place) -> Context:
    """How alike the two places are."""
    return Context(
        before=_overlap(_before(a), _before(b)),
        after=_overlap(_after(a), _after(b)),
        led=float(_previous(a) == _previous(b)),
        noun=noun_agreement(a, b),
        shift=abs(_relative(a) - _relative(b)),
    )


def likeness(a: Said, b: Said) -> float:
    """Share of the content words of the two sentences that both have (Dice), 0 to 1."""
    one, other = roots(a), roots(b)
    return 2 * len(one & other) / max(1, len(one) + len(other))


@lru_cache(1 << 10)
def roots(said: Said) -> frozenset[str]:
    """Roots of the content words of a sentence."""
    return frozenset(each for each in _roots(said) if each)


@lru_cache(1 << 10)
def _roots(said: Said) -> tuple[str, ...]:
    """The root of each word; empty for numbers, signs and words that carry no subject."""
    return tuple("" if word.is_stop or not word.text[0].isalpha() else word.stem[:_ROOT] for word in said.words)


def _previous(place: Place) -> str:
    return place.said.words[place.first - 1].lower if place.first else ""


def _relative(place: Place) -> float:
    return place.first / max(1, len(place.said.words))


def _before(place: Place) -> dict[str, float]:
    found = _roots(place.said)[max(0, place.first - _NEAR) : place.first]
    return _weighted(reversed_ := found[::-1], len(reversed_))


def _after(place: Place) -> dict[str, float]:
    found = _roots(place.said)[place.last : place.last + _NEAR]
    return _weighted(found, len(found))


def _weighted(found: tuple[str, ...], count: int) -> dict[str, float]:
    """Weights of roots that fall with the distance."""
    weights: dict[str, float] = {}
    for distance in range(count):
        if found[distance]:
            weights.setdefault(found[distance], 1 / (1 + distance / 2))
    return weights


def _overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Weighted share of what the two have in common; half where both are empty."""
    if not one and not other:
        return 0.5
    common = sum(value + other[key] for key, value in one.items() if key in other)
    return common / (sum(one.values()) + sum(other.values()))


def noun_agreement(a: Place, b: Place) -> float:
    """Whether a word close behind the two is the same; half where one of them has none."""
    one, other = _behind(a), _behind(b)
    if not one or not other:
        return 0.5
    return float(not one.isdisjoint(other))


def _behind(place: Place) -> set[str]:
    """Roots of the first content words behind a place, up to a pause."""
    words, roots_ = place.said.words, _roots(place.said)
    found: set[str] = set()
    for index in range(place.last, min(len(words), place.last + _BEHIND)):
        gap = place.said.text[words[index - 1].span.end if index else 0 : words[index].span.start]
        if not words[index].text[0].isalpha() or not _PAUSES.isdisjoint(gap) or (found and not roots_[index]):
            break
        if roots_[index]:
            found.add(roots_[index])
    return found
