"""Statistics of the single terms of an article, as YAKE! defines them, on term numbers."""

import math
import string
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np

_MARKS = frozenset(string.punctuation)
_SHORTEST = 3
"""Letters of the shortest term that is not taken for a stop word."""

MARK, PLAIN, NAME, ACRONYM, NO_WORD = range(5)
"""Shapes of a token: marks only; a word; one with a capital; one all in capitals; digits or a mixture."""


class Form(NamedTuple):
    """What a token is wherever it stands."""

    shape: int
    lower: str
    key: str
    """Of the term: in lower case, without the s of a plural."""
    short: bool


class Word(NamedTuple):
    """A token that is not only marks."""

    text: str
    lower: str
    term: int
    is_word: bool
    """Whether it may be a part of a keyword."""


@dataclass(slots=True)
class Terms:
    """The terms of an article, each under its number, and where they stand."""

    numbers: dict[str, int] = field(default_factory=dict)
    stops: list[bool] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    acronyms: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    """How often with a capital and not first in the sentence."""
    places: list[list[int]] = field(default_factory=list)
    """Numbers of the sentences that have it, each once, in order."""
    neighbours: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How often the second follows the first at once."""
    runs: list[list[Word]] = field(default_factory=list)
    """The words between two marks, run after run."""
    sentences: int = 0


def count_terms(sentences: Sequence[Sequence[str]], stops: Collection[str]) -> Terms:
    """The terms of the tokenized sentences."""
    terms = Terms(sentences=len(sentences))
    for number, sentence in enumerate(sentences):
        run: list[Word] = []
        previous: Word | None = None
        for place, token in enumerate(sentence):
            form = token_form(token)
            if form.shape == MARK:
                run, previous = [], None
                continue
            word = Word(token, form.lower, _term(terms, form, stops), form.shape != NO_WORD)
            _add(terms, word.term, form.shape, number, first=place == 0)
            if previous and previous.is_word and word.is_word:
                terms.neighbours[previous.term, word.term] += 1
            if previous is None:
                terms.runs.append(run)
            run.append(word)
            previous = word
    return terms


def _term(terms: Terms, form: Form, stops: Collection[str]) -> int:
    number = terms.numbers.get(form.key)
    if number is None:
        number = terms.numbers[form.key] = len(terms.numbers)
        terms.stops.append(form.short or form.lower in stops or form.key in stops)
        terms.counts.append(0)
        terms.acronyms.append(0)
        terms.names.append(0)
        terms.places.append([])
    return number


def _add(terms: Terms, term: int, shape: int, sentence: int, *, first: bool) -> None:
    terms.counts[term] += 1
    if shape == ACRONYM:
        terms.acronyms[term] += 1
    elif shape == NAME and not first:
        terms.names[term] += 1
    places = terms.places[term]
    if not places or places[-1] != sentence:
        places.append(sentence)


@lru_cache(maxsize=50_000)
def token_form(token: str) -> Form:
    """The form of a token."""
    lower = token.lower()
    key = lower[:-1] if lower.endswith("s") and len(lower) > _SHORTEST else lower
    bare = sum(letter not in _MARKS for letter in key)
    return Form(_shape(token), lower, key, bare < _SHORTEST)


def _shape(token: str) -> int:
    if all(letter in _MARKS for letter in token):
        return MARK
    plain = token.replace(",", "")
    digits, letters = any(map(str.isdigit, token)), any(map(str.isalpha, token))
    marks = sum(letter in _MARKS for letter in token)
    if plain.isdigit() or plain.replace(".", "", 1).isdigit() or digits == letters or marks > 1:
        return NO_WORD
    if token.isupper():
        return ACRONYM
    capitals = sum(map(str.isupper, token))
    return NAME if len(token) > 1 and token[0].isupper() and capitals == 1 else PLAIN


def term_weights(terms: Terms) -> list[float]:
    """The weight S of each term, the lower the more telling (Campos et al. 2020, equations 1 to 6)."""
    counts = np.array([count for count, stop in zip(terms.counts, terms.stops, strict=True) if not stop], float)
    if not counts.size:
        return [0.0] * len(terms.counts)
    usual, highest = float(counts.mean() + counts.std()), max(terms.counts)
    return [
        _weight(terms, term, count / usual, related)
        for term, (count, related) in enumerate(zip(terms.counts, _related(terms, highest), strict=True))
    ]


def _weight(terms: Terms, term: int, frequency: float, related: float) -> float:
    places = terms.places[term]
    middle = (places[(len(places) - 1) // 2] + places[len(places) // 2]) / 2
    position = math.log(math.log(3.0 + middle))
    spread = len(places) / terms.sentences
    casing = max(terms.acronyms[term], terms.names[term]) / (1.0 + math.log(terms.counts[term]))
    return (position * related) / (casing + frequency / related + spread / related)


def _related(terms: Terms, highest: int) -> Iterator[float]:
    """How many different words stand beside each term: stop words have many, terms few."""
    size = len(terms.counts)
    after, before = [0] * size, [0] * size
    all_after, all_before = [0] * size, [0] * size
    for (left, right), count in terms.neighbours.items():
        after[left] += 1
        before[right] += 1
        all_after[left] += count
        all_before[right] += count
    for term, count in enumerate(terms.counts):
        share = count / highest
        variety_before = before[term] / all_before[term] if before[term] else 0
        variety_after = after[term] / all_after[term] if after[term] else 0
        yield (0.5 + variety_before * share) + (0.5 + variety_after * share)
