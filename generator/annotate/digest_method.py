"""Keywords by the digest's own method: whole phrases, scored by what is known of each."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.annotate.candidates import Candidates, Tokens, candidates_of, tokens_of
from generator.annotate.keyword_weights import WEIGHTS
from generator.annotate.phrase_features import FEATURES, Numbers, features_of
from generator.model import Keyword, Span

_REASONS = 3
"""How many features a keyword names at the most."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts for, and what an average candidate has of it."""

    weights: Numbers
    usual: Numbers


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights fitted by `tests/quality/keywords.py --fit`, which are the same for all languages."""
    values = np.array([WEIGHTS[name] for name in FEATURES])
    return Weights(values[:, 0], values[:, 1])


def digest_keywords(
    text: str, language: str, longest: int, top: int, weights: Weights | None = None
) -> tuple[Keyword, ...]:
    """At most `top` keywords of the text, best first; the best has score 1, the others their odds beside it.

    A logistic model says how likely each phrase is one that a reader would have chosen (weights and protocol in
    `keyword_weights.py`). A phrase whose words all stand in a better keyword is no keyword of its own.
    """
    weights = weights or shipped_weights()
    tokens = tokens_of(text, language)
    candidates = candidates_of(tokens, longest)
    if not candidates.keys or not top:
        return ()
    features = features_of(tokens, candidates, language)
    likely = 1 / (1 + np.exp(-(features @ weights.weights)))
    chosen = _chosen(list(candidates.keys), likely, top)
    spans = _spans(tokens, candidates, set(chosen))
    best = max(float(likely[chosen[0]]), 1e-9)
    return tuple(
        Keyword(
            _usual_form(text, spans[number]),
            round(float(likely[number]) / best, 4),
            "digest",
            tuple(spans[number]),
            _reasons(features[number], weights),
        )
        for number in chosen
    )


def _chosen(keys: list[str], likely: Numbers, top: int) -> list[int]:
    """The likeliest phrases, without those whose words all stand in one before."""
    chosen: list[int] = []
    words: defaultdict[str, set[int]] = defaultdict(set)
    for number in np.argsort(-likely, kind="stable").tolist():
        parts = keys[number].split()
        if set.intersection(*(words[part] for part in parts)):
            continue
        chosen.append(number)
        for part in parts:
            words[part].add(number)
        if len(chosen) == top:
            break
    return chosen


def _spans(tokens: Tokens, candidates: Candidates, wanted: set[int]) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {number: [] for number in wanted}
    for number, first, size in zip(candidates.numbers, candidates.firsts, candidates.sizes, strict=True):
        if number in wanted:
            span = Span(tokens.starts[first], tokens.ends[first + size - 1])
            if not spans[number] or spans[number][-1].end <= span.start:
                spans[number].append(span)
    return spans


def _usual_form(text: str, spans: list[Span]) -> str:
    """The spelling that comes most often, the first of several."""
    return Counter(text[span.start : span.end] for span in spans).most_common(1)[0][0]


def _reasons(row: Numbers, weights: Weights) -> tuple[tuple[str, float], ...]:
    """The features that raise it most above an average candidate, with how much."""
    gains = np.where(row != 0, weights.weights * (row - weights.usual), 0)
    best = np.argsort(-gains, kind="stable")[:_REASONS].tolist()
    return tuple((FEATURES[index], round(float(gains[index]), 2)) for index in best if gains[index] > 0)
