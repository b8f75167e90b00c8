"""Collation: the reports of one event, side by side: what says the same, and where that differs."""

from collections.abc import Sequence
from itertools import compress

from generator.collate.alignment import matches_of
from generator.collate.contradictions import Finder, Relations, Told, in_fact, in_headlines
from generator.collate.corrections import corrections
from generator.collate.differences import FLOOR, find_differences
from generator.collate.facts import group
from generator.collate.likeness import sentences_of
from generator.collate.reworded import find_reworded
from generator.model import TITLE, Annotated, Collation, Difference, DifferenceKind, Relation

_FARTHER, _HEADLINE = 0.15, 0.25
"""Confidence that a difference needs on top of the floor where the sentences do not say the same; and in a headline,
which leaves out most, so that what one has and another has not may be something else."""


def collate(articles: Sequence[Annotated], find: Finder = find_differences, floor: float = FLOOR) -> Collation:
    """The articles side by side; differences of a confidence below the floor are doubts.

    Which sentences belong together does not depend on the order of the articles; in which order the facts come does.
    """
    sentences = sentences_of(articles)
    grouped = group(articles, sentences)
    matches = matches_of(grouped, sentences)
    relations = {(match.a, match.b): match.relation for match in matches}
    told = Told(articles, relations, find, corrections(articles))
    found = in_headlines(told)
    found += [each for fact in grouped.facts for each in in_fact(told, fact)]
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
    if each.a.place.sentence == TITLE:
        return each.confidence >= floor + _HEADLINE
    if relations.get((each.a.place, each.b.place)) is Relation.SAME:
        return each.confidence >= floor
    return each.kind is not DifferenceKind.POLARITY and each.confidence >= floor + _FARTHER
