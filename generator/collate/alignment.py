"""Alignment: the sentences of two articles that say the same thing, one to many where a sentence is split or joined."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from generator.collate.facts import Grouped, group
from generator.collate.likeness import Sentences, sentences_of
from generator.model import Annotated, Fact, Match, Place, Relation

_STEEP = 15.0
_LONGER = 1.6


def align(a: Annotated, b: Annotated) -> tuple[Match, ...]:
    sentences = sentences_of((a, b))
    return matches_of(group((a, b), sentences), sentences)


def matches_of(grouped: Grouped, sentences: Sentences) -> tuple[Match, ...]:
    found = []
    for fact in grouped.facts:
        for p in fact.places:
            for q in fact.places:
                if p.article < q.article:
                    found.append(Match(p, q, 1.0, Relation.SAME))
    return tuple(found)
