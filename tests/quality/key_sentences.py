"""Key sentences by several methods: how much of what matters they hold, at what length, and how often they repeat.

    python tests/quality/key_sentences.py [--half chosen|other|all]

No summaries are at hand, so three sets stand for "what matters": the keys that readers gave the texts of DUC2001 and
500N-KPCrowd, and the titles of every fourth article of the BBC corpus, which no method is shown. For each method:

- `held`: share of the keys that the text has (in stems, as runs of words), or of the title's content words (ROUGE-1
  recall), in its three sentences; the mean over the texts.
- `words`: how many words the three have together.
- `per 100`: keys or title words held for every hundred words, so that long sentences are no cheap win.
- `alike`: mean overlap of the content words of two of the three (shared, divided by those of the shorter).
- `alone`: share of the chosen that `stands_alone` lets pass. All methods but `first three` choose among those only.

Texts of even number were tuned on (`chosen`), the `other` half was not. The digest weighs words by its keywords, whose
own weights are fitted on all texts of the first two sets; with weights fitted on the chosen half alone, it held as
much of the keys of the other half.
Milliseconds are those of the choice, without keywords and content words, which are found anyway.

Methods: the `first three` sentences, and the first three that stand alone (`lead`); LexRank (Erkan and Radev 2004,
cosines of TF-IDF above .1, the article's sentences being its documents); TextRank (Mihalcea and Tarau 2004, shared
words by log lengths); SumBasic (Nenkova and Vanderwende 2005); coverage and diversity, greedy, by cost (Lin and Bilmes
2011); and what the digest does.
"""

import argparse
import gzip
import json
import math
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np

from generator.annotate.key_sentences import find_key_sentences, stands_alone, term_weights
from generator.annotate.keywords import find_keywords
from generator.annotate.sentences import find_sentences
from generator.config import KeywordSettings
from generator.text import content_terms, count_words, words
from keywords import normal_form
from quotes import blocks_of

DATA = Path(os.environ.get("DIGEST_DATA") or Path(__file__).parents[3] / "shared") / "data"
SETS = {
    "DUC2001": "keywords/DUC2001.jsonl",
    "500N-KPCrowd": "keywords/500N-KPCrowd.jsonl",
    "BBC titles": "corpus/bbc2225.jsonl.gz",
}
BBC_STEP = 4
TOP = 3
DAMPING, TURNS, LEAST_COSINE = 0.85, 40, 0.1
"""Of the two graph methods, as published."""
SATURATION, DIVERSITY, COST = 0.1, 6.0, 0.3
"""Of the coverage method; `COST` is the power of the length."""

Terms = Sequence[tuple[str, ...]]
"""Distinct content words of each sentence; none for one that does not stand alone."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in sentences, with what its key sentences should hold."""

    sentences: tuple[str, ...]
    alone: tuple[bool, ...]
    terms: tuple[tuple[str, ...], ...]
    """Distinct content words."""
    counts: Counter[str]
    wanted: frozenset[str]
    """Stems with blanks between and around them."""
    stems: tuple[str, ...]
    """Of each sentence what `wanted` is looked for in."""
    weights: dict[str, float]
    """Of the content words, as the digest weighs them."""

    @property
    def telling(self) -> Terms:
        """The content words of the sentences that stand alone."""
        return tuple(each if alone else () for each, alone in zip(self.terms, self.alone, strict=True))


Method = Callable[[Sample], Sequence[int]]
"""Numbers of the sentences it chooses."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a method's sentences are worth, the mean over the texts."""

    held: float
    words: float
    per_100: float
    alike: float
    alone: float


