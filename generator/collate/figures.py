"""Figures in which two sentences cannot both be right: one quantity, another value."""

import re

from generator.collate.comparable import is_row
from generator.collate.context import roots
from generator.collate.figure_pairs import Pair, Pairing, pairing
from generator.collate.found import Found
from generator.collate.moments import other_moment, others_named
from generator.collate.quantities import Quantity, quantities
from generator.collate.said import Said
from generator.model import DifferenceKind, Span

_SPANS = frozenset({"time", "months"})
_DATES = frozenset({"year", "day"})
_SEVERAL = 2
"""So many figures that differ, and none that agrees, are of something else."""
_NOUN = 3
"""Most words behind a number that are shown with it, to say what it counts."""


def find_figure(a: Said, b: Said) -> tuple[Found, ...]:
    """Figures of the same quantity with other values, and years and days with them, in the order of the first."""
    if is_row(a) and is_row(b):
        return ()
    pairs = pairing(a, b)
    rates = tuple(each for pair in pairs.agreeing if (each := _other_rate(a, b, pair)))
    if not pairs.differing:
        return rates
    reason = _reason(a, b, pairs)
    reasons = (reason or _of_others(a, b, pair) for pair in pairs.differing)
    return (*rates, *(_found(a, b, *each) for each in zip(pairs.differing, reasons, strict=True)))


_RATE = re.compile(
    r"[^\d,;.()]{0,40}?\b(?:a|per|each|every|an)\s(second|minute|hour|day|night|week|month|quarter|year)(?!\sago)\b"
)
"""What a number is counted in, behind it in the same part of the sentence."""


def _other_rate(a: Said, b: Said, pair: Pair) -> Found | None:
    """One number in another time: "46,000 barrels a year", "46,000 barrels a day"."""
    one, other = _RATE.match(a.text, pair.a.span.end), _RATE.match(b.text, pair.b.span.end)
    if not one or not other or one[1] == other[1] or pair.a.weak:
        return None
    why = f"One says {pair.a.text(a.text)} a {one[1]}, the other {pair.b.text(b.text)} a {other[1]}."
    spans = Span(*one.span(1)), Span(*other.span(1))
    return Found(DifferenceKind.FIGURE, round(pair.sureness, 3), False, why, *spans)


def _reason(a: Said, b: Said, pairs: Pairing) -> str:
    """Why both may be right after all; empty where nothing says so."""
    if moment := other_moment(a, b):
        return f"they may speak of {moment}"
    if _have_other_spans(a, b, pairs):
        return "they speak of spans of time that differ"
    if others_named(a, b):
        return "they may speak of others"
    if len(pairs.differing) >= _SEVERAL and not pairs.agreeing:
        return "no figure agrees, so they may speak of another time"
    return ""


def _have_other_spans(a: Said, b: Said, pairs: Pairing) -> bool:
    """Whether each tells how long something took, and not the same: "over 15 months", "in six weeks"."""
    paired = {each for pair in (*pairs.agreeing, *pairs.differing) for each in (pair.a, pair.b)}
    return all(any(each.unit in _SPANS and each not in paired for each in quantities(said)) for said in (a, b))


_OF = re.compile(r"\sof\s(?:the\s|all\s|its\s|their\s)?([^\W\d_]+)")


def _of_others(a: Said, b: Said, pair: Pair) -> str:
    """Why two shares may be right for what they are shares of; empty where nothing says so."""
    one, other = _OF.match(a.text, pair.a.span.end), _OF.match(b.text, pair.b.span.end)
    if pair.a.unit != "share" or not one or not other:
        return ""
    apart = one[1].lower() not in b.text.lower() and other[1].lower() not in a.text.lower()
    return f"they may be shares of others ({one[1]}, {other[1]})" if apart else ""


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
