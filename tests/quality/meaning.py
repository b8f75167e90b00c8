"""What is turned round between two sentences that say nearly the same: denials and opposites.

    python tests/quality/meaning.py [-v]

Planted: sentences of a translation into which a program put "not", or an opposite of one word, each beside another
translation of the same sentence; the share found is measured. Left alone: pairs that say the same (two translations,
and what people judged to be paraphrases); the share in which nothing is found. A few of those do contradict each
other, so 1 is not to be reached. For checks, not as measures, the pairs that SICK and Breaking NLI call contradictions
or not.

The plain method beside it knows nothing of places: it finds a denial where one of two sentences has a word for it and
the other none, and an opposite where the table has words of one sentence against words of the other, in both cases only
where the sentences are alike (cosine of their TF-IDF vectors).
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import sentences
from generator.collate.antonyms import PAIRS
from generator.collate.meaning import find_meaning
from generator.collate.polarity import find_polarity
from generator.collate.said import Said, said

SHOWN = 0.5
"""Confidence from which a difference counts as told."""
ALIKE = 0.5
"""Cosine from which the plain method compares two sentences."""
_PLAIN_DENIALS = frozenset(["not", "never", "no", "n't", "none", "nobody", "cannot", "without"])
_ANTONYMS = frozenset(frozenset(pair.split("/")) for words in PAIRS.values() for pair in words.split())

Finder = Callable[[Said, Said], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and what is known of them."""

    a: Said
    b: Said
    label: str


def _said(text: str) -> Said:
    return said(text, "en", (), ())


@lru_cache(maxsize=8)
def pairs(name: str, field: str) -> tuple[Pair, ...]:
    """The pairs of a file, with the value of a field as their label."""
    lines = (sentences.DATA / "data" / "stories" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Pair(_said(row["a"]), _said(row["b"]), str(row[field])) for row in map(json.loads, lines))


def finds(a: Said, b: Said) -> bool:
    """Whether the digest tells a difference of these kinds."""
    return any(one.confidence >= SHOWN for one in (*find_polarity(a, b), *find_meaning(a, b)))


def finds_denial(a: Said, b: Said) -> bool:
    """Whether the digest tells a denial."""
    return any(one.confidence >= SHOWN for one in find_polarity(a, b))


def finds_opposite(a: Said, b: Said) -> bool:
    """Whether the digest tells that something is turned round."""
    return any(one.confidence >= SHOWN for one in find_meaning(a, b))


@lru_cache(maxsize=4)
def _rarity(name: str, field: str) -> dict[str, float]:
    texts = [{word.stem for word in text.words} for pair in pairs(name, field) for text in (pair.a, pair.b)]
    counts = Counter(stem for stems in texts for stem in stems)
    return {stem: math.log(len(texts) / count) for stem, count in counts.items()}


def _plain(name: str, field: str, *, denials: bool, opposites: bool) -> Finder:
    rarity = _rarity(name, field)

    def vector(text: Said) -> Counter[str]:
        return Counter(word.stem for word in text.words)

    def product(one: Counter[str], other: Counter[str]) -> float:
        return sum(count * other[stem] * rarity[stem] ** 2 for stem, count in one.items())

    def found(a: Said, b: Said) -> bool:
        one, other = vector(a), vector(b)
        size = math.sqrt(product(one, one) * product(other, other))
        if not size or product(one, other) / size < ALIKE:
            return False
        ours, theirs = ({word.lower for word in text.words} for text in (a, b))
        denial = _PLAIN_DENIALS.isdisjoint(ours) != _PLAIN_DENIALS.isdisjoint(theirs)
        opposite = any(frozenset((x, y)) in _ANTONYMS for x in ours - theirs for y in theirs - ours)
        return (denials and denial) or (opposites and opposite)

    return found


def share(name: str, field: str, label: str, finder: Finder) -> float:
    """Share of the pairs with a label in which something is found."""
    chosen = [pair for pair in pairs(name, field) if pair.label == label]
    return sum(finder(pair.a, pair.b) for pair in chosen) / len(chosen)


def planted(label: str, *, plain: bool) -> float:
    """Share of the planted denials (`polarity`) or opposites (`antonym`) that are found as such."""
    denials = label == "polarity"
    finder = finds_denial if denials else finds_opposite
    if plain:
        finder = _plain("perturbed", "kind", denials=denials, opposites=not denials)
    return share("perturbed", "kind", label, finder)


def left_alone(name: str, label: str, *, plain: bool) -> float:
    """Share of the pairs that say the same in which nothing is found."""
    finder = _plain(name, "label", denials=True, opposites=True) if plain else finds
    return 1 - share(name, "label", label, finder)


CHECKS = (
    ("sick", "label", "CONTRADICTION"), ("sick", "label", "ENTAILMENT"),
    ("breaking_nli", "category", "antonyms"), ("breaking_nli", "category", "synonyms"),
)  # fmt: skip


def _flagged(name: str, label: str) -> None:
    for pair in pairs(name, "label"):
        for one in (*find_polarity(pair.a, pair.b), *find_meaning(pair.a, pair.b)):
            if pair.label == label and one.confidence >= SHOWN:
                print(
                    f"{one.confidence:.2f} {'varies' if one.varies else ''} {one.why}\n  {pair.a.text}\n  {pair.b.text}"
                )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What is turned round, found beside what was planted.")
    parser.add_argument(
        "-v", action="store_true", dest="verbose", help="print what is flagged in pairs that say the same"
    )
    options = parser.parse_args()
    for label in ("polarity", "antonym"):
        print(f"planted, {label:24} {planted(label, plain=False):.3f}  plain {planted(label, plain=True):.3f}")
    for name, label in (("mtref_paraphrase", "same"), ("msrpc", "1")):
        alone = (left_alone(name, label, plain=plain) for plain in (False, True))
        print("left alone, {:21} {:.4f}  plain {:.4f}".format(name, *alone))
        if options.verbose:
            _flagged(name, label)
    for name, field, label in CHECKS:
        print(f"told, {name}, {label:21} {share(name, field, label, finds):.3f}")


if __name__ == "__main__":
    main()
