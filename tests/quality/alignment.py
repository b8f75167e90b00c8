"""Sentences of two articles that say the same, found beside a plain method: precision, recall and F1 of the pairs.

    python tests/quality/alignment.py [--misses]

Each document of the set is an article translated by two people, a fifth of the sentences dropped on each side and some
neighbours exchanged; sentences of one number belong together. Both sides are read and annotated as articles are, each
sentence as a block of its own; a pair is found where any sentences of the two blocks are matched. Some documents have
sentences twice under two numbers, which nothing can tell apart. Told besides is what is left alone of sentences that
have nothing to do with each other: of one document and the next. The plain method is the one of the issue: cosines of
words and of groups of three to five letters by TF-IDF over the document, half and half, the greatest first, each
sentence once; its bar is the best on this very set.
"""

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import sentences

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

CORPUS = "stories/mtref_docs.json"
PLAIN_BAR = 0.16
PLAIN_WORDS = 0.5
"""What words add to the likeness of the plain method."""
_WORD = re.compile(r"\w+")

Side = Sequence[tuple[int, str]]
Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Score:
    """How well pairs were found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the pairs found that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the pairs there are that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@lru_cache(maxsize=1)
def documents() -> tuple[tuple[Side, Side], ...]:
    """The two sides of each document."""
    rows = json.loads((sentences.DATA / "data" / CORPUS).read_text(encoding="utf-8"))
    return tuple((tuple((n, text) for n, text in a), tuple((n, text) for n, text in b)) for a, b in rows)


def right_pairs(a: Side, b: Side) -> Pairs:
    """Places of the sentences that belong together."""
    places = {number: place for place, (number, _) in enumerate(b)}
    return {(place, places[number]) for place, (number, _) in enumerate(a) if number in places}


def digest(a: Side, b: Side) -> Pairs:
    """What the digest finds."""
    from articles import annotated
    from generator.collate.alignment import align
    from generator.model import Relation

    one, other = (annotated("\n".join(text for _, text in side), id=id_) for id_, side in (("a", a), ("b", b)))
    blocks = [[sentence.block for sentence in each.annotations.sentences] for each in (one, other)]
    return {
        (blocks[0][match.a.sentence], blocks[1][match.b.sentence])
        for match in align(one, other)
        if match.relation is not Relation.RELATED
    }


def plain(a: Side, b: Side) -> Pairs:
    """What TF-IDF finds, greedily."""
    texts = [text for _, text in (*a, *b)]
    halves = (
        (PLAIN_WORDS, _vectors([_words(text) for text in texts])),
        (1 - PLAIN_WORDS, _vectors([_letters(text) for text in texts])),
    )
    scored = sorted(
        (-sum(share * _cosine(half[one], half[len(a) + other]) for share, half in halves), one, other)
        for one in range(len(a))
        for other in range(len(b))
    )
    found: Pairs = set()
    for score, one, other in scored:
        if -score >= PLAIN_BAR and all(one != first and other != second for first, second in found):
            found.add((one, other))
    return found


def _words(text: str) -> Counter[str]:
    return Counter(set(_WORD.findall(text.lower())))


def _letters(text: str) -> Counter[str]:
    words = [f" {word} " for word in _WORD.findall(text.lower())]
    return Counter(
        word[at : at + size] for word in words for size in (3, 4, 5) for at in range(max(1, len(word) - size + 1))
    )


def _vectors(counted: Sequence[Counter[str]]) -> list[dict[str, float]]:
    spread = Counter(term for each in counted for term in each)
    size = len(counted)
    return [
        {term: count * (math.log((1 + size) / (1 + spread[term])) + 1) for term, count in each.items()}
        for each in counted
    ]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    common = sum(weight * other[term] for term, weight in one.items() if term in other)
    lengths = (math.sqrt(sum(weight * weight for weight in each.values())) for each in (one, other))
    return common / max(math.prod(lengths), 1e-9)


ALIGNERS: dict[str, Callable[[Side, Side], Pairs]] = {"plain": plain, "generator": digest}


@lru_cache(maxsize=2)
def score(aligner: str) -> Score:
    """The pairs of all documents together."""
    right = wrong = missed = 0
    for a, b in documents():
        found, gold = ALIGNERS[aligner](a, b), right_pairs(a, b)
        right, wrong, missed = right + len(found & gold), wrong + len(found - gold), missed + len(gold - found)
    return Score(right, wrong, missed)


@lru_cache(maxsize=2)
def left_alone(aligner: str) -> float:
    """Share of the sentences of a document that have no partner in the next one, with which they have nothing to do."""
    pairs = [(a, b) for (a, _), (_, b) in pairwise(documents())]
    return 1 - sum(len(ALIGNERS[aligner](a, b)) for a, b in pairs) / sum(len(a) for a, _ in pairs)


def misses() -> Iterator[str]:
    """Pairs not found (`-`), and found and wrong (`+`)."""
    for number, (a, b) in enumerate(documents()):
        gold = right_pairs(a, b)
        for one, other in sorted(digest(a, b) ^ gold):
            yield f"{'-' if (one, other) in gold else '+'} {number}\n    {a[one][1]}\n    {b[other][1]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="print what is wrong besides")
    options = parser.parse_args()
    print("           precision  recall     F1  wrong  missed  left alone")
    for name in ALIGNERS:
        row, alone = score(name), left_alone(name)
        print(
            f"{name:10} {row.precision:9.4f} {row.recall:7.4f} {row.f1:6.4f} {row.wrong:6} {row.missed:7} {alone:11.4f}"
        )
    if options.misses:
        print(*misses(), sep="\n")


if __name__ == "__main__":
    main()
