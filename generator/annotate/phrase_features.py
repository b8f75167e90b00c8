"""What is known of each phrase of an article, as numbers: the columns its score is made of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from simplemma import lemmatize

from generator.annotate.candidates import CLOSE, Candidates, Tokens
from generator.annotate.word_classes import ADVERBIAL, CONTENT, EDGE, LEADING, VERBAL
from generator.text import singular

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_RAREST = 2.5
"""Zipf frequency of a word that the table does not have."""
_HIGHEST = 8.0
_UNKNOWN = 4.0
"""Zipf frequency of every word of a language without a table."""
_USUAL_LENGTH = 5.5
"""Logarithm of the words of content in an article of usual length."""
_OPENING = 40
"""Words and marks of an opening."""
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


@lru_cache(maxsize=16)
def _background(language: str) -> dict[str, float]:
    """Frequency of common words in the language at large, as a share."""
    from wordfreq import available_languages, get_frequency_dict

    known = language in available_languages("small")
    return get_frequency_dict(language, "small") if known else {}


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
    table = _background(language)
    if not table:
        return _UNKNOWN
    return max(_RAREST, math.log10(table[word]) + 9) if word in table else _RAREST


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of all phrases, and what stands there."""

    tokens: Tokens
    numbers: Indices
    """The phrase at each place."""
    firsts: Indices
    lasts: Indices
    counts: Numbers
    """Places of each phrase."""
    first: Indices
    """The token that begins the first place of each phrase."""
    last: Indices

    def share(self, values: npt.NDArray[Any]) -> Numbers:
        """The mean of the values over the places of each phrase."""
        sums: Numbers = np.bincount(self.numbers, values, len(self.counts)) / self.counts
        return sums


def features_of(tokens: Tokens, candidates: Candidates, language: str) -> Numbers:
    """A row for each phrase, a column for each of `FEATURES`: those of phrases are 0 for single words, and reversed."""
    places = _places(tokens, candidates)
    facts = np.zeros((len(tokens.texts), 8))
    content = np.flatnonzero(np.array(tokens.classes) >= CONTENT)
    facts[content] = [_facts(tokens.texts[index], language) for index in content.tolist()]
    size = len(places.counts)
    stems = _numbered(tokens.stems)
    columns = [
        np.ones(size),
        *_frequency(places, len(content), stems),
        *_wording(places, facts),
        *_counts_of_words(places, stems),
        *_casing(places, facts),
        *_surroundings(places),
        *(np.full(size, value) for value in _article(places, facts, content, stems)),
    ]
    base = np.column_stack(columns)
    single = (places.first == places.last)[:, None]
    return np.hstack([base * ~single, base * single])


def _places(tokens: Tokens, candidates: Candidates) -> _Places:
    numbers, firsts, sizes = (np.array(each) for each in (candidates.numbers, candidates.firsts, candidates.sizes))
    lasts = firsts + sizes - 1
    _, heads = np.unique(numbers, return_index=True)
    return _Places(tokens, numbers, firsts, lasts, np.bincount(numbers).astype(float), firsts[heads], lasts[heads])


def _numbered(words: list[str]) -> Indices:
    """The words as numbers, equal ones equal."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return np.array([numbers[word] for word in words])


def _window(places: _Places) -> Indices:
    """The words of each phrase at its first place, the last one repeated to make them equally many."""
    most = int((places.last - places.first).max()) + 1
    words: Indices = np.minimum(places.first[:, None] + np.arange(most), places.last[:, None])
    return words


def _frequency(places: _Places, content: int, terms: Indices) -> Iterator[Numbers]:
    tokens, counts = places.tokens, places.counts
    sentences = np.array(tokens.sentences)
    base = int(sentences[-1]) + 1
    pairs = np.unique(places.numbers * base + sentences[places.firsts])
    words = np.bincount(terms).astype(float)[terms][_window(places)]
    length = _length(content)
    yield np.log(counts)
    yield np.log1p(places.first / 20.0)
    yield np.log(np.bincount(pairs // base))
    yield (places.first < _OPENING).astype(float)
    yield np.log(words).mean(1)
    yield np.log(words.min(1))
    yield np.log(counts / words.min(1))
    yield length * np.log(counts)


def _length(content: int) -> float:
    return math.log(content + 1.0) - _USUAL_LENGTH


def _wording(places: _Places, facts: Numbers) -> Iterator[Numbers]:
    words, tokens = facts[_window(places)], places.tokens
    capital = np.minimum(facts[places.firsts, 1], facts[places.lasts, 1])
    inside = ~np.array(tokens.opens)[places.firsts]
    yield words[:, :, 0].mean(1)
    yield words[:, :, 0].max(1)
    yield words[:, :, 0].min(1)
    yield places.share(capital)
    yield places.share(capital * inside) / np.maximum(places.share(inside), 1 / places.counts)
    yield words[:, :, 2].max(1)
    yield facts[places.last, 3]
    yield facts[places.first, 3]
    yield from (words[:, :, column].max(1) for column in (4, 5))
    yield np.log(np.array(tokens.ends)[places.last] - np.array(tokens.starts)[places.first])
    yield (places.last - places.first > 1).astype(float)


def _counts_of_words(places: _Places, terms: Indices) -> Iterator[Numbers]:
    counts = np.log(np.bincount(terms))[terms]
    yield counts[places.last]
    yield counts[places.first]
    yield counts[_window(places)].max(1)


def _casing(places: _Places, facts: Numbers) -> Iterator[Numbers]:
    tokens, words = places.tokens, facts[_window(places)]
    lower, capitals = {text for text in tokens.texts if text.islower()}, words[:, :, 1]
    yield places.share(facts[places.lasts, 1])
    yield places.share(facts[places.firsts, 1])
    yield capitals.min(1)
    yield capitals.max(1) - capitals.min(1)
    yield words[:, :, 7].max(1)
    yield np.array([tokens.texts[index].lower() in lower for index in places.first.tolist()], float)
    yield facts[places.last, 6]
    yield facts[places.first, 6]


def _surroundings(places: _Places) -> Iterator[Numbers]:
    tokens = places.tokens
    classes = np.array([EDGE, *tokens.classes, EDGE])
    before, after = classes[places.firsts], classes[places.lasts + 2]
    close = np.array([False, *(np.array(tokens.starts[1:]) - np.array(tokens.ends[:-1]) <= CLOSE), False])
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
    inside = facts[content, 1][~np.array(places.tokens.opens)[content]]
    yield _length(len(content))
    yield math.log(places.tokens.sentences[int(content[-1])] + 1.0)
    yield math.log(len(counts) / len(content))
    yield math.log(counts.max())
    yield math.log((counts**2).sum() / len(content) ** 2)
    yield float(inside.mean()) if len(inside) else 0.0
    yield math.log(len(places.counts))
