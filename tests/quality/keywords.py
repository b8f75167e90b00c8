"""Keywords compared with those that readers chose: F1 at 5, 10 and 15, for each set and method.

    python tests/quality/keywords.py            digest, on texts its weights were not fitted on (as recorded with them)
                                                and on all with its shipped weights, beside yake
    python tests/quality/keywords.py --fit      weights fitted anew and written, with their cross-validated figures

Protocol: the F1 of each text against all of its keys, exact match after stemming (Porter for English, Snowball else),
in lower case, hyphens as blanks; the mean over the texts. Weights are fitted on all sets together (logistic regression
with a ridge, `SHARES` says what a text of each set counts for) and cross-validated in four parts, texts on one subject
(`group` of DUC2001) always in the same part. English Porter stems are those of PyStemmer's `porter`.
"""

import argparse
import hashlib
import importlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import Stemmer

from generator.annotate import keyword_weights
from generator.annotate.candidates import candidates_of, tokens_of
from generator.annotate.digest_method import Weights, digest_keywords, shipped_weights
from generator.annotate.phrase_features import FEATURES, features_of
from generator.annotate.yake_method import yake_keywords
from generator.text import stop_words

DATA = Path(os.environ.get("DIGEST_DATA") or Path(__file__).parents[3] / "shared") / "data" / "keywords"
SHARES = {"DUC2001": 3, "500N-KPCrowd": 1, "110-PT-BN-KP": 2, "WikiNews-FR": 2}
"""Sets, and what a text of each counts for in fitting."""
DEPTHS = (5, 10, 15)
LONGEST, PARTS, RIDGE, STEPS = 3, 4, 20.0, 8
_STEMMERS = {"en": "porter", "fr": "french", "pt": "portuguese"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with the keys that readers gave it."""

    language: str
    text: str
    keys: frozenset[str]
    """Normal forms."""
    part: int
    """Of the cross-validation."""


Method = Callable[[Sample], list[str]]


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    return str(Stemmer.Stemmer(_STEMMERS[language]).stemWord(word))


def normal_form(phrase: str, language: str) -> str:
    """What is compared of a phrase."""
    return " ".join(_stem(word, language) for word in phrase.lower().replace("-", " ").split())


@lru_cache(maxsize=8)
def samples(name: str) -> tuple[Sample, ...]:
    """The texts of a set."""
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").split("\n") if line]
    return tuple(
        Sample(
            row["lang"],
            row["text"],
            frozenset(normal_form(key, row["lang"]) for key in row["keys"]),
            int(hashlib.md5(str(row.get("group") or row["id"]).encode(), usedforsecurity=False).hexdigest(), 16)
            % PARTS,
        )
        for row in rows
    )


def by_yake(sample: Sample) -> list[str]:
    """Keywords of the reference method."""
    return [phrase for phrase, _ in yake_keywords(sample.text, stop_words(sample.language), LONGEST, max(DEPTHS) + 5)]


def by_digest(sample: Sample, weights: Weights | None = None) -> list[str]:
    """Keywords of the default method."""
    found = digest_keywords(sample.text, sample.language, LONGEST, max(DEPTHS) + 5, weights)
    return [keyword.text for keyword in found]


def f1(sample: Sample, phrases: Iterable[str], depth: int) -> float:
    """Harmonic mean of precision and recall of the first phrases."""
    found = set(list(dict.fromkeys(normal_form(each, sample.language) for each in phrases))[:depth])
    return 2 * len(found & sample.keys) / max(1, len(found) + len(sample.keys))


def scores(sample_set: Iterable[Sample], method: Method) -> list[list[float]]:
    """F1 at each depth, text by text."""
    return [[f1(sample, phrases, depth) for depth in DEPTHS] for sample in sample_set for phrases in [method(sample)]]


def mean_f1(name: str, method: Method, depth: int = 10) -> float:
    """Mean F1 of a method on a set."""
    return float(np.mean(scores(samples(name), method), axis=0)[DEPTHS.index(depth)])


@lru_cache(maxsize=2_000)
def _table(sample: Sample) -> tuple[np.ndarray, np.ndarray]:
    """Features of each candidate, and whether a reader chose it."""
    tokens = tokens_of(sample.text, sample.language)
    candidates = candidates_of(tokens, LONGEST)
    forms = [""] * len(candidates.keys)
    for number, first, size in zip(candidates.numbers, candidates.firsts, candidates.sizes, strict=True):
        forms[number] = forms[number] or sample.text[tokens.starts[first] : tokens.ends[first + size - 1]]
    chosen = np.array([normal_form(form, sample.language) in sample.keys for form in forms], float)
    return features_of(tokens, candidates, sample.language), chosen


def fitted(chosen: dict[str, list[Sample]]) -> Weights:
    """Weights by which the candidates that readers chose are likeliest (Newton's method)."""
    tables = [(*_table(sample), SHARES[name]) for name, some in chosen.items() for sample in some]
    rows, wanted = np.vstack([each[0] for each in tables]), np.concatenate([each[1] for each in tables])
    counts = np.concatenate([np.full(len(each[1]), each[2], float) for each in tables])
    scale = rows.std(0) + 1e-9
    scaled, weights = rows / scale, np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (likely - wanted)) + RIDGE * weights
        bend = (scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return Weights(weights / scale, rows.mean(0))


def cross_validated() -> dict[str, list[float]]:
    """Mean F1 of each set at each depth, every text judged by weights that are fitted without its subject."""
    found: dict[str, list[list[float]]] = {name: [] for name in SHARES}
    for part in range(PARTS):
        weights = fitted({name: [each for each in samples(name) if each.part != part] for name in SHARES})
        for name in SHARES:
            held = [each for each in samples(name) if each.part == part]
            found[name] += scores(held, lambda sample, weights=weights: by_digest(sample, weights))
    return {name: [round(100 * float(value), 1) for value in np.mean(rows, axis=0)] for name, rows in found.items()}


def write_weights() -> None:
    """Fits the weights on all texts and writes them with the figures of the cross-validation."""
    weights = fitted({name: list(samples(name)) for name in SHARES})
    values = zip(weights.weights.tolist(), weights.usual.tolist(), strict=True)
    pairs = {name: tuple(round(value, 5) for value in pair) for name, pair in zip(FEATURES, values, strict=True)}
    Path(keyword_weights.__file__).write_text(module(cross_validated(), pairs), encoding="utf-8")
    importlib.reload(keyword_weights)
    shipped_weights.cache_clear()


def module(figures: dict[str, list[float]], pairs: dict[str, tuple[float, ...]]) -> str:
    """Source of the module that holds the weights."""
    tables = {"COUNTS_FOR": SHARES, "CROSS_VALIDATED": figures, "WEIGHTS": pairs}
    parts = ['"""Weights of the keyword features, made by `tests/quality/keywords.py --fit`, which says how."""']
    for name, table in tables.items():
        rows = "".join(f"    {json.dumps(key)}: {value},\n" for key, value in table.items())
        parts.append(f'{name} = {{\n{rows}}}\n"""{_MEANINGS[name]}"""')
    return "\n\n".join(parts) + "\n"


_MEANINGS = {
    "COUNTS_FOR": "How often a text of each set counts in fitting.",
    "CROSS_VALIDATED": "Mean F1 in per cent at 5, 10 and 15 of each set, on texts the weights were not fitted on.",
    "WEIGHTS": "What each feature counts for, and its mean over all candidates of the sets.",
}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and write them")
    if parser.parse_args().fit:
        write_weights()
    for name in SHARES:
        print(f"{name:14} held out", *(f"{value / 100:.3f}" for value in keyword_weights.CROSS_VALIDATED[name]))
        for label, method in (("digest", by_digest), ("yake", by_yake)):
            print(f"{name:14} {label:8}", *(f"{mean_f1(name, method, depth):.3f}" for depth in DEPTHS))


if __name__ == "__main__":
    main()
