"""Uses: what single articles speak of, under which forms."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from generator.model import NameKind, Record, Span
from generator.relate.forms import name_key
from generator.relate.hashes import Numbers
from generator.text import topic_key


class Use(Record, frozen=True):
    """One thing that one article speaks of."""

    article: int
    """Number of the article, by id."""
    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    """How it is written at each span, on one line."""
    score: float
    """The best score that a keyword for it has in the article; 0 where none stands for it."""
    kind: NameKind | None = None
    """What the article takes it for; none where it is no name."""
    key: str = ""
    """Key of its fullest form, as far as that is part of the name; empty where it is no name."""
    fields: int = 0
    """What the words beside it say a person does, a bit for each field."""


def runs(*columns: Numbers) -> list[tuple[int, int]]:
    """Where rows that are the same in all the columns begin and end, as they follow each other."""
    changes = np.zeros(len(columns[0]), bool)
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    changes[:1] = True
    starts = np.flatnonzero(changes)
    return list(zip(starts.tolist(), [*starts[1:].tolist(), len(changes)], strict=True)) if len(changes) else []


def articles_of(uses: Iterable[Use]) -> frozenset[int]:
    """Numbers of the articles with the uses."""
    return frozenset(use.article for use in uses)


FormCounts = tuple[dict[str, set[int]], dict[str, int]]
"""The articles that use each form, and in how many places it stands."""


def form_counts(uses: Sequence[Use]) -> FormCounts:
    """The articles that use each form, and in how many places it stands."""
    forms = set(chain.from_iterable([use.forms for use in uses]))
    if len(forms) == 1:
        form = forms.pop()
        return {form: {use.article for use in uses}}, {form: sum([len(use.forms) for use in uses])}
    articles: dict[str, set[int]] = {}
    places: dict[str, int] = {}
    for use in uses:
        for form in use.forms:
            articles.setdefault(form, set()).add(use.article)
            places[form] = places.get(form, 0) + 1
    return articles, places


def kind_counts(uses: Iterable[Use]) -> Counter[NameKind]:
    """How many of the uses take it for each kind."""
    return Counter([use.kind for use in uses if use.kind is not None])


def form_keys(form: str) -> frozenset[str]:
    """What the form comes down to as a name and as a subject."""
    return frozenset({name_key(form), topic_key(form)} - {""})


def without_empty(uses: Iterable[Use]) -> tuple[Use, ...]:
    """The uses that still have a place."""
    return tuple(use for use in uses if use.spans)


def by_article(uses: Sequence[Use]) -> dict[int, list[Use]]:
    """The uses of each article, by its number."""
    found: defaultdict[int, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.article].append(use)
    return dict(sorted(found.items()))
