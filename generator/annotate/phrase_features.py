"""What is known of each phrase of an article, as numbers: the columns its score is made of."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from simplemma import lemmatize

from generator.annotate.candidates import CLOSE, Candidates, Indices, Tokens
from generator.annotate.word_classes import ADVERBIAL, CONTENT, EDGE, LEADING, VERBAL
from generator.model import Record
from generator.text import frequencies, singular

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

_RAREST = 2.5
"""Zipf frequency of a word that the table does not have."""
_HIGHEST = 8.0
_UNKNOWN = 4.0
"""Zipf frequency of every word of a language without a table."""
_USUAL_LENGTH = 5.5
"""Logarithm of the words of content in an article of usual length."""
_OPENING = 40
"""Words and marks of an opening."""
_FACTS = 8
"""Columns of what is known of a word."""
_BESIDE = ("a mark", "an article", "a preposition", "a pronoun", "and", "is", "another stop word")
_OF_PHRASE = (
    "a phrase", "how often", "how late", "spread", "in the opening", "its words' counts", "its rarest word's count",
    "its words keep together", "how often in a long article",
    "rarity", "rarity of its rarest word", "rarity of its commonest word", "capitals", "capitals inside sentences",
    "acronym", "ends like a verb", "begins like a verb", "adverb", "digits", "letters",
    "three words and more", "its head's count", "its first word's count", "its commonest word's count",
    "capital of its head", "capital of its first word", "a name", "begins or ends a name", "hyphen",
    "also in lower case", "ends in a form of a verb", "begins with a form of a verb",
    "stands alone", "goes on before", "goes on after",
    *(f"after {each}" for each in _BESIDE),
    *(f"before {each}" for each in _BESIDE),
)  # fmt: skip
OF_ARTICLE = (
    "length of the article", "sentences of the article", "different words of the article",
    "commonest word of the article", "repetition in the article", "names in the article", "phrases of the article",
)  # fmt: skip
"""Columns that are the same for all phrases of an article of as many words."""
_NAMES = (*_OF_PHRASE, *OF_ARTICLE)
FEATURES = (*(f"{name}, of several words" for name in _NAMES), *(f"{name}, of one word" for name in _NAMES))
"""Names of the columns."""


@lru_cache(maxsize=100_000)
def _facts(word: str, language: str) -> tuple[float, ...]:
    """Rarity, capital, acronym, verb-like, adverb, digits, form of a verb, hyphen of a word."""
    lower = word.lower()
    return (
        _HIGHEST - _zipf(lower.rpartition("-")[2], language),
        float(word[0].isupper()),
        float(word.isupper() and len(word) > 1),
        float(lower.endswith(VERBAL.get(language, ()))),
        float(lower.endswith(ADVERBIAL.get(language, ()))),
        float(any(map(str.isdigit, word))),
        float(_is_inflected(lower, language)),
        float("-" in word),
    )


def _is_inflected(word: str, language: str) -> bool:
    """Whether the word differs from its dictionary form by more than a plural, as a verb in the past does."""
    try:
        return lemmatize(word, language) not in {word, singular(word)}
    except ValueError:  # a language without a dictionary
        return False


def _zipf(word: str, language: str) -> float:
    """Logarithm of how often the word comes in a thousand million words of the language."""
    table = frequencies(language)
    if not table:
        return _UNKNOWN
    return max(_RAREST, math.log10(table[word]) + 9) if word in table else _RAREST


class _Places(Record, frozen=True):
    """The places of all phrases, and what stands there."""

    tokens: Tokens
    starts: Indices
    ends: Indices
    classes: Indices
    """Of each token, with an edge before and after the text."""
    sentences: Indices
    """The sentence of each token."""
    inside: Truths
    """Whether a word stands before each token in its sentence."""
    numbers: Indices
    """The phrase at each place."""
    firsts: Indices
    lasts: Indices
    counts: Numbers
    """Places of each phrase."""
    first: Indices
    """The token that begins the first place of each phrase."""
    last: Indices
    words: Indices
    """The words of each phrase at its first place, the last one repeated to make them equally many."""

    def share(self, values: npt.NDArray[Any]) -> Numbers:
        """The mean of the values over the places of each phrase."""
        sums: Numbers = np.bincount(self.numbers, values, len(self.counts)) / self.counts
        return sums


class _Words(Record, frozen=True):
    """The facts of the words of each phrase, a row for each phrase and a column for each of `_facts`."""

    first: Numbers
    last: Numbers
    most: Numbers
    """The highest among the words."""
    rarity: Numbers
    """Of each word."""
    fewest_capitals: Numbers
    first_capitals: Numbers
    """Whether the first word has a capital, at each place."""
    last_capitals: Numbers


def features_of(tokens: Tokens, candidates: Candidates, language: str) -> Numbers:
    """A row for each phrase, a column for each of `FEATURES`."""
    return by_size(*base_features(tokens, candidates, language))


def by_size(base: Numbers, single: Truths) -> Numbers:
    """The base features twice: those of phrases, which are 0 for single words, and those of single words, reversed."""
    return np.hstack([base * ~single[:, None], base * single[:, None]])


def base_features(tokens: Tokens, candidates: Candidates, language: str) -> tuple[Numbers, Truths]:
    """A row for each phrase with all that is known of it, whatever its size; and whether it is a single word."""
    places = _places(tokens, candidates)
    content = np.flatnonzero(places.classes[1:-1] >= CONTENT)
    facts = np.zeros((len(tokens.texts), _FACTS))
    known = (_facts(tokens.texts[index], language) for index in content.tolist())
    facts[content] = np.fromiter(chain.from_iterable(known), float, len(content) * _FACTS).reshape(-1, _FACTS)
    stems, words = _numbered(tokens.stems), _words(places, facts)
    columns: list[Numbers | float] = [
        1.0,
        *_frequency(places, len(content), stems),
        *_wording(places, words),
        *_counts_of_words(places, stems),
        *_casing(places, words),
        *_surroundings(places),
        *_article(places, facts, content, stems),
    ]
    base = np.empty((len(places.counts), len(columns)))
    for number, column in enumerate(columns):
        base[:, number] = column
    return base, places.first == places.last


def _places(tokens: Tokens, candidates: Candidates) -> _Places:
    numbers, firsts = candidates.numbers, candidates.firsts
    lasts = firsts + candidates.sizes - 1
    counts = np.bincount(numbers)
    heads = np.searchsorted(np.maximum.accumulate(numbers), np.arange(len(counts)))  # numbered as they first come
    first, last = firsts[heads], lasts[heads]
    return _Places(
        tokens=tokens,
        starts=np.array(tokens.starts),
        ends=np.array(tokens.ends),
        classes=np.array([EDGE, *tokens.classes, EDGE]),
        sentences=np.array(tokens.sentences),
        inside=~np.array(tokens.opens),
        numbers=numbers,
        firsts=firsts,
        lasts=lasts,
        counts=counts.astype(float),
        first=first,
        last=last,
        words=np.minimum(first[:, None] + np.arange(int((last - first).max()) + 1), last[:, None]),
    )


def _words(places: _Places, facts: Numbers) -> _Words:
    words, capitals = facts[places.words], facts[:, 1]
    return _Words(
        first=facts[places.first],
        last=facts[places.last],
        most=words.max(1),
        rarity=words[:, :, 0],
        fewest_capitals=words[:, :, 1].min(1),
        first_capitals=capitals[places.firsts],
        last_capitals=capitals[places.lasts],
    )


def _numbered(words: list[str]) -> Indices:
    """The words as numbers, equal ones equal."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return np.array([numbers[word] for word in words])


