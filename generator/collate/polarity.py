"""What one sentence says and the other says is not so (English; nothing is found in other languages)."""

from generator.collate.comparable import are_comparable
from generator.collate.found import Found
from generator.collate.negation import Cue, cues, helps, negative
from generator.collate.opposites import ends_of, opposed
from generator.collate.pairing import Pairing, context, pairing, turned
from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.collate.wordings import because, extent, phrase, shown
from generator.model import DifferenceKind, Record, Span

_LEAST = 0.3
"""Confidence below which nothing is told."""
_SHARED_SCOPE = 0.15
"""Share of the words denied that the other sentence must have, where it has not the first of them: else it is silent
about them and does not contradict."""
_ALIKE = 0.35
"""Overlap below which two sentences hardly say the same, so that a denial in one of them is less sure to concern the
other."""
_WELL_PLACED = 0.3
"""How much around a denial must be the same where it is not what the sentence says, nor its first word is there."""
_TOGETHER = 6
"""How far apart the words may stand that answer to a denial."""
_NEARLY_SAME, _SILENT = 0.45, 0.55
"""Overlap from which such a denial counts after all, where it is what the sentence says; and how sure it is then."""
_NOTHING_TO_TELL = listed("comment comments respond response return available immediately elaborate reached")


class Denial(Record, frozen=True):
    """A denial in one sentence that the other does not have, and what speaks for a contradiction."""

    cue: Cue
    place: int
    """The word of the other sentence where the denial would stand; -1 where nothing there is like it."""
    head: bool
    """Whether the first word denied stands in the other sentence."""
    scope: float
    """Share of the words denied that the other sentence has."""
    around: float
    """How much of what stands around the denial stands around its place in the other."""
    undone: int
    """How many words of the other come to a denial by themselves and answer to none of this."""
    idle: bool
    """Whether it says of somebody that there is nothing to tell: "did not return calls"."""


def find_polarity(a: Said, b: Said) -> tuple[Found, ...]:
    """Where one of two sentences says what the other denies; at most one place, the surest."""
    if not are_comparable(a, b):
        return ()
    ours, theirs = cues(a), cues(b)
    if not ours and not theirs:
        return ()
    pairs = pairing(a, b)
    found = [
        *(_found(a, b, one, pairs, swapped=False) for one in _denials(b, pairs, ours, theirs)),
        *(_found(b, a, one, turned(pairs), swapped=True) for one in _denials(a, turned(pairs), theirs, ours)),
    ]
    kept = sorted((one for one in found if one.confidence >= _LEAST), key=lambda one: (-one.confidence, one.a, one.b))
    return tuple(kept[:1])


def _denials(b: Said, pairs: Pairing, ours: tuple[Cue, ...], theirs: tuple[Cue, ...]) -> list[Denial]:
    return [_denial(b, pairs, cue) for cue in _unanswered(pairs, ours, theirs)]


def _unanswered(pairs: Pairing, ours: tuple[Cue, ...], theirs: tuple[Cue, ...]) -> list[Cue]:
    """Denials of the first sentence for which the second has none: those that deny the same go together first."""
    ranked = sorted(
        (-_common(pairs, one, other), abs(one.at * len(pairs.b) - other.at * len(pairs.a)), one.at, other.at)
        for one in ours
        for other in theirs
    )
    answered: set[int] = set()
    used: set[int] = set()
    for _, _, here, there in ranked:
        if here not in answered and there not in used:
            answered.add(here)
            used.add(there)
    return [one for one in ours if one.at not in answered]


def _common(pairs: Pairing, one: Cue, other: Cue) -> int:
    return sum(pairs.of_a[place] in other.scope for place in one.scope) + (pairs.of_a[one.at] == other.at)


