"""The differences of a story: between the sentences of each fact, and between the headlines."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from generator.collate.corrected import find_corrected
from generator.collate.corrections import Correction
from generator.collate.differences import FLOOR
from generator.collate.found import Found
from generator.collate.headlines import headline
from generator.collate.said import Said, said_in
from generator.model import (
    TITLE,
    Annotated,
    Article,
    Difference,
    DifferenceKind,
    Fact,
    Passage,
    Place,
    Relation,
    Span,
)

Finder = Callable[[Said, Said], tuple[Found, ...]]
"""What two sentences that say the same thing cannot both be right in."""

Relations = Mapping[tuple[Place, Place], Relation]
"""Of two sentences that match, the earlier place first."""

_ALL_PAIRS = 6
"""Wordings of a fact of which each is compared with each; of further ones each is compared with the first: who says it
otherwise than the others differs from that one, or is the first itself."""
_HEADLINES_ALIKE = 2 / 3
"""Share of their words (Dice) that two headlines must have in common. Of what is found below that in stories of
Wikinews, all was of something else: all who were killed, and how many climbers."""
_DAY = len("2020-12-28")
_KINDS = tuple(DifferenceKind)
"""The surest first."""


class Told(NamedTuple):
    """What the differences of some articles are found with."""

    articles: Sequence[Annotated]
    relations: Relations
    find: Finder
    corrections: Mapping[tuple[int, int], Correction]
    """Of an article and one sent as its correction, what that says of itself."""


def in_fact(told: Told, fact: Fact) -> list[Difference]:
    """The differences between the sentences of a fact, the surest kinds first."""
    if len(fact.places) == 1:
        return []
    return _differing(told, {place: said_in(told.articles[place.article], place.sentence) for place in fact.places})


def in_headlines(told: Told) -> list[Difference]:
    """The differences between the headlines, the surest kinds first."""
    heads = {Place(number, TITLE): head for number, each in enumerate(told.articles) if (head := headline(each))}
    return _differing(told, heads)


def _differing(told: Told, read: Mapping[Place, Said]) -> list[Difference]:
    """The differences between some sentences, the surest kinds first.

    Said once is what differs between the same words, however many articles have them.
    """
    found = [
        (_words(read[a].text, each.a), _words(read[b].text, each.b), _difference(told, a, b, each))
        for a, b in _pairs(read)
        if (a, b) in told.relations or _are_alike(read[a], read[b], are_headlines=a.sentence == TITLE)
        for each in _found(told, (a, b), read)
    ]
    found.sort(key=lambda each: _sureness(each[-1]))
    once: dict[tuple[DifferenceKind, frozenset[str]], Difference] = {}
    for one, other, difference in found:
        once.setdefault((difference.kind, frozenset((one, other))), difference)
    return list(once.values())


def _found(told: Told, pair: tuple[Place, Place], read: Mapping[Place, Said]) -> tuple[Found, ...]:
    """In what two sentences cannot both be right, and what else one of them corrects of the other."""
    a, b = pair
    found = told.find(read[a], read[b])
    corrected = _corrected(told, pair, read)
    sure = [each for each in found if each.confidence >= FLOOR]
    return (*found, *(one for one in corrected if not any(_overlap(one, each) for each in sure)))


def _corrected(told: Told, pair: tuple[Place, Place], read: Mapping[Place, Said]) -> tuple[Found, ...]:
    a, b = pair
    if made := told.corrections.get((a.article, b.article)):
        return find_corrected(read[a], read[b], made)
    if made := told.corrections.get((b.article, a.article)):
        return tuple(replace(one, a=one.b, b=one.a) for one in find_corrected(read[b], read[a], made))
    return ()


def _is_corrected(told: Told, a: Place, b: Place) -> bool:
    """Whether one of the articles of two sentences was sent as the correction of the other."""
    return not told.corrections.keys().isdisjoint([(a.article, b.article), (b.article, a.article)])


def _overlap(one: Found, other: Found) -> bool:
    return any(x.start < y.end and y.start < x.end for x, y in ((one.a, other.a), (one.b, other.b)))


def _pairs(read: Mapping[Place, Said]) -> Iterator[tuple[Place, Place]]:
    """Sentences of different articles and wordings that are compared, each two wordings once."""
    wordings: defaultdict[str, list[Place]] = defaultdict(list)
    for place, said in read.items():
        wordings[_words(said.text)].append(place)
    for (first, ours), (second, theirs) in combinations(enumerate(wordings.values()), 2):
        if first == 0 or second < _ALL_PAIRS:
            pair = next(((a, b) for a in ours for b in theirs if a.article != b.article), None)
            if pair:
                yield min(pair), max(pair)


def _are_alike(a: Said, b: Said, *, are_headlines: bool) -> bool:
    """Whether two headlines, or sentences that are in one fact by way of others, have most words in common."""
    ours, theirs = ({word.stem for word in each.words if not word.is_stop} for each in (a, b))
    if are_headlines:
        return 2 * len(ours & theirs) >= _HEADLINES_ALIKE * max(1, len(ours) + len(theirs))
    return 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _words(text: str, span: Span | None = None) -> str:
    """The text, or a part of it, but for letter case and white space."""
    return " ".join((text[span.start : span.end] if span else text).casefold().split())


def _difference(told: Told, a: Place, b: Place, found: Found) -> Difference:
    passages = _passage(told, a, found.a), _passage(told, b, found.b)
    ours, theirs = (told.articles[at.article].article for at in (a, b))
    if found.varies or not _is_later(ours, theirs) or _is_corrected(told, a, b):
        return Difference(found.kind, found.confidence, found.varies, found.why, *passages)
    why = f"{found.why.removesuffix('.')}; they are of different days, and not of two sources that are known."
    return Difference(found.kind, found.confidence, True, why, *passages)


def _is_later(one: Article, other: Article) -> bool:
    """Whether one source wrote both, on different days: what it says the second time is news and no contradiction.

    Where nobody says which source it was, nothing speaks for two.
    """
    days = (one.date[:_DAY], other.date[:_DAY])
    return one.source == other.source and days[0] != days[1] and min(map(len, days)) == _DAY


def _passage(told: Told, place: Place, span: Span) -> Passage:
    if place.sentence == TITLE:
        return Passage(place, span)
    start = told.articles[place.article].annotations.sentences[place.sentence].span.start
    return Passage(place, Span(start + span.start, start + span.end))


def _sureness(each: Difference) -> tuple[int, float, Passage, Passage]:
    return _KINDS.index(each.kind), -each.confidence, each.a, each.b
