"""Where topics lie on a map: those that share many articles close to each other.

A spring layout (Fruchterman and Reingold 1991, "Graph drawing by force-directed placement") in whole numbers: floating
point gives other digits with another library of vectors, and after some hundred steps another map.
"""

from collections.abc import Mapping, Sequence
from math import isqrt

Place = tuple[int, int]
Pair = tuple[int, int]

_WIDE, _HIGH = 1000, 700
_FINE = 64
"""Parts of a unit that are reckoned in."""
_STEPS = 150
_LINES = 3
"""How many topics each is tied to, those it shares most articles with above chance."""


def ties(articles: Sequence[frozenset[str]], all_: int) -> tuple[Pair, ...]:
    """Pairs of topics that share more articles than chance would give them, two at the least; the best of each.

    How much more is the count over the count expected of independent topics (lift), times the count itself, so that
    rare topics that met twice do not outweigh all others.
    """
    best: dict[int, list[tuple[int, int]]] = {number: [] for number in range(len(articles))}
    for one in range(len(articles)):
        for other in range(one + 1, len(articles)):
            both = len(articles[one] & articles[other])
            by_chance = len(articles[one]) * len(articles[other])
            if both > 1 and both * all_ > by_chance:
                weight = both * both * all_ * 1000 // by_chance
                best[one].append((-weight, other))
                best[other].append((-weight, one))
    return tuple(
        sorted({(min(one, other), max(one, other)) for one, some in best.items() for _, other in sorted(some)[:_LINES]})
    )


def lay_out(number: int, pairs: Sequence[Pair]) -> tuple[Place, ...]:
    """A place for each topic in a box of 1000 by 700, the same on every machine."""
    wide, high = _WIDE * _FINE, _HIGH * _FINE
    places = [_start(one, number) for one in range(number)]
    apart = isqrt(wide * high // max(1, number))
    for step in range(_STEPS):
        heat = max(_FINE, wide // 10 * (_STEPS - step) // _STEPS)
        moves = _moves(places, pairs, apart)
        places = [
            (_within(x + dx, wide), _within(y + dy, high))
            for (x, y), (dx, dy) in zip(places, (_cooled(move, heat) for move in moves), strict=True)
        ]
    return _spread(places)


def _start(one: int, number: int) -> Place:
    """On a grid, each next one far from the last: the layout begins from no topic's favour."""
    side = isqrt(max(1, number - 1)) + 1
    place = one * 7 % (side * side) if side % 7 else one
    return (
        (place % side * 2 + 1) * _WIDE * _FINE // (2 * side) + one,
        (place // side * 2 + 1) * _HIGH * _FINE // (2 * side) + one * one % 61,
    )


def _moves(places: Sequence[Place], pairs: Sequence[Pair], apart: int) -> list[list[int]]:
    moves = [[(_WIDE * _FINE // 2 - x) // 12, (_HIGH * _FINE // 2 - y) // 12] for x, y in places]
    for one, (x, y) in enumerate(places):
        for other in range(one):
            dx, dy = x - places[other][0], y - places[other][1]
            square = max(1, dx * dx + dy * dy)
            _push(moves, one, other, (dx * apart * apart // square, dy * apart * apart // square))
    for one, other in pairs:
        dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
        far = isqrt(dx * dx + dy * dy)
        _push(moves, one, other, (-dx * far // apart, -dy * far // apart))
    return moves


def _push(moves: list[list[int]], one: int, other: int, by: Place) -> None:
    for axis in (0, 1):
        moves[one][axis] += by[axis]
        moves[other][axis] -= by[axis]


def _cooled(move: Sequence[int], heat: int) -> Place:
    length = max(1, isqrt(move[0] ** 2 + move[1] ** 2))
    step = min(length, heat)
    return move[0] * step // length, move[1] * step // length


def _within(place: int, size: int) -> int:
    return min(max(place, 0), size)


def _spread(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places stretched over the box, and rows of names kept apart."""
    if not places:
        return ()
    left, top = min(x for x, _ in places), min(y for _, y in places)
    wide = max(1, max(x for x, _ in places) - left)
    high = max(1, max(y for _, y in places) - top)
    placed: dict[int, Place] = {}
    for one in sorted(range(len(places)), key=lambda one: (places[one][1], places[one][0], one)):
        x = (places[one][0] - left) * _WIDE // wide
        y = (places[one][1] - top) * _HIGH // high
        while any(abs(x - x_) < _NAME and abs(y - y_) < _ROW for x_, y_ in placed.values()):
            y += 4
        placed[one] = (x, y)
    return tuple(placed[one] for one in range(len(places)))


_NAME, _ROW = 150, 34
"""Room that a name needs."""


def neighbours_of(number: int, pairs: Sequence[Pair]) -> Mapping[int, tuple[int, ...]]:
    """Of every topic those that it is tied to."""
    return {
        one: tuple(sorted({*(b for a, b in pairs if a == one), *(a for a, b in pairs if b == one)}))
        for one in range(number)
    }