def _denial(b: Said, pairs: Pairing, cue: Cue) -> Denial:
    content = [place for place in cue.scope if pairs.a[place].weight == 1]
    head = (content or list(cue.scope) or [cue.at])[0]
    total = sum(pairs.a[place].weight for place in cue.scope)
    shared = sum(pairs.a[place].weight for place in cue.scope if pairs.of_a[place] >= 0)
    place = _place(pairs, cue, head)
    return Denial(
        cue,
        place,
        bool(content) and pairs.of_a[head] >= 0,
        round(shared / total, 6) if total else 0.0,
        context(pairs, cue.at, place) if place >= 0 else 0.0,
        _undone(b, pairs, content[:3]) + _is_answered(b, pairs, cue),
        any(pairs.a[place].lower in _NOTHING_TO_TELL for place in cue.scope),
    )


def _place(pairs: Pairing, cue: Cue, head: int) -> int:
    if pairs.of_a[head] >= 0:
        return pairs.of_a[head]
    near = [place for place in cue.scope if pairs.of_a[place] >= 0 and pairs.a[place].weight == 1]
    near = near or sorted((place for place, to in enumerate(pairs.of_a) if to >= 0), key=lambda one: abs(one - cue.at))
    return pairs.of_a[near[0]] if near else -1


def _is_answered(b: Said, pairs: Pairing, cue: Cue) -> bool:
    """Whether the denial itself stands in the other, as another word: "failed to", "their failure"."""
    return pairs.of_a[cue.at] >= 0 and negative(b.words[pairs.of_a[cue.at]].lower)


def _undone(b: Said, pairs: Pairing, denied: list[int]) -> int:
    """Words of the other sentence that deny by themselves, or are opposites of a word denied: "not rise", "fall"."""
    alone = [word.lower for word, partner in zip(b.words, pairs.of_b, strict=True) if partner < 0]
    senses = [ends_of(pairs.a[place].lower) for place in denied if pairs.of_a[place] < 0]
    return sum(negative(word) or any(opposed(sense, ends_of(word)) for sense in senses) for word in alone)


def _confidence(one: Denial, overlap: float) -> float:
    """How sure a denial is a contradiction.

    Of denials in one of two sentences that say the same (`tests/quality/meaning.py`), nearly all are answered by a word
    that denies by itself, stand in an aside, or deny what the other is silent about.
    """
    if one.undone or one.place < 0:
        return 0.0
    if not (one.head or one.scope >= _SHARED_SCOPE):
        return _SILENT if one.cue.main and not one.idle and overlap >= _NEARLY_SAME else 0.0
    if not one.head and not one.cue.main and one.around < _WELL_PLACED:
        return 0.0
    sure = 0.5 + 0.15 * one.head + 0.15 * min(1.0, one.scope) + 0.2 * one.around
    if not one.cue.strong:
        sure -= 0.35
    return round(min(0.95, sure - max(0.0, _ALIKE - overlap)), 3)


def _found(a: Said, b: Said, one: Denial, pairs: Pairing, *, swapped: bool) -> Found:
    """The difference, `a` being the sentence that denies, and the second of the two where they are swapped."""
    mine = phrase(a, one.cue.at - (one.cue.at > 0 and helps(a, one.cue.at - 1)))
    yours = _answer(b, one, pairs)
    why = _why(shown(a, mine), shown(b, yours), silent=not (one.head or one.scope >= _SHARED_SCOPE))
    first, second = (yours, mine) if swapped else (mine, yours)
    return Found(DifferenceKind.POLARITY, _confidence(one, pairs.overlap), False, why, first, second)


def _answer(b: Said, one: Denial, pairs: Pairing) -> Span:
    """What the other sentence has where the first denies: the partners of the words denied that stand together."""
    near = [to for place in one.cue.scope[:6] if (to := pairs.of_a[place]) >= 0 and abs(to - one.place) <= _TOGETHER]
    first = min(near, default=max(0, one.place))
    if one.head and any(pairs.b[to].weight == 1 for to in near):
        return extent(b, tuple(near))
    helped = next((at for at in range(first - 1, max(-1, first - _TOGETHER), -1) if helps(b, at)), first)
    return phrase(b, helped)


def _why(denied: str, said: str, *, silent: bool) -> str:
    if silent:
        return f"One denies something ({denied}) that the other says without a “not”."
    return because(f"One says {said}", f"the other that it is not so: {denied}")
