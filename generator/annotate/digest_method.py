"""Keywords by the digest's own method: whole phrases, scored by what is known of each."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from generator.annotate import keyword_weights
from generator.annotate.candidates import Candidates, Indices, Tokens, candidates_of, tokens_of
from generator.annotate.keyword_choice import chosen_phrases, with_whole_names
from generator.annotate.phrase_features import FEATURES, OF_ARTICLE, Numbers, base_features
from generator.model import Keyword, Record, Span

_REASONS = 3
"""How many features a keyword names at the most."""
_OF_PHRASES = np.array([not name.startswith(OF_ARTICLE) for name in FEATURES]).reshape(2, -1)
"""Which features tell phrases of as many words apart."""


class Weights(Record, frozen=True):
    """What each feature counts for, and what an average candidate has of it."""

    weights: Numbers
    usual: Numbers


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights fitted by `tests/quality/keywords.py --fit`, which are the same for all languages."""
    values = np.array([keyword_weights.WEIGHTS[name] for name in FEATURES])
    return Weights(values[:, 0], values[:, 1])


def digest_keywords(
    text: str, language: str, longest: int, top: int, weights: Weights | None = None
) -> tuple[Keyword, ...]:
    """At most `top` keywords of the text, best first; the best has score 1, the others their odds beside it.

    A logistic model says how likely each phrase is one that a reader would have chosen (weights and protocol in
    `keyword_weights.py`).
    """
    weights = weights or shipped_weights()
    tokens = tokens_of(text, language)
    candidates = candidates_of(tokens, longest)
    if not candidates.keys or not top:
        return ()
    features, is_single = base_features(tokens, candidates, language)
    several, single = np.split(weights.weights, 2)
    likely = 1 / (1 + np.exp(-np.where(is_single, features @ single, features @ several)))
    likely = with_whole_names(tokens, candidates, likely, longest)
    chosen = chosen_phrases(list(candidates.keys), likely, top)
    if not chosen:
        return ()
    spans = _spans(tokens, candidates, set(chosen))
    scores = likely[chosen].tolist()
    best = max(scores[0], 1e-9)
    return tuple(
        Keyword(
            _usual_form(text, spans[number]),
            round(score / best, 4),
            "digest",
            tuple(spans[number]),
            why,
        )
        for number, score, why in zip(
            chosen, scores, _reasons(features[chosen], is_single[chosen].astype(int), weights), strict=True
        )
    )


def _spans(tokens: Tokens, candidates: Candidates, wanted: set[int]) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {number: [] for number in wanted}
    for number, first, size in zip(
        *(each.tolist() for each in (candidates.numbers, candidates.firsts, candidates.sizes)), strict=True
    ):
        if number in wanted:
            span = Span(tokens.starts[first], tokens.ends[first + size - 1])
            if not spans[number] or spans[number][-1].end <= span.start:
                spans[number].append(span)
    return spans


def _usual_form(text: str, spans: list[Span]) -> str:
    """The spelling that comes most often, the first of several."""
    forms = [text[span.start : span.end] for span in spans]
    return forms[0] if len(set(forms)) == 1 else Counter(forms).most_common(1)[0][0]


def _reasons(rows: Numbers, sizes: Indices, weights: Weights) -> Iterator[tuple[tuple[str, float], ...]]:
    """The features that raise each most above an average candidate, with how much; sizes are 1 for single words."""
    weight, usual = (each.reshape(2, -1)[sizes] for each in (weights.weights, weights.usual))
    gains = np.where((rows != 0) & _OF_PHRASES[sizes], weight * (rows - usual), 0)
    names = (sizes * rows.shape[1]).tolist()
    phrases, best = np.arange(len(rows)), []
    for _ in range(_REASONS):
        indices = gains.argmax(1)
        best.append(zip(indices.tolist(), gains[phrases, indices].tolist(), strict=True))
        gains[phrases, indices] = 0
    for start, each in zip(names, zip(*best, strict=True), strict=True):
        yield tuple((FEATURES[start + index], round(gain, 2)) for index, gain in each if gain > 0)
