"""What the sentences of a story are made of, as numbers: which of them have how much in common."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sparse_dot_topn import sp_matmul_topn

from generator.model import Annotated, Place
from generator.text import base_language, commonness, content_terms, stemmed

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]
Terms = tuple[str, ...]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\W_]+")
_PART = 3
"""Letters of the parts of words, which find spellings and inflections alike (McNamee and Mayfield 2004). Of three
letters and half of the likeness they find most (tests/quality/alignment.py); longer parts and other shares cost little.
"""
_BY_WORDS = 0.5
"""What words add to a likeness; parts of words add the rest."""
_RAREST, _COMMONEST = 8.0, 1.0
"""Rarity of a word is 8 less its frequency on the Zipf scale, and at least 1: rare words and names weigh more."""
_UNKNOWN = 7.0
"""Rarity of words in no table of frequencies, and of numbers: the tables count all numbers of one length together."""
_COMMON = 256
"""Sentences with a word from which on it is left out of the search for what is alike: it says next to nothing, and
all pairs of sentences with it would have to be looked at. Stories of two or three articles have no such words."""
_MOST = 256
"""How many sentences are remembered as like another."""
COMPARED = 500
"""Sentences of an article that are compared, the first ones: five times as many as a long report has."""
_LONGEST = 64
"""Letters of a word that are looked at in parts."""
_LEAST = 0.05
"""Likeness that is not told from none."""
_DIGITS = 6
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of articles, and how alike they are.

    Sentences of the same words share a row; so do those without any, which are like nothing.
    """

    places: tuple[Place, ...]
    """By article, in reading order."""
    rows: Numbers
    """Of each place."""
    likeness: csr_matrix
    """Sparse, rows by rows: cosines, 0 to 1."""
    weights: Values
    """Of each row, how much it says: the length of the vector of its words."""

    def alike(self, rows: Numbers) -> Values:
        """The likeness of each of the rows to each row there is."""
        return np.asarray(self.likeness[rows].toarray(), np.float64)


def sentences_of(articles: Sequence[Annotated]) -> Sentences:
    """The sentences of all articles; which row is whose does not depend on the order of the articles."""
    places: list[Place] = []
    keys: list[tuple[Terms, str]] = []
    for number, each in enumerate(articles):
        language = base_language(each.article.language)
        terms = _sentence_terms(each)
        places += (Place(number, sentence) for sentence in range(len(terms)))
        keys += ((found if at < COMPARED else (), language) for at, found in enumerate(terms))
    numbers = {key: number for number, key in enumerate(sorted(set(keys)))}
    rows = np.array([numbers[key] for key in keys], np.int64)
    likeness, weights = _likeness([terms for terms, _ in numbers], [language for _, language in numbers])
    return Sentences(tuple(places), rows, likeness, weights)


def _sentence_terms(each: Annotated) -> list[Terms]:
    """The words of each sentence in lower case, repeats kept, with the values of its figures as words of their own."""
    text, language = each.article.text, each.article.language
    spans = [sentence.span for sentence in each.annotations.sentences]
    values: list[list[str]] = [[] for _ in spans]
    at = 0
    for figure in each.annotations.figures:
        while at < len(spans) and spans[at].end <= figure.span.start:
            at += 1
        if at < len(spans) and spans[at].start <= figure.span.start:
            values[at].append(f"={figure.value}")
    return [(*_words(text[span.start : span.end], language), *found) for span, found in zip(spans, values, strict=True)]


def _words(text: str, language: str) -> list[str]:
    found = _WORD.findall(text.lower().replace("’", "'"))
    if text.isascii():
        return found
    return list(chain.from_iterable(_parts(word, language) for word in found))


@lru_cache(_KEPT)
def _parts(word: str, language: str) -> Terms:
    """Pairs of neighbouring letters where the script has no spaces, else the word itself."""
    terms = () if word.isascii() else content_terms(word, language)
    return tuple(terms) if len(terms) > 1 else (word,)


@lru_cache(_KEPT)
def _word(word: str, language: str) -> tuple[str, float, Terms]:
    """The basic form of a word, its weight, and the parts it is made of."""
    if word[0] == "=":
        return word, _UNKNOWN**0.5, ()
    frequency = 0.0 if word[0].isdigit() else commonness(word, language)
    rarity = max(_RAREST - frequency, _COMMONEST) if frequency else _UNKNOWN
    edged = f"_{word[:_LONGEST]}_"
    parts = tuple(edged[at : at + _PART] for at in range(len(edged) - _PART + 1))
    return stemmed(word, language), rarity**0.5, parts


def _likeness(said: Sequence[Terms], languages: Sequence[str]) -> tuple[csr_matrix, Values]:
    """How alike each two sentences are, and what each weighs."""
    keys = [[(word, language) for word in row] for row, language in zip(said, languages, strict=True)]
    known = {key: number for number, key in enumerate(sorted(set(chain.from_iterable(keys))))}
    words = [_word(*key) for key in known]
    counts = _matrix([[known[key] for key in row] for row in keys], len(known))
    forms = _columns([(form,) for form, _, _ in words], [weight for _, weight, _ in words])
    grams = _columns([parts for *_, parts in words], [weight / max(len(parts), 1) ** 0.5 for _, weight, parts in words])
    by_form, by_gram = _rare_first(counts.sign() @ forms), _rare_first(counts @ grams)
    weights = _lengths(by_form)
    whole = hstack([_unit(by_form) * _BY_WORDS**0.5, _unit(by_gram) * (1 - _BY_WORDS) ** 0.5], format="csr")
    rare = whole[:, np.flatnonzero(np.bincount(whole.indices, minlength=whole.shape[1]) < _COMMON)]
    likeness = sp_matmul_topn(rare, rare.T.tocsr(), top_n=_MOST, threshold=_LEAST, sort=False)
    likeness.data = np.minimum(np.round(likeness.data, _DIGITS), 1.0)
    return likeness, weights


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """How often each row has each number."""
    ends = np.cumsum([0, *map(len, rows)])
    numbers = np.fromiter(chain.from_iterable(rows), np.int64, ends[-1])
    made = csr_matrix((np.ones(len(numbers)), numbers, ends), (len(rows), width))
    made.sum_duplicates()
    return made


def _columns(rows: Sequence[Terms], weights: Sequence[float]) -> csr_matrix:
    """For each word the terms it is made of, each with the weight of the word."""
    known: dict[str, int] = {}
    numbered = [[known.setdefault(term, len(known)) for term in row] for row in rows]
    made = _matrix(numbered, len(known))
    made.data *= np.repeat(np.asarray(weights, np.float64), np.diff(made.indptr))
    return made


def _rare_first(counts: csr_matrix) -> csr_matrix:
    """The counts by their smoothed inverse sentence frequency (Manning, Raghavan and Schütze 2008)."""
    size = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    counts.data *= (np.log((1 + size) / (1 + spread)) + 1)[counts.indices]
    counts.sort_indices()
    return counts


def _lengths(rows: csr_matrix) -> Values:
    return np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1), np.float64)).ravel()


def _unit(rows: csr_matrix) -> csr_matrix:
    lengths = _lengths(rows)
    rows.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(rows.indptr))
    return rows
