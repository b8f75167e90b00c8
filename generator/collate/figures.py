"""Figures in which two sentences cannot both be right: one quantity, another value."""

from generator.collate.context import roots
from generator.collate.figure_pairs import Pair, Pairing, pairing
from generator.collate.found import Found
from generator.collate.moments import other_moment, others_named
from generator.collate.quantities import Quantity
from generator.collate.said import Said
from generator.model import DifferenceKind, Span

_DATES = frozenset({"year", "day"})
_SEVERAL = 2
"""So many figures that differ, and none that agrees, are of something else."""
_NOUN = 3
"""Most words behind a number that are shown with it, to say what it counts."""


def find_figure(a: Said, b: Said) -> tuple[Found, ...]:
    """Figures of the same quantity with other values, and years and days with them, in the order of the first."""
    pairs = pairing(a, b)
    if not pairs.differing:
        return ()
    reason = _reason(a, b, pairs)
    return tuple(_found(a, b, pair, reason) for pair in pairs.differing)


def _reason(a: Said, b: Said, pairs: Pairing) -> str:
    """Why both may be right after all; empty where nothing says so."""
    if moment := other_moment(a, b):
        return f"they may speak of {moment}"
    if others_named(a, b):
        return "they may speak of others"
    if len(pairs.differing) >= _SEVERAL and not pairs.agreeing:
        return "no figure agrees, so they may speak of another time"
    return ""


def _found(a: Said, b: Said, pair: Pair, reason: str) -> Found:
    one, other = (_shown(x, pair_of, roots(y)) for x, pair_of, y in ((a, pair.a, b), (b, pair.b, a)))
    kind = DifferenceKind.DATE if _DATES & {pair.a.unit, pair.b.unit} else DifferenceKind.FIGURE
    why = f"One says “{one}”, the other “{other}”" + (f"; {reason}." if reason else ".")
    return Found(kind, round(pair.sureness, 3), bool(reason), why, pair.a.span, pair.b.span)


def _shown(said: Said, quantity: Quantity, shared: frozenset[str]) -> str:
    """The number with the words directly behind it up to the last that both sentences have ("55 gang members")."""
    end = quantity.span.end
    for word in said.words[quantity.last : quantity.last + _NOUN]:
        if said.text[end : word.span.start].strip() or word.is_stop or not word.text[0].isalpha():
            break
        if word.stem[:5] in shared:
            end = word.span.end
    return " ".join(said.text[Span(quantity.span.start, end).start : end].split())
