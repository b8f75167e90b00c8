"""Collation: the reports of one event, side by side: what says the same, and where that differs."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, compress

from generator.collate.alignment import matches_of
from generator.collate.differences import FLOOR, find_differences
from generator.collate.facts import group
from generator.collate.found import Found
from generator.collate.likeness import sentences_of
from generator.collate.reworded import find_reworded
from generator.collate.said import Said, said_in
from generator.model import (
    Annotated,
    Article,
    Collation,
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

_FARTHER = 0.15
"""Confidence that a difference needs on top of the floor where the sentences do not say the same."""

Relations = Mapping[tuple[Place, Place], Relation]
"""Of two sentences that match, the earlier place first."""

_ALL_PAIRS = 6
"""Wordings of a fact of which each is compared with each; of further ones each is compared with the first: who says it
otherwise than the others differs from that one, or is the first itself."""
_DAY = len("2020-12-28")
_KINDS = tuple(DifferenceKind)
"""The surest first."""


def collate(articles: Sequence[Annotated], find: Finder = find_differences, floor: float = FLOOR) -> Collation:
    """The articles side by side; differences of a confidence below the floor are doubts.

    Which sentences belong together does not depend on the order of the articles; in which order the facts come does.
    """
    sentences = sentences_of(articles)
    grouped = group(articles, sentences)
    matches = matches_of(grouped, sentences)
    relations = {(match.a, match.b): match.relation for match in matches}
    found = [each for fact in grouped.facts for each in _in_fact(articles, fact, relations, find)]
    sure = [_is_told(each, relations, floor) for each in found]
    return Collation(
        articles=tuple(each.article.id for each in articles),
        facts=grouped.facts,
        matches=matches,
        differences=tuple(compress(found, sure)),
        doubts=tuple(each for each, is_sure in zip(found, sure, strict=True) if not is_sure),
        copies=find_reworded(articles, grouped.facts),
    )


def without_facts(articles: tuple[str, ...]) -> Collation:
    """A collation of the articles with these ids that says nothing."""
    return Collation(articles, (), (), (), (), ())


def _is_told(each: Difference, relations: Relations, floor: float) -> bool:
    """Whether a reader should be told.

    Where one sentence says only a part of the other, it takes more: what is denied mostly stands in the part that the
    other does not have, and so may a figure. In stories of Wikinews, one of twelve such denials was a difference, and
    none of the four others below this confidence.
    """
    if relations.get((each.a.place, each.b.place)) is Relation.SAME:
        return each.confidence >= floor
    return each.kind is not DifferenceKind.POLARITY and each.confidence >= floor + _FARTHER


def _in_fact(articles: Sequence[Annotated], fact: Fact, relations: Relations, find: Finder) -> list[Difference]:
    """The differences between the sentences of a fact, the surest kinds first.

    Said once is what differs between the same words, however many articles have them.
    """
    if len(fact.places) == 1:
        return []
    read = {place: said_in(articles[place.article], place.sentence) for place in fact.places}
    compared = [
        (a, b, find(read[a], read[b]))
        for a, b in _pairs(fact, read)
        if (a, b) in relations or _are_alike(read[a], read[b])
    ]
    found = [
        (_words(read[a].text, each.a), _words(read[b].text, each.b), _difference(articles, a, b, each))
        for a, b, differences in compared
        for each in differences
    ]
    found.sort(key=lambda each: _sureness(each[-1]))
    once: dict[tuple[DifferenceKind, frozenset[str]], Difference] = {}
    for one, other, difference in found:
        once.setdefault((difference.kind, frozenset((one, other))), difference)
    return list(once.values())


def _pairs(fact: Fact, read: Mapping[Place, Said]) -> Iterator[tuple[Place, Place]]:
    """Sentences of different articles and wordings that are compared, each two wordings once."""
    wordings: defaultdict[str, list[Place]] = defaultdict(list)
    for place in fact.places:
        wordings[_words(read[place].text)].append(place)
    for (first, ours), (second, theirs) in combinations(enumerate(wordings.values()), 2):
        if first == 0 or second < _ALL_PAIRS:
            pair = next(((a, b) for a in ours for b in theirs if a.article != b.article), None)
            if pair:
                yield min(pair), max(pair)


def _are_alike(a: Said, b: Said) -> bool:
    """Whether two sentences that are in one fact by way of others have most of their words in common."""
    ours, theirs = ({word.stem for word in each.words if not word.is_stop} for each in (a, b))
    return 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _words(text: str, span: Span | None = None) -> str:
    """The text, or a part of it, but for letter case and white space."""
    return " ".join((text[span.start : span.end] if span else text).casefold().split())


def _difference(articles: Sequence[Annotated], a: Place, b: Place, found: Found) -> Difference:
    passages = (_passage(articles[at.article], at, span) for at, span in ((a, found.a), (b, found.b)))
    if found.varies or not _is_later(articles[a.article].article, articles[b.article].article):
        return Difference(found.kind, found.confidence, found.varies, found.why, *passages)
    why = f"{found.why.removesuffix('.')}; they are of different days, and not of two sources that are known."
    return Difference(found.kind, found.confidence, True, why, *passages)


def _is_later(one: Article, other: Article) -> bool:
    """Whether one source wrote both, on different days: what it says the second time is news and no contradiction.

    Where nobody says which source it was, nothing speaks for two.
    """
    days = (one.date[:_DAY], other.date[:_DAY])
    return one.source == other.source and days[0] != days[1] and min(map(len, days)) == _DAY


def _passage(each: Annotated, place: Place, span: Span) -> Passage:
    start = each.annotations.sentences[place.sentence].span.start
    return Passage(place, Span(start + span.start, start + span.end))


def _sureness(each: Difference) -> tuple[int, float, Passage, Passage]:
    return _KINDS.index(each.kind), -each.confidence, each.a, each.b
