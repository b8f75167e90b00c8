"""Differences found in pairs of sentences, all kinds together, beside a checker that knows numbers only.

    python tests/quality/differences.py [-v]

Found is what `find_differences` gives from `FLOOR` on. Measured are planted differences (a number, a "not", an opposite
put in by program), sentences of one meaning, in which nothing should be found unless a translator erred, dispatches
sent again as corrected, and pairs called paraphrases that were judged by hand.

The plain checker calls it a difference when each sentence has a number that the other has not.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import product

import sentences

Pair = tuple[str, str]
Finder = Callable[[str, str], list[str]]
"""Reasons why two sentences cannot both be right."""

_NUMBER = re.compile(r"\d[\d.,]*")
_ALIGNED = 0.5
"""Share of common words from which on sentences of a dispatch and its correction are held together."""


@lru_cache(maxsize=8)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a file of pairs."""
    text = (sentences.DATA / "data" / "stories" / f"{name}.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines())


def plain(a: str, b: str) -> list[str]:
    """What the plain checker finds."""
    one, other = ({each.rstrip(".,") for each in _NUMBER.findall(text)} for text in (a, b))
    return [f"{sorted(one - other)} {sorted(other - one)}"] if one - other and other - one else []


def digest(a: str, b: str) -> list[str]:
    """What the digest finds."""
    from generator.collate.differences import FLOOR, find_differences
    from generator.collate.said import said_alone

    found = find_differences(said_alone(a), said_alone(b))
    return [
        f"{each.kind} {each.confidence}{' varies' if each.varies else ''}: {each.why}"
        for each in found
        if each.confidence >= FLOOR
    ]


FINDERS: dict[str, Finder] = {"plain": plain, "generator": digest}


@lru_cache(maxsize=1 << 15)
def found(finder: str, a: str, b: str) -> tuple[str, ...]:
    """What a finder gives for a pair."""
    return tuple(FINDERS[finder](a, b))


def share(finder: str, pairs: Iterable[Pair]) -> float:
    """Share of the pairs in which the finder finds any difference."""
    flags = [bool(found(finder, *pair)) for pair in pairs]
    return sum(flags) / len(flags)


def planted(kind: str) -> list[Pair]:
    """Pairs with a planted difference."""
    return [(row["a"], row["b"]) for row in rows("perturbed") if row["kind"] == kind]


def same() -> list[Pair]:
    """Translations of one sentence."""
    return [(row["a"], row["b"]) for row in rows("mtref_paraphrase")]


def paraphrases() -> list[Pair]:
    """Pairs of news sentences that were called paraphrases."""
    return [(row["a"], row["b"]) for row in rows("msrpc") if row["label"] == 1]  # type: ignore[comparison-overlap]


def judged(verdicts: Iterable[str]) -> list[Pair]:
    """Pairs in which an earlier checker found something, by how that was judged."""
    return [(row["a"], row["b"]) for row in rows("msrpc_judged") if row["judged"] in verdicts]


def _corrected_pairs(row: dict[str, str]) -> list[Pair]:
    """The headlines of a dispatch and its correction, and their sentences that are most alike."""
    ours, theirs = (_sentences(row[side]) for side in ("text_a", "text_b"))
    pairs = [(row["title_a"], row["title_b"]), *product(ours, theirs)]
    return [pair for pair in pairs if _alike(*pair) >= _ALIGNED and pair[0] != pair[1]]


def _differ(row: dict[str, str]) -> bool:
    """Whether the digest finds a difference between a dispatch and its correction, collated as they are."""
    from articles import annotated
    from generator.collate.collation import collate

    both = [annotated(row[f"text_{side}"], id=side, title=row[f"title_{side}"]) for side in ("a", "b")]
    return bool(collate(both).differences)


def _sentences(text: str) -> list[str]:
    return [" ".join(each.split()) for each in re.split(r"(?<=[a-z.])\.\s+(?=[A-Z])|\n {3,}", text) if each.strip()]


def _alike(a: str, b: str) -> float:
    one, other = (set(text.lower().split()) for text in (a, b))
    return len(one & other) / max(1, min(len(one), len(other)))


def planted_found(finder: str, kind: str) -> float:
    """Share of the planted differences that are found."""
    return share(finder, planted(kind))


def same_unflagged(finder: str) -> float:
    """Share of the sentences of one meaning in which nothing is found."""
    return 1 - share(finder, same())


def corrected_found(finder: str) -> float:
    """Share of the corrected dispatches in which a difference is found."""
    dispatches = rows("reuters_corrected")
    if finder == "generator":
        return sum(map(_differ, dispatches)) / len(dispatches)
    return sum(any(found(finder, *pair) for pair in _corrected_pairs(row)) for row in dispatches) / len(dispatches)


def judged_right(finder: str) -> float:
    """Of the judged pairs that the finder flags, the share that was judged a difference or to vary."""
    right, wrong = (share(finder, pairs) * len(pairs) for pairs in (judged(("true", "varies")), judged(("false",))))
    return right / max(1, right + wrong)


MEASURED: dict[str, tuple[str, Callable[[str], float]]] = {
    "planted figures found": ("perturbed", lambda finder: planted_found(finder, "number")),
    "planted polarity found": ("perturbed", lambda finder: planted_found(finder, "polarity")),
    "planted antonyms found": ("perturbed", lambda finder: planted_found(finder, "antonym")),
    "same meaning, nothing found": ("mtref_paraphrase", same_unflagged),
    "judged flags that are right": ("msrpc_judged", judged_right),
    "corrected dispatches found": ("reuters_corrected", corrected_found),
}
"""What is measured, with the file that it is measured on."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Differences found in pairs of sentences.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is found in pairs of one meaning")
    options = parser.parse_args()
    print(f"{'':30} {'plain':>9} {'generator':>9}")
    for name, (_, value) in MEASURED.items():
        print(f"{name:30} {value('plain'):9.3f} {value('generator'):9.3f}")
    if options.verbose:
        for a, b in (*same(), *paraphrases()):
            if reasons := found("generator", a, b):
                print(a, b, *reasons, sep="\n    ")


if __name__ == "__main__":
    main()
