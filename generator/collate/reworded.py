"""Copies in other words: articles nearly all sentences of which another has, too, in the same order."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from generator.model import Annotated, Copy, CopyKind, Fact

_SHARE = 0.8
"""Share of the sentences of the shorter article that the other has to have."""
_IN_ORDER = 0.8
"""Share of these that have to stand in the same order: two reports on one event tell it each in an order of its own."""
_FEWEST = 5
"""Sentences below which a text is too short to be told from another report."""
_MOST = 64
"""Articles of a fact from which on it does not tell which of them are copies: all pairs of them are looked at."""


def find_reworded(articles: Sequence[Annotated], facts: Sequence[Fact]) -> tuple[Copy, ...]:
    """The articles that are an earlier one in other words, by id; those with the very words of another are not told."""
    ages = {number: (not each.article.date, each.article.date, each.article.id) for number, each in enumerate(articles)}
    first: dict[int, tuple[int, float]] = {}
    for pair, places in _common(facts).items():
        of, number = sorted(pair, key=ages.__getitem__)
        shared = _shared(articles[pair[0]], articles[pair[1]], places)
        if shared and (number not in first or ages[of] < ages[first[number][0]]):
            first[number] = of, shared
    found = (
        Copy(articles[number].article.id, articles[_root(of, first)].article.id, CopyKind.REWORDED, shared)
        for number, (of, shared) in first.items()
    )
    return tuple(sorted(found, key=lambda copy: copy.id))


def _root(number: int, first: Mapping[int, tuple[int, float]]) -> int:
    """The article that one is a copy of, at the last."""
    return _root(first[number][0], first) if number in first else number


def _common(facts: Sequence[Fact]) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """For each two articles the sentences that both have, by fact."""
    found: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for fact in facts:
        places: dict[int, int] = {}
        for place in fact.places:
            places.setdefault(place.article, place.sentence)
        if len(places) <= _MOST:
            for (a, one), (b, other) in combinations(sorted(places.items()), 2):
                found[a, b].append((one, other))
    return found


def _shared(a: Annotated, b: Annotated, places: Sequence[tuple[int, int]]) -> float:
    """Share of the two texts that is the same; 0 where they are no copies in other words."""
    sizes = len(a.annotations.sentences), len(b.annotations.sentences)
    if len(places) < max(_FEWEST, _SHARE * min(sizes)):
        return 0.0
    if _longest_run([other for _, other in sorted(places)]) < _IN_ORDER * len(places):
        return 0.0
    if all(_text(a, one) == _text(b, other) for one, other in places):
        return 0.0
    lengths = sum(len(_text(a, one)) + len(_text(b, other)) for one, other in places)
    whole = sum(len(_text(each, at)) for each, size in zip((a, b), sizes, strict=True) for at in range(size))
    return round(lengths / max(whole, 1), 4)


def _longest_run(numbers: Sequence[int]) -> int:
    """Length of the longest part, not necessarily without gaps, that rises."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_right(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def _text(each: Annotated, sentence: int) -> str:
    span = each.annotations.sentences[sentence].span
    return " ".join(each.article.text[span.start : span.end].split())
