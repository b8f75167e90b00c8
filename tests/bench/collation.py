"""What it costs to collate a story: processor seconds, the differences between its sentences aside.

    .venv/bin/python tests/bench/collation.py

Stories are made of texts of the BBC corpus of the test data (`DIGEST_DATA`). `apart`: articles that have nothing in
common. `alike`: each article tells half of the sentences of a pool, every tenth word left out at random, so that nearly
all of them have many partners and no two are the same. Nothing is measured before a story has been collated once (word
lists, frequencies); the best of several runs is told.
"""

import gzip
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from articles import annotated  # noqa: E402 - found only now
from generator.collate.collation import collate  # noqa: E402 - the same
from generator.collate.found import Found  # noqa: E402 - the same
from generator.collate.said import Said  # noqa: E402 - the same
from generator.model import Annotated  # noqa: E402 - the same

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/bbc2225.jsonl.gz"
STORIES = ((2, 900), (10, 500), (50, 500), (100, 500))
"""Articles, and words of each."""
RUNS = 5


def nothing(_a: Said, _b: Said) -> tuple[Found, ...]:
    """No difference."""
    return ()


def texts() -> Iterator[str]:
    """The texts of the corpus."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def apart(count: int, words: int) -> list[str]:
    """Texts of so many words, put together of those of the corpus one after the other."""
    every = iter([word for text in texts() for word in text.split(" ")][: count * words])
    return [" ".join(next(every) for _ in range(words)) for _ in range(count)]


def alike(count: int, words: int) -> list[str]:
    """Texts of so many words that tell of the same."""
    chance = random.Random(count)
    pool = [sentence.split() for text in apart(1, 2 * words) for sentence in text.replace("\n", " ").split(". ")]
    return ["\n".join(retold(chance, pool)) for _ in range(count)]


def retold(chance: random.Random, pool: Sequence[Sequence[str]]) -> list[str]:
    """Half of the sentences, in their order, every tenth word left out."""
    chosen = sorted(chance.sample(range(len(pool)), len(pool) // 2))
    return [" ".join(word for word in pool[at] if chance.random() > 0.1).capitalize() + "." for at in chosen]


def seconds(articles: Sequence[Annotated]) -> float:
    """The least that collating them takes."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        collate(articles, nothing, 0.5)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Prints the table."""
    if not CORPUS.is_file():
        print(f"not measured: there is no {CORPUS.name}; name the folder of the test data with DIGEST_DATA")
        return
    print("         articles  words  sentences  facts  CPU ms")
    for make in (apart, alike):
        for count, words in STORIES:
            articles = [annotated(text, id=f"{at:03}") for at, text in enumerate(make(count, words))]
            facts = len(collate(articles, nothing, 0.5).facts)
            sentences = sum(len(each.annotations.sentences) for each in articles)
            spent = 1000 * seconds(articles)
            print(f"{make.__name__:8} {count:8} {words:6} {sentences:10} {facts:6} {spent:7.1f}", flush=True)


if __name__ == "__main__":
    main()