def _frequency(places: _Places, content: int, terms: Indices) -> Iterator[Numbers]:
    counts = places.counts
    base = int(places.sentences[-1]) + 1
    pairs = np.unique(places.numbers * base + places.sentences[places.firsts])
    words = np.bincount(terms).astype(float)[terms][places.words]
    rarest, often = words.min(1), np.log(counts)
    yield often
    yield np.log1p(places.first / 20.0)
    yield np.log(np.bincount(pairs // base))
    yield (places.first < _OPENING).astype(float)
    yield np.log(words).mean(1)
    yield np.log(rarest)
    yield np.log(counts / rarest)
    yield _length(content) * often


def _length(content: int) -> float:
    return math.log(content + 1.0) - _USUAL_LENGTH


def _wording(places: _Places, words: _Words) -> Iterator[Numbers]:
    capital = np.minimum(words.first_capitals, words.last_capitals)
    inside = places.inside[places.firsts]
    yield words.rarity.mean(1)
    yield words.most[:, 0]
    yield words.rarity.min(1)
    yield places.share(capital)
    yield places.share(capital * inside) / np.maximum(places.share(inside), 1 / places.counts)
    yield words.most[:, 2]
    yield words.last[:, 3]
    yield words.first[:, 3]
    yield words.most[:, 4]
    yield words.most[:, 5]
    yield np.log(places.ends[places.last] - places.starts[places.first])
    yield (places.last - places.first > 1).astype(float)


def _counts_of_words(places: _Places, terms: Indices) -> Iterator[Numbers]:
    counts = np.log(np.bincount(terms))[terms]
    yield counts[places.last]
    yield counts[places.first]
    yield counts[places.words].max(1)


def _casing(places: _Places, words: _Words) -> Iterator[Numbers]:
    texts = places.tokens.texts
    lower = {text for text in texts if text.islower()}
    yield places.share(words.last_capitals)
    yield places.share(words.first_capitals)
    yield words.fewest_capitals
    yield words.most[:, 1] - words.fewest_capitals
    yield words.most[:, 7]
    yield np.array([texts[index].lower() in lower for index in places.first.tolist()], float)
    yield words.last[:, 6]
    yield words.first[:, 6]


def _surroundings(places: _Places) -> Iterator[Numbers]:
    before, after = places.classes[places.firsts], places.classes[places.lasts + 2]
    close = np.zeros(len(places.starts) + 1, bool)
    close[1:-1] = places.starts[1:] - places.ends[:-1] <= CLOSE
    yield places.share((before < CONTENT) & (after < CONTENT))
    yield places.share((before >= CONTENT) & close[places.firsts])
    yield places.share((after >= CONTENT) & close[places.lasts + 1])
    for beside in (before, after):
        shares = np.bincount(places.numbers * (LEADING + 1) + beside, minlength=len(places.counts) * (LEADING + 1))
        yield from (shares.reshape(-1, LEADING + 1)[:, :CONTENT] / places.counts[:, None]).T


def _article(places: _Places, facts: Numbers, content: Indices, terms: Indices) -> Iterator[float]:
    """How the article is written, which says whether its readers would choose single words or phrases."""
    counts = np.bincount(terms[content]).astype(float)
    counts = counts[counts > 0]
    inside = facts[content, 1][places.inside[content]]
    yield _length(len(content))
    yield math.log(places.tokens.sentences[int(content[-1])] + 1.0)
    yield math.log(len(counts) / len(content))
    yield math.log(counts.max())
    yield math.log((counts**2).sum() / len(content) ** 2)
    yield float(inside.mean()) if len(inside) else 0.0
    yield math.log(len(places.counts))
