"""Keywords by YAKE!, the published method, with the results of its authors' implementation (yake 0.7.3)."""

import heapq
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.statistics import Terms, Word, count_terms, term_weights
from generator.annotate.tokens import tokenized_sentences

_TOO_SIMILAR = 0.9


@dataclass(slots=True)
class _Phrase:
    words: tuple[Word, ...]
    count: int = 0


def yake_keywords(text: str, stops: Collection[str], longest: int, top: int) -> list[tuple[str, float]]:
    """At most `top` keywords with their score S, the lower the better, best first.

    Method: Campos et al. 2020, "YAKE! Keyword extraction from single documents using multiple local features",
    Information Sciences 509. What the paper leaves open (tokens, ties, when two keywords are one) is as in yake.
    """
    terms = count_terms(tokenized_sentences(text), stops)
    weights = term_weights(terms)
    phrases = _phrases(terms, longest)
    heap = [(_score(phrase, terms, weights), order, key) for order, (key, phrase) in enumerate(phrases.items())]
    heapq.heapify(heap)
    chosen: dict[str, float] = {}
    while heap and len(chosen) < top:
        score, _, key = heapq.heappop(heap)
        if not any(_same(key, other) for other in chosen):
            chosen[key] = score
    return [(" ".join(word.text for word in phrases[key].words), score) for key, score in chosen.items()]


def _phrases(terms: Terms, longest: int) -> dict[str, _Phrase]:
    """Runs of at most that many words that neither begin nor end with a stop word, by their lower case."""
    found: dict[str, _Phrase] = {}
    stops = terms.stops
    for run in terms.runs:
        for end, last in enumerate(run):
            if stops[last.term]:
                continue
            key = ""
            for start in range(end, max(-1, end - longest), -1):
                _, lower, term, is_word = run[start]
                if not is_word:
                    break
                key = f"{lower} {key}" if key else lower
                if stops[term]:
                    continue
                phrase = found.get(key)
                if phrase is None:
                    phrase = found[key] = _Phrase(tuple(run[start : end + 1]))
                phrase.count += 1
    return found


def _score(phrase: _Phrase, terms: Terms, weights: Sequence[float]) -> float:
    """S of the phrase (equation 7): a stop word inside counts by how firmly it belongs to its neighbours."""
    total, product = 0.0, 1.0
    for index, word in enumerate(phrase.words):
        if terms.stops[word.term]:
            loose = 1 - _firmness(phrase.words, index, terms)
            product *= 1 + loose
            total -= loose
        else:
            total += weights[word.term]
            product *= weights[word.term]
    divisor = (total + 1) * phrase.count
    return product / divisor if divisor else math.inf


def _firmness(words: tuple[Word, ...], index: int, terms: Terms) -> float:
    before, here, after = (words[each].term for each in (index - 1, index, index + 1))
    follows = terms.neighbours[before, here] / terms.counts[before]
    return follows * (terms.neighbours[here, after] / terms.counts[after])


def _same(one: str, other: str) -> bool:
    return not _surely_apart(one, other) and _similarity(one, other) > _TOO_SIMILAR


def _surely_apart(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if longer - shorter > longer * 0.6 or abs(one.count(" ") - other.count(" ")) > 1:
        return True
    if longer <= 3:  # noqa: PLR2004 - yake's number
        return False
    return one[0] != other[0] or one[-1] != other[-1] or (shorter > 2 and one[:2] != other[:2])  # noqa: PLR2004 - same


def _similarity(one: str, other: str) -> float:
    """How alike two phrases look, as yake has it: by words or else by letters and runs of three letters."""
    length_ratio = min(len(one), len(other)) / max(len(one), len(other))
    letters = _overlap(set(one), set(other))
    if length_ratio < 0.3 or letters < 0.2:  # noqa: PLR2004 - yake's numbers
        return 0.0
    if max(len(one), len(other)) <= 4:  # noqa: PLR2004 - the same
        return letters * length_ratio
    if " " in one or " " in other:
        words = _overlap(set(one.split()), set(other.split()))
        if words > 0.4:  # noqa: PLR2004 - the same
            return words
    triples = _overlap(set(_triples(one)), set(_triples(other)))
    return min(0.3 * length_ratio + 0.2 * letters + 0.5 * triples, 1.0)


def _overlap(one: set[str], other: set[str]) -> float:
    union = one | other
    return len(one & other) / len(union) if union else 0


def _triples(text: str) -> Iterator[str]:
    return (text[place : place + 3] for place in range(len(text) - 2))