def _sample(text: str, language: str, wanted: Callable[[str], str], keys: Sequence[str]) -> Sample:
    blocks = blocks_of(text)
    sentences = tuple(text[each.span.start : each.span.end] for each in find_sentences(text, blocks, language))
    terms = [content_terms(each, language) for each in sentences]
    stems = tuple(f" {wanted(each)} " for each in sentences)
    counts = Counter(term for each in terms for term in each)
    return Sample(
        sentences, tuple(stands_alone(each, is_first=not number) for number, each in enumerate(sentences)),
        tuple(tuple(sorted(set(each))) for each in terms),
        counts,
        frozenset(key for each in keys if any((key := f" {wanted(each)} ") in stem for stem in stems)), stems,
        term_weights(counts, find_keywords(text, language, KeywordSettings()), language),
    )  # fmt: skip


def _of_keys(row: dict[str, object]) -> Sample:
    language = str(row["lang"])

    def wanted(text: str) -> str:
        return normal_form(" ".join(text[each.start : each.end] for each in words(text)), language)

    return _sample(str(row["text"]), language, wanted, [str(key) for key in row["keys"]])  # type: ignore[attr-defined]


def _of_title(row: dict[str, object]) -> Sample:
    title = content_terms(str(row["title"]), "en")
    return _sample(str(row["text"]), "en", lambda text: " ".join(content_terms(text, "en")), title)


