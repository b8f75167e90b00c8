"""What keywords cost: milliseconds of processor time per article, each method beside yake in one run.

    python tests/bench/keywords.py [--articles N]

The articles are every twelfth of the BBC corpus of the test data (`DIGEST_DATA`). Each method runs twice over all, and
the better time counts, so that what is read once (word lists, frequencies) is left out.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yake

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.annotate.keywords import find_keywords  # noqa: E402 - found only now
from generator.annotate.yake_method import yake_keywords  # noqa: E402 - the same
from generator.config import KeywordSettings  # noqa: E402 - the same
from generator.text import stop_words  # noqa: E402 - the same

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/bbc2225.jsonl.gz"


def milliseconds(method: Callable[[str], object], texts: list[str]) -> float:
    """Processor time of the method per text, the better of two runs."""
    runs = []
    for _ in range(2):
        start = time.process_time()
        for text in texts:
            method(text)
        runs.append(time.process_time() - start)
    return 1000 * min(runs) / len(texts)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=186, metavar="N", help="at most that many articles (186)")
    options = parser.parse_args()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in list(file)[::12]][: options.articles]
    reference = yake.KeywordExtractor(lan="en", n=3, top=20)
    stops = stop_words("en")
    methods: dict[str, Callable[[str], object]] = {
        "yake 0.7.3": reference.extract_keywords,
        "the same, ours": lambda text: yake_keywords(text, stops, 3, 20),
        "method yake, with places": lambda text: find_keywords(text, "en", KeywordSettings(method="yake")),
        "method digest": lambda text: find_keywords(text, "en", KeywordSettings(method="digest")),
    }
    costs = {name: milliseconds(method, texts) for name, method in methods.items()}
    print(f"{len(texts)} articles of {sum(len(text.split()) for text in texts) / max(1, len(texts)):.0f} words")
    for name, cost in costs.items():
        print(f"{name:26}{cost:8.2f} ms {costs['yake 0.7.3'] / cost:6.1f} x yake")


if __name__ == "__main__":
    main()
