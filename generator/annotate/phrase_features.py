"""What is known of each phrase of an article, as numbers: the columns its score is made of."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from struct import Struct

import numpy as np
import numpy.typing as npt
from simplemma import lemmatize

from generator.annotate.candidates import CLOSE, Candidates, Indices, Tokens
from generator.annotate.word_classes import ADVERBIAL, CONTENT, EDGE, VERBAL
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
_PACKED = Struct(f"{_FACTS}d")
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
def _facts(word: str, language: str) -> bytes:
    """Rarity, capital, acronym, verb-like, adverb, digits, form of a verb, hyphen of a word, as packed numbers."""
    lower = word.lower()
    return _PACKED.pack(
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
    inside: Truths
    """Whether a word stands before each token in its sentence."""
    firsts: Indices
    """The token that begins each place; places are in the order of their phrases, those of one phrase as they come."""
    lasts: Indices
    bounds: Indices
    """Where the places of each phrase begin, and where the last ones end."""
    counts: Numbers
    """Places of each phrase."""
    first: Indices
    """The token that begins the first place of each phrase."""
    last: Indices
    words: Indices
    """The words of each phrase at its first place, the last one repeated to make them equally many."""

    def sums(self, values: Numbers) -> Numbers:
        """The sums of whole numbers, a row for each thing counted, over the places of each phrase."""
        before = np.zeros((len(values), len(self.firsts) + 1))
        np.cumsum(values, 1, out=before[:, 1:])
        at_bounds = before[:, self.bounds]
        return at_bounds[:, 1:] - at_bounds[:, :-1]


class _Words(Record, frozen=True):
    """The facts of the words of each phrase, a row for each phrase and a column for each of `_facts`."""

    first: Numbers
    last: Numbers
    most: Numbers
    """The highest among the words."""
    rarity: Numbers
    """Of each word."""
    fewest_capitals: Numbers


def features_of(tokens: Tokens, candidates: Candidates, language: str) -> Numbers:
    """A row for each phrase, a column for each of `FEATURES`: 0 in those of single words for phrases, and reversed."""
    base, single = base_features(tokens, candidates, language)
    return np.hstack([base * ~single[:, None], base * single[:, None]])


def base_features(tokens: Tokens, candidates: Candidates, language: str) -> tuple[Numbers, Truths]:
    """A row for each phrase with all that is known of it, whatever its size; and whether it is a single word."""
    places = _places(tokens, candidates)
    content = np.flatnonzero(places.classes[1:-1] >= CONTENT)
    facts = np.zeros((len(tokens.texts), _FACTS))
    known = b"".join([_facts(tokens.texts[index], language) for index in content.tolist()])
    facts[content] = np.frombuffer(known).reshape(-1, _FACTS)
    often = Counter(tokens.stems)
    repeats = np.array([often[stem] for stem in tokens.stems], float)
    words = _words(places, facts)
    spread, *shares = _shares(places, facts[:, 1])
    columns = chain(
        _frequency(places, len(content), repeats[places.words], spread),
        _wording(places, words, shares),
        _counts_of_words(places, np.log(repeats)),
        _casing(places, words, shares),
        shares[_CASING:],
        _article(places, facts, content),
    )
    base = np.empty((len(_NAMES), len(places.counts)))
    base[0] = 1.0
    for number, column in enumerate(columns, 1):
        base[number] = column
    return np.ascontiguousarray(base.T), places.first == places.last


def _places(tokens: Tokens, candidates: Candidates) -> _Places:
    counts = np.bincount(candidates.numbers)
    order = np.argsort(candidates.numbers, kind="stable")
    bounds = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=bounds[1:])
    firsts = candidates.firsts[order]
    lasts = firsts + candidates.sizes[order] - 1
    first, last = firsts[bounds[:-1]], lasts[bounds[:-1]]
    return _Places(
        tokens=tokens,
        starts=np.array(tokens.starts),
        ends=np.array(tokens.ends),
        classes=np.array([EDGE, *tokens.classes, EDGE]),
        inside=~np.array(tokens.opens),
        firsts=firsts,
        lasts=lasts,
        bounds=bounds,
        counts=counts.astype(float),
        first=first,
        last=last,
        words=np.minimum(first[:, None] + np.arange(int((last - first).max()) + 1), last[:, None]),
    )


def _words(places: _Places, facts: Numbers) -> _Words:
    words = facts[places.words]
    return _Words(
        first=words[:, 0],
        last=words[:, -1],
        most=words.max(1),
        rarity=words[:, :, 0],
        fewest_capitals=words[:, :, 1].min(1),
    )


_CASING = 5
"""Rows of shares that tell of capitals."""


def _shares(places: _Places, capitals: Numbers) -> Iterator[Numbers]:
    """In how many sentences each phrase stands; then at what share of its places something is so.

    Both its ends have a capital, the same inside a sentence, inside a sentence, its last word has one, its first word;
    it stands alone, goes on before, goes on behind; each of `_BESIDE` before it, each behind it.
    """
    firsts, lasts = places.firsts, places.lasts
    before, after = places.classes[firsts], places.classes[lasts + 2]
    close = np.zeros(len(places.starts) + 1, bool)
    close[1:-1] = places.starts[1:] - places.ends[:-1] <= CLOSE
    sentences = np.array(places.tokens.sentences)[firsts]
    values = np.empty((_CASING + 4 + 2 * CONTENT, len(firsts)))
    values[0] = 1.0
    values[0, 1:] = sentences[1:] != sentences[:-1]
    values[0, places.bounds[:-1]] = 1.0
    values[5], values[4] = capitals[firsts], capitals[lasts]
    values[3] = places.inside[firsts]
    values[1] = np.minimum(values[4], values[5])
    values[2] = values[1] * values[3]
    values[6] = (before < CONTENT) & (after < CONTENT)
    values[7] = (before >= CONTENT) & close[firsts]
    values[8] = (after >= CONTENT) & close[lasts + 1]
    values[9 : 9 + CONTENT] = before == _STOPS
    values[9 + CONTENT :] = after == _STOPS
    sums = places.sums(values)
    yield sums[0]
    yield from sums[1:] / places.counts


_STOPS = np.arange(CONTENT)[:, None]
"""The classes of what stands beside a phrase and is no word of content."""


def _frequency(places: _Places, content: int, words: Numbers, spread: Numbers) -> Iterator[Numbers | Truths]:
    counts, rarest = places.counts, words.min(1)
    often = np.log(counts)
    yield often
    yield np.log1p(places.first / 20.0)
    yield np.log(spread)
    yield places.first < _OPENING
    yield np.log(words).mean(1)
    yield np.log(rarest)
    yield np.log(counts / rarest)
    yield _length(content) * often


def _length(content: int) -> float:
    return math.log(content + 1.0) - _USUAL_LENGTH


def _wording(places: _Places, words: _Words, shares: Sequence[Numbers]) -> Iterator[Numbers | Truths]:
    capital, capital_inside, inside = shares[:3]
    yield words.rarity.mean(1)
    yield words.most[:, 0]
    yield words.rarity.min(1)
    yield capital
    yield capital_inside / np.maximum(inside, 1 / places.counts)
    yield words.most[:, 2]
    yield words.last[:, 3]
    yield words.first[:, 3]
    yield words.most[:, 4]
    yield words.most[:, 5]
    yield np.log(places.ends[places.last] - places.starts[places.first])
    yield places.last - places.first > 1


def _counts_of_words(places: _Places, counts: Numbers) -> Iterator[Numbers]:
    yield counts[places.last]
    yield counts[places.first]
    yield counts[places.words].max(1)


def _casing(places: _Places, words: _Words, shares: Sequence[Numbers]) -> Iterator[Numbers | list[bool]]:
    texts = places.tokens.texts
    lower = {text for text in texts if text.islower()}
    yield shares[3]
    yield shares[4]
    yield words.fewest_capitals
    yield words.most[:, 1] - words.fewest_capitals
    yield words.most[:, 7]
    yield [texts[index] in lower or texts[index].lower() in lower for index in places.first.tolist()]
    yield words.last[:, 6]
    yield words.first[:, 6]


def _article(places: _Places, facts: Numbers, content: Indices) -> Iterator[float]:
    """How the article is written, which says whether its readers would choose single words or phrases."""
    stems, size = places.tokens.stems, len(content)
    counts = Counter([stems[index] for index in content.tolist()]).values()
    inside = facts[content, 1][places.inside[content]]
    yield _length(size)
    yield math.log(places.tokens.sentences[int(content[-1])] + 1.0)
    yield math.log(len(counts) / size)
    yield math.log(max(counts))
    yield math.log(sum([count * count for count in counts]) / size**2)
    yield float(inside.mean()) if len(inside) else 0.0
    yield math.log(len(places.counts))