@lru_cache(maxsize=8)
def samples(name: str) -> tuple[Sample, ...]:
    """The texts of a set that have anything to hold."""
    data = (DATA / SETS[name]).read_bytes()
    lines = (gzip.decompress(data) if SETS[name].endswith(".gz") else data).decode("utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    made = map(_of_title, rows[::BBC_STEP]) if name == "BBC titles" else map(_of_keys, rows)
    return tuple(each for each in made if each.wanted)


def half_of(name: str, half: str) -> tuple[Sample, ...]:
    """The texts of even number (`chosen`), the others (`other`), or all."""
    return {"chosen": samples(name)[::2], "other": samples(name)[1::2], "all": samples(name)}[half]


def first_three(sample: Sample) -> list[int]:
    """The first sentences, whatever they are."""
    return list(range(min(TOP, len(sample.sentences))))


def lead(sample: Sample) -> list[int]:
    """The first sentences that stand alone."""
    return [number for number, each in enumerate(sample.telling) if each][:TOP]


def _ranked(terms: Terms, likeness: np.ndarray) -> list[int]:
    """The sentences that are most like those that are (PageRank)."""
    rows = likeness.sum(1, keepdims=True)
    moves = np.divide(likeness, rows, out=np.full_like(likeness, 1 / len(terms)), where=rows > 0)
    ranks = np.full(len(terms), 1 / len(terms))
    for _ in range(TURNS):
        ranks = (1 - DAMPING) / len(terms) + DAMPING * (ranks @ moves)
    order = sorted(range(len(terms)), key=lambda number: (-round(float(ranks[number]), 9), number))
    return [number for number in order if terms[number]][:TOP]


def lexrank(sample: Sample) -> list[int]:
    """The most central by cosine."""
    if not (terms := sample.telling):
        return []
    in_sentences = Counter(term for each in terms for term in each)
    index = {term: number for number, term in enumerate(in_sentences)}
    table = np.zeros((len(terms), max(1, len(index))))
    for number, each in enumerate(terms):
        for term in each:
            table[number, index[term]] = math.log(1 + len(terms) / in_sentences[term])
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table = np.divide(table, lengths, out=table, where=lengths > 0)
    cosines = table @ table.T
    return _ranked(terms, np.where(cosines > LEAST_COSINE, 1.0, 0.0))


def textrank(sample: Sample) -> list[int]:
    """The most central by shared words."""
    if not (terms := sample.telling):
        return []
    likeness = np.zeros((len(terms), len(terms)))
    for one, other in combinations(range(len(terms)), 2):
        both = math.log(max(1, len(terms[one]))) + math.log(max(1, len(terms[other])))
        if both:
            likeness[one, other] = likeness[other, one] = len(set(terms[one]) & set(terms[other])) / both
    return _ranked(terms, likeness)


def sumbasic(sample: Sample) -> list[int]:
    """The sentences whose words are likeliest, a word told becoming less likely."""
    terms, counts = sample.telling, sample.counts
    likely = {term: count / max(1, counts.total()) for term, count in counts.items()}
    left, chosen = {number for number, each in enumerate(terms) if each}, []
    while left and len(chosen) < TOP:
        word = max((term for number in left for term in terms[number]), key=lambda term: (likely[term], term))
        best = max(
            (number for number in left if word in terms[number]),
            key=lambda number: (sum(likely[term] for term in terms[number]) / len(terms[number]), -number),
        )
        left.remove(best)
        chosen.append(best)
        likely |= {term: likely[term] ** 2 for term in terms[best]}
    return chosen


def submodular(sample: Sample) -> list[int]:
    """Coverage of all sentences and diversity of words, greedy, by cost."""
    terms, counts = sample.telling, sample.counts
    sets = [set(each) for each in terms]
    like = np.array([[len(a & b) / math.sqrt(max(1, len(a) * len(b))) for b in sets] for a in sets])
    left, chosen = [number for number, each in enumerate(terms) if each], []

    def worth(some: list[int]) -> float:
        covered = np.minimum(like[:, some].sum(1), SATURATION * like.sum(1)).sum()
        told = {term for number in some for term in terms[number]}
        return float(covered + DIVERSITY * sum(math.log1p(counts[term]) for term in told) / max(1, len(sets)))

    while left and len(chosen) < TOP:
        now = worth(chosen) if chosen else 0.0
        best = max(left, key=lambda number: ((worth([*chosen, number]) - now) / len(terms[number]) ** COST, -number))
        left.remove(best)
        chosen.append(best)
    return chosen


def digest(sample: Sample) -> Sequence[int]:
    """What the digest shows."""
    return find_key_sentences(sample.telling, sample.weights, TOP)


METHODS: dict[str, Method] = {
    "first three": first_three,
    "lead": lead,
    "LexRank": lexrank,
    "TextRank": textrank,
    "SumBasic": sumbasic,
    "coverage": submodular,
    "digest": digest,
}


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return len(set(one) & set(other)) / max(1, min(len(one), len(other)))


def _of_text(sample: Sample, numbers: Sequence[int]) -> tuple[float, ...]:
    held = sum(any(key in sample.stems[number] for number in numbers) for key in sample.wanted)
    length = sum(count_words(sample.sentences[number]) for number in numbers)
    pairs = [_overlap(sample.terms[one], sample.terms[other]) for one, other in combinations(numbers, 2)]
    return (
        held / len(sample.wanted), length, 100 * held / max(1, length), sum(pairs) / max(1, len(pairs)),
        sum(sample.alone[number] for number in numbers) / len(numbers) if numbers else 1.0,
    )  # fmt: skip


def score(method: str, name: str, half: str = "all") -> Score:
    """What the sentences of a method are worth on a set."""
    rows = [_of_text(sample, METHODS[method](sample)) for sample in half_of(name, half)]
    return Score(*(float(value) for value in np.mean(rows, axis=0)))


def table(half: str) -> Iterator[str]:
    """Lines of the table."""
    for name in SETS:
        some = half_of(name, half)
        yield f"{name}, {half}: {len(some)} texts"
        for method, choose in METHODS.items():
            each = score(method, name, half)
            began = time.process_time()
            for sample in some:
                choose(sample)
            cost = 1000 * (time.process_time() - began) / len(some)
            yield (
                f"  {method:12} held {each.held:.3f}  words {each.words:5.1f}  per 100 {each.per_100:5.2f}"
                f"  alike {each.alike:.3f}  alone {each.alone:.3f}  {cost:6.2f} ms"
            )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("chosen", "other", "all"), default="all")
    print("\n".join(table(parser.parse_args().half)))


if __name__ == "__main__":
    main()
