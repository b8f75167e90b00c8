"""What is stated in numbers: the figures of all articles by what they are figures of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from generator.model import Entry, FigureEntry
from generator.render import addresses


class Stated(msgspec.Struct, frozen=True, gc=False):
    """A figure in its sentence."""

    entry: Entry
    """The newest article that has it."""
    figure: FigureEntry
    others: tuple[Entry, ...]
    """Other articles with that figure in the same sentence, the newest first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of all articles."""

    by_unit: dict[str, tuple[Stated, ...]]
    """The largest first. Money, shares, counts, measures; of money and of measures those with most figures first."""
    left_out: int
    """How many figures are not listed."""


def find_stated(entries: Iterable[Entry]) -> Figures:
    """The figures of the articles, which are in the order to show, by unit; the same sentence counts once."""
    found: defaultdict[str, dict[bytes, list[tuple[Entry, FigureEntry]]]] = defaultdict(dict)
    left_out = 0
    for entry in entries:
        left_out += entry.figures_left_out
        for figure in entry.figures:
            found[figure.unit].setdefault(figure.same, []).append((entry, figure))
    groups = {unit: tuple(_largest_first(sames.values())) for unit, sames in found.items()}
    ordered = sorted(groups, key=lambda unit: (_rank(unit), -len(groups[unit]), unit))
    return Figures({unit: groups[unit] for unit in ordered}, left_out)


def _largest_first(sames: Iterable[list[tuple[Entry, FigureEntry]]]) -> Iterator[Stated]:
    for same in sorted(sames, key=lambda same: Decimal(same[0][1].value), reverse=True):
        entry, figure = same[0]
        others = {one.id: one for one, _ in same if one is not entry} if len(same) > 1 else {}
        yield Stated(entry, figure, tuple(others.values()))


def _rank(unit: str) -> int:
    """Money before shares, shares before counts, counts before measures."""
    return 0 if addresses.is_money(unit) else {"share": 1, "": 2}.get(unit, 3)
